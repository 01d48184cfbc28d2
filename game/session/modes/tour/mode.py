"""How a tour follows all intents: what they mean in it, what was asked for and has come true, and what it locks.

And what its own intents do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ....core.scenario import Pair
from ....files.tour import Tour
from ....input import tour_intents as intents
from ....input.intent import Intent
from ....input.scenario_intents import PasteGrid, ReplaceScenario
from ....input.walk_intents import GoToCell, NextStop, PreviousStop
from ....play.phases import TOLERANCE
from ....words.texts import text
from ...mode import Mode
from ...naming import remembered
from ...predict import keeps_back
from ...state import Handler, State, TourRun, within
from ...toasts import with_toast, without_toasts
from ...tour import at_stop, tour_begun, tour_left
from ...vote import VOTES
from .conditions import asks_for_a_cell, breaks_a_lock, came_true, holding, is_clicked
from .remote import backward, is_led, onward

_IN_A_TOUR: dict[type, Intent] = {NextStop: intents.NextBuild(), PreviousStop: intents.PreviousBuild()}
"""What the two keys of a remote mean in a tour: what its stops show, not the stops of a step."""


def meant(state: State, intent: Intent) -> tuple[State, Intent]:
    """Return what an intent means in a tour, and the state that it meets: what is opened ends the tour, for own work.

    While an output cell is asked for and all cells stand, a click on one answers, and they stay to be compared.
    """
    if isinstance(intent, ReplaceScenario) or (isinstance(intent, PasteGrid) and intent.source):
        return tour_left(_without_vote(state)), intent
    if state.predict.on:  # in a lesson: the keys of the remote are the game's until it is left
        return state, intent
    run = state.tour
    asked = run is not None and asks_for_a_cell(run) and state.playback.position >= state.steps
    if asked and isinstance(intent, GoToCell):
        return state, intents.AnswerCell(intent.cell)
    return state, _IN_A_TOUR.get(type(intent), intent)


def _without_vote(state: State) -> State:
    """Leave the vote on a scene before the scene is left, which it is also where nothing takes its place."""
    if state.interface.vote is None:
        return state
    from ..vote import left  # few classes vote

    return left(state)


def after(before: State, state: State, intent: Intent) -> State:
    """Return the state after an intent in a stop: with what was noticed, or as before when a lock forbids it."""
    run, earlier = state.tour, before.tour
    if run is None or earlier is None or run.index != earlier.index or run.tour is not earlier.tour:
        return state
    if state.scenario is not before.scenario:
        broken = breaks_a_lock(run.stop, state.scenario)
        if broken is not None:
            free = within(before, "interface", entry=None)
            return with_toast(free, text(f"tour.locked.{broken}"))
    if run.shown is not earlier.shown:
        return state  # the program has done it, or taken it back: no hand was there
    return _noticed(before, intent, _with_walk_anew(before, _with_secret_told(before, state)))


def _with_walk_anew(before: State, state: State) -> State:
    """Remember that a hand has made the walk another one at its end: it can be played then, until any of it is."""
    run, walk = state.tour, state.playback
    if run is None or state.scenario.walk == before.scenario.walk:
        stays = run is None or not run.anew or (walk.position == before.playback.position and not walk.playing)
        return state if stays else within(state, "tour", anew=False)
    at_end = is_led(run) and walk.position >= state.steps - TOLERANCE
    return state if at_end is run.anew else within(state, "tour", anew=at_end)


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
        run = run.changed(held=held)
        after = after.changed(tour=run)
    if met != run.met:
        run = run.changed(met=met, picked=_picked(run, state, intent))
        run = run.changed(finished=run.finished | {run.index}) if run.done else run
        other_cell = text("tour.other_cell")  # the right one has been found
        return without_toasts(after, lambda toast: toast.sentence == other_cell).changed(tour=run)
    if isinstance(intent, GoToCell | intents.AnswerCell) and not run.done and asks_for_a_cell(run):
        return with_toast(after, text("tour.other_cell"))
    return after


def _picked(run: TourRun, state: State, intent: Intent) -> Pair | None:
    """Return the output cell that answers: it is outlined, for the walk has not gone there."""
    if not isinstance(intent, intents.AnswerCell):
        return run.picked
    right = any(is_clicked(condition, state, intent) for condition in run.stop.conditions)
    return intent.cell if right else run.picked


def _begin(state: State, intent: intents.BeginTour) -> State:
    """Begin a tour; its file is then one of those that were opened last.

    That it goes on where it was left is said, for one might look for its beginning.
    """
    if not isinstance(intent.tour, Tour):
        return state
    begins = tour_begun(remembered(state, intent.source) if intent.source else state, intent.tour, intent.index)
    if begins.tour is None or not begins.tour.index or intent.index is not None:
        return begins
    return with_toast(begins, text(f"tour.goes_on.{begins.tour.tour.kind}", stop=begins.tour.index + 1))


def _leave(state: State, run: TourRun, _: object) -> State:
    """Leave the tour; at its end this is said, for the window is suddenly another one."""
    over = tour_left(state)
    if over.interface.votes:
        over = within(over, "interface", sheet=VOTES)
    return with_toast(over, text(f"tour.over.{run.tour.kind}")) if run.is_last else over


def _seen(state: State, run: TourRun, _: object) -> State:
    return within(state, "tour", seen=(run.index, state.interface.rail_open))


def _in_a_tour(does: Callable[[State, TourRun, Any], State]) -> Handler:
    """Return what an intent does in a tour; without one it does nothing."""
    return lambda state, intent: state if state.tour is None else does(state, state.tour, intent)


HANDLERS: dict[type[Intent], Handler] = {
    intents.BeginTour: _begin,
    intents.NextTourStop: _in_a_tour(lambda state, run, _: at_stop(state, run.index + 1)),
    intents.PreviousTourStop: _in_a_tour(lambda state, run, _: at_stop(state, run.index - 1)),
    intents.NextBuild: _in_a_tour(onward),
    intents.PreviousBuild: _in_a_tour(backward),
    intents.AnswerCell: lambda state, _: state,
    intents.FirstTourStop: lambda state, _: at_stop(state, 0),
    intents.ShowStopAgain: _in_a_tour(lambda state, run, _: at_stop(state, run.index)),
    intents.LeaveTour: _in_a_tour(_leave),
    intents.ToggleTourText: _in_a_tour(lambda state, run, _: within(state, "tour", opened=not run.opened)),
    intents.TourSeen: _in_a_tour(_seen),
}

MODE = Mode(meant=meant, refuses=keeps_back, after=after, handlers=HANDLERS)
