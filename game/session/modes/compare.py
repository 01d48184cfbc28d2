"""Compare: which side an intent brings into focus; and what the intents of Compare do."""

from __future__ import annotations

from ...core.scenario import Scenario
from ...input.intent import Cell, GridName, Intent
from ...input.mode_intents import CompareWith, CopySide, FocusSide, SwapSides, ToggleCompare, ToggleSharedScale
from ...input.scenario_intents import PasteGrid, ReplaceScenario
from ...words.texts import text
from ..allowed import target_of
from ..changes import gesture_begun, gesture_ended, with_work
from ..compare import compare_begun, compare_left, fitting, focused
from ..history import Work
from ..mode import Mode
from ..naming import swapped
from ..state import Handler, State, toggled, within
from ..toasts import with_toast


def carries(handler: Handler) -> Handler:
    """Return the handler that acts once the side that an intent brings into focus has it."""
    return lambda state, intent: _told_of_copy(handler(_in_focus(state, intent), intent), intent)


def _in_focus(state: State, intent: Intent) -> State:
    """Bring the side of a weight, or of what is pasted, into focus."""
    about = target_of(state, intent) if intent.focuses else intent
    if isinstance(about, PasteGrid) or (isinstance(about, Cell) and about.grid is GridName.KERNEL):
        return state if about.side is state.compare.focus else focused(state, about.side)
    return state


def _told_of_copy(state: State, intent: Intent) -> State:
    """Say so when side B did not fit on what was opened, and so has become a copy."""
    if not isinstance(intent, ReplaceScenario) or state.work.other is not state.work.scenario:
        return state
    return with_toast(state, text("compare.copied"))


def _toggle(state: State, _: object) -> State:
    settled = gesture_ended(state)
    return compare_left(settled) if state.compare.on else compare_begun(settled)


def _compare_with(state: State, intent: CompareWith) -> State:
    """Put a setting on side B, and begin to compare if nothing is compared."""
    settled = gesture_ended(state)
    if not isinstance(intent.setting, Scenario):
        return state
    if not state.compare.on:
        return compare_begun(within(settled, "compare", last=intent.setting))
    return _apart(settled, settled.work.changed(other=fitting(settled.scenario, intent.setting)))


def _apart(state: State, work: Work) -> State:
    """Show another work as an undo entry of its own, even while a gesture is open."""
    shown = with_work(gesture_ended(state), work)
    shown = focused(shown, shown.compare.focus)
    return shown if state.working is None else gesture_begun(shown)


def _focus(state: State, intent: FocusSide) -> State:
    return focused(gesture_ended(state), state.compare.focus.other if intent.side is None else intent.side)


def _comparing(does: Handler) -> Handler:
    """Return what an intent does while two are compared; else it does nothing."""
    return lambda state, intent: does(state, intent) if state.compare.on else state


def _toggle_scale(state: State, intent: Intent) -> State:
    """Share a scale, or give each side its own; two activations have none in common."""
    other = state.compare.result
    if other is not None and other.scenario.layer.activation != state.result.scenario.layer.activation:
        return with_toast(state, text("compare.no_shared"))
    return toggled("compare", "shared")(state, intent)


HANDLERS: dict[type[Intent], Handler] = {
    ToggleCompare: _toggle,
    CompareWith: _compare_with,
    FocusSide: _comparing(_focus),
    SwapSides: _comparing(lambda state, _: _apart(state, swapped(state))),
    CopySide: _comparing(lambda state, _: _apart(state, state.work.changed(other=state.scenario))),
    ToggleSharedScale: _toggle_scale,
}

MODE = Mode(carries=carries, handlers=HANDLERS)
