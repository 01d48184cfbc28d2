"""How the walk goes while one predicts: it halts at each question, and going on tells the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..input.predict_intents import Question
from ..input.targets import GridName
from ..input.walk_intents import NextStop, PhaseForward, Play, StepForward, TogglePlay
from ..input.window_intents import Tick
from ..play.phases import PRODUCTS_STAND, SUMMED, TOLERANCE
from ..value import replace
from .predict import asked_about, at_question, is_hidden, next_question
from .predict_intents import asked_anew, told

if TYPE_CHECKING:
    from .scenario_intents import Handler
    from .state import State

ONWARD = (StepForward, PhaseForward, NextStop, TogglePlay, Play)
"""What goes on: at a question it tells the answer first."""

PLAYING = (TogglePlay, Play)


def by_the_game(state: State, intent: Any, handler: Handler) -> State:
    """Carry out an intent; while one predicts, by the rules of the game."""
    if not state.predict.on:
        return _begun(state, handler(state, intent))
    if not isinstance(intent, ONWARD) or not at_question(state):
        return _followed(state, handler(state, intent), intent)
    shown = told(state)
    if _is_summed(state) and not isinstance(intent, PLAYING):
        return replace(shown, playback=shown.playback.pause())  # the cell stands: going on would leave it at once
    return _followed(shown, handler(shown, intent), intent)


def _begun(before: State, after: State) -> State:
    """Let the game begin, when it just has."""
    return _halted(after) if after.predict.on and not before.predict.on else after


def _is_summed(state: State) -> bool:
    """Tell whether all of the step has happened but that its value is told."""
    position = state.playback.position
    fraction = position - int(position - TOLERANCE)
    return state.predict.question is Question.VALUE and fraction >= SUMMED - TOLERANCE


def _followed(before: State, after: State, intent: Any) -> State:
    """Return the state with the walk not past the next question, and that one asked anew if it is another."""
    if not after.predict.on:
        return after
    kept = _kept_back(before, after) if isinstance(intent, (Tick, *ONWARD)) else after
    about = asked_about(kept)
    asked = asked_anew(kept) if about is not None and about != asked_about(before) else kept
    return _halted(asked)


def _kept_back(before: State, after: State) -> State:
    """Stop the walk at the question that it went past."""
    start, end = before.playback.position, after.playback.position
    question = next_question(before)
    if end < start - TOLERANCE:  # at the end, the loop has begun again
        start = -1.0
        question = PRODUCTS_STAND if before.predict.question is Question.VALUE else 0.0
    if question is None or before.predict.question is Question.SIZE or after.scenario is not before.scenario:
        return after
    if not start < question - TOLERANCE <= end:
        return after
    return replace(after, playback=after.playback.scrub(question, after.steps))


def _halted(state: State) -> State:
    """Let nothing play on at an open question; while the size is asked, the walk stands at its start."""
    if not is_hidden(state):
        return state
    if state.predict.question is Question.SIZE:
        cursor = state.interface.cursor
        interface = state.interface
        if cursor is not None and cursor.grid is GridName.OUTPUT:
            interface = replace(interface, cursor=None)
        return replace(state, playback=state.playback.start(), interface=interface)
    if state.playback.playing and at_question(state):
        return replace(state, playback=state.playback.pause())
    return state
