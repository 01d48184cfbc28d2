"""The sums of a layer's cells: all maps of it at once, or a block of their cells, always with the same bits.

One value, one number: where pixels, weights and biases are decimals of a few places, all is counted in whole parts and
divided once (see `arithmetic`). Else each channel's products are added in row order of the kernel, the channel sums in
their order, and the bias last: in the map as in the walk.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .arithmetic import EXACT_BELOW, IN_ROW_ORDER, Arithmetic, counted_in, counted_with
from .grid import Ends, Grid, Region, ends_around, ends_of_each, frozen, magnitude_of
from .layers import Convolution
from .padding import Padding, padded
from .row_order import sums_in_row_order
from .tensors import Tensor

BAND_BYTES = 8 * 1024 * 1024
"""What the pixels under one turn of kernels may take: those of many rows at once need not all be there at once."""


def arithmetic_of(pixels: Tensor, layer: Convolution) -> Arithmetic:
    """Return the arithmetic of a layer over padded channels.

    It is exact where pixels, weights and biases are made of whole parts and no sum of magnitudes reaches 2⁵³ of them.
    """
    how = counted_in(pixels, layer.weights, layer.bias)
    return how if how.exact and _fits(pixels, layer, how) else IN_ROW_ORDER


def arithmetic_with(
    parts: float,
    channels: Sequence[Grid],
    layer: Convolution,
    ends: Sequence[Ends] | None = None,
    before: Arithmetic = IN_ROW_ORDER,
) -> Arithmetic:
    """Return the same of padded channels whose pixels are known to be made of these parts, or of none: 0.

    ends: the least and the largest pixel of each channel, where they are known. before: that of the same layer over
    other pixels.
    """
    alike = before.exact and before.pixel_parts == parts  # then weights and biases are not looked at again
    how = before if alike else counted_with(parts, layer.weights, layer.bias)
    return how if how.exact and _fits(channels, layer, how, ends) else IN_ROW_ORDER


def _fits(
    channels: Sequence[Grid] | Tensor, layer: Convolution, how: Arithmetic, ends: Sequence[Ends] | None = None
) -> bool:
    """Tell whether the sum of magnitudes stays below the limit in every place that the kernel can have."""
    largest = magnitude_of(ends_around(ends_of_each(channels) if ends is None else ends))
    weights = np.abs(layer.weights).sum(axis=(1, 2, 3)) * largest + np.abs(layer.bias)
    if float(weights.max()) * how.parts < EXACT_BELOW:
        return True
    around = tuple((extent - 1,) * 2 for extent in layer.kernel_extent)
    reach = np.pad(np.abs(channels), ((0, 0), *around)) * how.parts
    sums = {"dilation": layer.dilation, "groups": layer.groups, "whole_image": layer.whole_image}
    plain = Convolution(np.abs(layer.weights), np.abs(layer.bias), **sums)
    most = _in_any_order(reach, plain.weights, plain) + (plain.bias * how.parts)[:, None, None]
    return bool(most.max() < EXACT_BELOW)


def sums_of(pixels: Tensor, layer: Convolution, how: Arithmetic, block: Region | None = None) -> Tensor:
    """Return the sum of each cell with its bias; `block`: of these output rows and columns only, bit for bit."""
    if block is not None:
        pixels = pixels[:, *under(layer, block)]
    if not how.exact:
        return sums_in_row_order(pixels, layer)
    sums = _in_any_order(how.pixels(pixels), how.weights(layer.weights), layer)
    return how.in_ones(sums + how.in_parts(layer.bias)[:, None, None] + 0.0)


def under(layer: Convolution, block: Region) -> Region:
    """Return the rows and columns of the padded image under a block of output cells."""
    rows, columns = (
        slice(part.start * stride, (part.stop - 1) * stride + extent)
        for part, stride, extent in zip(block, layer.stride, layer.kernel_extent, strict=True)
    )
    return rows, columns


def _in_any_order(pixels: Tensor, weights: Tensor, layer: Convolution) -> Tensor:
    """Return the sums without biases, added up in whatever order is fastest.

    For each group in two turns, which is many times faster than patch by patch: first down the columns of pixels of all
    channels at once, times each column of each filter's weights (one product of matrices for each output row); then
    across, each column of weights standing one dilation further right than the one before.
    """
    each, filters = weights.shape[1], layer.filters // layer.groups
    groups = (
        _group(pixels[group * each : (group + 1) * each], weights[group * filters : (group + 1) * filters], layer)
        for group in range(layer.groups)
    )
    return np.concatenate(list(groups))


def _group(pixels: Tensor, weights: Tensor, layer: Convolution) -> Tensor:
    (down, across), (step_down, step_right) = layer.stride, layer.dilation
    filters, channels, kernel_rows, kernel_columns = weights.shape
    windows = sliding_window_view(pixels, layer.kernel_extent[0], axis=1)[:, ::down, :, ::step_down]
    by_column = weights.transpose(0, 3, 1, 2).reshape(filters * kernel_columns, channels * kernel_rows)
    rows, width = windows.shape[1], pixels.shape[2]
    columns = (width - layer.kernel_extent[1]) // across + 1
    output = np.zeros((filters, rows, columns))
    turn = max(1, BAND_BYTES // (8 * channels * kernel_rows * width))
    for first in range(0, rows, turn):
        bands = windows[:, first : first + turn].transpose(1, 0, 3, 2).reshape(-1, channels * kernel_rows, width)
        sums = (by_column @ bands).reshape(len(bands), filters, kernel_columns, width)
        for column in range(kernel_columns):
            start = column * step_right
            part = sums[:, :, column, start : start + (columns - 1) * across + 1 : across]
            output[:, first : first + turn] += part.transpose(1, 0, 2)
    return output


def padded_channel(channel: Grid, around: Padding) -> Grid:
    """Return a channel with its padding, read-only; itself where it has none."""
    return frozen(padded(channel[None], around)[0]) if any(map(any, around.sides)) else channel


def block_of(images: tuple[Grid, ...], layer: Convolution, seeing: range, how: Arithmetic, fed: Region) -> Tensor:
    """Return a block of cells of the filters that see a channel: those of its group."""
    return sums_of(stacked(images, layer.channels_of(seeing.start), under(layer, fed)), layer.of_filters(seeing), how)


def stacked(images: tuple[Grid, ...], lanes: range, block: Region = (slice(None), slice(None))) -> Tensor:
    """Return some channels in one, or a block of each."""
    return np.stack([images[channel][block] for channel in lanes])


def unchanging(sums: Tensor) -> Tensor:
    """Return the sums when nothing of them is to be changed any more."""
    sums.flags.writeable = False
    return sums
