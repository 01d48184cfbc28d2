"""What a worksheet is: exercises with their words, their numbers and their answers. Nothing here knows a page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from ..core.grid import Pair
from ..core.scenario import Scenario
from ..files.worksheet_plan import BLOCKS, PAPERS, QUESTION, VERSIONS, BlockKind
from ..value import Value

__all__ = ["BLOCKS", "PAPERS", "QUESTION", "VERSIONS", "BlockKind"]

Cells: TypeAlias = tuple[tuple[str, ...], ...]
"""The texts of a grid's cells, row by row; "" for an empty one."""


class Fill(Value):
    """A line with blanks, each of three or more low lines, one answer for each; the longer, the more room."""

    words: str
    answers: tuple[str, ...] = ()


class Figure(Value):
    """A grid with its title.

    cells     what is printed in it
    image     (first row, first column, rows, columns) of the cells that are no padding; None: all
    blank     whether it is to be filled in: its lines are dashed
    answers   what the key has in it, beginning in the first row and column; () for nothing
    hatched   (row, column) of the cells that the key hatches
    ringed    (row, column) of the cells that the key rings
    begins    whether a row of grids begins with it, where they do not all stand side by side
    """

    label: str
    cells: Cells
    image: tuple[int, int, int, int] | None = None
    blank: bool = False
    answers: Cells = ()
    hatched: tuple[Pair, ...] = ()
    ringed: tuple[Pair, ...] = ()
    begins: bool = False

    @property
    def size(self) -> Pair:
        """(rows, columns)."""
        return len(self.cells), len(self.cells[0])


class Terms(Value):
    """What a cell is made of: a title ("" for none), terms to fill in, what stands between two, and how many a row."""

    label: str
    fills: tuple[Fill, ...]
    between: str
    each_row: int


class Block(Value):
    """An exercise: what is to be done, grids, terms, and lines with blanks; `about`: None for a question."""

    kind: str
    task: str
    about: Scenario | None
    figures: tuple[Figure, ...] = ()
    terms: tuple[Terms, ...] = ()
    lines: tuple[Fill, ...] = ()

    @property
    def scenario(self) -> Scenario:
        """What it asks about, where it is no question."""
        assert self.about is not None
        return self.about


class Worksheet(Value):
    """One version of a worksheet.

    title, name_line   its head; the name line has blanks, and is another one in the key
    blocks             the exercises, in order
    version            "A" … "D"
    seed               what its numbers grow from
    paper              a name of `PAPERS`
    room               the words over the room to calculate, `room_elsewhere` where a page has none; "" for no such room
    footer             what stands at the foot of each page, left and right, each without the page's number
    footer_key         the same for the key
    """

    title: str
    name_line: str
    name_line_key: str
    blocks: tuple[Block, ...]
    version: str
    seed: int
    paper: str
    room: str
    room_elsewhere: str
    footer: tuple[str, str]
    footer_key: tuple[str, str]


class Options(Value):
    """What somebody wishes of worksheets.

    name       what their files are called, without an ending
    title      their title; "": the scenario's name, else what it is about
    blocks     kinds of exercises, in order; (): all that make sense for the scenario
    versions   how many there are, 1 … 4
    seed       what the numbers grow from; None: the scenario's seed
    paper      a name of `PAPERS`
    padding_drawn   whether the padding is drawn around the image, with what stands in it
    room       whether there is room to calculate
    own_kernel whether the scenario's kernel is taken where it has small whole weights; else the sheet makes one
    texts      other words in the place of those of `words.worksheet_texts`, by their names
    """

    name: str = "worksheet"
    title: str = ""
    blocks: tuple[BlockKind, ...] = ()
    versions: int = 1
    seed: int | None = None
    paper: str = "a4"
    padding_drawn: bool = False
    room: bool = True
    own_kernel: bool = True
    texts: Mapping[str, str] = MappingProxyType({})
