"""What each kind of layer does to an image, and what comes back through it: slopes of its parameters and of its image.

Source: I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning" (MIT Press, 2016), §6.5 and §9.5; of two equal pixels
that win in max pooling the first in reading order takes all, as in PyTorch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from ..value import Single
from .axes import Axis
from .grid import Pair, Shape
from .layers import Convolution
from .operations import Operation
from .padding import NOTHING, padded
from .pooling import Pooling
from .sliding import Sliding, folded
from .tensors import Filters, Tensor
from .transposed import TransposedConvolution

if TYPE_CHECKING:
    from numpy.typing import NDArray

Parameters = tuple[Tensor, ...]
"""Weights and biases: of one layer these two, of several those of each in their order; none of a pooling."""


class Link(Protocol):
    """A layer over images of one size; its settings alone are in it, parameters are given."""

    def sums(self, image: Tensor, parameters: Parameters) -> Tensor:
        """Return what it makes of an image, before the activation."""

    def slopes(self, image: Tensor, parameters: Parameters, delta: Tensor) -> tuple[Parameters, Tensor]:
        """Return the slopes of parameters and image, of those of the sums; what the image was must be given, too."""


class ConvolutionLink(Single):
    """A convolution."""

    layer: Convolution
    axes: tuple[Axis, Axis]
    sliding: Sliding

    def sums(self, image: Tensor, parameters: Parameters) -> Tensor:
        """Return the sum of each cell, its bias included."""
        weights, bias = parameters
        return self.sliding.sums(padded(image, self.layer.padding), weights) + bias[:, None, None]

    def slopes(self, image: Tensor, parameters: Parameters, delta: Tensor) -> tuple[Parameters, Tensor]:
        """Return the slopes of weights and biases, and of the image."""
        around = padded(image, self.layer.padding)
        back = self.sliding.pixel_slopes(parameters[0], delta, (around.shape[1], around.shape[2]))
        own = self.sliding.weight_slopes(around, delta), delta.sum(axis=(1, 2))
        return own, folded(back, *self.axes)


class TransposedLink(Single):
    """A transposed convolution: a convolution of its map, read backwards."""

    layer: TransposedConvolution
    whole: Pair
    sliding: Sliding

    def sums(self, image: Tensor, parameters: Parameters) -> Tensor:
        """Return what the stamps add up to in each cell, its bias included."""
        weights, bias = parameters
        rows, columns = self._kept
        return self.sliding.pixel_slopes(weights, image, self.whole)[:, rows, columns] + bias[:, None, None]

    def slopes(self, image: Tensor, parameters: Parameters, delta: Tensor) -> tuple[Parameters, Tensor]:
        """Return the slopes of weights and biases, and of the image."""
        rows, columns = self._kept
        whole = np.zeros((len(delta), *self.whole))
        whole[:, rows, columns] = delta
        own: tuple[Filters, Tensor] = self.sliding.weight_slopes(whole, image), delta.sum(axis=(1, 2))
        return own, self.sliding.sums(whole, parameters[0])

    @property
    def _kept(self) -> tuple[slice, slice]:
        """The rows and columns of the whole map that are not cut off."""
        (top, bottom), (left, right) = self.layer.padding.sides
        return slice(top, self.whole[0] - bottom), slice(left, self.whole[1] - right)


class AverageLink(Single):
    """Average pooling: how often each row, and each column, is read for each output, and by what a cell is divided."""

    down: NDArray[np.float64]
    across: NDArray[np.float64]
    counts: NDArray[np.float64]

    def sums(self, image: Tensor, parameters: Parameters) -> Tensor:
        """Return the averages."""
        del parameters
        averages: Tensor = self.down @ image @ self.across.T / self.counts
        return averages

    def slopes(self, image: Tensor, parameters: Parameters, delta: Tensor) -> tuple[Parameters, Tensor]:
        """Return the slopes of the image: each cell gives all its pixels the same share."""
        del image, parameters
        back: Tensor = self.down.T @ (delta / self.counts) @ self.across
        return (), back


class MaxLink(Single):
    """Max pooling."""

    axes: tuple[Axis, Axis]

    def sums(self, image: Tensor, parameters: Parameters) -> Tensor:
        """Return the largest pixel of each window."""
        del parameters
        channels = np.arange(len(image))[:, None, None]
        largest: Tensor = image[channels, *self._winners(image)]
        return largest

    def slopes(self, image: Tensor, parameters: Parameters, delta: Tensor) -> tuple[Parameters, Tensor]:
        """Return the slopes of the image: each cell gives all to the pixel that has won it."""
        del parameters
        back, channels = np.zeros_like(image), np.arange(len(image))[:, None, None]
        np.add.at(back, (channels, *self._winners(image)), delta)
        return (), back

    def _winners(self, image: Tensor) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return row and column of the pixel that wins each cell, shape (channels, rows, columns) of the output."""
        rows, columns = self.axes
        shape = len(image), rows.outputs, columns.outputs
        best, won = np.full(shape, -np.inf), np.zeros((2, *shape), np.int64)
        for down in rows.taps.T:
            for across in columns.taps.T:
                there = (down != NOTHING)[:, None] & (across != NOTHING)
                found = np.where(there, image[:, down[:, None], across], -np.inf)
                better = found > best
                best = np.where(better, found, best)
                places = np.broadcast_arrays(down[:, None], across)
                won = np.where(better, np.stack(places)[:, None], won)
        return won[0], won[1]


def link_of(layer: Operation, shape: Shape) -> Link:
    """Return a layer over images of a shape. Raises the errors of its `check`."""
    layer.check(shape)
    size = shape[1], shape[2]
    if isinstance(layer, TransposedConvolution):
        sliding = Sliding(layer.kernel_size, layer.stride, layer.dilation, size, layer.groups)
        return TransposedLink(layer, layer.whole_size(size), sliding)
    rows, columns = layer.axes(size)
    if isinstance(layer, Pooling):
        if layer.kind == "max":
            return MaxLink((rows, columns))
        return AverageLink(_reads(rows), _reads(columns), layer.counts(size))
    outputs = rows.outputs, columns.outputs
    return ConvolutionLink(
        layer, (rows, columns), Sliding(layer.kernel_size, layer.stride, layer.dilation, outputs, layer.groups)
    )


def _reads(axis: Axis) -> NDArray[np.float64]:
    """Return how often each place of an axis is read for each output, shape (outputs, places)."""
    reads = np.equal.outer(axis.taps, np.arange(axis.length)).sum(axis=1)
    return np.asarray(reads, np.float64)
