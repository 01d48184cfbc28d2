"""Where a grid stands in the window, and its cells with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ..core.grid import Region
from ..value import Value
from .geometry import Rect

Pair = tuple[int, int]


class GridPlace(Value):
    """A grid's place: the corner of its first cell, the distance of its cells (`pitch`), and its size.

    `first` is the row and column of the first cell: (−padding rows, −padding columns) for the source image.
    """

    x: int
    y: int
    pitch: int
    rows: int
    columns: int
    first: Pair = (0, 0)

    @property
    def gap(self) -> int:
        """Device pixels between two cells."""
        return 0 if self.pitch < 7 else 1 if self.pitch < 28 else max(2, round(self.pitch * 0.035))

    @property
    def radius(self) -> float:
        """Radius of a cell's corners."""
        return self.pitch * 0.07 if self.pitch >= 12 else 0

    @property
    def rect(self) -> Rect:
        """The area of all cells."""
        return Rect(self.x, self.y, self.pitch * self.columns, self.pitch * self.rows)

    def corner(self, row: float, column: float) -> tuple[float, float]:
        """Return the top left of a cell's square, its gap included; real numbers lie between cells."""
        return self.x + (column - self.first[1]) * self.pitch, self.y + (row - self.first[0]) * self.pitch

    def square(self, row: float, column: float) -> Rect:
        """Return a cell's whole square, its gap included."""
        x, y = self.corner(row, column)
        return Rect(round(x), round(y), self.pitch, self.pitch)

    def cell(self, row: float, column: float) -> Rect:
        """Return what is filled of a cell: its square less the gap."""
        x, y = self.corner(row, column)
        before = self.gap // 2
        return Rect(round(x) + before, round(y) + before, self.pitch - self.gap, self.pitch - self.gap)

    def block(self, row: float, column: float, rows: int, columns: int) -> Rect:
        """Return the area of a block of cells."""
        x, y = self.corner(row, column)
        return Rect(round(x), round(y), columns * self.pitch, rows * self.pitch)

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
        columns, pitch, rects = self.columns, self.pitch, []
        while first < last:
            row, column = divmod(first, columns)
            if column or last - first < columns:
                wide, high = min(columns - column, last - first), 1
            else:
                wide, high = columns, (last - first) // columns
            rects.append(Rect(self.x + column * pitch, self.y + row * pitch, wide * pitch, high * pitch))
            first += wide * high
        return tuple(rects)

    def within(self, part: Rect) -> Iterator[Pair]:
        """Yield the row and column, from 0, of each cell whose square meets a part of the window."""
        inside = self.rect.overlap(part)
        if not (self.pitch and inside.w and inside.h):
            return
        for row in range((inside.y - self.y) // self.pitch, (inside.bottom - 1 - self.y) // self.pitch + 1):
            for column in range((inside.x - self.x) // self.pitch, (inside.right - 1 - self.x) // self.pitch + 1):
                yield row, column

    def at(self, x: float, y: float) -> Pair | None:
        """Return the row and column under a point, or None outside the grid."""
        if not self.pitch or not self.rect.contains(x, y):
            return None
        return int(y - self.y) // self.pitch + self.first[0], int(x - self.x) // self.pitch + self.first[1]


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
