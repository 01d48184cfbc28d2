"""The sheet of how a network reads the digits that are held back: how many, the misread ones, and the confusion."""

from __future__ import annotations

from ..input.interface_intents import ShowDigits
from ..session.facts.digits import DigitsFacts, largest_mistakes
from ..session.facts.seldom import SheetFacts
from ..session.interface import DIGITS
from ..ui.frame import BODY, HEADING, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.confusion import Confusion
from ..ui.widgets.switch import Switch
from ..words.texts import text
from .digit_cards import NARROWEST, Sight, cards
from .scrolling import Column
from .sheets import content_of, ground, shortened

AREA = f"{DIGITS} sheet"
"""Under which name it is known how far the sheet is scrolled."""
LINE, ROW, GAP = 28, 48, 12
"""Units: a line of words, a row with controls, and between what stands beside each other."""
PITCH, LEAST = 48, 30
"""Units of a cell of the confusion at most, and at least, where the whole of it has no room."""
LEGIBLE = 28
"""Device pixels of a cell at least, so that its number can be read."""
HEADS = 2
"""Cells of a row of the confusion besides those of the kinds: its head, and its sum."""


def digits_sheet(facts: SheetFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the sheet; where a network reads no digits now, it says why."""
    base, inside = ground(facts, frame, text("digits.title"))
    px, found = frame.px, facts.digits or DigitsFacts()
    column = Column(inside.x, inside.y, inside.w - px(24))
    if found.why is not None:
        column.write(frame, text(found.why), px(LINE), frame.size(BODY))
    else:
        _head(found, frame, column)
        place = Rect(inside.x, column.y, column.width, inside.bottom - column.y)
        sight = Sight(AREA, inside, facts.scrolled, frame.unit)
        column.widgets += (_confusion if found.look.confusion else _misread)(found, frame, place, sight)
    content = column.widgets
    return (*shortened(base, inside, content, px(24)), *content_of(facts, frame, AREA, inside, content))


def _head(found: DigitsFacts, frame: Frame, column: Column) -> None:
    """Write how many are read right, what that says, and the choice of what is shown with its pages."""
    px, size = frame.px, frame.size(BODY)
    said = {"right": found.right, "count": found.count, "share": f"{100 * found.right / found.count:.1f}"}
    column.write(frame, text("digits.read", **said), px(36), frame.size(HEADING), bold=True)
    column.write(frame, text("digits.about", count=found.count), px(LINE), frame.size(SMALL), "dim")
    column.take(px(6))
    names = text("digits.misread"), text("digits.confusion")
    wide = len(names) * (max(frame.type.width(name, size, True) for name in names) + px(32))
    row = column.take(max(44, px(ROW)), px(GAP))
    switch = Switch(
        **frame.met("digits shown", Rect(row.x, row.y, min(wide, row.w), row.h)),
        about=text("digits.tabs.tip"),
        words=names,
        intents=(ShowDigits(), ShowDigits(confusion=True)),
        chosen=int(found.look.confusion),
        size=size,
    )
    column.widgets.append(switch)
    if found.pages > 1:
        column.widgets += _pages(found, frame, column, Rect(row.x, row.y, row.w, row.h), switch.rect.right)


def _pages(found: DigitsFacts, frame: Frame, column: Column, row: Rect, taken: int) -> list[Widget]:
    """Return which digits of how many are shown, and the ways to those before and to more; below, without room."""
    size, look, side = frame.size(BODY), found.look, row.h
    last = found.first + len(found.digits) - 1
    name = "digits.range" if last > found.first else "digits.range.one"
    words = text(name, first=found.first, last=last, count=found.found)
    most = text("digits.range", first=found.found, last=found.found, count=found.found)
    wide = frame.type.width(most, size, False) + frame.px(8)
    if taken + wide + 2 * side + frame.px(GAP) > row.right:
        row = column.take(side, frame.px(GAP))
    back, on = Rect(row.right - wide - 2 * side, row.y, side, side), Rect(row.right - side, row.y, side, side)
    before, after = look.changed(page=look.page - 1), look.changed(page=look.page + 1)
    ways = ("back", back, before, "chevron-left"), ("on", on, after, "chevron-right")
    open_at = look.page > 0, look.page < found.pages - 1
    buttons = [
        frame.button(
            f"digits {way}",
            place,
            ShowDigits(there.confusion, there.pair, there.page),
            tip=text(f"digits.{way}"),
            icon=icon,
            enabled=enabled,
        )
        for (way, place, there, icon), enabled in zip(ways, open_at, strict=True)
    ]
    label = frame.label("digits range", Rect(back.right, row.y, wide, side), words, size, "text", align=0.5)
    return [buttons[0], label, buttons[1]]


def _misread(found: DigitsFacts, frame: Frame, place: Rect, sight: Sight) -> list[Widget]:
    """Return the cards of the misread digits, or that there are none."""
    if not found.digits:
        words = text("digits.all_right", count=found.count)
        return list(frame.lines("digits none", place, (words,), frame.px(LINE), frame.size(BODY)))
    return cards(found, frame, place, sight)


def _confusion(found: DigitsFacts, frame: Frame, place: Rect, sight: Sight) -> list[Widget]:
    """Return the table, and the digits of its cell beside it, or below it where there is more room."""
    px, size = frame.px, frame.size(SMALL)
    lines = frame.type.wrapped(text("digits.axes"), size, False, place.w)
    axes = frame.lines("digits axes", place, lines, px(LINE), size, "dim")
    top = place.y + len(lines) * px(LINE) + px(6)
    cells = len(found.confusion) + HEADS
    least = max(px(LEAST), LEGIBLE)
    pitch = min(max(px(PITCH), least), place.w // cells, max(least, (place.bottom - top) // cells))
    table = Confusion(
        **frame.met("confusion", Rect(place.x, top, pitch * cells, pitch * cells)),
        counts=found.confusion,
        most=largest_mistakes(found),
        pair=found.look.pair,
        every=text("digits.all"),
    )
    left = table.rect.right + px(2 * GAP)
    beside = place.right - left >= 2 * px(NARROWEST)
    room = (
        Rect(left, top, place.right - left, place.bottom - top)
        if beside
        else place.moved(0, table.rect.bottom + px(GAP) - place.y)
    )
    return [*axes, table, *_of_a_cell(found, frame, room, sight)]


def _of_a_cell(found: DigitsFacts, frame: Frame, room: Rect, sight: Sight) -> list[Widget]:
    """Return the digits of the chosen cell, or what stands in their place."""
    if found.digits:
        return cards(found, frame, room, sight)
    pair = found.look.pair
    words = text("digits.choose") if pair is None else text("digits.none", kind=pair[0], read=pair[1])
    size = frame.size(SMALL)
    lines = frame.type.wrapped(words, size, False, room.w)
    return list(frame.lines("digits none", room, lines, frame.px(LINE), size, "dim"))
