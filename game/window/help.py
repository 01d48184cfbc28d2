"""The help sheet: every key, gesture and word, large enough to be projected, and fewer of them while one types."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..session.facts.seldom import SheetFacts
from ..ui.frame import HEADING, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..words.glossary import ALSO, TERMS
from ..words.texts import text
from .scrolling import Column
from .sheets import content_of, ground, help_table
from .typed_line import TypedLook, typed_line

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
    px, typed = frame.px, facts.typed
    place, look = (
        Rect(inside.x, inside.y, inside.w - px(16), px(54)),
        TypedLook("filter", 28, 20, 10, HEADING, apart=True),
    )
    line = typed_line(frame, place, typed, text("help.filter"), look, facts.chosen)
    inside = Rect(inside.x, inside.y + px(66), inside.w, max(0, inside.h - px(66)))
    column, groups = Column(inside.x, inside.y, inside.w - px(24)), filtered(help_table(frame.mac), typed)
    if not groups:
        column.take(px(8))
        _write(frame, column, text("help.nothing", words=typed.strip()))
    elif not typed.strip():
        _write(frame, column, text("help.about"))
    content = [*column.widgets, *_columns(frame, groups, column.take(0))]
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


def _columns(frame: Frame, groups: tuple[Group, ...], place: Rect) -> list[Widget]:
    """Return the rows: in one column, or in two of nearly the same height.

    A heading stays with its first row, and stands over the rest of its rows too where the column breaks.
    """
    between = frame.px(BETWEEN)
    half_width = (place.w - between) // 2
    two = half_width >= frame.px(LEAST_COLUMN)
    width = half_width if two else place.w
    blocks: list[tuple[Column, bool, Column]] = []
    for heading, table in groups:
        head = _head(frame, heading, width)
        blocks += ((head, index == 0, _row(frame, row, width)) for index, row in enumerate(table))
    heights = [row.y + (head.y if first else 0) for head, first, row in blocks]
    half = sum(heights) / 2
    x, y, taken = place.x, place.y, 0
    content: list[Widget] = []
    for (head, first, row), height in zip(blocks, heights, strict=True):
        broken = two and x == place.x and taken + height / 2 > half
        if broken:
            x, y = place.x + width + between, place.y
        for block in (head, row) if first or broken else (row,):
            content += _moved(block, x, y)
            y += block.y
        taken += height
    return content


def _moved(block: Column, x: int, y: int) -> Iterator[Widget]:
    """Yield the lines of a block that was laid out around the point 0, 0, with its top left at another."""
    for line in block.widgets:
        rect = line.rect.moved(x, y)
        yield line.changed(name=f"line {rect.x} {rect.y}", rect=rect)


def _head(frame: Frame, heading: str, width: int) -> Column:
    """Return a heading."""
    column = Column(0, frame.px(ABOVE), width)
    _write(frame, column, text(heading), bold=True, role="kernel_text")
    column.take(frame.px(BELOW))
    return column


def _row(frame: Frame, row: tuple[str, str], width: int) -> Column:
    """Return a row of keys (a gesture, a word) and what they do."""
    left = round(width * KEYS_SHARE)
    keys, effect = Column(0, 0, left - frame.px(18)), Column(left, 0, width - left)
    _write(frame, keys, row[0], bold=True)
    _write(frame, effect, row[1])
    keys.widgets += effect.widgets
    keys.y = max(keys.y, effect.y) + frame.px(GAP)
    return keys


def _write(frame: Frame, column: Column, words: str, bold: bool = False, role: str = "text") -> None:
    """Add a paragraph in the sheet's size."""
    column.write(frame, words, frame.px(STEP), frame.size(SIZE), role, bold)
