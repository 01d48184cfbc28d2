"""Another operation for a scenario: what stays of image, sizes and weights; and what a pooling's settings may be."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from .errors import ConvolutionError, UnknownName
from .grid import Pair, frozen
from .limits import KERNEL_SIZE, Range
from .padding import Padding
from .pooling import Kind, Pooling
from .quantities import QUANTITIES
from .scenario import Scenario

CONVOLUTION = "convolution"
POOLINGS: dict[str, Kind] = {"max pooling": "max", "average pooling": "average"}
OPERATIONS = (CONVOLUTION, *POOLINGS)
"""What the layer of a scenario can be."""


def operation_of(scenario: Scenario) -> str:
    """Return the name of what the layer does."""
    pooling = scenario.layer.pooling
    return CONVOLUTION if pooling is None else pooling.operation


def with_operation(scenario: Scenario, name: str) -> Scenario:
    """Return the scenario with another operation. Raises UnknownName.

    A kernel becomes a window of its size, as far as the image reaches; windows stand side by side, with nothing around
    the image, as PyTorch has it where nothing is said. One pooling becomes the other with all that is set. A window
    becomes the kernels of a depthwise convolution that takes the mean of what it covers: average pooling is just that.
    """
    if name not in OPERATIONS:
        raise UnknownName("operation", name, OPERATIONS)
    before = scenario.layer.pooling
    if name == operation_of(scenario):
        return scenario
    if name == CONVOLUTION:
        return _convolved(scenario)
    if before is not None:
        return scenario.changed(pooling=before.changed(kind=POOLINGS[name]))
    rows, columns = (min(pair) for pair in zip(scenario.kernel_size, scenario.image_size, strict=True))
    return scenario.changed(pooling=Pooling(POOLINGS[name], (rows, columns)), kernel_name="")


def _convolved(scenario: Scenario) -> Scenario:
    """Return a convolution whose windows lie where those of the pooling do, as far as there are kernels so large."""
    rows, columns = (min(length, int(KERNEL_SIZE.high)) for length in scenario.kernel_size)
    weights = np.full((len(scenario.channels), 1, rows, columns), 1 / (rows * columns))
    low, high = QUANTITIES["stride"].range
    down, across = (int(min(max(step, low), high)) for step in scenario.stride)
    around = scenario.layer.chosen_padding
    return scenario.changed(
        pooling=None,
        kernel=frozen(weights),
        bias=None,
        groups=len(scenario.channels),
        stride=(down, across),
        padding=Padding(around.top, around.bottom, around.left, around.right),
    )


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
