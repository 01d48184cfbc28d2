"""How a tour follows all intents: what they mean in it, what was asked for and has come true, and what it locks."""

from __future__ import annotations

from ....core.scenario import Pair
from ....input.intent import Intent
from ....input.scenario_intents import ReplaceScenario
from ....input.tour_intents import AnswerCell, NextBuild, PreviousBuild
from ....input.walk_intents import GoToCell, NextStop, PreviousStop
from ....value import replace
from ....words.texts import text
from ...mode import Mode
from ...predict import keeps_coverage
from ...state import State, TourRun, within
from ...toasts import with_toast
from ...tour import tour_left
from .conditions import asks_for_a_cell, breaks_a_lock, came_true, holding, is_clicked
from .handlers import HANDLERS

_IN_A_TOUR: dict[type, Intent] = {NextStop: NextBuild(), PreviousStop: PreviousBuild()}
"""What the two keys of a remote mean in a tour: what its stops show, not the stops of a step."""


def meant(state: State, intent: Intent) -> tuple[State, Intent]:
    """Return what an intent means in a tour, and the state that it meets: what is opened ends the tour, for own work.

    While an output cell is asked for and all cells stand, a click on one answers, and they stay to be compared.
    """
    if isinstance(intent, ReplaceScenario):
        return tour_left(state), intent
    run = state.tour
    asked = run is not None and asks_for_a_cell(run) and state.playback.position >= state.steps
    if asked and isinstance(intent, GoToCell):
        return state, AnswerCell(intent.cell)
    return state, _IN_A_TOUR.get(type(intent), intent)


def after(before: State, state: State, intent: Intent) -> State:
    """Return the state after an intent in a stop: with what was noticed, or as before when a lock forbids it."""
    run, earlier = state.tour, before.tour
    if run is None or earlier is None or run.index != earlier.index or run.tour is not earlier.tour:
        return state
    if state.scenario is not before.scenario:
        broken = breaks_a_lock(run.stop, state.scenario)
        if broken is not None:
            free = within(before, "interface", entry=None)
            return with_toast(free, text(f"tour.locked.{broken}"), warning=False)
    if run.shown is not earlier.shown:
        return state  # the program has done it, or taken it back: no hand was there
    return _noticed(before, intent, _with_secret_told(before, state))


def _with_secret_told(before: State, state: State) -> State:
    """Tell the secret of a stop once its walk goes on: from then on everybody sees it."""
    run, walk = state.tour, state.playback
    if run is None or not run.keeps_size or (walk.position == before.playback.position and not walk.playing):
        return state
    return within(state, "tour", told=True)


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
    return within(state, "interface", toasts=toasts)


MODE = Mode(meant=meant, refuses=keeps_coverage, after=after, handlers=HANDLERS)
