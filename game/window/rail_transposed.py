"""The rows of the rail that a transposed convolution has: its picture, and its output padding or both of them."""

from __future__ import annotations

from ..core.quantities import SLIDER_ENDINGS
from ..input.interface_intents import ShowSpread
from ..input.layer_intents import SetOutputPadding
from ..session.facts.output_padding import OutputPaddingFacts
from ..session.facts.rail import StillRail
from ..ui.frame import BODY, LABEL, Frame
from ..ui.geometry import Rect
from ..ui.layout import ONE_LINE, between_edges
from ..ui.widgets.base import Widget
from ..ui.widgets.count import Count
from ..ui.widgets.switch import Switch
from ..words.texts import text
from .scrolling import Column

SWITCH = 250, 36  # units of the switch between both pictures in the head of the card under the grids
COUNT = 124  # units of the width of a number with its two buttons


def transposed_rows(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the rows of a transposed convolution: which picture of it is shown, and its output padding."""
    spread = facts.layer.spread
    if spread is None or "spread" in facts.hidden:
        return output_padding_rows(facts, frame, column)
    row = column.take(max(frame.px(48), 30), frame.px(10))
    return spread_switch(frame, row, spread, "spread in rail"), *output_padding_rows(facts, frame, column)


def spread_switch(frame: Frame, rect: Rect, spread: bool, name: str = "spread") -> Switch:
    """Return the switch between both pictures of a transposed convolution."""
    return Switch(
        **frame.met(name, rect),
        about=frame.tip(text("stamps.switch"), ShowSpread()),
        words=(text("stamps.stamp"), text("stamps.spread")),
        intents=(ShowSpread(on=False), ShowSpread(on=True)),
        chosen=int(spread),
        size=frame.size(BODY),
    )


def spread_choice(spread: bool | None, frame: Frame) -> tuple[Widget, ...]:
    """Return the switch at the end of the head of the card under the grids: at the same place in both pictures.

    Nothing where nobody has the choice, and where that card has no head.
    """
    dot = between_edges(frame.layout.dot, frame.layout.text)
    if spread is None or frame.layout.fold >= ONE_LINE or frame.layout.presenting or not dot.h:
        return ()
    wide, high = frame.px(SWITCH[0]), max(frame.px(SWITCH[1]), 24)
    return (spread_switch(frame, Rect(dot.right - wide, dot.y + frame.px(4), wide, high), spread),)


def output_padding_rows(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the rows; nothing where a tour hides them, or where the layer is none."""
    if "output padding" in facts.hidden:
        return ()
    locked = "kernel" in facts.layer.locked
    rows = (_row(each, locked, frame, column) for each in facts.layer.output_padding)
    return tuple(widget for row in rows for widget in row)


def _row(facts: OutputPaddingFacts, locked: bool, frame: Frame, column: Column) -> tuple[Widget, ...]:
    name, (low, high) = f"output padding{SLIDER_ENDINGS[facts.axis]}", facts.allowed
    row, wide, size = column.take(max(frame.px(44), 28), frame.px(4)), frame.px(COUNT), frame.size(LABEL)
    words, room = text(f"quantity.{name}"), row.w - wide - frame.px(2)
    size_of_words = max(9, frame.type.largest(words, room, True, size))
    label = Rect(row.x, row.y, room, row.h)
    fixed = locked or low == high
    count = Count(
        **frame.met(name, Rect(row.right - wide + frame.px(8), row.y, wide, row.h), enabled=not locked),
        about=text("tour.locked.operation" if locked else "tooltip.output padding", low=low, high=high),
        intent=SetOutputPadding(facts.value, facts.axis),
        shown=str(facts.value),
        allowed=(facts.value, facts.value) if fixed else (low, high),
        size=size,
        steps=(1.0, 1.0),
    )
    return frame.label(f"{name} label", label, words, size_of_words, bold=True), count
