"""Other sizes, and other seeds: which there can be, what stays of image and kernel, and what the new cells hold."""

from collections.abc import Callable

import numpy as np

from ..value import replace
from . import images, kernels
from .errors import DoesNotApply, UnknownName
from .grid import Grid, Pair, checked_pair
from .limits import IMAGE_SIZE, KERNEL_SIZE, PADDING, SEED, STRIDE, Range
from .scenario import Scenario

QUANTITIES = ("image size", "kernel size", "stride", "padding")


def resize_image(scenario: Scenario, size: Pair) -> Scenario:
    """Return the scenario with another image size: cropped or extended at the right and below, the rest as it is.

    New pixels of a random image and of "ones" continue it, those of any other image are 0.
    Raises OutOfRange, NotWhole or KernelDoesNotFit.
    """
    rows, columns = checked_pair(size, "image size", IMAGE_SIZE)
    if (rows, columns) == scenario.image_size:
        return scenario
    image = np.zeros((rows, columns))
    if scenario.image_name in (*images.RANDOM, "ones"):
        named = images.make(scenario.image_name, (rows, columns), scenario.seed)
        image = np.minimum(named, scenario.white)
    kept_rows, kept_columns = min(rows, scenario.image_size[0]), min(columns, scenario.image_size[1])
    image[:kept_rows, :kept_columns] = scenario.image[:kept_rows, :kept_columns]
    return replace(scenario, image=image)


def resize_kernel(scenario: Scenario, size: Pair) -> Scenario:
    """Return the scenario with another kernel size: cropped or extended all around, each weight in its old place.

    Places count from the middle: kernels of all sizes lie with their middle on that of a 15 × 15 field. New weights of
    a random kernel and of "ones" continue it, those of any other kernel are 0.
    Raises OutOfRange, NotWhole or KernelDoesNotFit.
    """
    rows, columns = checked_pair(size, "kernel size", KERNEL_SIZE)
    if (rows, columns) == scenario.kernel_size:
        return scenario
    kernel = np.zeros((rows, columns))
    if scenario.kernel_name in (*kernels.RANDOM, "ones"):
        kernel = kernels.make(scenario.kernel_name, (rows, columns), scenario.seed).copy()
    new_rows, old_rows = _shared(rows, scenario.kernel_size[0])
    new_columns, old_columns = _shared(columns, scenario.kernel_size[1])
    kernel[new_rows, new_columns] = scenario.kernel[old_rows, old_columns]
    return replace(scenario, kernel=kernel)


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
    fresh = scenario.with_seed(seed)
    if images.is_random(scenario.image_name):
        image = images.make(scenario.image_name, scenario.image_size, fresh.seed)
        fresh = fresh.with_image(np.minimum(image, scenario.white), scenario.image_name)
    if kernels.is_random(scenario.kernel_name):
        kernel = kernels.make(scenario.kernel_name, scenario.kernel_size, fresh.seed)
        fresh = fresh.with_kernel(kernel, scenario.kernel_name)
    return fresh


def reseed_reason(scenario: Scenario) -> str | None:
    """Return "nothing is random" when another seed would change no number, else None."""
    random = images.is_random(scenario.image_name) or kernels.is_random(scenario.kernel_name)
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


def allowed(scenario: Scenario, quantity: str, axis: int) -> Range:
    """Return the values that a quantity can take on an axis (0 rows, 1 columns) with all else as it is.

    The quantities are "image size", "kernel size", "stride" and "padding". The kernel has to fit:
    d·(k − 1) + 1 ≤ n + 2p; each case solves that for its own letter.
    """
    length = scenario.image_size[axis]
    extent = scenario.kernel_extent[axis]
    padding = scenario.padding[axis]
    dilation = scenario.dilation[axis]
    if quantity == "image size":
        return Range(max(IMAGE_SIZE.low, extent - 2 * padding), IMAGE_SIZE.high)
    if quantity == "kernel size":
        return Range(KERNEL_SIZE.low, min(KERNEL_SIZE.high, (length + 2 * padding - 1) // dilation + 1))
    if quantity == "padding":
        missing = extent - length
        return Range(max(PADDING.low, (missing + 1) // 2), PADDING.high)
    if quantity == "stride":
        return STRIDE
    raise UnknownName("quantity", quantity, QUANTITIES)
