"""Where the stage's grids are for a frame, and how their numbers look: what drawing and pointing share."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

import numpy as np

from ..core.grid import Grid
from ..core.result import Result
from ..core.scenario import Scenario
from ..ui.cache import Same
from ..ui.frame import Frame
from ..ui.stage import GridPlace, Shape, Stage, stage
from ..ui.stage_present import NUMBER, PRESENT, present_stage
from ..ui.typeface import Typeface
from ..value import Value
from ..words.numbers import decimals_of
from .numbers import NumberLook, look_of, present_look_of


class Looks(Value):
    """How the numbers of each grid look."""

    image: NumberLook
    kernel: NumberLook
    products: NumberLook
    output: NumberLook


def stage_of(frame: Frame) -> Stage:
    """Return the places of the grids in a frame."""
    layout, scenario = frame.layout, frame.state.scenario
    shape = Shape(scenario.padded_size, scenario.kernel_size, scenario.output_size, scenario.padding)
    if layout.fold == PRESENT:
        return present_stage(layout.stage, layout.unit, shape)
    return stage(layout.stage, layout.text, shape, layout.tiny)


def smallest_number(frame: Frame) -> int:
    """Return the smallest font size of a grid's numbers in Present; 0 in the window, which has its own rule."""
    return ceil(frame.layout.unit * NUMBER) if frame.layout.fold == PRESENT else 0


def looks_of(
    typeface: Typeface, result: Result, places: Stage, smallest: int = 0, computed: int | None = None
) -> Looks:
    """Return the looks of the four grids; remembered for the last few results and places.

    `computed`: the decimals of products and output cells, None as their numbers need them.
    """
    return _looks(Same(typeface), Same(result), places, smallest, computed)


@lru_cache(maxsize=8)
def _looks(typeface_key: Same, result_key: Same, places: Stage, smallest: int, computed: int | None) -> Looks:
    typeface, result = typeface_key.thing, result_key.thing
    if not isinstance(typeface, Typeface) or not isinstance(result, Result):
        raise TypeError("the keys stand for a typeface and a result")
    scenario = result.scenario
    products = products_decimals(scenario) if computed is None else computed
    extremes = _product_extremes(scenario)
    return Looks(
        image=_look(typeface, scenario.image, places.image, smallest),
        kernel=_look(typeface, scenario.kernel, places.kernel, smallest),
        products=_look(typeface, extremes, places.products, smallest, products),
        output=_look(typeface, result.output, places.output, smallest, computed),
    )


def _look(typeface: Typeface, grid: Grid, place: GridPlace, smallest: int, decimals: int | None = None) -> NumberLook:
    if smallest:
        return present_look_of(typeface, grid, place, smallest, decimals)
    return look_of(typeface, grid, place, decimals) if place.pitch else NumberLook(0, decimals_of(grid))


def products_decimals(scenario: Scenario) -> int:
    """Return the decimals of products: the same in every step, so that their column does not jump."""
    return max(decimals_of(scenario.image), decimals_of(scenario.kernel))


def _product_extremes(scenario: Scenario) -> Grid:
    """Return numbers that are as wide as the widest product of any step can be."""
    largest = float(scenario.image.max())
    decimals = products_decimals(scenario)
    ends = np.array([[scenario.kernel.min() * largest, scenario.kernel.max() * largest, 0.01 if decimals else 1.0]])
    nearly = -0.25 if decimals and scenario.kernel.min() < 0 else 0.25 if decimals else 0.0
    return np.append(ends, [[nearly]], axis=1)


def magnitude_of(frame: Frame) -> float:
    """Return the M of the output's scale: the map's largest magnitude, or the one that is locked."""
    lock = frame.state.interface.lock
    return frame.state.result.magnitude if lock is None else lock
