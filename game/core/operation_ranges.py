"""What the numbers of a pooling, and of a transposed convolution, can be with all else as it is."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from .errors import ConvolutionError
from .grid import Pair
from .limits import Range
from .output_size import kernel_extent
from .pooling import Pooling
from .quantities import QUANTITIES
from .scenario import Scenario


def pooling_range(scenario: Scenario, quantity: str, axis: int) -> Range:
    """Return the values around the present one that a pair of a pooling can take on an axis, with all else as it is."""
    pooling = scenario.layer.pooling
    assert pooling is not None
    present = {"image size": scenario.image_size, "kernel size": scenario.kernel_size, "stride": scenario.stride}
    present |= {"padding": scenario.padding, "dilation": scenario.layer.dilation}
    shape = (len(scenario.channels), *scenario.image_size)
    return _range(pooling, shape, quantity, axis, present[quantity])


@lru_cache(maxsize=256)
def _range(pooling: Pooling, shape: tuple[int, int, int], quantity: str, axis: int, present: Pair) -> Range:
    row, now = QUANTITIES[quantity].range, present[axis]
    most = max(row.high, pooling.window(shape[1:])[axis]) if quantity == "stride" else row.high
    found = {now}
    for values in (range(min(now, int(row.high) + 1) - 1, int(row.low) - 1, -1), range(now + 1, int(most) + 1)):
        for value in values:
            if not _fits(pooling, shape, quantity, axis, present, value):
                break
            found.add(value)
    if quantity == "image size" and now > row.high and len(found) > 1:  # a picture: its slider leads into its range
        found.discard(now)
    return Range(min(found), max(found))


def _fits(pooling: Pooling, shape: tuple[int, int, int], quantity: str, axis: int, present: Pair, value: int) -> bool:
    """Say whether a pooling takes an image of that shape with another value for a pair on an axis."""
    pair = (value, present[1]) if axis == 0 else (present[0], value)
    try:
        if quantity == "image size":
            pooling.check((shape[0], *pair))
        else:
            said: dict[str, Any] = {"kernel": np.empty(pair)} if quantity == "kernel size" else {quantity: pair}
            pooling.over(said).check(shape)
    except ConvolutionError:
        return False
    return True


def output_paddings(scenario: Scenario) -> tuple[Range, Range]:
    """Return what the output padding of a transposed convolution can be along rows and along columns.

    Less than stride or dilation, and so much that a cell is left.
    """
    layer = scenario.layer
    rows, columns = (
        Range(max(0, more - made + 1), max(stride, dilation) - 1)
        for more, made, stride, dilation in zip(
            layer.output_padding, scenario.output_size, layer.chosen_stride, layer.dilation, strict=True
        )
    )
    return rows, columns


def transposed_range(scenario: Scenario, quantity: str, axis: int) -> Range:
    """Return the values around the present one that a pair of a transposed convolution can take on an axis.

    So much that a cell is left, and that output padding stays less than stride or dilation.
    """
    layer, row = scenario.layer, QUANTITIES[quantity]
    found = {
        "length": scenario.pixel_size[axis],
        "kernel": scenario.kernel_size[axis],
        "stride": layer.chosen_stride[axis],
        "dilation": layer.dilation[axis],
        "padding": sum(layer.chosen_padding.sides[axis]),
    }
    more, place = layer.output_padding[axis], row.place

    def fits(value: int) -> bool:
        """Say whether it can have the value: a padding stands on both sides."""
        numbers = found | {place: 2 * value if place == "padding" else value}
        extent = kernel_extent(numbers["kernel"], numbers["dilation"])
        length = (numbers["length"] - 1) * numbers["stride"] + extent + more - numbers["padding"]
        return length >= 1 and more < max(numbers["stride"], numbers["dilation"])

    fitting = [value for value in range(int(row.range.low), int(row.range.high) + 1) if fits(value)]
    return Range(fitting[0], fitting[-1]) if fitting else Range(found[place], found[place])
