"""A row of the Share sheet: an icon, what it makes, and lines about it, as many as the words need."""

from __future__ import annotations

from ..canvas import Canvas
from ..geometry import Rect
from ..themes import Colour
from .button import Button

ICON, SIDE, ABOVE = 26, 14, 9
"""Units: the side of the icon, what is free beside it and the words, and above and below these."""
HEAD, STEP = 1.3, 1.3
"""Heights of a line of the name, and of what is said about it, in font sizes."""


class ShareRow(Button, kw_only=True):
    """A framed button: an icon, the lines of its name, and the lines about it."""

    heads: tuple[str, ...]
    lines: tuple[str, ...]
    lines_size: int

    def _content(self, canvas: Canvas, face: Rect, ink: Colour) -> None:
        side = self.px(ICON)
        canvas.icon(self.icon, Rect.of(face.x + self.px(SIDE), face.centre[1] - side / 2, side, side), ink)
        left = face.x + side + 2 * self.px(SIDE)
        high = self.size * HEAD * len(self.heads) + self.lines_size * STEP * len(self.lines)
        y = face.centre[1] - high / 2
        for head in self.heads:
            canvas.text(head, left, y + self.size * HEAD / 2, self.size, ink, True)
            y += self.size * HEAD
        for line in self.lines:
            canvas.text(line, left, y + self.lines_size * STEP / 2, self.lines_size, canvas.theme.dim)
            y += self.lines_size * STEP
