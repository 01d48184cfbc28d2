"""Small pictures that are only looked at: a source image, and behind an arrow what becomes of it."""

from __future__ import annotations

from ..canvas import Canvas
from ..geometry import Rect
from ..offers import Thumbnail
from .base import Widget
from .offer_row import draw_thumbnail

ARROW, EDGE, RADIUS = 26, 10, 8
"""Units: the room of the arrow, around the pictures, and of the corners of their ground."""


class Thumbnails(Widget, kw_only=True):
    """One or two small pictures on a ground of their own, as large as they fit."""

    pictures: tuple[Thumbnail, ...]

    def draw(self, canvas: Canvas) -> None:
        """Draw the ground, and the pictures on it."""
        canvas.rounded(self.rect, self.px(RADIUS), canvas.theme.ground)
        draw_pair(canvas, self.pictures, self.rect.inset(self.px(EDGE)), self.px(ARROW), self.px(20))


def draw_pair(canvas: Canvas, pictures: tuple[Thumbnail, ...], place: Rect, arrow: int, side: int) -> None:
    """Draw one picture in the whole of a place, or two with an arrow of a side in its room between them."""
    first, *others = pictures
    if not others:
        draw_thumbnail(canvas, first, place, ruled=True)
        return
    wide = (place.w - arrow) // 2
    draw_thumbnail(canvas, first, Rect(place.x, place.y, wide, place.h), ruled=True)
    draw_thumbnail(canvas, others[0], Rect(place.right - wide, place.y, wide, place.h), ruled=True)
    canvas.icon("arrow-right", place.centred(side, side), canvas.theme.dim)
