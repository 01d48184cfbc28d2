"""The words of the Stack view: titles at the height of their layers or above the picture, the legend, the question."""

from __future__ import annotations

from ...ui.canvas import Canvas
from ...ui.frame import BODY
from ...ui.geometry import EMPTY, Rect
from ...ui.stage import NOTHING
from ...ui.widgets.base import Widget
from ..coverage import CoverageLegend
from ..frame import StillFrame
from ..output import legend
from ..titles import line
from .places import StackPlaces
from .room import Heading, Room


def titles(frame: StillFrame, places: StackPlaces) -> tuple[Widget, ...]:
    """Return the titles with their sizes and their legends, and what belongs to them."""
    room = places.room
    widgets: list[Widget] = []
    for heading, rect in zip(room.headings, room.title_rects([home[1] for home in places.home]), strict=True):
        words = _heading(frame, heading, rect, room)
        widgets.extend((plate(f"plate {heading.name}", words, room.unit), *words))
    beside = _legend(frame, "output", room.legend) if room.legend.h else ()
    return (*widgets, *beside, *question(frame, room))


class Plate(Widget, kw_only=True):
    """The ground under a title, nearly opaque: seen only where a camera has brought a layer there."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the plate."""
        canvas.rounded(self.rect, min(self.px(8), self.rect.h / 2), canvas.theme.ground, PLATE)


PLATE = 225  # of 255


def plate(name: str, words: tuple[Widget, ...], unit: float) -> Plate:
    """Return the ground under some words, in pixels of a unit of text."""
    rect = EMPTY
    for word in words:
        rect = rect.union(word.rect)
    return Plate(name=name, rect=rect.inset(-round(8 * unit), -round(2 * unit)), unit=unit)


def _heading(frame: StillFrame, heading: Heading, rect: Rect, room: Room) -> tuple[Widget, ...]:
    """Return a title, its size under it or beside it, and its legend under that."""
    corner, role = rect[:2], heading.role
    title = line(frame, f"title {heading.name}", corner, room.line, heading.words, room.large, role, bold=True)
    corner, high = (rect.x, rect.y + room.line), room.small_line
    if not room.beside:
        corner, high = (title.rect.right + round(14 * room.unit), rect.y), room.line
    size = line(frame, f"size {heading.name}", corner, high, heading.size, room.small, "dim")
    if not room.beside and size.rect.right > rect.right:
        return (title,)
    below = Rect(rect.x, rect.y + room.line + room.small_line, rect.w, heading.extra)
    return title, size, *(_legend(frame, heading.name, below) if heading.extra else ())


def _legend(frame: StillFrame, name: str, rect: Rect) -> tuple[Widget, ...]:
    if name == "image":
        font, unit = frame.size(BODY), frame.unit
        high = str(int(frame.side.result.coverage.max()))
        place = Rect(rect.x, rect.y, min(rect.w, round(220 * unit)), rect.h)
        return (CoverageLegend(name="coverage legend", rect=place, unit=unit, high=high, size=font),)
    px, compares = frame.px, frame.still.compares
    place = Rect(rect.x, rect.y + px(10), rect.w, rect.h - px(12 if compares else 10))
    parts = legend(frame, place)
    return (plate("plate legend", parts, frame.unit), *parts) if compares else parts


def question(frame: StillFrame, room: Room) -> tuple[Widget, ...]:
    """Return the panel of what is asked, where there is any."""
    if not frame.still.asks or room.note == EMPTY:
        return ()
    from ..asked import asked_panel

    return asked_panel(frame, room.note, room.unit, NOTHING)
