"""Runs of updates: those of one picture are made at once, and are the very same as one by one."""

from __future__ import annotations

import numpy as np

from game.input import learn_intents as learn
from game.input import walk_intents as walk
from game.input.window_intents import Tick
from game.session.facts.learn import learn_facts
from game.session.state import State, StillState
from game.value import Kept, narrowed
from game.words.numbers import number as number_text
from game.words.texts import text
from tests.session.test_learn import after, learning, said, ticked, weights

FASTEST = tuple(learn.SetPace(1) for _ in range(9))


def number(state: State) -> int:
    assert state.learn.trace is not None
    return state.learn.trace.number


def refused_loss(state: State) -> float:
    """Return the loss after one update more of one kernel without bias, by the rules alone."""
    learning, image, kernel = state.scenario.learning, state.scenario.image, state.scenario.kernel
    assert learning is not None
    patches = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    error = np.einsum("ijkl,kl->ij", patches, kernel) - learning.target[0]
    slope = 2 / error.size * np.einsum("ij,ijkl->kl", error, patches)
    after = np.einsum("ijkl,kl->ij", patches, kernel - learning.learning_rate * slope) - learning.target[0]
    return float((after * after).mean())


def test_updates_of_one_picture_are_made_at_once_and_are_the_same_as_one_by_one() -> None:
    begins = after(learning(), *FASTEST, walk.TogglePlay())
    at_once = after(begins, Tick(1 / 40))
    assert number(at_once) == 7  # 240 a second, the first at once
    assert weights(at_once) == weights(after(learning(), *(learn.OneUpdate() for _ in range(7))))
    late = after(begins, Tick(5.0))
    assert number(late) == 8, "what is too late is left out, for the window has to be drawn"


def test_a_run_that_grows_stops_at_the_last_update_that_can_be_shown() -> None:
    begins = after(learning(), learn.SetRate(50.0), *FASTEST)
    grown = ticked(after(begins, walk.TogglePlay()), 3)
    assert not grown.learn.running
    started, told = begins.learn.trace, grown.learn.trace
    assert started is not None
    assert told is not None
    assert said(grown) == [text("learn.stopped.next", loss=number_text(refused_loss(grown), 0))]
    assert refused_loss(grown) > 1000 * started.slopes.loss > told.slopes.loss
    assert number(grown) >= 1
    alone = after(begins, *(learn.OneUpdate() for _ in range(9)))
    assert weights(grown) == weights(alone)
    assert grown.history.undo().present.scenario.layer == begins.scenario.layer


def test_what_an_update_leaves_as_it_was_is_not_worked_out_again() -> None:
    begins = after(learning(), *FASTEST, walk.TogglePlay(), Tick(1 / 60))
    first, second = begins, after(begins, Tick(1 / 60))
    assert weights(first) != weights(second)
    assert second.result.slide is first.result.slide
    assert second.result.padded_images is first.result.padded_images
    before, now = (learn_facts(narrowed(state, StillState), kept) for kept in (Kept(),) for state in (first, second))
    assert before is not None
    assert now is not None
    assert now.target is before.target
    assert now.output != before.output


def test_the_gradients_of_the_newest_update_are_those_that_the_next_one_is_made_of() -> None:
    state = after(learning(), *FASTEST, walk.TogglePlay(), Tick(1 / 60))
    trace = state.learn.trace
    assert trace is not None
    history = trace.stretches[-1].history
    assert trace.slopes is history.slopes
    earlier = after(state, learn.GoToUpdate(trace.number - 1)).learn.trace
    assert earlier is not None
    assert earlier.slopes.loss == history.losses[-2]
    assert earlier.slopes.loss != trace.slopes.loss


def test_the_pixels_that_weights_meet_are_kept_but_once_however_often_the_rate_is_another() -> None:
    state = after(learning(), learn.OneUpdate(), learn.SetRate(0.01), learn.OneUpdate(), learn.SetRate(0.02))
    trace = after(state, learn.OneUpdate()).learn.trace
    assert trace is not None
    goals = [stretch.goal for stretch in trace.stretches]
    assert len(goals) == 3
    assert goals[0].met is not None
    assert all(goal.met is goals[0].met and goal.padded is goals[0].padded for goal in goals)
