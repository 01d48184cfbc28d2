"""Gradients held against PyTorch, and against the differences that small changes make."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from game.core import sliding
from game.core.descent import begun, updated
from game.core.gradients import Objective
from game.core.layers import ACTIVATION_NAMES, Convolution
from game.core.learning import Learning
from game.core.tensors import Tensor
from game.core.traced import Traced

from .learners import TRACES, loss_by_definition, objective_at_random, objective_of_trace

STEP = 1e-5


def assert_near(found: Any, expected: Any, within: float) -> None:
    """Hold numbers against others, within a share of the largest of them or of 1."""
    wanted = np.array(expected)
    assert np.shape(found) == wanted.shape
    np.testing.assert_allclose(found, wanted, rtol=0, atol=within * max(1.0, float(np.abs(wanted).max())))


@pytest.mark.parametrize("number", range(len(TRACES)))
def test_every_update_is_that_of_pytorch(number: int) -> None:
    trace = TRACES[number]
    objective = objective_of_trace(trace)
    now = begun(objective)
    for update in trace["updates"]:
        slopes = objective.at(now.parameters)
        now = updated(objective, now, slopes)
        assert_near(slopes.loss, update["loss"], 1e-9)
        assert_near(slopes.weights, update["gradient_of_weights"], 1e-9)
        assert_near(slopes.bias, update["gradient_of_bias"], 1e-9)
        assert_near(slopes.image, update["gradient_of_input"], 1e-9)
        assert_near(now.weights, update["weights"], 1e-9)
        assert_near(now.bias, update["bias"], 1e-9)


def test_the_traces_have_every_loss_and_activation() -> None:
    assert len(TRACES) == 40
    assert {trace["loss"] for trace in TRACES} == {"mean squared error", "sum of squared errors", "cross entropy"}
    assert {trace["activation"] for trace in TRACES} >= {"none", "relu", "sigmoid", "tanh", "softmax"}
    assert {trace["groups"] for trace in TRACES} == {1, 2}
    assert {trace["momentum"] for trace in TRACES} == {0.0, 0.9}
    assert sum(trace["updates"][-1]["loss"] > 1000 for trace in TRACES) == 3


def differences(function: Callable[[Tensor], float], values: Tensor) -> Tensor:
    """Return how a function changes with each number: central differences."""
    found = np.empty_like(values)
    for place in np.ndindex(values.shape):
        changed = np.array(values)
        changed[place] += STEP
        more = function(changed)
        changed[place] -= 2 * STEP
        found[place] = (more - function(changed)) / (2 * STEP)
    return found


def loss_at(objective: Objective, image: Tensor, weights: Tensor, bias: Tensor) -> float:
    """Return the loss by the sums that the walk shows."""
    of = objective.layer
    layer = Convolution(weights, bias, of.stride, of.padding, of.dilation, of.groups, of.activation)
    return loss_by_definition(objective.learning, layer.activation, Traced(image, layer).sums)


@pytest.mark.parametrize("activation", ACTIVATION_NAMES)
@pytest.mark.parametrize("seed", range(4))
def test_gradients_are_what_small_changes_make(seed: int, activation: str) -> None:
    objective = objective_at_random(np.random.default_rng(seed), activation)
    (weights, bias), image = objective.parameters, objective.image
    slopes = objective.at(objective.parameters)
    assert slopes.loss == pytest.approx(loss_at(objective, image, weights, bias), rel=1e-12)
    cases = (
        (slopes.weights, differences(lambda values: loss_at(objective, image, values, bias), weights)),
        (slopes.bias, differences(lambda values: loss_at(objective, image, weights, values), bias)),
        (slopes.image, differences(lambda values: loss_at(objective, values, weights, bias), image)),
    )
    for found, expected in cases:
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-6 * float(np.abs(found).max()))


def test_the_sums_are_those_of_the_walk() -> None:
    for seed in range(30):
        objective = objective_at_random(np.random.default_rng(seed))
        traced = Traced(objective.image, objective.layer)
        slopes = objective.at(objective.parameters)
        np.testing.assert_allclose(slopes.sums, traced.sums, rtol=0, atol=1e-12)
        np.testing.assert_allclose(slopes.output, traced.maps, rtol=0, atol=1e-12)
        np.testing.assert_array_equal(slopes.error, slopes.output - objective.learning.target)


def test_a_gradient_is_the_factor_times_what_belongs_to_delta() -> None:
    objective = objective_at_random(np.random.default_rng(3), "none", loss="mean squared error")
    slopes = objective.at(objective.parameters)
    assert objective.factor == 2 / slopes.output.size
    np.testing.assert_array_equal(slopes.delta, slopes.error)
    np.testing.assert_allclose(slopes.bias, objective.factor * slopes.error.sum(axis=(1, 2)), rtol=1e-12)


def test_shares_of_few_decimals_have_the_slopes_of_their_own_loss() -> None:
    random = np.random.default_rng(6)
    target = np.array([0.33, 0.33, 0.33])[:, None, None] * np.ones((1, 2, 2))
    layer = Convolution(random.normal(size=(3, 1, 2, 2)), activation="softmax")
    objective = Objective(random.random((1, 3, 3)), layer, Learning(target, "cross entropy"))
    weights, bias = objective.parameters
    found = objective.at(objective.parameters).weights
    expected = differences(lambda values: loss_at(objective, objective.image, values, bias), weights)
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-6 * float(np.abs(found).max()))


def test_cross_entropy_is_finite_where_a_share_is_too_small_to_be_one() -> None:
    trace = next(trace for trace in TRACES if trace["loss"] == "cross entropy")
    objective = objective_of_trace(trace)
    weights, bias = objective.parameters
    far = objective.at((weights * 0, bias * 0 + np.arange(len(bias)) * 2000.0))
    assert far.output.min() == 0
    assert 0 < far.loss < 1e5


@pytest.mark.parametrize("seed", range(6))
def test_pixels_that_are_kept_for_all_updates_make_the_very_same_gradients(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(most: int) -> list[bytes]:
        monkeypatch.setattr(sliding, "MOST_KEPT", most)
        objective = objective_at_random(np.random.default_rng(seed))
        assert (objective.met is None) == (not most)
        slopes = objective.at(objective.parameters)
        return [np.asarray(each).tobytes() for each in (slopes.sums, slopes.weights, slopes.loss)]

    assert found(0) == found(1 << 19)
