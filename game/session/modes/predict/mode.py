"""How the walk goes while one predicts: it halts at each question, and going on tells the answer."""

from __future__ import annotations

from typing import Any, TypeGuard

from ....input.intent import Control, GridName, Intent
from ....input.interface_intents import AcceptEntry, OpenEntry
from ....input.mode_intents import Question
from ....play.phases import SUMMED, TOLERANCE
from ...answers import ANSWER_CONTROLS
from ...entry_intents import LONGEST, accept
from ...mode import Mode
from ...predict import asked_about, at_question, is_hidden, keeps_back, next_question, offered, question_from
from ...state import Handler, State, within
from .handlers import HANDLERS, answer_opened, asked_anew, take, told


def carries(handler: Handler) -> Handler:
    """Return the handler that opens and takes the answers that are typed; all else is done as ever."""
    return lambda state, intent: _answered(state, intent, handler)


def _answered(state: State, intent: Any, handler: Handler) -> State:
    entry = state.interface.entry
    if isinstance(intent, OpenEntry) and _is_answer(intent.target):
        return answer_opened(state, intent.target.name, intent.text[:LONGEST], intent.by_touch)
    if isinstance(intent, AcceptEntry) and entry is not None and _is_answer(entry.target):
        return accept(state, take=take)
    return handler(state, intent)


def _is_answer(target: object) -> TypeGuard[Control]:
    return isinstance(target, Control) and target.name in ANSWER_CONTROLS


def after(before: State, state: State, intent: Intent) -> State:
    """Return the state with the walk not past the next question, and that one asked anew if it is another.

    What goes on from an open question tells its answer first.
    """
    if state.predict.question not in offered(state.scenario):  # another image or kernel has come
        state = asked_anew(within(state, "predict", question=Question.VALUE))
    if not before.predict.on:
        return _halted(state)
    if intent.goes_on and not intent.by_itself and at_question(before):
        before, state = told(before), told(state)
        if _is_summed(before) and not intent.plays:  # the cell stands: going on would leave it at once
            return state.changed(playback=before.playback.pause())
    kept = _kept_back(before, state) if intent.goes_on else _where_it_was(before, state)
    about = asked_about(kept)
    return _halted(asked_anew(kept) if about is not None and about != asked_about(before) else kept)


def _is_summed(state: State) -> bool:
    """Tell whether all of the step has happened but that its value is told."""
    position = state.playback.position
    fraction = position - int(position - TOLERANCE)
    return state.predict.question is Question.VALUE and fraction >= SUMMED - TOLERANCE


def _kept_back(before: State, after: State) -> State:
    """Stop the walk at the question that it went past."""
    start, end = before.playback.position, after.playback.position
    question = next_question(before)
    if end < start - TOLERANCE:  # at the end, the loop has begun again
        start, question = -1.0, question_from(before, 0)
    if question is None or not before.predict.question.of_a_step or after.scenario is not before.scenario:
        return after
    if not start < question - TOLERANCE <= end:
        return after
    return after.changed(playback=after.playback.scrub(question, after.steps))


def _where_it_was(before: State, state: State) -> State:
    """Return the state with its walk where it was while the size is asked: nobody sees where it goes."""
    asks = state.predict.question is Question.SIZE and is_hidden(before) and is_hidden(state)
    stays = asks and before.predict.question is Question.SIZE and state.scenario is before.scenario
    if not stays or state.playback is before.playback:
        return state
    return state.changed(playback=state.playback.put_back(before.playback))


def _halted(state: State) -> State:
    """Let nothing play on at an open question; while it is asked how many, the walk stands at its start.

    While the size is asked it stands where it was, for that is not seen, and goes on from there.
    """
    if not is_hidden(state):
        return state
    if state.predict.question is Question.SIZE:
        cursor, walk = state.interface.cursor, state.playback
        if cursor is not None and cursor.grid is GridName.OUTPUT:
            state = within(state, "interface", cursor=None)
        return state if (walk.playing, walk.target) == (False, None) else state.changed(playback=walk.pause())
    if not state.predict.question.of_a_step:
        return state.changed(playback=state.playback.scrub(0, state.steps))
    if state.playback.playing and at_question(state):
        return state.changed(playback=state.playback.pause())
    return state


MODE = Mode(refuses=keeps_back, carries=carries, after=after, handlers=HANDLERS)
