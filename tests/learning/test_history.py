"""States are kept as long as there is room, and those between are worked out again."""

from __future__ import annotations

import pytest

from game.learning.digit_reader import reader_network
from game.learning.history import TrainingHistory, moment_of
from game.learning.training import Training, begun, trained
from tests.learning.networks import digits

LESSONS = digits(most=96)


def run(updates: int) -> list[Training]:
    states = [begun(reader_network(), 1)]
    for _ in range(updates):
        states.append(trained(states[-1], LESSONS))
    return states


def history_of(states: list[Training], most_bytes: int) -> TrainingHistory:
    history = TrainingHistory((states[0],), most_bytes)
    for state in states[1:]:
        history = history.with_state(state)
    return history


@pytest.mark.parametrize("room", [4, 7, 100])
def test_every_state_comes_back_however_few_are_kept(room: int) -> None:
    states = run(20)
    history = history_of(states, room * states[0].bytes)
    assert len(history.states) <= room
    assert history.bytes <= history.most_bytes
    assert history.states[0] is states[0]
    assert history.states[-1] is states[-1]
    for state in states:
        found = history.at(*moment_of(state), LESSONS)
        assert moment_of(found) == moment_of(state)
        assert (found.row == state.row).all()
        assert (found.velocity == state.velocity).all()
        assert found.losses == state.losses


def test_where_there_is_room_all_are_kept() -> None:
    states = run(20)
    assert list(history_of(states, 10**9).states) == states


def test_a_state_of_an_earlier_moment_ends_what_came_after_it() -> None:
    states = run(6)
    history = history_of(states, 10**9).with_state(states[2])
    assert list(history.states) == states[:3]


def test_a_place_within_a_batch_means_its_end() -> None:
    history = TrainingHistory((run(0)[0],))
    assert moment_of(history.at(0, 33, LESSONS)) == (0, 64)
