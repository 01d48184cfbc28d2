"""Receptive fields on a network's tower: what a cell under the pointer is made of below it, and what it feeds above."""

from __future__ import annotations

from ...core.receptive import Field
from ...ui.canvas import Canvas
from ...ui.geometry import EMPTY
from ...ui.widgets.base import Widget
from ..frame import ShownFrame
from ..strip.field import blocks_of, fields_in
from ..strip.view import cell_told
from .chain_places import ChainPlaces, LevelPlaces
from .places import LaidGrid
from .sprites import draw_lines

MARGIN = 4
"""Device pixels around the marks, for their lines."""


class LyingField(Widget, kw_only=True):
    """Frames around blocks (row, column, rows, columns) of planes; feeds: of what a cell feeds, not what it is of."""

    grids: tuple[LaidGrid, ...]
    blocks: tuple[tuple[int, int, int, int], ...]
    feeds: bool

    def draw(self, canvas: Canvas) -> None:
        """Draw the frames."""
        colour = canvas.theme.text if self.feeds else canvas.theme.kernel
        lines = []
        for grid in self.grids:
            for block in self.blocks:
                corners = grid.quad(*block)
                lines += list(zip(corners, (*corners[1:], corners[0]), strict=True))
        draw_lines(canvas, self.rect, lines, ((canvas.theme.ground, 4), (colour, 2)))


def lying_fields(frame: ShownFrame, places: ChainPlaces) -> tuple[Widget, ...]:
    """Return the marks on all planes but those at work, which have links of their own; while nothing is asked."""
    cell = cell_told(frame, places.facts)
    found = None if places.rise < 1 or cell is None else fields_in(frame.side.result, cell)
    if found is None:
        return ()
    marks = (_on(one, found.fields[one.level.number], one.level.number > found.at) for one in places.levels)
    return tuple(mark for mark in marks if mark is not None)


def _on(one: LevelPlaces, field: Field, feeds: bool) -> LyingField | None:
    """Return the marks on a level; None where there is nothing of the field on its planes."""
    level = one.level
    mixed = level.number == 0 and level.count != len(level.shown)  # all colours in one plane
    grids = tuple(
        grid
        for at, (index, grid) in enumerate(zip(level.shown, one.grids, strict=True))
        if at != level.front and (mixed or index in field.channels)
    )
    blocks = tuple((*first, *size) for first, size in blocks_of(field))
    if not grids or not blocks:
        return None
    rect = EMPTY
    for grid in grids:
        rect = rect.union(grid.bounds(0, 0, grid.rows, grid.columns, MARGIN))
    name = f"field level {level.number}"
    return LyingField(name=name, rect=rect.overlap(grids[0].clip), grids=grids, blocks=blocks, feeds=feeds)
