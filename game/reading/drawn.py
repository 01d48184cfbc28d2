"""Matrices that are drawn with brackets as tall as all rows, a name or a factor standing beside one of these."""

from __future__ import annotations

import re
from typing import NamedTuple

from .draft import Draft

_ROW = re.compile(r"(?P<before>[^|\[\]\n]{0,120})[|\[](?P<cells>[^|\[\]\n]*)[|\]](?P<behind>[^|\[\]\n]{0,120})")
_BARE_ROW = re.compile(r"[ \t]*\[[ \t]*\][ \t]*")
MOST_ROWS = 300
"""Lines of such a matrix."""


class _Drawn(NamedTuple):
    rows: list[re.Match[str]]
    before: list[int]
    behind: list[int]


def without_drawing(draft: Draft) -> None:
    """Turn a matrix that lines are drawn around into lists, with what stands beside one row before or behind these.

    What stands before a row in the middle, or where all brackets begin in the same column, belongs to the whole; beside
    the first of rows that are not aligned it may be the row's alone.
    """
    drawn = _drawn(draft.text)
    if drawn is None:
        return
    rows = [row["cells"] for row in drawn.rows]
    beside = {*drawn.before, *drawn.behind}
    if not beside:
        if any(not row.strip() for row in rows) and drawn.rows[0][0].lstrip().startswith("["):
            draft.text = "\n".join(row[0] for row in drawn.rows if row["cells"].strip())
        return
    if len(beside) > 1 or not (_is_within(beside, rows) or _is_aligned(drawn)):
        return
    place = beside.pop()
    before, behind = (drawn.rows[place][name].strip() for name in ("before", "behind"))
    lists = ", ".join(f"[{row.strip()}]" for row in rows if row.strip())
    draft.text = f"{before}{'' if before == '-' else ' '}[{lists}] {behind}".strip()


def _drawn(text: str) -> _Drawn | None:
    """Return the lines of a text as rows of one such matrix; None where one is none."""
    if text.count("\n") > MOST_ROWS or not ("|" in text or "[" in text):
        return None
    lines = [line for line in text.split("\n") if line.strip() and not _is_rim(line)]
    rows = [row for row in map(_ROW.fullmatch, lines) if row is not None]
    if len(rows) < 2 or len(rows) != len(lines):
        return None
    before, behind = ([place for place, row in enumerate(rows) if row[name].strip()] for name in ("before", "behind"))
    return _Drawn(rows, before, behind)


def _is_rim(line: str) -> bool:
    """Tell whether a line is nothing but the ends of two tall brackets, drawn with lines."""
    return re.fullmatch(r"[ \t]*-[ \t]+-[ \t]*", line) is not None


def _is_within(beside: set[int], rows: list[str]) -> bool:
    return min(beside) > 0 and max(beside) < len(rows) - 1


def _is_aligned(drawn: _Drawn) -> bool:
    """Tell whether all brackets begin in the same column, and what stands before is no list's begin."""
    return bool(drawn.before) and len({row.start("cells") for row in drawn.rows}) == 1
