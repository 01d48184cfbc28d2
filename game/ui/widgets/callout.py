"""What points: a line with an arrowhead, a ring around what it starts from, and a hint with a tail."""

from __future__ import annotations

from itertools import pairwise

import pygame

from ...input.window_intents import DismissHint
from .. import shapes
from ..canvas import Canvas
from ..geometry import Rect
from ..themes import Colour
from .base import Answer, Widget

Point = tuple[int, int]

TURNS = {(0, -1): 0, (-1, 0): 90, (0, 1): 180, (1, 0): 270}
"""How far a triangle that points up is turned for each direction, across and down."""
WAYS = {"below": (0, 1), "above": (0, -1), "right": (1, 0), "left": (-1, 0)}
"""In which direction from what it points at a hint stands."""


def arrowhead(canvas: Canvas, tip: Point, size: int, towards: Point, colour: Colour) -> None:
    """Draw a triangle whose tip is at a point, in one of the directions of TURNS."""

    def make() -> pygame.Surface:
        return pygame.transform.rotate(shapes.painted(shapes.triangle_mask(size, up=True), colour), TURNS[towards])

    before = {-1: 0, 0: size // 2, 1: size}
    x, y = (at - before[step] for at, step in zip(tip, towards, strict=True))
    canvas.surface.blit(canvas.kept(("arrowhead", size, towards, colour), make), (x, y))


class Ring(Widget, kw_only=True):
    """A ring around what is spoken of."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the ring."""
        canvas.outline(self.rect, self.px(10), canvas.theme.now, max(2, self.px(3)))


class Line(Widget, kw_only=True):
    """A way along straight pieces, as far as it has grown, with an arrowhead at its end."""

    way: tuple[Point, ...]
    grown: float  # 0 … 1

    def draw(self, canvas: Canvas) -> None:
        """Draw the pieces, each on a wider one in the ground's colour, then the arrowhead."""
        pieces = self.pieces()
        thick = max(2, self.px(3))
        for colour, width in ((canvas.theme.ground, thick + 4), (canvas.theme.now, thick)):
            for (x0, y0), (x1, y1) in pieces:
                left, top = min(x0, x1) - width // 2, min(y0, y1) - width // 2
                canvas.fill(Rect(left, top, abs(x1 - x0) + width, abs(y1 - y0) + width), colour)
        if self.grown >= 1 and pieces:
            (x0, y0), (x1, y1) = self.way[-2], self.way[-1]
            towards = (-1 if x1 < x0 else 1, 0) if y0 == y1 else (0, -1 if y1 < y0 else 1)
            arrowhead(canvas, (x1, y1), self.px(20), towards, canvas.theme.now)

    def pieces(self) -> list[tuple[Point, Point]]:
        """Return the pieces that are there, the last one cut off where the line has not grown further."""
        found: list[tuple[Point, Point]] = []
        left = sum(abs(x1 - x0) + abs(y1 - y0) for (x0, y0), (x1, y1) in pairwise(self.way)) * self.grown
        for (x0, y0), (x1, y1) in pairwise(self.way):
            length = abs(x1 - x0) + abs(y1 - y0)
            if left > 0 and length:
                part = min(1.0, left / length)
                found.append(((x0, y0), (round(x0 + (x1 - x0) * part), round(y0 + (y1 - y0) * part))))
            left -= length
        return found


class Hint(Widget, kw_only=True):
    """A few words beside what they are about, with a tail that points there and a × that dismisses them.

    side: where it stands, seen from what it points at; "" without a tail, where it does not stand beside it.
    tip: the x, or beside it the y, of the tail's tip.
    """

    lines: tuple[str, ...]
    size: int
    side: str
    tip: int

    focusable = True

    @property
    def face(self) -> Rect:
        """The box without its tail."""
        (x, y, w, h), tail = self.rect, self.px(14)
        across, down = (tail * step for step in WAYS.get(self.side, (0, 0)))
        return Rect(x + max(0, across), y + max(0, down), w - abs(across), h - abs(down))

    @property
    def cross(self) -> Rect:
        """The place of the ×."""
        side = min(max(44, self.px(44)), self.face.h)
        return Rect(self.face.right - side, self.face.y, side, side)

    def hit(self, x: float, y: float) -> bool:
        """Take the pointer on the × only."""
        return self.cross.contains(x, y)

    def activate(self) -> Answer:
        """Take the hint away for ever."""
        return (DismissHint(),)

    def draw(self, canvas: Canvas) -> None:
        """Draw box, tail, words and ×."""
        theme, face = canvas.theme, self.face
        canvas.rounded(face, self.px(10), theme.accent)
        if self.side:
            self._draw_tail(canvas)
        step = round(self.size * 1.4)
        y = face.centre[1] - step * (len(self.lines) - 1) / 2
        for index, line in enumerate(self.lines):
            canvas.text(line, face.x + self.px(16), y + index * step, self.size, theme.on_accent, True)
        canvas.icon("x", self.cross.centred(self.px(20), self.px(20)), theme.on_accent)
        if self.mood.hovered:
            canvas.outline(self.cross.inset(self.px(5)), self.px(8), theme.on_accent, max(1, self.px(1.5)))
        self.draw_focus(canvas, face, self.px(10))

    def _draw_tail(self, canvas: Canvas) -> None:
        """Draw the tail, from the box to what it points at."""
        (across, down), inner = WAYS[self.side], self.rect.inset(1)
        x = self.tip if down else inner.x if across > 0 else inner.right
        y = self.tip if across else inner.y if down > 0 else inner.bottom
        arrowhead(canvas, (x, y), self.px(16), (-across, -down), canvas.theme.accent)
