"""Where the stage's grids are for a frame, and how their numbers look: what drawing and pointing share."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..core.grid import Grid
from ..core.result import Result
from ..core.scenario import Scenario
from ..session.predict import Scale, output_decimals, secrecy_of
from ..ui.cache import Same
from ..ui.frame import Frame
from ..ui.panels.predict import HEIGHT
from ..ui.stage import GridPlace, Shape, Stage, stage
from ..ui.typeface import Typeface
from ..value import Value
from ..words.numbers import decimals_of
from .numbers import NumberLook, look_of

UNKNOWN_SIZE = (4, 4)  # the room that an output of unknown size takes
PANEL = HEIGHT + 30  # units under the legend for Predict


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
    secrecy = secrecy_of(frame.state)
    if secrecy.size:
        shape = shape.changed(output=UNKNOWN_SIZE)  # else the places of the grids would tell it
    below = float(PANEL) if frame.state.predict.on else 0.0
    return stage(layout.stage, layout.text, shape, layout.tiny, below)


def looks_of(typeface: Typeface, result: Result, places: Stage, scale: Scale | None = None) -> Looks:
    """Return the looks of the four grids; remembered for the last few results and places.

    With Predict's fixed scale the output's look follows from that, and tells nothing of values that are secret.
    """
    return _looks(Same(typeface), Same(result), places, scale)


@lru_cache(maxsize=8)
def _looks(typeface_key: Same, result_key: Same, places: Stage, scale: Scale | None) -> Looks:
    typeface, result = typeface_key.thing, result_key.thing
    if not isinstance(typeface, Typeface) or not isinstance(result, Result):
        raise TypeError("the keys stand for a typeface and a result")
    scenario = result.scenario
    products = products_decimals(scenario)
    extremes = _product_extremes(scenario)
    return Looks(
        image=_look(typeface, scenario.image, places.image),
        kernel=_look(typeface, scenario.kernel, places.kernel),
        products=_look(typeface, extremes, places.products, products),
        output=_output_look(typeface, result, places, scale),
    )


def _look(typeface: Typeface, grid: Grid, place: GridPlace, decimals: int | None = None) -> NumberLook:
    return look_of(typeface, grid, place, decimals) if place.pitch else NumberLook(0, decimals_of(grid))


def _output_look(typeface: Typeface, result: Result, places: Stage, scale: Scale | None) -> NumberLook:
    if scale is None:
        return _look(typeface, result.output, places.output)
    decimals = output_decimals(result.scenario)
    bounds = np.array([[scale.low, scale.high, 0.25 if decimals else 0.0]])
    return _look(typeface, bounds, places.output, decimals)


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
    """Return the M of the output's scale: the map's largest magnitude, the one that is locked, or Predict's."""
    scale, lock = secrecy_of(frame.state).scale, frame.state.interface.lock
    if scale is not None:
        return scale.magnitude
    return frame.state.result.magnitude if lock is None else lock
