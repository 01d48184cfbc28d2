"""Sums whose products are added one after the other, as the weights stand: where no whole parts make the numbers.

Each channel's products are added in row order of its kernel, then the channel sums in their order, and the bias last.
"""

from __future__ import annotations

from math import gcd

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .grid import Grid, Pair
from .layers import Convolution
from .tensors import Tensor

FEW = 16384
"""Products up to which all of a layer are made at once; of more each weight's are, over a whole map."""


def sums_in_row_order(pixels: Tensor, layer: Convolution) -> Tensor:
    """Return the sums with their biases: each channel's in row order of its kernel, then the channels in order."""
    down, across = (
        (length - extent) // step + 1
        for length, extent, step in zip(pixels.shape[1:], layer.kernel_extent, layer.stride, strict=True)
    )
    if layer.groups == 1 and (down * across == 1 or down * across * layer.weights.size <= FEW):
        return _at_once(pixels, layer)
    maps = []
    for number, filter_ in enumerate(layer.weights):
        total: Grid | float = 0.0
        for channel, kernel in zip(layer.channels_of(number), filter_, strict=True):
            total = total + correlated_in_row_order(pixels[channel], kernel, layer.stride, layer.dilation)
        maps.append(total + layer.bias[number])
    return np.array(maps)


def _at_once(pixels: Tensor, layer: Convolution) -> Tensor:
    """Return the same of few products: those of all filters, channels and cells together, in that order."""
    (down, across), (below, right) = layer.stride, layer.dilation
    windows = sliding_window_view(pixels, layer.kernel_extent, (1, 2))[:, ::down, ::across, ::below, ::right]
    channels, rows, columns = windows.shape[:3]
    met = windows.reshape(channels, rows * columns, -1)
    products = layer.weights.reshape(-1, channels, 1, met.shape[2]) * met
    products[..., 0] += 0.0
    each = np.add.accumulate(products, axis=3)[..., -1]
    sums: Tensor = np.add.accumulate(each, axis=1)[:, -1] + layer.bias[:, None]
    return sums.reshape(-1, rows, columns)


def correlated_in_row_order(padded: Grid, kernel: Grid, stride: Pair, dilation: Pair) -> Grid:
    """Return the output cells of every patch that fits, the products added one after the other, as the weights stand.

    A weight meets every stride-th pixel. These are taken out as an image of their own, once for each place that they
    can begin at; in it all cells' pixels lie behind each other, in one run that a weight is multiplied with at once. A
    row's weights with the same place are multiplied together: their runs begin equally far from each other. The few
    numbers between the end of one row and the beginning of the next are computed for nothing.
    """
    rows, columns = (
        (length - gap * (cells - 1) - 1) // step + 1
        for length, cells, step, gap in zip(padded.shape, kernel.shape, stride, dilation, strict=True)
    )
    width = -(-padded.shape[1] // stride[1])
    length = (rows - 1) * width + columns
    period = stride[1] // gcd(stride[1], dilation[1])  # of the columns of weights that begin at one place
    apart = dilation[1] * period // stride[1]
    sums, products = np.zeros(rows * width), np.empty((kernel.shape[1], length))
    cells, runs = sums[:length], dict[Pair, Grid]()
    for row, weights in enumerate(kernel):
        down, top = divmod(row * dilation[0], stride[0])
        for column in range(min(period, len(weights))):
            right, left = divmod(column * dilation[1], stride[1])
            if (top, left) not in runs:
                runs[top, left] = sliding_window_view(_thinned(padded, (top, left), stride, width), length)
            own, first = weights[column::period, np.newaxis], down * width + right
            last = first + apart * (len(own) - 1)
            np.multiply(runs[top, left][first : last + 1 : apart], own, out=products[column::period])
        for weighted in products:
            np.add(cells, weighted, out=cells)
    return sums.reshape(rows, width)[:, :columns].copy()


def _thinned(padded: Grid, first: Pair, stride: Pair, width: int) -> Grid:
    """Return every stride-th pixel from the first one on, row behind row, each row as long as `width`."""
    some = padded[first[0] :: stride[0], first[1] :: stride[1]]
    whole = np.zeros((some.shape[0], width))
    whole[:, : some.shape[1]] = some
    return whole.ravel()
