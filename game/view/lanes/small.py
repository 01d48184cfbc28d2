"""Grids in small: told by colour alone, where numbers have no room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
import pygame

from ...core.grid import Grid, Region
from ...ui.cache import Followed, Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.place import GridPlace, Pair
from ...value import Value
from ..colours import Colours
from ..still import cells_surface, miniature, spread

SEPARATE = 5  # device pixels of a cell from which on a line is between two
HIGH = 0.6  # of its font size that words reach over the middle of their capitals, at most
SMOOTH = 2  # device pixels beside a block of a shrunk picture into which its cells may reach


class SmallGrid(Value):
    """Where a grid of a size is in a small place, its proportions kept: whole pixels a cell as long as there is one."""

    rect: Rect
    size: Pair

    @property
    def scale(self) -> float:
        """Device pixels of a cell."""
        across, down = self.rect.w / self.size[1], self.rect.h / self.size[0]
        return min(across, down)

    def block(self, row: float, column: float, rows: int, columns: int) -> Rect:
        """Return where a block of cells is, as far as it is inside."""
        (x, y, _, _), scale = self.rect, self.scale
        return Rect.of(x + column * scale, y + row * scale, columns * scale, rows * scale).overlap(self.rect)

    def around(self, cells: Region) -> tuple[Rect, ...]:
        """Return where the picture is another when a block of cells is; where it is shrunk, some pixels beside it."""
        if cells[0].start >= cells[0].stop or cells[1].start >= cells[1].stop:
            return ()
        if self.place is not None:
            return self.place.block_of(cells)
        rows, columns = cells
        block = self.block(rows.start, columns.start, rows.stop - rows.start, columns.stop - columns.start)
        return (block.inset(-SMOOTH).overlap(self.rect),)

    @property
    def place(self) -> GridPlace | None:
        """The place of its cells; None where one is smaller than a device pixel."""
        scale = int(self.scale)
        return GridPlace(self.rect.x, self.rect.y, scale, *self.size) if scale else None


def cell_under(grid: SmallGrid, x: float, y: float) -> Pair | None:
    """Return the cell (row, column) of a grid under a point, None beside it."""
    place, (rows, columns) = grid.rect, grid.size
    if not place.contains(x, y):
        return None
    row, column = int((y - place.y) * rows / place.h), int((x - place.x) * columns / place.w)
    return min(row, rows - 1), min(column, columns - 1)


@lru_cache(maxsize=128)
def small_grid(place: Rect, size: Pair) -> SmallGrid:
    """Return a grid in the middle of a place."""
    scale = min(place.w / size[1], place.h / size[0])
    scale = float(int(scale)) if scale >= 1 else scale
    return SmallGrid(place.centred(max(1.0, size[1] * scale), max(1.0, size[0] * scale)), size)


WHOLE: Region = (slice(None), slice(None))


def cells_followed(
    canvas: Canvas,
    key: tuple[object, ...],
    thing: Followed,
    colours: Callable[[Region], Colours],
    apart: Callable[[object], Region | None],
) -> pygame.Surface:
    """Return a picture with a pixel for each cell, which is mended where what it is made of has changed.

    colours: those of a block. apart: a block that holds all cells that differ from before; None for a large one.
    """

    def mend(old: object, surface: pygame.Surface) -> bool:
        block = apart(old)
        if block is None:
            return False
        if block[0].start < block[0].stop and block[1].start < block[1].stop:
            surface.blit(miniature(colours(block)), (block[1].start, block[0].start))
        return True

    return canvas.followed(key, thing, lambda: miniature(colours(WHOLE)).convert(32), mend)


def shrunk(grid: SmallGrid, cells: pygame.Surface) -> pygame.Surface:
    """Return the picture of a grid of more cells than there are pixels, from one with a pixel for each cell."""
    return pygame.transform.smoothscale(cells, grid.rect[2:])


def small_surface(canvas: Canvas, grid: SmallGrid, colours: Colours) -> pygame.Surface:
    """Return the picture of a grid in these colours."""
    place = grid.place
    if place is None:
        return shrunk(grid, miniature(colours).convert(32))
    return cells_surface(canvas, place, colours) if place.pitch >= SEPARATE else spread(colours, place)


class Sheet(Value):
    """Grids of one size that are drawn at once, one below the other, and which of them is meant.

    grids: a tuple of all of them.
    """

    grids: Same
    index: int


def column_of(grid: SmallGrid, count: int) -> SmallGrid:
    """Return so many grids of one size and one below the other as a single one, which begins at 0, 0."""
    (_, _, width, height), (rows, columns) = grid.rect, grid.size
    return SmallGrid(Rect(0, 0, width, height * count), (rows * count, columns))


def one_below_the_other(
    canvas: Canvas, grid: SmallGrid, grids: Sequence[Grid], colours: Callable[[Grid], Colours]
) -> pygame.Surface:
    """Return the pictures of grids of one size as `small_surface` makes each; none of their cells is under a pixel."""
    return small_surface(canvas, column_of(grid, len(grids)), colours(np.concatenate(grids)))


def draw_of_sheet(
    canvas: Canvas,
    key: tuple[object, ...],
    sheet: Sheet,
    grid: SmallGrid,
    full: float,
    colours: Callable[[Grid], Colours],
) -> None:
    """Draw the grid that is meant in its place. full: what has the full hue, or is white; key: all other looks."""
    grids, (x, y, width, height) = sheet.grids.thing, grid.rect

    def make() -> pygame.Surface:
        return one_below_the_other(canvas, grid, grids, colours)

    def again(_: object, surface: pygame.Surface) -> bool:
        surface.blit(make(), (0, 0))  # in the place of the one before: those of all strokes would be kept
        return True

    family = ("sheet", *key, len(grids), grid.size, width, height)
    whole = canvas.followed(family, (sheet.grids, Same(full)), make, again)
    canvas.surface.blit(whole, (x, y), (0, sheet.index * height, width, height))
