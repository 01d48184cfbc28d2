"""What the teacher's notes say of a scene: its title, and below it the words, as large as they can be seen whole."""

from __future__ import annotations

from ..session.facts.notes import TEXT, NotesFacts
from ..ui.frame import SMALL, TITLE, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..words.texts import text
from .scrolling import Column, Scroller, scrolled

WORDS, LEAST_WORDS, LINE = 42, 19, 1.38
"""Units of the note's font at most and at least: it shrinks to be seen whole before it is scrolled; and its lines."""
PAD = 28
"""Units around all."""


def note_widgets(facts: NotesFacts, frame: Frame, place: Rect, offset: float) -> tuple[Widget, ...]:
    """Return the scene's title, and under it the words in the largest size in which all are seen."""
    px, pad = frame.px, frame.px(PAD)
    column = Column(place.x + pad, place.y + px(18), max(1, place.w - 2 * pad))
    size = frame.size(TITLE)
    for line in frame.type.wrapped(facts.title, size, True, column.width)[:2]:
        at = column.take(round(1.3 * size))
        column.widgets.append(frame.label(f"title {at.y}", at, line, size, bold=True))
    small = frame.size(SMALL)
    above = text(f"notes.said.{facts.source}") if facts.source == TEXT else facts.lesson
    words = frame.type.shortened(above, small, False, column.width)
    column.widgets.append(frame.label("lesson", column.take(round(1.5 * small), px(8)), words, small, "dim"))
    inside = Rect(column.x, column.y, place.right - px(8) - column.x, max(0, place.bottom - px(12) - column.y))
    said = facts.said or (text("notes.nothing"),)
    role = "text" if facts.said else "dim"
    content, high = _largest(said, frame, inside, column.width, role)
    scroller = Scroller(name="note scroller", area="notes", rect=inside, unit=frame.unit)
    return *column.widgets, *scrolled(frame, scroller, content, inside, high, offset)


def _largest(
    said: tuple[str, ...], frame: Frame, inside: Rect, width: int, role: str
) -> tuple[tuple[Widget, ...], int]:
    """Return paragraphs in the largest font size in which all are seen, else the least one; and their height."""
    least, most = LEAST_WORDS, WORDS
    while least < most:  # the larger the font, the higher they are
        middle = (least + most + 1) // 2
        fits = _written(said, frame, inside, frame.size(middle), width, role)[1] <= inside.h
        least, most = (middle, most) if fits else (least, middle - 1)
    return _written(said, frame, inside, frame.size(least), width, role)


def _written(
    said: tuple[str, ...], frame: Frame, inside: Rect, size: int, width: int, role: str
) -> tuple[tuple[Widget, ...], int]:
    """Return paragraphs in a font size, and the height that they take; an empty one is a gap."""
    column, step = Column(inside.x, inside.y, width), round(LINE * size)
    for words in said:
        if words.strip():
            column.write(frame, words, step, size, role)
        column.take(round(0.35 * size))
    return named("note", column), column.y - inside.y - round(0.35 * size)


def named(name: str, column: Column, place: Rect | None = None) -> tuple[Widget, ...]:
    """Return what stands in a column, under names that nothing else has; what has no room in a place is left out."""
    shown = (one for one in column.widgets if place is None or one.rect.bottom <= place.bottom)
    return tuple(one.changed(name=f"{name} {index}") for index, one in enumerate(shown))
