"""What the intents about a network that learns do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ....core.grid import checked_real
from ....core.limits import SEED
from ....input import train_intents as intents
from ....input.intent import Intent
from ....input.learn_intents import SetTrainingRate
from ....learning.training import RATE
from ....play.choices import SECTIONS, TRAINING_PACES
from ....words.texts import text
from ...changes import changed
from ...digit_scores import why_no_digits
from ...remembered import NOT_TRAINING
from ...state import Handler, State, within
from ...toasts import with_toast
from ...training import (
    Course,
    at_moment,
    beside,
    course_of_seed,
    further,
    in_an_epoch,
    kept,
    known,
    retuned,
    shipped,
    taught,
)
from .shown import course_now, run_begun, run_ended, with_course, with_train

SECTION = "learn"


def toggled(state: State) -> State:
    """Open the section of the rail in which the network learns, or fold it: then nothing learns any more."""
    if state.train.on:
        return with_train(run_ended(state), on=False)
    reason = why_no_digits(state.scenario)
    if reason is not None:
        return with_toast(state, text(reason))
    interface, opened = state.interface, with_train(state, on=True, faced=True)
    if interface.presenting and not interface.stacked:
        return opened  # it has a wall of its own there, with what lets it learn
    return within(opened, "interface", rail_open=True)  # where the rail stands, that means nothing


def folded(state: State, name: str) -> State:
    """Open a section of the rail, or fold it, for as long as that of learning is open."""
    if name == SECTION:
        return toggled(state)
    opened = {*state.train.sections} ^ {name}
    return with_train(state, sections=tuple(each for each in SECTIONS if each in opened))


def _toggle_run(state: State, _: object) -> State:
    return run_ended(state) if state.train.running else run_begun(state)


def _once(state: State, _: object) -> State:
    """Make one update, which is kept and an undo entry of its own."""
    course, stopped = further(course_now(state), 1)
    after = with_course(state, known(kept(course)))
    return with_toast(after, text(f"learn.stopped.{stopped}"), warning=True) if stopped else after


def _epoch(state: State, _: object) -> State:
    """Run to the end of the epoch: the window goes on meanwhile."""
    course = course_now(state)
    each = in_an_epoch(course.training.settings)
    return run_begun(state, (course.updates // each + 1) * each)


def _to(state: State, intent: intents.GoToMoment) -> State:
    course = state.train.course
    return state if course is None or not state.train.live else _there(state, at_moment(course, intent.updates))


def _by(state: State, intent: intents.GoByMoments) -> State:
    course = state.train.course
    return state if course is None or not state.train.live else _there(state, beside(course, intent.by))


def _there(state: State, course: Course) -> State:
    return state if course is state.train.course else with_course(state, course, joins=True)


def _again(state: State, _: object) -> State:
    """Take the random weights of another seed."""
    rolled = state.train.rolled + 1
    seed = (state.scenario.seed + rolled) % int(SEED.high + 1)
    return with_course(with_train(state, rolled=rolled), course_of_seed(state.scenario, state.train.rate, seed))


def _shipped(state: State, _: object) -> State:
    """Take the shipped weights, and the first rate: what is learned from them begins anew."""
    layers = shipped(state.scenario)
    if layers is None:
        return state
    after = set_rate(changed(state, taught(state.scenario, layers)), SetTrainingRate(NOT_TRAINING.rate))
    return with_train(after, live=False, seen=after.scenario)


def set_rate(state: State, intent: SetTrainingRate) -> State:
    """Set the rate, for what is learned from now on. Raises OutOfRange or NotFinite."""
    rate = checked_real(intent.value, "learning rate", RATE)
    course, ahead = (None if each is None else retuned(each, rate) for each in (state.train.course, state.ahead.course))
    return with_train(state, rate=rate, course=course).changed(ahead=state.ahead.changed(course=ahead))


def _pace(state: State, intent: intents.SetTrainingPace) -> State:
    pace = min(max(state.settings.training_pace + intent.by, 0), len(TRAINING_PACES) - 1)
    return within(state, "settings", training_pace=pace).changed(ahead=state.ahead.changed(due=state.interface.now))


def _learning(does: Callable[[State, Any], State]) -> Handler:
    """Return what an intent does where the network learns; else a sentence says why it does not."""

    def handler(state: State, intent: Any) -> State:
        reason = why_no_digits(state.scenario)
        return does(state, intent) if reason is None else with_toast(state, text(reason))

    return handler


HANDLERS: dict[type[Intent], Handler] = {
    intents.ToggleTraining: _learning(_toggle_run),
    intents.TrainOnce: _learning(_once),
    intents.TrainEpoch: _learning(_epoch),
    intents.GoToMoment: _learning(_to),
    intents.GoByMoments: _learning(_by),
    intents.TrainAgain: _learning(_again),
    intents.TakeShipped: _learning(_shipped),
    SetTrainingRate: _learning(set_rate),
    intents.SetTrainingPace: _learning(_pace),
}
