"""A transposed convolution as an ordinary walk: over the image with zeros between its pixels, kernels turned by 180°.

Sources: V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning", arXiv:1603.07285, §4
(relationships 8 to 14); PyTorch, ``torch.nn.ConvTranspose2d``.

A stamp of the kernel at every pixel, s apart, makes the same map as this: s − 1 zeros between two pixels, d·(k − 1) − p
around them, and the kernel turned, sliding by 1. So what a cell is made of, what a pixel feeds, how often it is used,
the walk itself: all is as for any convolution.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..value import Value
from .arithmetic import Arithmetic
from .errors import OutputTooSmall
from .grid import Grid, Pair, Shape, frozen
from .layers import Convolution
from .padding import Padding
from .tensors import Filters, Tensor
from .transposed import TransposedConvolution


class Around(Padding):
    """Zeros around the image whose pixels are spread; a negative amount: so many of its rows or columns are cut off."""

    def __init__(self, top: int, bottom: int, left: int, right: int) -> None:
        fields = {"top": top, "bottom": bottom, "left": left, "right": right, "mode": "zeros", "value": 0.0}
        self.__dict__.update(fields)


class Stamps(Value):
    """How the stamps of a transposed convolution lie.

    stride           (rows, columns) from one to the next; one less zeros stand between two pixels that are spread
    padding          what is cut off the map on each side
    output_padding   (rows, columns) less is cut off at the bottom and on the right
    """

    stride: Pair
    padding: Padding
    output_padding: Pair


class Spread(Convolution, kw_only=True):
    """A transposed convolution over the spread image, `of` stamps that lie so.

    Its weights are turned, its stride is 1, its padding is what stands around. What was set has "chosen" in its name;
    weights are in the order of any convolution: filters, channels of a group, rows, columns.
    """

    of: Stamps

    def __init__(self, weights: Filters, bias: Any = None, **named: Any) -> None:
        """Take the weights as they are stamped, bias, stride, padding, output padding, dilation, groups, activation.

        Raises the errors of `TransposedConvolution`.
        """
        padding = named.pop("padding", Padding())
        flat = Padding(padding.top, padding.bottom, padding.left, padding.right)
        set_ = TransposedConvolution(in_pytorch(weights, named.get("groups", 1)), bias, padding=flat, **named)
        own = {name: named[name] for name in ("dilation", "groups", "activation") if name in named}
        super().__init__(turned(weights), set_.bias, of=Stamps(set_.stride, flat, set_.output_padding), **own)
        (down, across), (more_down, more_right) = set_.dilation, set_.output_padding
        above, before = (self.kernel_size[0] - 1) * down, (self.kernel_size[1] - 1) * across
        self.__dict__["padding"] = Around(
            above - flat.top, above - flat.bottom + more_down, before - flat.left, before - flat.right + more_right
        )

    @property
    def is_transposed(self) -> bool:
        """Always true."""
        return True

    @property
    def chosen_stride(self) -> Pair:
        """(rows, columns) from one stamp to the next."""
        return self.of.stride

    @property
    def chosen_padding(self) -> Padding:
        """What is cut off the map."""
        return self.of.padding

    @property
    def output_padding(self) -> Pair:
        """(rows, columns) less that are cut off at the bottom and on the right."""
        return self.of.output_padding

    @property
    def chosen_weights(self) -> Filters:
        """The weights as they are stamped, read-only."""
        return turned(self.weights)

    @property
    def transposed(self) -> TransposedConvolution:
        """The layer as PyTorch has it."""
        return TransposedConvolution(
            in_pytorch(self.chosen_weights, self.groups),
            self.bias,
            self.chosen_stride,
            self.chosen_padding,
            self.output_padding,
            self.dilation,
            self.groups,
            self.activation,
        )

    @property
    def settings(self) -> tuple[object, ...]:
        """All but the single weights and biases, and what says where they lie."""
        return *super().settings, self.of

    def check(self, shape: Shape) -> None:
        """Raise the errors of `Convolution.check`, or OutputTooSmall; the shape is that of the spread image."""
        size = self.padding.padded_size((shape[1], shape[2]))
        for axis, length, extent in zip(("rows", "columns"), size, self.kernel_extent, strict=True):
            if length < extent:
                raise OutputTooSmall(axis, length - extent + 1)
        super().check(shape)

    def spread(self, channels: tuple[Grid, ...]) -> tuple[Grid, ...]:
        """Return channels with zeros between their pixels, read-only."""
        return tuple(_spread(channel, self.chosen_stride) for channel in channels)

    def pixels(self, channels: tuple[Grid, ...]) -> tuple[Grid, ...]:
        """Return the pixels of channels that are spread."""
        down, across = self.chosen_stride
        return tuple(frozen(channel[::down, ::across]) for channel in channels)

    def is_pixel(self, row: int, column: int) -> bool:
        """Say whether a pixel, and no zero between pixels, stands at a place of the spread image."""
        down, across = self.chosen_stride
        return row % down == 0 == column % across


def turned(weights: Filters) -> Filters:
    """Return every kernel turned by 180°, read-only."""
    found = np.ascontiguousarray(weights[..., ::-1, ::-1])
    found.flags.writeable = False
    return found


def in_pytorch(weights: Filters, groups: int) -> Filters:
    """Return weights (filters, channels of a group, …) as PyTorch has them here: (channels, filters of a group, …)."""
    filters, seen, *size = np.shape(weights)
    if filters % groups:
        return np.asarray(weights)  # what is wrong is said by whoever takes them
    parts = np.reshape(weights, (groups, filters // groups, seen, *size))
    return np.ascontiguousarray(parts.swapaxes(1, 2)).reshape(groups * seen, filters // groups, *size)


def of_pytorch(layer: TransposedConvolution) -> Filters:
    """Return the weights of a transposed convolution in the order of any other: (filters, channels of a group, …)."""
    channels, own, *size = layer.weights.shape
    parts = layer.weights.reshape(layer.groups, channels // layer.groups, own, *size)
    return frozen(np.ascontiguousarray(parts.swapaxes(1, 2)).reshape(layer.filters, channels // layer.groups, *size))


def sums_of_stamps(image: Tensor, layer: Spread, how: Arithmetic) -> Tensor:
    """Return the sums of all cells, biases included: those of the walk over the spread image, bit for bit.

    image: its pixels alone, shape (channels, rows, columns); the zeros between them are not met. For every channel the
    last weight first: so a cell gets what the walk adds up there, in that order.
    """
    pixels, weights, bias = how.pixels(image), how.weights(layer.chosen_weights), how.in_parts(layer.bias)
    (top, left), (rows, columns) = (layer.padding.top, layer.padding.left), image.shape[1:]
    extent, (down, across) = layer.kernel_extent, layer.chosen_stride
    size = layer.padding.padded_size(((rows - 1) * down + 1, (columns - 1) * across + 1))
    height, width = (length - reach + 1 for length, reach in zip(size, extent, strict=True))
    cut_rows, cut_columns = extent[0] - 1 - top, extent[1] - 1 - left
    whole = (
        max(cut_rows + height, (rows - 1) * down + extent[0]),
        max(cut_columns + width, (columns - 1) * across + extent[1]),
    )
    maps = []
    for number, kernels in enumerate(weights):
        total: Grid | float = 0.0
        for channel, kernel in zip(layer.channels_of(number), kernels, strict=True):
            total = total + stamped(pixels[channel], kernel, layer, whole)
        maps.append(np.asarray(total)[cut_rows : cut_rows + height, cut_columns : cut_columns + width] + bias[number])
    return how.in_ones(np.array(maps) + 0.0)


def stamped(pixels: Grid, kernel: Grid, layer: Spread, size: Pair) -> Grid:
    """Return the sums of the stamps of one kernel as it is set, before anything is cut off; `size`: of the whole map.

    Each cell adds up what it gets in the reading order of the pixels.
    """
    (down, across), (step_down, step_right) = layer.chosen_stride, layer.dilation
    rows, columns = ((length - 1) * step + 1 for length, step in zip(pixels.shape, (down, across), strict=True))
    found = np.zeros(size)
    for row in reversed(range(kernel.shape[0])):
        for column in reversed(range(kernel.shape[1])):
            top, left = row * step_down, column * step_right
            met = found[top : top + rows : down, left : left + columns : across]
            met += kernel[row, column] * pixels
    return found


def _spread(channel: Grid, stride: Pair) -> Grid:
    rows, columns = ((length - 1) * step + 1 for length, step in zip(channel.shape, stride, strict=True))
    found = np.zeros((rows, columns))
    found[:: stride[0], :: stride[1]] = channel
    found.flags.writeable = False
    return found
