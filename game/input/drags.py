"""What a button or a finger does while it is held and moves: a stroke, a change of a weight, the card on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.limits import WEIGHT
from .intent import Intent
from .orbits import DRAGS, drag_space
from .pointer import STILL_UNITS, Grab, Holding, is_still
from .presses import stroke_begins
from .scenario_intents import BeginGesture, Paint, SetCell
from .strokes import drag_of, is_whole, number_at, pixels_along
from .walk_intents import MoveCard

if TYPE_CHECKING:
    from .event_types import Point, PointerMove
    from .scene import Scene


def drag(grab: Grab, event: PointerMove, scene: Scene) -> tuple[Grab, tuple[Intent, ...]]:
    """Return what is held after a move, and the intents that follow."""
    point = (event.x, event.y)
    if grab.holding in DRAGS:
        return drag_space(grab, event, scene)
    if grab.holding is Holding.CARD:
        return grab, (MoveCard(scene.card_corner_at(*point, grab.grabbed)),)
    if grab.holding is Holding.STROKE:
        return grab, _stroke_goes_on(grab, event, scene)
    if grab.holding is Holding.WEIGHT_DRAG:
        return _weight_goes_on(grab, event, scene.unit)
    if is_still(grab, point, scene.unit):
        return grab, ()
    if grab.holding is Holding.PIXEL:
        stroke = grab.changed(holding=Holding.STROKE, last=grab.start)
        return stroke, (*stroke_begins(stroke), *_stroke_goes_on(stroke, event, scene))
    return _weight_begins(grab, point, scene)


def _stroke_goes_on(grab: Grab, event: PointerMove, scene: Scene) -> tuple[Intent, ...]:
    cells = pixels_along(scene, (grab.last, *event.places))
    return (Paint(cells, grab.value),) if cells else ()


def _weight_begins(grab: Grab, point: Point, scene: Scene) -> tuple[Grab, tuple[Intent, ...]]:
    """Turn a press on a weight into a drag once it goes up or down; it starts from the weight as it is."""
    cell = grab.cell
    number = None if cell is None else number_at(scene.scenario, cell)
    if cell is None or number is None or abs(point[1] - grab.start[1]) <= STILL_UNITS * scene.unit:
        return grab, ()
    drag = grab.changed(holding=Holding.WEIGHT_DRAG, value=number, whole=is_whole(scene.scenario, cell))
    return drag, (BeginGesture(),)


def _weight_goes_on(grab: Grab, event: PointerMove, unit: float) -> tuple[Grab, tuple[Intent, ...]]:
    """Change the weight with the way since the last event; up is more. At an end of the range it turns at once."""
    rate, decimals = drag_of(grab.whole, event.shift)
    value = WEIGHT.nearest(grab.value + (grab.last[1] - event.y) / unit * rate)
    if grab.cell is None or value == grab.value:
        return grab, ()
    return grab.changed(value=value), (SetCell(grab.cell, round(value, decimals) + 0.0),)
