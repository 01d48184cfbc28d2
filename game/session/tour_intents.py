"""What the intents of a tour do, and how a tour follows all others: it notices what was asked, and keeps its locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input import intents
from ..value import replace
from ..words.texts import text
from .naming import remembered
from .toasts import with_toast
from .tour import Tour, at_stop, begun, breaks_a_lock, holds, left

if TYPE_CHECKING:
    from ..input.intents import Intent
    from .scenario_intents import Handler
    from .state import State
    from .tour import TourRun

_IN_A_TOUR: dict[type, Intent] = {
    intents.NextStop: intents.NextTourStop(),
    intents.PreviousStop: intents.PreviousTourStop(),
}
"""What the two keys of a remote mean in a tour: its stops, not those of a step."""


def meant(state: State, intent: Intent) -> Intent:
    """Return what an intent means now."""
    return intent if state.tour is None else _IN_A_TOUR.get(type(intent), intent)


OF_THE_SETTING = ("stride", "padding", "image_size", "kernel_size", "image", "kernel", "nothing_left_over")
"""Conditions that hold as long as the setting is so; all others were done once, and stay done."""


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
    if not run.met or after.working is not None:
        return after  # a hand that is still dragging passes values that it does not mean
    met = tuple(
        (was and condition.kind not in OF_THE_SETTING)
        or holds(condition, run.stop, after)
        or _is_clicked(condition.kind, condition.cell, state, intent)
        for was, condition in zip(run.met, run.stop.conditions, strict=True)
    )
    if met != run.met:
        run = replace(run, met=met)
        run = replace(run, finished=run.finished | {run.index}) if run.done else run
        return replace(_without_other_cell(after), tour=run)
    if isinstance(intent, intents.GoToCell) and not run.done and _asks_for_a_cell(run):
        return with_toast(after, text("tour.other_cell"), warning=False)
    return after


def _asks_for_a_cell(run: TourRun) -> bool:
    """Say whether an output cell is still to be clicked."""
    return any(not was and each.kind == "output" for was, each in zip(run.met, run.stop.conditions, strict=True))


def _without_other_cell(state: State) -> State:
    """Take away that another cell was meant: the right one has been found."""
    toasts = tuple(toast for toast in state.interface.toasts if toast.sentence != text("tour.other_cell"))
    return replace(state, interface=replace(state.interface, toasts=toasts))


def _is_clicked(kind: str, cell: tuple[int, int] | None, state: State, intent: Intent) -> bool:
    if kind != "output" or not isinstance(intent, intents.GoToCell):
        return False
    rows, columns = state.scenario.output_size
    there = 0 <= intent.cell[0] < rows and 0 <= intent.cell[1] < columns
    return there if cell is None else intent.cell == cell


def _begin(state: State, intent: intents.BeginTour) -> State:
    """Begin a tour; its file is then one of those that were opened last."""
    if not isinstance(intent.tour, Tour):
        return state
    return begun(remembered(state, intent.source) if intent.source else state, intent.tour)


def _leave(state: State, _: object) -> State:
    """Leave the tour; at its end this is said, for the window is suddenly another one."""
    over = left(state)
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
    intents.BeginTour: _begin,
    intents.NextTourStop: lambda state, _: _go(state, 1),
    intents.PreviousTourStop: lambda state, _: _go(state, -1),
    intents.LeaveTour: _leave,
    intents.ToggleTourText: _toggle_text,
    intents.TourSeen: _seen,
}
