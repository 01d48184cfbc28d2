"""A network's tower, drawn: the levels below the layer in focus, that layer at work as one layer is, those above it.

From above, what is higher is never hidden by what is lower, so the order of drawing is the order of the levels.
"""

from __future__ import annotations

from ...play.moment import Moment
from ...ui.geometry import Rect
from ...ui.plane import bounds_of
from ...ui.widgets.base import Widget
from ..frame import ShownFrame
from ..lanes.pooled import stands_of
from ..output import legend
from ..strip.cards import Made, classes_of
from ..strip.view import made_in
from ..titles import line
from .chain_fields import lying_fields
from .chain_hands import level_cards, plane_hands
from .chain_places import ChainPlaces
from .chain_plates import plates
from .chain_rows import edge_of, more_of, still_level
from .fading import faded
from .room import LEGEND
from .titles import question
from .tower_sums import SumWire, sum_boxes
from .tower_words import kernels_words
from .towers import Draw, behind, numbered

Widgets = tuple[Widget, ...]
MEET = 10
"""Units under the row of maps, at which the lines of the channels' sums meet."""


def chain_view(frame: ShownFrame, moment: Moment, places: ChainPlaces, drawn: Draw) -> tuple[Widgets, Widgets]:
    """Return all planes with what moves between them, and the words around them; `drawn`: draws the layer in focus."""
    made, come = made_in(frame), _come(frame)
    live = places.live
    below = tuple(each for one in places.levels[: live - 1] for each in still_level(frame, places, made, one))
    above = tuple(each for one in places.levels[live + 1 :] for each in still_level(frame, places, made, one))
    shares = _shares(frame, places, made)
    beside = still_level(frame, places, made, places.levels[live])
    stack = (
        *faded("levels below", below, come),
        *_at_work(frame, moment, places, drawn, come),
        *faded("level in focus", (*beside, *_front_edge(places)), come),
        *faded("levels above", (*above, *shares), come),
        *lying_fields(frame, places),
    )
    more = tuple(each for one in places.levels for each in more_of(frame, one))
    words = (*more, *plane_hands(frame, places), *level_cards(frame, places), *_around(frame, places))
    return stack, (*words, *question(frame, places.room))


def _come(frame: ShownFrame) -> float:
    """Return how much of the other levels is there on the way from the Flat view: they come at its end."""
    return 1.0 if frame.still.settings.reduced_motion else frame.still.interface.rise * 2.5 - 1.5


def _shares(frame: ShownFrame, places: ChainPlaces, made: Made) -> Widgets:
    """Return the plates of the classes, where the last layer has some."""
    last = places.levels[-1]
    return plates(frame, places, classes_of(places.facts.layers[-1], made)) if last.level.plates else ()


def _front_edge(places: ChainPlaces) -> Widgets:
    """Return the edge of the map that is being made, where there are several."""
    one = places.levels[places.live]
    if len(one.grids) == 1 or one.level.front is None or one.level.count is None:
        return ()
    return (edge_of(one.grids[one.level.front], True),)


def _at_work(frame: ShownFrame, moment: Moment, places: ChainPlaces, drawn: Draw, come: float) -> Widgets:
    """Return the layer in focus: its channels, each with its card if they are added up, and the map in front."""
    if not places.towers:
        beside = still_level(frame, places, made_in(frame), places.levels[places.live - 1])
        return (*faded("channels", beside, come), *drawn(frame, moment, places, None))
    others = tuple(each for tower in places.towers if not tower.front for each in behind(frame, tower, places.rise))
    stands = moment.changed(shown_sum=stands_of(places.parts.column))
    front = numbered(frame, moment, places, drawn(frame, moment, places, stands))
    return (*others, *front, *_wires(frame, moment, places), *sum_boxes(frame, places))


def _wires(frame: ShownFrame, moment: Moment, places: ChainPlaces) -> Widgets:
    """Return a line from each sum to a point under the map in front, and from there to the cell that is made."""
    cell = frame.side.asked or moment.cell
    if places.rise < 1 or cell is None or not (frame.side.sized and frame.side.placed):
        return ()
    end = places.output.point(cell[0] + 0.5, cell[1] + 0.5)
    boxes = [tower for tower in places.towers if tower.box.w]
    edge = max(y for _, y in places.output.quad(0, 0, places.output.rows, places.output.columns))
    meet = places.output.point(places.output.rows / 2, places.output.columns / 2)[0], edge + frame.px(MEET)
    ways = [
        (f"sum wire {tower.facts.letter}", ((tower.box.centre[0], float(tower.box.y)), meet), tower.facts.done)
        for tower in boxes
    ]
    ways.append(("sum wire", (meet, end), all(one.done for one in places.parts.lanes)))
    return tuple(
        SumWire(
            name=name,
            rect=bounds_of(points, 3).overlap(places.clip),
            unit=frame.unit,
            points=points,
            stands=stands,
        )
        for name, points, stands in ways
    )


def _around(frame: ShownFrame, places: ChainPlaces) -> Widgets:
    """Return what stands between the words of the layer in focus and those of what comes to it."""
    room, plates_of = places.division, places.division.plates
    top, under = plates_of[places.live], plates_of[places.live - 1]
    free = Rect(top.x + frame.px(10), top.bottom, top.w - frame.px(10), max(0, under.y - top.bottom))
    high = round(1.35 * (room.fonts.large + room.fonts.small))
    scale = round(LEGEND * frame.unit) - frame.px(10) if frame.side.sized and not frame.layout.presenting else 0
    found: Widgets = ()
    if scale and free.h >= scale + high + frame.px(16):
        place = Rect(free.x, free.y + frame.px(8), min(free.w, frame.px(230)), scale)
        found, free = legend(frame, place), Rect(free.x, place.bottom, free.w, free.bottom - place.bottom)
    if free.h < high + frame.px(8):
        return found
    return (*found, *_kernels(frame, places, free.centred(free.w, high)))


def _kernels(frame: ShownFrame, places: ChainPlaces, rect: Rect) -> Widgets:
    """Return what is over the channels: a kernel, or the kernels of a filter, and where products are."""
    said, under = kernels_words(frame, places.parts)
    fonts, width = places.division.fonts, frame.type.width
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
