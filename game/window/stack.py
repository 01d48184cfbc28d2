"""What the window has for the Stack view: its slider in the rail, and the corner of its stage."""

from __future__ import annotations

from ..input.stack_intents import ComeHome, SetGap, ToggleTurning
from ..play.choices import GAPS
from ..session.facts.seldom import StackFacts
from ..ui.frame import LABEL, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.stage import PANE_MARGIN
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Label
from ..ui.widgets.slider import MARGIN, Slider
from ..words.numbers import number
from ..words.texts import text
from .actions import Action, action_button

HINT_LINES = ("stack.hint", "stack.hint.home")
FREE = 0.4  # of the stage's width is free at its foot, left of the image


def gap_slider(gap: float, frame: Frame, place: Rect) -> Slider:
    """Return the slider of the distance of the layers."""
    return Slider(
        **frame.met("gap", place.inset(-frame.px(MARGIN), 0)),
        about=text("tooltip.gap"),
        intent=SetGap(gap),
        shown=number(gap, 2),
        allowed=GAPS,
        size=frame.size(LABEL),
        steps=(0.1, 0.02),
        label=text("quantity.gap"),
        ends=GAPS,
        hue="accent",
    )


def stack_controls(facts: StackFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return what stands in the stage's lower left corner: slow turn, the way home, and a word on looking around.

    The words go as soon as somebody has looked around. In a talk there is nothing of all that.
    """
    layout, px = frame.layout, frame.px
    if layout.presenting or layout.tiny:
        return ()
    side, gap = max(44, px(48)), px(10)
    # In Compare the corner is that of a pane, inside the line around it.
    up = px(PANE_MARGIN + 10 if facts.compares else 6)
    x, y = layout.inner.x, layout.stage.bottom - side - up
    reason = text("reason.reduced motion") if facts.reduced_motion else None
    on = (facts.turning and not reason) or None
    turning = Action("turning", "rotate-3d", text("tooltip.turning"), ToggleTurning(), reason=reason, on=on)
    home = Action("home", "house", text("tooltip.home"), ComeHome())
    place = Rect(x + side + gap, y, side, side)
    return (
        action_button(frame, turning, Rect(x, y, side, side), "field"),
        action_button(frame, home, place, "field"),
        *(_hint(frame, place.right + gap, place) if facts.untouched else ()),
    )


def _hint(frame: Frame, x: int, beside: Rect) -> tuple[Label, ...]:
    """Return two short lines: the corner under the image's left side is free, the middle of the stage is not."""
    size, stage, half = frame.size(SMALL), frame.layout.stage, beside.h // 2
    wide = [frame.type.width(text(name), size, False) for name in HINT_LINES]
    if x + max(wide) > stage.x + FREE * stage.w:
        return ()
    return tuple(
        frame.label(name, Rect(x, beside.y + line * half, wide[line], half), text(name), size, "dim")
        for line, name in enumerate(HINT_LINES)
    )
