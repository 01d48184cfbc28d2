"""How the scenario on screen becomes another one: the walk, the result and the window follow it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.nearest import nearest_step
from ..core.result import updated
from ..input.targets import Cell
from ..play.phases import TOLERANCE
from ..value import replace
from .cells import clamped_cell, exists, is_editable

if TYPE_CHECKING:
    from ..core.history import History
    from ..core.scenario import Scenario
    from ..input.targets import Target
    from .state import Interface, State


def changed(state: State, scenario: Scenario) -> State:
    """Show another scenario: in an open gesture as its present state, else as an undo entry of its own.

    One that equals the scenario on screen is no change.
    """
    if scenario == state.scenario:
        return state
    moved = _on_screen(state, scenario)
    if state.working is not None:
        return replace(moved, working=scenario)
    return replace(moved, history=state.history.record(scenario), nudge=None, before_gesture=None)


def changed_apart(state: State, scenario: Scenario) -> State:
    """Show another scenario as an undo entry of its own, even while a gesture is open: it goes on from there."""
    if state.working is None:
        return changed(state, scenario)
    return begun(changed(ended(state), scenario))


def with_history(state: State, history: History[Scenario]) -> State:
    """Show the present scenario of another history; a gesture is over with that."""
    moved = _on_screen(state, history.present)
    return replace(moved, history=history, working=None, nudge=None, before_gesture=None)


def begun(state: State) -> State:
    """Begin a gesture."""
    return replace(ended(state), working=state.scenario, nudge=None, before_gesture=None)


def ended(state: State) -> State:
    """End the open gesture, if there is one: it becomes one undo entry, or none if it changed nothing."""
    if state.working is None:
        return state
    history = state.history.record(state.working)
    return replace(state, history=history, working=None, before_gesture=state.history)


def _on_screen(state: State, scenario: Scenario) -> State:
    """Let walk, result and window follow a scenario, which the caller puts into the history or the gesture.

    The walk goes to the step whose patch is nearest to the present one; it keeps its fraction, and stays at the end.
    """
    before = state.scenario
    if scenario is before:
        return state
    step = min(int(state.playback.position + TOLERANCE), before.steps)
    return replace(
        state,
        result=updated(state.result, scenario),
        playback=state.playback.moved_to(nearest_step(before, step, scenario), scenario.steps),
        interface=_fitted(state.interface, scenario),
    )


def _fitted(interface: Interface, scenario: Scenario) -> Interface:
    """Return the interface with nothing on cells that the scenario no longer has; the cursor stays in its grid."""
    entry, cell = interface.entry, interface.popup_cell
    popup_gone = cell is not None and not exists(scenario, cell)
    return replace(
        interface,
        cursor=None if interface.cursor is None else clamped_cell(scenario, interface.cursor),
        entry=None if entry is not None and not _can_stay(scenario, entry.target) else entry,
        hover=interface.hover if _is_there(scenario, interface.hover) else None,
        popup=None if popup_gone else interface.popup,
        popup_cell=None if popup_gone else cell,
    )


def _is_there(scenario: Scenario, target: Target | None) -> bool:
    return not isinstance(target, Cell) or exists(scenario, target)


def _can_stay(scenario: Scenario, target: Target) -> bool:
    return not isinstance(target, Cell) or is_editable(scenario, target)
