"""Gradients through several layers, held against small changes, and of one layer against the runs of PyTorch."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.activations import OF_A_SUM
from game.core.chain import activation_of
from game.core.chain_gradients import ChainObjective, goal_of, taught_layers
from game.core.descent import begun, updated
from game.core.errors import DoesNotApply, LayerDoesNotFit, WrongShape
from game.core.gradients import Objective
from game.core.layers import Convolution
from game.core.learning import LOSSES, Learning
from game.core.links import Parameters, link_of
from game.core.operations import Operation, chained_maps, maps_of
from game.core.padding import Padding
from game.core.pooling import Pooling
from game.core.tensors import Tensor

from .learners import TRACES, loss_by_definition, objective_of_trace, shares
from .test_gradients import assert_near, differences
from .test_layers import made_up
from .test_operations import transposed_at_random


def layer_at_random(random: np.random.Generator, channels: int, activation: str) -> Operation:
    """Return a layer of some kind over so many channels, every setting drawn at random."""
    kind = int(random.integers(4))
    if kind >= 2:
        size = int(random.integers(1, 4)), int(random.integers(1, 4))
        sides = [int(random.integers(0, max(1, size[place // 2]))) for place in range(4)]
        stride: Any = tuple(map(int, random.integers(1, 3, 2)))
        ceil, counted = (bool(random.integers(2)) for _ in range(2))
        return Pooling("max" if kind == 2 else "average", size, stride, Padding(*sides), (1, 1), ceil, counted)
    while True:
        _, layer = made_up(random) if kind == 0 else transposed_at_random(random)
        if layer.channels == channels and layer.filters <= 4:
            return layer.changed(weights=layer.weights / 9, bias=layer.bias / 9, activation=activation)


def chain_at_random(random: np.random.Generator) -> ChainObjective:
    """Return two or three layers over an image that are to learn a random target; off all kinks."""
    while True:
        image = random.permutation(np.arange(98.0)).reshape(2, 7, 7) / 30  # no two pixels are equal
        layers: list[Operation] = []
        found: Tensor = image
        try:
            for _ in range(int(random.integers(2, 4))):
                layers.append(layer_at_random(random, len(found), OF_A_SUM[int(random.integers(len(OF_A_SUM)))]))
                found = maps_of(found, layers[-1])
            loss = LOSSES[int(random.integers(3))]
            if loss == "cross entropy":
                layers.append(Convolution(random.normal(size=(3, len(found), 1, 1)), activation="softmax"))
                found = maps_of(found, layers[-1])
            target = shares(random, found.shape) if loss == "cross entropy" else random.normal(size=found.shape)
            objective = ChainObjective(image, tuple(layers), Learning(target, loss))
        except ValueError:  # a layer does not fit, or nothing has weights
            continue
        small = 0 < found.size < 150 and sum(each.size for each in objective.parameters) < 90
        if small and is_off_kinks(objective):
            return objective


def is_off_kinks(objective: ChainObjective) -> bool:
    """Tell whether no small change turns a sum's sign, or lets another pixel win a window."""
    slopes = objective.at(objective.parameters)
    images = (objective.image, *(output for _, output in slopes.steps))
    for layer, image, (sums, _) in zip(objective.layers, images[:-1], slopes.steps, strict=True):
        if "relu" in activation_of(layer) and np.abs(sums).min() < 1e-3:
            return False
        if isinstance(layer, Pooling) and layer.kind == "max":
            in_order = np.sort(image.reshape(len(image), -1))
            if in_order.shape[1] > 1 and np.diff(in_order).min() < 1e-3:
                return False
    return True


def loss_at(objective: ChainObjective, image: Tensor, parameters: Parameters) -> float:
    """Return the loss by the maps that the walks show."""
    layers = taught_layers(objective.layers, parameters)
    before = chained_maps(image, layers[:-1])[-1]
    last = link_of(layers[-1], (before.shape[0], before.shape[1], before.shape[2]))
    own = () if isinstance(layers[-1], Pooling) else (layers[-1].weights, layers[-1].bias)
    return loss_by_definition(objective.learning, activation_of(layers[-1]), last.sums(before, own))


@pytest.mark.parametrize("seed", range(20))
def test_gradients_through_layers_are_what_small_changes_make(seed: int) -> None:
    objective = chain_at_random(np.random.default_rng(seed))
    parameters, slopes = objective.parameters, objective.at(objective.parameters)
    expected = chained_maps(objective.image, objective.layers)
    for (_, output), maps in zip(slopes.steps, expected, strict=True):
        np.testing.assert_allclose(output, maps, rtol=0, atol=1e-9)
    largest = max(float(np.abs(each).max()) for each in (*slopes.of_parameters, slopes.image))
    for place, found in enumerate(slopes.of_parameters):

        def loss_of(values: Tensor, place: int = place) -> float:
            changed = (*parameters[:place], values, *parameters[place + 1 :])
            return loss_at(objective, objective.image, changed)

        np.testing.assert_allclose(found, differences(loss_of, parameters[place]), rtol=0, atol=1e-6 * largest)
    by_image = differences(lambda values: loss_at(objective, values, parameters), objective.image)
    np.testing.assert_allclose(slopes.image, by_image, rtol=0, atol=1e-6 * largest)


@pytest.mark.parametrize("number", range(0, len(TRACES), 3))
def test_a_chain_of_one_layer_learns_as_that_layer_does(number: int) -> None:
    one = objective_of_trace(TRACES[number])
    objective = ChainObjective(one.image, (one.layer,), one.learning)
    assert isinstance(goal_of(one.image, (one.layer,), one.learning), Objective)
    now = begun(objective)
    for update in TRACES[number]["updates"]:
        slopes = objective.at(now.parameters)
        now = updated(objective, now, slopes)
        assert_near(slopes.loss, update["loss"], 1e-9)
        assert_near(slopes.image, update["gradient_of_input"], 1e-9)
        assert_near(now.weights, update["weights"], 1e-9)
        assert_near(now.bias, update["bias"], 1e-9)


def test_of_equal_pixels_the_first_takes_all_of_max_pooling() -> None:
    link = link_of(Pooling("max", (2, 2), (1, 1)), (1, 2, 3))
    _, back = link.slopes(np.ones((1, 2, 3)), (), np.array([[[3.0, 5.0]]]))
    np.testing.assert_array_equal(back, [[[3, 5, 0], [0, 0, 0]]])


def test_biases_of_all_layers_stay_if_they_do_not_learn() -> None:
    layers = (Convolution(np.ones((1, 1, 2, 2))), Convolution(np.ones((2, 1, 1, 1))))
    objective = ChainObjective(np.ones((1, 3, 3)), layers, Learning(np.zeros((2, 2, 2)), bias=False))
    now = begun(objective)
    after = updated(objective, now, objective.at(now.parameters))
    changed = [not np.array_equal(*pair) for pair in zip(now.parameters, after.parameters, strict=True)]
    assert changed == [True, False, True, False]
    assert not any(np.array_equal(*pair) for pair in zip(now.parameters[::2], after.parameters[::2], strict=True))


def test_what_cannot_learn_is_refused() -> None:
    image, kernel = np.ones((1, 3, 3)), Convolution(np.ones((1, 1, 2, 2)))
    with pytest.raises(DoesNotApply):
        ChainObjective(image, (Pooling("max", (2, 2)),), Learning(np.zeros((1, 1, 1))))
    with pytest.raises(WrongShape):
        ChainObjective(image, (kernel, kernel), Learning(np.zeros((1, 2, 2))))
    with pytest.raises(LayerDoesNotFit) as caught:
        ChainObjective(image, (kernel, kernel, kernel), Learning(np.zeros((1, 1, 1))))
    assert caught.value.layer == 3


def test_the_random_chains_have_every_kind_of_layer() -> None:
    chains = [chain_at_random(np.random.default_rng(seed)) for seed in range(20)]
    layers = [layer for objective in chains for layer in objective.layers]
    kinds = {layer.kind if isinstance(layer, Pooling) else type(layer).__name__ for layer in layers}
    assert kinds == {"max", "average", "Convolution", "TransposedConvolution"}
    assert {objective.learning.loss for objective in chains} == set(LOSSES)
