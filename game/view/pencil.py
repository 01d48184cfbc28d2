"""What is drawn on the cells of a board: faces, lines around them, numbers, patterns, marks; here where it is level.

`stack/pencil.py` has the same for boards that lie in space. All that lies on cells is drawn by these alone.
"""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from ..core.scenario import Pair
from ..ui import shapes
from ..ui.canvas import Canvas
from ..ui.geometry import EMPTY, Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.place import Place
from ..ui.themes import Colour
from ..ui.typeface import SMALLEST_NUMBER
from ..ui.widgets.base import Widget
from ..value import Value
from .numbers import NumberLook

MARK = 0.16  # of a cell: the side of a mark in its corner
SMALL = 10  # device pixels of a cell under which a mark fills it


class Stroke(Value):
    """A line around cells: how far outside of them its outer edge runs, and how much rounder it is than they are."""

    colour: Colour
    thickness: float
    out: float = 0
    rounder: float = 0


class Pencil(Value):
    """A board's place, how its numbers look, and the scale of a cell in its square: 1, but while it arrives."""

    place: Place
    look: NumberLook = NumberLook(0, 0)
    pop: float = 1.0
    through = 255
    """How opaque a cell is into which something flies."""

    @property
    def large(self) -> int:
        """The font size of a "?" that fills a cell; 0 where it has no room."""
        return round(self.place.pitch * 0.5) if self.place.pitch >= SMALLEST_NUMBER else 0

    def thick(self, share: float) -> float:
        """Return the thickness of a line, as a share of a cell."""
        return max(2, round(self.place.pitch * share))

    def holding(self, cells: Iterable[Pair], margin: float, size: Pair | None = None) -> Rect:
        """Return what holds some cells, or blocks of a size from there, with lines so far outside of them."""
        rect = EMPTY
        for cell in cells:
            rect = rect.union(self.place.cell(*cell) if size is None else self.place.block(*cell, *size))
        return rect.inset(-margin)

    def middle(self, cell: Pair) -> tuple[float, float]:
        """Return where the middle of a cell is."""
        return self.place.cell(*cell).centre

    def _area(self, cell: Pair) -> Rect:
        home = self.place.cell(*cell)
        return home.centred(home.w * self.pop, home.h * self.pop)

    def face(self, canvas: Canvas, cell: Pair, colour: Colour, alpha: int = 255) -> None:
        """Fill a cell."""
        canvas.rounded(self._area(cell), self.place.radius, colour, alpha)

    def line(self, canvas: Canvas, cell: Pair, stroke: Stroke, size: Pair | None = None) -> None:
        """Draw a line around a cell, or around a block of cells of that size."""
        rect = self._area(cell) if size is None else self.place.block(*cell, *size)
        radius = self.place.radius + stroke.rounder
        canvas.outline(rect.inset(-stroke.out), radius, stroke.colour, stroke.thickness)

    def ring(self, canvas: Canvas, cell: Pair, thickness: float, out: float) -> None:
        """Draw a line in `now` around a cell."""
        self.line(canvas, cell, Stroke(canvas.theme.now, thickness, out, out))

    def dot(self, canvas: Canvas, cell: Pair) -> None:
        """Draw a small round mark in a cell's corner, which leaves the number free."""
        side, theme, face = max(5, round(self.place.pitch * 0.18)), canvas.theme, self.place.cell(*cell)

        def make() -> pygame.Surface:
            surface = shapes.painted(shapes.rounded_mask(side, side, side / 2), theme.ground)
            inner = shapes.painted(shapes.rounded_mask(side, side, side / 2, inset=1.2), theme.now)
            canvas.onto(surface).put(inner, (0, 0))
            return surface

        canvas.surface.blit(canvas.kept(("dot", side), make), (face.right - side - 2, face.y + 2))

    def number(self, canvas: Canvas, cell: Pair, words: str, ground: Colour) -> None:
        """Write a number on a cell of that colour, if it fits."""
        size = self.look.size
        if size and canvas.type.width(words, size, True) <= self.place.cell(*cell).w:
            canvas.number(words, *self._area(cell).centre, size, ground, self.look.outlined)

    def pattern(
        self, canvas: Canvas, cell: Pair, hue: str, words: str, share: float, ground: Colour, alpha: int
    ) -> None:
        """Draw the pattern of a share of the scale around a number, in a theme that has any."""
        clear, face = clear_for(canvas.type, words, self.look.size), self._area(cell)
        draw_pattern(canvas, face, self.place.radius, hue, share, ground, clear, alpha)

    def corner(self, cell: Pair) -> Rect:
        """Return the place of a small mark in a cell's corner."""
        face = self._area(cell)
        side = max(5, round(face.w * MARK))
        gap = max(1, side // 3)
        return Rect(face.right - side - gap, face.y + gap, side, side)


class Marks(Widget, kw_only=True):
    """Outlines, or dots, on the cells of one board: in `now`, so that they are seen on any gray."""

    pencil: Pencil
    cells: tuple[Pair, ...]
    strong: bool

    def draw(self, canvas: Canvas) -> None:
        """Draw a mark on each cell."""
        pencil, thick = self.pencil, self.pencil.thick(0.06)
        for cell in self.cells:
            if pencil.place.pitch < SMALL:
                pencil.face(canvas, cell, canvas.theme.now)
            elif self.strong:
                pencil.ring(canvas, cell, thick, thick)
            else:
                pencil.dot(canvas, cell)
