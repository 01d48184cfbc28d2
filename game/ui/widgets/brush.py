"""What one paints with: a square of its shade for each value that is at hand, and the value itself to be typed."""

from __future__ import annotations

from ...input.entry_intents import OpenEntry
from ...input.targets import Control
from ...input.window_intents import SetBrush
from ..canvas import Canvas
from ..geometry import Rect
from .base import Answer, Widget
from .slider import Slider


class Paint(Widget, kw_only=True):
    """A shade that a press takes as the brush, with a ring while it is the one. `share`: of white, 0 … 1."""

    value: float
    share: float
    chosen: bool

    focusable = True

    def activate(self) -> Answer:
        """Take it."""
        return (SetBrush(self.value),)

    def draw(self, canvas: Canvas) -> None:
        """Draw the shade as pixels are drawn, and the ring around it."""
        theme, gray = canvas.theme, round(255 * self.share)
        thin, radius = max(1, self.px(1.5)), self.px(8)
        face = self.rect.inset(self.px(4))
        canvas.rounded(face, radius, theme.text if self.mood.hovered else theme.edge)
        canvas.rounded(face.inset(thin), radius - thin, (gray, gray, gray))
        if self.chosen:
            canvas.outline(self.rect, radius + self.px(4), theme.text, max(2, self.px(2.5)))
        self.draw_focus(canvas, self.rect, radius + self.px(4))


class NumberField(Slider, kw_only=True):
    """A number without a track: a press opens it for typing, arrows and the wheel change it as in a slider."""

    @property
    def number_rect(self) -> Rect:
        """All of it."""
        return self.rect

    def hit(self, x: float, y: float) -> bool:
        """Tell whether the point is on it."""
        return self.visible.contains(x, y)

    def press(self, x: float, y: float) -> Answer:
        """Open the number."""
        del x, y
        return (OpenEntry(Control(self.name)),)

    def drag(self, x: float, y: float) -> Answer:
        """Do nothing: there is no knob."""
        del x, y
        return ()

    def release(self, x: float, y: float) -> Answer:
        """Do nothing more."""
        del x, y
        return ()

    def draw(self, canvas: Canvas) -> None:
        """Draw the frame and the number."""
        theme, radius = canvas.theme, self.px(9)
        canvas.rounded(self.rect, radius, theme.hovered if self.mood.hovered else theme.raised)
        canvas.outline(self.rect, radius, theme.edge, self.px(1.5))
        canvas.text(self.shown, *self.rect.centre, self.size, theme.text, bold=True, align=0.5)
        self.draw_focus(canvas, self.rect, radius)
