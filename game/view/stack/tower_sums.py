"""The sums over the towers: their boxes, those in small of channels without a tower, and the lines to the cell."""

from __future__ import annotations

from itertools import pairwise

from ...input.intent import Intent
from ...input.walk_intents import BringChannel
from ...play.moment import Moment
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Point, between, bounds_of
from ...ui.themes import mix
from ...ui.typeface import Typeface
from ...ui.widgets.base import Answer, Widget
from ...words.texts import text
from ..frame import Keeper, ShownFrame, StillFrame
from ..lanes.badge import Badge
from ..lanes.column import WAITS, Line, each_lane
from ..lanes.now import running_of
from ..lanes.sums_row import BADGE, PAD, LaneBox
from .sprites import PREMULTIPLIED, draw_lines, sheet_of
from .tower_places import SummedPlaces, TowerPlaces

Widgets = tuple[Widget, ...]

DASH = 7  # units of a dash, and of the gap after it


class SumPlate(LaneBox, kw_only=True):
    """A channel's sum in a box with its letter; a press brings the channel forward."""

    intents: tuple[Intent, ...]

    captures = True

    def press(self, x: float, y: float) -> Answer:
        """Bring the channel forward."""
        del x, y
        return self.intents


class SumWire(Widget, kw_only=True):
    """The line from a sum to where all lines meet, or from there to the cell; dashed before the sum stands."""

    points: tuple[Point, ...]
    stands: bool
    fine: bool = False  # it keeps still, and its picture is kept

    def draw(self, canvas: Canvas) -> None:
        """Draw the line, or its dashes."""
        colour = mix(canvas.theme.ground, canvas.theme.product, 0.8)
        strokes = ((colour, 2 if self.px(1) > 1 else 1),)
        if not self.fine:
            draw_lines(canvas, self.rect, self._parts(), strokes)
        elif self.rect.w and self.rect.h:
            key = ("sum wire", self.rect, self.points, self.stands, self.unit)
            sheet = canvas.kept(key, lambda: sheet_of(self.rect, self._parts(), strokes))
            canvas.surface.blit(sheet, self.rect[:2], special_flags=PREMULTIPLIED)

    def _parts(self) -> list[tuple[Point, Point]]:
        ways = list(pairwise(self.points))
        return ways if self.stands else [part for way in ways for part in _dashes(*way, self.px(DASH))]


Way = tuple[str, tuple[Point, ...], bool]
"""A line: its name, its points, and whether the sum stands."""


def _dashes(first: Point, last: Point, dash: int) -> list[tuple[Point, Point]]:
    """Return the dashes of a straight line."""
    length = max(1.0, ((last[0] - first[0]) ** 2 + (last[1] - first[1]) ** 2) ** 0.5)
    starts = range(0, int(length), 2 * dash)
    return [(between(first, last, at / length), between(first, last, min(1.0, (at + dash) / length))) for at in starts]


RISES = 26  # units above the boxes at which the lines meet at least: so none passes behind another box


def sum_wires(frame: ShownFrame, moment: Moment, places: TowerPlaces, keep: Keeper) -> Widgets:
    """Return a line from each sum to where all meet, over the boxes, and from there to the cell that is made.

    The last one comes in a gap between the rows. The small sums of channels without a tower have one line together.
    """
    cell = frame.side.asked or moment.cell
    boxed = [tower for tower in places.towers if tower.box.w]
    if places.rise < 1 or cell is None or not (frame.side.sized and frame.side.placed):
        return ()
    x, y = places.output.point(*cell)
    street = (places.output.x + places.towers[-1].places.clip.right) / 2
    top = min((tower.box.y for tower in boxed), default=y)
    meet = street, min(float(y), float(top - frame.px(RISES)))
    ways: list[Way] = [
        (f"sum wire {tower.facts.letter}", ((tower.box.centre[0], float(tower.box.y)), meet), tower.facts.done)
        for tower in boxed
    ]
    lanes = places.parts.lanes
    if places.aside and places.badges:
        ways.append(_together(places, meet))
    ways.append(("sum wire", (meet, (street, y), (x, y)), all(one.done for one in lanes)))
    return keep(wires_of, frame.unit, None, tuple(ways), not frame.shown.moves)


def _together(places: TowerPlaces, meet: Point) -> Way:
    """Return the line of all small sums, from the right end of their block."""
    badges = places.badges[: len(places.aside)]
    begins = float(max(each.right for each in badges)), (badges[0].y + badges[-1].bottom) / 2
    return "sum wire others", (begins, meet), all(places.parts.lanes[lane].done for lane in places.aside)


def wires_of(unit: float, clip: Rect | None, ways: tuple[Way, ...], fine: bool) -> Widgets:
    """Return lines, as far as they are seen; fine: they keep still."""
    rects = (bounds_of(points, 3) for _, points, _ in ways)
    return tuple(
        SumWire(
            name=name,
            rect=rect if clip is None else rect.overlap(clip),
            unit=unit,
            points=points,
            stands=stands,
            fine=fine,
        )
        for rect, (name, points, stands) in zip(rects, ways, strict=True)
    )


def sum_boxes(places: SummedPlaces, keep: Keeper) -> Widgets:
    """Return the boxes of all sums, over their towers or in small, and the letters of the images."""
    if places.rise < 1:
        return ()
    lines = each_lane(places.parts.column, running_of(places.parts.lanes), places.decimals[0])
    lanes = tuple((facts.letter, facts.channel) for facts in places.parts.lanes)
    towers = tuple((tower.lane, tower.box, tower.badge, tower.bright) for tower in places.towers)
    return keep(_boxes, keep.stage, towers, tuple(zip(places.aside, places.badges, strict=False)), lanes, tuple(lines))


Sum = tuple[int, Rect, Rect, bool]
"""A tower's lane, the places of its sum's box and of its badge, and whether it is bright."""


def _boxes(
    frame: StillFrame,
    towers: tuple[Sum, ...],
    aside: tuple[tuple[int, Rect], ...],
    lanes: tuple[tuple[str, int], ...],
    lines: tuple[Line, ...],
) -> Widgets:
    """Return the same; lanes: the letter and the channel of each. lines: what is known of their sums."""
    found: list[Widget] = []
    for tower in towers:
        found.extend(_of_tower(frame, tower, lanes[tower[0]], lines[tower[0]]))
    for lane, rect in aside:
        letter, channel = lanes[lane]
        found.append(_plate(frame, f"sum {letter}", lines[lane], rect, channel))
    return tuple(found)


def _of_tower(frame: StillFrame, tower: Sum, lane: tuple[str, int], line: Line) -> Widgets:
    """Return a tower's sum and the letter of its image."""
    (letter, channel), (_, box, rect, bright) = lane, tower
    plate = (_plate(frame, f"sum {letter}", line, box, channel),) if box.w else ()
    if not rect.w:
        return plate
    size, name = round(rect.h * (0.62 if len(letter) == 1 else 0.5)), f"tower badge {letter}"
    return (*plate, Badge(name=name, rect=rect, unit=frame.unit, letter=letter, size=size, lit=bright))


def _plate(frame: StillFrame, name: str, line: Line, rect: Rect, channel: int) -> SumPlate:
    """Return the box of a sum in a place, its number as large as has room."""
    number = "" if line.how == WAITS else line.number
    return SumPlate(
        **frame.met(name, rect),
        about=text("lanes.channel.tip", channel=line.words),
        words=line.words,
        lettered=True,
        number=number,
        size=_font(frame.type, number, rect),
        how=line.how,
        intents=(BringChannel(channel),),
    )


def _font(typeface: Typeface, number: str, rect: Rect) -> int:
    """Return the largest font size at which letter and number have room in a box."""
    for size in range(max(9, round(rect.h / 1.7)), 9, -1):
        if size * (BADGE + 3 * PAD) + typeface.width(number, size, True) <= rect.w + 1:
            return size
    return 9
