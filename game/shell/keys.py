"""Keys and typed text, to whatever has them now: an open list or sheet, the focused control, then the table."""

from __future__ import annotations

from ..input.bindings import Where, find
from ..input.events import KeyDown, TextTyped
from ..input.intents import (
    Activate,
    CheckAnswer,
    FilterHelp,
    GoToCell,
    Intent,
    MarkPixel,
    OpenEntry,
    PaintCursor,
    Unblank,
)
from ..input.targets import GridName
from ..session.predict import is_hidden, secrecy_of
from ..session.state import State
from ..ui.panels.sheets import Scrolled
from ..ui.widgets.base import Answer
from ..ui.widgets.select import PopupList
from ..view.window import Window


def where_keys_are(state: State) -> Where:
    """Return what has the keys."""
    if state.interface.entry is not None:
        return Where.ENTRY
    if state.interface.cursor is not None:
        return Where.CELL
    return Where.PREDICT if is_hidden(state) else Where.ANYWHERE


def answer_key(state: State, window: Window, event: KeyDown) -> Answer:
    """Return the intents that a key asks for. While the screen is blank any key only shows it again.

    Escape and F5 act too: they are the one button of a remote, which sends them in turn.
    """
    if state.interface.blank:
        acts = find(Where.ANYWHERE, event) if event.key in ("Escape", "F5") else None
        return (Unblank(),) if acts is None else (Unblank(), acts)
    if state.interface.sheet == "help" and _types(event):
        return _edited(state, event)
    if state.interface.entry is None:
        answer = _modal_answer(window, event)
        if answer is None:
            answer = _focused_answer(state, window, event)
        if answer is not None:
            return answer
    intent = find(Where.ANYWHERE if state.interface.sheet == "help" else where_keys_are(state), event)
    return () if intent is None else (_meant(state, intent),)


def _types(event: KeyDown) -> bool:
    """Tell whether a key types, or deletes, a character; the character itself comes as text."""
    return not event.control and (len(event.key) == 1 or event.key in ("Space", "Backspace", "Delete"))


def _edited(state: State, event: KeyDown) -> Answer:
    """Return what a key that types does in the help: Backspace takes the last character away, all else is text."""
    typed = state.interface.help_filter
    return (FilterHelp(typed[:-1]),) if event.key == "Backspace" and typed else ()


def answer_text(state: State, event: TextTyped) -> Answer:
    """Return the intents that typed characters ask for."""
    if state.interface.blank:
        return (Unblank(),)
    if state.interface.sheet == "help":
        return (FilterHelp(state.interface.help_filter + event.text),)
    intent = find(where_keys_are(state), event)
    return () if intent is None else (_meant(state, intent),)


def _modal_answer(window: Window, event: KeyDown) -> Answer | None:
    """Let an open list, or the moving part of a sheet, answer."""
    for widget in window.widgets[window.modal_from :] if window.modal_from else ():
        if isinstance(widget, (PopupList, Scrolled)):
            answer = widget.key(event)
            if answer is not None:
                return answer
    return None


def _focused_answer(state: State, window: Window, event: KeyDown) -> Answer | None:
    widget = window.named(state.interface.focus)
    return None if widget is None else widget.key(event)


def _meant(state: State, intent: Intent) -> Intent:
    """Return what an intent means here.

    Enter on an output cell goes there, for it has no number to type; X marks a pixel while pixels are asked for.
    """
    cursor = state.interface.cursor
    if isinstance(intent, CheckAnswer) and state.interface.focus is not None:
        return Activate()  # the control with the ring is pressed
    if (
        isinstance(intent, PaintCursor)
        and secrecy_of(state).patch
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
