"""What a button or a finger does when it goes down: on a grid, on the card, or on empty space of the Stack view."""

from __future__ import annotations

import math

import numpy as np

from ..core.scenario import Grid, Pair, Scenario
from .event_types import LEFT, MIDDLE, RIGHT, Point, PointerDown
from .intent import CardBorder, Cell, GridName, Intent, Side, Target
from .interface_intents import Hover, OpenEntry, PickUp
from .pointer import TOUCH_STILL_UNITS, Answer, Click, Grab, Holding, Pointer, Scene
from .scenario_intents import BeginGesture, CancelGesture, EndGesture, Paint
from .stack_intents import ComeHome
from .walk_intents import GoToCell

DOUBLE_SECONDS = 0.4
DOUBLE_UNITS = 6.0
"""Two presses on one pixel, as soon and as near to each other as this, are a double click."""


def press(pointer: Pointer, event: PointerDown, scene: Scene) -> Answer:
    """Answer a button or a finger that goes down. While one is held, another is ignored."""
    if pointer.grab is not None:
        return pointer, ()
    target = scene.target_at(*event.point)
    space = is_space(target, scene, event.point)
    if event.button not in (LEFT, RIGHT) and not space:
        return pointer, ()
    hover = (Hover(target, event.point),) if event.touch else ()
    resting = pointer.changed(rest=None)
    after, intents = _press_space(resting, event, scene) if space else _press_on(target, resting, event, scene)
    return after, (*hover, *intents)


def _press_space(pointer: Pointer, event: PointerDown, scene: Scene) -> Answer:
    """Answer a press on empty space: it may become a drag, or the first half of a double click."""
    forgetting = pointer.changed(click=None)
    if event.button == RIGHT:
        return forgetting, ()
    if event.button == MIDDLE:
        return forgetting.changed(grab=_grab(Holding.SPACE, event)), ()
    if _is_second(pointer.click, event, None, scene.unit):
        return forgetting, (ComeHome(),)
    return pointer.changed(click=Click(None, event.point, event.time), grab=_grab(Holding.SPACE, event)), ()


def _press_on(target: Target | None, pointer: Pointer, event: PointerDown, scene: Scene) -> Answer:
    if isinstance(target, Cell) and target.grid is GridName.IMAGE:
        return _press_pixel(pointer, event, scene, target)
    forgetting = pointer.changed(click=None)
    if event.button != LEFT:
        return forgetting, ()
    if isinstance(target, CardBorder):
        spot, corner = scene.spot_at(*event.point), scene.card
        grabbed = spot[0] - corner[0], spot[1] - corner[1]
        return forgetting.changed(grab=_grab(Holding.CARD, event).changed(grabbed=grabbed, side=target.side)), ()
    if isinstance(target, Cell) and target.grid is GridName.KERNEL:
        return forgetting.changed(grab=_grab(Holding.WEIGHT, event, target)), ()
    if isinstance(target, Cell) and target.grid is GridName.OUTPUT:
        return forgetting, (GoToCell((target.row, target.column), target.side),)
    return forgetting, ()


def _press_pixel(pointer: Pointer, event: PointerDown, scene: Scene, cell: Cell) -> Answer:
    """Begin a stroke, pick the value up (Shift), or open the number (second press)."""
    forgetting = pointer.changed(click=None)
    if number_at(scene.scenario, cell) is None:  # padding only explains itself
        return forgetting, ()
    if event.button == LEFT and event.shift:
        return forgetting, (PickUp(cell),)
    if event.button == LEFT and _is_second(pointer.click, event, cell, scene.unit):
        return forgetting, (CancelGesture(), OpenEntry(cell, by_touch=event.touch))
    click = Click(cell, event.point, event.time) if event.button == LEFT else None
    holding = Holding.PIXEL if event.touch else Holding.STROKE
    value, colour, soft = (0.0, (), False) if event.button == RIGHT else (scene.brush, scene.colour, scene.soft)
    grab = _grab(holding, event, cell).changed(value=value, colour=colour, soft=soft)
    return pointer.changed(click=click, grab=grab), () if event.touch else stroke_begins(grab)


def press_source(pointer: Pointer, event: PointerDown, scene: Scene, pixel: Pair) -> Answer:
    """Begin a stroke at a pixel of a network's source image, where that stands in its strip."""
    value, colour, soft = (0.0, (), False) if event.button == RIGHT else (scene.brush, scene.colour, scene.soft)
    grab = _grab(Holding.STROKE, event, Cell(GridName.IMAGE, *pixel))
    grab = grab.changed(value=value, colour=colour, soft=soft, source=True)
    return pointer.changed(click=None, grab=grab), stroke_begins(grab)


def stroke_begins(grab: Grab) -> tuple[Intent, ...]:
    """Return how a stroke begins: with the pixel that was pressed."""
    cells = () if grab.cell is None else ((grab.cell.row, grab.cell.column),)
    return BeginGesture(), stroke_on(grab, cells)


def stroke_on(grab: Grab, cells: tuple[Pair, ...]) -> Intent:
    """Return what a stroke does to pixels."""
    if not grab.source:
        return Paint(cells, grab.value, grab.colour, grab.soft)
    from .layer_intents import PaintSource  # few strokes are on a network

    return PaintSource(cells, grab.value, grab.colour, grab.soft)


def end_of(grab: Grab, slipped: bool = False) -> tuple[Intent, ...]:
    """Return how ends what is held: a stroke and a change of a weight are one undo entry, one that slipped is none."""
    if grab.holding not in (Holding.STROKE, Holding.WEIGHT_DRAG):
        return ()
    return (CancelGesture(),) if slipped else (EndGesture(),)


def _is_second(click: Click | None, event: PointerDown, cell: Cell | None, unit: float) -> bool:
    if click is None or click.cell != cell or event.time - click.time > DOUBLE_SECONDS:
        return False
    still = max(DOUBLE_UNITS, (TOUCH_STILL_UNITS if event.touch else DOUBLE_UNITS) * unit)
    return math.dist(click.point, event.point) <= still


def _grab(holding: Holding, event: PointerDown, cell: Cell | None = None) -> Grab:
    side = Side.A if cell is None else cell.side
    return Grab(holding, event.button, event.point, event.point, event.time, event.touch, cell, side=side)


def is_space(target: Target | None, scene: Scene, point: Point) -> bool:
    """Say whether a point is empty space of the Stack view, or on an idle cell, which is held like the space around."""
    if scene.sight is None or not scene.is_open(*point):
        return False
    return target is None or (isinstance(target, Cell) and is_idle(scene.scenario, target))


def is_idle(scenario: Scenario, cell: Cell) -> bool:
    """Say whether a cell means nothing to a press: padding and products only explain themselves."""
    return cell.grid is GridName.PRODUCTS or (cell.grid is GridName.IMAGE and number_at(scenario, cell) is None)


def number_at(scenario: Scenario, cell: Cell) -> float | None:
    """Return the number of a pixel or weight; None for padding, for other grids and outside."""
    if cell.grid not in (GridName.IMAGE, GridName.KERNEL):
        return None
    grid = _grid(scenario, cell)
    rows, columns = grid.shape
    return float(grid[cell.row, cell.column]) if 0 <= cell.row < rows and 0 <= cell.column < columns else None


def is_whole(scenario: Scenario, cell: Cell) -> bool:
    """Say whether all numbers of the cell's grid (image or kernel) are integers."""
    grid = _grid(scenario, cell)
    return bool(np.array_equal(grid, np.trunc(grid)))


def _grid(scenario: Scenario, cell: Cell) -> Grid:
    return scenario.image if cell.grid is GridName.IMAGE else scenario.kernel
