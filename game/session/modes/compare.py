"""Compare: an intent is carried out on the side that it belongs to; and what the intents of Compare do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...input.compare_intents import CopySide, FocusSide, SwapSides, ToggleCompare, ToggleSharedScale
from ...input.entry_intents import AcceptEntry
from ...input.scenario_intents import PasteGrid, ReplaceScenario
from ...input.targets import Cell, GridName, Side
from ...value import replace
from ...words.texts import text
from ..cells import target_of
from ..changes import gesture_begun, gesture_ended, with_work
from ..compare import compare_begun, compare_left, flipped, focused, seen_from
from ..mode import Mode
from ..naming import swapped
from ..state import within
from ..toasts import with_toast

if TYPE_CHECKING:
    from ...input.intent import Intent
    from ..sides import Work
    from ..state import Handler, State


def carries(handler: Handler) -> Handler:
    """Return the handler that acts on the side to which an intent belongs."""
    return lambda state, intent: _on_its_side(state, intent, handler)


def _on_its_side(state: State, intent: Any, handler: Handler) -> State:
    entry = state.interface.entry if isinstance(intent, AcceptEntry) else None
    target = target_of(state, intent) if entry is None else entry.target
    side = target.side if isinstance(target, Cell) else _side(state, intent)
    weight = isinstance(target, Cell) and target.grid is GridName.KERNEL and intent.focuses
    if (weight or isinstance(intent, PasteGrid)) and side is not state.compare.focus:
        state = focused(state, side)
    if side is Side.A:
        return _told_of_copy(handler(state, intent), intent)
    if intent.about:
        intent = intent.changed(**{intent.about: flipped(getattr(intent, intent.about))})
    return seen_from(handler(seen_from(state, side), intent), Side.A)


def _side(state: State, intent: Any) -> Side:
    """Return the side of an intent that is about no cell."""
    if isinstance(intent, PasteGrid):
        return intent.side
    return state.compare.focus if intent.of_focus else Side.A


def _told_of_copy(state: State, intent: Intent) -> State:
    """Say so when side B did not fit on what was opened, and so has become a copy."""
    if not isinstance(intent, ReplaceScenario) or state.work.other is not state.work.scenario:
        return state
    return with_toast(state, text("compare.copied"), warning=False)


def _toggle(state: State, _: object) -> State:
    settled = gesture_ended(state)
    return compare_left(settled) if state.compare.on else compare_begun(settled)


def _focus(state: State, intent: FocusSide) -> State:
    if not state.compare.on:
        return state
    return focused(gesture_ended(state), state.compare.focus.other if intent.side is None else intent.side)


def _swap(state: State, _: object) -> State:
    return _apart(state, swapped(state)) if state.compare.on else state


def _copy(state: State, _: object) -> State:
    return _apart(state, replace(state.work, other=state.work.scenario)) if state.compare.on else state


def _apart(state: State, work: Work) -> State:
    """Show another work as an undo entry of its own, even while a gesture is open."""
    shown = with_work(gesture_ended(state), work)
    shown = focused(shown, shown.compare.focus)
    return shown if state.working is None else gesture_begun(shown)


def _share(state: State, _: object) -> State:
    return within(state, "compare", shared=not state.compare.shared)


HANDLERS: dict[type[Intent], Handler] = {
    ToggleCompare: _toggle,
    FocusSide: _focus,
    SwapSides: _swap,
    CopySide: _copy,
    ToggleSharedScale: _share,
}

MODE = Mode(carries=carries, handlers=HANDLERS)
