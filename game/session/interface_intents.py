"""What the intents about pointing, focus and what is open do to the state. None of them touches the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input import intents
from ..input.targets import Cell, GridName
from ..value import replace
from . import predict_intents, window_intents
from .cells import clamped_cell, exists, value_at
from .changes import ended
from .toasts import without_entry_toasts
from .tour import left

if TYPE_CHECKING:
    from .scenario_intents import Handler
    from .state import State


LONGEST_FILTER = 40
"""Characters that the help's filter takes."""


def _interface(state: State, **changes: object) -> State:
    """Return the state with other values for some fields of the interface."""
    return replace(state, interface=replace(state.interface, **changes))


def _hover(state: State, intent: intents.Hover) -> State:
    if (state.interface.hover, state.interface.pointer) == (intent.target, intent.pointer):
        return state
    return _interface(state, hover=intent.target, pointer=intent.pointer)


def _focus(state: State, intent: intents.Focus) -> State:
    return _interface(state, focus=intent.name, focus_visible=intent.visible and intent.name is not None, cursor=None)


def _place_cursor(state: State, intent: intents.PlaceCursor) -> State:
    cursor = None if intent.cell is None else clamped_cell(state.scenario, intent.cell)
    return _interface(state, cursor=cursor)


def _move_cursor(state: State, intent: intents.MoveCursor) -> State:
    cursor = state.interface.cursor
    if cursor is None:
        return state
    moved = Cell(cursor.grid, cursor.row + intent.rows, cursor.column + intent.columns)
    return _interface(state, cursor=clamped_cell(state.scenario, moved))


def _pick_up(state: State, intent: intents.PickUp) -> State:
    """Take a pixel or a weight as the brush; a weight that no pixel could have is refused."""
    cell = state.interface.cursor if intent.cell is None else intent.cell
    if cell is None or cell.grid not in (GridName.IMAGE, GridName.KERNEL) or not exists(state.scenario, cell):
        return state
    return window_intents.set_brush(state, intents.SetBrush(value_at(state.scenario, cell)))


def _toggle_link(state: State, intent: intents.ToggleLink) -> State:
    return _interface(state, linked=state.interface.linked ^ {intent.quantity})


def _toggle_lock(state: State, _: intents.ToggleLock) -> State:
    """Keep the present magnitude as the scale of the output. A map of zeros has none, so it keeps 1."""
    return _interface(state, lock=(state.result.magnitude or 1.0) if state.interface.lock is None else None)


def _toggle_coverage(state: State, _: intents.ToggleCoverage) -> State:
    return _interface(state, coverage=not state.interface.coverage)


def _scroll_to(state: State, intent: intents.ScrollTo) -> State:
    scroll = dict(state.interface.scroll) | {intent.name: max(intent.offset, 0.0)}
    return _interface(state, scroll=tuple(sorted(scroll.items())))


def _open_popup(state: State, intent: intents.OpenPopup) -> State:
    scale = state.settings.scale
    return _interface(state, popup=intent.name, popup_cell=intent.cell, popup_scale=scale, highlighted=0)


def _close_popup(state: State, _: object) -> State:
    return _interface(state, popup=None, popup_cell=None, highlighted=0)


def _open_sheet(state: State, intent: intents.OpenSheet) -> State:
    return _interface(_close_popup(state, None), sheet=intent.name, help_filter="")


def _filter_help(state: State, intent: intents.FilterHelp) -> State:
    """Take what is typed into the help; what is left of it is seen from its beginning."""
    if state.interface.sheet != "help":
        return state
    words = "".join(character for character in intent.words if character.isprintable())[:LONGEST_FILTER]
    return _interface(_scroll_to(state, intents.ScrollTo("help sheet", 0.0)), help_filter=words)


def escapes(state: State) -> str | None:
    """Return what Escape leaves now, by the name of the layer, or None.

    Full screen is left by the shell; everything else by `reduce`.
    """
    interface = state.interface
    layers = (
        ("entry", interface.entry is not None),
        ("popup", interface.popup is not None),
        ("sheet", interface.sheet is not None),
        ("focus", interface.cursor is not None or interface.focus_visible),
        ("tour", state.tour is not None),
        ("compare", state.compare.on),
        ("present", interface.presenting),
        ("full screen", interface.full_screen),
        ("coverage", interface.coverage),
        ("predict", state.predict.on),
    )
    return next((name for name, is_open in layers if is_open), None)


def _escape(state: State, _: intents.Escape) -> State:
    layer = escapes(state)
    if layer == "entry":
        return _interface(replace(state, interface=without_entry_toasts(state.interface)), entry=None)
    if layer == "popup":
        return _close_popup(state, None)
    if layer == "sheet":
        filtered = state.interface.sheet == "help" and state.interface.help_filter
        return _filter_help(state, intents.FilterHelp("")) if filtered else _interface(state, sheet=None)
    if layer == "tour":
        return left(state)
    if layer == "compare":
        from .compare import left as left_compare

        return left_compare(ended(state))
    if layer == "present":
        return _interface(state, presenting=False, spotlight=False)
    if layer == "coverage":
        return _interface(state, coverage=False)
    if layer == "focus":
        return _focus(state, intents.Focus(None))
    return predict_intents.left(state) if layer == "predict" else state


HANDLERS: dict[type, Handler] = window_intents.HANDLERS | {
    intents.Hover: _hover,
    intents.Focus: _focus,
    intents.MoveCursor: _move_cursor,
    intents.PlaceCursor: _place_cursor,
    intents.PickUp: _pick_up,
    intents.ToggleLink: _toggle_link,
    intents.ToggleLock: _toggle_lock,
    intents.OpenPopup: _open_popup,
    intents.ClosePopup: _close_popup,
    intents.HighlightItem: lambda state, intent: _interface(state, highlighted=max(intent.index, 0)),
    intents.OpenSheet: _open_sheet,
    intents.CloseSheet: lambda state, _: _interface(state, sheet=None),
    intents.FilterHelp: _filter_help,
    intents.ToggleRail: lambda state, _: _interface(state, rail_open=not state.interface.rail_open),
    intents.ToggleCoverage: _toggle_coverage,
    intents.ScrollTo: _scroll_to,
    intents.Escape: _escape,
}
