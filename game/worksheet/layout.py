"""Where everything of a worksheet stands on its pages: marks in millimetres. It knows no file format."""

from __future__ import annotations

from ..value import Value
from .grids import grids
from .marks import Line, Mark, Strip, Text, stacked
from .sheet import PAPERS, Block, Fill, Terms, Worksheet
from .typeface import typeface
from .writing import PITCH_BY_HAND, SIZE, SMALL, line_to_fill, paragraph, shortened, width_of

MARGIN = 15.0
FOOTER = 10.0
"""Millimetres above the lower margin that the footer takes."""
BETWEEN = 7.0
"""Millimetres between two exercises."""
ROOM, LEAST_ROOM = 25.0, 10.0
"""Millimetres that are left at a page's end, at least, if they are called room to calculate; and for a word of it."""
TITLE = 20.0
ASIDE = 74.0
"""Width of what stands beside the grid of an exercise about coverage."""


class Page(Value):
    """A page: its width and height in millimetres, and its marks."""

    size: tuple[float, float]
    marks: tuple[Mark, ...]


def laid_out(worksheet: Worksheet, *, key: bool) -> tuple[Page, ...]:
    """Return the pages of a worksheet, or of its key: the same pages with the answers in."""
    size = PAPERS[worksheet.paper]
    width, height = size[0] - 2 * MARGIN, size[1] - 2 * MARGIN - FOOTER
    head = _head(worksheet, width, key=key)
    first, *others = _exercises(worksheet, width, key=key)
    groups = [(stacked((head, Strip((), BETWEEN), first[0])), *first[1:]), *others]
    columns = _paged(groups, height)
    has_room = any(height - used >= ROOM for _, used in columns)
    pages = []
    for number, (marks, used) in enumerate(columns):
        words = worksheet.room if height - used >= ROOM else ""
        if number == len(columns) - 1 and not has_room and height - used >= LEAST_ROOM:
            words = worksheet.room_elsewhere
        room = (Text(MARGIN, MARGIN + used + LEAST_ROOM - 1, shortened(words, width), SMALL),) if words else ()
        moved = (mark.moved(MARGIN, MARGIN) for mark in marks)
        foot = _footer(worksheet, size, f"{number + 1} / {len(columns)}", key=key)
        pages.append(Page(size, (*moved, *room, *foot)))
    return tuple(pages)


def _paged(groups: list[tuple[Strip, ...]], height: float) -> list[tuple[list[Mark], float]]:
    """Return the marks of each page and how far down they reach.

    A group of strips stays together if a page has room for all of it; else it goes on, strip by strip.
    """
    pages: list[tuple[list[Mark], float]] = []
    marks: list[Mark] = []
    used = 0.0
    for group in groups:
        whole = sum(strip.height for strip in group)
        if marks and used + BETWEEN + whole > height >= whole:
            pages.append((marks, used))
            marks, used = [], 0.0
        used += BETWEEN if marks else 0.0
        for strip in group:
            if marks and used + strip.height > height:
                pages.append((marks, used))
                marks, used = [], 0.0
            marks += strip.moved(0, used)
            used += strip.height
    return [*pages, (marks, used)]


def _head(worksheet: Worksheet, width: float, *, key: bool) -> Strip:
    title = paragraph(worksheet.title, width, TITLE, bold=True)
    words = worksheet.name_line_key if key else worksheet.name_line
    return stacked((title, line_to_fill(Fill(words), width, key=False)))


def _exercises(worksheet: Worksheet, width: float, *, key: bool) -> list[tuple[Strip, ...]]:
    """Return the strips of each exercise; a question beside whose grid there is room takes in the one after it."""
    found, blocks, place = [], worksheet.blocks, 0
    while place < len(blocks):
        block = blocks[place]
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if block.kind == "coverage":
            strips, taken = _beside(block, after, place + 1, width, key=key)
            found.append(strips)
            place += taken
        else:
            found.append(_exercise(block, place + 1, width, key=key))
            place += 1
    return found


def _exercise(block: Block, number: int, width: float, *, key: bool) -> tuple[Strip, ...]:
    """Return the strips of an exercise; its task stays with what comes first."""
    strips = [*grids(block.figures, width, key=key)]
    for terms in block.terms:
        strips += _terms(terms, width, key=key)
    strips += [line_to_fill(fill, width, key=key) for fill in block.lines]
    head = _task(block.task, number, width)
    return (stacked((head, strips[0])), *strips[1:]) if strips else (head,)


def _task(task: str, number: int, width: float) -> Strip:
    """Return the words of an exercise after its number, with a little room below."""
    indent = 6.0
    words = paragraph(task, width, bold=True, left=indent)
    return Strip((Text(0, words.marks[0].line, str(number), SIZE, True), *words.marks), words.height + 2.5)  # type: ignore[union-attr]


def _beside(
    block: Block, after: Block | None, number: int, width: float, *, key: bool
) -> tuple[tuple[Strip, ...], int]:
    """Return an exercise whose words stand left of its grid, with the next one below them if that is about strides.

    And how many exercises that are.
    """
    (grid,) = grids(block.figures, width - ASIDE, key=key)
    words = _task(block.task, number, ASIDE - 8)
    taken = 1
    if after is not None and after.kind == "strides":
        lines = [line_to_fill(fill, ASIDE - 8, key=key) for fill in after.lines]
        both = stacked((words, Strip((), BETWEEN), _task(after.task, number + 1, ASIDE - 8), *lines))
        if both.height <= max(grid.height, words.height + 60):
            words, taken = both, 2
    marks = (*words.marks, *grid.moved(ASIDE, 1.5))
    return (Strip(marks, max(words.height, grid.height + 1.5)),), taken


def _terms(terms: Terms, width: float, *, key: bool) -> list[Strip]:
    """Return the rows of terms to fill in, each in its column."""
    between = f" {terms.between}" if terms.between == "," else f"  {terms.between}"
    wide = max(width_of(fill) for fill in terms.fills) + typeface(False).width(between, SIZE) + 3
    each = max(1, min(terms.each_row, int(width // wide)))
    rows = []
    for first in range(0, len(terms.fills), each):
        marks: list[Mark] = []
        for place, fill in enumerate(terms.fills[first : first + each]):
            is_last = first + place == len(terms.fills) - 1
            whole = fill if is_last else Fill(fill.words + between, fill.answers)
            marks += line_to_fill(whole, wide, key=key).moved(place * wide, 0)
        rows.append(Strip(tuple(marks), PITCH_BY_HAND))
    if terms.label:
        rows[0] = stacked((Strip((), 2), paragraph(terms.label, width, SMALL, bold=True), rows[0]))
    return rows


def _footer(worksheet: Worksheet, size: tuple[float, float], page: str, *, key: bool) -> tuple[Mark, ...]:
    """Return the line at the foot of a page and what stands under it: page number on the right."""
    width, foot = size[0] - 2 * MARGIN, size[1] - MARGIN
    left, right = worksheet.footer_key if key else worksheet.footer
    right = shortened(f"{right}   {page}" if right else page, width / 2)
    own = typeface(False).width(right, SMALL)
    left = shortened(left, width - own - 6)
    line = foot - 1.5
    rule = Line(MARGIN, foot - FOOTER + 4, size[0] - MARGIN, foot - FOOTER + 4, 0.15)
    return rule, Text(MARGIN, line, left, SMALL), Text(size[0] - MARGIN - own, line, right, SMALL)
