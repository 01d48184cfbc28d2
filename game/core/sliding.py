"""Kernels on padded channels as what they are to each factor: a linear map, and the same read backwards.

Tap by tap, that is weight by weight of all kernels at once: each meets a pixel for each cell, a block of them with the
stride between. Sums of products of matrices, in whatever order is fastest.

Source: V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning", arXiv:1603.07285, §2 and §4.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from ..value import Value
from .axes import Axis
from .grid import Pair
from .tensors import Filters, Tensor

if TYPE_CHECKING:
    from numpy.typing import NDArray


Met: TypeAlias = tuple[tuple[Pair, Tensor], ...]
"""Each weight's (row, column), and the pixels that it meets."""
MOST_KEPT = 1 << 19
"""Numbers of these that are kept at most: 4 MiB."""


class Sliding(Value):
    """How kernels lie on padded channels: (rows, columns) of each; `outputs`: of the map."""

    kernel_size: Pair
    stride: Pair
    dilation: Pair
    outputs: Pair
    groups: int = 1

    def taps(self) -> Iterator[tuple[Pair, tuple[slice, slice, slice]]]:
        """Return each weight's (row, column), and which pixels of all channels it meets: one for each cell."""
        (rows, columns), (down, across), (step_down, step_right) = self.kernel_size, self.stride, self.dilation
        last_row, last_column = (self.outputs[0] - 1) * down, (self.outputs[1] - 1) * across
        for row in range(rows):
            top = row * step_down
            for column in range(columns):
                left = column * step_right
                met = slice(top, top + last_row + 1, down), slice(left, left + last_column + 1, across)
                yield (row, column), (slice(None), *met)

    def met(self, padded: Tensor) -> Iterator[tuple[Pair, Tensor]]:
        """Return each weight's (row, column), and its pixels, shape (groups, channels of a group, cells).

        Whoever slides over the same image again and again may keep them (`kept`): gathering takes half of the time.
        """
        cells = self.outputs[0] * self.outputs[1]
        return ((at, padded[met].reshape(self.groups, -1, cells)) for at, met in self.taps())

    def kept(self, padded: Tensor) -> Met | None:
        """Return the same to be kept; None where that is more than `MOST_KEPT` numbers."""
        count = len(padded) * self.kernel_size[0] * self.kernel_size[1] * self.outputs[0] * self.outputs[1]
        return tuple(self.met(padded)) if count <= MOST_KEPT else None

    def sums(self, padded: Tensor, weights: Filters, met: Met | None = None) -> Tensor:
        """Return the sum of pixel × weight for each cell, shape (filters, rows, columns); met: as `kept`."""
        parts = self._in_groups(weights)
        found = np.zeros((self.groups, parts.shape[1], self.outputs[0] * self.outputs[1]))
        for (row, column), pixels in met or self.met(padded):
            found += parts[..., row, column] @ pixels
        return found.reshape(-1, *self.outputs)

    def weight_slopes(self, padded: Tensor, delta: Tensor, met: Met | None = None) -> Filters:
        """Return the sum of delta × pixel over all cells for each weight, in the shape of weights.

        delta: one for each cell of each map, shape (filters, rows, columns). met: as `kept`.
        """
        parts = delta.reshape(self.groups, -1, delta[0].size)
        found = np.empty((len(delta), len(padded) // self.groups, *self.kernel_size))
        for (row, column), pixels in met or self.met(padded):
            found[..., row, column] = (parts @ pixels.swapaxes(1, 2)).reshape(len(delta), -1)
        return found

    def pixel_slopes(self, weights: Filters, delta: Tensor, size: Pair) -> Tensor:
        """Return the sum of delta × weight for each padded pixel: what the stamps of all deltas add up to there.

        size: (rows, columns) of the padded channels, and of what is returned for each of them.
        """
        parts = self._in_groups(weights).swapaxes(1, 2)
        deltas = delta.reshape(self.groups, -1, delta[0].size)
        found = np.zeros((self.groups * parts.shape[1], *size))
        for (row, column), met in self.taps():
            found[met] += (parts[..., row, column] @ deltas).reshape(-1, *self.outputs)
        return found

    def _in_groups(self, weights: Filters) -> Filters:
        """Return the weights, shape (groups, filters of a group, channels of a group, rows, columns)."""
        return weights.reshape(self.groups, -1, *weights.shape[1:])


def folded(padded: Tensor, rows: Axis, columns: Axis) -> Tensor:
    """Return what belongs to each pixel of what belongs to the places of the padded channels, wherever it is repeated.

    padded: shape (channels, padded rows, padded columns). What belongs to a constant in the padding is nobody's.
    """
    found: Tensor = _onto(rows).T @ padded @ _onto(columns)
    return found


def _onto(axis: Axis) -> NDArray[np.float64]:
    """Return 1 where a place of the padded source repeats one of the source, shape (padded places, places), else 0."""
    places = np.arange(axis.length)
    return np.equal.outer(axis.padded, places).astype(np.float64)  # NOTHING is none of them
