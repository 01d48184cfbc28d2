"""The head of the rail while two settings are compared."""

from __future__ import annotations

from ..input.intent import Side
from ..input.mode_intents import CopySide, FocusSide, SwapSides
from ..ui.frame import HEADING, LABEL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..words.texts import text
from .actions import Action, action_button


def sides(side: Side, frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return which side the rail belongs to, and what is done with both sides."""
    px = frame.px
    words = text("compare.rail", side=text(f"compare.{side.value}"))
    title = frame.label("rail side", place, words, frame.size(HEADING), "kernel_text", bold=True)
    actions = (
        Action("other side", "", text("keys.other_side"), FocusSide(), text(f"compare.{side.other.value}")),
        Action("swap sides", "arrow-left-right", text("compare.swap"), SwapSides()),
        Action("copy side", "copy", text("compare.copy"), CopySide()),
    )
    pitch, left = place.h + px(6), place.right + px(6)
    places = (Rect(left - back * pitch, place.y, place.h, place.h) for back in (3, 2, 1))
    buttons = (action_button(frame, *each, "field", frame.size(LABEL)) for each in zip(actions, places, strict=True))
    return title, *buttons
