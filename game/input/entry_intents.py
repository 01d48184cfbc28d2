"""Intents of a number entry: the small field in which a value is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .intent import Intent

if TYPE_CHECKING:
    from .targets import Cell, Control

EntryKeyName: TypeAlias = Literal["left", "right", "home", "end", "backspace", "delete"]


class EntryIntent(Intent):
    """What a number entry can be asked for."""


class OpenEntry(EntryIntent, settles=True, by_hand=True, focuses=True, about="target", at_cursor=True):
    """Open the number of a cell or control; None: the cell that has the cursor.

    Without `text` the entry shows the present value, and the first character typed replaces it.
    """

    target: Cell | Control | None
    text: str = ""
    by_touch: bool = False


class EntryText(EntryIntent):
    """Characters, typed or pasted, go in at the caret."""

    text: str


class EntryKey(EntryIntent):
    """Move the caret of the open entry, or take a character away."""

    name: EntryKeyName


class AcceptEntry(EntryIntent):
    """Take the typed number; a text that is none, or out of range, leaves the entry open and says why."""


class CancelEntry(EntryIntent):
    """Close the entry and change nothing."""
