"""The scale of Predict's shades, which must tell nothing of the values, and the four shades to pick from."""

from __future__ import annotations

import zlib
from functools import lru_cache

import numpy as np

from ..core.limits import PIXEL
from ..core.scenario import Pair, Scenario
from ..value import Value

LETTERS = "ABCD"
"""What the shades are called: a number would read as a value."""
COUNT = len(LETTERS)
PARTS = 5
"""Neighbouring shades lie a fifth of the whole scale apart."""


class Scale(Value):
    """The fixed scale of the output's shades: no output cell of this filter can lie outside low … high."""

    low: float
    high: float

    @property
    def has_shades(self) -> bool:
        """Whether there is more than one value."""
        return self.high > self.low

    @property
    def magnitude(self) -> float:
        """The magnitude that has the full hue."""
        return max(self.high, -self.low)


def scale_of(scenario: Scenario, running: bool = False) -> Scale:
    """Return the bounds of the filter in front: what pixels of the widest range make of its weights.

    With white as the largest pixel that is the sum of its negative and of its positive weights, times white, and its
    bias; then the activation, which never turns a larger sum into a smaller value. The image's own extremes do not
    matter: they would tell of the values. running: of what stands there before the activation, while sums grow; a
    part of the products is never beyond all of one sign.
    """
    layer, number = scenario.layer, scenario.filter
    if layer.pooling is not None:
        return Scale(*_pixel_range(scenario))  # nothing is larger than the largest pixel, no mean either
    weights, (least, most) = layer.weights[number], _pixel_range(scenario)
    low, high = float(weights[weights < 0].sum()), float(weights[weights > 0].sum())
    bias = float(layer.bias[number])
    ends = low * most + high * least + bias + 0.0, high * most + low * least + bias + 0.0
    of_sums = running or layer.activation in ("none", "softmax")  # of shares nothing is asked before all sums stand
    return Scale(*ends) if of_sums else Scale(*_activated(layer.activation, ends))


def _pixel_range(scenario: Scenario) -> tuple[float, float]:
    """Return the range of the pixels: 0, or −white if any is negative, to white; with what stands in the padding."""
    fill, largest = scenario.layer.padding.fill if scenario.layer.pooling is None else 0.0, scenario.white
    extremes = [(float(channel.min()), float(channel.max())) for channel in scenario.channels]
    least, most = min(low for low, _ in extremes), max(high for _, high in extremes)
    if max(most, -least) > largest:
        largest = PIXEL.high  # a file's pixels may lie beyond white
    return min(-largest if least < 0 else 0.0, fill), max(largest, fill)


def _activated(name: str, ends: tuple[float, float]) -> tuple[float, float]:
    """Return what an activation makes of the least and of the largest sum."""
    from ..core.activations import ACTIVATIONS  # most layers have none

    low, high = ACTIVATIONS[name].function(np.array(ends)).tolist()
    return low, high


def shares_at(scenario: Scenario, scale: Scale, cell: Pair, value: float) -> tuple[tuple[float, ...], int]:
    """Return four shades from low to high, as shares of the full hue, and the index of the right one.

    Which of them is the right one follows from the scenario and the cell alone, and looks random.
    """
    magnitude = scale.magnitude or 1.0
    numbers = f"{cell} {scenario.seed} {scenario.kernel.tobytes()!r} {value!r}"
    return _spread(scale.low / magnitude, scale.high / magnitude, value / magnitude, zlib.crc32(numbers.encode()))


@lru_cache(maxsize=16)
def _spread(low: float, high: float, right: float, chance: int) -> tuple[tuple[float, ...], int]:
    """Return four neighbours at equal distance that hold the right share; chance chooses among those that fit."""
    apart = (high - low) / PARTS or 1.0
    below = min(COUNT - 1, int((right - low) / apart + 1e-9))
    above = min(COUNT - 1, int((high - right) / apart + 1e-9))
    first, last = max(0, COUNT - 1 - above), below  # how many may lie below it
    index = first + (chance >> 4) % (max(last, first) - first + 1)
    return tuple(right + (place - index) * apart for place in range(COUNT)), index
