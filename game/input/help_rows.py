"""The table of keys as people read it: labels of keys for tooltips, and rows for the help sheet.

Pointer, touch and controls have rows here too; what they do is in `gestures` and in the widgets.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..value import Value
from .contexts import Where
from .key_table import BINDINGS, DIGITS, Binding

if TYPE_CHECKING:
    from .intent import Intent

_LABELS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "-": "−", "Escape": "Esc"}


class HelpRow(Value):
    """A row of the help sheet for hands: the names of two texts, of what one does and of its effect."""

    gesture: str
    words: str


POINTER_ROWS: tuple[HelpRow, ...] = tuple(
    HelpRow(f"pointer.{name}", f"pointer.{name}_does")
    for name in (
        "press_pixel",
        "right_pixel",
        "shift_pixel",
        "double_pixel",
        "click_weight",
        "drag_weight",
        "drag_card",
        "click_output",
        "hover",
        "wheel",
        "touch",
        "long_press",
        "drag_space",
        "pan_space",
        "wheel_space",
        "double_space",
        "fingers",
    )
)

CONTROL_ROWS: tuple[HelpRow, ...] = tuple(
    HelpRow(f"control.{name}", f"control.{name}_does") for name in ("arrows", "shift_arrows", "ends", "letters", "link")
)


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
