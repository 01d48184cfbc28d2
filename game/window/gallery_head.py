"""The head of the gallery: the way back, its title, and what is searched for."""

from __future__ import annotations

from ..input.interface_intents import CloseSheet
from ..ui.frame import BODY, SMALL, TITLE, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area, Picture
from ..words.texts import text

SEARCH = 525
"""Units of the width of the search."""


def gallery_head(frame: Frame, place: Rect, typed: str, pad: int) -> tuple[Widget, ...]:
    """Return the way back, the title, and what is searched for; pad: units around the cards."""
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
    return (
        frame.button("close sheet", back, CloseSheet(), tip=text("gallery.back") + "  (Esc)", icon="arrow-left"),
        *(title if end > left else ()),
        *_search(frame, field, typed),
    )


def _search(frame: Frame, place: Rect, typed: str) -> tuple[Widget, ...]:
    """Return the line that shows what is typed, with a caret; before that it says what can be searched for."""
    px, size = frame.px, frame.size(BODY if typed else SMALL)
    left = place.x + px(52)
    room = place.right - px(16) - left
    shown = typed if typed else frame.type.shortened(text("gallery.find"), size, False, room - px(8))
    while typed and shown and frame.type.width(shown, size, True) > room:
        shown = shown[1:]  # the end of what is typed is what one wants to see
    end = left + (frame.type.width(shown, size, True) + px(2) if typed else 0)
    caret = Rect.of(end, place.centre[1] - size * 0.6, max(2, px(2)), size * 1.2)
    words = Rect(left + (0 if typed else px(8)), place.y, room, place.h)
    icon = Rect(place.x + px(14), place.y, px(26), place.h).centred(px(26), px(26))
    return (
        frame.box("search", place, 9),
        Picture(name="search icon", rect=icon, icon="search"),
        frame.label("search words", words, shown, size, "text" if typed else "dim", bold=bool(typed)),
        Area(name="search caret", rect=caret, role="text"),
    )
