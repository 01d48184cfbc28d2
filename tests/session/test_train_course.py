"""What was learned as a way that one goes back and forth on, how quickly it goes, and where it ends."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.layers import Convolution
from game.input.intent import Control
from game.input.interface_intents import AcceptEntry, EntryText, OpenEntry
from game.input.learn_intents import SetTrainingRate
from game.input.scenario_intents import Redo, Undo
from game.input.train_intents import GoByMoments, GoToMoment, SetTrainingPace, ToggleTraining, TrainAgain, TrainOnce
from game.learning.training import MOMENTUM
from game.session.digit_scores import scores_of_scenario
from game.session.shown import still_key
from game.session.training import CLOSE, LEAST, MOST, at_moment, further, kept, shown
from tests.session.hands import after, entries, sentences
from tests.training import FRAME, UPDATES, course, learning, passed, reader, training

RATE = Control("training rate")


def test_every_kept_state_can_be_gone_to_and_walked_through() -> None:
    state = after(passed(after(learning(), TrainAgain(), ToggleTraining()), 24), ToggleTraining())
    moments = course(state).moments
    assert moments[0] == 0
    assert len(moments) > 10
    for moment, kept_state in zip(moments, course(state).history.states, strict=True):
        there = after(state, GoToMoment(moment))
        assert course(there).updates == moment
        assert np.array_equal(there.scenario.layer.weights.ravel(), kept_state.row[:36])
        assert there.result.scenario.layer is there.scenario.layer


def test_back_and_forth_goes_over_kept_states_and_is_one_undo() -> None:
    state = after(learning(), TrainAgain(), *[TrainOnce()] * 4)
    before = entries(state)
    there = after(state, GoByMoments(-1), GoByMoments(-2), GoByMoments(-9), GoByMoments(1))
    assert course(there).updates == 1
    assert entries(there) == before + 1
    assert course(after(there, GoByMoments(9))).updates == 4
    assert course(after(there, Undo())).updates == 4
    assert course(after(there, Undo(), Redo())).updates == 1


def test_what_came_after_a_state_one_learns_on_from_is_forgotten() -> None:
    state = after(learning(), TrainAgain(), *[TrainOnce()] * 4, GoToMoment(2), SetTrainingRate(0.5), TrainOnce())
    assert course(state).moments == (0, 1, 2, 3)
    assert training(state).settings.rate == 0.5
    assert course(after(state, GoToMoment(0), TrainOnce())).moments == (0, 1)


def test_going_back_forgets_nothing_until_something_is_learned() -> None:
    state = after(learning(), TrainAgain(), *[TrainOnce()] * 4, GoToMoment(2), ToggleTraining(), ToggleTraining())
    assert course(state).moments == (0, 1, 2, 3, 4)


def test_after_many_states_only_those_at_the_ends_of_epochs_are_kept() -> None:
    found = course(after(learning(), TrainAgain()))
    while len(found.history.states) < CLOSE:
        found = shown(further(found, 1)[0])
    begins = found.updates
    for _ in range(9):
        found = shown(further(found, 10)[0])
    later = [moment for moment in found.moments if moment > begins]
    assert later == [moment for moment in range(begins + 1, found.updates + 1) if moment % UPDATES == 0]
    assert found.history.bytes < 16 * 1024 * 1024
    assert at_moment(kept(found), found.updates).training is kept(found).training


def test_the_share_of_each_epoch_is_that_of_its_weights() -> None:
    state = after(passed(after(learning(), TrainAgain(), ToggleTraining()), 8), ToggleTraining())
    assert len(course(state).shares) >= 3
    for updates, share in course(state).shares:
        scores = scores_of_scenario(after(state, GoToMoment(updates)).scenario)
        assert scores is not None
        assert scores.share_right == share


def test_more_updates_are_made_while_pictures_come_in_time_and_fewer_when_they_are_late() -> None:
    state = passed(after(learning(), ToggleTraining()), 60)
    assert state.ahead.share == MOST
    late = passed(state, 40, 0.03)
    assert late.ahead.share == LEAST
    assert course(passed(late, 40, 0.03)).updates - course(late).updates <= 40
    assert passed(late, 60).ahead.share > MOST // 2


def test_pictures_that_take_long_to_draw_are_no_reason_to_learn_less() -> None:
    state = passed(after(learning(), ToggleTraining()), 60)
    for _ in range(30):
        state = passed(state, 1, 0.03 if state.ahead.draws else FRAME)
    assert state.ahead.share == MOST


def test_half_of_the_pictures_show_what_was_learned_before_and_cost_nothing_but_learning() -> None:
    state = passed(after(learning(), ToggleTraining()), 8)
    seen = []
    for _ in range(8):
        before, state = state, passed(state, 1)
        seen.append(state.result is not before.result)
        follows = before.train.late is not None
        assert (still_key(state) == still_key(before)) != (seen[-1] or follows)
        assert (state.ahead.course is None) == seen[-1]
    assert seen.count(True) == 2
    ahead = passed(state, 1 + (state.ahead.course is None))
    assert ahead.ahead.course is not None
    stopped = after(ahead, ToggleTraining())
    assert course(stopped).updates == ahead.ahead.course.updates


@pytest.mark.parametrize(("slower", "seconds", "made"), [(1, 0.5, 30), (7, 2.5, 3), (5, 1.0, 4)])
def test_at_a_slower_pace_so_many_updates_are_made_a_second(slower: int, seconds: float, made: int) -> None:
    state = after(learning(), SetTrainingPace(-slower), ToggleTraining())
    state = passed(state, round(seconds / FRAME))
    assert abs(course(state).updates - made) <= 1


def test_learning_stops_with_a_sentence_before_a_weight_is_beyond_what_a_file_can_hold() -> None:
    state = after(learning(), TrainAgain(), SetTrainingRate(10.0), ToggleTraining())
    state = passed(state, 60)
    assert not state.train.running
    assert sentences(state)[-1].startswith("Learning stopped")
    assert all(np.abs(layer.weights).max() <= 999 for layer in course(state).layers if isinstance(layer, Convolution))
    assert state.working is None
    assert np.isfinite(state.result.output).all()


@pytest.mark.parametrize("typed", ["0", "-0.1", "11", "1e9", "0.0000001"])
def test_a_rate_that_cannot_be_is_refused_with_its_range(typed: str) -> None:
    state = after(learning(), OpenEntry(RATE), EntryText(typed), AcceptEntry())
    assert state.train.rate == 0.1
    assert sentences(state)[-1].startswith("The learning rate")
    assert "10" in sentences(state)[-1]


def test_a_typed_rate_is_taken_in_a_run_and_does_not_end_it() -> None:
    state = passed(after(learning(reader(2)), ToggleTraining()), 2)
    state = passed(after(state, OpenEntry(RATE), EntryText("0.03"), AcceptEntry()), 2)
    assert state.train.running
    assert (training(state).settings.rate, training(state).settings.momentum) == (0.03, 0.9)
    assert MOMENTUM.holds(training(state).settings.momentum)
