"""How what is learned comes into the state: as the work that is shown, its undo entries, and what is remembered."""

from __future__ import annotations

from typing import Any

from ....core.learning import Learning
from ....core.scenario import Scenario
from ...changes import gesture_begun, gesture_ended, with_joined
from ...learning import Trace, trace_of
from ...state import State
from .asked import asking

GRADIENTS = "gradients"
"""The part of an update at which one looks as long as nobody goes part by part: all gradients stand."""


def with_learn(state: State, **changes: Any) -> State:
    """Return the state with other values for some fields of what is remembered of learning."""
    return state.changed(learn=state.learn.changed(**changes))


def with_trace(state: State, trace: Trace, joins: bool = False, **changes: Any) -> State:
    """Show the present update of a trace: in a run as its present state, else as an undo entry.

    joins: it is one with the last entry, where that has also come of going back and forth.
    """
    learned = with_learn(state, trace=trace, turned=None, answered="", told=(), **changes)
    return _asked_anew(_recorded(learned, trace.scenario, joins))


def _asked_anew(state: State) -> State:
    """Return the state in which the next question is about another weight; a run has no time for any."""
    learn, trace = state.learn, state.learn.trace
    asks = trace is not None and learn.asks and not learn.running
    return asked(state, trace) if asks and trace is not None else state


def asked(state: State, trace: Trace) -> State:
    """Ask which way a weight goes that nothing was told of."""
    front = state.result.scenario
    return state.changed(learn=asking(state.learn, trace, (front.filter, front.place), GRADIENTS))


def with_learning(state: State, learning: Learning, joins: bool = False) -> State:
    """Let the scenario have this to learn; `joins`: as one undo entry with the last change of this kind."""
    return _recorded(state, state.scenario.changed(learning=learning).at(0, 0), joins)


def _recorded(state: State, scenario: Scenario, joins: bool) -> State:
    """Show another scenario; `joins`: as one undo entry with the last one, where that is of this kind."""
    after = with_joined(state, scenario, state.learn.entry if joins else None)
    return with_learn(after, entry=after.history.present if joins and after.working is None else None)


def begun(state: State, scenario: Scenario | None = None) -> State:
    """Begin to learn anew at what is shown."""
    trace = trace_of(state.scenario if scenario is None else scenario)
    return with_learn(state, trace=trace, part=GRADIENTS, turned=None, answered="", told=())


def run_begun(state: State) -> State:
    """Let one update come after the other; all of them are one undo entry."""
    begins = gesture_begun(state)
    return with_learn(begins, running=True, due=state.interface.now, part=GRADIENTS, turned=None, entry=None)


def run_ended(state: State) -> State:
    """End the run, if there is one."""
    if not state.learn.running:
        return state
    return with_learn(gesture_ended(state), running=False)
