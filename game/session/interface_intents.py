"""What the intents about pointing, focus and what is open do to the state. None of them touches the scenario."""

from __future__ import annotations

from ..input import interface_intents as intents
from ..input.intent import Cell, GridName, Intent, Side
from ..input.layer_intents import LeaveTrace
from ..input.learn_intents import ToggleLearn
from ..input.mode_intents import ToggleCompare, TogglePredict, TogglePresent, ToggleSpotlight
from ..input.vote_intents import LeaveVote
from ..input.window_intents import SetBrush, SetBrushColour
from ..play.choices import MAP_LOOKS
from ..words.plain import plain
from ..words.texts import text
from . import window_intents
from .allowed import clamped_cell, exists, is_editable, next_cell, value_at
from .interface import DIGITS, GALLERY, Interface
from .sharing import SHARE
from .state import Handler, State, toggled, within
from .toasts import with_toast, without_toasts
from .tour import QUESTION, leaving_asked, puzzle_is_open, tour_left

NUMBERS, FIRST_NUMBERS = "numbers", "number 0"
"""The sheet that asks about the numbers of a file, and the control of its first answer."""

LONGEST_FILTER = 40
"""Characters that the help's filter takes, and the gallery's search."""
TYPED_TOGETHER = 1.0
"""Seconds after a character typed in a list in which the next one joins it: they are one name."""
LONGEST_TYPED = 40
"""Characters typed in a list that are remembered."""


def _hover(state: State, intent: intents.Hover) -> State:
    if (state.interface.hover, state.interface.pointer) == (intent.target, intent.pointer):
        return state
    return within(state, "interface", hover=intent.target, pointer=intent.pointer)


def _focus(state: State, intent: intents.Focus) -> State:
    visible = intent.visible and intent.name is not None
    return within(state, "interface", focus=intent.name, focus_visible=visible, cursor=None)


def _place_cursor(state: State, intent: intents.PlaceCursor) -> State:
    cell = intent.cell
    return within(state, "interface", cursor=None if cell is None else clamped_cell(state.work.of(cell.side), cell))


def _move_cursor(state: State, intent: intents.MoveCursor) -> State:
    cursor = state.interface.cursor
    if cursor is None:
        return state
    turned = -1 if _is_turned(state, cursor) else 1  # it walks turned, and is shown as it was set
    moved = next_cell(state.work.of(cursor.side), cursor, turned * intent.rows, turned * intent.columns)
    return _place_cursor(state, intents.PlaceCursor(moved))


def _is_turned(state: State, cell: Cell) -> bool:
    """Tell whether a cell is of a kernel that is shown as it was set, and walks turned."""
    return state.stamped and cell.grid is GridName.KERNEL and cell.side is Side.A


def _pick_up(state: State, intent: intents.PickUp) -> State:
    """Take a pixel or a weight as the brush; on the colour picture, the colour of the pixel."""
    cell = state.interface.cursor if intent.cell is None else intent.cell
    if cell is None or cell.grid not in (GridName.IMAGE, GridName.KERNEL):
        return state
    scenario = state.front_of(cell.side)
    if state.mixed and is_editable(scenario, cell) and cell.grid is GridName.IMAGE:
        colour = tuple(float(channel[cell.row, cell.column]) for channel in scenario.channels)
        return window_intents.set_brush_colour(state, SetBrushColour(colour))
    return window_intents.set_brush(state, SetBrush(value_at(scenario, cell))) if exists(scenario, cell) else state


def _toggle_eraser(state: State, intent: intents.ToggleEraser) -> State:
    """Change between brush and eraser; what was said of the one is no longer so."""
    eraser = not state.interface.eraser
    said = text("eraser.off" if eraser else "eraser.on")
    changed = within(without_toasts(state, lambda toast: toast.sentence == said), "interface", eraser=eraser)
    return with_toast(changed, text("eraser.on" if eraser else "eraser.off")) if intent.told else changed


def _toggle_lock(state: State, _: intents.ToggleLock) -> State:
    """Keep the present end of the scale as the scale of the output. A map of zeros has none, so it keeps 1."""
    return within(state, "interface", lock=(state.result.scale or 1.0) if state.interface.lock is None else None)


def _next_map_look(state: State, intent: intents.NextMapLook) -> State:
    """Shade the output in the next look. Predict asks in hues, since magnitudes could not tell its answers apart."""
    if state.predict.on:
        return with_toast(state, text("predict.no_look"))
    look = MAP_LOOKS[(MAP_LOOKS.index(state.interface.map_look) + 1) % len(MAP_LOOKS)]
    said = {text(f"legend.look.{each}") for each in MAP_LOOKS}
    changed = within(without_toasts(state, lambda toast: toast.sentence in said), "interface", map_look=look)
    return with_toast(changed, text(f"legend.look.{look}")) if intent.told else changed


def _show_spread(state: State, intent: intents.ShowSpread) -> State:
    """Show stamps or the spread image; where neither could be seen, say why."""
    from .stamped import why_no_stamps  # most layers have none

    reason = why_no_stamps(state)
    if reason is not None:
        return with_toast(state, text(reason))
    return within(state, "interface", spread=not state.interface.spread if intent.on is None else intent.on)


def _scroll_to(state: State, intent: intents.ScrollTo) -> State:
    scroll = dict(state.interface.scroll) | {intent.name: max(intent.offset, 0.0)}
    return within(state, "interface", scroll=tuple(sorted(scroll.items())))


def _open_popup(state: State, intent: intents.OpenPopup) -> State:
    opened = {"popup": intent.name, "popup_cell": intent.cell, "popup_scale": state.settings.scale}
    return within(state, "interface", **opened, highlighted=0, typed="")


def _close_popup(state: State, _: object) -> State:
    return within(state, "interface", popup=None, popup_cell=None, highlighted=0, typed="")


def typed_with(interface: Interface, text: str) -> str:
    """Return what has been typed in the open list with further characters; a pause begins anew."""
    joins = interface.now - interface.typed_at <= TYPED_TOGETHER
    return ((interface.typed if joins else "") + text)[-LONGEST_TYPED:]


def _type_ahead(state: State, intent: intents.TypeAhead) -> State:
    interface = state.interface
    if interface.popup is None:
        return state
    return within(state, "interface", typed=typed_with(interface, intent.text), typed_at=interface.now)


def _open_sheet(state: State, intent: intents.OpenSheet) -> State:
    if intent.name == DIGITS:
        from .how_it_reads import sheet_opened  # here and below: few networks read digits

        return sheet_opened(_close_popup(state, None))
    opened = within(_close_popup(state, None), "interface", sheet=intent.name, help_filter="", offered=None)
    # What is handed out is what was seen: it stands while one chooses as what.
    return opened.changed(playback=opened.playback.pause()) if intent.name == SHARE else opened


def _offer_numbers(state: State, intent: intents.OfferNumbers) -> State:
    """Open the sheet that asks about numbers; its first answer has the keys."""
    opened = _open_sheet(state, intents.OpenSheet(NUMBERS))
    asks = _focus(_scroll_to(opened, intents.ScrollTo(f"{NUMBERS} sheet", 0.0)), intents.Focus(FIRST_NUMBERS))
    return within(asks, "interface", offered=intent.offered)


def _close_sheet(state: State, _: object) -> State:
    """Close the open sheet; the answer that had the keys in a question goes with it."""
    closed = within(state, "interface", sheet=None, offered=None)
    return (
        _focus(closed, intents.Focus(None)) if state.interface.sheet in (QUESTION, NUMBERS, GALLERY, DIGITS) else closed
    )


def _filtered(state: State, words: str) -> State:
    """Show what has these words in the open help or gallery; what is left of it is seen from its beginning."""
    sheet = state.interface.sheet
    if sheet not in ("help", GALLERY):
        return state
    shown = plain(words, "")[:LONGEST_FILTER]
    return within(
        _scroll_to(state, intents.ScrollTo(f"{sheet} sheet", 0.0)), "interface", help_filter=shown, filter_chosen=False
    )


def _unchosen(state: State) -> str:
    """Return what is searched for and stays beside what is typed next: nothing while it is chosen."""
    return "" if state.interface.filter_chosen else state.interface.help_filter


def _choose_filter(state: State, _: object) -> State:
    """Choose what is searched for, if there is something."""
    searches = state.interface.sheet in ("help", GALLERY) and state.interface.help_filter != ""
    return within(state, "interface", filter_chosen=True) if searches else state


def _choose_shelf(state: State, intent: intents.ChooseShelf) -> State:
    """Show a shelf of the gallery from its begin; what was typed to search for is forgotten."""
    begun = _scroll_to(state, intents.ScrollTo(f"{GALLERY} sheet", 0.0))
    return within(begun, "interface", shelf=intent.name, help_filter="", filter_chosen=False)


def _choose_share(state: State, intent: intents.ChooseShare) -> State:
    """Choose how something is handed out, as far as the ranges go; what there is not stays as it was."""
    from .sharing import PAPERS, STEPS, VERSIONS  # few hand out

    chosen = state.interface.share
    for name, ends in (("steps", STEPS), ("versions", VERSIONS)):
        wanted = getattr(intent, name)
        if wanted is not None:
            chosen = chosen.changed(**{name: min(max(wanted, ends[0]), ends[1])})
    paper = intent.paper if intent.paper in PAPERS else chosen.paper
    return within(state, "interface", share=chosen.changed(paper=paper))


def _show_digits(state: State, intent: intents.ShowDigits) -> State:
    from .how_it_reads import shown

    return shown(state, intent)


def escapes(state: State) -> str | None:
    """Return what Escape leaves now, by the name of the layer: the topmost thing that is open, or None.

    Full screen is left by the shell; everything else by `reduce`.
    """
    interface = state.interface
    layers = (
        ("entry", interface.entry is not None),
        ("popup", interface.popup is not None),
        ("sheet", interface.sheet is not None),
        ("drawer", interface.rail_open),
        ("focus", interface.cursor is not None or (interface.focus is not None and interface.focus_visible)),
        ("spotlight", interface.spotlight),
        ("learn", state.aside is not None),
        ("vote", interface.vote is not None),
        ("predict", state.predict.on),
        ("trace", interface.trace is not None),
        ("puzzle", state.tour is not None and state.tour.tour.is_puzzles),
        ("present", interface.presenting),
        ("compare", state.compare.on),
        ("learn", state.learn.on),
        ("tour", state.tour is not None),
        ("coverage", interface.coverage),
        ("full screen", interface.full_screen),
    )
    return next((name for name, is_open in layers if is_open), None)


def _escape(state: State, _: intents.Escape) -> State:
    """Leave what no other intent leaves: a tour, after a question, and what was typed into the help."""
    layer = escapes(state)
    if layer == "puzzle" and not (puzzle_is_open(state) and state.history.can_undo):
        return tour_left(state)  # nothing would be lost
    if layer in ("tour", "puzzle"):
        return leaving_asked(state)
    if layer != "sheet":
        return state
    filtered = state.interface.sheet in ("help", GALLERY) and state.interface.help_filter
    return _filtered(state, "") if filtered else _close_sheet(state, None)


LEFT_BY: dict[str | None, Intent] = {
    "entry": intents.CancelEntry(),
    "popup": intents.ClosePopup(),
    "drawer": intents.ToggleRail(),
    "focus": intents.Focus(None),
    "spotlight": ToggleSpotlight(),
    "vote": LeaveVote(),
    "predict": TogglePredict(),
    "trace": LeaveTrace(),
    "present": TogglePresent(),
    "compare": ToggleCompare(),
    "learn": ToggleLearn(),
    "coverage": intents.ToggleCoverage(),
}
"""What Escape means for what there is another intent to leave it; full screen is the shell's."""

HANDLERS: dict[type[Intent], Handler] = window_intents.HANDLERS | {
    intents.Hover: _hover,
    intents.Focus: _focus,
    intents.MoveCursor: _move_cursor,
    intents.PlaceCursor: _place_cursor,
    intents.PickUp: _pick_up,
    intents.ToggleEraser: _toggle_eraser,
    intents.ToggleLink: lambda state, intent: within(
        state, "interface", linked=state.interface.linked ^ {intent.quantity}
    ),
    intents.ToggleLock: _toggle_lock,
    intents.OpenPopup: _open_popup,
    intents.ClosePopup: _close_popup,
    intents.HighlightItem: lambda state, intent: within(state, "interface", highlighted=max(intent.index, 0)),
    intents.TypeAhead: _type_ahead,
    intents.OpenSheet: _open_sheet,
    intents.ChooseShelf: _choose_shelf,
    intents.ChooseShare: _choose_share,
    intents.ShowDigits: _show_digits,
    intents.OfferNumbers: _offer_numbers,
    intents.CloseSheet: _close_sheet,
    intents.FilterText: lambda state, intent: _filtered(state, _unchosen(state) + intent.text),
    intents.DeleteFilter: lambda state, _: _filtered(state, _unchosen(state)[:-1]),
    intents.ChooseFilter: _choose_filter,
    intents.ToggleRail: toggled("interface", "rail_open"),
    intents.ToggleCoverage: toggled("interface", "coverage"),
    intents.NextMapLook: _next_map_look,
    intents.ShowSpread: _show_spread,
    intents.ScrollTo: _scroll_to,
    intents.Escape: _escape,
}
