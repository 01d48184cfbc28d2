"""Learning is a pure function from state to state, the same however it is cut, and it reaches what it has to."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.errors import ConvolutionError
from game.core.layers import Convolution
from game.learning.digit_reader import reader_network
from game.learning.passes import gradients_of
from game.learning.scores import Scores, scores_of
from game.learning.start import normal, order_of, start_of
from game.learning.training import Settings, Training, after_epoch, begun, begun_with, trained
from tests.bench.learning import plain_reader
from tests.learning.networks import digits

FIRST = [0.462, 0.328, -0.145, -0.058]
"""Of the first seed, for ever."""


def learned(seed: int, epochs: int, most: int | None = None) -> Training:
    lessons, training = digits(most=most), begun(reader_network(), seed)
    for _ in range(epochs):
        training = after_epoch(training, lessons)
    return training


def test_the_reader_has_690_numbers() -> None:
    assert reader_network().count == 690


def test_ten_seeds_learn_to_read_digits_that_they_have_not_seen() -> None:
    held_back = digits(learned=False)
    shares = [
        scores_of(reader_network(), learned(seed, 5).row, held_back).share_right for seed in range(1, 11)
    ]  # 20 epochs, of which the bench speaks, take four times as long
    assert np.mean(shares) >= 0.95
    assert min(shares) >= 0.92


def test_an_epoch_is_the_same_as_in_plain_numpy() -> None:
    lessons, plain = digits(most=100), plain_reader()
    pixels = lessons.images[0].T.reshape(-1, 8, 8)
    losses = [plain.epoch(pixels, lessons.kinds, order_of(1, epoch, 100)) for epoch in range(3)]
    training = learned(1, 3, 100)
    assert np.abs(np.array(training.losses) - losses).max() < 1e-9
    first, last = (training.layers[at] for at in (0, 2))
    assert isinstance(first, Convolution)
    assert isinstance(last, Convolution)
    assert np.abs(first.weights.ravel() - plain.parameters[0].ravel()).max() < 1e-9
    assert np.abs(last.bias - plain.parameters[3]).max() < 1e-9


@pytest.mark.parametrize("samples", [1, 50, 64, 1000])
def test_slices_of_any_size_lead_to_the_same_state(samples: int) -> None:
    lessons, training = digits(most=150), begun(reader_network(), 3)
    while training.epoch < 2:
        before = training
        training = trained(training, lessons, samples)
        done = (training.epoch - before.epoch) * 150 + training.place - before.place
        assert min(samples, 150 - before.place) <= done <= samples + 31
    assert (training.row == learned(3, 2, 150).row).all()
    assert training.losses == learned(3, 2, 150).losses


def test_an_update_leaves_the_state_before_it_as_it_was() -> None:
    lessons, training = digits(most=64), begun(reader_network(), 1)
    row = training.row.copy()
    after = trained(training, lessons)
    assert (training.row == row).all()
    assert not (after.row == row).all()
    assert (after.place, after.epoch, training.place) == (32, 0, 0)
    with pytest.raises(ValueError, match="read-only"):
        after.row[0] = 1
    assert after.loss is not None
    assert training.loss is None


def test_the_loss_is_the_mean_of_the_last_epoch_of_pictures_so_that_it_does_not_leap_where_another_one_begins() -> None:
    lessons, training = digits(most=150), begun(reader_network(), 3)
    batches: list[tuple[float, int]] = []
    for _ in range(12):  # of 5 each epoch: 32, 32, 32, 32 and 22 pictures
        before, training = training, trained(training, lessons)
        order = order_of(3, before.epoch, 150)[before.place : before.place + 32]
        loss, _ = gradients_of(before.network, before.row, lessons.images.take(order, axis=2), lessons.kinds[order])
        batches = [*batches, (loss * len(order), len(order))][-5:]
        told = sum(total for total, _ in batches) / sum(pictures for _, pictures in batches)
        assert training.loss == pytest.approx(told)


def test_the_last_batch_of_an_epoch_is_what_is_left() -> None:
    lessons, training = digits(most=70), begun(reader_network(), 1)
    places = []
    for _ in range(4):
        training = trained(training, lessons)
        places.append((training.epoch, training.place))
    assert places == [(0, 32), (0, 64), (1, 0), (1, 32)]


def test_a_start_follows_from_its_seed_and_its_kernels_sum_to_0() -> None:
    network = reader_network()
    row = start_of(network, 1)
    assert (row == start_of(network, 1)).all()
    assert not (row == start_of(network, 2)).all()
    assert row[:4].tolist() == FIRST
    assert np.abs(row[:36].reshape(4, 9).sum(axis=1)).max() < 0.005
    assert not row[36:40].any()
    many = np.array([start_of(network, seed) for seed in range(100)])
    assert many[:, :36].std() == pytest.approx(0.3, rel=0.05)
    assert many[:, 40:680].std() == pytest.approx(0.15, rel=0.03)


def test_normal_numbers_have_mean_0_and_deviation_1() -> None:
    numbers = normal(1, 20_000, "weights 1")
    assert numbers.mean() == pytest.approx(0, abs=0.03)
    assert numbers.std() == pytest.approx(1, abs=0.03)
    assert (np.abs(numbers) < 1).mean() == pytest.approx(0.6827, abs=0.01)


def test_every_epoch_has_an_order_of_its_own_that_holds_all_once() -> None:
    orders = [order_of(1, epoch, 100).tolist() for epoch in (0, 1)] + [order_of(2, 0, 100).tolist()]
    assert all(sorted(order) == list(range(100)) for order in orders)
    assert len({tuple(order) for order in orders}) == 3


def test_too_large_a_rate_ends_in_numbers_that_are_not_finite_and_then_nothing_goes_on() -> None:
    lessons = digits(most=64)
    row = np.full(690, 1e200)
    training = begun_with(reader_network(), row, 1, Settings(10.0))
    for _ in range(20):
        training = trained(training, lessons)
    assert not training.is_finite
    assert trained(training, lessons) is training


@pytest.mark.parametrize(
    "wrong", [(0.0,), (-0.1,), (1e9,), (float("nan"),), (0.1, 1.0), (0.1, 0.9, 0), (0.1, 0.9, 2.5)]
)
def test_settings_that_make_no_sense_are_refused(wrong: tuple[float, ...]) -> None:
    with pytest.raises(ConvolutionError):
        Settings(*wrong)


def test_scores_count_who_is_taken_for_whom() -> None:
    shares = np.array([[0.6, 0.1, 0.3, 0.5], [0.4, 0.9, 0.7, 0.5]])
    scores = Scores(shares, np.array([0, 0, 1, 1]))
    assert scores.read.tolist() == [0, 1, 1, 0]  # of equal shares the first
    assert (scores.right, scores.share_right) == (2, 0.5)
    assert scores.confusion.tolist() == [[1, 1], [1, 1]]


def test_the_confusion_holds_every_picture_once() -> None:
    held_back = digits(learned=False)
    scores = scores_of(reader_network(), learned(1, 1).row, held_back)
    assert scores.confusion.sum(axis=1).tolist() == np.bincount(held_back.kinds).tolist()
    assert np.trace(scores.confusion) == scores.right == np.count_nonzero(scores.read == held_back.kinds)
