"""What of the lanes is now: the column addition with its wires, the term in work, and products on their way."""

from __future__ import annotations

from ...play.moment import Moment, unplaced
from ...play.walk import made_of, position_of
from ...session.facts.layers import ColumnFacts, LaneFacts, Lanes
from ...session.facts.shown import ShownSide
from ...ui.lane_places import LaneStage
from ...ui.themes import theme_of
from ...ui.widgets.base import Widget
from ..card_faces import faces_of
from ..flat import rings
from ..flights import Gutter, flights_of
from ..frame import Keeper, StillFrame
from ..places import front_lane
from .column import Running, column
from .lane import lane_rings
from .looks import LaneLooks
from .numbers import column_decimals
from .pooled import lines_of
from .wires import lane_gutter, wires


def shown_lanes(side: ShownSide, moment: Moment, lanes: Lanes | None) -> Lanes:
    """Return the lanes; where these would tell too much, lanes in which nothing has been made."""
    layer = side.layer
    if lanes is not None or layer is None:
        return lanes or Lanes((), ColumnFacts((), 0.0, None, "none", None, None), ())
    hidden, result = unplaced(moment), side.result
    found = tuple(
        LaneFacts(
            channel=channel,
            letter=layer.letters[channel],
            result=result.at(channel, layer.filter),
            moment=hidden,
            work=False,
            done=False,
            total=None,
        )
        for channel in layer.lanes
    )
    sums = tuple((facts.letter, None) for facts in found)
    scenario = result.scenario
    column = ColumnFacts(sums, layer.bias, None, layer.activation, None, None, layer.pooling, divisor=0)
    return Lanes(found, column, made_of(scenario, position_of(scenario, layer.filter, moment.made)))


def facts_of_line(lanes: tuple[LaneFacts, ...], front: int) -> LaneFacts:
    """Return the lane that the line under the grids is about: the one in front, unless only others are at work."""
    own = lanes[max(0, front)]
    return own if own.work else next((one for one in lanes if one.work), own)


def large(places: LaneStage, lanes: tuple[LaneFacts, ...], front: int) -> tuple[LaneFacts, ...]:
    """Return the lanes that stand in large: all, or the one in front, or the first where none is."""
    return lanes if len(places.lanes) == len(lanes) else (lanes[max(0, front)],)


def running_of(lanes: tuple[LaneFacts, ...]) -> Running:
    """Return which lanes are in work, and what of each has been added up so far."""
    sums = tuple(one.moment.shown_sum if one.work else None for one in lanes)
    return Running(frozenset(index for index, one in enumerate(lanes) if one.work), sums)


def column_sum(
    frame: StillFrame, parts: Lanes, places: LaneStage, looks: LaneLooks, keep: Keeper
) -> tuple[Widget, ...]:
    """Return the column addition, and the wires to it."""
    if not places.column:
        return ()
    decimals = column_decimals(frame, parts.column, looks)
    lines = lines_of(parts.column, running_of(parts.lanes), decimals, frame.side.asked is not None)
    shown = large(places, parts.lanes, front_lane(frame.side.layer))
    ends = {
        index: row
        for index, facts in enumerate(shown)
        for row, line in enumerate(lines)
        if line.lane is not None and parts.lanes[line.lane] is facts
    }
    letters, at_work = (tuple(getattr(one, name) for one in shown) for name in ("letter", "work"))
    return (
        *keep(wires, places, letters, at_work, tuple(ends.items()), max(1, frame.px(1.5))),
        *keep(column, keep.frame, places, lines),
    )


def now(frame: StillFrame, moment: Moment, parts: Lanes, places: LaneStage, looks: LaneLooks) -> tuple[Widget, ...]:
    """Return the rings around the term that is in work, and the products on their way to its channel's sum."""
    side = frame.side
    shown = large(places, parts.lanes, front_lane(side.layer))
    found: list[Widget] = []
    for index, (facts, place) in enumerate(zip(shown, places.lanes, strict=True)):
        if facts.work:
            found.extend(lane_rings(facts, place, facts.channel == side.result.scenario.channel))
            found.extend(_flights(frame, parts, facts, places, index, looks))
    return (*rings(moment, side, places), *found) if side.placed else tuple(found)


def _flights(
    frame: StillFrame, parts: Lanes, facts: LaneFacts, places: LaneStage, index: int, looks: LaneLooks
) -> tuple[Widget, ...]:
    """Return the products of a lane that are in the air."""
    if not (places.wires and places.column and facts.moment.flight.any()):
        return ()
    lines = lines_of(parts.column, Running(), (0, 0, 0, 0))
    row = next((row for row, line in enumerate(lines) if line.lane == parts.lanes.index(facts)), None)
    if row is None:
        return ()
    products = places.lanes[index].products
    gutter = lane_gutter(products, places.output, places.column[row])
    return in_the_air(frame, facts, places.changed(products=products), looks, gutter)


def in_the_air(
    frame: StillFrame, facts: LaneFacts, places: LaneStage, looks: LaneLooks, gutter: Gutter
) -> tuple[Widget, ...]:
    """Return the products of a lane that have left the stage's Products for its channel's sum, on their way there."""
    settings = frame.still.settings
    theme = theme_of(settings.theme, settings.palette)
    faces = faces_of(facts.result, facts.moment.step, theme, looks.written)
    flown = flights_of(facts.moment, faces, places, looks.products, frame.type, gutter)
    return tuple(each.changed(name=f"{each.name} {facts.channel}") for each in flown)  # all lanes may fly at once
