"""Headings and indices around the numbers of a table: found by their words, or by counting 0, 1, 2."""

from __future__ import annotations

from .cells import Row
from .draft import Draft
from .number_text import number_of

_NAMES_OF_INDEX = frozenset({"", "index", "idx", "row", "rows", "#", "unnamed:_0", "unnamed: 0", "no", "nr", "id"})


def without_headings(rows: list[Row], draft: Draft) -> list[Row]:
    """Return the rows of numbers alone; what was left out is said.

    A first row of words is a header. A first row that is one shorter than all others, or begins with an empty cell, is
    one where it and the first column are words or count from 0 or 1; then that column is an index. A column of words is
    an index.
    """
    rows = _without_axes(rows)
    if len(rows) < 2:
        return rows
    header = _has_header(rows)
    body = rows[1:] if header else rows
    index = _has_index(rows, body, header)
    titled = len(rows[0]) == 1 and not any(map(str.isdigit, rows[0][0]))
    if header and not index and not titled and len(rows[0]) != len(body[0]):
        return rows  # it is refused for its length
    if header or index:
        draft.say("header and index" if header and index else "header" if header else "index")
    return [row[1:] for row in body] if index else body


def _without_axes(rows: list[Row]) -> list[Row]:
    """Return the rows without the names that pandas gives to both axes: in the corner, and in a row of its own."""
    if len(rows) < 3 or not rows[0] or [_are_words(row) for row in rows[1:3]] != [True, False]:
        return rows
    named = [cell for cell in rows[1] if cell]
    width = len(rows[2])
    if len(named) != 1 or len(rows[0]) not in (width - 1, width) or not _counts(rows[0][1 - width :]):
        return rows
    return [rows[0][1 - width :], *rows[2:]]


def _has_header(rows: list[Row]) -> bool:
    """Tell whether the first row is no row of numbers."""
    first, rest = rows[0], rows[1:]
    if not rest or not first:
        return False
    named = [cell for cell in first if cell]
    if _are_words(named[:1]) and all(number_of(cell) is None for cell in named):
        return True
    lengths = {len(row) for row in rest}
    if len(lengths) != 1:
        return False
    column = [row[0] for row in rest if row]
    cornered = not first[0] or first[0].lower() in _NAMES_OF_INDEX or (_are_words(first[:1]) and _counts(first[1:]))
    shorter = lengths == {len(first) + 1}
    numbered = first if shorter else first[1:]
    if not shorter and not cornered:
        return False
    return len(rest) > 1 and _are_labels(numbered) and _are_labels(column)


def _has_index(rows: list[Row], body: list[Row], header: bool) -> bool:
    """Tell whether the first column is no column of numbers."""
    if not body or any(len(row) < 2 for row in body):
        return False
    column = [row[0] for row in body]
    if _are_words(column) or (column[0] and _are_words([cell for cell in column if cell])):
        return True
    if not header:
        return False
    named = rows[0]
    shorter = len(named) + 1 == len(body[0])
    corner = named[0].lower() in _NAMES_OF_INDEX or (_are_words(named[:1]) and _counts(named[1:]))
    cornered = len(named) == len(body[0]) and corner
    return (shorter or cornered) and _are_labels(column)


def _are_labels(cells: list[str]) -> bool:
    return bool(cells) and (_are_words(cells) or _counts(cells))


def _are_words(cells: list[str]) -> bool:
    """Tell whether all cells are words: they begin with a letter, and are no number and no nan or infinity."""
    return bool(cells) and all(
        (cell[:1].isalpha() or cell[:1] == "_")
        and number_of(cell) is None
        and cell.lower().strip("+-") not in ("nan", "inf", "infinity", "na", "null", "none", "true", "false")
        for cell in cells
    )


def _counts(cells: list[str]) -> bool:
    """Tell whether cells count from 0 or from 1."""
    bare = [cell.rstrip(":.") for cell in cells]
    return any(bare == [str(number + start) for number in range(len(bare))] for start in (0, 1))
