"""The head of a section of the rail: it folds the section, and says its setting while that is folded."""

from __future__ import annotations

from ...input.window_intents import ToggleSection
from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer, Widget


class Head(Widget, kw_only=True):
    """A line of words behind a mark that points down while the section is open, else to the right."""

    words: str
    size: int
    section: str
    opened: bool

    focusable = True

    def activate(self) -> Answer:
        """Fold the section, or open it."""
        return (ToggleSection(self.section),)

    def draw(self, canvas: Canvas) -> None:
        """Draw ground, mark and words."""
        theme, (x, y, _, h) = canvas.theme, self.rect
        if self.mood.hovered:
            canvas.rounded(self.rect, self.px(9), theme.line if self.mood.pressed else theme.hovered)
        side, left = self.px(20), x + self.px(8)
        icon = "chevron-down" if self.opened else "chevron-right"
        canvas.icon(icon, Rect(left, y + (h - side) // 2, side, side), theme.dim)
        canvas.text(self.words, left + side + self.px(8), y + h / 2, self.size, theme.text, bold=True)
        self.draw_focus(canvas, self.rect, self.px(9))
