"""Other sizes, and other seeds: which there can be, what stays of image and kernel, and what the new cells hold."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from . import kernels
from .errors import DoesNotApply, UnknownName
from .grid import Grid, Pair, checked_pair, checked_whole, frozen
from .limits import IMAGE_SIZE, KERNEL_SIZE, PICTURE_SIZE, SEED, Range
from .named import image_called, image_is_random, kernel_is_random, kernel_name_of, weights_called
from .output_size import output_length
from .padding import Mode
from .quantities import QUANTITIES, sliding
from .scenario import Scenario
from .tensors import Filters, Tensor


def image_in(scenario: Scenario, size: Pair) -> tuple[Grid, ...]:
    """Return all channels in another size: cropped or extended at the right and below, the rest as it is.

    New pixels of a random image and of "ones" continue it, those of any other image are 0. A side of a picture that is
    longer than an image can be made stays so only while it is not changed.
    Raises OutOfRange or NotWhole.
    """
    for length, before in zip(size, scenario.pixel_size, strict=True):
        checked_whole(length, "image size", PICTURE_SIZE if length == before else IMAGE_SIZE)
    rows, columns = size
    if (rows, columns) == scenario.pixel_size:
        return scenario.pixels
    new = np.zeros((len(scenario.pixels), rows, columns))
    if image_is_random(scenario.image_name) or scenario.image_name == "ones":
        new = np.minimum(image_called(scenario.image_name, len(new), (rows, columns), scenario.seed), scenario.white)
    kept_rows, kept_columns = (min(pair) for pair in zip((rows, columns), scenario.pixel_size, strict=True))
    for image, channel in zip(new, scenario.pixels, strict=True):
        image[:kept_rows, :kept_columns] = channel[:kept_rows, :kept_columns]
    return tuple(map(frozen, new))


def kernel_in(scenario: Scenario, size: Pair, limits: Range = KERNEL_SIZE) -> Filters:
    """Return all kernels in another size: cropped or extended all around, each weight in its old place.

    Places count from the middle: kernels of all sizes lie with their middle on that of a 15 × 15 field. New weights of
    a random kernel and of "ones" continue it, those of any other kernel are 0.
    Raises OutOfRange or NotWhole, beyond the limits of its sides.
    """
    weights = scenario.layer.chosen_weights
    if tuple(size) == scenario.kernel_size:
        return weights
    rows, columns = checked_pair(size, "kernel size", limits)
    filters, channels = weights.shape[:2]
    new = np.zeros((filters, channels, rows, columns))
    if kernel_is_random(scenario.kernel_name) or scenario.kernel_name == "ones":
        new = weights_called(scenario.kernel_name, (filters, channels), (rows, columns), scenario.seed).copy()
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
    if image_is_random(scenario.image_name):
        rolled["image"] = tuple(map(frozen, np.minimum(_image_of_name(scenario, seed), scenario.white)))
    if kernel_is_random(scenario.kernel_name):
        rolled["kernel"] = frozen(_weights_of_name(scenario, seed))
    return scenario.varied(**rolled)


def _image_of_name(scenario: Scenario, seed: int) -> Tensor:
    return image_called(scenario.image_name, len(scenario.channels), scenario.pixel_size, seed)


def _weights_of_name(scenario: Scenario, seed: int) -> Filters:
    filters, channels = scenario.layer.weights.shape[:2]
    return weights_called(scenario.kernel_name, (filters, channels), scenario.kernel_size, seed)


def reseed_reason(scenario: Scenario) -> str | None:
    """Return "nothing is random" when another seed would change no number, else None; of a pooling the image alone."""
    if image_is_random(scenario.image_name) or kernel_is_random(scenario.kernel_name):
        return None
    return "nothing is random" if scenario.layer.pooling is None else "image not random"


def image_of_name(scenario: Scenario) -> Tensor | None:
    """Return the image that the scenario's came from; None without a name, and where there is none of this size."""
    return _of_name(_image_of_name, scenario) if scenario.image_name else None


def image_edited(scenario: Scenario, named: Tensor | None) -> bool:
    """Say whether the image differs from the named one that it came from; one without a name does not."""
    return bool(scenario.image_name) and (named is None or not np.array_equal(named, scenario.pixel_tensor))


def kernel_edited(scenario: Scenario) -> bool:
    """Say whether the kernels differ from the named ones that they came from; those without a name do not."""
    if not scenario.kernel_name:
        return False
    named = _of_name(_weights_of_name, scenario)
    return named is None or not np.array_equal(named, scenario.layer.chosen_weights)


def _of_name(named: Callable[[Scenario, int], Tensor], scenario: Scenario) -> Tensor | None:
    try:
        return named(scenario, scenario.seed)
    except DoesNotApply:
        return None


def with_pair(scenario: Scenario, quantity: str, pair: Pair) -> Scenario:
    """Return the scenario with another (rows, columns) for a quantity.

    Raises OutOfRange, NotWhole or KernelDoesNotFit.
    """
    if quantity == "image size":
        return scenario.varied(image=image_in(scenario, pair))
    if quantity == "kernel size":
        return scenario.varied(kernel=kernel_in(scenario, _of_a_kernel(scenario, pair)))
    return scenario.varied(**{QUANTITIES[quantity].key: pair})


def _of_a_kernel(scenario: Scenario, size: Pair) -> Pair:
    """Return the size of a kernel that leaves off being as large as a larger image: its other side is cropped, too."""
    now, most = scenario.kernel_size, int(KERNEL_SIZE.high)
    if size == now:
        return size
    rows, columns = (min(side, most) if side == before else side for side, before in zip(size, now, strict=True))
    return rows, columns


def linked_in(scenario: Scenario) -> frozenset[str]:
    """Return the quantities whose rows and columns are the same: only those can be linked from the start."""
    pairs: dict[str, tuple[object, object]] = {each.name: scenario.chosen(each.key) for each in sliding()}
    pairs["padding"] = scenario.layer.chosen_padding.sides
    return frozenset(name for name, (rows, columns) in pairs.items() if rows == columns)


def allowed(scenario: Scenario, quantity: str, axis: int) -> Range:
    """Return the values that a quantity can take on an axis (0 rows, 1 columns) with all else as it is.

    Those with which the kernel fits, d·(k − 1) + 1 ≤ n + 2p, and which what stands in the padding can fill. A padding
    that is set is the same on both sides; what another quantity may be follows from the two sides as they are.
    """
    row = QUANTITIES.get(quantity)
    if row is None:
        raise UnknownName("quantity", quantity, tuple(each.name for each in sliding()))
    if not row.place:
        return row.range
    if scenario.layer.pooling is not None:
        from .operation_ranges import pooling_range  # a first picture has a convolution

        return pooling_range(scenario, quantity, axis)
    if scenario.layer.is_transposed:
        from .operation_ranges import transposed_range

        return transposed_range(scenario, quantity, axis)
    numbers = {each.place: getattr(scenario, each.key)[axis] for each in QUANTITIES.values() if each.place}
    sides = scenario.layer.padding.sides[axis]
    limits = _filled(row.range, row.place, scenario.layer.padding.mode, numbers["length"], max(sides))
    if scenario.layer.whole_image and row.place == "length":
        from .follow import image_range  # few kernels are as large as the image

        return image_range(scenario.layer, axis, limits)
    around = 0 if row.place == "padding" else sum(sides)
    if around:
        numbers["padding"] = 0
    return _fitting(limits, row.place, tuple(numbers.items()), around)


def _filled(limits: Range, place: str, mode: Mode, length: int, most: int) -> Range:
    """Return the limits of a padding, or of the image that has to fill it: see `padding.Padding.check`."""
    if mode not in ("reflect", "circular") or place not in ("padding", "length"):
        return limits
    needed = 1 if mode == "reflect" else 0
    if place == "padding":
        return Range(limits.low, min(limits.high, length - needed))
    return Range(max(limits.low, most + needed), limits.high)


@lru_cache(maxsize=256)
def _fitting(limits: Range, place: str, numbers: tuple[tuple[str, int], ...], around: int) -> Range:
    """Return between which values of one of the numbers there is an output; they lie side by side.

    Where there are none, as where only a picture is large enough for the kernel, it has to stay what it is.

    around: the padding on both sides together, where that is none of the numbers.
    """
    values = range(int(limits.low), int(limits.high) + 1)
    fitting = [value for value in values if _output(around, **(dict(numbers) | {place: value}))]
    if not fitting:
        return Range(dict(numbers)[place], dict(numbers)[place])
    return Range(fitting[0], fitting[-1])


def _output(around: int, length: int, **numbers: int) -> int:
    return output_length(length + around, **numbers)


def with_own_kernel(scenario: Scenario, kernel: Grid | Filters) -> Scenario:
    """Return the scenario with a kernel, or weights, of the person's own, under their name if they have one."""
    if not scenario.is_single and np.ndim(kernel) == 2:
        rows, columns = np.shape(kernel)
        front = scenario.channel, scenario.filter
        scenario = with_pair(scenario, "kernel size", (rows, columns)).at(*front)
    own = scenario.changed(kernel=kernel, kernel_name="")
    return own.varied(kernel_name=kernel_name_of(own.layer.chosen_weights, own.seed))
