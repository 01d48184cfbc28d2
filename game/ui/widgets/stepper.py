"""A stepper: a value between a smaller and a larger button."""

from __future__ import annotations

from ...input.event_types import KeyDown
from ...input.intent import Intent
from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer, Widget


class Stepper(Widget, kw_only=True):
    """A value with − and +; arrows do the same while it is focused."""

    shown: str
    less: tuple[Intent, ...]
    more: tuple[Intent, ...]
    size: int
    at_low: bool = False
    at_high: bool = False

    focusable = True

    @property
    def minus(self) -> Rect:
        """The place of the − button."""
        return Rect(self.rect.x, self.rect.y, self.rect.h, self.rect.h)

    @property
    def plus(self) -> Rect:
        """The place of the + button."""
        return Rect(self.rect.right - self.rect.h, self.rect.y, self.rect.h, self.rect.h)

    def release(self, x: float, y: float) -> Answer:
        """Answer a click on one of the buttons."""
        if self.minus.contains(x, y):
            return self.less
        return self.more if self.plus.contains(x, y) else ()

    def activate(self) -> Answer:
        """Answer Enter with one step up."""
        return self.more

    def key(self, event: KeyDown) -> Answer | None:
        """Left and right change the value."""
        if event.control or event.shift:
            return None
        return {"Left": self.less, "Right": self.more}.get(event.key)

    def draw(self, canvas: Canvas) -> None:
        """Draw the two buttons and the value."""
        theme = canvas.theme
        if self.mood.hovered:
            canvas.rounded(self.rect, self.px(9), theme.hovered)
        for place, icon, dull in ((self.minus, "minus", self.at_low), (self.plus, "plus", self.at_high)):
            side = self.px(20)
            canvas.icon(icon, place.centred(side, side), theme.faint if dull else theme.text)
        canvas.text(self.shown, *self.rect.centre, self.size, theme.text, bold=True, align=0.5)
        self.draw_focus(canvas, self.rect, self.px(9))
