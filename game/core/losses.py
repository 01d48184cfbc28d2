"""How bad an output is, and which way it is wrong: losses, and their slopes behind the activation.

Every slope is a factor times what this calls delta: the error, where nothing stands between sum and output. So the
gradient of all that comes before is that factor times a sum of delta × what a delta's sum was made of.

Sources: as `learning`; for softmax and cross entropy together, Goodfellow et al., §6.2.2.3.
"""

from __future__ import annotations

import numpy as np

from .activations import ACTIVATIONS
from .learning import MEAN, SUM, Learning
from .tensors import Tensor


def factor_of(learning: Learning) -> float:
    """Return what gradients are multiplied by: 2 ÷ count of numbers, 2, or for cross entropy 1 ÷ count of places."""
    maps, rows, columns = learning.target.shape
    if learning.loss == SUM:
        return 2.0
    return 2.0 / float(maps * rows * columns) if learning.loss == MEAN else 1.0 / float(rows * columns)


def loss_of(learning: Learning, sums: Tensor, output: Tensor) -> float:
    """Return the loss of an output; sums: before its activation, of which the logarithm of a share is exact.

    It is infinite or not a number where the numbers have grown beyond all that is finite.
    """
    if not learning.is_squared:
        places = learning.target[0].size
        return float(-(learning.target * _logarithms_of_shares(sums)).sum() / places)
    squares = float(np.square(output - learning.target).sum())
    return squares if learning.loss == SUM else squares / output.size


def delta_of(learning: Learning, activation: str, sums: Tensor, output: Tensor) -> Tensor:
    """Return the slope of the loss against each sum, without `factor_of`; shape (maps, rows, columns)."""
    if not learning.is_squared:
        delta: Tensor = output * learning.target.sum(axis=0) - learning.target
        return delta
    return behind(activation, sums, output, output - learning.target)


def behind(activation: str, sums: Tensor, output: Tensor, slopes: Tensor) -> Tensor:
    """Return slopes against the sums, of slopes against what the activation makes of them."""
    if activation == "none":
        return slopes
    derivative = ACTIVATIONS[activation].derivative
    if derivative is None:  # softmax: a share grows at the cost of all others at its place
        delta: Tensor = output * (slopes - (slopes * output).sum(axis=0))
        return delta
    return slopes * derivative(sums)


def _logarithms_of_shares(sums: Tensor) -> Tensor:
    """Return the logarithm of what softmax makes of the sums, finite even where a share is too small to be one."""
    below = sums - sums.max(axis=0)
    logarithms: Tensor = below - np.log(np.exp(below).sum(axis=0))
    return logarithms
