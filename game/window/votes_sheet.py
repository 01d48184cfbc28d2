"""The sheet with the table of votes, which is there at the end of a lesson, or after a vote outside of one."""

from __future__ import annotations

from ..session.facts.seldom import SheetFacts
from ..session.vote import LETTERS, ROUNDS, Vote
from ..ui.frame import BODY, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..words.texts import text
from .scrolling import Column
from .sheets import content_of, ground, shortened

WIDEST, LINE = 900, 31
"""Units: the sheet's width at most, and a line's height."""
COUNT, LETTER = 116, 40
"""Units of a column of hands, at most: in a narrow window words have as much room as both columns; and of a letter."""


def votes_sheet(facts: SheetFacts, frame: Frame, votes: tuple[Vote, ...]) -> tuple[Widget, ...]:
    """Return the sheet: each vote's scene and question, and its answers with the hands of one round or two."""
    base, inside = ground(facts, frame, text("votes.title"), WIDEST)
    px = frame.px
    column = Column(inside.x, inside.y, inside.w - px(24))
    column.write(frame, text("votes.hint"), px(LINE), frame.size(SMALL))
    for vote in votes:
        column.take(px(12))
        _heads(vote, frame, column)
        column.write(frame, vote.words, px(LINE), frame.size(BODY), bold=True)
        for index in range(len(vote.answers)):
            _answer(vote, index, frame, column)
    content = column.widgets
    return (*shortened(base, inside, content, px(24)), *content_of(facts, frame, "votes sheet", inside, content))


def _heads(vote: Vote, frame: Frame, column: Column) -> None:
    """Write the scene's title, and over the hands which round they are of."""
    px, size = frame.px, frame.size(SMALL)
    row = column.take(px(LINE))
    first = _count_at(0, row, frame)
    words = frame.type.shortened(vote.title, size, False, first.x - row.x - px(8))
    name = f"vote {row.y}"
    column.widgets.append(frame.label(f"{name} title", Rect(row.x, row.y, row.w, row.h), words, size, "dim"))
    for at, _ in enumerate(vote.counts):
        place = _count_at(at, row, frame)
        head = frame.type.shortened(text(("votes.first", "votes.second")[at]), size, False, place.w)
        column.widgets.append(frame.label(f"{name} {at}", place, head, size, "dim"))


def _count_at(index: int, row: Rect, frame: Frame) -> Rect:
    """Return where the hands of a round stand in a row."""
    right = frame.type.width(text("votes.is_right"), frame.size(BODY), True) + frame.px(12)
    wide = min(frame.px(COUNT), (row.w - frame.px(LETTER) - right) // (2 * ROUNDS))
    return Rect(row.right - right - wide * (ROUNDS - index), row.y, wide, row.h)


def _answer(vote: Vote, index: int, frame: Frame, column: Column) -> None:
    """Write an answer: letter, words, hands of each round, and whether it is right."""
    px, size = frame.px, frame.size(BODY)
    row = column.take(px(LINE))
    is_right = vote.right == index
    first, after = _count_at(0, row, frame), _count_at(ROUNDS, row, frame)
    left = row.x + px(LETTER)
    words = frame.type.shortened(vote.answers[index], size, is_right, first.x - left - px(8))
    cells = [(LETTERS[index], Rect(row.x, row.y, px(LETTER), row.h)), (words, Rect(left, row.y, first.x - left, row.h))]
    cells += [(str(of_round[index]), _count_at(at, row, frame)) for at, of_round in enumerate(vote.counts)]
    cells += [(text("votes.is_right"), after.moved(px(12), 0))] if is_right else []
    column.widgets += [
        frame.label(f"vote {row.y} {place}", at, each, size, "text", is_right) for place, (each, at) in enumerate(cells)
    ]
