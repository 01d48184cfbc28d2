"""Another operation for a scenario: what stays of image, sizes and weights."""

from __future__ import annotations

import numpy as np

from .errors import check_known
from .grid import frozen
from .limits import IMAGE_SIZE, KERNEL_SIZE, WHOLE_WEIGHTS
from .padding import Padding
from .pooling import Kind, Pooling
from .quantities import QUANTITIES
from .resize import kernel_in
from .scenario import Scenario

CONVOLUTION = "convolution"
POOLINGS: dict[str, Kind] = {"max pooling": "max", "average pooling": "average"}
TRANSPOSED = "transposed convolution"
OPERATIONS = (CONVOLUTION, TRANSPOSED, *POOLINGS)
"""What the layer of a scenario can be."""


def operation_of(scenario: Scenario) -> str:
    """Return the name of what the layer does."""
    layer = scenario.layer
    if layer.pooling is not None:
        return layer.pooling.operation
    return TRANSPOSED if layer.is_transposed else CONVOLUTION


def with_operation(scenario: Scenario, name: str) -> Scenario:
    """Return the scenario with another operation. Raises UnknownName.

    A kernel becomes a window of its size, as far as the image reaches; windows stand side by side, with nothing around
    the image, as PyTorch has it where nothing is said. One pooling becomes the other with all that is set. A window
    becomes the kernels of a depthwise convolution that takes the mean of what it covers: average pooling is just that.
    Convolution and transposed convolution share all that they have; where the other one cannot be so, less is cut off
    the map, or the kernel is cropped to the image. Kernels as large as the image become windows that are, and those
    such kernels; a transposed convolution has none, and keeps the middle of larger ones.
    """
    check_known("operation", name, OPERATIONS)
    before = scenario.layer.pooling
    if name == operation_of(scenario):
        return scenario
    if name in (CONVOLUTION, TRANSPOSED):
        filters = _convolved(scenario) if before is not None else scenario
        return _transposed(filters) if name == TRANSPOSED else _plain(filters)
    if before is not None:
        return scenario.changed(pooling=before.changed(kind=POOLINGS[name]))
    scenario = _plain(scenario)
    if scenario.layer.whole_image:
        return scenario.changed(pooling=Pooling(POOLINGS[name]), kernel_name="", whole_image=False)
    rows, columns = (min(pair) for pair in zip(scenario.kernel_size, scenario.image_size, strict=True))
    return scenario.changed(pooling=Pooling(POOLINGS[name], (rows, columns)), kernel_name="")


def _transposed(scenario: Scenario) -> Scenario:
    """Return the transposed convolution with the same weights; no more is cut off on a side than leaves a cell."""
    if scenario.layer.whole_image:
        rows, columns = (min(length, int(KERNEL_SIZE.high)) for length in scenario.kernel_size)
        scenario = scenario.changed(kernel=kernel_in(scenario, (rows, columns)), whole_image=False)
    around, layer = scenario.layer.padding, scenario.layer
    sides = []
    for length, extent, stride, pair in zip(
        scenario.image_size, layer.kernel_extent, layer.stride, around.sides, strict=True
    ):
        room = (length - 1) * stride + extent - 1
        before = min(pair[0], room)
        sides += [before, min(pair[1], room - before)]
    return scenario.changed(transposed=True, padding=Padding(*sides))


def _plain(scenario: Scenario) -> Scenario:
    """Return the convolution with the same settings; of a kernel that does not fit the image, as much as does."""
    layer = scenario.layer
    if not layer.is_transposed:
        return scenario
    size = layer.chosen_padding.padded_size(scenario.pixel_size)
    rows, columns = (
        min(kernel, (there - 1) // step + 1)
        for kernel, there, step in zip(scenario.kernel_size, size, layer.dilation, strict=True)
    )
    kernel = kernel_in(scenario, (rows, columns))
    return scenario.changed(transposed=False, kernel=kernel)


def _convolved(scenario: Scenario) -> Scenario:
    """Return a convolution whose windows lie where those of the pooling do, as far as there are kernels so large."""
    channels, whole = len(scenario.channels), _is_whole(scenario)
    most = int(IMAGE_SIZE.high if whole else KERNEL_SIZE.high)
    rows, columns = (min(length, most) for length in scenario.kernel_size)
    weights = np.full((channels, 1, rows, columns), 1 / (rows * columns))
    low, high = QUANTITIES["stride"].range
    down, across = (int(min(max(step, low), high)) for step in scenario.stride)
    around = scenario.layer.chosen_padding
    return scenario.changed(
        pooling=None,
        kernel=frozen(weights),
        bias=None,
        groups=channels,
        whole_image=whole,
        stride=(down, across),
        padding=Padding(around.top, around.bottom, around.left, around.right),
    )


def _is_whole(scenario: Scenario) -> bool:
    """Tell whether the windows are as large as the image, and kernels can be: of one channel, as depthwise ones are."""
    pooling, (rows, columns) = scenario.layer.pooling, scenario.image_size
    small = max(rows, columns) <= IMAGE_SIZE.high and len(scenario.channels) * rows * columns <= WHOLE_WEIGHTS
    return small and pooling is not None and pooling.kernel_size is None
