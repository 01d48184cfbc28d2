"""The sums behind the gestures: which pixels a stroke meets, and by how much a wheel or a drag changes a number."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from .event_types import Point
from .intent import Cell, GridName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.scenario import Grid, Pair, Scenario
    from .intent import Target
    from .scene import Scene

SAMPLE = 1.0
"""Pixels between the points of a stroke that are looked at; the smallest cells that are drawn are three wide."""

NOTCH, FINE_NOTCH, WHOLE_NOTCH = 0.05, 0.01, 1.0
DRAG, FINE_DRAG = 0.01, 0.001
WHOLE_DRAG = 1 / 24
"""Change of a weight by a drag of one design unit; in a kernel of integers 24 units are one whole step."""


def pixels_along(scene: Scene, way: tuple[Point, ...]) -> tuple[Pair, ...]:
    """Return the pixels on the lines from each point of a way to the next, each once."""
    lines = (pixels_between(scene, start, end) for start, end in pairwise(way))
    return tuple(dict.fromkeys(pixel for line in lines for pixel in line))


def pixels_between(scene: Scene, start: Point, end: Point) -> tuple[Pair, ...]:
    """Return the pixels on the line from one point to another, in its order, each once in a row; none is left out.

    Between two points in one pixel lies no other: pixels have no hollows. So most points need not be looked at.
    """
    count = max(math.ceil(math.dist(start, end) / SAMPLE), 1)

    def at(index: int) -> Pair | None:
        part = index / count
        return scene.pixel_at(start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))

    def between(first: int, last: int, ends: tuple[Pair | None, Pair | None]) -> Iterator[Pair | None]:
        if last - first < 2 or (ends[0] is not None and ends[0] == ends[1]):
            return
        middle = (first + last) // 2
        pixel = at(middle)
        yield from between(first, middle, (ends[0], pixel))
        yield pixel
        yield from between(middle, last, (pixel, ends[1]))

    ends = at(0), at(count)
    line = (ends[0], *between(0, count, ends), ends[1])
    return tuple(dict.fromkeys(pixel for pixel in line if pixel is not None))


def number_at(scenario: Scenario, cell: Cell) -> float | None:
    """Return the number of a pixel or weight; None for padding, for other grids and outside."""
    if cell.grid not in (GridName.IMAGE, GridName.KERNEL):
        return None
    grid = _grid(scenario, cell)
    rows, columns = grid.shape
    return float(grid[cell.row, cell.column]) if 0 <= cell.row < rows and 0 <= cell.column < columns else None


def is_space(target: Target | None, scene: Scene, point: Point) -> bool:
    """Say whether a point is empty space of the Stack view, or on something that means nothing to a press.

    Padding and products only explain themselves, so they may be held like the space around them.
    """
    if scene.sight is None or not scene.is_open(*point):
        return False
    idle = isinstance(target, Cell) and (
        target.grid is GridName.PRODUCTS
        or (target.grid is GridName.IMAGE and number_at(scene.scenario, target) is None)
    )
    return target is None or idle


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
