"""Intents of a number entry: the small field in which a value is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from .plain import Plain

if TYPE_CHECKING:
    from .targets import Cell, Control

EntryKeyName: TypeAlias = Literal["left", "right", "home", "end", "backspace", "delete"]


@dataclass(frozen=True)
class OpenEntry:
    """Open the number of a cell or control; None: the cell that has the cursor.

    Without `text` the entry shows the present value, and the first character typed replaces it.
    """

    target: Cell | Control | None
    text: str = ""
    by_touch: bool = False


@dataclass(frozen=True)
class EntryText:
    """Characters, typed or pasted, go in at the caret."""

    text: str


@dataclass(frozen=True)
class EntryKey:
    """Move the caret of the open entry, or take a character away."""

    name: EntryKeyName


class AcceptEntry(Plain):
    """Take the typed number; a text that is none, or out of range, leaves the entry open and says why."""


class CancelEntry(Plain):
    """Close the entry and change nothing."""


EntryIntent: TypeAlias = OpenEntry | EntryText | EntryKey | AcceptEntry | CancelEntry
