"""What comes out where one slips: the typical mistakes about a cell, a size, and a count of weights.

Each is named by what was done wrong. Some come to the right result after all; who asks has to look.
"""

from __future__ import annotations

from math import prod

import numpy as np

from ..value import Single
from .activations import ACTIVATIONS, OF_A_SUM
from .grid import Grid, Pair
from .output_size import exact_quotient, kernel_extent
from .result import Result
from .scenario import Scenario

BESIDE = ((0, 1), (0, -1), (1, 0), (-1, 0))
"""Where the neighbours of a cell stand: right, left, below, above."""


OF_ANY = ("mean", "sign lost", "row times column", "patch right", "patch left", "patch below", "patch above")
"""What is done wrong with cells of any convolution, the most frequent first; the last four are the same mistake."""


class Lane(Single):
    """The pixels under a kernel in one channel (its index), and the kernel as it lies on them; None of a pooling."""

    channel: int
    patch: Grid
    kernel: Grid | None


def lanes_of(result: Result, number: int, cell: Pair) -> tuple[Lane, ...]:
    """Return what makes an output cell (row, column) of a filter's map: a lane for each channel that it sees."""
    scenario, layer = result.scenario, result.scenario.layer
    if layer.pooling is not None:
        return (Lane(number, scenario.patch(cell, result.padded_images[number]), None),)
    seen = layer.channels_of(number)
    return tuple(
        Lane(channel, scenario.patch(cell, result.padded_images[channel]), layer.weights[number, place])
        for place, channel in enumerate(seen)
    )


def value_mistakes(result: Result, number: int, cell: Pair) -> dict[str, float]:
    """Return what mistakes make of an output cell (row, column) of a filter's map.

    First what is forgotten of this layer in particular, then what is done wrong with any.
    """
    lanes = lanes_of(result, number, cell)
    of_cell = _pooled(result, lanes) if lanes[0].kernel is None else _summed(result, lanes, number)
    around = _without_padding(result, number, cell, lanes)
    found, whole = result.maps[number], {}
    for name, (down, across) in zip(("right", "left", "below", "above"), BESIDE, strict=True):
        row, column = cell[0] + down, cell[1] + across
        if 0 <= row < found.shape[0] and 0 <= column < found.shape[1]:
            whole[f"patch {name}"] = float(found[row, column])
    return around | of_cell | whole


def _without_padding(result: Result, number: int, cell: Pair, lanes: tuple[Lane, ...]) -> dict[str, float]:
    """Return what a cell is whose place is counted from the image's corner, though there is padding; {} for nothing."""
    scenario, layer = result.scenario, result.scenario.layer
    (above, below), (left, right) = layer.chosen_padding.sides
    if not (above or below or left or right):
        return {}
    if layer.is_transposed:
        row, column = cell[0] - above, cell[1] - left
        return {"padding forgotten": float(result.maps[number][row, column])} if min(row, column) >= 0 else {}
    taps = [
        at * step + np.arange(size) * gap
        for at, step, size, gap in zip(cell, scenario.stride, scenario.kernel_size, scenario.dilation, strict=True)
    ]
    if any(along[-1] >= length for along, length in zip(taps, scenario.pixel_size, strict=True)):
        return {}
    moved = tuple(Lane(each.channel, scenario.tensor[each.channel][np.ix_(*taps)], each.kernel) for each in lanes)
    return {"padding forgotten": _made(result, moved, number)}


def _made(result: Result, lanes: tuple[Lane, ...], number: int) -> float:
    """Return the cell that lanes make: the sum with its bias after the activation, or the largest, or the mean."""
    layer = result.scenario.layer
    if layer.pooling is not None:
        pixels = lanes[0].patch
        return float(pixels.max() if layer.pooling.kind == "max" else pixels.mean())
    total = sum(float((lane.patch * lane.kernel).sum()) for lane in lanes if lane.kernel is not None)
    name = layer.activation if layer.activation in OF_A_SUM else "none"
    return float(ACTIVATIONS[name].function(np.array(total + float(layer.bias[number]))))


def _summed(result: Result, lanes: tuple[Lane, ...], number: int) -> dict[str, float]:
    layer = result.scenario.layer
    bias, name = float(layer.bias[number]), layer.activation
    function = ACTIVATIONS[name if name in OF_A_SUM else "none"].function
    pairs = [(lane.patch, lane.kernel) for lane in lanes if lane.kernel is not None]

    def made(total: float, added: float = bias) -> float:
        return float(function(np.array(total + added)))

    total = float(sum((pixels * weights).sum() for pixels, weights in pairs))
    unsigned = float(sum((pixels * np.abs(weights)).sum() for pixels, weights in pairs))
    turned = float(sum((pixels * weights[::-1, ::-1]).sum() for pixels, weights in pairs))
    count = sum(weights.size for _, weights in pairs)
    found = {
        "bias forgotten": made(total, 0.0),
        "bias with its sign lost": made(total, -bias),
        "activation forgotten": total + bias,
        "sign lost": made(unsigned),
        "mean": made(total / count),
        "bias and activation forgotten": total,
        "mean without bias": made(total / count, 0.0),
        "kernel turned": made(turned),
        "kernel forgotten": made(float(sum(pixels.sum() for pixels, _ in pairs))),
    }
    if all(weights.shape[0] == weights.shape[1] > 1 for _, weights in pairs):
        found["row times column"] = made(float(sum(pixels[0] @ weights[:, 0] for pixels, weights in pairs)))
    if len(pairs) > 1:
        found["first channel alone"] = made(float((pairs[0][0] * pairs[0][1]).sum()))
    return found


def _pooled(result: Result, lanes: tuple[Lane, ...]) -> dict[str, float]:
    pooling, covered = result.scenario.layer.pooling, lanes[0].patch
    pixels = covered[np.isfinite(covered)]
    if pooling is not None and pooling.kind == "max":
        return {"mean": float(pixels.mean()), "sum": float(pixels.sum()), "smallest": float(pixels.min())}
    return {
        "sum in place of the mean": float(pixels.sum()),
        "largest in place of the mean": float(pixels.max()),
        "padding counted": float(pixels.sum()) / covered.size,
        "zeros left out": float(pixels.sum()) / max(1, int(np.count_nonzero(pixels))),
        "smallest": float(pixels.min()),
    }


def size_mistakes(scenario: Scenario) -> dict[str, Pair]:
    """Return what mistakes make of the output's (rows, columns); none is below 1."""
    made = _stamped_lengths if scenario.layer.is_transposed else _slid_lengths
    rows, columns = made(scenario, 0), made(scenario, 1)
    pairs = {name: (rows[name], columns[name]) for name in rows}
    right = scenario.output_size
    pairs = {"columns times rows": (right[1], right[0])} | pairs | {"as the image": scenario.pixel_size}
    return {name: pair for name, pair in pairs.items() if min(pair) >= 1}


def _slid_lengths(scenario: Scenario, axis: int) -> dict[str, int]:
    """Return what mistakes make of the length of one axis under a kernel or window that slides."""
    layer = scenario.layer
    length, kernel = scenario.pixel_size[axis], scenario.kernel_size[axis]
    before, after = scenario.layer.padding.sides[axis]
    stride, dilation = scenario.stride[axis], scenario.dilation[axis]

    def steps(padding: int, over: int = stride, spread: int = dilation) -> int:
        return exact_quotient(length + padding, kernel, over, 0, spread).rounded_down + 1

    whole = exact_quotient(length + before + after, kernel, stride, 0, dilation)
    up, ceils = -(-whole.numerator // stride) + 1, layer.pooling is not None and layer.pooling.ceil_mode
    return {
        "padding forgotten": steps(0),
        "not rounded down": whole.rounded_down + 1 if ceils else up,
        "stride forgotten": steps(before + after, over=1),
        "padding counted once": steps(before),
        "one not added": scenario.output_size[axis] - 1,
        "dilation forgotten": steps(before + after, spread=1),
    }


def _stamped_lengths(scenario: Scenario, axis: int) -> dict[str, int]:
    """Return what mistakes make of the length of one axis of a transposed convolution."""
    layer, right = scenario.layer, scenario.output_size[axis]
    length, kernel = scenario.pixel_size[axis], scenario.kernel_size[axis]
    before, after = layer.chosen_padding.sides[axis]
    stride, dilation = layer.chosen_stride[axis], scenario.dilation[axis]
    extent = kernel_extent(kernel, dilation)
    return {
        "padding forgotten": right + before + after,
        "padding counted once": right + after,
        "length times stride": length * stride,
        "as a convolution": (length + before + after - extent) // stride + 1,
        "dilation forgotten": right - extent + kernel,
        "one counted twice": right + 1,
    }


def weight_mistakes(scenario: Scenario) -> dict[str, int]:
    """Return what mistakes make of the number of weights; none is below 1. A pooling has none at all."""
    layer, (rows, columns) = scenario.layer, scenario.kernel_size
    if layer.pooling is not None:
        return {"the window": rows * columns, "for each channel": rows * columns * len(scenario.channels), "a bias": 1}
    filters, each = int(layer.weights.shape[0]), int(layer.weights.shape[1])
    found = {
        "biases counted": prod(layer.weights.shape) + filters,
        "channels forgotten": filters * rows * columns,
        "filters forgotten": each * rows * columns,
        "groups forgotten": filters * len(scenario.channels) * rows * columns,
        "row plus column": filters * each * (rows + columns),
        "rows alone": filters * each * rows,
    }
    return {name: count for name, count in found.items() if count >= 1}
