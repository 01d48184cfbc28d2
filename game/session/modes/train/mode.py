"""While a network learns: what ends a run, how what is learned follows all else, and the updates that are due."""

from __future__ import annotations

from typing import Any

from ....input import train_intents as intents
from ....input.intent import Cell, Control, Intent
from ....input.interface_intents import AcceptEntry, Hover, OpenEntry
from ....input.layer_intents import FocusLayer
from ....input.learn_intents import SetTrainingRate, ToggleLearn, TrainIntent
from ....input.mode_intents import StartPresent, TogglePresent
from ....input.scenario_intents import ScenarioIntent
from ....input.tour_intents import NextBuild, PreviousBuild, TourIntent
from ....input.walk_intents import Faster, Slower, ToggleLoop, WalkIntent
from ....input.window_intents import Tick, ToggleSection
from ....play.choices import TRAINING_PACES
from ....words.numbers import full
from ....words.texts import text
from ...digit_scores import why_no_digits
from ...entry_intents import LONGEST, accept
from ...interface import Entry
from ...mode import Mode
from ...remembered import FULL, Ahead, Late
from ...state import Handler, State, within
from ...toasts import with_toast
from ...training import LEAST, MOST, followed, further
from .handlers import HANDLERS, folded, set_rate
from .shown import caught_up, course_now, run_dropped, run_ended, with_train

RATE = Control("training rate")
"""The control of the rail in which a rate is typed."""
LATE, EARLY = 0.022, 0.0185
"""Seconds since the last picture from which on fewer updates are made, and up to which more are."""
APART = 0.06
"""Seconds, at least, between two pictures that show what was learned; those between show the walk, and take no time."""
TOO = 1 / 4
"""Which part of the updates is made where the stage, or rail and strip, show what was learned.

So all pictures take about the same time.
"""
SLOW = 4
"""Updates between two pictures at most, at a pace of so many a second."""
_RUNS_ON = (intents.ToggleTraining, SetTrainingRate, intents.SetTrainingPace)
"""What does not end a run."""
_TALKS = (StartPresent, TogglePresent)
"""What shows how it learns where a run goes on."""
_WALKS, _STAYS = (WalkIntent, FocusLayer, NextBuild, PreviousBuild), (Faster, Slower, ToggleLoop)
"""What shows the walk in its place, and what of that does not move it."""
_ENDING = ("compare", "predict", "tour", "vote")
"""The modes that end a run when they begin."""


def meant(state: State, intent: Intent) -> tuple[State, Intent]:
    """Return what an intent means while a network learns; a hand that changes the work ends the run."""
    if not state.train.running:
        return state, intent
    changes = isinstance(intent, ScenarioIntent | TourIntent) and not isinstance(intent, FocusLayer)
    learns = isinstance(intent, TrainIntent) and not isinstance(intent, _RUNS_ON)
    return (run_ended(state) if changes or learns or intent.begins in _ENDING else state), intent


def carries(handler: Handler) -> Handler:
    """Return the handler that folds sections for as long as it is on, lets the rate be typed, and a run go on."""
    return lambda state, intent: _carried(state, intent, handler)


def _carried(state: State, intent: Any, handler: Handler) -> State:
    entry = state.interface.entry
    if isinstance(intent, ToggleSection) and state.train.on and why_no_digits(state.scenario) is None:
        return folded(state, intent.name)
    if isinstance(intent, OpenEntry) and intent.target == RATE:
        words = intent.text[:LONGEST] or full(state.train.rate)
        opened = Entry(RATE, words, len(words), fresh=not intent.text, by_touch=intent.by_touch)
        return within(state, "interface", entry=opened, popup=None, popup_cell=None)
    if isinstance(intent, AcceptEntry) and entry is not None:
        if entry.target == RATE:
            return accept(state, take=_take_rate)
        return handler(state if entry.fresh else run_ended(state), intent)
    return handler(state, intent)


def _take_rate(state: State, _: Cell | Control, value: float) -> State:
    return set_rate(state, SetTrainingRate(value))


def after(_: State, state: State, intent: Intent) -> State:
    """Return the state in which what is learned belongs to what is shown, and in a run the updates that are due."""
    follows = state.train.late is not None
    if follows and not isinstance(intent, Hover):
        state = with_train(state, late=None)
    state = _faced(state, intent)
    if state.train.running and state.working is None:
        state = run_dropped(state)  # whoever ended the gesture has ended the run
    if state.scenario is not state.train.seen:
        state = _follows(state)
    return _due(state, follows) if state.train.running and isinstance(intent, Tick) else state


def _faced(state: State, intent: Intent) -> State:
    """Return the state in which Present shows learning after a hand on it, and the walk after a hand on that."""
    learns = isinstance(intent, TrainIntent | ToggleLearn) or (state.train.running and isinstance(intent, _TALKS))
    walks = isinstance(intent, _WALKS) and not isinstance(intent, _STAYS)
    return with_train(state, faced=learns) if learns or (walks and state.train.faced) else state


def _follows(state: State) -> State:
    """Follow the work to the state of the course that it shows; with other weights there is none."""
    train, scenario = state.train, state.scenario
    if train.course is None:
        return with_train(state, seen=scenario)
    there = followed(train.course, scenario) if why_no_digits(scenario) is None else None
    if there is None:
        return with_train(run_dropped(state), live=False, seen=scenario)
    return with_train(state, course=there, live=True, seen=scenario)


def _due(state: State, follows: bool) -> State:
    """Make the updates that are due since the last picture, and show at times what has come of them.

    follows: in this picture rail and strip follow the stage.
    """
    ahead, now = state.ahead, state.interface.now
    if state.settings.training_pace == FULL:
        share = _share(ahead, now - ahead.ticked)
        draws = not ahead.draws and now - ahead.drawn >= APART  # between two of them one tells how many updates fit
        state = state.changed(ahead=ahead.changed(ticked=now, share=share, draws=follows))
        return _further(state, max(LEAST, int(share * TOO)) if draws or follows else share, draws)
    pace = TRAINING_PACES[state.settings.training_pace]
    due = int(min((now - ahead.due) * pace + 1, SLOW)) if now >= ahead.due else 0
    if not due:
        return state
    return _further(state.changed(ahead=ahead.changed(due=max(ahead.due + due / pace, now))), due, draws=True)


def _share(ahead: Ahead, apart: float) -> int:
    """Return how many updates are made now, of how many were made last, and how long ago that was.

    What the window takes to draw is no reason to make fewer.
    """
    if ahead.draws:
        return ahead.share
    if apart > LATE:
        return max(LEAST, ahead.share * 3 // 4)
    return min(MOST, ahead.share + 2) if apart <= EARLY else ahead.share


def _further(state: State, updates: int, draws: bool) -> State:
    """Make so many updates more, at most to where the run ends, and show them if they are to be drawn."""
    until, course = state.train.until, state.ahead.course or course_now(state)
    updates = updates if until is None else min(updates, until - course.updates)
    course, stopped = further(course, updates)
    after = state.changed(ahead=state.ahead.changed(course=course))
    if stopped:
        return with_toast(run_ended(after), text(f"learn.stopped.{stopped}"), warning=True)
    if until is not None and course.updates >= until:
        return run_ended(after)
    return _shown(after) if draws else after


def _shown(state: State) -> State:
    """Show how far a run has come: at full pace on the stage now, and in rail and strip with the next picture.

    In Present and in the Stack view they are one picture.
    """
    course, interface = state.train.course, state.interface
    late = None
    if state.settings.training_pace == FULL and course is not None and not (interface.presenting or interface.stacked):
        late = Late(course, state.result)
    return with_train(caught_up(state), late=late)


MODE = Mode(meant=meant, carries=carries, after=after, handlers=HANDLERS)
