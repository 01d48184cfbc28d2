"""Tensors: grids of one size one behind the other, a channel each; and the weights of filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from .errors import NotATensor
from .grid import SIDE_LIMIT, frozen

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

Tensor: TypeAlias = "NDArray[np.float64]"
"""Numbers, shape (channels, rows, columns), read-only."""
Filters: TypeAlias = "NDArray[np.float64]"
"""Weights, shape (filters, channels of a group, rows, columns), read-only."""

NAMES = {3: ("channel",), 4: ("filter", "channel")}
"""What a tensor's grids are counted by, for those with so many dimensions."""


def dimensions_of(values: object) -> int:
    """Return how many dimensions numbers have, by how deep lists or arrays are nested at their beginning."""
    if isinstance(values, np.ndarray):
        return values.ndim
    depth = 0
    while isinstance(values, list | tuple | np.ndarray) and depth < DEEPEST:
        depth += 1
        if isinstance(values, np.ndarray):
            return depth + values.ndim - 1
        values = values[0] if values else None
    return depth


DEEPEST = 5
"""Deeper lists are no numbers that are known here."""


def checked_tensor(values: ArrayLike, quantity: str, dimensions: int) -> Tensor:
    """Return the values as a read-only tensor of so many dimensions, or raise NotATensor.

    quantity: "image", "weights"; the error names the first grid that is wrong.
    """
    try:
        array = np.asarray(values)
    except ValueError as error:  # numpy's word for rows or grids of different lengths
        raise NotATensor(quantity, "ragged", _first_odd(values, dimensions)) from error
    if array.size == 0:
        raise NotATensor(quantity, "empty")
    if array.dtype.kind not in "iuf":
        raise NotATensor(quantity, "not numbers")
    if array.ndim != dimensions:
        raise NotATensor(quantity, "wrong depth")
    if max(array.shape) > SIDE_LIMIT:
        raise NotATensor(quantity, "too large", " × ".join(map(str, array.shape)))
    return frozen(array)


def _first_odd(values: object, dimensions: int) -> str:
    """Return which grid is the first that differs in size from the first of all, e.g. "filter 2, channel 3"."""
    grids = list(_grids(values, dimensions - 2))
    sizes = [tuple(len(row) if isinstance(row, Sequence) else -1 for row in _items(grid)) for _, grid in grids]
    for (at, _), size in zip(grids, sizes, strict=True):
        if size != sizes[0] or len(set(size)) != 1:
            return ", ".join(f"{name} {place + 1}" for name, place in zip(NAMES[dimensions], at, strict=False))
    return ""


def _grids(values: object, depth: int) -> Iterator[tuple[tuple[int, ...], object]]:
    """Return the grids of nested lists, each with its place."""
    if depth == 0:
        yield (), values
        return
    for place, part in enumerate(_items(values)):
        for at, grid in _grids(part, depth - 1):
            yield (place, *at), grid


def _items(values: object) -> Sequence[object]:
    return values if isinstance(values, Sequence) and not isinstance(values, str) else ()
