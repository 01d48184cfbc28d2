"""How products and sums are computed, so that every place that shows a value shows the same one.

Decimals such as 0.65 are no binary numbers, so adding up their products in two orders can give two results, and
neither need be the true one. Where all pixels and weights are decimals of a few places (or pixels are 255ths or
65535ths, as in photos), both are counted in whole parts, 65 hundredths, which a float64 multiplies and adds without any
error; the sum is divided once, and is the number nearest to the true one. Else, as with 1/9, there is no such unit:
then the products are added in row order of the kernel, everywhere (`row_order.py`).

A picture has hundreds of thousands of pixels, and a stroke changes few of them. Of what parts all are made follows from
these few (`counting_after`), and from one pixel for each kind of parts that was tried in vain: as long as that one
stands, no other is looked at again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from ..value import Single, Value
from .grid import Grid, Pair, Region, frozen
from .tensors import Filters, Tensor

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Flags = NDArray[np.bool_]

Scalar = TypeVar("Scalar", bound=np.generic)

MOST_PLACES = 6
"""Decimals that a pixel or a weight may have to be counted in whole parts."""
PHOTO_PARTS = (255.0, 65_535.0)
"""The parts of a photo's pixels, which are whole numbers 0 … 255 divided by 255; or, of 16 bits, by 65535."""
EXACT_BELOW = 2.0**53
"""A float64 holds every whole number up to this one."""


class Arithmetic(Value):
    """How many whole parts make 1 of a pixel (powers of ten, 255, 65535), and of a weight; both 0 for none."""

    pixel_parts: float = 0.0
    weight_parts: float = 0.0

    @property
    def exact(self) -> bool:
        """Tell whether sums are taken in whole parts: then they do not depend on any order."""
        return self.pixel_parts > 0

    def products(self, pixels: ArrayLike, weights: ArrayLike) -> Grid:
        """Return pixel × weight for arrays (or numbers) of one shape, each the number nearest to the true product."""
        return self.in_ones(self.pixels(pixels) * self.weights(weights))

    def running_sums(self, pixels: Grid, weights: Grid) -> Grid:
        """Return the sums of the first 1, 2, 3 … products in row order; the last one is the output cell's value."""
        # A sum that is begun with +0 never is −0, as in the map.
        return self.in_ones(np.cumsum(self.pixels(pixels) * self.weights(weights)) + 0.0)

    @property
    def parts(self) -> float:
        """How many parts make 1 of a product or a sum; 0 where there are none."""
        return self.pixel_parts * self.weight_parts

    def pixels(self, pixels: ArrayLike) -> Grid:
        """Return pixels in what they are counted in."""
        return _counted(pixels, self.pixel_parts)

    def weights(self, weights: ArrayLike) -> Grid:
        """Return weights in what they are counted in."""
        return _counted(weights, self.weight_parts)

    def in_parts(self, sums: ArrayLike) -> Grid:
        """Return sums, or biases, in what products are counted in."""
        return _counted(sums, self.parts)

    def in_ones(self, parts: Grid) -> Grid:
        """Return what has been computed in parts as numbers: divided once, which is rounded correctly."""
        return parts / self.parts if self.exact else parts


IN_ROW_ORDER = Arithmetic()
"""The arithmetic of numbers that no whole parts make."""


def decimal_parts(grid: Grid) -> float:
    """Return the least power of ten, up to 10⁶, of which every number is a whole multiple's part; 0 if none is."""
    return next((parts for parts in _likely(grid, POWERS) if is_counted(grid, parts)), 0.0)


SAMPLES = 24
POWERS = frozen([[10.0**places] for places in range(MOST_PLACES + 1)])
PIXEL_KINDS = frozen([*POWERS.tolist(), *([parts] for parts in PHOTO_PARTS)])


def _likely(grid: Grid, kinds: Grid) -> list[float]:
    """Return the kinds of parts, shape (kinds, 1), of which none of some numbers is odd: most fail here already.

    All kinds are tried at once, for it is the call that costs, not a few numbers more.
    """
    some = grid.ravel()[:: max(1, grid.size // SAMPLES)]
    counted = (np.rint(some * kinds) / kinds == some).all(axis=1)
    likely: list[float] = kinds[counted, 0].tolist()
    return likely


def pixel_parts(pixels: Grid) -> float:
    """Return the parts that pixels are counted in: a power of ten, or a photo's 255 or 65535; 0 if there are none."""
    return next((parts for parts in _likely(pixels, PIXEL_KINDS) if is_counted(pixels, parts)), 0.0)


def is_counted(grid: Grid, parts: float) -> bool:
    """Tell whether every number is so many whole parts of 1."""
    return not odd_ones(grid, parts).any()


def odd_ones(grid: Grid, parts: float) -> Flags:
    """Return which numbers are no whole parts of 1."""
    # A whole number divided by the parts is rounded correctly, so it equals a decimal's own float64 and no other's.
    odd: Flags = _counted(grid, parts) / parts != grid
    return odd


def _counted(values: ArrayLike, parts: float) -> Grid:
    """Return how many parts each number is; the numbers themselves without parts."""
    grid: Grid = np.asarray(values, np.float64)
    if parts in (0.0, 1.0):
        return grid if parts == 0.0 else np.rint(grid)
    return np.rint(grid * parts)


def counted_in(pixels: Tensor, weights: Filters, bias: Tensor) -> Arithmetic:
    """Return the whole parts that pixels, weights and biases are made of, however large their sums; else none."""
    parts = pixel_parts(pixels) if decimal_parts(weights) else 0.0
    return counted_with(parts, weights, bias)


def counted_with(parts: float, weights: Filters, bias: Tensor) -> Arithmetic:
    """Return the whole parts of all where those of the pixels are known; else none."""
    weight_parts = decimal_parts(weights)
    if not parts or not weight_parts:
        return IN_ROW_ORDER
    for places in range(MOST_PLACES + 1):  # the biases are counted in parts of pixel × weight
        found = Arithmetic(parts, weight_parts * 10.0**places)
        if is_counted(bias, found.parts):
            return found
    return IN_ROW_ORDER


Place = tuple[int, int, int]
"""Channel, row and column."""

KINDS: tuple[float, ...] = tuple(PIXEL_KINDS.ravel().tolist())
"""The parts that make 1 of a pixel, in the order in which they are tried."""


class Counting(Single):
    """How many parts make 1 of every pixel, 0 for none; and for each kind that was tried in vain a pixel that is odd.

    Odd is what is no whole number of parts of a kind.
    """

    parts: float
    odd: dict[float, Place]


def counting_of(channels: Sequence[Grid], fill: float) -> Counting:
    """Return the parts of all pixels, and of what stands around them; the same as `arithmetic.pixel_parts` finds."""
    return _counting(fill, {}, lambda parts: _odd_in_any(channels, parts))


def counting_after(before: Counting, channels: Sequence[Grid], fill: float, channel: int, region: Region) -> Counting:
    """Return the same as `counting_of`, where a block of one channel has changed since, and nothing else."""

    def odd(parts: float) -> Place | None:
        if parts != before.parts:
            return _odd_in_any(channels, parts)
        found = _odd_in(channels[channel][region], parts)
        return None if found is None else (channel, region[0].start + found[0], region[1].start + found[1])

    still = {parts: place for parts, place in before.odd.items() if not is_counted(_pixel(channels, place), parts)}
    return _counting(fill, still, odd)


def _counting(fill: float, known: dict[float, Place], search: Callable[[float], Place | None]) -> Counting:
    """Return the first kind that has no odd pixel; `known`: some that are odd, else they are searched for."""
    found: dict[float, Place] = {}
    for parts in KINDS:
        place = known.get(parts) or search(parts)
        if place is not None:
            found[parts] = place
        elif is_counted(np.array([[fill]]), parts):
            return Counting(parts, found)
    return Counting(0.0, found)


def _pixel(channels: Sequence[Grid], place: Place) -> Grid:
    channel, row, column = place
    return channels[channel][row : row + 1, column : column + 1]


def _odd_in_any(channels: Sequence[Grid], parts: float) -> Place | None:
    """Return a pixel of all channels that is odd, if there is one."""
    for channel, grid in enumerate(channels):
        found = _odd_in(grid, parts)
        if found is not None:
            return channel, *found
    return None


def _odd_in(grid: Grid, parts: float) -> Pair | None:
    """Return a pixel of a channel that is odd; a few are looked at first, for mostly one of them is already."""
    width, step = grid.shape[1], max(1, grid.size // SAMPLES)
    for some, apart in ((grid.ravel()[::step], step), (grid, 1)):
        odd = odd_ones(some, parts)
        if odd.any():
            row, column = divmod(int(odd.argmax()) * apart, width)
            return row, column
    return None


def distinct(values: NDArray[Scalar]) -> NDArray[Scalar]:
    """Return the different ones of numbers, shape (count,), from the least to the largest.

    As `numpy.unique`, which would import a large part of numpy that nothing else here needs.
    """
    ordered = np.sort(values, axis=None)
    found: NDArray[Scalar] = ordered[np.append(True, ordered[1:] != ordered[:-1])[: ordered.size]]
    return found
