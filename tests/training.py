"""What the tests of a network that learns share: a reader of digits, and time that passes while it learns."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.core.chained import of_layers
from game.core.layers import Convolution
from game.core.operations import Operation
from game.core.padding import padding_of
from game.core.pooling import Pooling
from game.core.scenario import Scenario
from game.files.digits import own_digits
from game.files.own_reader import reader_layers
from game.input.learn_intents import ToggleLearn
from game.input.window_intents import Tick
from game.learning.training import Training
from game.session.state import State
from game.session.training import Course
from tests.session.hands import after, fresh

FRAME = 1 / 60
UPDATES = 45
"""Of an epoch: 1,437 digits in batches of 32."""


def reader(focus: int = 0, layers: tuple[Operation, ...] | None = None) -> Scenario:
    """Return the shipped digit reader over one of the digits, or other layers."""
    image = Scenario(own_digits().pixels[7], np.ones((1, 1)))
    return of_layers(image, reader_layers() if layers is None else layers, focus)


@lru_cache(maxsize=1)
def varied() -> Scenario:
    """Return what a student may have made of the reader: two filters of 5 × 5, tanh, an average of 4 × 4."""
    looking = Convolution(np.full((2, 1, 5, 5), 0.1), padding=padding_of(2, 2), activation="tanh")
    telling = Convolution(np.zeros((10, 2, 2, 2)), activation="softmax")
    return reader(0, (looking, Pooling("average", (4, 4), (4, 4)), telling))


def learning(scenario: Scenario | None = None) -> State:
    """Return the state with the section open in which a network learns."""
    return after(fresh(reader() if scenario is None else scenario), ToggleLearn())


def passed(state: State, frames: int, apart: float = FRAME) -> State:
    """Return the state so many pictures later."""
    for _ in range(frames):
        state = after(state, Tick(apart))
    return state


def course(state: State) -> Course:
    """Return what was learned."""
    assert state.train.course is not None
    return state.train.course


def training(state: State) -> Training:
    """Return where learning is."""
    return course(state).training
