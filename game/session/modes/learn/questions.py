"""What the intents do about the question which way a weight goes."""

from __future__ import annotations

from ....input import learn_intents as intents
from ...learning import Trace, pointed_weight
from ...state import State
from .asked import step_of, with_told
from .shown import GRADIENTS, asked, with_learn


def choose_weight(state: State, _: Trace, intent: intents.ChooseWeight) -> State:
    """Look at a weight; where one is asked about, it is this one now."""
    (row, column), (rows, columns) = intent.weight, state.scenario.kernel_size
    if not (0 <= row < rows and 0 <= column < columns):
        return state
    if state.learn.asks:
        return with_learn(state, weight=intent.weight, answered="", part=GRADIENTS)
    return state.changed(learn=with_told(state.learn.changed(weight=intent.weight), intent.weight))


def ask(state: State, trace: Trace, _: object) -> State:
    """Ask which way a weight goes of which that could not be read just now, or leave that; the tally stays."""
    if state.learn.asks:
        return with_learn(state, asks=False, answered="", part=GRADIENTS)
    learn = with_told(state.learn, state.learn.weight)
    pointed = pointed_weight(state.interface.hover)
    return asked(state.changed(learn=learn if pointed is None else with_told(learn, pointed)), trace)


def answer(state: State, trace: Trace, intent: intents.AnswerDirection) -> State:
    """Take an answer, and tell whether it is right; a weight that stays goes neither way."""
    learn = state.learn
    if not learn.keeps_direction:
        return state
    front = state.result.scenario
    step = step_of(trace, (front.filter, front.place), learn.weight)
    right = step > 0 if intent.up else step < 0
    answered = "up" if intent.up else "down"
    tally = learn.changed(answered=answered, tries=learn.tries + 1, right=learn.right + right)
    return state.changed(learn=with_told(tally, learn.weight))


def told(state: State) -> State:
    """Tell which way the weight goes, without an answer."""
    return state.changed(learn=with_told(state.learn.changed(answered="told"), state.learn.weight))
