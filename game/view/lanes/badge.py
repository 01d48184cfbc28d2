"""The badge that tells a channel: a letter, or a number, in a frame."""

from __future__ import annotations

from ...ui.canvas import Canvas
from ...ui.frame import SMALL, Frame
from ...ui.geometry import Rect
from ...ui.widgets.base import Widget


class Badge(Widget, kw_only=True):
    """A channel's letter in a neutral frame; `lit`: it is the one in work, or in front."""

    letter: str
    size: int
    lit: bool

    def draw(self, canvas: Canvas) -> None:
        """Draw the frame and the letter."""
        theme, radius = canvas.theme, self.px(7)
        canvas.rounded(self.rect, radius, theme.raised)
        canvas.outline(self.rect, radius, theme.text if self.lit else theme.line, self.px(2))
        x, y = self.rect.centre
        canvas.text(self.letter, x, y, self.size, theme.text if self.lit else theme.dim, True, 0.5)


def badge(frame: Frame, name: str, rect: Rect, letter: str, lit: bool) -> Badge:
    """Return the badge of a channel in a place, its letter as large as that allows."""
    size = min(frame.size(SMALL), max(9, round(rect.h * 0.62)))
    return Badge(name=name, rect=rect, unit=frame.unit, letter=letter, size=size, lit=lit)
