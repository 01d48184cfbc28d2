"""Grids as text, for copy and paste: tables, comma-separated values, JSON, and what numpy and PyTorch print."""

import re

import numpy as np

from ..core.errors import NotAGrid
from ..core.grid import Grid
from ..core.limits import IMAGE_SIZE
from ..words.numbers import NotANumber, half_width, parse_number
from .errors import FileProblem
from .fields import grid_of
from .strict_json import parsed

QUANTITY = "pasted text"
"""What the errors call it; "copied" text is the program's own and never wrong."""
LIMIT = 1_000_000
"""Characters; the largest grid in full precision takes about 100,000."""
_BRACKETS = re.compile(r"(?:array|tensor|np\.array)?\s*\(?\s*(\[.*\])\s*(?:,[^\[\]]*)?\)?\s*;?", re.DOTALL)
_SPACES = re.compile(r"[ \u00a0\u2007\u202f]+")


def format_grid(grid: Grid) -> str:
    """Return the grid as lines of tab-separated numbers at full precision, as spreadsheets take it."""
    return "\n".join("\t".join(map(written, row)) for row in grid.tolist())


def written(value: float) -> str:
    """Return a number as short as it reads back the same, in any program: 3, -0.5, 1e-07; −0 is 0."""
    return repr(value + 0.0).removesuffix(".0")


def parse_grid(text: str) -> Grid:
    """Return the grid that a pasted text shows, 1–64 rows and columns; its range is not checked.

    Columns are separated by tabs, semicolons, commas or spaces, in this order of preference; a comma that separates
    nothing is a decimal comma. Raises NotAGrid ("pasted text"), with the reason in it.
    """
    text = text.strip("\ufeff\r\n\0 ").rstrip()
    if not text.strip():
        raise NotAGrid(QUANTITY, "empty")
    if len(text) > LIMIT:
        raise NotAGrid(QUANTITY, "too large")
    text = half_width(text)
    lists = lists_in(text)
    grid = _table(text) if lists is None else _bracketed(lists)
    check_size(*grid.shape)
    if not np.isfinite(grid).all():
        raise NotAGrid(QUANTITY, "not numbers")
    return grid + 0.0  # −0 becomes 0


def lists_in(text: str) -> str | None:
    """Return the lists in brackets that a text consists of, without what numpy and PyTorch print around; else None."""
    brackets = _BRACKETS.fullmatch(text)
    return brackets[1] if brackets else None


def check_size(rows: int, columns: int) -> None:
    """Raise NotAGrid ("too large") where a grid has more rows or columns than an image may have."""
    if max(rows, columns) > IMAGE_SIZE.high:
        raise NotAGrid(QUANTITY, "too large", rows, columns)


def _bracketed(text: str) -> Grid:
    """Read lists of lists, or one list, as a grid."""
    rows = nested(text)
    if isinstance(rows, list) and rows and not any(isinstance(row, list) for row in rows):
        rows = [rows]  # a single row
    return grid_of(rows, QUANTITY)


def nested(text: str) -> object:
    """Read JSON or Python lists, and numpy's print form, which has spaces where those have commas. Raises NotAGrid."""
    if "," not in text:
        text = re.sub(r"\]\s*\[", "], [", re.sub(r"(?<=[^\[\]\s])\s+(?=[^\[\]\s])", ", ", text))
    # numpy and PyTorch print 1. for 1.0, and sometimes .5; JSON has neither.
    text = re.sub(r"(?<=\d)\.(?!\d)", ".0", re.sub(r"(?<![\d.])\.(?=\d)", "0.", text))
    try:
        return parsed(text, QUANTITY)
    except FileProblem as problem:
        raise NotAGrid(QUANTITY, "not numbers") from problem


def _table(text: str) -> Grid:
    """Read lines of numbers."""
    rows = cells_of([line for line in lines_of(text) if line.strip()])
    if any(len(row) != len(rows[0]) for row in rows):
        raise NotAGrid(QUANTITY, "ragged")
    check_size(len(rows), len(rows[0]))
    return numbers_of(rows)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, whatever ends them, without the spaces around."""
    return [line.strip(" \r") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def numbers_of(rows: list[list[str]]) -> Grid:
    """Return the numbers that stand in cells, equally many in each row. Raises NotAGrid."""
    try:
        return np.array([[parse_number(cell) for cell in row] for row in rows])
    except NotANumber as error:
        raise NotAGrid(QUANTITY, "not numbers") from error


def cells_of(lines: list[str]) -> list[list[str]]:
    """Split lines into cells at the one sign that separates them."""
    whole = "\n".join(lines)
    for separator in "\t;":
        if separator in whole:
            return [line.rstrip(separator + " ").split(separator) for line in lines]
    if "," in whole and not _has_decimal_commas(whole):
        return [line.rstrip(", ").split(",") for line in lines]
    return [_SPACES.split(line.strip()) for line in lines]


def _has_decimal_commas(text: str) -> bool:
    """Say whether the commas are inside numbers that spaces separate, as in "0,5 1,25"."""
    return all(re.fullmatch(r"[^,]+(,\d+)?", cell) for cell in re.split(r"[\s\u00a0]+", text)) and bool(
        re.search(r"\d[ \u00a0]+[-+−\d]", text)
    )
