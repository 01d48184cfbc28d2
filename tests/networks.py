"""Networks worth drawing, with weights of a fixed seed: a reader of digits, untrained, and one of four layers."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.core.chained import of_layers
from game.core.layers import Convolution
from game.core.padding import padding_of
from game.core.pooling import Pooling
from game.core.scenario import Scenario
from game.core.transposed import TransposedConvolution
from game.input.walk_intents import ToEnd
from game.session.reduce import reduce
from game.session.state import State
from tests.picture import state

SEVEN = np.zeros((8, 8))
SEVEN[1, 1:7] = 1.0
SEVEN[2, 5:7] = (0.5, 1.0)
SEVEN[3:7, 2:6] = np.eye(4)[::-1]
SEVEN[3:7, 1:5] += 0.5 * np.eye(4)[::-1]
SEVEN.flags.writeable = False


def _weights(seed: int, *shape: int) -> np.ndarray:
    return np.round(np.random.default_rng(seed).normal(0, 0.4, shape), 2)


def digit_reader(focus: int = 0) -> Scenario:
    """Return a network of 4 filters with ReLU, a max pooling, and 10 classes with softmax over an image of 8 × 8."""
    layers = (
        Convolution(_weights(3, 4, 1, 3, 3), padding=padding_of(1, 1), activation="relu"),
        Pooling("max", (2, 2), (2, 2)),
        Convolution(
            _weights(4, 10, 4, 4, 4), np.linspace(-0.5, 0.4, 10).round(1), activation="softmax", whole_image=True
        ),
    )
    return of_layers(Scenario(SEVEN, np.ones((1, 1))), layers, focus)


def four_layers(focus: int = 0) -> Scenario:
    """Return a network over a colour image of 12 × 12, of 6 and 16 maps, whose last layer has maps of shares."""
    layers = (
        Convolution(_weights(5, 6, 3, 3, 3), padding=padding_of(1, 1), activation="relu"),
        Pooling("average", (2, 2), (2, 2)),
        Convolution(_weights(6, 16, 6, 3, 3), activation="tanh"),
        Convolution(_weights(7, 3, 16, 1, 1), activation="softmax"),
    )
    colours = tuple(np.round(np.random.default_rng(8).random((3, 12, 12)), 2))
    return of_layers(Scenario(colours, np.ones((1, 3, 1, 1))), layers, focus)


def at_end(scenario: Scenario, **interface: Any) -> State:
    """Return a state at the end of the walk of the layer in focus."""
    return reduce(state(scenario, **interface), ToEnd())


def two_layers(focus: int = 0) -> Scenario:
    """Return a network of a blur and an edge, one map each, over an image of 8 × 8."""
    layers = (Convolution(np.full((1, 1, 2, 2), 0.25)), Convolution(np.array([[[[-1.0, 1.0]]]])))
    return of_layers(Scenario(SEVEN, np.ones((1, 1))), layers, focus)


def six_layers(focus: int = 0) -> Scenario:
    """Return a network of six layers of all operations over a large colour image, with 10 shares at its end."""
    layers = (
        Convolution(_weights(11, 6, 3, 3, 3), padding=padding_of(1, 1), activation="relu"),
        Pooling("max", (8, 8), (8, 8)),
        Convolution(_weights(12, 16, 6, 3, 3), padding=padding_of(1, 1), activation="leaky relu"),
        Pooling("average", (2, 2), (2, 2)),
        TransposedConvolution(_weights(13, 16, 4, 2, 2), stride=(2, 2), activation="tanh"),
        Convolution(_weights(14, 10, 4, 8, 8), activation="softmax"),
    )
    colours = tuple(np.round(np.random.default_rng(15).random((3, 64, 64)), 2))
    return of_layers(Scenario(colours, np.ones((1, 3, 1, 1))), layers, focus)
