"""Going downhill: steps against the gradient, each a pure function from one state to the next.

Source: PyTorch, ``torch.optim.SGD``: velocity = momentum × velocity + gradient; new = old − rate × velocity.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal, Protocol, TypeAlias

import numpy as np

from ..value import Single
from .learning import Learning
from .limits import WEIGHT
from .links import Parameters
from .tensors import Tensor

Stopped: TypeAlias = Literal["not finite", "grew", "out of range", ""]
"""Why learning cannot go on; "" where it can."""
GROWN = 1000
"""So many times its beginning, or 1 if that is less, a loss may be in the window."""


class Descent(Single):
    """Where learning is after so many updates: the parameters, and the velocity of each, in its shape."""

    parameters: Parameters
    velocity: Parameters
    updates: int = 0

    @property
    def weights(self) -> Tensor:
        """The weights of the first layer that has any."""
        return self.parameters[0]

    @property
    def bias(self) -> Tensor:
        """The biases of the first layer that has any."""
        return self.parameters[1]

    @property
    def bytes(self) -> int:
        """How many bytes its numbers take, and nearly what keeps them."""
        return sum(each.nbytes + 128 for each in (*self.parameters, *self.velocity)) + 512


class Sloping(Protocol):
    """A loss at some parameters, and its gradients there."""

    @property
    def loss(self) -> float:
        """The loss."""
        ...

    @property
    def of_parameters(self) -> Parameters:
        """The gradient of each parameter."""
        ...


class Goal(Protocol):
    """What is to become less: `gradients.Objective`, or that of several layers."""

    @property
    def learning(self) -> Learning:
        """Loss, rate and momentum."""
        ...

    @property
    def parameters(self) -> Parameters:
        """Where learning begins."""
        ...

    @property
    def learns(self) -> tuple[bool, ...]:
        """Which of the parameters learn."""
        ...

    def at(self, parameters: Parameters) -> Sloping:
        """Return the loss there, and its gradients."""
        ...


def begun(goal: Goal) -> Descent:
    """Return the state before the first update: the goal's own parameters, at rest."""
    return Descent(goal.parameters, tuple(_still(np.zeros_like(each)) for each in goal.parameters))


def updated(goal: Goal, now: Descent, slopes: Sloping) -> Descent:
    """Return the state after one update along these gradients, which are those at the parameters of now."""
    rate, momentum = goal.learning.learning_rate, goal.learning.momentum
    parameters, velocity = list(now.parameters), list(now.velocity)
    with np.errstate(all="ignore"):  # who asks looks whether all is finite
        for place, (learns, gradient) in enumerate(zip(goal.learns, slopes.of_parameters, strict=True)):
            if learns:
                velocity[place] = _still(momentum * velocity[place] + gradient)
                parameters[place] = _still(parameters[place] - rate * velocity[place])
    return Descent(tuple(parameters), tuple(velocity), now.updates + 1)


def steps(goal: Goal, now: Descent) -> Iterator[tuple[float, Descent]]:
    """Go on without end: the loss before each update, and the state after it."""
    while True:
        slopes = goal.at(now.parameters)
        now = updated(goal, now, slopes)
        yield slopes.loss, now


def stopped(loss: float, now: Descent) -> Stopped:
    """Say whether a loss, or what came of its update, is no finite number any more."""
    finite = math.isfinite(loss) and all(np.isfinite(each).all() for each in now.parameters)
    return "" if finite else "not finite"


def stopped_in_window(start: float, loss: float, now: Descent) -> Stopped:
    """Say the same where a person looks on: there a loss may not be over 1,000 × the first, or 1 if that is less.

    Nor may a weight or bias be beyond ±999, which neither a scenario nor its file could hold.
    """
    if found := stopped(loss, now):
        return found
    if loss > GROWN * max(start, 1.0):
        return "grew"
    return "" if all(np.abs(each).max() <= WEIGHT.high for each in now.parameters) else "out of range"


def _still(
    array: Tensor,
) -> Tensor:
    """Let nobody write into an array any more."""
    array.flags.writeable = False
    return array
