"""The scrubber: the whole walk on one line, and the ticks under it, one for each step where there is room."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from ...input.walk_intents import Scrub
from .. import shapes
from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer, Widget

if TYPE_CHECKING:
    from ...input.event_types import KeyDown

LEAST_APART = 6  # device pixels between two ticks


MARGIN = 18  # units left and right of the track, for knob and focus ring at the ends


class Scrubber(Widget, kw_only=True):
    """The position on a line from 0 to N; pressing or dragging it goes to any instant."""

    position: float
    steps: int

    focusable = True
    captures = True

    @property
    def track(self) -> Rect:
        """The line, from the walk's start to its end."""
        return _track(self.rect, self.px(MARGIN), self.px(4), self.px(8))

    def position_at(self, x: float) -> float:
        """Return the position at an x in the window."""
        share = (x - self.track.x) / max(1, self.track.w)
        return min(max(share, 0.0), 1.0) * self.steps

    def press(self, x: float, y: float) -> Answer:
        """Go to the instant under the pointer."""
        del y
        return (Scrub(self.position_at(x)),)

    def drag(self, x: float, y: float) -> Answer:
        """Follow the pointer."""
        return self.press(x, y)

    def key(self, event: KeyDown) -> Answer | None:
        """Up and down move by a twentieth of a step while focused; ← → step as everywhere."""
        moves = {"Down": -0.05, "Up": 0.05}
        if event.control or event.key not in moves:
            return None
        return (Scrub(min(max(self.position + moves[event.key], 0.0), float(self.steps))),)

    def knob_at(self, track: Rect) -> float:
        """Return the x of the knob's middle on the track."""
        return track.x + track.w * self.position / max(1, self.steps)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the stretch between the knob's two places, where nothing else has changed."""
        if not isinstance(before, Scrubber) or before.changed(position=self.position) != self:
            return super().changes(before)
        track = self.track
        left, right = sorted((before.knob_at(track), self.knob_at(track)))
        margin = self.px(MARGIN)
        return (Rect.of(left - margin, self.rect.y, right - left + 2 * margin, self.rect.h),)

    def draw(self, canvas: Canvas) -> None:
        """Draw track and knob."""
        theme, track = canvas.theme, self.track
        x, part = self.knob_at(track), canvas.surface.get_clip()
        canvas.rounded(track, track.h / 2, theme.track)
        canvas.surface.set_clip(part.clip((track.x, track.y, round(x - track.x), track.h)))
        canvas.rounded(track, track.h / 2, theme.accent)  # what is done of it; its end lies under the knob
        canvas.surface.set_clip(part)
        knob = self.px(13 if self.mood.hovered or self.mood.pressed else 11)
        face = Rect.of(x - knob, track.centre[1] - knob, 2 * knob, 2 * knob)
        canvas.rounded(face.inset(-self.px(3)), face.h, theme.ground)
        canvas.rounded(face, face.h / 2, theme.accent)
        self.draw_focus(canvas, face.inset(-self.px(5)), face.h)


@lru_cache(maxsize=4)
def _track(rect: Rect, margin: int, above: int, high: int) -> Rect:
    return Rect.of(rect.x + margin, rect.centre[1] - above, rect.w - 2 * margin, high)


class Ticks(Widget, kw_only=True):
    """The ticks under a scrubber: one a step, else one an output row, else none. `rect` is as wide as the track."""

    steps: int
    columns: int  # output cells in a row

    def marks(self) -> tuple[int, int]:
        """Return how many steps lie between two ticks, and between two long ones; (0, 0): no ticks."""
        each = self.rect.w / max(1, self.steps)
        if each >= LEAST_APART:
            return 1, self.columns
        if each * self.columns >= LEAST_APART:
            return self.columns, 0
        return 0, 0

    def draw(self, canvas: Canvas) -> None:
        """Draw the ticks; that of a row's first step is long."""
        every, long_every = self.marks()
        if not every:
            return

        def make() -> pygame.Surface:
            return shapes.painted(self._mask(every, long_every), canvas.theme.edge)

        key = ("ticks", self.rect[2:], self.unit, self.steps, self.columns)
        canvas.surface.blit(canvas.kept(key, make), self.rect[:2])

    def _mask(self, every: int, long_every: int) -> shapes.Mask:
        """Return where ticks are, all at once: while something learns there is a step more in each picture."""
        steps, width = np.arange(0, self.steps + 1, every), self.px(1.5)
        long = (steps % (long_every or 1) == 0) | (steps == self.steps)
        left = np.floor((self.rect.w - width) * steps / self.steps + 0.5).astype(int)
        high = np.zeros(self.rect.w, int)
        for column in range(width):
            np.maximum.at(high, left + column, np.where(long, self.px(11), self.px(6)))
        return (np.arange(self.rect.h) < high[:, None]).astype(float)
