"""Updates: one after the other, and when they cannot go on."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from game.core.descent import begun, steps, stopped, stopped_in_window, updated
from game.core.gradients import Objective
from game.core.layers import Convolution
from game.core.learning import Learning

from .learners import objective_at_random


def edges(rate: float = 0.03, momentum: float = 0.0) -> Objective:
    """Return what the textbook's kernel learns: to find the edges of six by eight pixels of 1, four columns 0.

    A. Zhang et al., "Dive into Deep Learning", §7.2.
    """
    image = np.ones((1, 6, 8))
    image[:, :, 2:6] = 0
    target = np.zeros((1, 6, 7))
    target[:, :, 1], target[:, :, 5] = 1, -1
    learning = Learning(target, "sum of squared errors", rate, momentum, False)
    return Objective(image, Convolution(np.zeros((1, 1, 1, 2))), learning)


def test_the_kernel_of_the_textbook_learns_to_find_edges() -> None:
    objective = edges()
    run = list(islice(steps(objective, begun(objective)), 60))
    losses = [round(loss, 3) for loss, _ in run[:6]]
    assert losses == [12, 4.915, 2.013, 0.825, 0.338, 0.138]
    np.testing.assert_allclose(run[-1][1].weights, [[[[1, -1]]]], atol=1e-9)
    assert run[-1][1].updates == 60


def test_a_bias_that_does_not_learn_stays() -> None:
    for learns in (True, False):
        objective = objective_at_random(np.random.default_rng(4), "none", bias=learns)
        now = begun(objective)
        after = updated(objective, now, objective.at(now.parameters))
        assert np.array_equal(after.bias, now.bias) is not learns
        assert not np.array_equal(after.weights, now.weights)


def test_an_update_leaves_the_state_before_as_it_was() -> None:
    objective = edges(momentum=0.9)
    now = begun(objective)
    after = updated(objective, now, objective.at(now.parameters))
    assert not now.weights.any()
    assert not now.velocity[0].any()
    with pytest.raises(ValueError, match="read-only"):
        after.weights[:] = 0
    with pytest.raises(ValueError, match="read-only"):
        after.velocity[0][:] = 0


def test_learning_stops_where_numbers_are_no_longer_finite() -> None:
    objective = edges(rate=1000)
    first, state = 12.0, begun(objective)
    for loss, after in islice(steps(objective, state), 400):
        if stopped(loss, after):
            break
        state = after
    assert stopped(loss, after) == stopped_in_window(first, loss, after) == "not finite"
    assert np.isfinite(state.weights).all()
    assert 20 < state.updates < 400


def test_in_the_window_it_stops_earlier() -> None:
    objective = edges(rate=0.2)
    after = begun(objective)
    assert stopped_in_window(12.0, 12.0, after) == ""
    assert stopped_in_window(12.0, 12_000.0, after) == ""
    assert stopped_in_window(12.0, 12_001.0, after) == "grew"
    assert stopped_in_window(0.5, 1_000.0, after) == ""
    assert stopped_in_window(0.5, 1_001.0, after) == "grew"
    large = after.changed(parameters=(np.array([[[[999.5, 0.0]]]]), after.bias))
    assert stopped_in_window(12.0, 12.0, large) == "out of range"
    assert stopped(12.0, large) == ""
