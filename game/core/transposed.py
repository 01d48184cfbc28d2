"""The transposed convolution: every pixel stamps the kernel, times itself, onto the map.

Sources: PyTorch, ``torch.nn.ConvTranspose2d``; V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep
learning", arXiv:1603.07285, §4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ..value import Value
from .arithmetic import EXACT_BELOW, Arithmetic, counted_in
from .errors import OutOfRange, OutputTooSmall, WrongShape, check_known
from .grid import Pair, Shape, checked_pair, checked_whole
from .layers import ACTIVATION_NAMES, check_groups, checked_bias, checked_weights
from .limits import CHANNELS, FILTERS, KERNEL_SIZE, Range
from .output_size import kernel_extent
from .padding import Padding
from .quantities import QUANTITIES
from .tensors import Filters, Tensor

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


class TransposedConvolution(Value):
    """Filters that are stamped onto maps: a convolution read backwards, from output to input.

    weights         −999 … 999, shape (channels, filters of a group, rows, columns), as PyTorch lays them out
    bias            −999 … 999, one for each filter, with which its map begins; all 0 if None is given
    stride          (rows, columns) from one stamp to the next
    padding         its sides: what is cut off the map there
    output_padding  (rows, columns) less is cut off at the bottom and on the right; less than stride or dilation
    dilation        (rows, columns)
    groups, activation    as of a convolution

    Making one raises the errors of `core`; whether it fits an image, `check` tells.
    """

    weights: Filters
    bias: Tensor
    stride: Pair = (1, 1)
    padding: Padding = Padding()
    output_padding: Pair = (0, 0)
    dilation: Pair = (1, 1)
    groups: int = 1
    activation: str = "none"

    def __init__(self, weights: ArrayLike, bias: ArrayLike | None = None, *values: Any, **named: Any) -> None:
        super().__init__(checked_weights(weights), bias, *values, **named)
        fields = self.__dict__
        checked_whole(self.channels, "channels", CHANNELS)
        fields["groups"] = checked_whole(self.groups, "groups", CHANNELS)
        checked_whole(self.filters, "filters", FILTERS)
        checked_pair(self.kernel_size, "kernel size", KERNEL_SIZE)
        fields["bias"] = checked_bias(bias, self.filters)
        for name in ("stride", "dilation"):
            fields[name] = QUANTITIES[name].valid(fields[name])
        fields["output_padding"] = self._checked_output_padding()
        check_known("activation", self.activation, ACTIVATION_NAMES)
        check_groups("channels", self.channels, self.groups)

    def _checked_output_padding(self) -> Pair:
        """Return it, or raise OutOfRange: a whole stride more would be rows that a further pixel makes."""
        least, most = 0, max(*self.stride, *self.dilation) - 1
        found = checked_pair(self.output_padding, "output padding", Range(least, most))
        for amount, stride, dilation in zip(found, self.stride, self.dilation, strict=True):
            if amount >= max(stride, dilation):
                raise OutOfRange("output padding", amount, 0, max(stride, dilation) - 1)
        return found

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TransposedConvolution):
            return NotImplemented
        rest = ("stride", "padding", "output_padding", "dilation", "groups", "activation")
        same = all(getattr(self, name) == getattr(other, name) for name in rest)
        return same and np.array_equal(self.weights, other.weights) and np.array_equal(self.bias, other.bias)

    # Arrays have no hash, and equal layers would need equal ones.
    __hash__ = None  # type: ignore[assignment]

    @property
    def channels(self) -> int:
        """How many channels the image has to have."""
        return int(self.weights.shape[0])

    @property
    def filters(self) -> int:
        """How many filters there are, and so maps."""
        return int(self.weights.shape[1]) * self.groups

    @property
    def kernel_size(self) -> Pair:
        """(rows, columns) of each kernel."""
        return int(self.weights.shape[2]), int(self.weights.shape[3])

    def whole_size(self, size: Pair) -> Pair:
        """Return (rows, columns) of the map before anything is cut off it, its output padding included."""
        rows, columns = (
            (length - 1) * stride + kernel_extent(kernel, dilation) + more
            for length, stride, kernel, dilation, more in zip(
                size, self.stride, self.kernel_size, self.dilation, self.output_padding, strict=True
            )
        )
        return rows, columns

    def output_shape(self, shape: Shape) -> Shape:
        """Return (maps, rows, columns): (n − 1)·s − p − p′ + d·(k − 1) + output padding + 1 along each axis."""
        rows, columns = self.whole_size(shape[1:])
        (top, bottom), (left, right) = self.padding.sides
        return self.filters, rows - top - bottom, columns - left - right

    def check(self, shape: Shape) -> None:
        """Raise WrongShape or OutputTooSmall if it cannot take such an image."""
        if shape[0] != self.channels:
            found = tuple(map(int, self.weights.shape))
            raise WrongShape("transposed", found, (shape[0], *found[1:]))
        for axis, length in zip(("rows", "columns"), self.output_shape(shape)[1:], strict=True):
            if length < 1:
                raise OutputTooSmall(axis, length)


def transposed_sums(image: Tensor, layer: TransposedConvolution) -> Tensor:
    """Return the sum of each cell, its bias included, before the activation: shape (filters, rows, columns).

    Raises the errors of `TransposedConvolution.check`.
    """
    channels, rows, columns = image.shape
    layer.check((channels, rows, columns))
    how = arithmetic_of_stamps(image, layer)
    whole = _stamped(how.pixels(image), how.weights(layer.weights), how.in_parts(layer.bias), layer)
    (top, bottom), (left, right) = layer.padding.sides
    height, width = whole.shape[1:]
    return how.in_ones(whole[:, top : height - bottom, left : width - right] + 0.0)


def arithmetic_of_stamps(image: Tensor, layer: TransposedConvolution) -> Arithmetic:
    """Return the arithmetic of the layer over an image: exact by the same rule as a convolution's."""
    how = counted_in(image, layer.weights, layer.bias)
    if not how.exact:
        return how
    bound = np.abs(layer.weights).sum() * np.abs(image).max() + np.abs(layer.bias).max()
    if float(bound) * how.parts < EXACT_BELOW:
        return how  # no cell can have more, so the stamps need not be made twice
    most = _stamped(np.abs(image), np.abs(layer.weights), np.abs(layer.bias), layer)
    return how if float(most.max()) * how.parts < EXACT_BELOW else Arithmetic()


def _stamped(image: Tensor, weights: Filters, bias: Tensor, layer: TransposedConvolution) -> Tensor:
    """Return the whole maps, begun at their biases.

    Channel by channel, and the last weights first: so every cell gets its stamps in the order of the pixels that make
    them, one after the other, as the walk does.
    """
    (down, across), (step_down, step_right) = layer.stride, layer.dilation
    channels, rows, columns = image.shape
    each, own = channels // layer.groups, weights.shape[1]
    maps = np.empty((layer.filters, *layer.whole_size((rows, columns))))
    maps[:] = bias[:, None, None]
    for channel, pixels in enumerate(image):
        first = channel // each * own
        stamps = weights[channel]
        for row in reversed(range(stamps.shape[1])):
            for column in reversed(range(stamps.shape[2])):
                top, left = row * step_down, column * step_right
                met = maps[
                    first : first + own,
                    top : top + (rows - 1) * down + 1 : down,
                    left : left + (columns - 1) * across + 1 : across,
                ]
                met += stamps[:, row, column, None, None] * pixels
    return maps
