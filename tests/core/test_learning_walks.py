"""Gradients as lists of products and as walks, held against the gradients themselves."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.gradients import Gradients, Objective
from game.core.layers import Convolution
from game.core.learning import Learning
from game.core.learning_walks import image_walk, terms_of, weights_walk
from game.core.operations import maps_of
from game.core.padding import Padding
from game.core.scenario import Scenario
from game.core.tensors import Tensor

from .learners import objective_at_random


def slopes_of(seed: int) -> Gradients:
    objective = objective_at_random(np.random.default_rng(seed))
    return objective.at(objective.parameters)


def maps(scenario: Scenario) -> Tensor:
    return maps_of(scenario.tensor, scenario.layer)


@pytest.mark.parametrize("seed", range(20))
def test_a_weights_gradient_is_the_sum_of_its_terms(seed: int) -> None:
    slopes = slopes_of(seed)
    for number, channel, row, column in np.ndindex(slopes.weights.shape):
        terms = terms_of(slopes, number, channel, (row, column))
        assert terms.products.shape == slopes.output.shape[1:]
        np.testing.assert_array_equal(terms.products, terms.delta * terms.pixels)
        assert terms.gradient == pytest.approx(slopes.weights[number, channel, row, column], rel=1e-9, abs=1e-12)
        assert terms.gradient == terms.factor * terms.total


@pytest.mark.parametrize("seed", range(60))
def test_the_gradient_of_weights_is_the_error_map_walking_over_the_image(seed: int) -> None:
    slopes = slopes_of(seed)
    for number in range(len(slopes.weights)):
        walk = weights_walk(slopes, number)
        assert walk is not None
        found = walk.factor * maps(walk.scenario)
        np.testing.assert_allclose(found, slopes.weights[number], rtol=1e-9, atol=1e-12)
        assert walk.apart == walk.scenario.layer.dilation == slopes.objective.layer.stride
        assert walk.scenario.layer.stride == slopes.objective.layer.dilation
        seen = slopes.objective.layer.channels_of(number)
        if not walk.padded:
            np.testing.assert_array_equal(walk.scenario.tensor, slopes.objective.image[seen.start : seen.stop])


@pytest.mark.parametrize("seed", range(60))
def test_the_gradient_of_the_image_is_the_error_map_stamped(seed: int) -> None:
    slopes = slopes_of(seed)
    walk = image_walk(slopes)
    if slopes.objective.layer.padding.repeats:
        assert walk is None
        return
    assert walk is not None
    assert walk.scenario.layer.is_transposed
    np.testing.assert_array_equal(np.array(walk.scenario.pixels), slopes.delta)
    np.testing.assert_allclose(walk.factor * maps(walk.scenario), slopes.image, rtol=1e-9, atol=1e-12)


def test_what_no_patch_reads_is_left_away() -> None:
    image = np.arange(49.0).reshape(1, 7, 7)
    learning = Learning(np.zeros((1, 2, 3)))
    objective = Objective(image, Convolution(np.ones((1, 1, 2, 2)), stride=(4, 2)), learning)
    walk = weights_walk(objective.at(objective.parameters), 0)
    assert walk is not None
    assert (walk.padded, walk.apart) == (True, (4, 2))
    np.testing.assert_array_equal(walk.scenario.image, image[0, :6, :6])
    around = Convolution(np.ones((1, 1, 2, 2)), stride=(4, 2), padding=Padding(0, 1, 0, 1))
    objective = Objective(image, around, Learning(np.zeros((1, 2, 4))))
    walk = weights_walk(objective.at(objective.parameters), 0)
    assert walk is not None
    assert (walk.scenario.image.shape, walk.padded) == ((6, 8), True)


def test_an_error_map_that_is_no_kernel_has_no_walk() -> None:
    image, kernel = np.ones((1, 20, 20)), np.ones((1, 1, 3, 3))
    large = Objective(image, Convolution(kernel), Learning(np.zeros((1, 18, 18))))
    assert weights_walk(large.at(large.parameters), 0) is None
    assert image_walk(large.at(large.parameters)) is not None
    far = Objective(image[:, :5, :5] * 900, Convolution(kernel), Learning(np.zeros((1, 3, 3))))
    assert weights_walk(far.at(far.parameters), 0) is None
    assert image_walk(far.at(far.parameters)) is None
    grown = (np.full((1, 1, 3, 3), 1000.0), np.zeros(1))
    assert image_walk(Objective(image, Convolution(kernel), Learning(np.full((1, 18, 18), 9000.0))).at(grown)) is None
