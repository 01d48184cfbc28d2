"""The one table of keys. It feeds the dispatcher (`find`), the tooltips (`shortcut_of`) and the help sheet (`rows`).

The table stands in `key_table`, how people read it in `help_rows`; both are gathered here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .event_types import KeyDown, TextTyped
from .help_rows import CONTROL_ROWS, POINTER_ROWS, HelpRow, label_of, labels_of, rows, shortcut_of
from .intents import AnswerKey, EntryText, OpenEntry
from .key_table import BINDINGS, RESERVED, Binding, Where

if TYPE_CHECKING:
    from .intents import Intent

__all__ = [
    "BINDINGS",
    "CONTROL_ROWS",
    "POINTER_ROWS",
    "RESERVED",
    "Binding",
    "HelpRow",
    "Where",
    "acts_in_entry",
    "find",
    "label_of",
    "labels_of",
    "rows",
    "shortcut_of",
]

_ACTION = {(binding.where, key): binding for binding in BINDINGS for key in binding.keys}


def find(where: Where, event: KeyDown | TextTyped) -> Intent | None:
    """Return what a key or a typed text asks for where the keys are now, or None.

    What the cell cursor has no row for acts as everywhere else. An open entry takes all text; of the other keys
    only F keys and Page Up and Down reach past it. A held key repeats only where its row says so.
    """
    if isinstance(event, TextTyped):
        return _find_text(where, event.text)
    chord = ("Ctrl+" if event.control else "") + ("Shift+" if event.shift else "") + event.key
    binding = _ACTION.get((where, chord))
    if binding is None and (where is not Where.ENTRY or acts_in_entry(chord)):
        binding = _ACTION.get((Where.ANYWHERE, chord))
    if binding is None or (event.repeat and not binding.repeats):
        return None
    return binding.intent


def _find_text(where: Where, text: str) -> Intent | None:
    """Return what typed characters ask for: text of an entry, the first of a number, or a sign that is a key."""
    if where is Where.ENTRY:
        return EntryText(text)
    binding = _ACTION.get((where, text[:1])) or _ACTION.get((Where.ANYWHERE, text[:1]))
    if binding is None or text[:1].isalpha():  # letters act as keys, not as text: else they would act twice
        return None
    return binding.intent.changed(text=text) if isinstance(binding.intent, (AnswerKey, OpenEntry)) else binding.intent


def acts_in_entry(chord: str) -> bool:
    """Say whether a key acts while an entry is open: F keys do, and Page Up and Down, as a remote sends them."""
    return chord.startswith("Page ") or (chord[:1] == "F" and chord[1:].isdigit())
