"""The line of what a network has learned: each of its points is what is told of the state that it stands for."""

from __future__ import annotations

import numpy as np
import pytest

from game.input.intent import Intent
from game.input.learn_intents import SetTrainingRate
from game.input.scenario_intents import Undo
from game.input.train_intents import (
    GoByMoments,
    GoToMoment,
    SetTrainingPace,
    TakeShipped,
    ToggleTraining,
    TrainAgain,
    TrainOnce,
)
from game.learning.network import Network
from game.learning.scores import scores_of
from game.session import digit_scores
from game.session.digit_scores import scores_of_scenario
from game.session.facts.train import TrainRail, train_rail
from game.session.state import State
from game.session.training import CLOSE, further, shown
from game.value import Kept
from tests.session.hands import after
from tests.training import UPDATES, course, learning, passed, training


def facts(state: State) -> TrainRail:
    """Return what is known of the section."""
    found = train_rail(state, Kept())
    assert found is not None
    return found


def at_now(found: TrainRail) -> tuple[float | None, float | None]:
    """Return the loss and the share of the lines at the present moment; None where a line has no point there."""
    return dict(found.losses).get(found.now), dict(found.shares).get(found.now)


STARTED = after(learning(), TrainAgain())


def test_the_line_of_the_loss_has_a_point_for_every_kept_state_which_is_what_is_told_there() -> None:
    state = after(passed(after(STARTED, ToggleTraining()), 24), ToggleTraining())
    line = facts(state).losses
    assert [round(at * UPDATES) for at, _ in line] == list(course(state).moments)
    assert len(line) > 10
    for moment, (_, loss) in zip(course(state).moments, line, strict=True):
        there = facts(after(state, GoToMoment(moment)))
        assert there.loss == loss
        assert at_now(there) == (loss, there.right / there.held)


@pytest.mark.parametrize("frames", [1, 3, 7, 20])
def test_in_a_run_the_line_stands_at_the_loss_that_is_told_and_the_share_at_the_last_known_one(frames: int) -> None:
    state = passed(after(STARTED, ToggleTraining()), frames)
    found = facts(state)
    assert at_now(found)[0] == found.loss
    known = [share for at, share in found.shares if at <= found.now]
    assert round(known[-1] * found.held) == found.right


@pytest.mark.parametrize("last", [ToggleTraining(), GoByMoments(-3), TrainOnce()])
def test_after_a_stop_an_update_or_a_way_back_the_share_of_these_very_weights_is_on_the_line(last: Intent) -> None:
    state = after(passed(after(STARTED, ToggleTraining()), 10), last)
    scores, found = scores_of_scenario(state.scenario), facts(state)
    assert scores is not None
    assert not found.running
    assert at_now(found) == (found.loss, scores.share_right)
    assert found.right == scores.right


def test_what_was_known_when_a_run_ended_is_still_on_the_line_in_the_next() -> None:
    state = after(passed(after(STARTED, ToggleTraining()), 10), ToggleTraining())
    assert course(state).updates % UPDATES
    before = facts(state)
    again = facts(passed(after(state, SetTrainingPace(-7), ToggleTraining()), 1))
    assert (again.running, again.right) == (True, before.right)
    assert set(before.shares) <= set(again.shares)


def test_each_single_update_leaves_its_share_on_the_line() -> None:
    state = after(STARTED, *[TrainOnce()] * 3)
    assert [round(at * UPDATES) for at, _ in facts(state).shares] == [0, 1, 2, 3]
    assert len(facts(after(state, Undo())).shares) == 4


def test_what_is_learned_from_a_state_gone_back_to_has_nothing_of_the_other_future_on_its_line() -> None:
    found = course(after(STARTED, *[TrainOnce()] * 3))
    while len(found.history.states) <= CLOSE:
        found = shown(further(found, 1)[0])
    back = found.varied(training=found.history.states[1])
    ahead = further(back, 1)[0]
    assert ahead.moments[-1] == 1
    assert ahead.shares[-1][0] == 1


def test_the_shipped_weights_come_with_the_first_rate_and_no_loss_also_where_learning_began_with_them() -> None:
    tried = after(learning(), TrainOnce(), SetTrainingRate(10.0), *[TrainOnce()] * 3)
    back = after(tried, TakeShipped())
    found, begin = facts(back), facts(learning())
    assert (found.loss, found.updates, found.last, found.losses) == (None, 0, 0, ())
    assert (found.shipped, found.rate, found.right) == (True, begin.rate, begin.right)
    assert training(after(back, TrainOnce())).settings.rate == begin.rate
    undone = after(back, Undo())
    assert course(undone).updates == course(tried).updates
    assert training(undone).settings.rate == facts(undone).rate == begin.rate


def test_a_stop_leaves_its_share_on_the_line_also_where_one_update_follows() -> None:
    stopped = after(passed(after(STARTED, ToggleTraining()), 10), ToggleTraining())
    assert course(stopped).updates % UPDATES
    assert set(facts(stopped).shares) < set(facts(after(stopped, TrainOnce())).shares)


def test_while_it_learns_the_digits_held_back_are_read_at_the_end_of_each_epoch_and_no_more_often(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state, read = after(STARTED, ToggleTraining()), list[object]()

    def counted(*values: object) -> object:
        read.append(values)
        return scores_of(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(digit_scores, "scores_of", counted)
    for _ in range(20):
        state = passed(state, 1)
        facts(state)
    ends = (state.ahead.course or course(state)).updates // UPDATES
    assert ends > 2
    assert len(read) == ends


def test_what_a_run_tells_of_the_digits_held_back_is_what_the_sheet_tells_also_where_few_are_read_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = passed(after(STARTED, ToggleTraining()), 10)
    now = course(after(state, ToggleTraining())).training
    whole = digit_scores.scores_with(now.network, now.row).shares
    assert np.array_equal(whole, digit_scores.scores_of_layers(now.layers).shares)
    monkeypatch.setattr(digit_scores, "AT_ONCE", 100_000)
    few = digit_scores.scores_with(Network(now.layers, digit_scores.SHAPE), now.row)
    assert np.abs(few.shares - whole).max() < 1e-12
