"""Other sizes, and other seeds: which there can be, what stays of image and kernel, and what the new cells hold."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from . import images, kernels
from .errors import DoesNotApply, UnknownName
from .grid import Grid, Pair, checked_pair, frozen
from .limits import IMAGE_SIZE, KERNEL_SIZE, SEED, Range
from .output_size import output_length
from .quantities import QUANTITIES, sliding
from .scenario import Scenario
from .tensors import Filters


def image_in(scenario: Scenario, size: Pair) -> tuple[Grid, ...]:
    """Return all channels in another size: cropped or extended at the right and below, the rest as it is.

    New pixels of a random image and of "ones" continue it, those of any other image are 0.
    Raises OutOfRange or NotWhole.
    """
    rows, columns = checked_pair(size, "image size", IMAGE_SIZE)
    if (rows, columns) == scenario.image_size:
        return scenario.channels
    new = [np.zeros((rows, columns)) for _ in scenario.channels]
    if scenario.image_name in (*images.RANDOM, "ones"):
        named = images.make(scenario.image_name, (rows, columns), scenario.seed)
        new[0] = np.minimum(named, scenario.white)
    kept_rows, kept_columns = min(rows, scenario.image_size[0]), min(columns, scenario.image_size[1])
    for image, channel in zip(new, scenario.channels, strict=True):
        image[:kept_rows, :kept_columns] = channel[:kept_rows, :kept_columns]
    return tuple(map(frozen, new))


def kernel_in(scenario: Scenario, size: Pair) -> Filters:
    """Return all kernels in another size: cropped or extended all around, each weight in its old place.

    Places count from the middle: kernels of all sizes lie with their middle on that of a 15 × 15 field. New weights of
    a random kernel and of "ones" continue it, those of any other kernel are 0.
    Raises OutOfRange or NotWhole.
    """
    rows, columns = checked_pair(size, "kernel size", KERNEL_SIZE)
    weights = scenario.layer.weights
    if (rows, columns) == scenario.kernel_size:
        return weights
    new = np.zeros((*weights.shape[:2], rows, columns))
    if scenario.kernel_name in (*kernels.RANDOM, "ones"):
        new[0, 0] = kernels.make(scenario.kernel_name, (rows, columns), scenario.seed)
    new_rows, old_rows = _shared(rows, scenario.kernel_size[0])
    new_columns, old_columns = _shared(columns, scenario.kernel_size[1])
    new[..., new_rows, new_columns] = weights[..., old_rows, old_columns]
    return frozen(new)


def _shared(new: int, old: int) -> tuple[slice, slice]:
    """Return the part that kernels of two lengths share when they lie middle on middle, as seen in each of them."""
    new_start, old_start = kernels.first_of_middle(new), kernels.first_of_middle(old)
    first, last = max(new_start, old_start), min(new_start + new, old_start + old)
    return slice(first - new_start, last - new_start), slice(first - old_start, last - old_start)


def reseed(scenario: Scenario) -> Scenario:
    """Return the scenario with the next seed, and everything random rolled again; after the last seed comes 0."""
    return reseed_to(scenario, 0 if scenario.seed == SEED.high else scenario.seed + 1)


def reseed_to(scenario: Scenario, seed: int) -> Scenario:
    """Return the scenario with this seed, and the image and the kernel made anew from it if they are random ones."""
    rolled: dict[str, object] = {"seed": seed}
    if scenario.image_name in images.RANDOM:
        rolled["image"] = np.minimum(images.make(scenario.image_name, scenario.image_size, seed), scenario.white)
    if scenario.kernel_name in kernels.RANDOM:
        rolled["kernel"] = kernels.make(scenario.kernel_name, scenario.kernel_size, seed)
    return scenario.varied(**rolled)


def reseed_reason(scenario: Scenario) -> str | None:
    """Return "nothing is random" when another seed would change no number, else None."""
    random = scenario.image_name in images.RANDOM or scenario.kernel_name in kernels.RANDOM
    return None if random else "nothing is random"


def edited(scenario: Scenario) -> tuple[bool, bool]:
    """Say whether image and kernel differ from the named ones that they came from; one without a name does not."""
    return (
        bool(scenario.image_name) and _differs(scenario.image, images.make, scenario.image_name, scenario.seed),
        bool(scenario.kernel_name) and _differs(scenario.kernel, kernels.make, scenario.kernel_name, scenario.seed),
    )


def _differs(grid: Grid, make: Callable[[str, Pair, int], Grid], name: str, seed: int) -> bool:
    """Say whether a grid is another one than that of the name, which may not even exist at this size."""
    rows, columns = grid.shape
    try:
        return not np.array_equal(make(name, (rows, columns), seed), grid)
    except DoesNotApply:
        return True


def with_pair(scenario: Scenario, quantity: str, pair: Pair) -> Scenario:
    """Return the scenario with another (rows, columns) for a quantity.

    Raises OutOfRange, NotWhole or KernelDoesNotFit.
    """
    if quantity == "image size":
        return scenario.varied(image=image_in(scenario, pair))
    if quantity == "kernel size":
        return scenario.varied(kernel=kernel_in(scenario, pair))
    return scenario.varied(**{QUANTITIES[quantity].key: pair})


def linked_in(scenario: Scenario) -> frozenset[str]:
    """Return the quantities whose rows and columns are the same: only those can be linked from the start."""
    pairs = ((quantity.name, getattr(scenario, quantity.key)) for quantity in sliding())
    return frozenset(name for name, (rows, columns) in pairs if rows == columns)


def allowed(scenario: Scenario, quantity: str, axis: int) -> Range:
    """Return the values that a quantity can take on an axis (0 rows, 1 columns) with all else as it is.

    Those with which the kernel fits: d·(k − 1) + 1 ≤ n + 2p.
    """
    row = QUANTITIES.get(quantity)
    if row is None:
        raise UnknownName("quantity", quantity, tuple(each.name for each in sliding()))
    if not row.place:
        return row.range
    numbers = [(each.place, getattr(scenario, each.key)[axis]) for each in QUANTITIES.values() if each.place]
    return _fitting(row.range, row.place, tuple(numbers))


@lru_cache(maxsize=256)
def _fitting(limits: Range, place: str, numbers: tuple[tuple[str, int], ...]) -> Range:
    """Return between which values of one of the numbers there is an output; they lie side by side."""
    values = range(int(limits.low), int(limits.high) + 1)
    fitting = [value for value in values if output_length(**(dict(numbers) | {place: value}))]
    return Range(fitting[0], fitting[-1])
