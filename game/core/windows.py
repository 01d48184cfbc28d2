"""The windows of a pooling over an image, as a layer that walks.

They lie where the kernels of a depthwise convolution would whose weights are all 1: what a window covers, how often a
pixel is covered, which step makes which cell, follows as it does there. Only what is made of the covered pixels is
another thing: the largest of them, or their mean.
"""

from __future__ import annotations

import numpy as np

from .arithmetic import IN_ROW_ORDER, Arithmetic
from .grid import Grid, Pair, Shape, frozen
from .layers import Convolution
from .padding import Padding
from .pooling import Pooling, parts_of, pooled, window_sums
from .tensors import Tensor


class Nothing(Padding):
    """What stands around an image that is pooled: no pixel. Under max a number there would never win."""

    largest: bool = False

    @property
    def pair(self) -> Pair | None:
        """None: zeros do not stand there."""
        return None

    @property
    def fill(self) -> float:
        """What a window meets there: −∞, than which every pixel is larger, or a 0 that adds nothing."""
        return -np.inf if self.largest else 0.0


class Comparing(Arithmetic):
    """How the largest number is found: each one is compared with the largest before it."""

    def running_sums(self, pixels: Grid, weights: Grid) -> Grid:
        """Return the largest of the first 1, 2, 3 … numbers in row order; the last one is the output cell's value."""
        del weights
        return np.maximum.accumulate(pixels.ravel())


class Windows(Convolution, kw_only=True):
    """The windows of a pooling, `of`, over an image of a shape (channels, rows, columns).

    Its padding holds the rows and columns too that the last windows of ceil mode reach over the end.
    """

    of: Pooling
    shape: Shape

    def __init__(self, pooling: Pooling, shape: Shape) -> None:
        pooling.check(shape)
        size, window = shape[1:], pooling.window(shape[1:])
        weights = np.ones((shape[0], 1, *window))
        weights.flags.writeable = False
        axes, set_ = pooling.axes(size), pooling.padding
        below, right = (max(0, axis.end - len(axis.padded)) for axis in axes)
        padding = Nothing(set_.top, set_.bottom + below, set_.left, set_.right + right, largest=pooling.kind == "max")
        self.__dict__.update(
            weights=weights,
            bias=frozen(np.zeros(shape[0])),
            stride=(axes[0].stride, axes[1].stride),
            padding=padding,
            dilation=pooling.dilation,
            groups=shape[0],
            activation="none",
            of=pooling,
            shape=shape,
        )

    @property
    def pooling(self) -> Pooling:
        """The pooling itself."""
        return self.of

    @property
    def chosen_padding(self) -> Padding:
        """The padding as it was set."""
        return self.of.padding

    @property
    def settings(self) -> tuple[object, ...]:
        """All but single pixels."""
        return *super().settings, self.of

    def same_but_slide(self, other: Convolution) -> bool:
        """Say whether it is the same pooling over as many channels."""
        return isinstance(other, Windows) and self.settings == other.settings


def arithmetic_of_windows(image: Tensor, pooling: Pooling) -> Arithmetic:
    """Return how what a window meets is compared, or added."""
    if pooling.kind == "max":
        return Comparing()
    parts = parts_of(image, pooling.window((image.shape[1], image.shape[2])))
    return Arithmetic(parts, 1.0) if parts else IN_ROW_ORDER


def gathered(image: Tensor, pooling: Pooling) -> Tensor:
    """Return the sum of what each window meets, or the largest of it: shape (channels, rows, columns)."""
    return pooled(image, pooling) if pooling.kind == "max" else window_sums(image, pooling)
