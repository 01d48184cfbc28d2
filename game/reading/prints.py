"""What Julia, R, PyTorch, NumPy and MATLAB print above grids and between them, and grids that they print in parts."""

from __future__ import annotations

import re

from .draft import Draft, Rule, carried_out

_HOLES = re.compile(r"(?m)^[^\n]*(?:Diagonal|Sparse|sparse|Triangular|Tridiagonal|Bidiagonal|Symmetric)[^\n]*$")
"""The line over a matrix in which a point stands for a zero that is not kept."""
_POINT = re.compile(r"(?<!\S)[*.](?!\S)")
PRINTS = (
    Rule(
        "what Julia says above",
        re.compile(
            r"(?m)^[ \t]*\d{1,6}(?:\*\d{1,6}){1,4} (?:[A-Za-z]\w{0,40}[({][^\n]{0,300}"
            r"|BitMatrix"
            r"|BitArray[^\n]{0,40}):[ \t]*$"
        ),
    ),
    Rule(
        "what R says above a Matrix",
        re.compile(r'(?m)^[ \t]*\d{1,6} x \d{1,6} (?:[a-z]{1,20} )?Matrix of class "[\w, "]{1,60}[ \t]*$'),
    ),
    Rule(
        "what MATLAB says above",
        re.compile(
            r"(?m)^[ \t]*\d{1,6}(?:[x*]\d{1,6}){1,3} (?:logical|single|double|u?int\d{1,2}) (?:array|matrix)[ \t]*$"
        ),
    ),
    Rule(
        "slices of an array that Julia prints",
        re.compile(
            r"(?m)^[ \t]*\[:, ?:"
            r"(?:, ?\d{1,6}){1,3}\] =[ \t]*$"
        ),
        "\n",
    ),
    Rule("slices that old PyTorch prints", re.compile(r"(?m)^[ \t]*\((?:\d{1,6} ?, ?){1,3}\.,\.\) = *$"), "\n"),
    Rule("what PyTorch says at the end in C++", re.compile(r"\[ ?\w{1,30}Type\{[\d,]{1,30}\} ?\][ \t]*$")),
    Rule(
        "kinds of columns that R prints",
        re.compile(
            r"(?m)^[ \t]*(?:<(?:dbl|int|num|lgl|chr"
            r"|fct)>[ \t]*)+$\n?"
        ),
        "",
    ),
    Rule(
        "what geographers write above",
        re.compile(
            r"(?i)\A\s{0,99}ncols\s{1,99}\d{1,6}\s{1,99}nrows\s{1,99}\d{1,6}\s*\n"
            r"(?:[a-z_]{1,40}[ \t]{1,99}-?[\d.]{1,40}\s*\n){0,5}"
        ),
        "",
        "header",
    ),
)
_NUMBERED = re.compile(r"[ \t]*(?:(?:row|line|r)[ \t]?#?(\d{1,3})[:.)]|(\d{1,3})[:)])[ \t]+(\S[^\n]*)", re.IGNORECASE)
_BULLET = re.compile(r"[ \t]*\*[ \t]+(?=[-+.\d\[])")
_R_HEADER = re.compile(r"(?m)^((?:[ \t]*\[,\d{1,6}\])+)[ \t]*$\n?")
_R_PLACE = re.compile(r"(?m)^[ \t]*\[\d{1,6},\]")


def without_prints(draft: Draft) -> None:
    """Take off what programs print above grids; put parts of a grid beside one another; zeros for points."""
    holes = _HOLES.search(draft.text) is not None
    _parts_of_r(draft)
    _parts_of_pandas(draft)
    carried_out(draft, PRINTS)
    draft.text = _POINT.sub("0", draft.text) if holes else draft.text
    _without_counts(draft)


def _parts_of_r(draft: Draft) -> None:
    """Put the columns beside one another that R prints in several parts, each with its own header."""
    parts = _R_HEADER.split(draft.text)
    heads, tables = parts[1::2], parts[2::2]
    counted = [int(number) for head in heads for number in re.findall(r"\d+", head)]
    if len(heads) > 1 and not parts[0].strip() and counted == list(range(1, len(counted) + 1)):
        draft.say("header and index")
        draft.text = _side_by_side([_R_PLACE.sub("", table) for table in tables])


def _parts_of_pandas(draft: Draft) -> None:
    """Put the columns beside one another of a table that pandas breaks, with a backslash at the end of the header."""
    if not re.search(r"\\[ \t]*\n", draft.text) or "&" in draft.text:
        return
    parts = [part.strip("\n") for part in re.split(r"\n[ \t]*\n", draft.text) if part.strip()]
    heads = [part.split("\n")[0].rstrip() for part in parts]
    if len(parts) < 2 or not all(head.endswith("\\") for head in heads[:-1]) or "\\" in heads[-1]:
        return
    bare = [part.replace("\\", " ", 1) for part in parts]
    later = [
        "\n".join([first, *(re.sub(r"^[ \t]*\S+", "", line) for line in rest)])
        for first, *rest in (part.split("\n") for part in bare[1:])
    ]
    draft.text = _side_by_side([bare[0], *later])


def _side_by_side(parts: list[str]) -> str:
    """Return parts of the columns as one table; as they are where they have not the same number of rows."""
    tables = [[line.strip() for line in part.split("\n") if line.strip()] for part in parts]
    if len({len(table) for table in tables}) > 1:
        return "\n\n".join(parts)
    return "\n".join(" ".join(row) for row in zip(*tables, strict=True))


def _without_counts(draft: Draft) -> None:
    """Leave out bullets, and what counts the lines from 0 or 1: "1: 1 2", "2) 3 4", "Row 1: 1 2"."""
    lines = [line for line in draft.text.split("\n") if line.strip()]
    if not 1 < len(lines) <= 1000:
        return
    if all(_BULLET.match(line) for line in lines):
        draft.text = _BULLET.sub("", draft.text)
        return
    found = [line for line in map(_NUMBERED.fullmatch, lines) if line is not None]
    counts = [int(line[1] or line[2]) for line in found]
    if len(found) == len(lines) and counts[0] < 2 and counts == list(range(counts[0], counts[0] + len(counts))):
        draft.say("index")
        draft.text = "\n".join(line[3] for line in found)
