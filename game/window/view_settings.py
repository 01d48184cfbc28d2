"""The settings in one small panel: theme, palette, text size, motion, what a remote stops at, and decimals.

A row is a word and a control. Where they do not fit beside each other the word stands above; where not all rows fit,
the panel scrolls.
"""

from __future__ import annotations

from typing import NamedTuple

from ..input.intent import Intent
from ..input.walk_intents import NextStop, PreviousStop
from ..input.window_intents import NextTheme, ScaleBy, SetDecimals, SetPalette, SetStops, ToggleReducedMotion
from ..play.choices import DECIMALS, PALETTES, REMOTE_STOPS, SCALE, THEMES
from ..session.facts.seldom import SettingsFacts
from ..ui.frame import Frame
from ..ui.geometry import Rect, beside
from ..ui.widgets.base import Tip, Widget
from ..ui.widgets.label import Area, Label
from ..ui.widgets.switch import Stepper
from ..words.texts import text
from .scrolling import Scroller, scrolled

AREA = "view settings"
"""The name under which the panel is scrolled."""
AUTOMATIC = -1
"""Stands before 0 among the choices of decimals."""


class Choice(NamedTuple):
    """A setting that one button takes to its next value: its control's name, words, all values' words, and intent."""

    name: str
    words: str
    shown: str
    all_shown: tuple[str, ...]
    intent: Intent
    tip: str | Tip


class Steps(NamedTuple):
    """A setting with a smaller and a larger value: its control's name, words, value's words, and intents."""

    name: str
    words: str
    shown: str
    all_shown: tuple[str, ...]
    less: Intent
    more: Intent
    tip: str | Tip
    at_low: bool
    at_high: bool


class Measures(NamedTuple):
    """How the rows are laid out: font size, height of a control, widths, and whether words stand above."""

    size: int
    height: int
    label: int
    control: int
    stacked: bool


def view_settings(facts: SettingsFacts, frame: Frame, anchor: Rect) -> tuple[Widget, ...]:
    """Return the panel, below or above what it belongs to."""
    px, window = frame.px, frame.layout.size
    rows: tuple[Choice | Steps, ...] = (
        _theme(facts, frame),
        _palette(facts),
        _scale(facts, frame),
        _motion(facts),
        _stops(facts, frame),
        _decimals(facts),
    )
    measures = _measured(frame, rows)
    step = measures.height + px(8) + (px(30) if measures.stacked else 0)
    pad = px(10)
    wide = measures.control if measures.stacked else measures.label + px(24) + measures.control
    high = step * len(rows) + 2 * pad
    place = beside(anchor, min(wide + px(28), window[0] - 8), min(high, window[1] - 16), frame.layout.whole)
    inside = Rect(place.x + px(14), place.y + pad, place.w - px(28), place.h - 2 * pad)
    content = [
        widget
        for index, row in enumerate(rows)
        for widget in _row(frame, row, measures, Rect(inside.x, inside.y + index * step, inside.w, step))
    ]
    ground = Area(
        name="view ground",
        rect=place,
        unit=frame.unit,
        role="raised",
        radius=px(10),
        line_at="all",
        line_role="edge",
    )
    bar = Rect(inside.x, inside.y, place.right - 4 - inside.x, inside.h)
    scroller = Scroller(name=AREA, area=AREA, rect=bar, unit=frame.unit)
    return ground, *scrolled(frame, scroller, content, inside, step * len(rows), facts.scrolled)


def _measured(frame: Frame, rows: tuple[Choice | Steps, ...]) -> Measures:
    """Return the largest font and widths at which all rows fit: beside each other, else one above the other."""
    full = frame.size(21)
    room = frame.layout.size[0] - 8 - frame.px(28)
    for stacked, smallest in ((False, round(full * 0.85)), (True, 9)):
        for size in range(full, smallest - 1, -1):
            found = _at_size(frame, rows, size, stacked)
            if (found.control if stacked else found.label + frame.px(24) + found.control) <= room:
                return found
            if stacked and found.label > room:
                continue
    return found._replace(control=room)


def _at_size(frame: Frame, rows: tuple[Choice | Steps, ...], size: int, stacked: bool) -> Measures:
    px = frame.px
    height = max(36, px(42))
    label = max(frame.type.width(row.words, size, False) for row in rows)
    control = max(
        frame.type.width(words, size, True) + (2 * height + px(8) if isinstance(row, Steps) else px(24))
        for row in rows
        for words in row.all_shown
    )
    return Measures(size, height, label, max(control, label if stacked else 0), stacked)


def _row(frame: Frame, row: Choice | Steps, measures: Measures, place: Rect) -> tuple[Widget, Widget]:
    """Return a row's word and control."""
    head = frame.px(30) if measures.stacked else 0
    control = Rect(place.right - measures.control, place.y + head + frame.px(4), measures.control, measures.height)
    label = (
        Rect(place.x, place.y, measures.label, head) if head else Rect(place.x, control.y, measures.label, control.h)
    )
    words = Label(name=f"label {row.name}", rect=label, text=row.words, size=measures.size)
    if isinstance(row, Steps):
        return words, _stepper(frame, row, control, measures)
    size = measures.size
    return words, frame.button(row.name, control, row.intent, tip=row.tip, label=row.shown, size=size, style="field")


def _stepper(frame: Frame, row: Steps, place: Rect, measures: Measures) -> Stepper:
    return Stepper(
        name=row.name,
        rect=place,
        unit=frame.unit,
        mood=frame.mood(row.name),
        about=row.tip,
        shown=row.shown,
        less=(row.less,),
        more=(row.more,),
        size=measures.size,
        at_low=row.at_low,
        at_high=row.at_high,
    )


def _after(names: tuple[str, ...], name: str) -> str:
    """Return the next name, after the last the first."""
    return names[(names.index(name) + 1) % len(names)]


def _theme(facts: SettingsFacts, frame: Frame) -> Choice:
    shown = text(f"theme.{facts.now.theme}")
    names = tuple(text(f"theme.{name}") for name in THEMES)
    return Choice(
        "view theme", text("view.theme"), shown, names, NextTheme(), frame.tip(text("bar.theme"), NextTheme())
    )


def _palette(facts: SettingsFacts) -> Choice:
    present = facts.now.palette
    names = tuple(text(f"palette.{name}") for name in PALETTES)
    intent = SetPalette(_after(PALETTES, present))
    return Choice(
        "view palette", text("view.palette"), text(f"palette.{present}"), names, intent, text("tooltip.palette")
    )


def _scale(facts: SettingsFacts, frame: Frame) -> Steps:
    scale, layout = facts.now.scale, frame.layout
    shown = text("view.scale.value", percent=scale)
    if layout.capped:
        shown = text("view.scale.capped", percent=scale, actual=layout.scale)
    tip = frame.tips((text("view.larger"), ScaleBy(1)), (text("view.smaller"), ScaleBy(-1)))
    low, high = scale <= SCALE[0], scale >= SCALE[1]
    widest = text("view.scale.capped", percent=SCALE[1], actual=100)  # digits are equally wide
    return Steps("scale", text("view.scale"), shown, (widest,), ScaleBy(-1), ScaleBy(1), tip, low, high)


def _motion(facts: SettingsFacts) -> Choice:
    on_off = text("view.on"), text("view.off")
    shown = on_off[0 if facts.now.reduced_motion else 1]
    tip = text("tooltip.motion")
    return Choice("view motion", text("view.motion"), shown, on_off, ToggleReducedMotion(), tip)


def _stops(facts: SettingsFacts, frame: Frame) -> Choice:
    present = facts.now.stops
    names = tuple(text(f"stops.{name}") for name in REMOTE_STOPS)
    tip = frame.tips((text("tooltip.stops.next"), NextStop()), (text("tooltip.stops.previous"), PreviousStop()))
    intent = SetStops(_after(REMOTE_STOPS, present))
    return Choice("view stops", text("view.stops"), text(f"stops.{present}"), names, intent, tip)


def _decimals(facts: SettingsFacts) -> Steps:
    low, high = DECIMALS
    chosen = facts.now.decimals
    value = AUTOMATIC if chosen is None else chosen
    shown = text("decimals.automatic") if chosen is None else str(chosen)
    less = SetDecimals(None if value <= low else value - 1)
    more = SetDecimals(min(value + 1, high))
    names = (text("decimals.automatic"), str(high))
    tip = text("tooltip.decimals")
    return Steps("view decimals", text("view.decimals"), shown, names, less, more, tip, chosen is None, value >= high)
