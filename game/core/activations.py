"""What becomes of a sum: the activation functions, and how fast each of them grows.

Sources: PyTorch, ``torch.nn`` ("Non-linear Activations"); I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning"
(MIT Press, 2016), §4.1 (softmax without overflow) and §6.3.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..value import Single
from .grid import Grid

SLOPE = 0.1
"""Of the leaky ReLU below 0."""


class Activation(Single):
    """A function of each number of an array, and its derivative where the number is given.

    Softmax is one of all channels at a place, so it has no derivative of a single number: None.
    """

    function: Callable[[Grid], Grid]
    derivative: Callable[[Grid], Grid] | None


def _none(sums: Grid) -> Grid:
    return sums


def _relu(sums: Grid) -> Grid:
    return np.maximum(sums, 0.0)


def _leaky_relu(sums: Grid) -> Grid:
    return np.where(sums > 0, sums, SLOPE * sums)


def _sigmoid(sums: Grid) -> Grid:
    """Return 1 ÷ (1 + e⁻ˣ), from the side on which the power is at most 1: it cannot overflow."""
    power = np.exp(-np.abs(sums))
    return np.where(sums >= 0, 1.0, power) / (1.0 + power)


def _softmax(sums: Grid) -> Grid:
    """Return the share of each channel at its place: eˣ ÷ all channels' eˣ, the largest x taken off before."""
    powers = np.exp(sums - sums.max(axis=0))
    shares: Grid = powers / powers.sum(axis=0)
    return shares


def _ones(sums: Grid) -> Grid:
    return np.ones_like(sums)


def _of_relu(sums: Grid) -> Grid:
    return (sums > 0).astype(np.float64)  # several times as fast as a choice of two numbers


def _of_leaky_relu(sums: Grid) -> Grid:
    return np.where(sums > 0, 1.0, SLOPE)


def _of_sigmoid(sums: Grid) -> Grid:
    value = _sigmoid(sums)
    return value * (1.0 - value)


def _of_tanh(sums: Grid) -> Grid:
    return 1.0 - np.tanh(sums) ** 2


ACTIVATIONS: dict[str, Activation] = {
    "none": Activation(_none, _ones),
    "relu": Activation(_relu, _of_relu),
    "leaky relu": Activation(_leaky_relu, _of_leaky_relu),
    "sigmoid": Activation(_sigmoid, _of_sigmoid),
    "tanh": Activation(np.tanh, _of_tanh),
    "softmax": Activation(_softmax, None),
}
"""By their names in files, flags and window. The derivative of ReLU at 0 is 0, that of leaky ReLU its slope."""

OF_A_SUM = tuple(name for name, each in ACTIVATIONS.items() if each.derivative is not None)
"""Those of a single number; softmax needs all channels at a place."""
