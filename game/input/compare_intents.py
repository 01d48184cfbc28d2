"""Intents of Compare: two settings side by side. Those that change a setting are undo entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .intent import Intent

if TYPE_CHECKING:
    from .targets import Side


class CompareIntent(Intent):
    """What two settings side by side can be asked for."""


class ToggleCompare(CompareIntent, settles=True, begins="compare"):
    """Show a second setting beside the first, or the first alone again."""


class FocusSide(CompareIntent, settles=True):
    """Let a side have the rail, and the edits of kernel, stride and padding; None: the other one."""

    side: Side | None = None


class SwapSides(CompareIntent, settles=True):
    """Let the two sides change places: side B leads then."""


class CopySide(CompareIntent, settles=True):
    """Give side B the setting of side A."""


class ToggleSharedScale(CompareIntent):
    """Shade both outputs by one scale, or each by its own."""
