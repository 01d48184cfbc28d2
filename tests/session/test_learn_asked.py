"""Which way a weight goes: it is asked about one that nothing was told of, and what does not tell it stands there."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input import learn_intents as learn
from game.input import walk_intents as walk
from game.input.intent import Cell, GridName
from game.input.interface_intents import Hover
from game.input.mode_intents import TogglePredict
from game.input.window_intents import Tick
from game.session.facts.learn import LearnFacts, learn_facts
from game.session.state import State
from game.value import Kept
from tests import picture
from tests.session.test_learn import after, learning

ASK = TogglePredict()


def facts(state: State) -> LearnFacts:
    found = learn_facts(state, Kept())
    assert found is not None
    return found


def stands_open(state: State) -> bool:
    """Tell whether a question is open, of which nothing is told but from what it can be thought out."""
    found = facts(state)
    told = found.gradient, found.step, found.turned, found.slope, found.velocity, found.new
    assert not found.secret or told == (None, None, None, 0.0, 0.0, 0.0)
    return found.secret and found.output is not None and found.error is not None and found.part == "gradients"


def test_it_is_asked_about_another_weight_than_the_one_whose_step_could_just_be_read() -> None:
    state = after(learning(), learn.ChooseWeight((1, 0)), learn.ChooseWeight((1, 1)))
    asked = after(state, ASK)
    assert stands_open(asked)
    assert asked.learn.weight not in ((1, 0), (1, 1))
    assert after(state, ASK).learn.weight == asked.learn.weight
    pointed = after(state, Hover(Cell(GridName.KERNEL, *asked.learn.weight), (0, 0)), ASK)
    assert pointed.learn.weight not in ((1, 0), (1, 1), asked.learn.weight)


def test_each_question_before_an_update_is_about_another_weight_until_all_were_told() -> None:
    state, asked = learning(), list[tuple[int, int]]()
    first = state.learn.weight
    for _ in range(8):
        state = after(state, ASK)
        assert stands_open(state)
        asked.append(state.learn.weight)
        state = after(state, learn.AnswerDirection(up=True), ASK)
    assert len({first, *asked}) == 9
    assert stands_open(after(state, ASK))


@pytest.mark.parametrize("answer", [learn.AnswerDirection(up=True), walk.StepForward(), walk.PhaseForward()])
def test_after_an_update_the_next_question_is_about_another_weight_and_output_and_error_stand(answer: object) -> None:
    asked = after(learning(), ASK)
    for moves in ((walk.StepForward(),), (walk.PhaseForward(), walk.PhaseForward())):
        state = after(asked, answer, *moves)  # type: ignore[arg-type]
        assert state.learn.trace is not None
        assert state.learn.trace.number == 1
        assert stands_open(state)
        assert state.learn.weight != asked.learn.weight
        back = after(state, answer, *[walk.PhaseBack()] * 5)  # type: ignore[arg-type]
        assert back.learn.trace is not None
        assert back.learn.trace.number == 0
        assert stands_open(back)


def test_a_weight_that_is_chosen_is_asked_about_with_output_and_error() -> None:
    told = after(learning(), ASK, learn.AnswerDirection(up=True), *[walk.PhaseBack()] * 4)
    assert told.learn.part == "kernel"
    chosen = after(told, learn.ChooseWeight((2, 2)))
    assert chosen.learn.weight == (2, 2)
    assert stands_open(chosen)


def test_a_weight_that_stays_is_not_asked_about_while_another_moves() -> None:
    image = np.zeros((5, 5))
    image[0, 0] = 1.0  # of all patches one has a pixel, under the first weight

    dark = picture.state(Scenario(image, np.full((3, 3), 0.5)))
    state = after(dark, learn.ToggleLearn(), learn.ChooseWeight((1, 1)), ASK)
    assert state.learn.weight == (0, 0)
    assert stands_open(state)


def test_a_run_asks_nothing_new() -> None:

    asked = after(learning(), ASK, learn.AnswerDirection(up=True), walk.TogglePlay(), *[Tick(1 / 60)] * 30)
    assert asked.learn.running
    weight = asked.learn.weight
    more = after(asked, *[Tick(1 / 60)] * 60)
    assert more.learn.trace is not None
    assert asked.learn.trace is not None
    assert more.learn.trace.number > asked.learn.trace.number
    assert more.learn.weight == weight
