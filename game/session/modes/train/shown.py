"""How what a network learns comes into the state: as the work that is shown, and its undo entries."""

from __future__ import annotations

from typing import Any

from ....core.scenario import Scenario
from ...changes import gesture_begun, gesture_ended, with_joined
from ...remembered import FULL, Ahead
from ...state import State
from ...training import Course, course_of, kept, known, shown, taught


def with_train(state: State, **changes: Any) -> State:
    """Return the state with other values for some fields of what is remembered of a network that learns."""
    return state.changed(train=state.train.changed(**changes))


def with_course(state: State, course: Course, joins: bool = False) -> State:
    """Show where a course is now: in a run as its present state, else as an undo entry.

    joins: it is one with the last entry, where that has also come of going back and forth.
    """
    known = state.train.course if state.train.live and state.train.seen is state.scenario else None
    same = known is not None and known.training.row is course.training.row
    after = state if same else _recorded(state, taught(state.scenario, course.layers), joins)
    return with_train(after, course=course, live=True, seen=after.scenario)


def _recorded(state: State, scenario: Scenario, joins: bool) -> State:
    """Show another scenario; `joins`: as one undo entry with the last one, where that is of this kind."""
    after = with_joined(state, scenario, state.train.entry if joins else None)
    return with_train(after, entry=after.history.present if joins and after.working is None else None)


def course_now(state: State) -> Course:
    """Return the course of what is shown; it begins now where there is none."""
    train = state.train
    return train.course if train.course is not None and train.live else course_of(state.scenario, train.rate)


def run_begun(state: State, until: int | None = None) -> State:
    """Let one update come after the other, up to a number of them; all are one undo entry."""
    begun, now = gesture_begun(with_course(state, known(course_now(state)))), state.interface.now
    begun = begun.changed(ahead=Ahead(due=now, ticked=now, drawn=now, share=state.ahead.share))
    return with_train(begun, running=True, until=until, entry=None)


def run_ended(state: State) -> State:
    """End the run, if there is one; where it has come to is shown, and kept."""
    if not state.train.running:
        return state
    state = caught_up(state)
    course = None if state.train.course is None else known(kept(state.train.course))
    return with_train(gesture_ended(state), running=False, until=None, course=course, late=None)


def caught_up(state: State) -> State:
    """Show how far a run has come."""
    course, now = state.ahead.course, state.interface.now
    if course is None:
        return state
    after = with_course(state, kept(course) if state.settings.training_pace != FULL else shown(course))
    return after.changed(ahead=state.ahead.changed(course=None, drawn=now, draws=True))


def run_dropped(state: State) -> State:
    """End the run where something else than its weights is shown: what was not shown yet is forgotten."""
    return run_ended(state.changed(ahead=state.ahead.changed(course=None)))
