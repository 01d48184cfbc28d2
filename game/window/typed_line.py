"""The line in which one searches: what is typed, with a caret; before that it says what one can type."""

from __future__ import annotations

from typing import NamedTuple

from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area, Picture


class TypedLook(NamedTuple):
    """How such a line looks, by the name of its widgets; units.

    icon: its side. right: what is kept free at the right edge. asked: from the caret to what one can type. size: of the
    words, a font size. apart: the caret stands apart from the edge before anything is typed, too.
    """

    name: str
    icon: int
    right: int
    asked: int
    size: int
    apart: bool = False


def typed_line(
    frame: Frame, place: Rect, typed: str, ask: str, look: TypedLook, chosen: bool = False
) -> tuple[Widget, ...]:
    """Return the line. ask: the words that stand in it before anything is typed. chosen: all that is typed is."""
    px, name, size = frame.px, look.name, frame.size(look.size)
    icon = Rect(place.x + px(14), place.y, px(look.icon), place.h).centred(px(look.icon), px(look.icon))
    left = place.x + px(2 * look.icon)
    room = place.right - px(look.right) - left
    shown = typed
    while shown and frame.type.width(shown, size, True) > room:
        shown = shown[1:]  # the end of what is typed is what one wants to see
    end = left + (frame.type.width(shown, size, True) + px(2) if typed or look.apart else 0)
    caret = Rect.of(end, place.centre[1] - size * 0.6, max(2, px(2)), size * 1.2)
    role, ground = (
        ("on_accent" if chosen else "text"),
        (
            Area(
                name=f"{name} chosen",
                rect=Rect.of(left, caret.y, frame.type.width(shown, size, True), caret.h),
                role="accent",
            ),
        ),
    )
    words = frame.label(f"{name} words", Rect(left, place.y, room, place.h), shown, size, role, bold=True)
    if not typed:
        begin = px(look.asked)
        rect = Rect(left + begin, place.y, room - begin, place.h)
        words = frame.label(f"{name} words", rect, frame.type.shortened(ask, size, False, rect.w), size, "dim")
    return (
        frame.box(name, place, 9),
        Picture(name=f"{name} icon", rect=icon, icon="search"),
        *(ground if chosen else ()),
        words,
        Area(name=f"{name} caret", rect=caret, role="text"),
    )
