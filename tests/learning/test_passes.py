"""Many pictures at once give what the walk gives of each; gradients are those of PyTorch, and of small differences."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.layers import Convolution
from game.core.pooling import Pooling
from game.core.spread import Spread
from game.core.windows import Windows
from game.learning.network import CannotLearn, Network
from game.learning.passes import forward, gradients_of, losses_of, shares_of
from game.learning.training import Settings, begun_with, lessons_of, trained
from game.words.sentences import sentence_for
from tests.learning.networks import REFERENCES, as_walked, by_differences, lessons_in, network_of

RANDOM = np.random.default_rng(1)


@pytest.mark.parametrize("reference", REFERENCES)
def test_what_is_learned_is_what_pytorch_learns(reference: dict[str, Any]) -> None:
    network, lessons = network_of(reference), lessons_in(reference)
    settings = Settings(reference["rate"], reference["momentum"], lessons.count)
    training = begun_with(network, network.own, 1, settings)
    for _ in reference["losses"]:
        training = trained(training, lessons, lessons.count)
    assert np.abs(np.array(training.losses) - reference["losses"]).max() < 1e-9
    for layer, learned in zip(training.layers, reference["learned"], strict=True):
        for name, numbers in learned.items():
            assert np.abs(getattr(layer, name) - numbers).max() < 1e-9


@pytest.mark.parametrize("reference", REFERENCES)
def test_each_picture_of_many_gets_what_the_window_computes_of_it_alone(reference: dict[str, Any]) -> None:
    network, lessons = network_of(reference), lessons_in(reference)
    shares = shares_of(forward(network, network.own, lessons.images)[-1].sums)
    layers = tuple(plan.layer for plan in network.plans)
    for at, image in enumerate(np.array(reference["images"])):
        assert np.abs(as_walked(image, layers)[:, 0, 0] - shares[:, at]).max() < 1e-9


@pytest.mark.parametrize("reference", REFERENCES)
def test_gradients_are_those_of_small_differences(reference: dict[str, Any]) -> None:
    network, lessons = network_of(reference), lessons_in(reference)
    row = network.own + RANDOM.normal(0, 0.01, network.count)  # off the kinks
    loss, gradient = gradients_of(network, row, lessons.images, lessons.kinds)
    found = by_differences(network, row, lessons)
    assert np.abs(found - gradient).max() < 1e-6 * np.abs(gradient).max()
    assert loss == pytest.approx(float(losses_of(forward(network, row, lessons.images)[-1].sums, lessons.kinds).mean()))


def test_layers_as_they_walk_in_the_window_are_taken_too() -> None:
    spread = Spread(RANDOM.normal(size=(2, 1, 2, 2)), stride=(2, 2))
    plain = spread.transposed
    windows = Windows(Pooling("max", (2, 2)), (2, 6, 6))
    last = Convolution(RANDOM.normal(size=(3, 2, 3, 3)), activation="softmax")
    walked, written = (
        Network((each, pool, last), (1, 3, 3)) for each, pool in ((spread, windows), (plain, windows.of))
    )
    images = RANDOM.normal(size=(1, 9, 4))
    one, other = (forward(each, each.own, images)[-1].sums for each in (walked, written))
    assert (one == other).all()


def test_of_equal_pixels_the_first_gets_the_whole_gradient_of_a_pooling() -> None:
    looking = Convolution([[[[1.0]]]])
    network = Network(
        (looking, Pooling("max", (2, 2)), Convolution([[[[1.0]]], [[[0.0]]]], activation="softmax")), (1, 2, 2)
    )
    lessons = lessons_of([[[5.0, 5.0], [5.0, 1.0]]], [1])
    share = float(shares_of(forward(network, network.own, lessons.images)[-1].sums)[0, 0])
    _, gradient = gradients_of(network, network.own, lessons.images, lessons.kinds)
    assert gradient[0] == pytest.approx(share * 5.0)  # once 5, not three times


def test_shares_and_losses_of_huge_sums_are_finite() -> None:
    sums = np.array([[[1e4, -1e4]], [[-1e4, 1e4]]])
    assert shares_of(sums).sum(axis=0).tolist() == [1.0, 1.0]
    assert losses_of(sums, np.array([0, 0])).tolist() == [0.0, 2e4]


SMALL, SHARES = Convolution(np.ones((2, 1, 2, 2))), Convolution(np.ones((2, 2, 2, 2)), activation="softmax")


@pytest.mark.parametrize(
    ("layers", "words"),
    [
        ((SMALL, SHARES.changed(activation="none")), "Layer 2 has no softmax"),
        ((SMALL, Pooling("max")), "Layer 2 has no softmax"),
        ((SMALL.changed(activation="softmax"), SHARES), "Layer 1 has softmax and is not the last"),
        ((SMALL, SHARES), "Layer 2 makes maps of several cells"),
    ],
)
def test_a_network_that_cannot_learn_to_tell_pictures_apart_is_refused(layers: tuple[Any, ...], words: str) -> None:
    with pytest.raises(CannotLearn) as found:
        Network(layers, (1, 4, 4))
    assert sentence_for(found.value).startswith(words)
