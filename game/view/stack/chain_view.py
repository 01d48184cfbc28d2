"""A network's tower, drawn: the levels below the layer in focus, that layer at work as one layer is, those above it.

From above, what is higher is never hidden by what is lower, so the order of drawing is the order of the levels.
"""

from __future__ import annotations

from ...play.moment import Moment
from ...ui.geometry import Rect
from ...ui.plane import Point
from ...ui.widgets.base import Widget
from ...value import Value
from ..frame import Keeper, ShownFrame, StillFrame
from ..output import legend
from ..strip.cards import classes_of
from ..strip.view import made_in
from ..titles import line
from .chain_fields import lying_fields
from .chain_hands import level_cards, plane_hands
from .chain_places import ChainPlaces, LevelPlaces
from .chain_plates import plates
from .chain_room import ChainRoom
from .chain_rows import Sight, edge_of, more_of, still_level
from .fading import faded
from .places import LaidGrid
from .room import LEGEND
from .titles import question
from .tower_sums import Way, sum_boxes, wires_of
from .tower_words import kernels_words
from .towers import Draw, back_and_front

Widgets = tuple[Widget, ...]
MEET = 10
"""Units under the row of maps, at which the lines of the channels' sums meet."""


def chain_view(
    frame: ShownFrame, moment: Moment, places: ChainPlaces, drawn: Draw, keep: Keeper
) -> tuple[Widgets, Widgets]:
    """Return all planes with what moves between them, and the words around them; `drawn`: draws the layer in focus."""
    still, levels, live, come = keep.stage, places.levels, places.live, _come(frame)
    sight = Sight(places.facts, live, made_in(frame), not frame.shown.moves)
    planes = keep(_planes, still, places.division, levels, sight, bool(places.towers))
    stack = (
        *faded("levels below", planes.below, come),
        *faded("channels", planes.channels, come),
        *_at_work(frame, moment, places, drawn, keep),
        *faded("level in focus", planes.beside, come),
        *faded("levels above", planes.above, come),
        *lying_fields(frame, places),
    )
    said = kernels_words(frame, places.parts)
    words = (
        *keep(_words, still, places.division, levels, live, (places.own.image, places.output)),
        *keep(_around, still, places.division, live, *said),
    )
    return stack, (*words, *question(frame, places.room))


def _come(frame: ShownFrame) -> float:
    """Return how much of the other levels is there on the way from the Flat view: they come at its end."""
    return 1.0 if frame.still.settings.reduced_motion else frame.still.interface.rise * 2.5 - 1.5


class _Planes(Value):
    """The planes that are not at work: those of levels below, of the channels, beside the map in front, and above."""

    below: Widgets
    channels: Widgets
    beside: Widgets
    above: Widgets


def _planes(
    frame: StillFrame, division: ChainRoom, levels: tuple[LevelPlaces, ...], sight: Sight, towers: bool
) -> _Planes:
    """Return all planes that are not at work, with the plates of the classes where the last layer has some."""
    live, last = sight.live, levels[-1]
    classes = classes_of(sight.facts.layers[-1], sight.made) if last.level.plates else None
    shares = () if classes is None else plates(frame, division, last, classes, live == len(levels) - 1)
    return _Planes(
        below=tuple(each for one in levels[: live - 1] for each in still_level(frame, sight, one)),
        channels=() if towers else still_level(frame, sight, levels[live - 1]),
        beside=(*still_level(frame, sight, levels[live]), *_front_edge(levels[live])),
        above=(*(each for one in levels[live + 1 :] for each in still_level(frame, sight, one)), *shares),
    )


def _front_edge(one: LevelPlaces) -> Widgets:
    """Return the edge of the map that is being made, where there are several."""
    if len(one.grids) == 1 or one.level.front is None or one.level.count is None:
        return ()
    return (edge_of(one.grids[one.level.front], True),)


def _at_work(frame: ShownFrame, moment: Moment, places: ChainPlaces, drawn: Draw, keep: Keeper) -> Widgets:
    """Return the layer in focus: its channels, each with its card if they are added up, and the map in front."""
    if not places.towers:
        return drawn(frame, moment, places, None, keep)
    others, front = back_and_front(frame, moment, places, drawn, keep)
    return (*others, *front, *_wires(frame, moment, places, keep), *sum_boxes(places, keep))


def _wires(frame: ShownFrame, moment: Moment, places: ChainPlaces, keep: Keeper) -> Widgets:
    """Return a line from each sum to a point under the map in front, and from there to the cell that is made."""
    cell = frame.side.asked or moment.cell
    if places.rise < 1 or cell is None or not (frame.side.sized and frame.side.placed):
        return ()
    end, meet = _ends(places.output, cell, frame.px(MEET))
    ways: list[Way] = [
        (f"sum wire {tower.facts.letter}", ((tower.box.centre[0], float(tower.box.y)), meet), tower.facts.done)
        for tower in places.towers
        if tower.box.w
    ]
    ways.append(("sum wire", (meet, end), all(one.done for one in places.parts.lanes)))
    return keep(wires_of, frame.unit, places.clip, tuple(ways), not frame.shown.moves)


def _ends(output: LaidGrid, cell: tuple[int, int], under: int) -> tuple[Point, Point]:
    """Return where the line to a cell ends, and where it begins: so far under the map's edge."""
    edge = max(y for _, y in output.quad(0, 0, output.rows, output.columns))
    middle = output.point(output.rows / 2, output.columns / 2)[0]
    return output.point(cell[0] + 0.5, cell[1] + 0.5), (middle, edge + under)


def _words(
    frame: StillFrame, room: ChainRoom, levels: tuple[LevelPlaces, ...], live: int, over: tuple[LaidGrid, ...]
) -> Widgets:
    """Return the words of all levels, and what of them answers hands; over: the planes at work."""
    more = tuple(each for one in levels for each in more_of(frame, one))
    return (*more, *plane_hands(frame, levels[live], levels[live - 1]), *level_cards(frame, room, levels, live, over))


def _around(frame: StillFrame, room: ChainRoom, live: int, said: tuple[str, ...], under: tuple[str, ...]) -> Widgets:
    """Return what stands between the words of the layer in focus and those of what comes to it.

    said, under: what may be written over the channels and below it, the longest words first.
    """
    top, below = room.plates[live], room.plates[live - 1]
    free = Rect(top.x + frame.px(10), top.bottom, top.w - frame.px(10), max(0, below.y - top.bottom))
    high = round(1.35 * (room.fonts.large + room.fonts.small))
    scale = round(LEGEND * frame.unit) - frame.px(10) if frame.side.sized and not frame.layout.presenting else 0
    found: Widgets = ()
    if scale and free.h >= scale + high + frame.px(16):
        place = Rect(free.x, free.y + frame.px(8), min(free.w, frame.px(230)), scale)
        found, free = legend(frame, place), Rect(free.x, place.bottom, free.w, free.bottom - place.bottom)
    if free.h < high + frame.px(8):
        return found
    return (*found, *_kernels(frame, room, said, under, free.centred(free.w, high)))


def _kernels(frame: StillFrame, room: ChainRoom, said: tuple[str, ...], under: tuple[str, ...], rect: Rect) -> Widgets:
    """Return what is over the channels: a kernel, or the kernels of a filter, and where products are."""
    fonts, width = room.fonts, frame.type.width
    size = round(fonts.large * 0.9)
    words = next((words for words in said if width(words, size, True) <= rect.w), said[-1])
    role = "text" if frame.side.layer is not None and frame.side.layer.pooling else "kernel_text"
    high = round(1.35 * fonts.large)
    title = line(frame, "title kernel", rect[:2], high, words, size, role, bold=True)
    fitting = (words for words in under if width(words, fonts.small, False) <= rect.w)
    words = next(fitting, "") if fonts.small else ""
    if not words:
        return (title,)
    return title, line(frame, "size kernel", (rect.x, rect.y + high), rect.h - high, words, fonts.small, "dim")
