"""Where a grid stands in the window, and its cells with it."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from typing import Protocol

from ..core.grid import Region
from ..value import Value
from .geometry import Rect

Pair = tuple[int, int]
SEPARATE = 7
"""Device pixels of a pitch from which on there is a gap between cells, where they are all of one size."""
COARSE = 12
"""Device pixels of a pitch from which on the cells of a large picture are all of one size, too."""


class GridPlace(Value):
    """A grid's place: the corner of its first cell, the distance of its cells (`pitch`), and its size.

    `first` is the row and column of the first cell: (−padding rows, −padding columns) for the source image.
    A pitch below 12 may be a real number, so that a large picture fills its room: its cells begin at the nearest device
    pixel, without a gap, and each device pixel belongs to one cell. All others are whole.
    """

    x: int
    y: int
    pitch: float
    rows: int
    columns: int
    first: Pair = (0, 0)

    @property
    def fine(self) -> bool:
        """Whether cells begin at rounded device pixels, and are not all of one size."""
        return isinstance(self.pitch, float)

    @property
    def side(self) -> int:
        """The distance of its cells in whole device pixels, at least 1: how large what lies in a cell is drawn."""
        return max(1, round(self.pitch))

    @property
    def gap(self) -> int:
        """Device pixels between two cells."""
        return 0 if self.fine or self.pitch < SEPARATE else 1 if self.pitch < 28 else max(2, round(self.pitch * 0.035))

    @property
    def radius(self) -> float:
        """Radius of a cell's corners."""
        return self.pitch * 0.07 if self.pitch >= 12 else 0

    def edge(self, cells: float) -> int:
        """Return how many device pixels so many cells are long, from the first one on."""
        return floor(cells * self.pitch + 0.5)

    def nth(self, pixels: int, count: int) -> int:
        """Return which of so many cells has a device pixel that lies so far from the first one's edge."""
        if not self.pitch:
            return 0
        if not self.fine:
            return min(max(pixels // int(self.pitch), 0), count - 1)
        found = min(max(int((pixels + 0.5) / self.pitch), 0), count - 1)
        while found and self.edge(found) > pixels:
            found -= 1
        while found < count - 1 and self.edge(found + 1) <= pixels:
            found += 1
        return found

    @property
    def rect(self) -> Rect:
        """The area of all cells."""
        return Rect(self.x, self.y, self.edge(self.columns), self.edge(self.rows))

    def corner(self, row: float, column: float) -> tuple[float, float]:
        """Return the top left of a cell's square, its gap included; real numbers lie between cells."""
        return self.x + (column - self.first[1]) * self.pitch, self.y + (row - self.first[0]) * self.pitch

    def square(self, row: float, column: float) -> Rect:
        """Return a cell's whole square, its gap included."""
        return self.block(row, column, 1, 1)

    def cell(self, row: float, column: float) -> Rect:
        """Return what is filled of a cell: its square less the gap."""
        (x, y, wide, high), gap = self.block(row, column, 1, 1), self.gap
        before = gap // 2
        return Rect(x + before, y + before, wide - gap, high - gap)

    def block(self, row: float, column: float, rows: int, columns: int) -> Rect:
        """Return the area of a block of cells."""
        if self.fine:
            down, across = row - self.first[0], column - self.first[1]
            x, y = self.edge(across), self.edge(down)
            return Rect(self.x + x, self.y + y, self.edge(across + columns) - x, self.edge(down + rows) - y)
        left, top = self.corner(row, column)
        return Rect(round(left), round(top), int(columns * self.pitch), int(rows * self.pitch))

    def block_of(self, cells: Region | None) -> tuple[Rect, ...]:
        """Return the area of these cells, if there are any."""
        if cells is None or cells[0].start == cells[0].stop:
            return ()
        rows, columns = cells
        return (self.block(rows.start, columns.start, rows.stop - rows.start, columns.stop - columns.start),)

    def run(self, first: int, last: int) -> tuple[Rect, ...]:
        """Return the squares of cells first … last − 1 in row order as few rectangles: a begun row, whole ones, a rest.

        As such what comes or goes with the walk is.
        """
        columns, (above, left), rects = self.columns, self.first, []
        while first < last:
            row, column = divmod(first, columns)
            if column or last - first < columns:
                wide, high = min(columns - column, last - first), 1
            else:
                wide, high = columns, (last - first) // columns
            rects.append(self.block(row + above, column + left, high, wide))
            first += wide * high
        return tuple(rects)

    def within(self, part: Rect) -> Iterator[Pair]:
        """Yield the row and column, from 0, of each cell whose square meets a part of the window."""
        inside = self.rect.overlap(part)
        if not (self.pitch and inside.w and inside.h):
            return
        first, last = (self.nth(x - self.x, self.columns) for x in (inside.x, inside.right - 1))
        for row in range(self.nth(inside.y - self.y, self.rows), self.nth(inside.bottom - 1 - self.y, self.rows) + 1):
            for column in range(first, last + 1):
                yield row, column

    def at(self, x: float, y: float) -> Pair | None:
        """Return the row and column under a point, or None outside the grid."""
        if not self.pitch or not self.rect.contains(x, y):
            return None
        row, column = self.nth(int(y - self.y), self.rows), self.nth(int(x - self.x), self.columns)
        return row + self.first[0], column + self.first[1]


class Place(Protocol):
    """A grid's place as pointing meets it, in the Flat view or in another."""

    @property
    def rows(self) -> int:
        """How many rows it has."""

    @property
    def columns(self) -> int:
        """How many columns it has."""

    @property
    def first(self) -> Pair:
        """Row and column of the first cell."""

    @property
    def pitch(self) -> float:
        """The distance of its cells in device pixels, before they are tilted; 0 when it is not there."""

    @property
    def radius(self) -> float:
        """Radius of a cell's corners."""

    @property
    def rect(self) -> Rect:
        """What holds all cells."""

    def cell(self, row: float, column: float) -> Rect:
        """Return what holds a cell; its middle belongs to it."""

    def block(self, row: float, column: float, rows: int, columns: int) -> Rect:
        """Return what holds a block of cells."""

    def at(self, x: float, y: float) -> Pair | None:
        """Return the row and column under a point, or None outside the grid."""
