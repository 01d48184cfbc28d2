"""A number of a formula: it says what it is when it is pointed at, or stepped to by keys."""

from __future__ import annotations

from ...input.event_types import KeyDown
from ...input.interface_intents import Focus
from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer, Widget


class Term(Widget, kw_only=True):
    """The ground of a number that is written over it. Arrows step to its `neighbours`: the one before, the next."""

    neighbours: tuple[str, str]

    focusable = True
    stepped = True

    def key(self, event: KeyDown) -> Answer | None:
        """Step to a neighbour."""
        if event.control or event.shift or event.key not in ("Left", "Right"):
            return None
        return (Focus(self.neighbours[event.key == "Right"]),)

    def draw(self, canvas: Canvas) -> None:
        """Draw a line under the number; a ground and a ring while it is met."""
        x, _, w, _ = self.rect
        if self.mood.hovered:
            canvas.rounded(self.rect, self.px(6), canvas.theme.hovered)
        edge = self.px(4)
        canvas.fill(Rect(x + edge, self.rect.bottom - self.px(5), w - 2 * edge, self.px(1.5)), canvas.theme.edge)
        self.draw_focus(canvas, self.rect, self.px(6))
