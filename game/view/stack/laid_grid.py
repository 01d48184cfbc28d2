"""A grid of the Stack view, as pointing meets it."""

from __future__ import annotations

from ...ui.geometry import EMPTY, Rect
from ...ui.plane import Plane, Point
from ...value import Value


class LaidGrid(Value):
    """One grid of the Stack view, as pointing meets it; see `ui.place.GridPlace` for the same in the Flat view."""

    plane: Plane
    rows: int
    columns: int
    first: tuple[int, int]
    clip: Rect
    steps: tuple[int, int] = (1, 1)  # rows and columns of the plane from one cell to the next
    there: bool = True

    @property
    def pitch(self) -> int:
        """A cell's side before it is tilted, in whole pixels; 0 where nothing can be pointed at."""
        return max(1, round(self.plane.pitch)) if self.there else 0

    @property
    def radius(self) -> float:
        """Radius of a cell's corners."""
        return 0.0

    @property
    def rect(self) -> Rect:
        """What holds the whole grid, as far as it is seen."""
        if not self.there:
            return EMPTY
        block = (*self.corner(*self.first), self._length(0), self._length(1))
        return self.plane.bounds(*block).overlap(self.clip)

    def _length(self, axis: int) -> int:
        return ((self.rows, self.columns)[axis] - 1) * self.steps[axis] + 1

    def corner(self, row: float, column: float) -> Point:
        """Return the top left of a cell, in the plane's rows and columns."""
        return row * self.steps[0], column * self.steps[1]

    def reaches(self, rect: Rect) -> bool:
        """Tell whether a cell, or the space of a cell around the grid, lies in a rectangle."""
        return self.plane.reaches(rect, self.corner(*self.first), (self._length(0), self._length(1)))

    def cell(self, row: float, column: float) -> Rect:
        """Return what holds a cell; its middle is the cell's."""
        if not self.there:
            return EMPTY
        return self.plane.bounds(*self.corner(row, column))

    def block(self, row: float, column: float, rows: int, columns: int) -> Rect:
        """Return what holds a block of cells."""
        return self.plane.bounds(*self.corner(row, column), rows, columns)

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the cell at a point, whatever is above it, or None beside the grid and in a kernel's gaps."""
        if not self.there or not self.clip.contains(x, y):
            return None
        found = []
        for axis, place in enumerate(self.plane.place(x + 0.0, y + 0.0)):
            cell, within = divmod(place, self.steps[axis])
            if within >= 1 or not 0 <= cell - self.first[axis] < (self.rows, self.columns)[axis]:
                return None
            found.append(int(cell))
        return found[0], found[1]
