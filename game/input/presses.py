"""What a button or a finger does when it goes down on a grid or on the card."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .intent import CardBorder, Cell, GridName, Intent, Side
from .interface_intents import Hover, OpenEntry, PickUp
from .orbits import press_space
from .pointer import TOUCH_STILL_UNITS, Answer, Click, Grab, Holding, Pointer
from .scenario_intents import BeginGesture, CancelGesture, Paint
from .strokes import is_space, number_at
from .walk_intents import GoToCell

if TYPE_CHECKING:
    from .event_types import PointerDown
    from .intent import Target
    from .scene import Scene

DOUBLE_SECONDS = 0.4
DOUBLE_UNITS = 6.0
"""Two presses on one pixel, as soon and as near to each other as this, are a double click."""

LEFT, RIGHT = 1, 3


def press(pointer: Pointer, event: PointerDown, scene: Scene) -> Answer:
    """Answer a button or a finger that goes down. While one is held, another is ignored."""
    if pointer.grab is not None:
        return pointer, ()
    target = scene.target_at(event.x, event.y)
    space = is_space(target, scene, (event.x, event.y))
    if event.button not in (LEFT, RIGHT) and not space:
        return pointer, ()
    hover = (Hover(target, (event.x, event.y)),) if event.touch else ()
    resting = pointer.changed(rest=None)
    if space:
        after, intents = press_space(resting, event, _is_second(pointer.click, event, None, scene.unit))
    else:
        after, intents = _press_on(target, resting, event, scene)
    return after, (*hover, *intents)


def _press_on(target: Target | None, pointer: Pointer, event: PointerDown, scene: Scene) -> Answer:
    if isinstance(target, Cell) and target.grid is GridName.IMAGE:
        return _press_pixel(pointer, event, scene, target)
    forgetting = pointer.changed(click=None)
    if event.button != LEFT:
        return forgetting, ()
    if isinstance(target, CardBorder):
        grab = _grab(Holding.CARD, event).changed(grabbed=scene.card_grab_at(event.x, event.y), side=target.side)
        return forgetting.changed(grab=grab), ()
    if not isinstance(target, Cell):
        return forgetting, ()
    if target.grid is GridName.KERNEL:
        return forgetting.changed(grab=_grab(Holding.WEIGHT, event, target)), ()
    if target.grid is not GridName.OUTPUT:
        return forgetting, ()
    return forgetting, (GoToCell((target.row, target.column), target.side),)


def _press_pixel(pointer: Pointer, event: PointerDown, scene: Scene, cell: Cell) -> Answer:
    """Begin a stroke, pick the value up (Shift), or open the number (second press)."""
    number = number_at(scene.scenario, cell)
    forgetting = pointer.changed(click=None)
    if number is None:  # padding only explains itself
        return forgetting, ()
    if event.button == LEFT and event.shift:
        return forgetting, (PickUp(cell),)
    if event.button == LEFT and _is_second(pointer.click, event, cell, scene.unit):
        return forgetting, (CancelGesture(), OpenEntry(cell, by_touch=event.touch))
    click = Click(cell, (event.x, event.y), event.time) if event.button == LEFT else None
    holding = Holding.PIXEL if event.touch else Holding.STROKE
    grab = _grab(holding, event, cell).changed(value=0.0 if event.button == RIGHT else scene.brush)
    return pointer.changed(click=click, grab=grab), () if event.touch else stroke_begins(grab)


def stroke_begins(grab: Grab) -> tuple[Intent, ...]:
    """Return how a stroke begins: with the pixel that was pressed."""
    cells = () if grab.cell is None else ((grab.cell.row, grab.cell.column),)
    return BeginGesture(), Paint(cells, grab.value)


def _is_second(click: Click | None, event: PointerDown, cell: Cell | None, unit: float) -> bool:
    if click is None or click.cell != cell or event.time - click.time > DOUBLE_SECONDS:
        return False
    still = max(DOUBLE_UNITS, (TOUCH_STILL_UNITS if event.touch else DOUBLE_UNITS) * unit)
    return math.dist(click.point, (event.x, event.y)) <= still


def _grab(holding: Holding, event: PointerDown, cell: Cell | None = None) -> Grab:
    point = (event.x, event.y)
    return Grab(
        holding, event.button, point, point, event.time, event.touch, cell, side=Side.A if cell is None else cell.side
    )
