"""The settings in one small panel: theme, palette, text size, motion, what a remote stops at, decimals, saving.

A row is a word and a control. Where they do not fit beside each other the word stands above; where not all rows fit,
the panel scrolls.
"""

from __future__ import annotations

from typing import NamedTuple

from ..input.intent import Intent
from ..input.walk_intents import NextStop, PreviousStop
from ..input.window_intents import (
    NextTheme,
    ScaleBy,
    SetDecimals,
    SetPalette,
    SetStops,
    ToggleReducedMotion,
    ToggleSavePicture,
)
from ..play.choices import DECIMALS, PALETTES, REMOTE_STOPS, SCALE, THEMES
from ..session.facts.seldom import SettingsFacts
from ..session.interface import PANELS
from ..ui.frame import Frame
from ..ui.geometry import Rect, beside
from ..ui.widgets.base import Tip, Widget
from ..ui.widgets.switch import Stepper
from ..words.texts import text
from .scrolling import Scroller, scrolled

AREA = PANELS["view"]
BETWEEN = 24  # units between a word and the control beside it


class Row(NamedTuple):
    """A setting: its control's name, its words, those of its value and of all values, what changes it, and its tip.

    changes: what one button does, which goes on to the next value, or what two do, to a smaller and to a larger one.
    """

    name: str
    words: str
    shown: str
    all_shown: tuple[str, ...]
    changes: tuple[Intent, ...]
    tip: str | Tip
    at_low: bool = False
    at_high: bool = False


class Measures(NamedTuple):
    """How the rows are laid out: font size, height of a control, widths, and whether words stand above."""

    size: int
    height: int
    label: int
    control: int
    stacked: bool
    width: int  # of all


def view_settings(facts: SettingsFacts, frame: Frame, anchor: Rect) -> tuple[Widget, ...]:
    """Return the panel, below or above what it belongs to."""
    px, window = frame.px, frame.layout.size
    saving = _switch("picture", facts.now.save_picture, ToggleSavePicture(), text("tooltip.save picture"))
    rows = (
        _theme(facts, frame),
        _palette(facts),
        _scale(facts, frame),
        _switch("motion", facts.now.reduced_motion, ToggleReducedMotion(), text("tooltip.motion")),
        _stops(facts, frame),
        _decimals(facts),
        *((saving,) if facts.pictured else ()),
    )
    measures = _measured(frame, rows)
    step = measures.height + px(8) + (px(30) if measures.stacked else 0)
    pad = px(10)
    high = step * len(rows) + 2 * pad
    place = beside(anchor, min(measures.width + px(28), window[0] - 8), min(high, window[1] - 16), frame.layout.whole)
    inside = Rect(place.x + px(14), place.y + pad, place.w - px(28), place.h - 2 * pad)
    content = [
        widget
        for index, row in enumerate(rows)
        for widget in _row(frame, row, measures, Rect(inside.x, inside.y + index * step, inside.w, step))
    ]
    bar = Rect(inside.x, inside.y, place.right - 4 - inside.x, inside.h)
    scroller = Scroller(name=AREA, area=AREA, rect=bar, unit=frame.unit)
    shown = scrolled(frame, scroller, content, inside, step * len(rows), facts.scrolled)
    return frame.box("view ground", place, 10), *shown


def _measured(frame: Frame, rows: tuple[Row, ...]) -> Measures:
    """Return the largest font and widths at which all rows fit: beside each other, else one above the other."""
    full = frame.size(21)
    room = frame.layout.size[0] - 8 - frame.px(28)
    for stacked, smallest in ((False, round(full * 0.85)), (True, 9)):
        for size in range(full, smallest - 1, -1):
            found = _at_size(frame, rows, size, stacked)
            if found.width <= room:
                return found
    return found._replace(control=room, width=room)


def _at_size(frame: Frame, rows: tuple[Row, ...], size: int, stacked: bool) -> Measures:
    px = frame.px
    height = max(36, px(42))
    label = max(frame.type.width(row.words, size, False) for row in rows)
    control = max(
        frame.type.width(words, size, True) + (px(24) if len(row.changes) == 1 else 2 * height + px(8))
        for row in rows
        for words in row.all_shown
    )
    if stacked:
        return Measures(size, height, label, max(control, label), stacked, max(control, label))
    return Measures(size, height, label, control, stacked, label + px(BETWEEN) + control)


def _row(frame: Frame, row: Row, measures: Measures, place: Rect) -> tuple[Widget, Widget]:
    """Return a row's word and control."""
    head = frame.px(30) if measures.stacked else 0
    control = Rect(place.right - measures.control, place.y + head + frame.px(4), measures.control, measures.height)
    label = Rect(place.x, place.y if head else control.y, measures.label, head or control.h)
    name, size = row.name, measures.size
    words = frame.label(f"label {name}", label, row.words, size)
    if len(row.changes) == 1:
        return words, frame.button(name, control, *row.changes, tip=row.tip, label=row.shown, size=size, style="field")
    less, more = row.changes
    stepper = Stepper(
        **frame.met(name, control),
        about=row.tip,
        shown=row.shown,
        less=(less,),
        more=(more,),
        size=size,
        at_low=row.at_low,
        at_high=row.at_high,
    )
    return words, stepper


def _choice(name: str, present: str, words: dict[str, str], intent: Intent, tip: str | Tip) -> Row:
    """Return a setting that one button takes to its next value, of values with their words."""
    return Row(f"view {name}", text(f"view.{name}"), words[present], tuple(words.values()), (intent,), tip)


def _after(names: tuple[str, ...], name: str) -> str:
    """Return the next name, after the last the first."""
    return names[(names.index(name) + 1) % len(names)]


def _theme(facts: SettingsFacts, frame: Frame) -> Row:
    words = {name: text(f"theme.{name}") for name in THEMES}
    return _choice("theme", facts.now.theme, words, NextTheme(), frame.tip(text("bar.theme"), NextTheme()))


def _palette(facts: SettingsFacts) -> Row:
    words = {name: text(f"palette.{name}") for name in PALETTES}
    intent = SetPalette(_after(PALETTES, facts.now.palette))
    return _choice("palette", facts.now.palette, words, intent, text("tooltip.palette"))


def _scale(facts: SettingsFacts, frame: Frame) -> Row:
    scale, layout = facts.now.scale, frame.layout
    shown = text("view.scale.value", percent=scale)
    if layout.capped:
        shown = text("view.scale.capped", percent=scale, actual=layout.scale)
    tip = frame.tips((text("view.larger"), ScaleBy(1)), (text("view.smaller"), ScaleBy(-1)))
    widest = text("view.scale.capped", percent=SCALE[1], actual=100)  # digits are equally wide
    changes, (low, high) = (ScaleBy(-1), ScaleBy(1)), SCALE
    return Row("scale", text("view.scale"), shown, (widest,), changes, tip, scale <= low, scale >= high)


def _switch(name: str, on: bool, intent: Intent, tip: str) -> Row:
    """Return a setting that is on or off."""
    words = {"on": text("view.on"), "off": text("view.off")}
    return _choice(name, "on" if on else "off", words, intent, tip)


def _stops(facts: SettingsFacts, frame: Frame) -> Row:
    words = {name: text(f"stops.{name}") for name in REMOTE_STOPS}
    intent = SetStops(_after(REMOTE_STOPS, facts.now.stops))
    tip = frame.tips((text("tooltip.stops.next"), NextStop()), (text("tooltip.stops.previous"), PreviousStop()))
    return _choice("stops", facts.now.stops, words, intent, tip)


def _decimals(facts: SettingsFacts) -> Row:
    """Return the setting of the decimals, where before the least stands that their number follows from the values."""
    low, high = DECIMALS
    chosen, automatic = facts.now.decimals, text("decimals.automatic")
    shown = automatic if chosen is None else str(chosen)
    less = SetDecimals(None if chosen is None or chosen <= low else chosen - 1)
    more = SetDecimals(low if chosen is None else min(chosen + 1, high))
    tip, names = text("tooltip.decimals"), (automatic, str(high))
    at_high = chosen is not None and chosen >= high
    return Row("view decimals", text("view.decimals"), shown, names, (less, more), tip, chosen is None, at_high)
