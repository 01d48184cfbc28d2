"""A shade to pick from: a large swatch with its letter, and later whether it was right."""

from __future__ import annotations

from ...input.mode_intents import PickShade
from ..canvas import Canvas
from ..geometry import Rect
from ..themes import ink, shade
from .base import Answer, Widget


class Swatch(Widget, kw_only=True):
    """One of four shades. `share` is its part of the full hue, −1 … 1; `icon` marks it once the answer is told."""

    index: int
    letter: str
    share: float
    size: int
    icon: str = ""  # "check", "x", or nothing
    open: bool = True

    @property
    def focusable(self) -> bool:  # type: ignore[override]  # told, it is only looked at
        """Tell whether it can still be picked."""
        return self.open

    def activate(self) -> Answer:
        """Answer with this shade."""
        return (PickShade(self.index),) if self.open else ()

    def draw(self, canvas: Canvas) -> None:
        """Draw the shade, its letter, and the mark of the answer beside it."""
        theme = canvas.theme
        colour = shade(self.share, 1.0, theme.output, theme)
        face = self.rect.inset(self.px(3))
        canvas.rounded(face, self.px(9), colour)
        canvas.outline(face, self.px(9), theme.text if self.mood.hovered and self.open else theme.edge, self.px(2))
        x, y = face.centre
        side = min(face.w, face.h) * 0.5
        if self.icon:
            canvas.icon(self.icon, Rect.of(x, y - side / 2, side, side), ink(colour))
        canvas.text(self.letter, x - (side * 0.6 if self.icon else 0), y, self.size, ink(colour), True, 0.5)
        self.draw_focus(canvas, self.rect, self.px(11))
