"""Numbers in lines, without brackets: one grid, or several with empty lines between them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Literal

from ..words.numbers import size_text
from .cells import Row, cells_of, rows_by_semicolons, unquoted
from .draft import Draft
from .errors import NotRead
from .headers import without_headings
from .lists import Tree
from .number_text import number_of, plain_values
from .shaping import LARGEST, MOST_IN_ROW

_SHORTENED = re.compile(r"\.\.\.?(?=[\s,;)\]]|$)|(?<=\s):(?=\s)")
"""What a print has in the place of numbers that it leaves out."""
MOST_GRIDS = 1000
"""Grids one under another; of more than sixteen it is said how many there are, of so many more it is not."""
_EMPTY = re.compile(r"[\s,;]*")
"""A line between two grids; a spreadsheet that copies it as values leaves its separators."""


def tree_of_table(draft: Draft) -> Tree:
    """Return the rows of a table, or of several, as lists of words. Raises NotRead ("ragged", "grids", "shortened")."""
    text = rows_by_semicolons(unquoted(draft.text, draft))
    lines = [line.strip(" ") for line in text.split("\n")]
    full = [line for line in lines if line.strip()]
    if not full:
        raise NotRead("empty")
    blocks = _blocks(lines, draft)
    if not blocks:
        return list(_table(cells_of(full, draft), draft))
    if len(blocks) > MOST_GRIDS:
        raise NotRead("too many")
    cells = iter(cells_of([line for block in blocks for line in block], draft))
    grids = [_table([next(cells) for _ in block], draft, number) for number, block in enumerate(blocks, 1)]
    for number, grid in enumerate(grids, 1):
        if (len(grid), len(grid[0])) != (len(grids[0]), len(grids[0][0])):
            sizes = [f"{len(each)} × {len(each[0])}" for each in (grid, grids[0])]
            raise NotRead("grids", (number, 0, 0), found=sizes[0], needed=sizes[1])
    return list(grids)


def _blocks(lines: list[str], draft: Draft) -> list[list[str]]:
    """Return the lines of each grid where a text holds several, [] where it holds one: each block is one row."""
    grouped = groupby(lines, key=lambda line: not _EMPTY.fullmatch(line))
    blocks = [list(block) for full, block in grouped if full]
    several = len(blocks) > 1 and any(len(block) > 1 for block in blocks)
    return blocks if several and not _is_one_grid(lines, blocks, draft) else []


def _is_one_grid(lines: list[str], blocks: list[list[str]], draft: Draft) -> bool:
    """Tell whether one stray empty line parts a grid: its halves are equally wide, and not equally high."""
    if len(blocks) != 2 or len(blocks[0]) == len(blocks[1]):
        return False
    rows = cells_of([line for line in lines if line.strip()], draft)  # a line of separators is no empty one
    return len({len(row) for row in rows}) == 1


def _table(rows: list[Row], draft: Draft, number: int = 0) -> list[Row]:
    """Return the cells of one grid, all rows equally long, without headings, and without an empty rim."""
    _check_lengths(rows)
    rows = _without_rim(without_headings(rows, draft), draft)
    if not rows:
        raise NotRead("empty")
    odd = next((place for place, row in enumerate(rows) if len(row) != len(rows[0])), None)
    if odd is None and plain_values([cell for row in rows for cell in row]) is not None:
        return rows
    for place, row in enumerate(rows):
        wrong = next((column for column, cell in enumerate(row) if cell and number_of(cell) is None), None)
        if wrong is not None and (odd is None or place <= odd or _SHORTENED.search(row[wrong])):
            reason = "shortened" if set(row[wrong]) <= {".", ":"} else "sign"
            raise NotRead(reason, (number, place + 1, wrong + 1), sign=row[wrong])
    if odd is not None:
        raise NotRead("ragged", (number, odd + 1, 0), found=len(rows[odd]), needed=len(rows[0]))
    return rows


def _check_lengths(rows: list[Row]) -> None:
    """Raise NotRead where there are far more rows or columns than there may be, before anything is done with them."""
    size = len(rows), max(map(len, rows), default=0)
    if min(size) > 2 and max(size) > 2 * LARGEST + 2:
        name: Literal["rows", "columns"] = "rows" if size[0] > LARGEST else "columns"
        raise NotRead(name, found=size_text(size), needed=LARGEST)
    if max(size) > MOST_IN_ROW:
        raise NotRead("too many")


def _without_rim(rows: list[Row], draft: Draft) -> list[Row]:
    """Return the rows without those at the rim, and columns there, in which every cell is empty."""
    if rows and rows[0] and rows[0][0] and rows[-1] and rows[-1][-1]:
        return rows
    before = rows
    full = [place for place, row in enumerate(rows) if any(row)]
    rows = rows[full[0] : full[-1] + 1] if full else []
    if rows and len({len(row) for row in rows}) == 1:
        filled = [column for column in range(len(rows[0])) if any(row[column] for row in rows)]
        rows = [row[filled[0] : filled[-1] + 1] for row in rows]
    if rows != before:
        draft.say("rim")
    return rows
