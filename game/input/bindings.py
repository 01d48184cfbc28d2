"""The one table of keys. It feeds the dispatcher (`find`), the tooltips (`shortcut_of`) and the help sheet (`rows`).

The table stands in `key_table`, how people read it in `help_rows`; both are gathered here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .contexts import OTHERWISE, TAKES_TEXT, THROUGH, Where, reaches
from .entry_intents import OpenEntry
from .event_types import KeyDown, TextTyped
from .help_rows import CONTROL_ROWS, POINTER_ROWS, HelpRow, label_of, labels_of, rows, shortcut_of
from .key_table import BINDINGS, Binding
from .predict_intents import AnswerKey

if TYPE_CHECKING:
    from .intent import Intent

__all__ = [
    "BINDINGS",
    "CONTROL_ROWS",
    "POINTER_ROWS",
    "THROUGH",
    "Binding",
    "HelpRow",
    "Where",
    "find",
    "label_of",
    "labels_of",
    "rows",
    "shortcut_of",
]

_ACTION = {(binding.where, key): binding for binding in BINDINGS for key in binding.keys}


def find(where: Where, event: KeyDown | TextTyped) -> Intent | None:
    """Return what a key or a typed text asks for where the keys are now, or None.

    What has no row there acts as everywhere, as far as it reaches past what is open (`contexts.THROUGH`). A held key
    repeats only where its row says so; held text goes on where text is taken.
    """
    if isinstance(event, TextTyped):
        return _find_text(where, event)
    chord = ("Ctrl+" if event.control else "") + ("Shift+" if event.shift else "") + event.key
    return _asked(where, _row(where, chord), event.repeat)


def _row(where: Where, chord: str) -> Binding | None:
    """Return the row of a key: of the place itself, else of everywhere, if it reaches here."""
    own = _ACTION.get((where, chord))
    return _ACTION.get((Where.ANYWHERE, chord)) if own is None and reaches(where, chord) else own


def _asked(where: Where, row: Binding | None, repeat: bool) -> Intent | None:
    if row is None:
        return None if repeat else OTHERWISE.get(where)
    return None if repeat and not row.repeats else row.intent


def _find_text(where: Where, event: TextTyped) -> Intent | None:
    """Return what typed characters ask for: a sign that is a key, the first of a number, or the text itself."""
    sign = event.text[:1]
    row = None if sign.isalpha() else _row(where, sign)  # letters act as keys, not as text: else they would act twice
    if row is None and where in TAKES_TEXT:
        return TAKES_TEXT[where](event.text)
    intent = _asked(where, row, event.repeat)
    return intent.changed(text=event.text) if isinstance(intent, (AnswerKey, OpenEntry)) else intent
