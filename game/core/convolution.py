"""The convolution itself: patch, products and sum of one step, and the whole output feature map.

Each output cell (r, c) is the sum over the kernel's cells (u, v) of

    padded image [r·stride + u·dilation, c·stride + v·dilation] × kernel [u, v]

which deep learning calls a convolution (PyTorch, ``torch.nn.Conv2d``) and mathematics a cross-correlation: a
convolution in its sense would first turn the kernel by 180°. Source: I. Goodfellow, Y. Bengio and A. Courville,
"Deep Learning", 2016, section 9.1, equation 9.6. How the sum is taken, so that it is the same everywhere: `arithmetic`.
"""

from __future__ import annotations

import numpy as np

from .arithmetic import Arithmetic, arithmetic_of
from .grid import Grid, Pair, frozen
from .scenario import Scenario


def padded_image(scenario: Scenario) -> Grid:
    """Return the image with its padding: zeros on all four sides, shape `padded_size`."""
    rows, columns = scenario.image_size
    above, left = scenario.padding
    padded = np.zeros(scenario.padded_size)
    padded[above : above + rows, left : left + columns] = scenario.image
    return padded


def patch_corner(scenario: Scenario, cell: Pair) -> Pair:
    """Return the image's (row, column) under the kernel's top left weight when it makes this output cell.

    Row and column are output cell × stride − padding: negative where the kernel stands in the padding.
    """
    return (
        cell[0] * scenario.stride[0] - scenario.padding[0],
        cell[1] * scenario.stride[1] - scenario.padding[1],
    )


def patch(scenario: Scenario, cell: Pair, padded: Grid | None = None) -> Grid:
    """Return the pixels that the kernel covers when it makes this output cell, in the kernel's shape.

    `padded`, where it is known already, is the padded image; the patch is then a view of it.
    """
    first_row, first_column = (cell[0] * scenario.stride[0], cell[1] * scenario.stride[1])
    rows, columns = scenario.kernel_extent
    step_down, step_right = scenario.dilation
    whole = padded_image(scenario) if padded is None else padded
    covered = whole[first_row : first_row + rows, first_column : first_column + columns]
    return covered[::step_down, ::step_right]


def arithmetic(scenario: Scenario) -> Arithmetic:
    """Return how this scenario's products and sums are computed."""
    return arithmetic_of(scenario.image, scenario.kernel, scenario.dilation)


def products(scenario: Scenario, cell: Pair) -> Grid:
    """Return pixel × weight for each weight of the kernel, in the kernel's shape."""
    return arithmetic(scenario).products(patch(scenario, cell), scenario.kernel)


def output_map(scenario: Scenario, how: Arithmetic | None = None) -> Grid:
    """Return the whole output feature map, shape `output_size`, read-only; `how` is its arithmetic, where known."""
    how = how or arithmetic(scenario)
    return frozen(how.output(padded_image(scenario), scenario.kernel, scenario.stride, scenario.dilation))
