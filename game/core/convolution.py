"""The convolution itself: patch, products and sum of one step, and the whole output feature map.

Each output cell (r, c) is the sum over the kernel's cells (u, v) of

    padded image [r·stride + u·dilation, c·stride + v·dilation] × kernel [u, v]

which deep learning calls a convolution (PyTorch, ``torch.nn.Conv2d``) and mathematics a cross-correlation: a
convolution in its sense would first turn the kernel by 180°. Source: I. Goodfellow, Y. Bengio and A. Courville,
"Deep Learning", 2016, section 9.1, equation 9.6.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

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


def products(scenario: Scenario, cell: Pair) -> Grid:
    """Return pixel × weight for each weight of the kernel, in the kernel's shape."""
    return patch(scenario, cell) * scenario.kernel


def running_sums(scenario: Scenario, cell: Pair) -> Grid:
    """Return the sums of the first 1, 2, 3 … products in row order; the last one is the output cell's value."""
    return np.cumsum(products(scenario, cell).ravel())


def output_value(scenario: Scenario, cell: Pair) -> float:
    """Return the value of one output cell: the sum of its products, added up in row order."""
    return float(running_sums(scenario, cell)[-1])


def output_map(scenario: Scenario) -> Grid:
    """Return the whole output feature map, shape `output_size`, read-only."""
    return frozen(correlated(padded_image(scenario), scenario.kernel, scenario.stride, scenario.dilation))


def correlated(padded: Grid, kernel: Grid, stride: Pair, dilation: Pair) -> Grid:
    """Return the output cells of every patch that fits into a (part of a) padded image.

    The sum over the kernel's cells is taken in two turns, which is many times faster than patch by patch:
    first down each column of pixels, times each column of weights (a product of matrices, one for each output row);
    then across, each column of weights standing one dilation further right than the one before.
    """
    kernel_rows, kernel_columns = kernel.shape
    rows_covered = dilation[0] * (kernel_rows - 1) + 1
    # bands[r] holds the rows of pixels that the kernel's rows lie on in output row r: (kernel rows, pixel columns).
    windows = sliding_window_view(padded, rows_covered, axis=0)[:: stride[0], :, :: dilation[0]]
    bands = windows.transpose(0, 2, 1)
    # column_sums[r, v, x]: the column of weights v on the column of pixels x, summed down the kernel's rows.
    column_sums = kernel.T @ bands
    columns = (padded.shape[1] - dilation[1] * (kernel_columns - 1) - 1) // stride[1] + 1
    output = np.zeros((len(bands), columns))
    for column in range(kernel_columns):
        first = column * dilation[1]
        output += column_sums[:, column, first : first + (columns - 1) * stride[1] + 1 : stride[1]]
    return output
