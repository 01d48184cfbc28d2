"""How a network has learned: the loss over the epochs as a line, and over it how many pictures were read right."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from ...input.train_intents import GoByMoments, GoToMoment
from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer, Widget

if TYPE_CHECKING:
    from ...input.event_types import KeyDown

Line = tuple[tuple[float, float], ...]
INSIDE = 12  # units from the edge to the lines
NOW = 6  # units of the radius of the dot where it is now


class LearningChart(Widget, kw_only=True):
    """The lines over the epochs; a press or a drag goes to what was kept there, arrows go one further or back.

    losses, shares: after how many epochs each was, in order; shares are 0 … 1. now: where it is, in epochs, of which
    the loss is known. each: updates of one.
    """

    losses: Line
    shares: Line
    now: float
    each: int

    captures = True
    focusable = True

    @property
    def inner(self) -> Rect:
        """Where the lines run."""
        return self.rect.inset(self.px(INSIDE))

    @property
    def across(self) -> float:
        """How many epochs the width stands for."""
        return max(1.0, self.now, *(line[-1][0] for line in (self.losses, self.shares) if line))

    def points(self, line: Line, most: float) -> list[tuple[float, float]]:
        """Return where the values of a line stand, at most two on each pixel: `most` at the top, 0 at the foot."""
        every = max(1, -(-len(line) // max(1, 2 * self.inner.w)))
        if every > 1:
            line = tuple(line[at] for at in sorted({*range(0, len(line), every), len(line) - 1, self.index_now(line)}))
        return self._places(line, most)

    def _places(self, line: Line, most: float) -> list[tuple[float, float]]:
        """Return where some of the values of a line stand."""
        (x, y, wide, high), across = self.inner, self.across
        foot = y + high
        return [(x + wide * at / across, foot - high * min(1.0, value / most)) for at, value in line]

    def index_now(self, line: Line) -> int:
        """Return which point of a line has the dot: the last one that is known up to now."""
        return max(0, bisect_right(line, self.now, key=lambda point: point[0]) - 1)

    def dot(self, line: Line, most: float) -> tuple[float, float]:
        """Return where the dot of a line stands: at one of its points."""
        return self._places((line[self.index_now(line)],), most)[0]

    def press(self, x: float, y: float) -> Answer:
        """Go to what was kept under the pointer."""
        del y
        share = (x - self.inner.x) / max(1, self.inner.w)
        return (GoToMoment(round(min(max(share, 0.0), 1.0) * self.across * self.each)),)

    def drag(self, x: float, y: float) -> Answer:
        """Follow the pointer."""
        return self.press(x, y)

    def release(self, x: float, y: float) -> Answer:
        """Do nothing more."""
        del x, y
        return ()

    def key(self, event: KeyDown) -> Answer | None:
        """Left and right go to the kept state before, or behind."""
        moves = {"Left": -1, "Right": 1}
        return None if event.control or event.shift or event.key not in moves else (GoByMoments(moves[event.key]),)

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground, both lines, and where it is now."""
        theme, radius, inner = canvas.theme, self.px(9), self.inner
        canvas.rounded(self.rect, radius, theme.raised)
        canvas.outline(self.rect, radius, theme.edge, self.px(1.5))
        at = inner.x + inner.w * self.now / self.across
        if self.losses:
            canvas.fill(Rect.of(at - 1, inner.y, max(1, self.px(1.5)), inner.h), theme.edge)
        most = max((loss for _, loss in self.losses), default=1.0) or 1.0
        self._line(canvas, self.shares, 1.0, theme.output_text)
        self._line(canvas, self.losses, most, theme.now)
        self.draw_focus(canvas, self.rect, radius)

    def _line(self, canvas: Canvas, line: Line, most: float, colour: tuple[int, int, int]) -> None:
        if not line:
            return
        sheet = pygame.Surface(self.rect[2:], pygame.SRCALPHA)
        sheet.fill((*colour, 0))
        (left, top, _, _), thick = self.rect, self.px(2.5)
        moved = [(x - left, y - top) for x, y in self.points(line, most)]
        for start, end in pairwise(moved):
            pygame.draw.aaline(sheet, colour, start, end, thick)
        canvas.surface.blit(sheet, self.rect[:2])
        (x, y), side = self.dot(line, most), 2 * self.px(NOW)
        canvas.rounded(Rect.of(x - side / 2, y - side / 2, side, side), side / 2, colour)
