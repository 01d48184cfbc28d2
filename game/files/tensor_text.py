"""Channels and filters as text, for copy and paste: grids one under another, and nested lists.

One grid is read and written as `grid_text` does; what else a text can hold is

    channels   two to sixteen grids of one size with empty lines between them, or lists nested three deep
    filters    lists nested four deep

Lists are JSON, Python's, or what numpy and PyTorch print.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Literal, TypeAlias

import numpy as np

from ..core.errors import NotAGrid, NotATensor
from ..core.grid import Grid, checked_whole, frozen
from ..core.limits import CHANNELS, FILTERS
from ..core.tensors import Filters, Tensor
from ..value import Single
from ..words.numbers import half_width
from .grid_text import (
    QUANTITY,
    cells_of,
    check_size,
    format_grid,
    lines_of,
    lists_in,
    nested,
    numbers_of,
    parse_grid,
    written,
)
from .layer_fields import tensor_of

Kind: TypeAlias = Literal["grid", "channels", "filters"]
KINDS: dict[int, Kind] = {2: "grid", 3: "channels", 4: "filters"}
"""What numbers of so many dimensions are."""
LIMIT = 2_000_000
"""Characters; sixteen of the largest grids take about 1,400,000 in full precision."""
_EMPTY = re.compile(r"[\s,;]*")
"""A line between two grids; a spreadsheet that copies it as values leaves its separators."""


class Pasted(Single):
    """What a text held, and the numbers, read-only.

    grid       shape (rows, columns)
    channels   shape (channels, rows, columns), 1 … 16 channels
    filters    shape (filters, channels, rows, columns), 1 … 16 of each

    Rows and columns are 1 … 64 each; no range is checked but that the numbers are finite.
    """

    values: Grid | Tensor | Filters

    @property
    def kind(self) -> Kind:
        """What the numbers are, by their dimensions."""
        return KINDS[self.values.ndim]


def parse_pasted(text: str) -> Pasted:
    """Return what a pasted text holds; whatever is one grid is what `parse_grid` makes of it.

    Grids one under another are told from one grid with empty lines in it by their having more than one row; where there
    are two parts, equally wide and of different heights, it is one grid with a stray empty line. Raises
    NotAGrid, NotATensor ("pasted text"; where grids differ it names the first that does), or OutOfRange for more than
    16 channels or filters.
    """
    if len(text) > LIMIT:
        raise NotAGrid(QUANTITY, "too large")
    bare = half_width(text.strip("\ufeff\r\n\0 ").rstrip())
    lists = lists_in(bare)
    if lists is None:
        blocks = _blocks(bare)
        return Pasted(_stacked(blocks) if blocks else frozen(parse_grid(text)))
    if _depth(lists) < 3:
        printed = _printed_apart(bare)
        return Pasted(_of_one_size(printed) if printed else frozen(parse_grid(text)))
    return Pasted(_tensor(lists))


def format_tensor(values: Grid | Tensor | Filters) -> str:
    """Return numbers at full precision as `parse_pasted` reads them back; a grid is written as `format_grid` does.

    Several channels of several rows are grids of tab-separated numbers with empty lines between them, which
    spreadsheets take. All else, which could not be told from one grid, is nested lists.
    """
    if values.ndim == 2:
        return format_grid(values)
    if values.ndim == 3 and len(values) > 1 and values.shape[1] > 1:
        return "\n\n".join(map(format_grid, values))
    return _lists(values, "")


def _lists(values: Tensor | Grid, before: str) -> str:
    """Return nested lists, a line for each row; what stands before each line puts inner lists under one another."""
    if values.ndim == 1:
        return f"[{', '.join(map(written, values.tolist()))}]"
    return f"[{f',{chr(10)}{before} '.join(_lists(part, before + ' ') for part in values)}]"


def _blocks(text: str) -> list[list[str]]:
    """Return the lines of each grid where a text holds several, [] where it holds one: each block is one row."""
    grouped = groupby(lines_of(text), key=lambda line: not _EMPTY.fullmatch(line))
    blocks = [list(lines) for full, lines in grouped if full]
    several = len(blocks) > 1 and any(len(block) > 1 for block in blocks)
    return blocks if several and not _is_one_grid(text, blocks) else []


def _is_one_grid(text: str, blocks: list[list[str]]) -> bool:
    """Tell whether one stray empty line parts a grid: its halves are equally wide, and not equally high."""
    if len(blocks) != 2 or len(blocks[0]) == len(blocks[1]):
        return False
    rows = cells_of([line for line in lines_of(text) if line.strip()])  # a line of separators is no empty one
    return len({len(row) for row in rows}) == 1


def _stacked(blocks: list[list[str]]) -> Tensor:
    """Return the channels that stand one under another in tables; what separates cells is the same in all."""
    checked_whole(len(blocks), "channels", CHANNELS)
    check_size(max(map(len, blocks)), 1)  # before the numbers are read one by one
    cells = iter(cells_of([line for block in blocks for line in block]))
    tables = [[next(cells) for _ in block] for block in blocks]
    _check_alike([[len(row) for row in table] for table in tables])
    check_size(len(tables[0]), len(tables[0][0]))
    return frozen(np.array([numbers_of(table) for table in tables]))


def _printed_apart(text: str) -> list[Grid]:
    """Return the grids of lists that were printed one under another, each for itself; [] where it is one list."""
    blocks = re.split(r"\n[ \t\r]*\n", text)
    if len(blocks) == 1 or not all(block.count("[") == block.count("]") for block in blocks):
        return []
    checked_whole(len(blocks), "channels", CHANNELS)
    return [parse_grid(block) for block in blocks]


def _of_one_size(grids: list[Grid]) -> Tensor:
    """Return grids as channels, or raise NotATensor where one has another size than the first."""
    _check_alike([[grid.shape[1]] * grid.shape[0] for grid in grids])
    return frozen(np.array(grids))


def _check_alike(lengths: list[list[int]]) -> None:
    """Raise NotATensor, which names the first grid whose rows are of another number or length than the first's."""
    for place, rows in enumerate(lengths):
        if len(rows) != len(lengths[0]) or any(length != lengths[0][0] for length in rows):
            raise NotATensor(QUANTITY, "ragged", f"grid {place + 1}")


def _depth(lists: str) -> int:
    """Return how deep the first number of lists stands."""
    opening = re.match(r"[\[\s]*", lists)
    return opening[0].count("[") if opening else 0


def _tensor(lists: str) -> Tensor | Filters:
    """Return lists that are nested three or four deep as channels or filters."""
    values = tensor_of(nested(lists), QUANTITY, min(_depth(lists), 4))
    counts = ((CHANNELS, "channels"),) if values.ndim == 3 else ((FILTERS, "filters"), (CHANNELS, "channels"))
    for count, (allowed, name) in zip(values.shape, counts, strict=False):
        checked_whole(count, name, allowed)
    check_size(*values.shape[-2:])
    return frozen(values + 0.0)  # −0 becomes 0
