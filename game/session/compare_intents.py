"""What the intents of Compare do, and on which side all others are carried out while two settings are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..input.compare_intents import CopySide, FocusSide, SwapSides, ToggleCompare, ToggleSharedScale
from ..input.entry_intents import AcceptEntry, OpenEntry
from ..input.interface_intents import MoveCursor, PickUp, PlaceCursor
from ..input.scenario_intents import (
    ChooseKernel,
    ClearCursor,
    KernelAction,
    NudgeCell,
    PaintCursor,
    PasteGrid,
    ReplaceScenario,
    SetCell,
    SetQuantity,
)
from ..input.targets import Cell, GridName, Side
from ..value import replace
from ..words.texts import text
from .changes import gesture_begun, gesture_ended, with_work
from .compare import compare_begun, compare_left, flipped, focused, seen_from
from .naming import swapped
from .toasts import with_toast

if TYPE_CHECKING:
    from .scenario_intents import Handler
    from .sides import Work
    from .state import State

OF_THE_FOCUS = (SetQuantity, ChooseKernel, KernelAction)
"""What the rail does: to the side in focus. (The size of the image is that of both.)"""

OF_THE_CURSOR = (MoveCursor, PaintCursor, ClearCursor)

CHANGING = (OpenEntry, SetCell, NudgeCell, PaintCursor, ClearCursor)
"""What brings a side into focus when it is done to a weight of its kernel."""


def carried_out(state: State, intent: Any, handler: Handler) -> State:
    """Carry out an intent on the side that it belongs to."""
    if not state.compare.on:
        return handler(state, intent)
    target = _target(state, intent)
    side = target.side if isinstance(target, Cell) else _side(state, intent)
    weight = isinstance(target, Cell) and target.grid is GridName.KERNEL and isinstance(intent, CHANGING)
    if (weight or isinstance(intent, PasteGrid)) and side is not state.compare.focus:
        state = focused(state, side)
    if side is Side.A:
        return _told_of_copy(handler(state, intent), intent)
    return seen_from(handler(seen_from(state, side), _seen(intent)), Side.A)


def _told_of_copy(state: State, intent: Any) -> State:
    """Say so when side B did not fit on what was opened, and so has become a copy."""
    if not isinstance(intent, ReplaceScenario) or state.work.other is not state.work.scenario:
        return state
    return with_toast(state, text("compare.copied"), warning=False)


def _target(state: State, intent: Any) -> object:
    """Return the cell that an intent is about, or the control; None when it is about neither."""
    interface = state.interface
    if isinstance(intent, AcceptEntry):
        return None if interface.entry is None else interface.entry.target
    if isinstance(intent, OpenEntry):
        return interface.cursor if intent.target is None else intent.target
    if isinstance(intent, OF_THE_CURSOR):
        return interface.cursor
    if isinstance(intent, PickUp):
        return interface.cursor if intent.cell is None else intent.cell
    if isinstance(intent, SetCell | NudgeCell | PlaceCursor):
        return intent.cell
    return None


def _side(state: State, intent: Any) -> Side:
    """Return the side of an intent that is about no cell."""
    if isinstance(intent, PasteGrid):
        return intent.side
    typed = isinstance(intent, AcceptEntry | OpenEntry)
    return state.compare.focus if typed or isinstance(intent, OF_THE_FOCUS) else Side.A


def _seen(intent: Any) -> Any:
    """Return an intent about side B as it is seen from there."""
    if isinstance(intent, SetCell | NudgeCell | PlaceCursor | PickUp):
        return replace(intent, cell=flipped(intent.cell))
    return replace(intent, target=flipped(intent.target)) if isinstance(intent, OpenEntry) else intent


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
    return replace(state, compare=replace(state.compare, shared=not state.compare.shared))


HANDLERS: dict[type, Handler] = {
    ToggleCompare: _toggle,
    FocusSide: _focus,
    SwapSides: _swap,
    CopySide: _copy,
    ToggleSharedScale: _share,
}
