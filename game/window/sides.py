"""The head of the rail while two settings are compared."""

from __future__ import annotations

from ..input.intent import Intent, Side
from ..input.mode_intents import CopySide, FocusSide, SwapSides
from ..ui.frame import HEADING, LABEL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..words.texts import text


def sides(side: Side, frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return which side the rail belongs to, and what is done with both sides."""
    px = frame.px
    words = text("compare.rail", side=text(f"compare.{side.value}"))
    title = frame.label("rail side", place, words, frame.size(HEADING), "kernel_text", bold=True)
    actions: tuple[tuple[str, str, str, str, Intent], ...] = (
        ("other side", "", text(f"compare.{side.other.value}"), text("keys.other_side"), FocusSide()),
        ("swap sides", "arrow-left-right", "", text("compare.swap"), SwapSides()),
        ("copy side", "copy", "", text("compare.copy"), CopySide()),
    )
    buttons = (
        frame.button(
            name,
            Rect(place.right - (len(actions) - index) * (place.h + px(6)) + px(6), place.y, place.h, place.h),
            intent,
            tip=frame.tip(tip, intent),
            icon=icon,
            label=label,
            size=frame.size(LABEL),
            style="field",
        )
        for index, (name, icon, label, tip, intent) in enumerate(actions)
    )
    return title, *buttons
