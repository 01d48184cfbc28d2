"""Momentum while a kernel learns: how much of the last step goes on, and how the limit of the rate moves with it."""

from __future__ import annotations

import numpy as np
import pytest

from game.input import learn_intents as learn
from game.input import walk_intents as walk
from game.input.intent import Control
from game.input.interface_intents import AcceptEntry, EntryText, OpenEntry
from game.input.scenario_intents import Redo, Undo
from game.session.facts.learn import LearnRail, learn_rail
from game.session.state import State
from game.value import Kept
from tests.session.test_learn import after, learning, said, ticked

MOMENTUM = Control("momentum")


def rail(state: State) -> LearnRail:
    found = learn_rail(state, Kept())
    assert found is not None
    return found


def slopes(image: np.ndarray, kernel: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Return the gradient of the mean of the squared errors, written out by itself."""
    error = np.array([[(image[r : r + 3, c : c + 3] * kernel).sum() for c in range(5)] for r in range(5)]) - target
    return np.array([[2 / 25 * (error * image[r : r + 5, c : c + 5]).sum() for c in range(3)] for r in range(3)])


def test_updates_are_those_of_sgd_with_momentum_also_where_rate_and_momentum_change_on_the_way() -> None:
    """As velocity = momentum × velocity + gradient; new = old − rate × velocity (PyTorch, ``torch.optim.SGD``)."""
    state = after(learning(), learn.SetMomentum(0.9), learn.SetRate(0.05))
    taught = state.scenario.learning
    assert taught is not None
    image, kernel, velocity = np.array(state.scenario.image), np.array(state.scenario.kernel), np.zeros((3, 3))
    for number, (rate, momentum) in enumerate([(0.05, 0.9)] * 3 + [(0.02, 0.9)] * 2 + [(0.02, 0.5)] * 3):
        if number == 3:
            state = after(state, learn.SetRate(0.02))
        if number == 5:
            state = after(state, learn.SetMomentum(0.5))
        velocity = momentum * velocity + slopes(image, kernel, np.array(taught.target[0]))
        kernel = kernel - rate * velocity
        state = after(state, learn.OneUpdate())
        assert np.array(state.scenario.kernel) == pytest.approx(kernel, abs=1e-12), number


def test_the_limit_of_the_rate_moves_with_it() -> None:
    """2·(1 + β) ÷ λ, λ the largest eigenvalue of 2 ÷ 25 × patches × patchesᵀ."""
    state = learning()
    image = np.array(state.scenario.image)
    patches = np.array([image[r : r + 5, c : c + 5].ravel() for r in range(3) for c in range(3)])
    assert state.scenario.learning is not None
    if state.scenario.learning.bias:
        patches = np.vstack((patches, np.ones(25)))
    largest = float(np.linalg.eigvalsh(2 / 25 * patches @ patches.T)[-1])
    for momentum in (0.0, 0.5, 0.99):
        found = rail(after(state, learn.SetMomentum(momentum)))
        assert found.momentum == momentum
        assert found.rate.limit == pytest.approx(2 * (1 + momentum) / largest, rel=1e-9)


def test_what_is_set_in_a_row_is_one_undo_entry_and_the_rate_another() -> None:
    begins = learning()
    first = begins.scenario.learning
    state = after(begins, learn.SetMomentum(0.2), learn.SetMomentum(0.6), learn.SetRate(0.01), learn.SetRate(0.02))
    assert len(state.history.entries) == len(begins.history.entries) + 2
    state = after(state, Undo())
    assert (rail(state).momentum, rail(state).rate.rate) == (0.6, rail(begins).rate.rate)
    state = after(state, Undo())
    assert state.scenario.learning == first
    state = after(state, Redo(), Redo())
    assert (rail(state).momentum, rail(state).rate.rate) == (0.6, 0.02)


@pytest.mark.parametrize(("value", "kept"), [(-1.0, 0.0), (1.5, 0.99), (0.33, 0.33)])
def test_a_slider_goes_no_further_than_0_to_99_hundredths(value: float, kept: float) -> None:
    assert rail(after(learning(), learn.SetMomentum(value))).momentum == kept


def test_it_is_typed_and_what_may_be_is_said_where_it_is_not() -> None:
    state = after(learning(), OpenEntry(MOMENTUM), EntryText("0.9"), AcceptEntry())
    assert rail(state).momentum == 0.9
    refused = after(state, OpenEntry(MOMENTUM), EntryText("1"), AcceptEntry())
    assert rail(refused).momentum == 0.9
    assert said(refused) == ["The momentum must be from 0 to 0.99, not 1."]
    assert refused.interface.entry is not None
    assert after(refused, OpenEntry(MOMENTUM)).interface.entry is not None


def test_a_run_goes_on_while_it_is_changed() -> None:
    runs = ticked(after(learning(), walk.TogglePlay()), 20)
    changed = ticked(after(runs, learn.SetMomentum(0.5)), 20)
    assert changed.learn.running
    assert changed.learn.trace is not None
    assert runs.learn.trace is not None
    assert changed.learn.trace.last > runs.learn.trace.last
    assert len(changed.history.entries) == len(runs.history.entries)


def test_going_back_over_a_change_of_the_momentum_brings_the_very_same_weights() -> None:
    one = after(learning(), learn.SetMomentum(0.9), learn.OneUpdate(), learn.OneUpdate())
    two = after(one, learn.SetMomentum(0.4), learn.OneUpdate(), learn.OneUpdate())
    assert after(two, learn.GoToUpdate(2)).scenario.layer == one.scenario.layer
    assert after(two, learn.GoToUpdate(2), learn.GoToUpdate(4)).scenario.layer == two.scenario.layer
