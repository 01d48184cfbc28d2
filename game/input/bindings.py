"""What the one table of keys (`key_table`) feeds: the dispatcher (`find`), tooltips (`shortcut_of`) and help (`rows`).

Pointer, touch and controls have rows in the help too; what they do is in `gestures` and in the widgets.
"""

from __future__ import annotations

from functools import lru_cache

from ..words.key_texts import KEY_TEXTS
from .contexts import OTHERWISE, TAKES_TEXT, Where, reaches
from .event_types import KeyDown, TextTyped
from .intent import Intent
from .interface_intents import OpenEntry
from .key_table import BINDINGS, DIGITS, Binding
from .mode_intents import AnswerKey
from .vote_intents import CountDigit

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
    return intent.changed(text=event.text) if isinstance(intent, (AnswerKey, CountDigit, OpenEntry)) else intent


_LABELS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "-": "−", "Escape": "Esc"}


def _told_of(family: str) -> tuple[str, ...]:
    """Return the names of a family's texts, each of what one does; beside it stands one of the effect, "…_does"."""
    return tuple(name for name in KEY_TEXTS if name.startswith(family) and not name.endswith("_does"))


POINTER_ROWS, CONTROL_ROWS = _told_of("pointer."), _told_of("control.")
"""The rows of the help for hands, by the names of their texts."""


def label_of(key: str, mac: bool = False) -> str:
    """Return a key of the table as it is shown: "Ctrl+Z" (on macOS "Cmd+Z"; the font has no ⌘), "Shift+→", "−"."""
    plus = key.rfind("+", 0, len(key) - 1)
    modifiers, name = key[: plus + 1], key[plus + 1 :]
    return (modifiers.replace("Ctrl+", "Cmd+") if mac else modifiers) + _LABELS.get(name, name)


def labels_of(binding: Binding, mac: bool = False) -> tuple[str, ...]:
    """Return the keys of a row as they are shown; the ten digits are one label."""
    digits = ("0 – 9",) if set(DIGITS) <= set(binding.keys) else ()
    return digits + tuple(label_of(key, mac) for key in binding.keys if not (digits and key in DIGITS))


@lru_cache(maxsize=256)
def shortcut_of(intent: Intent | type[Intent], mac: bool = False) -> str:
    """Return the first key for an intent, or for a class of intents, as tooltips show it; "" if it has none."""
    binding = _FIRST.get(intent)
    return "" if binding is None else labels_of(binding, mac)[0]


_FIRST: dict[Intent | type[Intent], Binding] = {
    asked: binding for binding in reversed(BINDINGS) for asked in (type(binding.intent), binding.intent)
}
"""The first row of each intent, and of each class of intents."""


def rows() -> tuple[tuple[Where, tuple[Binding, ...]], ...]:
    """Return the table for the help sheet: for each place its rows, in the table's order."""
    return tuple((where, tuple(binding for binding in BINDINGS if binding.where is where)) for where in Where)
