"""In a run at full pace the stage shows new weights first, rail and strip one picture later: each takes less."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import layers_of
from game.core.layers import Convolution
from game.input.intent import Cell, Control, GridName, Intent
from game.input.interface_intents import Hover, OpenSheet
from game.input.layer_intents import FocusLayer
from game.input.learn_intents import SetTrainingRate
from game.input.mode_intents import TogglePredict, TogglePresent
from game.input.train_intents import SetTrainingPace, ToggleTraining, TrainAgain
from game.input.window_intents import Tick
from game.session.facts.shown import StillShown
from game.session.interface import DIGITS
from game.session.late import differs_in_late_alone
from game.session.remembered import FULL, Late, Train
from game.session.shown import Gathering, shown, still_key
from game.session.state import State, StillState
from game.session.training import in_an_epoch
from tests.picture import frame
from tests.session.hands import after
from tests.training import FRAME, course, learning, passed

SIZE = 1366, 768


def running(*more: Intent) -> State:
    return passed(after(learning(), TrainAgain(), *more, ToggleTraining()), 2)


def shows(state: State) -> State:
    """Return the state of the next picture in which the stage shows new weights."""
    for _ in range(8):
        before, state = state.scenario, passed(state, 1)
        if state.scenario is not before:
            return state
    raise AssertionError("nothing new is shown")


def told(state: State) -> tuple[int, np.ndarray]:
    """Return after how many updates the rail says it is, and the first kernel that the strip shows."""
    still = shown(state).still
    assert still.rail.train is not None
    assert still.strip is not None
    return still.rail.train.updates, still.strip.layers[0].kernels[0]


def on_stage(state: State) -> np.ndarray:
    """Return the kernel that the stage shows."""
    return shown(state).still.sides[0].boards.kernel.grid


def assert_all_is_one(state: State) -> None:
    """Assert that rail, strip and stage show the weights of the state."""
    updates, kernel = told(state)
    first = layers_of(state.scenario)[0]
    assert isinstance(first, Convolution)
    assert updates == course(state).updates
    assert np.array_equal(kernel, first.weights[0, 0])


def numbers(still: StillShown) -> list[np.ndarray]:
    """Return all that the strip shows of its layers."""
    assert still.strip is not None
    return [grid for layer in still.strip.layers for grid in (*(layer.maps or ()), *layer.kernels)]


def test_the_stage_shows_new_weights_and_in_the_next_picture_so_do_rail_and_strip() -> None:
    before = shows(running())
    before = passed(before, 1)
    updates, kernel = told(before)
    assert_all_is_one(before)
    there = shows(before)
    assert told(there)[0] == updates
    assert np.array_equal(told(there)[1], kernel)
    assert not np.array_equal(on_stage(there), kernel)
    follows = passed(there, 1)
    assert follows.scenario is there.scenario
    assert_all_is_one(follows)
    assert told(follows)[0] > updates
    assert np.array_equal(told(follows)[1], on_stage(follows))


@pytest.mark.parametrize(
    "intent",
    [ToggleTraining(), FocusLayer(2), TogglePresent(), SetTrainingRate(0.05), OpenSheet(DIGITS), TogglePredict()],
    ids=lambda intent: type(intent).__name__,
)
def test_whatever_a_hand_does_all_is_one_picture_again(intent: Intent) -> None:
    there = shows(running())
    assert there.train.late is not None
    done = after(there, intent)
    assert done.train.late is None
    if not isinstance(intent, TogglePredict):
        assert_all_is_one(done)


def test_a_hand_that_moves_over_the_window_does_not_make_it_one() -> None:
    there = shows(running())
    assert after(there, Hover(Cell(GridName.IMAGE, 1, 1), (300.0, 400.0))).train.late is there.train.late
    assert after(there, Hover(Control("train on"), (1600.0, 640.0))).train.late is there.train.late


@pytest.mark.parametrize("how", [TogglePresent(), SetTrainingPace(-1)], ids=lambda intent: type(intent).__name__)
def test_in_present_and_at_a_pace_of_so_many_a_second_all_is_one_picture(how: Intent) -> None:
    state = after(running(), how)
    for _ in range(12):
        state = passed(state, 1)
        assert state.train.late is None
        assert_all_is_one(state)


def test_in_the_stack_view_too() -> None:
    state = running()
    stacked = state.changed(interface=state.interface.changed(stacked=True))
    assert shows(stacked).train.late is None


def test_pictures_in_which_something_new_is_shown_have_a_quarter_of_the_updates() -> None:
    state, made = running(), dict[str, set[int]]()
    state = state.changed(ahead=state.ahead.changed(share=40))
    for _ in range(24):
        before, state = state, passed(state, 1)
        ran, share = ((each.ahead.course or course(each)).updates for each in (before, state)), state.ahead.share
        first, then = ran
        kind = "stage" if state.train.late is not None else "rest" if before.train.late is not None else "none"
        made.setdefault(kind, set()).add(then - first - (share if kind == "none" else share // 4))
    assert made == {"stage": {0}, "rest": {0}, "none": {0}}


def test_what_is_late_changes_nothing_that_is_learned() -> None:
    state = after(passed(running(), 40), ToggleTraining())
    found = course(state).training
    updates = course(state).updates
    assert updates > 2 * in_an_epoch(found.settings)
    slow = after(learning(), TrainAgain(), *(SetTrainingPace(-1),) * FULL, ToggleTraining())
    while (slow.ahead.course or course(slow)).updates < updates:
        slow = after(slow, Tick(1.0))
    assert np.array_equal(course(slow).training.row, found.row)
    assert course(slow).training.losses == found.losses


def test_rail_and_strip_that_follow_are_what_gathering_all_anew_gives_and_the_stage_is_left_as_it_was() -> None:
    gathering, state, kept = Gathering(), running(), 0
    for _ in range(30):
        before = gathering(state).still
        was, state = state, passed(state, 1)
        now, anew = gathering(state).still, Gathering()(state).still
        assert now.rail == anew.rail
        assert all(map(np.array_equal, numbers(now), numbers(anew)))
        if was.train.late is not None and state.train.late is None:
            assert now is not before
            assert now.sides is before.sides
            kept += 1
    assert kept > 3


@pytest.mark.parametrize("name", [name for name in StillState.names if name not in ("interface", "train")])
def test_where_more_than_that_is_another_all_is_gathered_anew(name: str) -> None:
    there = shows(running())
    follows = there.changed(train=there.train.changed(late=None))
    keys = [(None, *still_key(each)) for each in (there, follows, follows.changed(**{name: object()}))]
    assert differs_in_late_alone(keys[0], keys[1])
    assert not differs_in_late_alone(keys[0], keys[2])
    assert not differs_in_late_alone(("asked", *keys[0][1:]), keys[1])


@pytest.mark.parametrize("name", [name for name in Train.names if name != "late"])
def test_also_where_it_is_of_the_network_that_learns(name: str) -> None:
    there = shows(running())
    assert isinstance(there.train.late, Late)
    follows = there.changed(train=there.train.changed(late=None, **{name: object()}))
    assert not differs_in_late_alone((None, *still_key(there)), (None, *still_key(follows)))


def test_a_picture_without_anything_new_makes_no_frame_anew() -> None:
    gathering, state = Gathering(), passed(shows(running()), 1)
    still = gathering(state).still
    assert gathering(after(state, Tick(FRAME / 10))).still is still
    assert frame(state, SIZE).still.rail.train == still.rail.train
