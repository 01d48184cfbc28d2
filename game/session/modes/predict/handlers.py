"""What the intents of Predict do to the state. None of them but `UseIntegers` touches the scenario."""

from __future__ import annotations

import math

from ....core import images, kernels
from ....core.grid import checked_whole
from ....core.limits import CHANNELS, FILTERS, KERNEL_SIZE, PICTURE_SIZE, Range
from ....input import mode_intents as intents
from ....input.intent import Cell, Control, GridName, Intent
from ....input.mode_intents import Question
from ....play.phases import SETTLED, TOLERANCE
from ....play.playback import Playback
from ... import answers, predict
from ...allowed import exists
from ...changes import changed_apart
from ...interface import Entry
from ...predict_scale import COUNT
from ...remembered import Predict
from ...state import Handler, State, within
from ...toasts import entry_closed

LARGEST = int(PICTURE_SIZE.high) * 2
MOST_WEIGHTS = int(FILTERS.high * CHANNELS.high * KERNEL_SIZE.high**2)


def asked_anew(state: State) -> State:
    """Ask the question as if for the first time: nothing is given, and nothing told."""
    game = state.predict
    anew = Predict(game.on, game.question, game.typed, tries=game.tries, right=game.right)
    asked = _without_entry(state).changed(predict=anew)
    tells = game.on and game.question.counts and asked.interface.popup == predict.COUNTED_IN
    return within(asked, "interface", popup=None) if tells else asked


def told(state: State) -> State:
    """Tell the answer without a try."""
    return within(_without_entry(state), "predict", told=True)


def _without_entry(state: State) -> State:
    """Close the answer that is being typed."""
    entry = state.interface.entry
    if entry is None or not isinstance(entry.target, Control) or entry.target.name not in answers.ANSWER_CONTROLS:
        return state
    return entry_closed(state)


def _toggle(state: State, _: object) -> State:
    """Begin, or leave; the tally stays for the next time."""
    return asked_anew(within(state, "predict", on=not state.predict.on))


def _choose_question(state: State, intent: intents.ChooseQuestion) -> State:
    """Ask another kind of question, or the same one anew."""
    asks = state.predict.on and intent.question in predict.offered(state.scenario)
    return asked_anew(within(state, "predict", question=intent.question)) if asks else state


def _choose_form(state: State, intent: intents.ChooseForm) -> State:
    return asked_anew(within(state, "predict", typed=intent.typed)) if predict.is_hidden(state) else state


def judged(state: State, right: bool, **given: object) -> State:
    """Count a try, tell the answer, and let the walk show it: it plays on and pauses before the next question."""
    tally = {"tries": state.predict.tries + 1, "right": state.predict.right + right}
    counted = within(state, "predict", told=True, answered=True, was_right=right, **tally, **given)
    return counted.changed(playback=_shown_on(counted))


def _shown_on(state: State) -> Playback:
    """Return the walk on its way to where the answer is seen: the summed cell, or the kernel on its patch."""
    walk = state.playback
    step, question = predict.asked_step(state), state.predict.question
    if step is None or not question.of_a_step:
        return walk
    target = step + (1.0 if question is Question.VALUE else SETTLED)
    return walk if walk.position >= target - TOLERANCE else walk.changed(playing=True, target=target, rested=0.0)


def _pick_shade(state: State, intent: intents.PickShade) -> State:
    """Answer with a shade."""
    asks = predict.is_hidden(state) and state.predict.question is Question.VALUE and not answers.is_typed(state)
    if not asks or not 0 <= intent.index < COUNT:
        return state
    return judged(state, intent.index == answers.shares(state)[1], shade=intent.index)


def _answer_key(state: State, intent: intents.AnswerKey) -> State:
    """Pick a shade by its number, or begin to type."""
    if not predict.is_hidden(state) or state.predict.question is Question.PATCH:
        return state
    if state.predict.question is Question.VALUE and not answers.is_typed(state):
        digit = intent.text[:1]
        return _pick_shade(state, intents.PickShade(int(digit) - 1)) if digit in tuple("1234") else state
    return answer_opened(state, next_control(state), intent.text)


def next_control(state: State) -> str:
    """Return the control in which the next number of the answer is typed."""
    if state.predict.question is not Question.SIZE:
        return answers.ANSWER
    given = state.predict.given
    return answers.COLUMNS if given and math.isnan(given[1]) else answers.ROWS


def answer_opened(state: State, name: str, text: str = "", by_touch: bool = False) -> State:
    """Open an answer for typing; a number that was given for it before stands there."""
    if not can_open(state, name):
        return state
    entry = Entry(Control(name), text, len(text), fresh=not text, by_touch=by_touch)
    return within(state, "interface", entry=entry, popup=None, popup_cell=None)


def can_open(state: State, name: str) -> bool:
    """Tell whether an answer can be typed there now."""
    if not predict.is_hidden(state):
        return False
    if state.predict.question is Question.VALUE:
        return name == answers.ANSWER and answers.is_typed(state)
    if state.predict.question.counts:
        return name == answers.ANSWER
    return state.predict.question is Question.SIZE and name in (answers.ROWS, answers.COLUMNS)


def take(state: State, target: Control, value: float) -> State:
    """Take a typed number as the answer, or as half of it. Raises an error of core for no size at all."""
    name, question = target.name, state.predict.question
    if not can_open(state, name):
        return state
    if question.counts:
        count = checked_whole(value, "answer", Range(1, MOST_WEIGHTS))
        return judged(state, count == answers.answer_count(state.scenario, question), given=(float(count),))
    if name == answers.ANSWER:
        return judged(state, answers.value_is_right(state, value), given=(value,))
    whole = float(checked_whole(value, "answer", Range(1, LARGEST)))
    rows, columns = state.predict.given or (math.nan, math.nan)
    given = (whole, columns) if name == answers.ROWS else (rows, whole)
    taken = within(state, "predict", given=given)
    if any(math.isnan(number) for number in given):
        return answer_opened(taken, next_control(taken))
    return judged(taken, given == taken.scenario.output_size)


def _mark(state: State, intent: intents.MarkPixel) -> State:
    """Mark a pixel, or take its mark away, while that is the question."""
    asks = predict.is_hidden(state) and state.predict.question is Question.PATCH
    if not asks or not exists(state.scenario, Cell(GridName.IMAGE, *intent.pixel)):
        return state
    marked = state.predict.marked
    return within(state, "predict", marked=marked | {intent.pixel} if intent.on else marked - {intent.pixel})


def _check(state: State, _: object) -> State:
    if not predict.is_hidden(state):
        return state
    if state.predict.question is Question.PATCH:
        return judged(state, answers.patch_is_right(state))
    return answer_opened(state, next_control(state))


def _use_integers(state: State, _: object) -> State:
    """Take image and kernel "integers" in one change; what pools has no kernel."""
    scenario = state.scenario
    image = images.make("integers", scenario.image_size, scenario.seed)
    pictured = scenario.with_image(image, "integers", images.white_of("integers"))
    if scenario.layer.pooling is not None:
        return changed_apart(state, pictured)
    kernel = kernels.make("integers", scenario.kernel_size, scenario.seed)
    return changed_apart(state, pictured.with_kernel(kernel, "integers"))


HANDLERS: dict[type[Intent], Handler] = {
    intents.TogglePredict: _toggle,
    intents.ChooseQuestion: _choose_question,
    intents.ChooseForm: _choose_form,
    intents.PickShade: _pick_shade,
    intents.AnswerKey: _answer_key,
    intents.MarkPixel: _mark,
    intents.CheckAnswer: _check,
    intents.ResetTally: lambda state, _: within(state, "predict", tries=0, right=0),
    intents.UseIntegers: _use_integers,
}
