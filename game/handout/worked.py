"""One output cell as one works it out by hand: what its patch holds, and what comes of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..core.grid import Pair
from ..core.operations import maps_of
from ..core.scenario import Scenario
from ..core.traced import Traced
from ..play.phases import TOLERANCE
from ..play.walk import place_of
from ..value import Single


class Lane(Single):
    """What a cell is made of in one channel, from 0: pixels with their weights, in reading order, and their sum.

    Of a pooling, and of a transposed convolution, only the places where a pixel stands.
    """

    channel: int
    pixels: tuple[float, ...]
    weights: tuple[float, ...]
    total: float


class Worked(Single):
    """A cell of a map: filter and (row, column), both from 0.

    total: the sum of the lanes and the bias, before the activation; of a pooling as `value`, which is what stands in
    the map. counted: by how many places an average is divided, else 0.
    """

    filter: int
    cell: Pair
    lanes: tuple[Lane, ...]
    bias: float
    total: float
    value: float
    counted: int


def cell_at(scenario: Scenario, position: float | None) -> tuple[int, Pair]:
    """Return the filter and the cell that the walk is at; at its end, the last one."""
    number, local = place_of(scenario, position or 0.0)
    cell = min(int(local + TOLERANCE), scenario.map_steps - 1)
    return number, divmod(cell, scenario.output_size[1])


def worked(scenario: Scenario, number: int, cell: Pair) -> Worked:
    """Return how a cell of a filter's map is worked out."""
    layer, traced = scenario.layer, Traced(scenario.tensor, scenario.layer)
    value = float(maps_of(scenario.tensor, layer)[number][cell])
    patch, met = traced.patch(number, cell), _met(scenario, number, cell)
    weights, sums = layer.weights[number], None if layer.pooling else traced.running_sums(number, cell)
    lanes = tuple(
        Lane(
            channel,
            tuple(patch[place][met[place]].tolist()),
            tuple(weights[place][met[place]].tolist()),
            value if sums is None else float(sums[place, -1]),
        )
        for place, channel in enumerate(layer.channels_of(number))
    )
    total = value if sums is None else float(traced.sums[number][cell])
    return Worked(number, cell, lanes, float(layer.bias[number]), total, value, _counted(scenario, cell))


def _met(scenario: Scenario, number: int, cell: Pair) -> NDArray[np.bool_]:
    """Return where in a patch something stands that is written: everywhere, or where a pixel does."""
    layer, traced = scenario.layer, Traced(scenario.tensor, scenario.layer)
    shape = traced.patch(number, cell).shape
    if layer.pooling is None and not layer.is_transposed:
        return np.ones(shape, dtype=bool)
    ones = tuple(np.ones(scenario.pixel_size) for _ in scenario.channels)
    spread = getattr(layer, "spread", None)
    met: NDArray[np.bool_] = Traced(np.array(spread(ones) if spread else ones), layer).patch(number, cell) == 1
    return met


def _counted(scenario: Scenario, cell: Pair) -> int:
    pooling = scenario.layer.pooling
    if pooling is None or pooling.kind == "max":
        return 0
    return int(pooling.counts(scenario.image_size)[cell])
