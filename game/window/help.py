"""The help sheet: every key, gesture and word, large enough to be projected, and fewer of them while one types."""

from __future__ import annotations

from functools import lru_cache

from ..session.facts.seldom import SheetFacts
from ..ui.frame import HEADING, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area, Label, Picture, Run, Runs
from ..words.glossary import ALSO, TERMS
from ..words.texts import text
from .sheets import content_of, ground, help_table

SIZE = 30  # units: capitals are 21 pixels high in full HD, which four image heights away can be read
STEP, GAP = 41, 9  # units: of a line, and between two rows
ABOVE, BELOW = 16, 11  # units above and below a heading
LEAST_COLUMN = 700  # units of a column's width; two are made where both have that
BETWEEN = 52
KEYS_SHARE = 0.34
WIDEST = 1840

Group = tuple[str, tuple[tuple[str, str], ...]]


def help_sheet(facts: SheetFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the sheet: the filter's line, then what it is about and the rows, in two columns where there is room."""
    base, inside = ground(facts, frame, text("help.title"), WIDEST)
    px = frame.px
    typed = facts.typed
    line = filter_line(typed, frame, Rect(inside.x, inside.y, inside.w - px(16), px(54)))
    inside = Rect(inside.x, inside.y + px(66), inside.w, max(0, inside.h - px(66)))
    width = inside.w - px(24)
    content: list[Widget] = []
    y = inside.y
    groups = filtered(help_table(frame.mac), typed)
    if not groups:
        words = text("help.nothing", words=typed.strip())
        y = _lines(frame, content, words, Rect(inside.x, y + px(8), width, 0))
    elif not typed.strip():
        y = _lines(frame, content, text("help.about"), Rect(inside.x, y, width, 0))
    _columns(frame, content, groups, Rect(inside.x, y, width, 0))
    return (*base, *line, *content_of(facts, frame, "help sheet", inside, content))


def filtered(table: tuple[Group, ...], typed: str) -> tuple[Group, ...]:
    """Return the rows that have every typed word, in their keys, their effect or their heading, under their headings.

    Other words for the same are found too. Capitals are the same as small letters.
    """
    words = typed.casefold().split()
    groups = []
    for heading, rows in table:
        head = text(heading).casefold()
        left = tuple(row for row in rows if all(word in f"{_searched(row)} {head}" for word in words))
        if left:
            groups.append((heading, left))
    return tuple(groups)


def _searched(row: tuple[str, str]) -> str:
    """Return all in which a row is looked for: its own words, and others for the same."""
    return f"{row[0]} {row[1]} {_also().get(row[1], '')}".casefold()


@lru_cache(maxsize=1)
def _also() -> dict[str, str]:
    """Return other words for a row, by what the row says."""
    return {text(name): words for name, words in ALSO.items()} | {term.sentence: term.also for term in TERMS}


def filter_line(typed: str, frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return the line that shows what is typed, with a caret; before that it says that one can type."""
    px, size = frame.px, frame.size(HEADING)
    icon = Rect(place.x + px(14), place.y, px(28), place.h).centred(px(28), px(28))
    left = place.x + px(56)
    room = place.right - px(20) - left
    shown = typed
    while shown and frame.type.width(shown, size, True) > room:
        shown = shown[1:]  # the end of what is typed is what one wants to see
    end = left + frame.type.width(shown, size, True) + px(2)
    caret = Rect.of(end, place.centre[1] - size * 0.6, max(2, px(2)), size * 1.2)
    rect = Rect(left, place.y, room, place.h)
    words: Widget = Runs(
        name="filter words", rect=rect, unit=frame.unit, runs=(Run(shown),) if shown else (), size=size
    )
    if not typed:
        ask = frame.type.shortened(text("help.filter"), size, False, room - px(10))
        rect = Rect(left + px(10), place.y, room - px(10), place.h)
        words = frame.label("filter words", rect, ask, size, "dim")
    return (
        Area(
            name="filter",
            rect=place,
            unit=frame.unit,
            role="raised",
            radius=px(9),
            line_at="all",
            line_role="edge",
        ),
        Picture(name="filter icon", rect=icon, icon="search"),
        words,
        Area(name="filter caret", rect=caret, role="text"),
    )


def _columns(frame: Frame, content: list[Widget], groups: tuple[Group, ...], place: Rect) -> None:
    """Add the rows: in one column, or in two of nearly the same height.

    A heading stays with its first row, and stands over the rest of its rows too where the column breaks.
    """
    px = frame.px
    column = (place.w - px(BETWEEN)) // 2
    two = column >= px(LEAST_COLUMN)
    width = column if two else place.w
    rows = [(heading, index, row) for heading, table in groups for index, row in enumerate(table)]
    heights = [
        _height(frame, row, width) + (_head_height(frame, heading, width) if index == 0 else 0)
        for heading, index, row in rows
    ]
    half = sum(heights) / 2
    x, y, taken = place.x, place.y, 0
    for (heading, index, row), height in zip(rows, heights, strict=True):
        broken = two and x == place.x and taken + height / 2 > half
        if broken:
            x, y = place.x + column + px(BETWEEN), place.y
        if index == 0 or broken:
            _lines(frame, content, text(heading), Rect(x, y + px(ABOVE), width, 0), "kernel_text")
            y += _head_height(frame, heading, width)
        y = _row(frame, content, row, Rect(x, y, width, 0))
        taken += height


def _head_height(frame: Frame, heading: str, width: int) -> int:
    lines = frame.type.wrapped(text(heading), frame.size(SIZE), True, width)
    return frame.px(ABOVE) + frame.px(STEP) * len(lines) + frame.px(BELOW)


def _folded(frame: Frame, row: tuple[str, str], width: int) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Return the lines of both parts of a row, and where the second part begins."""
    size, left = frame.size(SIZE), round(width * KEYS_SHARE)
    keys = frame.type.wrapped(row[0], size, True, left - frame.px(18))
    return keys, frame.type.wrapped(row[1], size, False, width - left), left


def _height(frame: Frame, row: tuple[str, str], width: int) -> int:
    keys, words, _ = _folded(frame, row, width)
    return frame.px(STEP) * max(len(keys), len(words)) + frame.px(GAP)


def _row(frame: Frame, content: list[Widget], row: tuple[str, str], place: Rect) -> int:
    """Add a row of keys and effect; return where it ends."""
    keys, words, left = _folded(frame, row, place.w)
    step = frame.px(STEP)
    for index, line in enumerate(keys):
        content.append(_label(frame, line, Rect(place.x, place.y + index * step, left, step), bold=True))
    for index, line in enumerate(words):
        content.append(_label(frame, line, Rect(place.x + left, place.y + index * step, place.w - left, step)))
    return place.y + _height(frame, row, place.w)


def _lines(frame: Frame, content: list[Widget], words: str, place: Rect, role: str = "text") -> int:
    """Add a paragraph, or a heading in another colour; return where it ends."""
    step, bold = frame.px(STEP), role != "text"
    wrapped = frame.type.wrapped(words, frame.size(SIZE), bold, place.w)
    for index, line in enumerate(wrapped):
        content.append(_label(frame, line, Rect(place.x, place.y + index * step, place.w, step), bold, role))
    return place.y + step * len(wrapped)


def _label(frame: Frame, words: str, rect: Rect, bold: bool = False, role: str = "text") -> Label:
    return frame.label(f"line {rect.x} {rect.y}", rect, words, frame.size(SIZE), role, bold)
