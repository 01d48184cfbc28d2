"""Gestures that move the camera of the Stack view: drags and the wheel on empty space, and two fingers."""

from __future__ import annotations

import math

from .event_types import MIDDLE, Fingers, Point, PointerMove, Wheel
from .intent import Intent
from .interface_intents import Hover
from .pointer import Answer, Grab, Holding, Pointer, Rest, Scene, is_still
from .presses import end_of, is_space
from .stack_intents import Orbit, Pan, Zoom

DEGREES = 180.0
"""A drag over the stage's height turns, or tilts, by so much."""
NOTCH = 1.15
"""One notch of the wheel makes the picture so many times as large."""
WHEEL_SECONDS = 0.5
"""Notches that follow each other as soon as this go on zooming, whatever has come under the pointer meanwhile."""
SLIP_SECONDS = 0.3
"""A finger has begun to paint by mistake when a second one joins it as soon as this."""

DRAGS = (Holding.SPACE, Holding.ORBIT, Holding.PAN)


def drag_space(grab: Grab, event: PointerMove, scene: Scene) -> tuple[Grab, tuple[Intent, ...]]:
    """Turn and tilt, or move the picture (Shift, or the middle button), once the hand has really moved."""
    sight = scene.sight
    if grab.holding is Holding.SPACE:
        if is_still(grab, event.point, scene.unit):
            return grab, ()
        pans = event.shift or grab.button == MIDDLE
        return grab.changed(holding=Holding.PAN if pans else Holding.ORBIT), ()  # from here: so nothing jumps
    if sight is None:
        return grab, ()
    across, down = ((event.point[axis] - grab.last[axis]) / sight.height for axis in (0, 1))
    if grab.holding is Holding.PAN:
        return grab, (Pan(across, down),)
    return grab, (Orbit(across * DEGREES, down * DEGREES),)


def wheel_space(pointer: Pointer, event: Wheel, scene: Scene) -> Answer | None:
    """Zoom about the pointer when the wheel turns over empty space, or goes on turning; None when it does not."""
    sight, point = scene.sight, event.point
    if event.control or sight is None or pointer.grab is not None or not scene.is_open(*point):
        return None
    last = pointer.zoomed
    goes_on = last is not None and last.point == point and event.time - last.since <= WHEEL_SECONDS
    if not (goes_on or sight.turning or is_space(scene.target_at(*point), scene, point)):
        return None
    # What has come under the pointer has to be rested on anew before the wheel changes it.
    after = pointer.changed(zoomed=Rest(point, event.time), rest=Rest(point, event.time), turned=None)
    return after, (Zoom(NOTCH**event.notches, *sight.place(point)),)


def pinch(pointer: Pointer, event: Fingers, scene: Scene) -> Answer:
    """Zoom, turn and move with two fingers, as if they held the layers. What the first one had begun alone ends."""
    sight, grab = scene.sight, pointer.grab
    middle = _between(*event.before)
    if sight is None or not scene.is_open(*middle):
        return pointer, ()
    ended = () if grab is None else end_of(grab, slipped=event.time - grab.since <= SLIP_SECONDS)
    before, now, to = _apart(*event.before), _apart(*event.after), _between(*event.after)
    moved = ((to[0] - middle[0]) / sight.height, (to[1] - middle[1]) / sight.height)
    twist = math.remainder(now[1] - before[1], math.tau)
    ratio = now[0] / before[0] if before[0] >= 1 and now[0] >= 1 else 1.0
    done = (Pan(*moved), Zoom(ratio, *sight.place(to)), Orbit(-math.degrees(twist), 0.0))
    return pointer.changed(grab=None, click=None), (*ended, Hover(None, None), *done)


def _between(first: Point, second: Point) -> Point:
    return (first[0] + second[0]) / 2, (first[1] + second[1]) / 2


def _apart(first: Point, second: Point) -> tuple[float, float]:
    """Return how far apart two fingers are, and in which direction the second lies, in radians."""
    across, down = second[0] - first[0], second[1] - first[1]
    return math.hypot(across, down), math.atan2(down, across)
