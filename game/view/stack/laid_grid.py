"""A grid of the Stack view, as pointing meets it."""

from __future__ import annotations

from ...ui.geometry import EMPTY, Rect
from ...ui.plane import Plane, Point


class LaidGrid(Plane):
    """One grid in its plane; see `ui.place.GridPlace` for the same where it stands level."""

    rows: int
    columns: int
    first: tuple[int, int]
    clip: Rect
    steps: tuple[int, int] = (1, 1)  # rows and columns of the plane from one cell to the next
    there: bool = True

    radius = 0.0

    @property
    def pitch(self) -> float:
        """A cell's side before it is tilted, in pixels; 0 where nothing can be pointed at."""
        return super().pitch if self.there else 0.0

    @property
    def rect(self) -> Rect:
        """What holds the whole grid, as far as it is seen."""
        return self.bounds(*self.corner(*self.first), *self._size).overlap(self.clip) if self.there else EMPTY

    @property
    def _size(self) -> tuple[int, int]:
        """The rows and columns of the plane that it reaches over."""
        return (self.rows - 1) * self.steps[0] + 1, (self.columns - 1) * self.steps[1] + 1

    def corner(self, row: float, column: float) -> Point:
        """Return the top left of a cell, in the plane's rows and columns."""
        return row * self.steps[0], column * self.steps[1]

    def in_way_of(self, rect: Rect) -> bool:
        """Tell whether a cell, or the space of a cell around the grid, lies in a rectangle."""
        return self.there and self.reaches(rect, self.corner(*self.first), self._size)

    def cell(self, row: float, column: float) -> Rect:
        """Return what holds a cell; its middle is the cell's."""
        return self.block(row, column, 1, 1)

    def block(self, row: float, column: float, rows: int, columns: int) -> Rect:
        """Return what holds a block of cells."""
        return self.bounds(*self.corner(row, column), rows, columns) if self.there else EMPTY

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the cell at a point, whatever is above it, or None beside the grid and in a kernel's gaps."""
        if not self.there or not self.clip.contains(x, y):
            return None
        found = []
        for axis, place in enumerate(self.place(x + 0.0, y + 0.0)):
            cell, within = divmod(place, self.steps[axis])
            if within >= 1 or not 0 <= cell - self.first[axis] < (self.rows, self.columns)[axis]:
                return None
            found.append(int(cell))
        return found[0], found[1]
