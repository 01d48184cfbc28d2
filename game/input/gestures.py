"""Gestures with mouse and finger on the grids, the card and the space around, as intents; widgets are not handled here.

Each function takes what is remembered of the pointer, an event and the scene, and returns both the new memory and the
intents that follow. A press on a pixel paints at once; a finger waits until it lifts or moves, for it may become a
long press.
"""

from __future__ import annotations

import math
from typing import TypeGuard

from .drags import drag, notch_of
from .event_types import PointerEvent, PointerMove, PointerUp, Wheel
from .intent import Cell
from .interface_intents import Hover, OpenEntry, OpenPopup
from .orbits import DRAGS, pinch, wheel_space
from .pointer import STILL_UNITS, Answer, Holding, Pointer, Rest, Scene, Turned, is_still
from .presses import end_of, number_at, press, stroke_begins
from .scenario_intents import EndGesture, NudgeCell

__all__ = ["Answer", "Pointer", "let_go", "move", "pinch", "press", "release", "tick", "wheel"]

LONG_SECONDS = 0.5
"""A finger that rests on a cell for this long opens its menu."""

REST_SECONDS = 0.3
"""Only after so long over a cell does the wheel change it: it may have been on its way elsewhere."""


def move(pointer: Pointer, event: PointerMove, scene: Scene) -> Answer:
    """Answer the pointer's way: it hovers, paints, drags a weight or the card, or orbits."""
    orbits = pointer.grab is not None and pointer.grab.holding in DRAGS  # then the layers only pass below the pointer
    hover = Hover(None if orbits else scene.target_at(*event.point), event.point)
    if pointer.grab is None:
        rest = pointer.rest if _rests(pointer.rest, event, scene.unit) else Rest(event.point, event.time)
        return pointer.changed(rest=rest), (hover,)
    grab, intents = drag(pointer.grab, event, scene)
    click = pointer.click if is_still(pointer.grab, event.point, scene.unit) else None  # a drag is no first click
    return pointer.changed(grab=grab.changed(last=event.point), click=click), (hover, *intents)


def _rests(rest: Rest | None, event: PointerEvent, unit: float) -> TypeGuard[Rest]:
    """Tell whether the pointer has not moved from where it rests."""
    return rest is not None and math.dist(rest.point, event.point) <= STILL_UNITS * unit


def release(pointer: Pointer, event: PointerUp, scene: Scene) -> Answer:
    """Answer a button or a finger that goes up: the gesture ends, a click on a weight opens it, a tap paints."""
    grab = pointer.grab
    if grab is None or grab.button != event.button:
        return pointer, ()
    free = pointer.changed(grab=None, rest=Rest(event.point, event.time))
    if grab.holding is Holding.PIXEL:
        return free, (*stroke_begins(grab), EndGesture())
    if grab.holding is Holding.WEIGHT:
        on_it = grab.cell is not None and scene.target_at(*event.point) == grab.cell
        return free, (OpenEntry(grab.cell, by_touch=grab.touch),) if on_it else ()
    return free, end_of(grab)


def let_go(pointer: Pointer) -> Answer:
    """Answer the loss of the window's focus, or of the pointer: what is held is let go where it is."""
    return Pointer(), () if pointer.grab is None else end_of(pointer.grab)


def wheel(pointer: Pointer, event: Wheel, scene: Scene) -> Answer:
    """Answer the wheel over a pixel or a weight on which the pointer rests, not held down; fractions add up.

    Over empty space of the Stack view it zooms.
    """
    zoomed = wheel_space(pointer, event, scene)
    if zoomed is not None:
        return zoomed
    cell, rest = scene.target_at(*event.point), pointer.rest
    rested = _rests(rest, event, scene.unit) and event.time - rest.since >= REST_SECONDS
    if event.control or not rested or not isinstance(cell, Cell):
        return pointer, ()
    if number_at(scene.scenario, cell) is None:
        return pointer, ()
    left = pointer.turned.fraction if pointer.turned is not None and pointer.turned.cell == cell else 0.0
    whole = math.trunc(left + event.notches)
    after = pointer.changed(turned=Turned(cell, left + event.notches - whole))
    return after, (NudgeCell(cell, whole * notch_of(scene.scenario, cell, event.shift)),) if whole else ()


def tick(pointer: Pointer, time: float, scene: Scene) -> Answer:
    """Answer the time, in seconds: a finger that has rested on a pixel or a weight opens its menu."""
    grab = pointer.grab
    waits = grab is not None and grab.touch and grab.holding in (Holding.PIXEL, Holding.WEIGHT)
    if grab is None or not waits or grab.cell is None or time - grab.since < LONG_SECONDS:
        return pointer, ()
    if number_at(scene.scenario, grab.cell) is None or not is_still(grab, grab.last, scene.unit):
        return pointer, ()
    return pointer.changed(grab=None, click=None), (OpenPopup("cell menu", grab.cell),)
