"""Intents of Compare: two settings side by side. Those that change a setting are undo entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ..value import Value

if TYPE_CHECKING:
    from .targets import Side


class ToggleCompare(Value):
    """Show a second setting beside the first, or the first alone again."""


class FocusSide(Value):
    """Let a side have the rail, and the edits of kernel, stride and padding; None: the other one."""

    side: Side | None = None


class SwapSides(Value):
    """Let the two sides change places: side B leads then."""


class CopySide(Value):
    """Give side B the setting of side A."""


class ToggleSharedScale(Value):
    """Shade both outputs by one scale, or each by its own."""


CompareIntent: TypeAlias = ToggleCompare | FocusSide | SwapSides | CopySide | ToggleSharedScale
