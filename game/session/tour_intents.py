"""What the intents of a tour do, and how a tour follows all others: it notices what was asked, and keeps its locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input import intents
from ..value import replace
from ..words.texts import text
from .toasts import with_toast
from .tour import Tour, at_stop, begun, breaks_a_lock, holds, left

if TYPE_CHECKING:
    from ..input.intents import Intent
    from .scenario_intents import Handler
    from .state import State

_IN_A_TOUR: dict[type, Intent] = {
    intents.NextStop: intents.NextTourStop(),
    intents.PreviousStop: intents.PreviousTourStop(),
}
"""What the two keys of a remote mean in a tour: its stops, not those of a step."""


def meant(state: State, intent: Intent) -> Intent:
    """Return what an intent means now."""
    return intent if state.tour is None else _IN_A_TOUR.get(type(intent), intent)


def refusal(state: State, intent: Intent) -> str | None:
    """Return why an intent is refused in a tour, as a sentence, or None: the game would ask over the tour's tasks."""
    if state.tour is None or not isinstance(intent, intents.TogglePredict):
        return None
    return text("tour.no_predict")


def before(state: State, intent: Intent) -> State:
    """Return the state that an intent meets: another scenario that is opened ends the tour, for it is own work."""
    return left(state) if isinstance(intent, intents.ReplaceScenario) else state


def followed(state: State, intent: Intent, after: State) -> State:
    """Return the state after an intent in a stop: with what was noticed, or as before when a lock forbids it."""
    run = after.tour
    if run is None or state.tour is None or run.index != state.tour.index or run.tour is not state.tour.tour:
        return after
    if after.scenario is not state.scenario:
        broken = breaks_a_lock(run.stop, after.scenario)
        if broken is not None:
            free = replace(state, interface=replace(state.interface, entry=None))
            return with_toast(free, text(f"tour.locked.{broken}"), warning=False)
    if not run.met or run.done:
        return after
    met = tuple(
        was or holds(condition, run.stop, after) or _is_clicked(condition.kind, condition.cell, state, intent)
        for was, condition in zip(run.met, run.stop.conditions, strict=True)
    )
    return after if met == run.met else replace(after, tour=replace(run, met=met))


def _is_clicked(kind: str, cell: tuple[int, int] | None, state: State, intent: Intent) -> bool:
    if kind != "output" or not isinstance(intent, intents.GoToCell):
        return False
    rows, columns = state.scenario.output_size
    there = 0 <= intent.cell[0] < rows and 0 <= intent.cell[1] < columns
    return there if cell is None else intent.cell == cell


def _begin(state: State, intent: intents.BeginTour) -> State:
    return begun(state, intent.tour) if isinstance(intent.tour, Tour) else state


def _go(state: State, steps: int) -> State:
    return state if state.tour is None else at_stop(state, state.tour.index + steps)


def _toggle_text(state: State, _: object) -> State:
    run = state.tour
    return state if run is None else replace(state, tour=replace(run, opened=not run.opened))


def _seen(state: State, _: object) -> State:
    run = state.tour
    return state if run is None else replace(state, tour=replace(run, seen=(run.index, state.interface.rail_open)))


HANDLERS: dict[type, Handler] = {
    intents.BeginTour: _begin,
    intents.NextTourStop: lambda state, _: _go(state, 1),
    intents.PreviousTourStop: lambda state, _: _go(state, -1),
    intents.LeaveTour: lambda state, _: left(state),
    intents.ToggleTourText: _toggle_text,
    intents.TourSeen: _seen,
}
