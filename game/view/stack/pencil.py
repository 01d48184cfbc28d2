"""What is drawn on the cells of a board that lies in space: pieces of polygons, laid as its plane lies."""

from __future__ import annotations

from collections.abc import Iterable

from ...core.scenario import Pair
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Point, middle_of
from ...ui.themes import Colour
from ...ui.typeface import SMALLEST_NUMBER
from ..pencil import MARK, Pencil, Stroke
from .lettering import Writing, gap_in
from .places import LaidGrid
from .sprites import face, put, ring, shape_of

CORNER = 14  # device pixels that sharp corners of lines reach beyond them, at most
THICKEST = 5.0  # device pixels of a line, however near the camera is


class LyingPencil(Pencil):
    """The same as `Pencil`, for a board that lies in space; its lines stand out from whatever is behind them."""

    place: LaidGrid
    look: Writing = Writing(0, 0)
    through = 225  # what flies into a cell from below is just seen

    @property
    def large(self) -> int:
        """The font size of a "?" that fills a cell; 0 where it has no room."""
        size = round(self.place.area / self.place.pitch * 0.62)
        return size if size >= SMALLEST_NUMBER else 0

    def thick(self, share: float) -> float:
        """Return the thickness of a line, as a share of a cell."""
        return max(2.0, min(THICKEST, self.place.pitch * share))

    def holding(self, cells: Iterable[Pair], margin: float, size: Pair | None = None) -> Rect:
        """Return what holds some cells, or blocks, with lines so far outside of them."""
        return super().holding(cells, margin + CORNER, size).overlap(self.place.clip)

    def middle(self, cell: Pair) -> Point:
        """Return where the middle of a cell is."""
        return middle_of(self.place, self.place.corner(*cell), 1, 1)

    def face(self, canvas: Canvas, cell: Pair, colour: Colour, alpha: int = 255) -> None:
        """Fill a cell."""
        put(canvas, face(canvas, shape_of(self.place, self.pop), colour, gap_in(self.place)), *self.middle(cell), alpha)

    def line(self, canvas: Canvas, cell: Pair, stroke: Stroke, size: Pair | None = None) -> None:
        """Draw a line around a cell, or around a block of cells of that size; its corners are sharp."""
        (rows, columns), shape = size or (1, 1), shape_of(self.place, self.pop)
        at = middle_of(self.place, self.place.corner(*cell), rows, columns)
        out = stroke.out if size else stroke.out - gap_in(self.place)
        put(canvas, ring(canvas, shape, stroke.colour, rows, columns, stroke.thickness, out), *at)

    def ring(self, canvas: Canvas, cell: Pair, thickness: float, out: float) -> None:
        """Draw a line in `now` around a cell, between two of the ground."""
        self.line(canvas, cell, Stroke(canvas.theme.ground, thickness + 2, out + 1))
        super().ring(canvas, cell, thickness, out)

    def dot(self, canvas: Canvas, cell: Pair) -> None:
        """Draw a small mark in a cell's corner, which leaves the number free."""
        row, column = self.place.corner(*cell)
        small, at = shape_of(self.place, 0.2), self.place.point(row + 0.16, column + 0.84)
        put(canvas, face(canvas, small, canvas.theme.ground, -1.5), *at)
        put(canvas, face(canvas, small, canvas.theme.now, 0), *at)

    def number(self, canvas: Canvas, cell: Pair, words: str, ground: Colour) -> None:
        """Write a number on a cell of that colour, if it fits."""
        self.look.put(canvas, shape_of(self.place), self.middle(cell), words, ground)

    def pattern(
        self, canvas: Canvas, cell: Pair, hue: str, words: str, share: float, ground: Colour, alpha: int
    ) -> None:
        """Draw the pattern of a share of the scale around a number, in a theme that has any."""
        shape, at = shape_of(self.place, self.pop), self.middle(cell)
        self.look.pattern(canvas, shape, at, hue, words, share, ground, alpha)

    def corner(self, cell: Pair) -> Rect:
        """Return the place of a small mark in a cell's corner."""
        row, column = self.place.corner(*cell)
        (x, y), side = self.place.point(row + 0.18, column + 0.82), max(5, round(self.place.pitch * MARK))
        return Rect(round(x - side / 2), round(y - side / 2), side, side)
