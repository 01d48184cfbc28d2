"""The head of a side of Compare, and the line around a side."""

from __future__ import annotations

from ...input.intent import Side
from ...input.mode_intents import FocusSide
from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer, Widget


class PaneOutline(Widget, kw_only=True):
    """The line around a side; a strong one around the side in focus."""

    focused: bool

    def draw(self, canvas: Canvas) -> None:
        """Draw the line."""
        theme = canvas.theme
        thick = max(2, self.px(3)) if self.focused else max(1, self.px(1.3))
        canvas.outline(self.rect, self.px(12), theme.accent if self.focused else theme.line, thick)


class SideHead(Widget, kw_only=True):
    """A side's letter on a badge, and what the side is set to. A press brings the side into focus."""

    side: Side
    letter: str
    letter_size: int
    words: str
    size: int
    focused: bool

    focusable = True

    def activate(self) -> Answer:
        """Bring the side into focus."""
        return (FocusSide(self.side),)

    def draw(self, canvas: Canvas) -> None:
        """Draw the badge, filled on the side in focus, and the words."""
        theme = canvas.theme
        if self.mood.hovered:
            canvas.rounded(self.rect, self.px(9), theme.hovered)
        side = min(self.rect.h - self.px(6), self.px(40))
        badge = Rect.of(self.rect.x + self.px(4), self.rect.centre[1] - side / 2, side, side)
        if self.focused:
            canvas.rounded(badge, self.px(9), theme.accent)
        else:
            canvas.outline(badge, self.px(9), theme.edge, max(1, self.px(1.5)))
        ink = theme.on_accent if self.focused else theme.text
        canvas.text(self.letter, *badge.centre, self.letter_size, ink, True, 0.5)
        canvas.text(self.words, badge.right + self.px(12), self.rect.centre[1], self.size, theme.text)
        self.draw_focus(canvas, self.rect, self.px(9))
