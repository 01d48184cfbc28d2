"""How large the cells of a layer's grids have to be for their numbers, whichever channel, filter and step is shown."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

import numpy as np

from ...core.grid import Ends, ends_around
from ...core.scenario import Scenario
from ...session.facts.layers import LayerFacts
from ...ui.cache import Same
from ...ui.lane_places import SPARE
from ...ui.typeface import SMALLEST_NUMBER, Typeface
from ...words.numbers import decimals_of
from ..frame import StillFrame
from ..numbers import SHARE, gap_of, shown
from .looks import lessened

Texts = tuple[str, ...]


def cells_of(frame: StillFrame, layer: LayerFacts, smallest: int) -> tuple[tuple[int, int, int], int]:
    """Return the cells of image, lanes and map, in device pixels, in which the widest numbers of each can be read.

    They are those of all channels and filters: else the places would jump as the walk goes on. Beside them stands the
    cell of lanes with one decimal less (see `looks.lessened`). smallest: the least font size in Present; 0 in the
    window.
    """
    result, chosen, painted = frame.side.result, frame.still.settings.decimals, 0
    scenario, ends = result.scenario, ends_around(result.image_ends)
    if is_painted(scenario):
        painted = decimals_of([BRUSHED], chosen)
        ends = min(0.0, ends[0]), max(scenario.white, ends[1])
    numbers = (
        ends,
        Same(scenario.layer.weights),
        scenario.layer.padding.fill,
        chosen,
        _decimals(scenario, chosen, painted),
    )
    pixels, made = _texts(*numbers, less=False)
    output = (widest_output(frame, layer),)
    least = smallest or SMALLEST_NUMBER
    image, lane, made_cell = (_cell(frame.type, texts, least) for texts in (pixels, pixels + made, output))
    return (image, lane, made_cell), _cell(frame.type, sum(_texts(*numbers, less=True), ()), least)


def widest_output(frame: StillFrame, layer: LayerFacts) -> str:
    """Return a number as wide as any of all maps; of those of what a network reads, whatever is drawn."""
    board, scenario = frame.side.boards.output, frame.side.result.scenario
    magnitude, decimals = board.magnitude, board.decimals
    if is_painted(scenario):
        decimals = max(decimals, decimals_of([BRUSHED], frame.still.settings.decimals))
        magnitude = max(magnitude, reach_of(scenario, layer.activation))
    return shown(magnitude if layer.activation in ("relu", "sigmoid") else -magnitude, decimals)


BRUSHED = 1 / 3
"""A pixel as a soft brush may paint it: with as many decimals as are written."""


def is_painted(scenario: Scenario) -> bool:
    """Tell whether an image is what a network reads, with pixels between 0 and 1: it is there to be drawn on.

    Its grids have room for the numbers of any drawing, so that nothing jumps at the first dab.
    """
    return scenario.chain is not None and not scenario.is_of_maps and scenario.white <= 1


def reach_of(scenario: Scenario, activation: str) -> float:
    """Return a magnitude that no output goes beyond, whatever is drawn."""
    if scenario.layer.pooling is not None:
        return scenario.white
    weights, bias = scenario.layer.weights * scenario.white, scenario.layer.bias
    each = tuple(range(1, weights.ndim)) if not scenario.layer.is_transposed else (0, 2, 3)
    high = float(np.maximum(weights, 0).sum(each).max() + bias.max())
    low = float(np.minimum(weights, 0).sum(each).min() + bias.min())
    return high if activation == "relu" else max(high, -low) if activation in ("none", "leaky relu") else 1.0


def _decimals(scenario: Scenario, chosen: int | None, painted: int = 0) -> int:
    """Return the decimals of pixels and what is around them; painted: those that a brush may make."""
    fill = scenario.layer.padding.fill
    return max(painted, decimals_of(fill, chosen), *(decimals_of(each, chosen) for each in scenario.channels))


@lru_cache(maxsize=8)
def _texts(ends: Ends, weights: Same, fill: float, chosen: int | None, pixels: int, less: bool) -> tuple[Texts, Texts]:
    """Return texts as wide as the widest of pixels, and of weights and products.

    ends: the least and the largest pixel. fill: the padding's. pixels: the decimals of pixels.
    less: with one decimal less, where that may be.
    """
    low, high = min(fill, ends[0]), max(fill, ends[1])
    least, most = float(weights.thing.min()), float(weights.thing.max())
    factors = decimals_of(weights.thing, chosen)
    products = max(pixels, factors) if chosen is None else min(chosen, pixels + factors)
    if less:
        pixels, factors, products = (lessened(decimals, chosen) for decimals in (pixels, factors, products))
    made = [shown(weight, factors) for weight in (least, most)]
    made += [shown(pixel * weight, products) for pixel in (low, high) for weight in (least, most)]
    return (shown(low, pixels), shown(high, pixels)), tuple(made)


def step_cells(typeface: Typeface, scenario: Scenario, chosen: int | None, smallest: int) -> tuple[int, int]:
    """Return the least cells of pixels, and of weights and products, for the numbers of all channels and filters.

    chosen: decimals that a person has set. smallest: the least font size.
    """
    ends, painted = ends_around([(float(each.min()), float(each.max())) for each in scenario.channels]), 0
    if is_painted(scenario):
        painted = decimals_of([BRUSHED], chosen)
        ends = min(0.0, ends[0]), max(scenario.white, ends[1])
    weights, fill = Same(scenario.layer.weights), scenario.layer.padding.fill
    pixels, made = _texts(ends, weights, fill, chosen, _decimals(scenario, chosen, painted), less=False)
    high = ceil(smallest / SHARE)
    return max(high, _cell(typeface, pixels, smallest)), max(high, _cell(typeface, made, smallest))


def _cell(typeface: Typeface, texts: Texts, size: int) -> int:
    """Return the least cell in which all of some texts are read with ease in a font size."""
    widest = max(typeface.width(words, size, True) for words in texts)
    return widest + gap_of(typeface, size) + SPARE
