"""The sign that a scene of a lesson asks something: in Present, for the teacher, before the class is asked by a key.

It stands beside the scene's title. A scene that the class reads nothing of has a line for it at the foot of the screen.
"""

from __future__ import annotations

from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.layout import Layout
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Picture
from ..words.texts import text

NAME = "question sign"
LINE = 1.5
"""The height of its line, in font sizes."""
LEAST = 9


def line_height(size: tuple[int, int], unit: float) -> int:
    """Return how high the line of the sign is in a window of that size, at a unit of words."""
    return min(round(LINE * max(LEAST, SMALL * unit)), size[1] // 8)


def above_line(found: Layout, size: tuple[int, int]) -> Layout:
    """Return a division of Present with the line of the sign below it: it was made for a window lower by that line."""
    high = size[1] - found.size[1]
    line = Rect(found.dot.x, found.transport.y, found.dot.w, high)
    drawer = found.drawer._replace(h=found.drawer.h + high) if found.drawer.w else found.drawer
    return found.changed(size=size, transport=found.transport.moved(0, high), drawer=drawer, sign=line)


def question_sign(frame: Frame, place: Rect, at_end: bool = False) -> tuple[Widget, ...]:
    """Return an icon and the words in a place, at its end or from its start; nothing where they have no room."""
    size, words = frame.size(SMALL), text("present.asks")
    side, gap = round(size * 1.15), round(size * 0.4)
    wide = side + gap + frame.type.width(words, size, False)
    if wide > place.w or size > place.h:
        return ()
    x = place.right - wide if at_end else place.x
    icon = Rect.of(x, place.y + (place.h - side) / 2, side, side)
    said = Rect(x + side + gap, place.y, place.right - x - side - gap, place.h)
    return (
        Picture(name=f"{NAME} icon", rect=icon, icon="circle-help", role="dim"),
        frame.label(NAME, said, words, size, "dim"),
    )
