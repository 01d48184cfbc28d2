"""Means over equal areas: how a picture becomes smaller without losing or inventing light."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .grid import Pair

Numbers = NDArray[Any]


class Shares(NamedTuple):
    """Which cells along a side make each of its parts, and with which share.

    cells     shape (parts, n): the cells that reach into each part, the first of them first
    weights   shape (parts, n): the share that each of them has in the part's mean; each row sums to 1
    """

    cells: NDArray[np.intp]
    weights: Numbers

    def between(self, first: int, last: int) -> tuple[Shares, int, int]:
        """Return the parts from `first` to before `last`, and the cells that they need: from one to before another.

        The cells of what is returned count from the first that is needed.
        """
        cells = self.cells[first:last]
        start, end = int(cells.min()), int(cells.max()) + 1
        return Shares(cells - start, self.weights[first:last]), start, end

    def matrix(self, length: int) -> Numbers:
        """Return the share of each part that every one of `length` cells has, shape (parts, length)."""
        found = np.zeros((len(self.cells), length))
        np.add.at(found, (np.arange(len(self.cells))[:, np.newaxis], self.cells), self.weights)
        return found

    def means(self, values: Numbers, axis: int) -> Numbers:
        """Return the means along an axis of an array, 0 or 1: each part in the place of its cells."""
        shape = [1] * values.ndim
        shape[axis] = -1
        first, *others = range(self.cells.shape[1])
        found = values.take(self.cells[:, first], axis) * self.weights[:, first].reshape(shape)
        for each in others:
            found += values.take(self.cells[:, each], axis) * self.weights[:, each].reshape(shape)
        return found


def shares(length: int, parts: int, kind: type[np.floating[Any]] = np.float64) -> Shares:
    """Return the shares of a side of so many cells in 1 … `length` equal parts; the weights are of that kind."""
    whole = _whole_shares(length, parts)
    return Shares(whole.cells, (whole.weights / length).astype(kind))


def _whole_shares(length: int, parts: int, kind: type[np.floating[Any]] = np.float64) -> Shares:
    """Return the same with weights that are whole numbers; each row sums to `length`."""
    edges = np.arange(parts + 1) * length  # in units of which a cell has `parts`
    first = edges[:-1] // parts
    most = int((-(-edges[1:] // parts) - first).max())
    cells = first[:, np.newaxis] + np.arange(most)
    covered = np.minimum(edges[1:, np.newaxis], (cells + 1) * parts) - np.maximum(edges[:-1, np.newaxis], cells * parts)
    return Shares(np.minimum(cells, length - 1), np.maximum(covered, 0).astype(kind))


def averaged(values: Numbers, size: Pair) -> Numbers:
    """Return the means over size[0] × size[1] equal areas of numbers (rows × columns, or × channels), as float64.

    No side may become longer than it is. Of whole numbers up to 65535, and up to 1024 to a side, each is the number
    nearest to the true mean: the sums are whole numbers, and are divided once.
    """
    rows, columns = values.shape[:2]
    # The sums of a column's bytes are whole numbers that a float32 holds, which takes half the time.
    small = values.dtype == np.uint8 and rows <= _BYTES_IN_SINGLE
    down, across = _whole_shares(rows, size[0], np.float32 if small else np.float64), _whole_shares(columns, size[1])
    means: Numbers = across.means(down.means(values, 0), 1) / (rows * columns)
    return means


_BYTES_IN_SINGLE = 2**24 // 255


def fitting(size: Pair, longest: int) -> Pair:
    """Return a size in its proportions whose longer side is `longest` at most; none becomes larger, none 0."""
    if max(size) <= longest:
        return size
    scale = longest / max(size)
    return max(1, int(size[0] * scale + 0.5)), max(1, int(size[1] * scale + 0.5))
