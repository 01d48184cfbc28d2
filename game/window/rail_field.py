"""A button of the rail that is as wide as its column."""

from __future__ import annotations

from ..input.intent import Intent
from ..ui.frame import SMALL, Frame
from ..ui.widgets.base import Tip, Widget
from .scrolling import Column


def field(
    frame: Frame,
    column: Column,
    name: str,
    intent: Intent,
    tip: Tip | str,
    label: str,
    enabled: bool = True,
    gap: float = 8,
) -> Widget:
    """Return a button as wide as the column, with so many units below it."""
    place, size = column.take(max(frame.px(40), 26), frame.px(gap)), frame.size(SMALL)
    return frame.button(name, place, intent, tip=tip, label=label, size=size, style="field", enabled=enabled)
