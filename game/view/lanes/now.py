"""What of the lanes is now: the column addition with its wires, the term in work, and products on their way."""

from __future__ import annotations

from ...play.moment import Moment
from ...session.facts.layers import ColumnFacts, LaneFacts
from ...ui.lane_places import LaneStage
from ...ui.themes import theme_of
from ...ui.widgets.base import Widget
from ...value import Value
from ..card_faces import faces_of
from ..flat import rings
from ..flights import flights_of
from ..frame import StillFrame
from ..places import front_lane
from .column import column, column_lines
from .lane import patch_ring
from .looks import LaneLooks
from .numbers import column_decimals
from .wires import lane_gutter, wires


class Parts(Value):
    """What is shown of a layer at an instant: its lanes, its column addition, and how far each map is made."""

    lanes: tuple[LaneFacts, ...]
    column: ColumnFacts
    made: tuple[int, ...]


def large(places: LaneStage, lanes: tuple[LaneFacts, ...], front: int) -> tuple[LaneFacts, ...]:
    """Return the lanes that stand in large: all, or the one in front, or the first where none is."""
    return lanes if not places.rows else (lanes[max(0, front)],)


def column_sum(frame: StillFrame, parts: Parts, places: LaneStage, looks: LaneLooks) -> tuple[Widget, ...]:
    """Return the column addition, and the wires to it."""
    if not places.column:
        return ()
    work = next((one for one in parts.lanes if one.work), None)
    running = None if work is None else work.moment.shown_sum
    decimals = column_decimals(frame, parts.column, looks)
    lines = column_lines(parts.column, running, decimals, frame.side.asked is not None)
    shown = large(places, parts.lanes, front_lane(frame.side.layer))
    ends = {
        index: row
        for index, facts in enumerate(shown)
        for row, line in enumerate(lines)
        if line.lane is not None and parts.lanes[line.lane] is facts
    }
    return (*wires(places, shown, ends, max(1, frame.px(1.5))), *column(frame, places, lines))


def now(frame: StillFrame, moment: Moment, parts: Parts, places: LaneStage, looks: LaneLooks) -> tuple[Widget, ...]:
    """Return the rings around the term that is in work, and the products on their way to its channel's sum."""
    side = frame.side
    shown = large(places, parts.lanes, front_lane(side.layer))
    found: list[Widget] = []
    for index, (facts, place) in enumerate(zip(shown, places.lanes, strict=True)):
        if facts.work and side.placed:
            found.extend(patch_ring(facts, place))
            found.extend(_flights(frame, parts, facts, places, index, looks))
    return (*rings(moment, side, places), *found) if front_lane(side.layer) >= 0 else tuple(found)


def _flights(
    frame: StillFrame, parts: Parts, facts: LaneFacts, places: LaneStage, index: int, looks: LaneLooks
) -> tuple[Widget, ...]:
    """Return the products of a lane that are in the air."""
    if not (places.wires and places.column and facts.moment.flight.any()):
        return ()
    lines = column_lines(parts.column, None, (0, 0, 0, 0))
    row = next((row for row, line in enumerate(lines) if line.lane == parts.lanes.index(facts)), None)
    if row is None:
        return ()
    settings, products = frame.still.settings, places.lanes[index].products
    theme = theme_of(settings.theme, settings.palette)
    faces = faces_of(facts.result, facts.moment.step, theme, looks.decimals)
    gutter = lane_gutter(products, places.wires[index], places.column[row].box)
    return flights_of(facts.moment, faces, places.changed(products=products), looks.products, gutter)
