"""Grids and pairs: the two shapes of data that everything here is made of, and how they are checked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, SupportsFloat, TypeAlias

import numpy as np

from .errors import NotAGrid, NotFinite, NotWhole, OutOfRange
from .limits import Range

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

Pair = tuple[int, int]
"""(rows, columns): a size, a cell, or a setting for each axis."""
Shape = tuple[int, int, int]
"""(channels, rows, columns)."""
Region = tuple[slice, slice]
"""A block of cells: its rows and its columns, each from a first one to before a last one."""
Ends = tuple[float, float]
"""The least and the largest of some numbers."""
Grid: TypeAlias = "NDArray[np.float64]"
"""Numbers in rows and columns, shape (rows, columns)."""

SIDE_LIMIT = 4096
"""No grid with a longer side is even converted; the limits of image and kernel are far below."""


def frozen(array: ArrayLike) -> Grid:
    """Return the numbers as a read-only grid: the same array if it is one already, else a copy."""
    grid = np.asarray(array)
    flags = grid.flags
    if grid.dtype == np.float64 and flags.c_contiguous and flags.owndata and not flags.writeable:
        return grid
    # A view is copied even if it is read-only itself: what it looks at may change.
    copy = np.array(grid, dtype=np.float64, order="C")
    copy.flags.writeable = False
    return copy


def ends_of(grid: Grid) -> Ends:
    """Return the least and the largest number of a grid."""
    return float(grid.min()), float(grid.max())


SMALL = 4096
"""Cells up to which grids are looked through all at once, in a copy of them."""


def ends_of_each(grids: Sequence[Grid] | Grid) -> tuple[Ends, ...]:
    """Return the ends of each of some grids of one shape; of small ones, as maps of a network are, all at once."""
    if len(grids) < 2 or grids[0].size > SMALL:
        return tuple(map(ends_of, grids))
    cells = np.array(grids).reshape(len(grids), -1)
    return tuple(zip(cells.min(axis=1).tolist(), cells.max(axis=1).tolist(), strict=True))


def ends_after(ends: Ends, before: Grid, after: Grid, block: Region) -> Ends:
    """Return the ends of a grid that differs in no cell outside a block from one whose ends are known.

    All of it is only looked through where an end may have gone with what stood in the block.
    """
    was, now = before[block], after[block]
    if not now.size:
        return ends
    low, high = ends_of(now)
    least = low if low <= ends[0] else ends[0] if was.min() > ends[0] else float(after.min())
    largest = high if high >= ends[1] else ends[1] if was.max() < ends[1] else float(after.max())
    return least, largest


def ends_around(ends: Iterable[Ends]) -> Ends:
    """Return the least and the largest of all."""
    lows, highs = zip(*ends, strict=True)
    return min(lows), max(highs)


def magnitude_of(ends: Ends) -> float:
    """Return the largest magnitude of numbers between some ends that are among them."""
    return max(ends[1], -ends[0]) + 0.0  # −0 becomes 0


def block_around(blocks: Sequence[Region]) -> Region:
    """Return the smallest block that holds all of these; an empty one is nowhere."""
    some = [block for block in blocks if all(part.start < part.stop for part in block)]
    if not some:
        return slice(0, 0), slice(0, 0)
    rows, columns = (
        slice(min(block[axis].start for block in some), max(block[axis].stop for block in some)) for axis in (0, 1)
    )
    return rows, columns


def region_apart(one: Grid, other: Grid) -> Region | None:
    """Return the smallest block that holds all cells in which two grids of one shape differ; None: they are equal."""
    differ = one != other
    rows, columns = np.flatnonzero(differ.any(axis=1)), np.flatnonzero(differ.any(axis=0))
    if not len(rows):
        return None
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)


def regions_apart(ones: Sequence[Grid], others: Sequence[Grid]) -> dict[int, Region]:
    """Return where grids differ from others, all of one shape, by their places: the same as `region_apart` of each.

    Those that are equal have none. All are looked through at once: maps of a network are many, and small.
    """
    pairs = enumerate(zip(ones, others, strict=True))
    differ = {place: one != other for place, (one, other) in pairs if one is not other}
    if not differ:
        return {}
    cells = np.array(list(differ.values()))
    axes = [np.logical_or.reduce(cells, axis=axis) for axis in (2, 1)]  # rows and columns of each
    ends = [(each.argmax(axis=1), each.shape[1] - each[:, ::-1].argmax(axis=1)) for each in axes]
    each = zip(
        differ,
        np.logical_or.reduce(axes[0], axis=1).tolist(),
        *(end.tolist() for axis in ends for end in axis),
        strict=True,
    )
    return {place: (slice(top, bottom), slice(left, right)) for place, some, top, bottom, left, right in each if some}


def checked_grid(values: ArrayLike, quantity: str) -> Grid:
    """Return the values as a read-only grid, or raise NotAGrid; `quantity` is "image" or "kernel"."""
    try:
        array = np.asarray(values)
    except ValueError as error:  # numpy's word for rows of different lengths
        raise NotAGrid(quantity, "ragged") from error
    if array.size == 0:
        raise NotAGrid(quantity, "empty")
    if array.dtype.kind not in "iuf":
        raise NotAGrid(quantity, "not numbers")
    if array.ndim != 2:
        raise NotAGrid(quantity, "not two-dimensional")
    if max(array.shape) > SIDE_LIMIT:
        raise NotAGrid(quantity, "too large", *array.shape)
    return frozen(array)


def check_values(grid: Grid, quantity: str, allowed: Range) -> None:
    """Raise NotFinite or OutOfRange unless every number of the grid lies in the range."""
    # The smallest and largest of numbers with a NaN among them are NaN themselves, so two numbers tell all.
    for value in (float(grid.min()), float(grid.max())):
        checked_real(value, quantity, allowed)


def checked_real(value: SupportsFloat, quantity: str, allowed: Range) -> float:
    """Return the value as a float that lies in the range, or raise NotFinite or OutOfRange."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError) as error:  # no number at all, or a whole one beyond all floats
        raise NotFinite(quantity) from error
    if not math.isfinite(number):
        raise NotFinite(quantity)
    low, high = allowed
    if not low <= number <= high:
        raise OutOfRange(quantity, number, low, high)
    return number


def checked_whole(value: object, quantity: str, allowed: Range) -> int:
    """Return the value as a whole number in the range (2.0 is whole, True is no number), or raise an error."""
    if isinstance(value, float | np.floating) and float(value).is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | np.integer):
        raise NotWhole(quantity, value)
    number = int(value)
    if not allowed.holds(number):
        raise OutOfRange(quantity, number, *allowed)
    return number


def checked_pair(pair: Sequence[object], quantity: str, allowed: Range) -> Pair:
    """Return the pair (rows, columns) as whole numbers in the range, or raise NotWhole or OutOfRange."""
    try:
        rows, columns = pair
    except (TypeError, ValueError) as error:  # no sequence, or one of another length
        raise NotWhole(quantity, pair) from error
    return checked_whole(rows, quantity, allowed), checked_whole(columns, quantity, allowed)
