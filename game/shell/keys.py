"""Keys and typed text, to whatever has them now: the focused control, then the table, for what is open."""

from __future__ import annotations

from ..input.bindings import find
from ..input.contexts import Where
from ..input.effects import Activate, FindInList, MoveInList, ScrollSheet, TakeItem
from ..input.event_types import KeyDown, TextTyped
from ..input.intent import GridName, Intent
from ..input.interface_intents import OpenEntry, TypeAhead
from ..input.mode_intents import CheckAnswer, MarkPixel, Unblank
from ..input.scenario_intents import PaintCursor
from ..input.walk_intents import GoToCell
from ..session.interface import Interface
from ..session.interface_intents import typed_with
from ..session.predict import is_hidden
from ..session.state import State
from ..session.tour import QUESTION
from ..ui.widgets.base import Answer
from ..ui.widgets.select import PopupList
from ..value import Value
from ..view.window import Window
from ..window.scrolling import Scrolled

SHEETS = {"help": Where.HELP, QUESTION: Where.LEAVING}
"""Sheets with keys of their own."""
PANELS = ("view",)
"""What opens like a list, but has controls."""

_ALONE = (Where.ENTRY, Where.LIST, Where.BLANK)  # no control has the focus there


class Press(Value):
    """The key that is down: its name, or the text that it makes; who had the keys then; whether the key has acted.

    The key, the text that it makes, and all that comes while it is held are one press. What it has opened or closed
    does not make it another one, and of key and text only one acts.
    """

    key: str = ""
    where: Where = Where.ANYWHERE
    acted: bool = False

    def goes_on(self, name: str, repeat: bool) -> bool:
        """Tell whether a key, or a text, still belongs to this press."""
        return repeat and name == self.key


NOTHING_PRESSED = Press()


def where_keys_are(state: State) -> Where:
    """Return what has the keys: the topmost thing that is open."""
    interface = state.interface
    if interface.blank:
        return Where.BLANK
    opened = _open(interface)
    if opened is not None:
        return opened
    if interface.cursor is not None:
        return Where.CELL
    return Where.PREDICT if is_hidden(state) else Where.ANYWHERE


def _open(interface: Interface) -> Where | None:
    """Return what is open over the window, or None."""
    if interface.entry is not None:
        return Where.ENTRY
    if interface.sheet is not None:
        return SHEETS.get(interface.sheet, Where.SHEET)
    if interface.popup is not None:
        return Where.SHEET if interface.popup in PANELS else Where.LIST
    return None


def answer_key(state: State, window: Window, event: KeyDown, press: Press) -> tuple[Press, Answer]:
    """Return the press that goes on now, and the intents that a key asks for."""
    where, name = where_keys_are(state), event.key or event.text
    same = press.goes_on(name, event.repeat)
    if same and where is not press.where:
        return press, ()
    answer = _answered(state, window, event, where)
    if not answer and event.text:
        answer = _typed(state, window, TextTyped(event.text, repeat=event.repeat), where)
    return Press(name, where, bool(answer) or (same and press.acted)), answer


def answer_text(state: State, window: Window, event: TextTyped, press: Press) -> tuple[Press, Answer]:
    """Return the press that goes on now, and the intents that typed characters ask for."""
    if event.key and event.key == press.key and press.acted:
        return press, ()
    where, name = where_keys_are(state), event.key or event.text
    if press.goes_on(name, event.repeat) and where is not press.where:
        return press, ()
    return (press if event.key else Press(name, where)), _typed(state, window, event, where)


def _answered(state: State, window: Window, event: KeyDown, where: Where) -> Answer:
    """Return what the control with the focus makes of a key, else what the table has for it."""
    if where not in _ALONE:
        widget = window.named(state.interface.focus)
        answer = None if widget is None else widget.key(event)
        if answer is not None:
            return answer
    intent = find(where, event)
    return () if intent is None else _meant(state, window, intent)


def _typed(state: State, window: Window, event: TextTyped, where: Where) -> Answer:
    """Return what a character asks for by the table."""
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


def _answer_of_the_open(
    state: State, window: Window, asked: MoveInList | TakeItem | FindInList | ScrollSheet
) -> Answer:
    """Let the open list, or the moving part of the open sheet, answer."""
    for widget in window.widgets[window.modal_from :] if window.modal_from else ():
        if isinstance(widget, Scrolled) and isinstance(asked, ScrollSheet):
            return widget.scrolled_by(asked.units)
        if isinstance(widget, PopupList):
            return _answer_of_a_list(state.interface, widget, asked)
    return ()


def _answer_of_a_list(interface: Interface, shown: PopupList, asked: Intent) -> Answer:
    if isinstance(asked, MoveInList):
        return shown.moved(asked.steps)
    if isinstance(asked, FindInList):
        return TypeAhead(asked.text), *shown.found(typed_with(interface, asked.text))
    if isinstance(asked, TakeItem) and (asked.while_typing or not typed_with(interface, "")):
        return shown.choose(shown.highlighted)
    return ()


def _in_place(state: State, window: Window, intent: Intent) -> Intent:
    """Return what an intent means on the cell, or the control, that the keys are on.

    Enter on an output cell goes there, for it has no number to type; X marks a pixel while pixels are asked for.
    """
    cursor = state.interface.cursor
    if isinstance(intent, CheckAnswer) and state.interface.focus is not None:
        return Activate()  # the control with the ring is pressed
    if (
        isinstance(intent, PaintCursor)
        and not window.frame.side.placed
        and cursor is not None
        and cursor.grid is GridName.IMAGE
    ):
        pixel = (cursor.row, cursor.column)
        return MarkPixel(pixel, pixel not in state.predict.marked)
    if (
        isinstance(intent, OpenEntry)
        and intent.target is None
        and cursor is not None
        and cursor.grid is GridName.OUTPUT
    ):
        return GoToCell((cursor.row, cursor.column), cursor.side)
    return intent
