"""Means over equal areas: how a picture becomes smaller without losing or inventing light."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..core.grid import Pair

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
    edges = np.arange(parts + 1) * (length / parts)
    edges[-1] = length
    first = np.minimum(edges[:-1].astype(np.intp), length - 1)
    most = int((np.minimum(np.ceil(edges[1:]).astype(np.intp), length) - first).max())
    cells = first[:, np.newaxis] + np.arange(most)
    covered = np.minimum(edges[1:, np.newaxis], cells + 1) - np.maximum(edges[:-1, np.newaxis], cells)
    weights = np.maximum(covered, 0.0) * (parts / length)
    return Shares(np.minimum(cells, length - 1), weights.astype(kind))


def averaged(values: Numbers, size: Pair) -> Numbers:
    """Return the means over size[0] × size[1] equal areas of numbers (rows × columns, or × channels), as float64.

    No side may become longer than it is.
    """
    down, across = shares(values.shape[0], size[0]), shares(values.shape[1], size[1])
    return across.means(down.means(values, 0), 1)


def fitting(size: Pair, longest: int) -> Pair:
    """Return a size in its proportions whose longer side is `longest` at most; none becomes larger, none 0."""
    if max(size) <= longest:
        return size
    scale = longest / max(size)
    return max(1, int(size[0] * scale + 0.5)), max(1, int(size[1] * scale + 0.5))
