"""What the intents of a tour do, and how a tour follows all others: it notices what was asked, and keeps its locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..files.tour import Tour
from ..input.predict_intents import TogglePredict
from ..input.scenario_intents import ReplaceScenario
from ..input.tour_intents import (
    AnswerCell,
    BeginTour,
    FirstTourStop,
    LeaveTour,
    NextBuild,
    NextTourStop,
    PreviousBuild,
    PreviousTourStop,
    ToggleTourText,
    TourSeen,
)
from ..input.walk_intents import GoToCell, NextStop, PreviousStop
from ..value import replace
from ..words.texts import text
from .naming import remembered
from .toasts import with_toast
from .tour import at_stop, tour_begun, tour_left
from .tour_conditions import asks_for_a_cell, breaks_a_lock, came_true, holding, is_clicked
from .tour_remote import backward, onward

if TYPE_CHECKING:
    from ..core.scenario import Pair
    from ..input.intent import Intent
    from .scenario_intents import Handler
    from .state import State, TourRun

_IN_A_TOUR: dict[type, Intent] = {
    NextStop: NextBuild(),
    PreviousStop: PreviousBuild(),
}
"""What the two keys of a remote mean in a tour: what its stops show, not the stops of a step."""


def meant(state: State, intent: Intent) -> Intent:
    """Return what an intent means now.

    While an output cell is asked for and all cells stand, a click on one answers, and they stay to be compared.
    """
    run = state.tour
    if run is None:
        return intent
    if isinstance(intent, GoToCell) and asks_for_a_cell(run) and state.playback.position >= state.steps:
        return AnswerCell(intent.cell)
    return _IN_A_TOUR.get(type(intent), intent)


def tour_refusal(state: State, intent: Intent) -> str | None:
    """Return why an intent is refused in a tour, as a sentence, or None: the game would ask over the tour's tasks."""
    if state.tour is None or not isinstance(intent, TogglePredict):
        return None
    return text("tour.no_predict")


def before(state: State, intent: Intent) -> State:
    """Return the state that an intent meets: another scenario that is opened ends the tour, for it is own work."""
    return tour_left(state) if isinstance(intent, ReplaceScenario) else state


def followed(state: State, intent: Intent, after: State) -> State:
    """Return the state after an intent in a stop: with what was noticed, or as before when a lock forbids it."""
    run, earlier = after.tour, state.tour
    if run is None or earlier is None or run.index != earlier.index or run.tour is not earlier.tour:
        return after
    if after.scenario is not state.scenario:
        broken = breaks_a_lock(run.stop, after.scenario)
        if broken is not None:
            free = replace(state, interface=replace(state.interface, entry=None))
            return with_toast(free, text(f"tour.locked.{broken}"), warning=False)
    if run.shown is not earlier.shown:
        return after  # the program has done it, or taken it back: no hand was there
    return _noticed(state, intent, _with_secret_told(state, after))


def _with_secret_told(state: State, after: State) -> State:
    """Tell the secret of a stop once its walk goes on: from then on everybody sees it."""
    run, walk = after.tour, after.playback
    if run is None or not run.keeps_size or (walk.position == state.playback.position and not walk.playing):
        return after
    return replace(after, tour=replace(run, told=True))


def _noticed(state: State, intent: Intent, after: State) -> State:
    """Return the state with the conditions that have come true; a cell that is not meant is said."""
    run = after.tour
    if run is None or not run.met or after.working is not None:
        return after  # a hand that is still dragging passes values that it does not mean
    met = came_true(run, state, intent, after)
    held = holding(run, after) if run.shown else run.held
    if held != run.held:
        run = replace(run, held=held)
        after = replace(after, tour=run)
    if met != run.met:
        run = replace(run, met=met, picked=_picked(run, state, intent))
        run = replace(run, finished=run.finished | {run.index}) if run.done else run
        return replace(_without_other_cell(after), tour=run)
    if isinstance(intent, GoToCell | AnswerCell) and not run.done and asks_for_a_cell(run):
        return with_toast(after, text("tour.other_cell"), warning=False)
    return after


def _picked(run: TourRun, state: State, intent: Intent) -> Pair | None:
    """Return the output cell that answers: it is outlined, for the walk has not gone there."""
    if not isinstance(intent, AnswerCell):
        return run.picked
    right = any(is_clicked(condition, state, intent) for condition in run.stop.conditions)
    return intent.cell if right else run.picked


def _without_other_cell(state: State) -> State:
    """Take away that another cell was meant: the right one has been found."""
    toasts = tuple(toast for toast in state.interface.toasts if toast.sentence != text("tour.other_cell"))
    return replace(state, interface=replace(state.interface, toasts=toasts))


def _begin(state: State, intent: BeginTour) -> State:
    """Begin a tour; its file is then one of those that were opened last.

    That it goes on where it was left is said, for one might look for its beginning.
    """
    if not isinstance(intent.tour, Tour):
        return state
    begins = tour_begun(remembered(state, intent.source) if intent.source else state, intent.tour)
    if begins.tour is None or not begins.tour.index:
        return begins
    return with_toast(begins, text("tour.goes_on", stop=begins.tour.index + 1), warning=False)


def _leave(state: State, _: object) -> State:
    """Leave the tour; at its end this is said, for the window is suddenly another one."""
    over = tour_left(state)
    at_the_end = state.tour is not None and state.tour.is_last
    return with_toast(over, text("tour.over"), warning=False) if at_the_end else over


def _go(state: State, steps: int) -> State:
    return state if state.tour is None else at_stop(state, state.tour.index + steps)


def _toggle_text(state: State, _: object) -> State:
    run = state.tour
    return state if run is None else replace(state, tour=replace(run, opened=not run.opened))


def _seen(state: State, _: object) -> State:
    run = state.tour
    return state if run is None else replace(state, tour=replace(run, seen=(run.index, state.interface.rail_open)))


HANDLERS: dict[type, Handler] = {
    BeginTour: _begin,
    NextTourStop: lambda state, _: _go(state, 1),
    PreviousTourStop: lambda state, _: _go(state, -1),
    NextBuild: onward,
    PreviousBuild: backward,
    AnswerCell: lambda state, _: state,
    FirstTourStop: lambda state, _: at_stop(state, 0),
    LeaveTour: _leave,
    ToggleTourText: _toggle_text,
    TourSeen: _seen,
}
