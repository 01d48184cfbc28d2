"""The digit reader as one would write it in numpy for this one network, to hold the program's own learning against.

Convolution 3 × 3 with padding 1, 4 filters, ReLU; max pooling 2 × 2; convolution 4 × 4, 10 filters, softmax and cross
entropy; SGD with momentum. It knows no other layers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

RATE, MOMENTUM, BATCH = 0.1, 0.9, 32


class PlainReader:
    """The reader: its four arrays of weights and biases, and their velocities."""

    def __init__(self, first: Array, first_bias: Array, last: Array, last_bias: Array) -> None:
        """Take weights (4, 1, 3, 3) and (10, 4, 4, 4), and their biases."""
        self.parameters = [first.reshape(4, 9).copy(), first_bias.copy(), last.reshape(10, 64).copy(), last_bias.copy()]
        self.velocities = [np.zeros_like(each) for each in self.parameters]

    def epoch(self, pixels: Array, kinds: NDArray[np.int64], order: NDArray[np.int64]) -> float:
        """Learn from all pictures, shape (pictures, 8, 8), in an order; return their mean loss."""
        total = 0.0
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            total += self.update(pixels[batch], kinds[batch]) * len(batch)
        return total / len(order)

    def update(self, pixels: Array, kinds: NDArray[np.int64]) -> float:
        """Learn from a batch, and return its mean loss."""
        first, first_bias, last, last_bias = self.parameters
        count, rows = len(pixels), np.arange(len(pixels))
        padded = np.zeros((count, 10, 10))
        padded[:, 1:9, 1:9] = pixels
        patches = sliding_window_view(padded, (3, 3), axis=(1, 2)).reshape(count * 64, 9)
        maps = np.maximum(patches @ first.T + first_bias, 0.0).reshape(count, 4, 2, 4, 2, 4)
        windows = maps.transpose(0, 5, 1, 3, 2, 4).reshape(count, 4, 4, 4, 4)  # picture, filter, row, column, place
        winners = windows.argmax(axis=4)[..., None]
        pooled = np.take_along_axis(windows, winners, axis=4).reshape(count, 64)
        sums = pooled @ last.T + last_bias
        powers = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares = powers / powers.sum(axis=1, keepdims=True)
        loss = float(-np.log(shares[rows, kinds]).mean())

        shares[rows, kinds] -= 1.0
        errors = shares / count
        back = np.zeros_like(windows)
        np.put_along_axis(back, winners, (errors @ last).reshape(count, 4, 4, 4, 1), axis=4)
        back *= windows > 0
        slopes = back.reshape(count, 4, 4, 4, 2, 2).transpose(0, 2, 4, 3, 5, 1).reshape(count * 64, 4)
        gradients = [slopes.T @ patches, slopes.sum(axis=0), errors.T @ pooled, errors.sum(axis=0)]
        for parameter, velocity, gradient in zip(self.parameters, self.velocities, gradients, strict=True):
            velocity *= MOMENTUM
            velocity += gradient
            parameter -= RATE * velocity
        return loss
