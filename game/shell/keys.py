"""Keys and typed text, to whatever has them now: the focused control, then the table, for what is open."""

from __future__ import annotations

import pygame

from ..input.bindings import find
from ..input.contexts import TAKES_TEXT, Where
from ..input.effects import Activate, FindInList, MoveInList, ScrollSheet, TakeItem
from ..input.event_types import KeyDown, TextTyped
from ..input.intent import GridName, Intent
from ..input.interface_intents import OpenEntry, TypeAhead
from ..input.layer_intents import ToggleTrace
from ..input.mode_intents import CheckAnswer, MarkPixel, Unblank
from ..input.scenario_intents import PaintCursor
from ..input.walk_intents import GoToCell
from ..session.interface import GALLERY, PANELS
from ..session.interface_intents import NUMBERS, typed_with
from ..session.predict import is_hidden
from ..session.sharing import SHARE
from ..session.state import State
from ..session.tour import QUESTION
from ..session.vote import VOTES
from ..ui.geometry import Rect
from ..ui.widgets.base import Answer
from ..ui.widgets.select import PopupList
from ..value import Value
from ..view.window import Window
from ..window.scrolling import Scrolled
from .focus import moved_focus

SHEETS = {
    VOTES: Where.VOTES,
    "help": Where.HELP,
    GALLERY: Where.GALLERY,
    QUESTION: Where.LEAVING,
    NUMBERS: Where.NUMBERS,
    SHARE: Where.SHARE,
}
"""Sheets with keys of their own."""

OF_PANELS = {"kernel map": Where.MAP}
"""Panels with keys of their own: the map has no controls, and what it shows follows the walk."""

_ALONE = (Where.ENTRY, Where.LIST, Where.BLANK)  # no control has the focus there


class Press(Value):
    """The key that is down: its name, or the text that it makes; who had the keys then; whether the key has acted.

    The key, the text that it makes, and all that comes while it is held are one press. What it has opened or closed
    does not make it another one, and of key and text only one acts.
    """

    key: str = ""
    where: Where = Where.ANYWHERE
    acted: bool = False


def where_keys_are(state: State) -> Where:
    """Return what has the keys: the topmost thing that is open."""
    interface = state.interface
    if interface.blank:
        return Where.BLANK
    if interface.entry is not None:
        return Where.ENTRY
    if interface.sheet is not None:
        return SHEETS.get(interface.sheet, Where.SHEET)
    if interface.popup is not None:
        return OF_PANELS.get(interface.popup, Where.SHEET) if interface.popup in PANELS else Where.LIST
    if interface.vote is not None:
        return Where.VOTE
    if interface.cursor is not None:
        return Where.CELL
    return Where.PREDICT if is_hidden(state) else Where.ANYWHERE


def answer(state: State, window: Window, event: KeyDown | TextTyped, press: Press) -> tuple[Press, Answer]:
    """Return the press that goes on now, and the intents that a key, or typed characters, ask for."""
    where, name = where_keys_are(state), event.key or event.text
    goes_on = event.repeat and name == press.key
    if goes_on and where is not press.where:
        return press, ()
    if isinstance(event, TextTyped):
        if event.key and event.key == press.key and press.acted:
            return press, ()
        return (press if event.key else Press(name, where)), _by_table(state, window, event, where)
    asked = _answered(state, window, event, where)
    if not asked and event.text:
        asked = _by_table(state, window, TextTyped(event.text, repeat=event.repeat), where)
    return Press(name, where, bool(asked) or (goes_on and press.acted)), asked


def _answered(state: State, window: Window, event: KeyDown, where: Where) -> Answer:
    """Return what the control with the focus makes of a key, else what the table has for it."""
    widget = None if where in _ALONE else window.named(state.interface.focus)
    answer = None if widget is None else widget.key(event)
    return _by_table(state, window, event, where) if answer is None else answer


def _by_table(state: State, window: Window, event: KeyDown | TextTyped, where: Where) -> Answer:
    """Return what a key, or a character, asks for by the table."""
    intent = find(where, event)
    return () if intent is None else _meant(state, window, intent)


def _meant(state: State, window: Window, intent: Intent) -> Answer:
    """Return what an intent means here.

    What the table says of a list or a sheet, the one that is open answers. While the screen is blank any key shows it
    again; Escape and F5 act too, for they are the one button of a remote, which sends them in turn.
    """
    if isinstance(intent, MoveInList | TakeItem | FindInList | ScrollSheet):
        return _answer_of_the_open(state, window, intent)
    if state.interface.blank and not isinstance(intent, Unblank):
        return Unblank(), intent
    return (_in_place(state, window, intent),)


def _answer_of_the_open(state: State, window: Window, asked: Intent) -> Answer:
    """Let the open list, or the moving part of the open sheet, answer."""
    for widget in window.widgets[window.modal_from :] if window.modal_from else ():
        if isinstance(widget, Scrolled) and isinstance(asked, ScrollSheet):
            if widget.most <= 0 and asked.by_line and where_keys_are(state) is Where.SHEET:
                return moved_focus(state, window, 1 if asked.units > 0 else -1)  # all of it is seen: to the next row
            return widget.scrolled_by(asked.units)
        if isinstance(widget, PopupList):
            return _answer_of_a_list(state, widget, asked)
    return ()


def _answer_of_a_list(state: State, shown: PopupList, asked: Intent) -> Answer:
    if isinstance(asked, MoveInList):
        return shown.moved(asked.steps)
    if isinstance(asked, FindInList):
        return TypeAhead(asked.text), *shown.found(typed_with(state.interface, asked.text))
    if isinstance(asked, TakeItem) and (asked.while_typing or not typed_with(state.interface, "")):
        return shown.choose(shown.highlighted)
    return ()


def _in_place(state: State, window: Window, intent: Intent) -> Intent:
    """Return what an intent means on the cell, or the control, that the keys are on.

    Enter on an output cell goes there, for it has no number to type; X marks a pixel while pixels are asked for. U asks
    where a cell of the strip comes from, if the pointer is on one.
    """
    cursor = state.interface.cursor
    if isinstance(intent, ToggleTrace) and intent.cell is None:
        from .strip_pointing import at_pointer  # few ask where a cell comes from

        return at_pointer(intent, state, window)
    if isinstance(intent, CheckAnswer) and state.interface.focus is not None:
        return Activate()  # the control with the ring is pressed
    if cursor is None:
        return intent
    place = (cursor.row, cursor.column)
    if isinstance(intent, PaintCursor) and not window.frame.side.placed and cursor.grid is GridName.IMAGE:
        return MarkPixel(place, place not in state.predict.marked)
    if isinstance(intent, OpenEntry) and intent.target is None and cursor.grid is GridName.OUTPUT:
        return GoToCell(place, cursor.side)
    return intent


class TextInput:
    """The system's text input, which is on only while something is typed; SDL begins with it on.

    While it is on, an input method (of Chinese, Japanese, Korean …) takes the letters and composes them, and no key of
    ours would act. Where it shows what it composes it has to be told.
    """

    def __init__(self) -> None:
        self.on = True
        self._place: Rect | None = None

    def follow(self, state: State, window: Window) -> bool:
        """Switch text input on or off, as the state wants it; return whether it is on."""
        wanted = where_keys_are(state) in TAKES_TEXT
        entry = window.named("entry") if wanted else None
        if entry is not None and entry.rect != self._place:
            self._place = entry.rect
            pygame.key.set_text_input_rect(pygame.Rect(*entry.rect))
        if wanted != self.on:
            self.on = wanted
            (pygame.key.start_text_input if wanted else pygame.key.stop_text_input)()
        return self.on
