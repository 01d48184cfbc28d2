"""Keys and typed text, to whatever has them now: an open list or sheet, the focused control, then the table."""

from __future__ import annotations

from ..input.bindings import Where, find
from ..input.events import KeyDown, TextTyped
from ..input.intents import Activate, CheckAnswer, GoToCell, Intent, MarkPixel, OpenEntry, PaintCursor
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
    """Return the intents that a key asks for."""
    if state.interface.entry is None:
        answer = _modal_answer(window, event)
        if answer is None:
            answer = _focused_answer(state, window, event)
        if answer is not None:
            return answer
    intent = find(where_keys_are(state), event)
    return () if intent is None else (_meant(state, intent),)


def answer_text(state: State, event: TextTyped) -> Answer:
    """Return the intents that typed characters ask for."""
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
        return GoToCell((cursor.row, cursor.column))
    return intent
