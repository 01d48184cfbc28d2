"""What a button or a finger does while it is held and moves: a stroke, a change of a weight, the card on its way.

And the sums behind: which pixels a stroke meets, and by how much a wheel or a drag changes a number.
"""

from __future__ import annotations

import math
from itertools import pairwise

from ..core.limits import WEIGHT
from ..core.scenario import Pair, Scenario
from .event_types import Point, PointerMove
from .intent import Cell, Intent
from .orbits import DRAGS, drag_space
from .pointer import STILL_UNITS, Grab, Holding, Scene, is_still
from .presses import is_whole, number_at, stroke_begins, stroke_on
from .scenario_intents import BeginGesture, SetCell
from .walk_intents import MoveCard

SAMPLE = 1.0
"""Pixels between the points of a stroke that are looked at; the smallest cells that are drawn are three wide."""

NOTCH, FINE_NOTCH, WHOLE_NOTCH = 0.05, 0.01, 1.0
DRAG, FINE_DRAG = 0.01, 0.001
WHOLE_DRAG = 1 / 24
"""Change of a weight by a drag of one design unit; in a kernel of integers 24 units are one whole step."""


def drag(grab: Grab, event: PointerMove, scene: Scene) -> tuple[Grab, tuple[Intent, ...]]:
    """Return what is held after a move, and the intents that follow."""
    if grab.holding in DRAGS:
        return drag_space(grab, event, scene)
    if grab.holding is Holding.CARD:
        row, column = scene.spot_at(*event.point)
        return grab, (MoveCard((row - grab.grabbed[0], column - grab.grabbed[1]), grab.side),)
    if grab.holding is Holding.STROKE:
        return grab, _stroke_goes_on(grab, event, scene)
    if grab.holding is Holding.WEIGHT_DRAG:
        return _weight_goes_on(grab, event, scene.unit)
    if is_still(grab, event.point, scene.unit):
        return grab, ()
    if grab.holding is Holding.PIXEL:
        stroke = grab.changed(holding=Holding.STROKE, last=grab.start)
        return stroke, (*stroke_begins(stroke), *_stroke_goes_on(stroke, event, scene))
    return _weight_begins(grab, event, scene)


def _stroke_goes_on(grab: Grab, event: PointerMove, scene: Scene) -> tuple[Intent, ...]:
    """Paint the pixels on the lines from each place of the way to the next, each once."""
    lines = (pixels_between(scene, start, end) for start, end in pairwise((grab.last, *event.places)))
    cells = tuple(dict.fromkeys(pixel for line in lines for pixel in line))
    return (stroke_on(grab, cells),) if cells else ()


def pixels_between(scene: Scene, start: Point, end: Point) -> tuple[Pair, ...]:
    """Return the pixels on the line from one point to another, in its order, each once in a row; none is left out.

    Between two points in one pixel lies no other: pixels have no hollows. So most points need not be looked at.
    """
    count = max(math.ceil(math.dist(start, end) / SAMPLE), 1)

    def at(index: int) -> Pair | None:
        part = index / count
        return scene.pixel_at(start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))

    line: list[Pair | None] = []

    def between(first: int, last: int, ends: tuple[Pair | None, Pair | None]) -> None:
        """Put the pixels between two points on the line."""
        if last - first < 2 or (ends[0] is not None and ends[0] == ends[1]):
            return
        middle = (first + last) // 2
        pixel = at(middle)
        between(first, middle, (ends[0], pixel))
        line.append(pixel)
        between(middle, last, (pixel, ends[1]))

    ends = at(0), at(count)
    line.append(ends[0])
    between(0, count, ends)
    line.append(ends[1])
    return tuple(dict.fromkeys(pixel for pixel in line if pixel is not None))


def _weight_begins(grab: Grab, event: PointerMove, scene: Scene) -> tuple[Grab, tuple[Intent, ...]]:
    """Turn a press on a weight into a drag once it goes up or down; it starts from the weight as it is."""
    cell = grab.cell
    number = None if cell is None else number_at(scene.scenario, cell)
    if cell is None or number is None or abs(event.y - grab.start[1]) <= STILL_UNITS * scene.unit:
        return grab, ()
    drag = grab.changed(holding=Holding.WEIGHT_DRAG, value=number, whole=is_whole(scene.scenario, cell))
    return drag, (BeginGesture(),)


def _weight_goes_on(grab: Grab, event: PointerMove, unit: float) -> tuple[Grab, tuple[Intent, ...]]:
    """Change the weight with the way since the last event; up is more. At an end of the range it turns at once.

    What one unit of the way changes, and the decimals to which the weight is rounded, depend on its kernel.
    """
    rate, decimals = (FINE_DRAG, 3) if event.shift else (WHOLE_DRAG, 0) if grab.whole else (DRAG, 2)
    value = WEIGHT.nearest(grab.value + (grab.last[1] - event.y) / unit * rate)
    if grab.cell is None or value == grab.value:
        return grab, ()
    return grab.changed(value=value), (SetCell(grab.cell, round(value, decimals) + 0.0),)


def notch_of(scenario: Scenario, cell: Cell, fine: bool) -> float:
    """Return by how much one notch changes a number: 0.05, with Shift 0.01, and 1 where all are integers.

    Shift stays 0.01 there: it is the way to leave the integers.
    """
    if fine:
        return FINE_NOTCH
    return WHOLE_NOTCH if is_whole(scenario, cell) else NOTCH
