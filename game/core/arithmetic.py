"""How products and sums are computed, so that every place that shows a value shows the same one.

Decimals such as 0.65 are no binary numbers, so adding up their products in two orders can give two results, and
neither need be the true one. Where all pixels and weights are decimals of a few places (or pixels are 255ths or
65535ths, as in photos), both are counted in whole parts, 65 hundredths, which a float64 multiplies and adds without any
error; the sum is divided once, and is the number nearest to the true one. Else, as with 1/9, there is no such unit:
then the products are added in row order of the kernel, everywhere.
"""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from ..value import Value
from .grid import Grid, Pair

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Flags = NDArray[np.bool_]

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
    some = grid.ravel()[:: max(1, grid.size // SAMPLES)]  # most powers fail here already, at a tenth of the cost
    powers = (10.0**places for places in range(MOST_PLACES + 1))
    return next((parts for parts in powers if is_counted(some, parts) and is_counted(grid, parts)), 0.0)


SAMPLES = 24


def pixel_parts(pixels: Grid) -> float:
    """Return the parts that pixels are counted in: a power of ten, or a photo's 255 or 65535; 0 if there are none."""
    return decimal_parts(pixels) or next((parts for parts in PHOTO_PARTS if is_counted(pixels, parts)), 0.0)


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


def correlated_in_row_order(padded: Grid, kernel: Grid, stride: Pair, dilation: Pair) -> Grid:
    """Return the output cells of every patch that fits, the products added one after the other, as the weights stand.

    A weight meets every stride-th pixel. These are taken out as an image of their own, once for each place that they
    can begin at; in it all cells' pixels lie behind each other, in one run that a weight is multiplied with at once. A
    row's weights with the same place are multiplied together: their runs begin equally far from each other. The few
    numbers between the end of one row and the beginning of the next are computed for nothing.
    """
    rows, columns = (
        (length - gap * (cells - 1) - 1) // step + 1
        for length, cells, step, gap in zip(padded.shape, kernel.shape, stride, dilation, strict=True)
    )
    width = -(-padded.shape[1] // stride[1])
    length = (rows - 1) * width + columns
    period = stride[1] // gcd(stride[1], dilation[1])  # of the columns of weights that begin at one place
    apart = dilation[1] * period // stride[1]
    sums, products = np.zeros(rows * width), np.empty((kernel.shape[1], length))
    cells, runs = sums[:length], dict[Pair, Grid]()
    for row, weights in enumerate(kernel):
        down, top = divmod(row * dilation[0], stride[0])
        for column in range(min(period, len(weights))):
            right, left = divmod(column * dilation[1], stride[1])
            if (top, left) not in runs:
                runs[top, left] = sliding_window_view(_thinned(padded, (top, left), stride, width), length)
            own, first = weights[column::period, np.newaxis], down * width + right
            last = first + apart * (len(own) - 1)
            np.multiply(runs[top, left][first : last + 1 : apart], own, out=products[column::period])
        for weighted in products:
            np.add(cells, weighted, out=cells)
    return sums.reshape(rows, width)[:, :columns].copy()


def _thinned(padded: Grid, first: Pair, stride: Pair, width: int) -> Grid:
    """Return every stride-th pixel from the first one on, row behind row, each row as long as `width`."""
    some = padded[first[0] :: stride[0], first[1] :: stride[1]]
    whole = np.zeros((some.shape[0], width))
    whole[:, : some.shape[1]] = some
    return whole.ravel()
