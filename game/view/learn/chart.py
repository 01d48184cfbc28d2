"""The loss of all updates as a line: the history of what was learned, on which one goes back and forth."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from operator import itemgetter

import pygame

from ...input.learn_intents import GoToUpdate
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.widgets.base import Answer, Widget

INSIDE = 20  # units from the edge to the line
DOT, NOW = 5.5, 8  # units of the radius of a dot, and of that of the present update
LEAST = 8  # updates that the width is made for at first
ROOMY = 6  # font sizes of height from which on there is room for words
APART = 14  # units between two dots, at least; else there is but the line


class LossLine(Widget, kw_only=True):
    """The loss over the updates. A press or a drag goes to the update under the pointer."""

    losses: tuple[tuple[int, float], ...]
    number: int
    words: str
    size: int

    captures = True
    focusable = True

    @property
    def inner(self) -> Rect:
        """Where the line runs."""
        around, foot = self.px(INSIDE), self.size if self.roomy else 0
        return Rect(self.rect.x, self.rect.y, self.rect.w, self.rect.h - foot).inset(around)

    @property
    def roomy(self) -> bool:
        """Whether there is room for words under the line."""
        return self.rect.h > self.size * ROOMY

    @property
    def across(self) -> int:
        """How many updates the width stands for."""
        return max(LEAST, self.losses[-1][0])

    def points(self) -> list[tuple[float, float]]:
        """Return where the losses stand, at most two on each device pixel: the largest at the top, 0 at the foot."""
        losses = self.losses
        every = max(1, len(losses) // max(1, self.inner.w))
        return self._places((*losses[::every], losses[-1]))

    def now(self) -> tuple[float, float]:
        """Return where the loss of the present update stands."""
        return self._places((self.losses[bisect_left(self.losses, (self.number,))],))[0]

    def _places(self, losses: tuple[tuple[int, float], ...]) -> list[tuple[float, float]]:
        """Return where some of the losses stand."""
        (x, y, wide, high), across = self.inner, self.across
        foot, most = y + high, max(map(itemgetter(1), self.losses)) or 1.0
        return [(x + wide * at / across, foot - high * min(1.0, loss / most)) for at, loss in losses]

    def press(self, x: float, y: float) -> Answer:
        """Go to the update under the pointer."""
        del y
        index = round((x - self.inner.x) / max(1, self.inner.w) * self.across)
        return (GoToUpdate(min(max(index, 0), self.losses[-1][0])),)

    def drag(self, x: float, y: float) -> Answer:
        """Follow the pointer."""
        return self.press(x, y)

    def release(self, x: float, y: float) -> Answer:
        """Do nothing more."""
        del x, y
        return ()

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground, the words, the line and its dots."""
        theme, radius = canvas.theme, self.px(10)
        canvas.rounded(self.rect, radius, theme.panel)
        canvas.outline(self.rect, radius, theme.line, self.px(1.3))
        inner = self.inner
        if self.roomy:
            canvas.text(
                self.words, inner.right + self.px(8), self.rect.bottom - self.px(18), self.size, theme.dim, align=1
            )
        points = self.points()
        if len(points) > 1:
            sheet = pygame.Surface(self.rect[2:], pygame.SRCALPHA)
            sheet.fill((*theme.now, 0))
            (left, top, _, _), thick = self.rect, self.px(2.5)
            moved = [(x - left, y - top) for x, y in points]
            for start, end in pairwise(moved):
                pygame.draw.aaline(sheet, theme.now, start, end, thick)
            canvas.surface.blit(sheet, self.rect[:2])
        if inner.w / self.across >= self.px(APART):
            for x, y in points:
                self._dot(canvas, x, y, DOT)
        self._dot(canvas, *self.now(), NOW)
        self.draw_focus(canvas, self.rect, radius)

    def _dot(self, canvas: Canvas, x: float, y: float, radius: float) -> None:
        side = 2 * self.px(radius)
        canvas.rounded(Rect.of(x - side / 2, y - side / 2, side, side), side / 2, canvas.theme.now)
