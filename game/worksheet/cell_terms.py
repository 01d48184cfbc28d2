"""What an output cell is made of: its products, or what its window covers."""

from __future__ import annotations

import numpy as np

from ..core.grid import Pair
from ..core.padding import NOTHING, padded
from ..core.result import result_of
from ..core.scenario import Scenario
from .figures import filled
from .kind import Kind
from .sheet import Fill, Terms
from .small_numbers import chosen
from .wording import Wording

MOST_A_ROW = 3


def terms_and_lines(
    scenario: Scenario, kind: Kind, cell: Pair, wording: Wording
) -> tuple[tuple[Terms, ...], tuple[Fill, ...]]:
    """Return the terms of a cell (row, column), a group for each channel, and the lines below them."""
    if kind.is_pooling:
        return _pooled(scenario, kind, cell, wording)
    found = [_products(scenario, kind, cell, place) for place in range(kind.channels)]
    each_row = min(MOST_A_ROW, kind.window[1])
    terms, lines, between = [], [], wording.of("between")
    for place, pairs in enumerate(found):
        label = wording.of("term.channel", channel=place + 1) if kind.channels > 1 else ""
        fills = tuple(filled(wording.of("term"), (pixel, weight, pixel * weight)) for pixel, weight in pairs)
        terms.append(Terms(label, fills, between, each_row))
    sums = [sum(pixel * weight for pixel, weight in pairs) for pairs in found]
    lines = [_sum(scenario, kind, sums, wording)]
    if kind.relu:
        lines.append(filled(wording.of("sum.relu"), (float(result_of(scenario).output[cell]),)))
    if kind.channels > 1:
        own = (filled(wording.of("sum.channel", channel=place + 1), (each,)) for place, each in enumerate(sums))
        lines = [*own, *lines]
    return tuple(terms), tuple(lines)


def _sum(scenario: Scenario, kind: Kind, sums: list[float], wording: Wording) -> Fill:
    """Return the line of the sum, of the channels' sums where there are several, and of the bias if there is one."""
    bias = float(scenario.layer.bias[0])
    total = sum(sums) + bias
    blanks = " + ".join(["____"] * len(sums))
    if kind.biased:
        return filled(wording.of("sum.bias", blanks=blanks), (*sums, bias, total))
    if kind.channels > 1:
        return filled(wording.of("sum.channels", blanks=blanks), (*sums, total))
    return filled(wording.of("sum"), (total,))


def _products(scenario: Scenario, kind: Kind, cell: Pair, place: int) -> list[tuple[float, float]]:
    """Return (pixel, weight) of the products of a channel, in the order in which they are added."""
    weights = scenario.layer.chosen_weights[0, place]
    if kind.is_transposed:
        return _stamps(scenario, kind, cell, place)
    whole = padded(scenario.tensor, kind.padding)[place]
    (down, across), (gap_down, gap_across) = kind.stride, kind.dilation
    return [
        (float(whole[cell[0] * down + row * gap_down, cell[1] * across + column * gap_across]), float(weight))
        for (row, column), weight in np.ndenumerate(weights)
    ]


def _stamps(scenario: Scenario, kind: Kind, cell: Pair, place: int) -> list[tuple[float, float]]:
    """Return (pixel, weight) of the stamps that meet in a cell of a transposed convolution."""
    found = []
    at = cell[0] + kind.padding.top, cell[1] + kind.padding.left
    weights = scenario.layer.chosen_weights[0, place]
    for (row, column), pixel in np.ndenumerate(scenario.pixels[place]):
        steps = at[0] - row * kind.stride[0], at[1] - column * kind.stride[1]
        if any(step % gap for step, gap in zip(steps, kind.dilation, strict=True)):
            continue
        weight = steps[0] // kind.dilation[0], steps[1] // kind.dilation[1]
        if 0 <= weight[0] < kind.window[0] and 0 <= weight[1] < kind.window[1]:
            found.append((float(pixel), float(weights[weight])))
    return found


def _pooled(scenario: Scenario, kind: Kind, cell: Pair, wording: Wording) -> tuple[tuple[Terms, ...], tuple[Fill, ...]]:
    """Return the pixels in a window, and the lines in which the largest is named, or the mean worked out."""
    pixels, pooling = _covered(scenario, cell), scenario.layer.pooling
    assert pooling is not None
    largest = pooling.kind == "max"
    between = wording.of("between.max" if largest else "between")
    fills = tuple(filled(wording.of("term.pooled"), (pixel,)) for pixel in pixels)
    terms = Terms("", fills, between, min(6, max(2, kind.window[1])))
    value = float(result_of(scenario).output[cell])
    if largest:
        return (terms,), (filled(wording.of("largest"), (value,)),)
    total, count = sum(pixels), float(pooling.counts(kind.size)[cell])
    return (terms,), (filled(wording.of("sum"), (total,)), filled(wording.of("mean"), (total, count, value)))


def _covered(scenario: Scenario, cell: Pair) -> list[float]:
    """Return the pixels that a window covers, without what is no pixel."""
    pooling = scenario.layer.pooling
    assert pooling is not None
    rows, columns = pooling.axes(scenario.pixel_size)
    down, across = rows.taps[cell[0]], columns.taps[cell[1]]
    image = scenario.pixels[0]
    return [float(image[row, column]) for row in down if row != NOTHING for column in across if column != NOTHING]


def cell_asked(scenario: Scenario, kind: Kind, seed: int, version: str) -> Pair:
    """Return the cell that is asked for: one of those with the most terms, most of them no padding."""
    rows, columns = kind.outputs()
    weighed = {cell: _weight(scenario, kind, cell) for cell in np.ndindex(rows, columns)}
    best = [cell for cell, weight in weighed.items() if weight == max(weighed.values())]
    row, column = best[chosen(len(best), seed, f"cell asked {version}")]
    return row, column


def _weight(scenario: Scenario, kind: Kind, cell: Pair) -> int:
    """Return how many pixels of the image a cell is made of."""
    if kind.is_pooling:
        return len(_covered(scenario, cell))
    if kind.is_transposed:
        return len(_stamps(scenario, kind, cell, 0))
    axes = scenario.layer.axes(kind.size)
    inside = [
        sum(axis.before <= at * axis.stride + tap * axis.dilation < axis.before + axis.length for tap in range(taps))
        for axis, at, taps in zip(axes, cell, kind.window, strict=True)
    ]
    return inside[0] * inside[1]
