"""A layer over an image, and all that follows from the two."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from ..value import Single
from .activations import ACTIVATIONS
from .arithmetic import Arithmetic
from .grid import Grid, Pair
from .layer_sums import arithmetic_of, sums_of
from .layers import Convolution
from .padding import padded
from .tensors import Tensor


class Traced(Single):
    """A layer over an image, and all that follows from the two; what is not always asked for is worked out when it is.

    Making one raises the errors of `Convolution.check`.
    """

    image: Tensor
    layer: Convolution

    def __init__(self, image: Tensor, layer: Convolution) -> None:
        channels, rows, columns = image.shape
        layer.check((channels, rows, columns))
        super().__init__(image, layer)

    @cached_property
    def padded(self) -> Tensor:
        """The image with what stands around it, shape (channels, rows, columns)."""
        return padded(self.image, self.layer.padding)

    @cached_property
    def arithmetic(self) -> Arithmetic:
        """How its products and sums are computed."""
        return arithmetic_of(self.padded, self.layer)

    @cached_property
    def sums(self) -> Tensor:
        """The sum of each cell, its bias included, before the activation: shape (filters, rows, columns)."""
        return sums_of(self.padded, self.layer, self.arithmetic)

    @cached_property
    def maps(self) -> Tensor:
        """What the activation makes of the sums."""
        return ACTIVATIONS[self.layer.activation].function(self.sums)

    def patch(self, number: int, cell: Pair) -> Tensor:
        """Return the pixels that a filter covers for a cell: shape (channels of its group, kernel rows, columns)."""
        (row, column), (down, across) = cell, self.layer.stride
        (rows, columns), (step_down, step_right) = self.layer.kernel_extent, self.layer.dilation
        channels, top, left = self.layer.channels_of(number), row * down, column * across
        covered = self.padded[channels.start : channels.stop, top : top + rows, left : left + columns]
        return covered[:, ::step_down, ::step_right]

    def products(self, number: int, cell: Pair) -> Tensor:
        """Return pixel × weight for each weight of a filter, in its shape."""
        return self.arithmetic.products(self.patch(number, cell), self.layer.weights[number])

    def running_sums(self, number: int, cell: Pair) -> Tensor:
        """Return the sums of the first 1, 2, 3 … products of each channel, shape (channels, weights of a kernel)."""
        patch, weights = self.patch(number, cell), self.layer.weights[number]
        each = zip(patch, weights, strict=True)
        return np.array([self.arithmetic.running_sums(pixels, kernel) for pixels, kernel in each])

    def column(self, number: int, cell: Pair) -> Grid:
        """Return what the column addition shows: the sums of the first 1, 2, 3 … channels, at last with the bias."""
        parts, bias = self.arithmetic, self.layer.bias[number : number + 1]
        channels = parts.in_parts(self.running_sums(number, cell)[:, -1])
        return parts.in_ones(np.cumsum(np.concatenate((channels, parts.in_parts(bias)))) + 0.0)
