"""The still parts of the grids, as surfaces that are made once and copied.

A grid is one tiny surface with a pixel for each cell, scaled up, under one lattice in the ground's colour with
antialiased holes: the cost hardly depends on the number of cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pygame

from ..core.grid import Grid, Region
from ..core.result import Since, apart
from ..play.choices import ERRORS, HUES
from ..session.boards import Board
from ..ui import shapes
from ..ui.cache import Same
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import SMALLEST
from ..ui.place import GridPlace, Pair
from ..ui.themes import looking
from .colours import Colours, quiet_share, quieted, shade_colours, told_share
from .numbers import NumberLook, fits, written_so

if TYPE_CHECKING:
    from ..ui.described import Shapes

EMPTY = 0.8  # of its colour is left in the outline of an empty cell
LINED = 12  # device pixels of a cell from which on a fine line is around it
LINE = 0.5  # of its colour is in that line
BARE = 0.12  # of it is in an empty cell that is too small for one: outlines would lie side by side, and look full


def cells_surface(canvas: Canvas, place: GridPlace, colours: Colours, lines: bool = False) -> pygame.Surface:
    """Return the cells of a grid in these colours, on the ground; `lines`: with a fine one around each."""
    surface = spread(colours, place)
    if not place.fine:  # else there is nothing between its cells
        canvas.onto(surface).put(lattice(canvas, place, lines), (0, 0))
    return surface


def lined(place: GridPlace, map_look: str) -> bool:
    """Tell whether cells have a fine line around each, as pixels have: black and white are also grounds of themes."""
    return map_look not in (HUES, ERRORS) and place.pitch >= LINED


def line_around(canvas: Canvas, place: GridPlace) -> pygame.Surface:
    """Return the fine line around a cell, in its square, and nothing else."""
    return shapes.painted(cell_ring(place, 1.0), canvas.theme.edge, LINE)


def spread(colours: Colours, place: GridPlace, first: Pair = (0, 0)) -> pygame.Surface:
    """Return the cells of a place from one on (row, column, from 0), each filled with its colour."""
    rows, columns = colours.shape[:2]
    if not place.fine:
        return scaled(colours, (int(columns * place.pitch), int(rows * place.pitch)))
    down, across = (
        np.diff([place.edge(begin + cell) for cell in range(count + 1)])
        for begin, count in zip(first, (rows, columns), strict=True)
    )
    return miniature(colours.repeat(across, axis=1).repeat(down, axis=0))  # rows last: whole ones are copied then


def clear_surface(place: GridPlace) -> pygame.Surface:
    """Return a picture as large as a place on which nothing is, as between cells without a gap."""
    return pygame.Surface(place.rect[2:], pygame.SRCALPHA)


def scaled(colours: Colours, size: tuple[int, int]) -> pygame.Surface:
    """Return a surface of that size, a rectangle of each cell's colour in its place."""
    if colours.shape[:2] == (1, 1):  # as of maps of one number, of which there are many in a row
        surface = pygame.Surface(size).convert()
        surface.fill(colours[0, 0].tolist())
        return surface
    return pygame.transform.scale(miniature(colours), size)


def miniature(colours: Colours) -> pygame.Surface:
    """Return a surface with a pixel for each cell: of the window's own format, so that nothing has to be converted."""
    rows, columns = colours.shape[:2]
    return pygame.image.frombuffer(np.ascontiguousarray(colours).data, (columns, rows), "RGB").convert()


def lattice(canvas: Canvas, place: GridPlace, lines: bool = False) -> pygame.Surface:
    """Return the ground with a hole for each cell; `lines`: with a fine one around each."""
    key = ("lattice", place.rows, place.columns, place.pitch, place.gap, lines)
    if place.fine:
        return canvas.kept(key, lambda: clear_surface(place))
    return canvas.kept(key, lambda: holes(canvas, place, lines))


def holes(canvas: Canvas, place: GridPlace, lines: bool) -> pygame.Surface:
    """Return the ground with a hole for each cell of whole pitches, as `lattice` does, made anew."""
    piece = shapes.tiled(hole(canvas, place, lines), place.columns, place.rows)

    def say() -> Iterable[Shapes]:
        from ..ui.described import Holes, Rings, cells_of  # no window is drawn so

        cells, theme = cells_of(place), canvas.theme
        yield Holes(cells, place.radius, Rect(0, 0, *place.rect[2:]), theme.ground)
        if lines:
            yield Rings(cells, place.radius, theme.edge, 1.0, LINE)

    return canvas.described(piece, say)


def hole(canvas: Canvas, place: GridPlace, line: bool = False) -> pygame.Surface:
    """Return the ground around one cell; `line`: with a fine one around it."""
    found = shapes.painted(1 - cell_mask(place), canvas.theme.ground)
    if line:
        found.blit(line_around(canvas, place), (0, 0))
    return found


def cell_mask(place: GridPlace, radius: float | None = None) -> shapes.Mask:
    """Return the coverage of one cell in its square; `radius`: another one than the place's own."""
    radius = place.radius if radius is None else radius
    mask = np.zeros((place.side, place.side))
    side = place.side - place.gap
    before = place.gap // 2
    mask[before : before + side, before : before + side] = shapes.rounded_mask(side, side, radius)
    return mask


def write_numbers(
    canvas: Canvas, place: GridPlace, grid: Grid, colours: Colours, look: NumberLook, origin: tuple[int, int]
) -> None:
    """Write the numbers of a grid whose first cell stands at `origin` on the canvas."""
    if look.size:
        write_texts(canvas, place, texts_of(grid, look), colours, look, origin)


def texts_of(grid: Grid, look: NumberLook) -> list[str]:
    """Return what the cells of a grid say, in row order."""
    return [written_so(value, look) for value in grid.ravel().tolist()]


def write_texts(
    canvas: Canvas, place: GridPlace, texts: Sequence[str], colours: Colours, look: NumberLook, origin: tuple[int, int]
) -> None:
    """Write what the cells of a grid say, in row order, as far as it fits."""
    if not look.size:
        return
    half, pitch = (place.pitch - place.gap) / 2 + place.gap // 2, place.pitch
    cells, texts_left = [], iter(texts)
    for row, line in enumerate(colours.tolist()):
        y = origin[1] + row * pitch + half
        for column, (red, green, blue) in enumerate(line):
            cells.append((next(texts_left), origin[0] + column * pitch + half, y, (red, green, blue)))
    fitting = [cell for cell in cells if fits(canvas.type, cell[0], look, place)]
    if not look.quarters:
        canvas.numbers(fitting, look.size, look.outlined)
        return
    from .turned_numbers import write_turned  # only while the grids are seen from another side

    write_turned(canvas, fitting, look)


def shaded_surface(
    canvas: Canvas, place: GridPlace, board: Board, hue: str, look: NumberLook, quiet: float = 0.0
) -> pygame.Surface:
    """Return a signed board with all its cells and numbers, kept as long as its values are the same.

    quiet: how much of the ground is in its cells, 0 … 1; see `colours.quieted`.
    """
    grid, magnitude, theme = board.grid, board.magnitude, looking(canvas.theme, board.map_look)

    def mend(old: object, surface: pygame.Surface) -> bool:
        block = block_apart(old, grid, board.since)
        if block is None or canvas.theme.patterned:
            return False
        cells = grid[block]
        colours = quieted(shade_colours(cells, magnitude, getattr(theme, hue), theme), quiet, theme)
        overlay = lattice(canvas, place, lined(place, board.map_look))
        at = mended(surface, overlay, place, colours, block, (0, 0))
        write_numbers(canvas.onto(surface), place, cells, colours, look, at)
        return True

    def make() -> pygame.Surface:
        return shaded_picture(canvas, place, grid, magnitude, hue, look, quiet=quiet, map_look=board.map_look)

    share = quiet_share(quiet, canvas.theme)
    key = ("shaded", place.rows, place.columns, place.pitch, magnitude, hue, look, share, board.map_look)
    return canvas.followed(key, Same(grid), make, mend)


def shaded_picture(
    canvas: Canvas,
    place: GridPlace,
    grid: Grid,
    magnitude: float,
    hue: str,
    look: NumberLook,
    bare: bool = False,
    quiet: float = 0.0,
    map_look: str = HUES,
) -> pygame.Surface:
    """Return a signed grid with its patterns and numbers; `bare`: without the ground around its cells."""
    theme = looking(canvas.theme, map_look)
    colours = quieted(shade_colours(grid, magnitude, getattr(theme, hue), theme), quiet, theme)
    lines = lined(place, map_look)
    surface = spread(colours, place) if bare else cells_surface(canvas, place, colours, lines)
    if lines and bare:
        surface.blit(shapes.tiled(line_around(canvas, place), place.columns, place.rows), (0, 0))
    on = canvas.onto(surface)
    if theme.patterned and magnitude and not (place.fine and place.pitch < SMALLEST):
        from .cell_patterns import draw_patterns  # most themes have none

        shares = [told_share(share, map_look) for share in (grid / magnitude).ravel().tolist()]
        alpha = round(255 * (1 - quiet))
        draw_patterns(on, place, texts_of(grid, look), shares, hue, colours, look, alpha)
    write_numbers(on, place, grid, colours, look, (0, 0))
    return surface


def block_apart(old: object, new: Grid, since: Since | None = None) -> Region | None:
    """Return a block that holds all cells in which two grids of one shape differ; None for a large one.

    since: where the new grid's result differs from the one before; nobody looks for that again.
    """
    if not isinstance(old, np.ndarray) or old.shape != new.shape:
        return None
    block = apart(old, new, since) or (slice(0, 0), slice(0, 0))
    return block if new[block].size * 4 < new.size else None


def mended(
    surface: pygame.Surface, overlay: pygame.Surface, place: GridPlace, colours: Colours, block: Region, before: Pair
) -> tuple[int, int]:
    """Draw a block of cells anew, with what lies over them; return its corner. `before`: cells of padding."""
    rows, columns = colours.shape[:2]
    first = block[0].start + before[0], block[1].start + before[1]
    x, y = place.edge(first[1]), place.edge(first[0])
    seen = place.edge(first[0] + rows) > y and place.edge(first[1] + columns) > x  # else less than a device pixel
    if seen:
        part = spread(colours, place, first)
        surface.blit(part, (x, y))
        surface.blit(overlay, (x, y), (x, y, *part.get_size()))
    return x, y


def cell_ring(place: GridPlace, thickness: float) -> shapes.Mask:
    """Return the outline of one cell in its square."""
    side, before = place.side - place.gap, place.gap // 2
    cell = np.zeros((place.side, place.side))
    cell[before : before + side, before : before + side] = shapes.ring_mask(side, side, place.radius, thickness)
    return cell


def empty_surface(canvas: Canvas, place: GridPlace) -> pygame.Surface:
    """Return a grid of empty cells: outlines on the ground."""
    key = ("empty", place.rows, place.columns, place.pitch)

    def make() -> pygame.Surface:
        cell = pygame.Surface(place.rect[2:] if place.fine else (place.side, place.side)).convert()
        cell.fill(canvas.theme.ground)
        if place.fine:  # cells without a gap are alike: all of them are one hint of their colour
            cell.blit(shapes.painted(np.ones(cell.get_size()), canvas.theme.edge, BARE), (0, 0))
            return cell
        cell.blit(empty_ring(canvas, place), (0, 0))
        piece = shapes.tiled(cell, place.columns, place.rows)
        return canvas.described(piece, say) if place.gap else piece

    def say() -> Iterable[Shapes]:
        from ..ui.described import Faces, Rings, cells_of  # no window is drawn so

        yield Faces((Rect(0, 0, *place.rect[2:]),), 0, (canvas.theme.ground,))
        yield Rings(cells_of(place), place.radius, canvas.theme.edge, *empty_line(canvas, place))

    return canvas.kept(key, make)


def empty_line(canvas: Canvas, place: GridPlace) -> tuple[float, float]:
    """Return how thick the outline of an empty cell is, in device pixels, and how much of its colour is in it."""
    loud = canvas.theme.patterned
    return max(1.0, min(2.0, place.pitch / (24 if loud else 56))), 1.0 if loud else EMPTY


def empty_ring(canvas: Canvas, place: GridPlace) -> pygame.Surface:
    """Return the outline of an empty cell, and nothing else: quieter than cells that stand.

    Cells without a gap have none: each is a hint of its colour.
    """
    if not place.gap:
        return shapes.painted(np.ones((place.side, place.side)), canvas.theme.edge, BARE)
    thickness, strength = empty_line(canvas, place)
    return shapes.painted(cell_ring(place, thickness), canvas.theme.edge, strength)


def blit_run(surface: pygame.Surface, picture: pygame.Surface, place: GridPlace, first: int, last: int) -> None:
    """Copy the cells first … last − 1 from a picture of the whole grid to their places."""
    for rect in place.run(first, last):
        surface.blit(picture, rect[:2], (rect.x - place.x, rect.y - place.y, rect.w, rect.h))
