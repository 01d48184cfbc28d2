"""What the window has for the Stack view: its switch, its slider in the rail, and the corner of its stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...input.stack_intents import ComeHome, SetGap, ShowStack, ToggleStack, ToggleTurning
from ...play.camera import GAPS, HOME
from ...words.numbers import number
from ...words.texts import text
from ..frame import BODY, LABEL, SMALL, Frame
from ..geometry import Rect
from ..stage import PANE_MARGIN
from ..widgets.button import Button
from ..widgets.label import Label
from ..widgets.slider import MARGIN, Slider
from ..widgets.switch import HEIGHT, Switch

if TYPE_CHECKING:
    from ..widgets.base import Widget

WIDTH = 250  # units of the switch
HINT_LINES = ("stack.hint", "stack.hint.home")
FREE = 0.4  # of the stage's width is free at its foot, left of the image


def switch(frame: Frame, bar: Rect, left: int, right: int) -> tuple[Switch, ...]:
    """Return the switch between Flat and Stack, in the stage's middle as far as it has room; none without room."""
    width, height = frame.layout.px(WIDTH), min(bar.h - 4, max(44, frame.layout.px(HEIGHT)))
    if right - left < width:
        return ()
    x = min(max(round(frame.layout.stage.centre[0] - width / 2), left), right - width)
    place = Rect(x, bar.y + (bar.h - height) // 2, width, height)
    found = Switch(
        name="stack",
        rect=place,
        unit=frame.layout.text,
        mood=frame.mood("stack"),
        tooltip=frame.tip(text("stack.switch"), ToggleStack()),
        words=(text("stack.flat"), text("stack.stack")),
        intents=(ShowStack(on=False), ShowStack(on=True)),
        chosen=int(frame.state.interface.stacked),
        size=frame.size(BODY),
    )
    return (found,)


def layers(frame: Frame, place: Rect) -> Slider:
    """Return what the rail has about the layers: the slider of their distance."""
    gap = frame.state.interface.camera.gap
    return Slider(
        name="gap",
        rect=place.inset(-frame.layout.px(MARGIN), 0),
        unit=frame.layout.text,
        mood=frame.mood("gap"),
        tooltip=text("tooltip.gap"),
        intent=SetGap(gap),
        label=text("quantity.gap"),
        shown=number(gap, 2),
        value=gap,
        low=GAPS.low,
        high=GAPS.high,
        allowed=(GAPS.low, GAPS.high),
        hue="accent",
        size=frame.size(LABEL),
        step=0.1,
        fine=0.02,
    )


def stack_controls(frame: Frame) -> tuple[Widget, ...]:
    """Return what stands in the stage's lower left corner: slow turn, the way home, and a word on looking around.

    The words go as soon as somebody has looked around. In a talk there is nothing of all that.
    """
    interface, layout = frame.state.interface, frame.layout
    if interface.presenting or layout.tiny:
        return ()
    side, gap = max(44, layout.px(48)), layout.px(10)
    # In Compare the corner is that of a pane, inside the line around it.
    up = layout.px(PANE_MARGIN + 10 if frame.state.compare.on else 6)
    x, y = layout.stage.x + layout.px(36), layout.stage.bottom - side - up
    reason = text("reason.reduced motion") if frame.state.settings.reduced_motion else None
    buttons = (
        _button(frame, "turning", Rect(x, y, side, side), "rotate-3d", reason),
        _button(frame, "home", Rect(x + side + gap, y, side, side), "house", None),
    )
    return (*buttons, *_hint(frame, x + 2 * (side + gap), buttons[0].rect))


def _button(frame: Frame, name: str, place: Rect, icon: str, reason: str | None) -> Button:
    intent = ToggleTurning() if name == "turning" else ComeHome()
    turning = name == "turning" and frame.state.interface.turning and reason is None
    return Button(
        name=name,
        rect=place,
        unit=frame.layout.text,
        mood=frame.mood(name, enabled=reason is None),
        tooltip=frame.tip(text(f"tooltip.{name}"), intent, reason),
        intents=(intent,),
        icon=icon,
        style="field",
        on=turning or None,
    )


def _hint(frame: Frame, x: int, beside: Rect) -> tuple[Label, ...]:
    """Return two short lines: the corner under the image's left side is free, the middle of the stage is not."""
    interface, size, stage = frame.state.interface, frame.size(SMALL), frame.layout.stage
    untouched = interface.camera.changed(gap=HOME.gap).is_home and not interface.turning
    longest = max(frame.type.width(text(name), size, False) for name in HINT_LINES)
    if not untouched or x + longest > stage.x + FREE * stage.w:
        return ()
    half = beside.h // 2
    return tuple(
        Label(
            name=name,
            rect=Rect(x, beside.y + line * half, frame.type.width(text(name), size, False), half),
            unit=frame.layout.text,
            text=text(name),
            size=size,
            role="dim",
        )
        for line, name in enumerate(HINT_LINES)
    )
