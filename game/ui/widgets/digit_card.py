"""A digit that can be chosen: its picture, what it is and is read as, and with which share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..canvas import Canvas
from ..geometry import Rect
from ..offers import Thumbnail
from ..themes import Colour
from .base import Answer
from .button import Button
from .offer_row import draw_thumbnail

if TYPE_CHECKING:
    from ...input.event_types import KeyDown

EDGE, LINE = 10, 1.35
"""Units around the picture and the words; the height of a line in its font sizes."""


class DigitCard(Button, kw_only=True):
    """A framed button of a picture and two lines. steps: what each key does that leads to another card."""

    picture: Thumbnail
    detail: str
    steps: tuple[tuple[str, Answer], ...] = ()

    stepped = "digits"

    def key(self, event: KeyDown) -> Answer | None:
        """Step to the card beside, above or below; where there is none the key is the sheet's."""
        if event.control or event.shift:
            return None
        return dict(self.steps).get(event.key)

    def _content(self, canvas: Canvas, face: Rect, ink: Colour) -> None:
        """Draw the picture above the words."""
        edge, line = self.px(EDGE), round(LINE * self.size)
        words = face.bottom - edge - 2 * line
        side = min(face.w - 2 * edge, words - face.y - edge - self.px(4))
        draw_thumbnail(canvas, self.picture, Rect(face.x + (face.w - side) // 2, face.y + edge, side, side), ruled=True)
        middle = face.centre[0]
        canvas.text(self.label, middle, words + line / 2, self.size, ink, True, 0.5)
        canvas.text(self.detail, middle, words + 1.5 * line, self.size, canvas.theme.dim, False, 0.5)


def card_height(frame_unit: float, wide: int, size: int) -> int:
    """Return how high a card of a width is, its picture being as wide as it can be."""
    return wide + max(1, round(4 * frame_unit)) + 2 * round(LINE * size)
