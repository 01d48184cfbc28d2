"""How the stage is divided in the Stack view: the picture, the titles beside or above it, and Predict's question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...ui.frame import BODY, HEADING
from ...ui.geometry import EMPTY, Rect
from ...value import Value
from ...window.predict import HEIGHT, WIDTH
from ...words.numbers import size_text
from ...words.texts import text
from ..frame import StillFrame
from ..titles import image_size_words, title_words

if TYPE_CHECKING:
    from ...ui.lane_places import Tile

LEGEND, COVERAGE_LEGEND = 62, 34  # units under the titles of the output, and of the coverage


class Heading(Value):
    """A layer's name and size; `extra`: device pixels under them for its legend."""

    name: str
    words: str
    size: str
    role: str
    extra: int = 0


class Room(Value):
    """The parts of the stage. `beside`: the titles stand left of the picture, at the height of their layers."""

    picture: Rect
    titles: Rect
    beside: bool
    note: Rect
    headings: tuple[Heading, ...]
    unit: float
    large: int  # font size of the titles
    small: int
    foot: Rect = EMPTY  # in Present, which step it is
    corner: Rect = EMPTY  # the view's buttons
    legend: Rect = EMPTY  # in Compare, beside titles above the picture
    maps: tuple[Tile, ...] = ()  # of a layer's filters

    @property
    def line(self) -> int:
        """The height of a title."""
        return round(self.large * 1.3)

    @property
    def small_line(self) -> int:
        """The height of a size."""
        return round(self.small * 1.3)

    def height(self, heading: Heading) -> int:
        """Return the height of a title with all that belongs to it."""
        return self.line + (self.small_line + heading.extra if self.beside else 0)

    def title_rects(self, homes: list[float]) -> tuple[Rect, ...]:
        """Return the places of the titles: as near to the heights of their layers as they can stand, in order."""
        gap = round((10 if self.beside else 2) * self.unit)
        below = sum(self.height(heading) + gap for heading in self.headings)
        rects, y = [], self.titles.y
        for heading, home in zip(self.headings, homes, strict=True):
            high = self.height(heading)
            wanted = round(home - (self.line + self.small_line) / 2) if self.beside else y
            top = max(y, min(wanted, self.titles.bottom - below + gap))
            rects.append(Rect(self.titles.x, top, self.titles.w, high))
            y, below = top + high + gap, below - high - gap
        return tuple(rects)


def headings_of(frame: StillFrame) -> tuple[Heading, ...]:
    """Return the titles of the three layers, the highest first."""
    scenario, side, layer = frame.side.result.scenario, frame.side, frame.side.layer
    output = size_text(scenario.output_size) if side.sized else text("predict.hidden.size")
    gradient = frame.still.titles.gradient
    plain = not side.placed or gradient == "kernel"
    kernel = title_words("kernel", covered=False, gradient=gradient) if plain else text("stack.kernel")
    role = "kernel_text"
    if layer is not None and layer.pooling:
        kernel, role = text("lanes.patch"), "text"
    image = image_size_words(scenario.image_size, scenario.layer.chosen_padding, scenario.pixel_size)
    if layer is not None and layer.channels > 1:
        channel = text("lanes.channel.of", channel=layer.letters[layer.channel], count=layer.channels)
        image = text("lanes.of", what=channel, size=image)
    if layer is not None and layer.filters > 1 and side.counted:
        output = text("lanes.of", what=text("lanes.map.of", map=layer.filter + 1, count=layer.filters), size=output)
    return (
        Heading("output", title_words("output", covered=False, gradient=gradient), output, "output_text"),
        Heading("kernel", kernel, size_text(scenario.kernel_size), role),
        Heading("image", title_words("image", side.covered, scenario.maps_before, gradient), image, "text"),
    )


def room_of(frame: StillFrame) -> Room:
    """Return the division of a frame's stage: titles beside the picture, or above it where that leaves it larger."""
    layout = frame.layout
    unit, stage = layout.text, layout.stage
    presenting = layout.presenting
    large = round(layout.unit * 38) if presenting else frame.size(HEADING)
    small = round(layout.unit * 31) if presenting else frame.size(BODY)
    inner = Rect(layout.inner.x, stage.y + layout.px(16), layout.inner.w, stage.h - layout.px(28))
    # The buttons in the lower left, which a talk does not have.
    side = max(44, layout.px(48))
    corner = 0 if presenting else side + layout.px(14)
    buttons = Rect(inner.x, stage.bottom - corner, 2 * side + layout.px(14), corner) if corner else EMPTY
    inner, note = (inner, EMPTY) if not frame.still.asks else with_note(inner, unit, corner)
    inner, maps = _with_maps(frame, inner)
    headings = headings_of(frame)
    bare = Room(inner, EMPTY, True, note, headings, unit, large, small, corner=buttons, maps=maps)
    width = widest(frame, headings, large, small)
    left, under = divided(bare, inner, width)
    if _worth(left) < _worth(under):
        titles = Rect(inner.x, inner.y, inner.w, under.y - inner.y)
        return bare.changed(picture=under, titles=titles, beside=False)
    # In the stage's middle, if there is room: as far from the right as the titles keep it from the left.
    slack = min(left.x - inner.x, max(0, left.w - round(1.05 * left.h)))
    foot = round(2.8 * large) if presenting else 0  # which step it is
    titles = Rect(inner.x, inner.y, width, inner.h - corner - foot)
    beside = bare.changed(
        picture=Rect(left.x, left.y, left.w - slack, left.h),
        titles=titles,
        foot=Rect(inner.x, titles.bottom, left.x - inner.x, foot),
    )
    return _with_legends(frame, beside)


def widest(frame: StillFrame, headings: Iterable[Heading], large: int, small: int) -> int:
    """Return the width of the widest title or size, in these font sizes."""
    width = frame.type.width
    return max(max(width(one.words, large, True), width(one.size, small, False)) for one in headings)


def divided(room: Room, inner: Rect, width: int) -> tuple[Rect, Rect]:
    """Return what is left for the picture beside titles of that width, and under them."""
    gap = round(20 * room.unit)
    high = sum(room.line + round(2 * room.unit) for _ in room.headings) + round(8 * room.unit)
    return (
        Rect(inner.x + width + gap, inner.y, max(1, inner.w - width - gap), inner.h),
        Rect(inner.x, inner.y + high, inner.w, max(1, inner.h - high)),
    )


def _with_legends(frame: StillFrame, room: Room) -> Room:
    """Return the room with the legends under their titles, as far as they fit."""
    if frame.layout.presenting:
        return room
    wanted = {"output": round(LEGEND * room.unit) if frame.side.sized else 0}
    if frame.side.covered:
        wanted["image"] = round(COVERAGE_LEGEND * room.unit)
    headings = tuple(heading.changed(extra=wanted.get(heading.name, 0)) for heading in room.headings)
    full = room.changed(headings=headings)
    return full if sum(full.height(one) + 12 * room.unit for one in headings) <= room.titles.h else room


def _worth(rect: Rect) -> float:
    """Return how large the layers of a square image are in a rectangle: they are about as wide as high."""
    return min(rect.w, rect.h * 0.95)


def _with_maps(frame: StillFrame, inner: Rect) -> tuple[Rect, tuple[Tile, ...]]:
    """Return what is left for the picture, and the places of small maps at the right, where there are several."""
    layer = frame.side.layer
    if layer is None or layer.filters == 1 or not frame.side.counted:
        return inner, ()
    from ...ui.lane_parts import column_of_tiles  # most scenarios have one filter

    unit = frame.layout.unit if frame.layout.presenting else frame.layout.text
    found = column_of_tiles(inner, layer.filters, unit)
    return inner._replace(w=max(1, found[0].rect.x - round(16 * unit) - inner.x)), found


def with_note(inner: Rect, unit: float, corner: int) -> tuple[Rect, Rect]:
    """Return what is left for the picture, and the place of the question: at the right, or below on a tall stage."""
    if inner.w >= inner.h:
        width = round(min(WIDTH * unit * 1.15, inner.w * 0.36))
        note = Rect(inner.right - width, inner.y + round(inner.h * 0.2), width, round(inner.h * 0.75))
        return Rect(inner.x, inner.y, inner.w - width - round(20 * unit), inner.h), note
    high = round(min(HEIGHT * unit, inner.h * 0.35))
    note = Rect(inner.x, inner.bottom - corner - high, inner.w, high)
    return Rect(inner.x, inner.y, inner.w, note.y - inner.y - round(12 * unit)), note
