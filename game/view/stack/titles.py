"""The words of the Stack view: titles at the height of their layers or above the picture, the legend, the question."""

from __future__ import annotations

from collections.abc import Callable

from ...ui.canvas import Canvas
from ...ui.frame import BODY
from ...ui.geometry import EMPTY, Rect
from ...ui.widgets.base import Widget
from ..coverage import CoverageLegend
from ..frame import StillFrame
from ..places import looks_in, stage_of
from ..titles import legend
from .places import StackPlaces
from .room import Heading, Room

LegendMaker = Callable[[StillFrame, Heading, Rect], tuple[Widget, ...]]
"""Makes what stands under a title: the legend of its layer's shades."""


def titles(frame: StillFrame, places: StackPlaces) -> tuple[Widget, ...]:
    """Return the titles with their sizes, and what belongs to them."""
    return (*headings(frame, places, _legend), *_question(frame, places.room))


def headings(frame: StillFrame, places: StackPlaces, legend_of: LegendMaker) -> tuple[Widget, ...]:
    """Return the titles with their sizes and their legends."""
    room = places.room
    widgets: list[Widget] = []
    for heading, rect in zip(room.headings, room.title_rects([home[1] for home in places.home]), strict=True):
        words = _heading(frame, heading, rect, room, legend_of)
        widgets.extend((plate(f"plate {heading.name}", words, room.unit), *words))
    return tuple(widgets)


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


def _heading(frame: StillFrame, heading: Heading, rect: Rect, room: Room, legend_of: LegendMaker) -> tuple[Widget, ...]:
    """Return a title, its size under it or beside it, and its legend under that."""
    width = frame.type.width(heading.words, room.large, True)
    place = Rect(rect.x, rect.y, width, room.line)
    title = frame.label(f"title {heading.name}", place, heading.words, room.large, heading.role, bold=True)
    length = frame.type.width(heading.size, room.small, False)
    if room.beside:
        place = Rect(rect.x, rect.y + room.line, length, room.small_line)
    else:
        place = Rect(title.rect.right + round(14 * room.unit), rect.y, length, room.line)
        if place.right > rect.right:
            return (title,)
    size = frame.label(f"size {heading.name}", place, heading.size, room.small, "dim")
    below = Rect(rect.x, rect.y + room.line + room.small_line, rect.w, heading.extra)
    return title, size, *(legend_of(frame, heading, below) if heading.extra else ())


def _legend(frame: StillFrame, heading: Heading, rect: Rect) -> tuple[Widget, ...]:
    if heading.name == "image":
        font, unit = frame.size(BODY), frame.unit
        high = str(int(frame.side.result.coverage.max()))
        place = Rect(rect.x, rect.y, min(rect.w, round(220 * unit)), rect.h)
        return (CoverageLegend(name="coverage legend", rect=place, unit=unit, high=high, size=font),)
    stage = stage_of(frame)
    bar = Rect(rect.x, rect.y + stage.px(10), rect.w, rect.h - stage.px(10))
    return legend(frame, stage.changed(legend=bar), looks_in(frame, stage))


def _question(frame: StillFrame, room: Room) -> tuple[Widget, ...]:
    """Return the panel of Predict, where it is played."""
    if frame.still.question is None or room.note == EMPTY:
        return ()
    from ...window.predict import predict_panel

    return predict_panel(frame.still.question, frame, room.note, room.unit)
