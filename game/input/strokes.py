"""The sums behind the gestures: which pixels a stroke meets, and by how much a wheel or a drag changes a number."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from .targets import Cell, GridName

if TYPE_CHECKING:
    from ..core.scenario import Grid, Pair, Scenario
    from .scene import Scene

Point: TypeAlias = tuple[float, float]
"""x, y in window pixels."""

SAMPLE = 1.0
"""Pixels between the points of a stroke that are looked at; the smallest cells that are drawn are three wide."""

NOTCH, FINE_NOTCH, WHOLE_NOTCH = 0.05, 0.01, 1.0
DRAG, FINE_DRAG = 0.01, 0.001
WHOLE_DRAG = 1 / 24
"""Change of a weight by a drag of one design unit; in a kernel of integers 24 units are one whole step."""


def pixels_between(scene: Scene, start: Point, end: Point) -> tuple[Pair, ...]:
    """Return the pixels on the line from one point to another, in its order, each once in a row; none is left out."""
    count = max(math.ceil(math.dist(start, end) / SAMPLE), 1)
    found: dict[Pair, None] = {}
    for index in range(count + 1):
        part = index / count
        pixel = scene.pixel_at(start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
        if pixel is not None:
            found[pixel] = None
    return tuple(found)


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


def notch_of(scenario: Scenario, cell: Cell, fine: bool) -> float:
    """Return by how much one notch changes a number: 0.05, with Shift 0.01, and 1 where all are integers.

    Shift stays 0.01 there: it is the way to leave the integers.
    """
    if fine:
        return FINE_NOTCH
    return WHOLE_NOTCH if is_whole(scenario, cell) else NOTCH


def drag_of(whole: bool, fine: bool) -> tuple[float, int]:
    """Return by how much a drag of one unit changes a weight, and the decimals to which the weight is rounded."""
    if fine:
        return FINE_DRAG, 3
    return (WHOLE_DRAG, 0) if whole else (DRAG, 2)


def _grid(scenario: Scenario, cell: Cell) -> Grid:
    return scenario.image if cell.grid is GridName.IMAGE else scenario.kernel
