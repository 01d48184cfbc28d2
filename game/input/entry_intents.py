"""Intents of a number entry: the small field in which a value is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from ..value import Value

if TYPE_CHECKING:
    from .targets import Cell, Control

EntryKeyName: TypeAlias = Literal["left", "right", "home", "end", "backspace", "delete"]


class OpenEntry(Value):
    """Open the number of a cell or control; None: the cell that has the cursor.

    Without `text` the entry shows the present value, and the first character typed replaces it.
    """

    target: Cell | Control | None
    text: str = ""
    by_touch: bool = False


class EntryText(Value):
    """Characters, typed or pasted, go in at the caret."""

    text: str


class EntryKey(Value):
    """Move the caret of the open entry, or take a character away."""

    name: EntryKeyName


class AcceptEntry(Value):
    """Take the typed number; a text that is none, or out of range, leaves the entry open and says why."""


class CancelEntry(Value):
    """Close the entry and change nothing."""


EntryIntent: TypeAlias = OpenEntry | EntryText | EntryKey | AcceptEntry | CancelEntry
