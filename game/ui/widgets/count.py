"""A number between − and +, which a press on it opens for typing."""

from __future__ import annotations

from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer
from .slider import NumberField

SIGN = 20  # units of the side of − and +


class Count(NumberField, kw_only=True):
    """A number with a button for one less and one for one more; both stop at what is allowed."""

    @property
    def minus(self) -> Rect:
        """The place of the − button."""
        return Rect(self.rect.x, self.rect.y, min(self.rect.h, self.rect.w // 3), self.rect.h)

    @property
    def plus(self) -> Rect:
        """The place of the + button."""
        return self.minus.moved(self.rect.w - self.minus.w, 0)

    @property
    def number_rect(self) -> Rect:
        """Where the number stands; it opens when it is pressed."""
        return Rect(self.minus.right, self.rect.y, self.plus.x - self.minus.right, self.rect.h)

    @property
    def room(self) -> int:
        """How wide the number may be: from the sign of one button to that of the other, less a little."""
        return self.rect.w - self.minus.w - self.px(SIGN + 8)

    def press(self, x: float, y: float) -> Answer:
        """Take one less or one more, or open the number; with nothing allowed but what it is, do neither."""
        if not self.mood.enabled:
            return ()
        for place, step in ((self.minus, -1), (self.plus, 1)):
            if place.contains(x, y):
                return self.turned(step, shift=False)
        return self.activate()

    def turned(self, notches: float, shift: bool) -> Answer:
        """Answer a step; none where the number stands at the end of what is allowed."""
        kept = self._kept(self.value + notches * self.steps[shift])
        return () if kept == self.value else self._set(kept)

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground while it is met, the two buttons and the number."""
        theme, (low, high) = canvas.theme, self.allowed
        enabled, side = self.mood.enabled, self.px(SIGN)
        if self.mood.hovered and enabled:
            canvas.rounded(self.rect, self.px(9), theme.hovered)
        ends = (self.minus, "minus", self.value <= low), (self.plus, "plus", self.value >= high)
        for place, icon, dull in ends:
            canvas.icon(icon, place.centred(side, side), theme.faint if dull or not enabled else theme.text)
        ink = theme.text if enabled else theme.faint
        canvas.text(self.shown, *self.rect.centre, self.size, ink, bold=True, align=0.5)
        self.draw_focus(canvas, self.rect, self.px(9))
