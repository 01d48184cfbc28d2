"""The picture of a whole map at an instant, cell by cell; where cells are small, as colours alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from ...core.grid import Region
from ...core.stamping import Standing
from ...session.facts.stamps import StampSide
from ...ui import shapes
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.patterns import clear_for, draw_pattern
from ...ui.place import GridPlace, Pair
from ...ui.themes import Colour, Theme, looking, mix
from ...ui.typeface import digit_height
from ..colours import Colours, shade_colours, told_share
from ..making import draw_clipped
from ..numbers import NumberLook, fits, shown
from ..pencil import Pencil, Stroke
from ..still import BARE, LINE, empty_ring, lattice, lined, mended

if TYPE_CHECKING:
    from numpy.typing import NDArray

NOTHING = NumberLook(0, 0)
SMALL = 12  # pitch below which cells are colours alone
STARTED = 0.4  # how much of a product's hue is in a small cell that is not finished
HALF = 0.5  # how much of the shade of what stands in it so far
INNER = 0.18  # of a cell that is not finished and has no room for digits: from its edge to the shade inside it
OUTSIDE = 0.3  # how much of the padding's colour is in a small cell that is cut off


def apart(old: object, new: Standing) -> Region | None:
    """Return a block that holds all cells in which a map has changed; None for a large one, or another map."""
    if not isinstance(old, Standing) or old.sums.shape != new.sums.shape:
        return None
    differ = (old.sums != new.sums) | (old.begun != new.begun) | (old.finished != new.finished)
    rows, columns = (np.flatnonzero(differ.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return slice(0, 0), slice(0, 0)
    block = slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
    return block if differ[block].size * 4 < differ.size or differ.sum() * 8 < differ.size else None


def blank_picture(canvas: Canvas, place: GridPlace, side: StampSide) -> pygame.Surface:
    """Return a map onto which nothing has been laid."""
    surface = pygame.Surface(place.rect[2:]).convert()
    surface.fill(canvas.theme.ground)
    on = canvas.onto(surface)
    if place.pitch >= SMALL:
        for row in range(place.rows):
            for column in range(place.columns):
                draw = _draw_empty if is_kept(side, row, column) else draw_cut
                draw(on, place, (row, column), "", NOTHING)
    return surface


def is_kept(side: StampSide, row: int, column: int) -> bool:
    """Tell whether a cell of the whole map is left when it is cut."""
    rows, columns = side.kept
    return row in range(rows.start, rows.stop) and column in range(columns.start, columns.stop)


def draw_cells(
    canvas: Canvas,
    place: GridPlace,
    side: StampSide,
    standing: Standing,
    look: NumberLook,
    block: Region | None = None,
) -> None:
    """Draw a block of cells of a map, or all, onto its picture."""
    rows, columns = block or (slice(0, place.rows), slice(0, place.columns))
    part = rows, columns
    if rows.start == rows.stop:
        return
    if place.pitch < SMALL:
        colours = _small_colours(side, standing, canvas.theme, part)
        mended(canvas.surface, lattice(canvas, place), place, colours, part, (0, 0))
        return
    seen = standing.begun[part] | standing.finished[part]
    if block is not None or side.bias:
        seen = np.ones_like(seen)  # what has been taken back is empty again, or has the bias
    shades = looking(canvas.theme, side.boards.output.map_look)
    colours = shade_colours(standing.sums[part], side.boards.output.magnitude, shades.output, shades)
    for row, column in np.argwhere(seen).tolist():
        _draw_cell(
            canvas, place, side, standing, look, (row + rows.start, column + columns.start), colours[row, column]
        )


def _draw_cell(
    canvas: Canvas,
    place: GridPlace,
    side: StampSide,
    standing: Standing,
    look: NumberLook,
    cell: tuple[int, int],
    colour: NDArray[np.uint8],
) -> None:
    """Draw one cell: empty, a partial sum, finished, or cut off."""
    own, theme = _on_picture(place), canvas.theme
    canvas.fill(own.square(*cell), theme.ground)
    begun, finished = bool(standing.begun[cell]), bool(standing.finished[cell])
    value, pencil = float(standing.sums[cell]), Pencil(own, look)
    words = shown(value, look.decimals)
    red, green, blue = colour.tolist()
    ground: Colour = (red, green, blue)
    if not is_kept(side, *cell) or not (begun or finished):
        told = begun or bool(side.bias)
        draw = _draw_empty if is_kept(side, *cell) else draw_cut
        draw(canvas, own, cell, words if told else "", look)
        return
    if not finished:
        _draw_partial(canvas, own, cell)
        if fits(canvas.type, words, look, own):
            pencil.number(canvas, cell, words, theme.ground)
        else:
            _draw_inside(canvas, own, side, cell, value, ground)
        return
    pencil.face(canvas, cell, ground)
    board = side.boards.output
    if lined(own, board.map_look):
        pencil.line(canvas, cell, Stroke(mix(ground, theme.edge, LINE), 1))
    if theme.patterned and board.magnitude:
        clear = clear_for(canvas.type, words, look.size) if fits(canvas.type, words, look, own) else (0, 0)
        share = told_share(value / board.magnitude, board.map_look)
        draw_pattern(canvas, own.cell(*cell), own.radius, "output", share, ground, clear)
    pencil.number(canvas, cell, words, ground)
    if board.clipped and abs(value) > board.magnitude:
        draw_clipped(canvas, pencil.corner(cell), value, board.magnitude, board.map_look)


def _on_picture(place: GridPlace) -> GridPlace:
    return GridPlace(0, 0, place.pitch, place.rows, place.columns)


def _draw_partial(canvas: Canvas, place: GridPlace, cell: tuple[int, int]) -> None:
    """Draw the edge of a cell that is not finished: hollow, in the hue of products."""
    thick = max(1.5, place.pitch * 0.045)
    canvas.outline(place.cell(*cell), place.radius, canvas.theme.product, thick)


def _draw_inside(canvas: Canvas, place: GridPlace, side: StampSide, cell: Pair, value: float, ground: Colour) -> None:
    """Draw what stands so far in a cell without digits, as a smaller square of its shade inside the edge."""
    board, (x, y, wide, _) = side.boards.output, place.cell(*cell)
    off = max(3, round(wide * INNER))
    inner, radius = Rect(x + off, y + off, wide - 2 * off, wide - 2 * off), place.radius / 2
    canvas.rounded(inner, radius, ground)
    if canvas.theme.patterned and board.magnitude:
        share = told_share(value / board.magnitude, board.map_look)
        draw_pattern(canvas, inner, radius, "output", share, ground, (0, 0))


def _draw_empty(canvas: Canvas, place: GridPlace, cell: Pair, words: str, look: NumberLook) -> None:
    """Draw a cell to which nothing has come: an outline, and the bias as words, if they have room."""
    own = _on_picture(place)
    canvas.surface.blit(empty_ring(canvas, own), own.square(*cell)[:2])
    _write_quietly(canvas, own, cell, words, look)


def draw_cut(canvas: Canvas, place: GridPlace, cell: Pair, words: str, look: NumberLook) -> None:
    """Draw a cell that is cut off, hatched around its words, if they have room, onto the picture of a map."""
    own = _on_picture(place)
    told = bool(words) and fits(canvas.type, words, look, own)
    canvas.surface.blit(_hatched(canvas, own, look.size if told else 0), own.square(*cell)[:2])
    _write_quietly(canvas, own, cell, words, look)


def _write_quietly(canvas: Canvas, place: GridPlace, cell: Pair, words: str, look: NumberLook) -> None:
    if words and fits(canvas.type, words, look, place):
        canvas.text(words, *place.cell(*cell).centre, look.size, canvas.theme.dim, True, 0.5)


def _hatched(canvas: Canvas, place: GridPlace, size: int) -> pygame.Surface:
    """Return a cell that is cut off: dashed, and hatched around its number."""
    side = place.side - place.gap

    def make() -> pygame.Surface:
        surface = pygame.Surface((place.side, place.side)).convert()
        surface.fill(canvas.theme.ground)
        mask = shapes.hatch_mask(side, side, max(5.0, place.pitch / 7), max(1.0, place.pitch / 60))
        if size:
            wide, high = round(side * 0.72), round(digit_height(size) * 1.5)
            mask[(side - wide) // 2 : (side + wide) // 2, (side - high) // 2 : (side + high) // 2] = 0
        corner = place.gap // 2, place.gap // 2
        surface.blit(shapes.painted(mask, canvas.theme.now_text, 0.55), corner)
        on = canvas.onto(surface)
        on.dashed(Rect(*corner, side, side), canvas.theme.padding, max(1, place.pitch / 40), max(3, place.pitch / 10))
        return surface

    return canvas.kept(("cut off", place.pitch, place.gap, size), make)


def _small_colours(side: StampSide, standing: Standing, theme: Theme, part: Region) -> Colours:
    """Return the colours of small cells: the shade of a finished one, half of it in the hue of products, or a hint."""
    board = side.boards.output
    finished, begun = standing.finished[part], standing.begun[part]
    shades = looking(theme, board.map_look)
    colours = shade_colours(standing.sums[part], board.magnitude, shades.output, shades)
    hint = np.array(mix(theme.ground, theme.product, STARTED))
    colours[~finished] = np.round(hint + (colours[~finished] - hint) * HALF)
    colours[~(finished | begun)] = mix(theme.ground, theme.edge, BARE)
    inside = np.zeros(side.size, bool)
    inside[side.kept] = True
    cut = ~inside[part]
    colours[cut] = mix(theme.ground, theme.padding, OUTSIDE)
    return colours
