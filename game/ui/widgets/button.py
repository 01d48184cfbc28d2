"""Buttons and toggles: an icon, a word, or both."""

from __future__ import annotations

from ...input.intents import Intent
from ..canvas import Canvas
from ..geometry import Rect
from ..themes import Colour
from .base import Answer, Widget


class Button(Widget, kw_only=True):
    """A button with an icon and/or a label; `on` makes it a toggle that shows its state."""

    intents: tuple[Intent, ...]
    icon: str = ""
    label: str = ""
    size: int = 20  # font size of the label
    style: str = "plain"
    """Plain (an icon on the bar), primary (the round play button), field (framed), tool (framed; filled while on)."""
    on: bool | None = None

    focusable = True

    def activate(self) -> Answer:
        """Answer with its intents, unless disabled."""
        return self.intents if self.mood.enabled else ()

    def draw(self, canvas: Canvas) -> None:
        """Draw ground, icon, label and focus ring."""
        face = self._face()
        radius = self._radius(face)
        ground = self._ground(canvas)
        if ground is not None:
            canvas.rounded(face, radius, ground)
        if self._framed:
            canvas.outline(face, radius, canvas.theme.edge if self.mood.enabled else canvas.theme.line, self.px(1.5))
        self._content(canvas, face, self._ink(canvas))
        self.draw_focus(canvas, face, radius)

    @property
    def _framed(self) -> bool:
        return self.style in ("field", "tool")

    @property
    def _taken(self) -> bool:
        """Whether it is a tool that is in the hand."""
        return self.style == "tool" and bool(self.on)

    def _face(self) -> Rect:
        if self.style == "primary":
            side = min(self.rect.w, self.rect.h)
            return self.rect.centred(side, side)
        return self.rect

    def _radius(self, face: Rect) -> float:
        return face.h / 2 if self.style == "primary" else self.px(9)

    def _ground(self, canvas: Canvas) -> Colour | None:
        theme = canvas.theme
        if self.style == "primary":
            return theme.text if self.mood.pressed else theme.accent
        if self._taken:
            return theme.accent
        if self.mood.enabled and self.mood.pressed:
            return theme.line if self._framed else theme.hovered
        if self.mood.enabled and self.mood.hovered:
            return theme.hovered
        return theme.raised if self._framed else None

    def _ink(self, canvas: Canvas) -> Colour:
        theme = canvas.theme
        if not self.mood.enabled:
            return theme.faint
        if self.style == "primary":
            return theme.ground if self.mood.pressed else theme.on_accent
        if self.style == "tool":
            return theme.on_accent if self._taken else theme.text
        if self.on is not None:
            return theme.kernel_text if self.on else theme.dim
        return theme.text

    def _content(self, canvas: Canvas, face: Rect, ink: Colour) -> None:
        if not self.label:
            side = round(min(face.w, face.h) * (0.46 if self.style == "primary" else 0.58))
            canvas.icon(self.icon, face.centred(side, side), ink)
            return
        side = self.px(22) if self.icon else 0
        gap = self.px(8) if self.icon else 0
        width = canvas.type.width(self.label, self.size, self.style == "field") + side + gap
        x, y = face.x + (face.w - width) / 2, face.centre[1]
        if self.icon:
            canvas.icon(self.icon, Rect.of(x, y - side / 2, side, side), ink)
        canvas.text(self.label, x + side + gap, y, self.size, ink, self.style == "field")
