"""The padding of all four sides in a small panel: how much, what stands there, and amounts that have a name.

What is impossible now is told by its button's tooltip, with the reason.
"""

from __future__ import annotations

from ..core.limits import PIXEL
from ..core.padding import AMOUNTS, MODES, SIDES
from ..input.layer_intents import SetPadding, SetPaddingSide, SetPaddingValue
from ..session.facts.layer_panels import PaddingFacts
from ..session.interface import PANELS
from ..ui.frame import LABEL, SMALL, Frame
from ..ui.geometry import Rect, beside
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.count import Count
from ..words.numbers import full
from ..words.texts import text
from .counted import counted
from .scrolling import Column, Scroller, scrolled

NAME = "padding sides"
"""Of the panel, and of the button that opens it."""
WIDTH, PAD, GAP, LINE = 640, 22, 8, 28  # units: of the panel, its edges, between controls, a line of a sentence
COUNT = 124  # units of the width of a number with its two buttons


def padding_panel(facts: PaddingFacts, frame: Frame, anchor: Rect) -> tuple[Widget, ...]:
    """Return the panel, below or above what it belongs to."""
    px, window = frame.px, frame.layout.size
    width = min(px(WIDTH), window[0] - 8)
    column = Column(px(PAD), px(PAD), width - 2 * px(PAD))
    _head(frame, column, "padding.title")
    _sides(facts, frame, column)
    if facts.transposed:
        column.write(frame, text("padding.transposed.about"), px(LINE), frame.size(SMALL), "dim")
    else:
        _named(facts, frame, column)
    high = column.y
    place = beside(anchor, width, min(high + px(PAD), window[1] - 16), frame.layout.whole)
    inside = Rect(place.x, place.y + px(PAD), place.w - 4, place.h - 2 * px(PAD))
    content = [one.changed(rect=one.rect.moved(place.x, place.y)) for one in column.widgets]
    scroller = Scroller(name=PANELS[NAME], area=PANELS[NAME], rect=inside, unit=frame.unit)
    shown = scrolled(frame, scroller, content, inside, high - px(PAD), facts.scrolled)
    return frame.box("padding ground", place, 12), *shown


def _named(facts: PaddingFacts, frame: Frame, column: Column) -> None:
    """Write the amounts and the modes that have a name; around what is pooled no number stands."""
    _choices(facts, frame, column, "amount", tuple(AMOUNTS))
    if facts.pooling:
        column.write(frame, text(f"padding.pooling.{facts.pooling}"), frame.px(LINE), frame.size(SMALL), "dim")
    else:
        _modes(facts, frame, column)


def _head(frame: Frame, column: Column, words: str) -> None:
    column.write(frame, text(words), frame.px(38), frame.size(LABEL), bold=True)


def _modes(facts: PaddingFacts, frame: Frame, column: Column) -> None:
    """Write what may stand there, what that is now, and of a constant its value."""
    _head(frame, column, "padding.modes")
    _choices(facts, frame, column, "mode", MODES)
    mode = facts.padding.mode
    column.write(frame, text(f"padding.mode.{mode}.about"), frame.px(LINE), frame.size(SMALL), "dim")
    if mode == "constant":
        _value(facts, frame, column)


def _high(frame: Frame) -> int:
    """Return the height of a control."""
    return max(36, frame.px(42))


def _sides(facts: PaddingFacts, frame: Frame, column: Column) -> None:
    """Write the four sides: those of the rows in one line, those of the columns in the next, if there is room."""
    count, size = max(frame.px(COUNT), 3 * _high(frame)), frame.size(SMALL)
    names = {side: text(f"padding.{side}") for side in SIDES}
    words = max(frame.type.width(name, size, False) for name in names.values()) + frame.px(10)
    across = 2 if 2 * (words + count) + frame.px(GAP) <= column.width else 1
    for index, side in enumerate(SIDES):
        if index % across == 0:
            row = column.take(_high(frame), frame.px(GAP))
        x = row.x + index % across * (row.w - words - count) if across > 1 else row.x
        label = Rect(x, row.y, words, row.h)
        column.widgets.append(frame.label(f"padding label {side}", label, names[side], size))
        column.widgets.append(_side(facts, frame, side, Rect(label.right, row.y, count, row.h)))


def _side(facts: PaddingFacts, frame: Frame, side: str, place: Rect) -> Count:
    """Return the number of a side, which can be typed."""
    value, (low, high), name = getattr(facts.padding, side), facts.allowed[SIDES.index(side)], f"padding {side}"
    about = text("padding.side.tip", side=text(f"padding.{side}"), low=low, high=high)
    return Count(
        **frame.met(name, place, enabled=not facts.locked),
        about=text("tour.locked.padding") if facts.locked else about,
        intent=SetPaddingSide(side, value),
        shown=str(value),
        allowed=(value, value) if facts.locked else (low, high),
        size=frame.size(LABEL),
    )


def _choices(facts: PaddingFacts, frame: Frame, column: Column, kind: str, names: tuple[str, ...]) -> None:
    """Write buttons in as many rows as they need; the one that is so now is filled."""
    size, gap = frame.size(SMALL), frame.px(GAP)
    x, row = 0, column.take(_high(frame), gap)
    for name in names:
        wide = frame.type.width(text(f"padding.{kind}.{name}"), size, True) + frame.px(30)
        if x and x + wide > row.w:
            x, row = 0, column.take(_high(frame), gap)
        column.widgets.append(_choice(facts, frame, kind, name, Rect(row.x + x, row.y, min(wide, row.w), row.h)))
        x += wide + gap


def _choice(facts: PaddingFacts, frame: Frame, kind: str, name: str, place: Rect) -> Button:
    """Return the button of a mode, or of an amount; a reason against it is in its tooltip."""
    of_mode = kind == "mode"
    padding = facts.padding.changed(mode=name) if of_mode else facts.amounts[name]
    reason = text("tour.locked.padding") if facts.locked else facts.reasons.get(name)
    return frame.button(
        f"padding {name}",
        place,
        SetPadding(padding),
        tip=frame.tip(text(f"padding.{kind}.{name}.about"), None, reason),
        label=text(f"padding.{kind}.{name}"),
        size=frame.size(SMALL),
        style="tool",
        on=padding == facts.padding,
        enabled=reason is None,
    )


def _value(facts: PaddingFacts, frame: Frame, column: Column) -> None:
    """Write what stands in a constant padding."""
    value, row = facts.padding.value, column.take(_high(frame))
    label, count = text("padding.value"), max(frame.px(COUNT + 40), 3 * _high(frame))
    column.widgets.append(frame.label("padding label value", row, label, frame.size(SMALL)))
    column.widgets.append(
        counted(
            frame,
            Count(
                **frame.met("padding value", Rect(row.right - count, row.y, count, row.h), enabled=not facts.locked),
                about=text("padding.value.tip", low=full(PIXEL.low), high=full(PIXEL.high)),
                intent=SetPaddingValue(value),
                shown=full(value),
                allowed=(value, value) if facts.locked else (PIXEL.low, PIXEL.high),
                size=frame.size(LABEL),
            ),
        )
    )
