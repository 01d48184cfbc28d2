"""Layers worth drawing: several channels and filters, at every size that there is."""

from __future__ import annotations

import numpy as np

from game.core.scenario import Scenario

RED = (
    (0, 0, 1, 2, 1, 0),
    (1, 0, 3, 1, 2, 3),
    (0, 2, 1, 0, 3, 3),
    (2, 1, 0, 0, 3, 2),
    (1, 0, 1, 3, 3, 1),
    (0, 1, 2, 3, 2, 0),
)
GREEN = (
    (2, 1, 0, 0, 1, 2),
    (1, 0, 0, 2, 3, 1),
    (0, 0, 2, 3, 2, 0),
    (0, 1, 3, 2, 0, 0),
    (1, 3, 2, 0, 0, 1),
    (3, 2, 0, 0, 1, 3),
)
BLUE = (
    (1, 0, 0, 1, 2, 3),
    (0, 1, 1, 2, 2, 2),
    (0, 0, 2, 2, 3, 1),
    (1, 2, 2, 3, 2, 0),
    (2, 2, 3, 1, 0, 0),
    (3, 3, 2, 1, 0, 1),
)
"""Three small channels, as the design's pictures have them nearly."""


def three_channels(activation: str = "relu") -> Scenario:
    """Return three channels of small integers under four filters of 2 × 2, of which the second is the design's."""
    rng = np.random.default_rng(5)
    weights = rng.integers(-1, 3, (4, 3, 2, 2)).astype(float)
    weights[1] = [[[1, -1], [2, -1]], [[0, 1], [-1, 1]], [[-1, 0], [1, 1]]]
    channels = np.array((RED, GREEN, BLUE), dtype=np.float64)
    return Scenario(
        channels,
        weights,
        white=3.0,
        name="Three small channels",
        bias=np.array([0.0, 1.0, -2.0, 1.0]),
        activation=activation,
    )


def layer(
    channels: int,
    filters: int,
    size: tuple[int, int] = (8, 8),
    kernel: tuple[int, int] = (3, 3),
    groups: int = 1,
    whole: bool = True,
    activation: str = "relu",
    padding: tuple[int, int] = (0, 0),
) -> Scenario:
    """Return so many channels and filters of random numbers, whole or with two decimals."""
    rng = np.random.default_rng(channels * 100 + filters)
    image = rng.integers(0, 4, (channels, *size)).astype(float) if whole else rng.random((channels, *size)).round(2)
    shape = filters, channels // groups, *kernel
    weights = rng.integers(-1, 3, shape).astype(float) if whole else rng.normal(size=shape).round(2)
    bias = rng.integers(-2, 3, filters).astype(float)
    return Scenario(
        image,
        weights,
        white=3.0 if whole else 1.0,
        padding=padding,
        name=f"{channels} channels, {filters} filters",
        bias=bias,
        groups=groups,
        activation=activation,
    )
