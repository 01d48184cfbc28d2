"""Where the stage's grids are for a frame, and how their numbers look: what drawing and pointing share."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..core.grid import Grid
from ..core.result import Result
from ..core.scenario import Scenario
from ..input.targets import Side
from ..session.predict import output_decimals
from ..session.shades import Scale
from ..ui.cache import Same
from ..ui.geometry import Rect
from ..ui.layout import TITLES, Layout
from ..ui.stage import PREDICT_ROOM, GridPlace, Shape, Stage, stage
from ..ui.stage_present import NUMBER, present_stage
from ..ui.typeface import SMALLEST_NUMBER, Typeface
from ..value import Value
from ..words.numbers import decimals_of
from .card_look import card_look, pair_size
from .frame import StillFrame
from .numbers import NumberLook, look_of, present_look_of, widest

if TYPE_CHECKING:
    from ..ui.stage_compare import Pane

UNKNOWN_SIZE = (4, 4)  # the room that an output of unknown size takes
LEGEND = 66  # units under an output of Compare for its legend
WIDE_NUMBER = 2.3  # the width of a number with two decimals, in font sizes


class Looks(Value):
    """How the numbers of each grid look, and those of the card; `pairs` is the font size of its two lines, 0: none."""

    image: NumberLook
    kernel: NumberLook
    products: NumberLook
    output: NumberLook
    card: NumberLook
    pairs: int


def panes_of(frame: StillFrame) -> tuple[Pane, Pane]:
    """Return the places of both sides of Compare."""
    from ..ui.stage_compare import NUMBERS, SharedRoom, compare_panes  # only while two settings are compared

    layout, work = frame.layout, frame.state.work
    present = layout.presenting
    shapes = _shape(work.of(Side.A)), _shape(work.of(Side.B))
    numbers = round(smallest_number(frame) * WIDE_NUMBER) if present else NUMBERS
    return compare_panes(layout.stage, SharedRoom(layout.text, shapes, LEGEND * layout.text, numbers), layout.tiny)


def _shape(scenario: Scenario) -> Shape:
    return Shape(scenario.padded_size, scenario.kernel_size, scenario.output_size, scenario.padding)


def stage_of(frame: StillFrame) -> Stage:
    """Return the places of the grids in a frame; while two settings are compared, of the side that is seen."""
    layout, compare = frame.layout, frame.state.compare
    if compare.on:
        return panes_of(frame)[0 if compare.seen is Side.A else 1].places
    shape = _shape(frame.state.scenario)
    if layout.alone:
        return stage(_under_its_title(layout), layout.text, shape, alone=True)
    secrecy = frame.secrecy
    if secrecy.size:
        shape = shape.changed(output=UNKNOWN_SIZE)  # else the places of the grids would tell it
    if layout.presenting:
        return present_stage(layout.stage, layout.unit, shape)
    below = float(PREDICT_ROOM) if frame.state.predict.on else 0.0
    return stage(layout.stage, layout.text, shape, layout.tiny, below)


def _under_its_title(layout: Layout) -> Rect:
    """Return the stage of a source image alone, less the room for its title."""
    area, titles = layout.stage, 0 if layout.tiny else layout.px(TITLES)
    return Rect(area.x, area.y + titles, area.w, max(1, area.h - titles))


def smallest_number(frame: StillFrame) -> int:
    """Return the smallest font size of a grid's numbers in Present; 0 in the window, which has its own rule."""
    return max(SMALLEST_NUMBER, round(frame.layout.unit * NUMBER)) if frame.layout.presenting else 0


def looks_of(
    typeface: Typeface,
    result: Result,
    places: Stage,
    chosen: int | None = None,
    smallest: int = 0,
    scale: Scale | None = None,
) -> Looks:
    """Return the looks of the four grids in the chosen decimals; remembered for the last few results and places.

    With Predict's fixed scale the output's look follows from that, and tells nothing of values that are secret.
    """
    return _looks(Same(typeface), Same(result), places, chosen, smallest, scale)


@lru_cache(maxsize=8)
def _looks(
    typeface_key: Same, result_key: Same, places: Stage, chosen: int | None, smallest: int, scale: Scale | None
) -> Looks:
    typeface, result = typeface_key.thing, result_key.thing
    if not isinstance(typeface, Typeface) or not isinstance(result, Result):
        raise TypeError("the keys stand for a typeface and a result")
    scenario = result.scenario
    pixels, weights, products, sums = decimals_in(result, chosen)
    extremes = _product_extremes(scenario)
    image = _look(typeface, scenario.image, places.image, pixels, smallest)
    weight = widest(typeface, scenario.kernel, weights)
    texts = weight, widest(typeface, extremes, products)
    card = card_look(typeface, image, places.image, texts, smallest)
    return Looks(
        image=image,
        kernel=_look(typeface, scenario.kernel, places.kernel, weights, smallest),
        products=_look(typeface, extremes, places.products, products, smallest),
        output=_output_look(typeface, result, places, sums, smallest, scale),
        card=card,
        pairs=pair_size(typeface, card, places.image, weight, smallest, max(pixels, weights)),
    )


def decimals_in(result: Result, chosen: int | None) -> tuple[int, int, int, int]:
    """Return the decimals of pixels, weights, products and sums; remembered for the last few results."""
    return _decimals_in(Same(result), chosen)


@lru_cache(maxsize=8)
def _decimals_in(key: Same, chosen: int | None) -> tuple[int, int, int, int]:
    result = key.thing
    if not isinstance(result, Result):
        raise TypeError("the key stands for a result")
    scenario = result.scenario
    each = decimals_of(scenario.image, chosen), decimals_of(scenario.kernel, chosen)
    return (*each, _of_products(each, chosen), decimals_of(result.output, chosen))


def _look(typeface: Typeface, grid: Grid, place: GridPlace, decimals: int, smallest: int) -> NumberLook:
    if smallest:
        return present_look_of(typeface, grid, place, smallest, decimals)
    return look_of(typeface, grid, place, decimals) if place.pitch else NumberLook(0, decimals)


def products_decimals(scenario: Scenario, chosen: int | None = None) -> int:
    """Return the decimals of products: the same in every step, so that their column does not jump.

    At most the chosen ones: products need those of the pixels and those of the weights together.
    """
    return _of_products((decimals_of(scenario.image, chosen), decimals_of(scenario.kernel, chosen)), chosen)


def _of_products(each: tuple[int, int], chosen: int | None) -> int:
    return max(each) if chosen is None else min(chosen, sum(each))


def _output_look(
    typeface: Typeface, result: Result, places: Stage, sums: int, smallest: int, scale: Scale | None
) -> NumberLook:
    if scale is None:
        return _look(typeface, result.output, places.output, sums, smallest)
    decimals = output_decimals(result.scenario)
    bounds = np.array([[scale.low, scale.high, 0.25 if decimals else 0.0]])
    return _look(typeface, bounds, places.output, decimals, smallest)


@lru_cache(maxsize=8)
def product_extremes(result: Same) -> Grid:
    """Return numbers that are as wide as the widest product of any step; the same object as long as the result is."""
    if not isinstance(result.thing, Result):
        raise TypeError("the key stands for a result")
    return _product_extremes(result.thing.scenario)


def _product_extremes(scenario: Scenario) -> Grid:
    """Return numbers that are as wide as the widest product of any step can be."""
    largest = float(scenario.image.max())
    parts = products_decimals(scenario) > 0  # products need not be integers
    ends = np.array([[scenario.kernel.min() * largest, scenario.kernel.max() * largest, 0.01 if parts else 1.0]])
    nearly = -0.25 if parts and scenario.kernel.min() < 0 else 0.25 if parts else 0.0
    return np.append(ends, [[nearly]], axis=1)


def magnitude_of(frame: StillFrame) -> float:
    """Return the M of the output's scale: the map's largest magnitude, the one that is locked, or Predict's.

    Two sides that are compared may have one scale, up to the larger of both magnitudes.
    """
    scale, lock = frame.secrecy.scale, frame.state.interface.lock
    compare, own = frame.state.compare, frame.state.result.magnitude
    if compare.on:
        return max(own, compare.result.magnitude) if compare.shared and compare.result is not None else own
    if scale is not None:
        return scale.magnitude
    return frame.state.result.magnitude if lock is None else lock
