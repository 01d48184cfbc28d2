"""The head of the gallery: the way back, its title, and what is searched for."""

from __future__ import annotations

from ..input.interface_intents import CloseSheet
from ..ui.frame import BODY, SMALL, TITLE, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..words.texts import text
from .typed_line import TypedLook, typed_line

SEARCH = 525
"""Units of the width of the search."""


def gallery_head(frame: Frame, place: Rect, typed: str, chosen: bool, pad: int) -> tuple[Widget, ...]:
    """Return the way back, the title, and what is searched for; chosen: all of that is; pad: units around the cards."""
    px = frame.px
    side = max(44, px(48))
    back = Rect(place.x + px(16), place.y + (place.h - side) // 2, side, side)
    size = frame.size(TITLE)
    left = back.right + px(8)
    end = left + frame.type.width(text("gallery.title"), size, True)
    wide = min(px(SEARCH), place.right - px(pad) - end - px(24))
    if wide < px(220):  # what is typed says more than the title
        end, wide = back.right, place.right - px(16) - left
    field = Rect(place.right - px(16) - wide, place.y + (place.h - side) // 2, wide, side)
    title = (
        frame.label("sheet title", Rect(left, place.y, end - left, place.h), text("gallery.title"), size, bold=True),
    )
    look = TypedLook("search", 26, 16, 8, BODY if typed else SMALL)
    return (
        frame.button("close sheet", back, CloseSheet(), tip=text("gallery.back") + "  (Esc)", icon="arrow-left"),
        *(title if end > left else ()),
        *typed_line(frame, field, typed, text("gallery.find"), look, chosen),
    )
