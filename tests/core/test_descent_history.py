"""The history of a run: what is kept of it, and what is computed again."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from game.core import descent_history
from game.core.descent import begun, steps
from game.core.descent_history import MOST_BYTES, History, started

from .learners import objective_at_random
from .test_descent import edges


def small_history(monkeypatch: pytest.MonkeyPatch, updates: int) -> History:
    """Return a history that may keep about twenty states and ten losses."""
    history = started(edges(momentum=0.5))
    monkeypatch.setattr(descent_history, "MOST_BYTES", 20 * history.newest.bytes)
    monkeypatch.setattr(descent_history, "MOST_LOSSES", 10)
    while history.updates < updates:
        history = history.further(min(7, updates - history.updates))
    return history


def test_any_update_comes_back_with_the_same_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    history = small_history(monkeypatch, 300)
    run = [begun(history.goal), *(state for _, state in islice(steps(history.goal, begun(history.goal)), 300))]
    assert history.every == 16
    for updates in (0, 1, 15, 16, 17, 150, 299, 300):
        found = history.at(updates)
        assert found.updates == updates
        assert np.array_equal(found.weights, run[updates].weights)
        assert np.array_equal(found.velocity[0], run[updates].velocity[0])


def test_so_many_bytes_are_kept_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    history = small_history(monkeypatch, 500)
    assert 10 <= len(history.kept) <= 20
    assert [state.updates for state in history.kept] == list(range(0, 501, history.every))
    assert 5 <= len(history.losses) <= 10
    losses = [loss for loss, _ in islice(steps(history.goal, begun(history.goal)), 500)]
    kept = losses[:: history.losses_every]
    assert list(history.losses[: len(kept)]) == kept


def test_a_large_layer_keeps_fewer_states() -> None:
    assert MOST_BYTES == 16 * 1024 * 1024
    history = started(objective_at_random(np.random.default_rng(1)))
    state = history.newest
    assert state.bytes >= 2 * (state.weights.nbytes + state.bias.nbytes)


def test_it_goes_on_from_an_update_before(monkeypatch: pytest.MonkeyPatch) -> None:
    history = small_history(monkeypatch, 300)
    back = history.until(37)
    assert back.updates == 37
    assert np.array_equal(back.newest.weights, history.at(37).weights)
    assert len(back.losses) == 37 // history.losses_every + 1
    again = back.further(50)
    assert np.array_equal(again.newest.weights, history.at(87).weights)
    assert history.until(300) is history


def test_in_the_window_it_stops_before_the_update_that_grows_too_far() -> None:
    history = started(edges(rate=0.2)).further(1000)
    assert history.stopped == "grew"
    assert history.losses[-1] <= 12_000
    assert history.further(5).updates == history.updates < 50
    assert history.further(5).stopped == "grew"
    on = started(edges(rate=0.2), watched=False).further(1000)
    assert on.stopped == "not finite"
    assert on.updates > history.updates
    assert np.isfinite(on.newest.weights).all()
    assert np.isfinite(on.losses[-1])
