"""What a kernel is to learn: the map of a hidden kernel, of a named one, or a map that is painted.

A target is its numbers; of which kernel it is the map is remembered beside it, or found again by them.
"""

from __future__ import annotations

import numpy as np

from ....core import learning_targets as core
from ....core.errors import ConvolutionError
from ....core.kernels import NAMES, RANDOM, reason_against
from ....core.learning_limits import rate_limit
from ....core.learning_targets import good_rate, hidden_target
from ....core.named import weights_called
from ....core.scenario import Scenario
from ....core.tensors import Tensor
from ...learning import goal_of
from ...state import State

HIDDEN, PAINTED = core.HIDDEN, "painted"
"""Names of targets beside those of kernels: the map of a hidden one, and one that is painted."""
MOST_TARGETS = 20
"""Targets of which it is remembered what they are the maps of."""

Known = tuple[tuple[Tensor, str, bool], ...]
"""Targets, the names of their kernels, and whether the name is told."""


def hidden_name(scenario: Scenario, rolled: int) -> str:
    """Return a kernel that nobody is told, another each time, never the present one; or `HIDDEN`, that of the seed.

    The seed's has no name; there is no other where no kernel by name makes sense in this size.
    """
    filters, seen, *size = scenario.layer.weights.shape
    fitting = (name for name in NAMES if name not in RANDOM and reason_against(name, scenario.kernel_size) is None)
    others = [
        name
        for name in fitting
        if not np.array_equal(weights_called(name, (filters, seen), (size[0], size[1]), 1), scenario.layer.weights)
    ]
    return others[(scenario.seed * 7 + rolled * 5 + 3) % len(others)] if others else HIDDEN


def target_of(scenario: Scenario, name: str) -> Tensor:
    """Return the target of a name; an empty map where one is to be painted. Raises the errors of `core`."""
    if name == PAINTED:
        return np.zeros((scenario.layer.filters, *scenario.output_size))
    return hidden_target(scenario) if name == HIDDEN else core.named_target(scenario, name)


def at_good_rate(scenario: Scenario) -> Scenario:
    """Return the scenario with a rate at which learning is quick and does not diverge, as far as that is known."""
    learning = goal_of(scenario).learning
    rate = good_rate(rate_limit(goal_of(scenario)))
    return scenario.changed(learning=learning.changed(learning_rate=rate))


def called(state: State, target: Tensor) -> tuple[str, bool] | None:
    """Return of which kernel, or how, a target was made, and whether that is told; None of one that nobody knows."""
    found = (known for known in reversed(state.learn.targets) if np.array_equal(known[0], target))
    known = next(found, None)
    return None if known is None else known[1:]


def remembered(state: State, target: Tensor, name: str, told: bool) -> Known:
    """Return what is remembered of targets, with one more, or this one anew."""
    others = tuple(each for each in state.learn.targets if not np.array_equal(each[0], target))
    return (*others, (target, name, told))[-MOST_TARGETS:]


def recognised(state: State) -> Known:
    """Return what is remembered of targets, with that of the scenario, if it is the map of a kernel that is known.

    A file says nothing of it, so its name is not told.
    """
    learning = state.scenario.learning
    if learning is None or called(state, learning.target) is not None:
        return state.learn.targets
    name = core.target_name(state.scenario)
    return remembered(state, learning.target, name, told=False) if name else state.learn.targets


def following(state: State) -> Scenario | None:
    """Return the scenario with the map of the same kernel over another image; None where the target may stay."""
    scenario = state.scenario
    learning = scenario.learning
    known = None if learning is None else called(state, learning.target)
    if learning is None or known is None or known[0] == PAINTED:
        return None
    try:
        target = target_of(scenario, known[0])
    except ConvolutionError:  # there is no kernel of that name in this size
        return None
    return None if np.array_equal(target, learning.target) else core.with_target(scenario, target).at(0, 0)
