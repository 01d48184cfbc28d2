"""The largest rate, held against what really diverges; and what an image cannot teach."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.descent_history import started
from game.core.gradients import Objective
from game.core.layers import Convolution
from game.core.learning import Learning
from game.core.learning_limits import patches, rate_limit, teachable
from game.core.tensors import Tensor

from .learners import objective_at_random
from .test_descent import edges


def with_rate(objective: Objective, rate: float, momentum: float) -> Objective:
    learning = objective.learning.changed(learning_rate=rate, momentum=momentum)
    return Objective(objective.image, objective.layer, learning)


@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("seed", [1, 2, 5])
def test_just_below_the_limit_it_learns_and_just_above_it_diverges(seed: int, momentum: float) -> None:
    objective = objective_at_random(np.random.default_rng(seed), "none", momentum=momentum)
    limit = rate_limit(objective)
    assert limit is not None
    below = started(with_rate(objective, limit * 0.98, momentum)).further(800)
    above = started(with_rate(objective, limit * 1.02, momentum)).further(800)
    assert below.losses[-1] <= below.losses[0]
    assert above.stopped or above.losses[-1] > 10 * below.losses[-1] + below.losses[0]


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("seed", range(8))
def test_the_limit_belongs_to_the_hessian_of_all_that_learns(seed: int, bias: bool) -> None:
    objective = objective_at_random(np.random.default_rng(seed), "none", bias=bias, momentum=0.25)
    weights, biases = objective.parameters
    count = weights.size

    def gradient(values: Tensor) -> Tensor:
        slopes = objective.at((values[:count].reshape(weights.shape), values[count:]))
        return np.append(slopes.weights, slopes.bias)

    beginning = np.append(weights, biases)
    hessian = np.array([gradient(beginning + one) - gradient(beginning) for one in np.eye(len(beginning))])
    learns = slice(None) if bias else slice(count)
    largest = float(np.linalg.eigvalsh(hessian[learns, learns])[-1])
    assert rate_limit(objective) == pytest.approx(2 * 1.25 / largest, rel=1e-9)


def test_many_weights_have_a_limit_as_exact_as_few() -> None:
    random = np.random.default_rng(3)
    objective = Objective(
        random.random((3, 20, 17)), Convolution(np.zeros((2, 3, 6, 6))), Learning(np.zeros((2, 15, 12)), momentum=0.5)
    )
    found = np.vstack((patches(objective), np.ones((1, 15 * 12))))
    largest = np.linalg.norm(found, 2) ** 2 * objective.factor
    assert rate_limit(objective) == pytest.approx(3 / largest, rel=1e-12)


def test_there_is_no_fixed_limit_with_an_activation_or_where_nothing_can_be_learned() -> None:
    random = np.random.default_rng(2)
    assert rate_limit(objective_at_random(random, "tanh")) is None
    assert rate_limit(objective_at_random(random, "softmax", loss="cross entropy")) is None
    dark = Objective(np.zeros((1, 4, 4)), Convolution(np.ones((1, 1, 2, 2))), Learning(np.ones((1, 3, 3)), bias=False))
    assert rate_limit(dark) is None


def lack(image: Tensor, kernel: tuple[int, int], bias: bool = False) -> tuple[int, int, str]:
    rows, columns = (length - reach + 1 for length, reach in zip(image.shape, kernel, strict=True))
    learning = Learning(np.zeros((1, rows, columns)), bias=bias)
    found = teachable(Objective(image[None], Convolution(np.zeros((1, 1, *kernel))), learning))
    assert found is not None
    return found.rank, found.numbers, found.lack


def test_what_an_image_cannot_teach_is_told_by_its_patches() -> None:
    random = np.random.default_rng(2)
    assert lack(random.random((6, 6)), (3, 3)) == (9, 9, "nothing")
    assert lack(random.random((6, 6)), (3, 3), bias=True) == (10, 10, "nothing")
    assert lack(np.full((6, 6), 0.5), (3, 3)) == (1, 9, "alike")
    assert lack(np.zeros((6, 6)), (3, 3)) == (0, 9, "dark")
    assert lack(np.zeros((6, 6)), (3, 3), bias=True) == (1, 10, "dark")
    assert lack(random.random((3, 4)), (3, 3)) == (2, 9, "few")
    assert lack(np.tile(np.arange(8.0), (8, 1)), (3, 3)) == (2, 9, "related")
    assert lack(np.ones((1, 5)), (1, 1), bias=True) == (1, 2, "alike")
    edge = teachable(edges())
    assert edge is not None
    assert (edge.rank, edge.lack) == (2, "nothing")


def test_weights_that_never_meet_a_pixel_are_told() -> None:
    image = np.zeros((1, 3, 3))
    image[0, 0, 0] = 1
    found = teachable(Objective(image, Convolution(np.zeros((1, 1, 2, 2))), Learning(np.zeros((1, 2, 2)))))
    assert found is not None
    np.testing.assert_array_equal(found.blind, [[[0, 1], [1, 1]]])


def test_of_groups_the_worst_is_told() -> None:
    random = np.random.default_rng(2)
    image = np.stack((random.random((5, 5)), np.ones((5, 5))))
    learning = Learning(np.zeros((2, 4, 4)), bias=False)
    found = teachable(Objective(image, Convolution(np.zeros((2, 1, 2, 2)), groups=2), learning))
    assert found is not None
    assert (found.rank, found.numbers, found.lack) == (1, 4, "alike")


def test_the_rank_of_very_many_patches_is_not_looked_for() -> None:
    many = Objective(np.ones((3, 200, 200)), Convolution(np.zeros((1, 3, 9, 9))), Learning(np.zeros((1, 192, 192))))
    assert teachable(many) is None
