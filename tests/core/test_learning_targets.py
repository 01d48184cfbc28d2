"""Targets: hidden kernels, named ones, and maps that are painted."""

from __future__ import annotations

import math

import numpy as np
import pytest

from game.core.convolution import output_map
from game.core.descent_history import started
from game.core.errors import DoesNotApply, OutOfRange
from game.core.gradients import objective_of
from game.core.learning import Learning
from game.core.learning_targets import (
    HIDDEN,
    SAFE,
    following,
    good_rate,
    hidden_target,
    hidden_weights,
    named_target,
    painted_target,
    target_name,
    with_target,
)
from game.core.scenario import Scenario, startup

from ..layers import layer


def single() -> Scenario:
    return startup().changed(stride=(1, 1), padding=(0, 0))


def test_a_hidden_kernel_has_small_whole_numbers_and_is_the_same_for_ever() -> None:
    scenario = single()
    for seed in range(50):
        weights = hidden_weights(scenario, seed)
        assert weights.shape == scenario.layer.weights.shape
        assert set(np.unique(weights)) <= {-2, -1, 0, 1, 2}
        assert np.array_equal(weights, hidden_weights(scenario, seed))
    np.testing.assert_array_equal(hidden_weights(scenario, 1), [[[[2, 0, -2], [2, 0, 0], [-1, 2, 0]]]])


def test_no_hidden_filter_is_all_zeros() -> None:
    many = layer(1, 16, (3, 3), (1, 1))
    assert all(hidden_weights(many, seed).any(axis=(1, 2, 3)).all() for seed in range(20))


def test_a_hidden_target_can_be_learned_exactly() -> None:
    scenario = with_target(single(), hidden_target(single(), 7))
    objective = objective_of(scenario)
    assert objective is not None
    history = started(objective).further(6000)
    assert history.losses[-1] < 1e-6 < history.losses[0]
    np.testing.assert_allclose(history.newest.weights, hidden_weights(scenario, 7), atol=0.01)


def test_the_map_of_a_kernel_is_what_the_walk_makes_with_it() -> None:
    scenario = layer(2, 2, (6, 6), padding=(1, 1))
    target = hidden_target(scenario)
    other = scenario.changed(kernel=hidden_weights(scenario))
    for number in range(2):
        np.testing.assert_allclose(target[number], output_map(other.at(0, number)), atol=1e-12)


def test_the_name_of_a_target_is_found_by_its_numbers() -> None:
    scenario = single()
    assert target_name(scenario) == ""
    assert target_name(with_target(scenario, hidden_target(scenario))) == HIDDEN
    assert target_name(with_target(scenario, named_target(scenario, "sobel right"))) == "sobel right"
    assert target_name(with_target(scenario, hidden_target(scenario) + 1)) == ""
    with pytest.raises(DoesNotApply):
        named_target(scenario.changed(kernel=np.zeros((2, 2))), "sobel right")


def test_a_target_follows_the_image_as_long_as_it_is_the_map_of_a_kernel() -> None:
    scenario = single()
    for target in (hidden_target(scenario), named_target(scenario, "sharpen")):
        before = with_target(scenario, target)
        edit = before.painted([(2, 2)], 0.5)
        assert edit is not None
        assert target_name(edit.scenario) == ""
        after = following(before, edit.scenario)
        assert target_name(after) == target_name(before) != ""
    painted = with_target(scenario, hidden_target(scenario) + 1)
    edit = painted.painted([(2, 2)], 0.5)
    assert edit is not None
    assert following(painted, edit.scenario) is edit.scenario
    smaller = painted.changed(kernel=np.ones((2, 2)))
    assert following(painted, smaller) is smaller


def test_painting_changes_cells_of_one_map() -> None:
    learning = Learning(np.zeros((2, 2, 3)))
    found = painted_target(learning, 1, [(0, 0), (1, 2), (5, 5), (-1, 0)], 4)
    assert found is not None
    np.testing.assert_array_equal(found.target, [[[0, 0, 0], [0, 0, 0]], [[4, 0, 0], [0, 0, 4]]])
    assert painted_target(found, 1, [(0, 0)], 4) is None
    assert painted_target(found, 1, [(9, 9)], 4) is None
    with pytest.raises(OutOfRange):
        painted_target(learning, 0, [(0, 0)], 1000)


def test_painted_shares_still_make_one_together() -> None:
    target = np.array([0.5, 0.25, 0.25])[:, None, None]
    learning = Learning(target, "cross entropy")
    found = painted_target(learning, 0, [(0, 0)], 0.2)
    assert found is not None
    np.testing.assert_allclose(found.target[:, 0, 0], [0.2, 0.4, 0.4])
    whole = painted_target(learning, 2, [(0, 0)], 1)
    assert whole is not None
    back = painted_target(whole, 2, [(0, 0)], 0)
    assert back is not None
    np.testing.assert_allclose(back.target[:, 0, 0], [0.5, 0.5, 0])
    with pytest.raises(OutOfRange):
        painted_target(learning, 0, [(0, 0)], 1.5)


def test_a_first_target_brings_a_rate_that_learns() -> None:
    scenario = with_target(single(), hidden_target(single()))
    assert scenario.learning is not None
    again = with_target(scenario.changed(learning=scenario.learning.changed(momentum=0.5)), hidden_target(scenario, 3))
    assert again.learning is not None
    assert again.learning.momentum == 0.5
    objective = objective_of(scenario)
    assert objective is not None
    history = started(objective).further(100)
    assert history.losses[-1] < history.losses[0] / 5
    assert not history.stopped


@pytest.mark.parametrize(
    ("limit", "rate"), [(0.82, 0.5), (None, 0.1), (3, 2), (0.0145, 0.01), (1e9, 10), (1e-20, 1e-11), (0.3, 0.2)]
)
def test_a_good_rate_is_a_round_number_below_the_limit(limit: float | None, rate: float) -> None:
    assert good_rate(limit) == rate


def test_a_good_rate_is_found_also_just_below_a_power_of_ten() -> None:
    """Its logarithm may be rounded up to the next whole number."""
    for power in range(-10, 1):
        below = math.nextafter(10.0**power, 0) / SAFE
        assert 0 < good_rate(below) <= SAFE * below * (1 + 1e-9)
