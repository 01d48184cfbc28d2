"""The still parts of the grids, as surfaces that are made once and copied.

A grid is one tiny surface with a pixel for each cell, scaled up, under one lattice in the ground's colour with
antialiased holes: the cost hardly depends on the number of cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pygame

from ..core.grid import Grid
from ..core.result import Result
from ..core.scenario import Scenario
from ..ui import shapes
from ..ui.cache import Same
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.stage import GridPlace
from ..ui.themes import BLACK, Colour, Theme
from .numbers import NumberLook, fits, shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

Colours: TypeAlias = "NDArray[np.uint8]"

FLAT_PADDING = 12  # pitch below which padding cells are plain, with one dashed frame around the image


def gray_colours(image: Grid, white: float) -> Colours:
    """Return the true grays of an image, shape (rows, columns, 3)."""
    levels = np.rint(255 * np.clip(image / white, 0, 1)).astype(np.uint8)
    return np.repeat(levels[:, :, None], 3, axis=2)


def shade_colours(grid: Grid, magnitude: float, hue: Colour, theme: Theme) -> Colours:
    """Return the shades of a signed grid, shape (rows, columns, 3); the same colours as `themes.shade`."""
    share = np.clip(grid / magnitude, -1, 1) if magnitude else np.zeros_like(grid)
    neutral = np.array(theme.neutral, dtype=np.float64)
    ends = np.where(share[:, :, None] < 0, np.array(theme.negative, float), np.array(hue, float))
    return np.rint(neutral + (ends - neutral) * np.abs(share)[:, :, None]).astype(np.uint8)


def cells_surface(canvas: Canvas, place: GridPlace, colours: Colours) -> pygame.Surface:
    """Return the cells of a grid in these colours, on the ground."""
    surface = scaled(colours, place)
    surface.blit(lattice(canvas, place), (0, 0))
    return surface


def scaled(colours: Colours, place: GridPlace) -> pygame.Surface:
    """Return a surface as large as a grid, a square of each cell's colour in its place."""
    rows, columns = colours.shape[:2]
    small = pygame.Surface((columns, rows))  # of the window's own format, so that nothing large has to be converted
    pygame.surfarray.blit_array(small, colours.transpose(1, 0, 2))
    return pygame.transform.scale(small, place.rect[2:])


def lattice(canvas: Canvas, place: GridPlace) -> pygame.Surface:
    """Return the ground with a hole for each cell."""
    key = ("lattice", place.rows, place.columns, place.pitch)

    def make() -> pygame.Surface:
        return shapes.painted(1 - cell_mask(place), canvas.theme.ground, 1.0, place.columns, place.rows)

    return canvas.kept(key, make)


def veil(canvas: Canvas, place: GridPlace, rows: int, columns: int) -> pygame.Surface:
    """Return a block of cells in the neutral tone, to dim what lies below without making it black."""
    key = ("veil", rows, columns, place.pitch)

    def make() -> pygame.Surface:
        return shapes.painted(cell_mask(place), canvas.theme.neutral, 1.0, columns, rows)

    return canvas.kept(key, make)


def cell_mask(place: GridPlace, radius: float | None = None) -> shapes.Mask:
    """Return the coverage of one cell in its square; `radius`: another one than the place's own."""
    radius = place.radius if radius is None else radius
    mask = np.zeros((place.pitch, place.pitch))
    side = place.pitch - place.gap
    before = place.gap // 2
    mask[before : before + side, before : before + side] = shapes.rounded_mask(side, side, radius)
    return mask


def write_numbers(
    canvas: Canvas, place: GridPlace, grid: Grid, colours: Colours, look: NumberLook, origin: tuple[int, int]
) -> None:
    """Write the numbers of a grid whose first cell stands at `origin` on the canvas."""
    if not look.size:
        return
    texts = [shown(value, look.decimals) for value in grid.ravel().tolist()]
    write_texts(canvas, place, texts, colours, look, origin)


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
    canvas.numbers(fitting, look.size, look.outlined)


def shaded_surface(
    canvas: Canvas, place: GridPlace, grid: Grid, magnitude: float, hue: str, look: NumberLook
) -> pygame.Surface:
    """Return a signed grid with all its cells and numbers, kept as long as the grid is the same."""
    colour: Colour = getattr(canvas.theme, hue)

    def mend(old: object, surface: pygame.Surface) -> bool:
        block = _block(old, grid)
        if block is None or canvas.theme.patterned:
            return False
        cells = grid[block]
        colours = shade_colours(cells, magnitude, colour, canvas.theme)
        at = _mended(surface, lattice(canvas, place), place, colours, block)
        write_numbers(canvas.onto(surface), place, cells, colours, look, at)
        return True

    def make() -> pygame.Surface:
        colours = shade_colours(grid, magnitude, colour, canvas.theme)
        surface = cells_surface(canvas, place, colours)
        if canvas.theme.patterned and magnitude:
            _draw_patterns(canvas.onto(surface), place, grid, magnitude, hue, colours, look)
        write_numbers(canvas.onto(surface), place, grid, colours, look, (0, 0))
        return surface

    key = ("shaded", place.rows, place.columns, place.pitch, magnitude, hue, look)
    return canvas.followed(key, Same(grid), make, mend)


Block = tuple[slice, slice]


def _block(old: object, new: Grid) -> Block | None:
    """Return the smallest block that holds all cells in which two grids of one shape differ; None for a large one."""
    if not isinstance(old, np.ndarray) or old.shape != new.shape:
        return None
    differ = old != new
    rows, columns = np.flatnonzero(differ.any(axis=1)), np.flatnonzero(differ.any(axis=0))
    if not len(rows):
        return slice(0, 0), slice(0, 0)
    block = slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
    return block if new[block].size * 4 < new.size else None


def _mended(
    surface: pygame.Surface,
    overlay: pygame.Surface,
    place: GridPlace,
    colours: Colours,
    block: Block,
    before: tuple[int, int] = (0, 0),
) -> tuple[int, int]:
    """Draw a block of cells anew, with what lies over them; return its corner. `before`: cells of padding."""
    rows, columns = colours.shape[:2]
    x, y = (block[1].start + before[1]) * place.pitch, (block[0].start + before[0]) * place.pitch
    if rows and columns:
        part = scaled(colours, GridPlace(0, 0, place.pitch, rows, columns))
        surface.blit(part, (x, y))
        surface.blit(overlay, (x, y), (x, y, *part.get_size()))
    return x, y


def _draw_patterns(
    canvas: Canvas, place: GridPlace, grid: Grid, magnitude: float, hue: str, colours: Colours, look: NumberLook
) -> None:
    """Draw the pattern of each cell, around its number."""
    side, before = place.pitch - place.gap, place.gap // 2
    for row, values in enumerate(grid.tolist()):
        for column, value in enumerate(values):
            text = shown(value, look.decimals)
            clear = clear_for(canvas.type, text, look.size) if fits(canvas.type, text, look, place) else (0, 0)
            face = Rect(column * place.pitch + before, row * place.pitch + before, side, side)
            red, green, blue = colours[row, column].tolist()
            draw_pattern(canvas, face, place.radius, hue, value / magnitude, (red, green, blue), clear)


def empty_surface(canvas: Canvas, place: GridPlace) -> pygame.Surface:
    """Return a grid of empty cells: outlines on the ground."""
    key = ("empty", place.rows, place.columns, place.pitch)

    def make() -> pygame.Surface:
        cell = _cell_ring(place, max(1.0, min(2.0, place.pitch / 24)))
        surface = pygame.Surface(place.rect[2:]).convert()
        surface.fill(canvas.theme.ground)
        surface.blit(shapes.painted(cell, canvas.theme.edge, 1.0, place.columns, place.rows), (0, 0))
        return surface

    return canvas.kept(key, make)


def filled_surface(canvas: Canvas, place: GridPlace, colours: Colours) -> pygame.Surface:
    """Return a grid of full cells, as they lie over empty ones."""

    def make() -> pygame.Surface:
        overlay = empty_surface(canvas, place).convert_alpha()
        alpha = pygame.surfarray.pixels_alpha(overlay)
        alpha[:] = np.tile(np.rint(255 * (1 - cell_mask(place, round(place.radius, 1)))), (place.columns, place.rows))
        del alpha  # the surface stays locked as long as the array lives
        return overlay

    surface = scaled(colours, place)
    surface.blit(canvas.kept(("around cells", place.rows, place.columns, place.pitch), make), (0, 0))
    return surface


def image_surface(
    canvas: Canvas, place: GridPlace, result: Result, look: NumberLook, hatched: bool = True
) -> pygame.Surface:
    """Return the source image with its padding, numbers, and the hatching of what no patch covers."""
    scenario = result.scenario

    def mend(old: object, surface: pygame.Surface) -> bool:
        block = _block(old, scenario.image)
        if block is None:
            return False
        cells = scenario.image[block]
        colours = gray_colours(cells, scenario.white)
        overlay = _image_overlay(canvas, place, result, look, hatched)
        at = _mended(surface, overlay, place, colours, block, scenario.padding)
        write_numbers(canvas.onto(surface), place, cells, colours, look, at)
        return True

    def make() -> pygame.Surface:
        colours = gray_colours(result.padded_image, scenario.white)
        surface = scaled(colours, place)
        surface.blit(_image_overlay(canvas, place, result, look, hatched), (0, 0))
        origin = (scenario.padding[1] * place.pitch, scenario.padding[0] * place.pitch)
        pixels = gray_colours(scenario.image, scenario.white)
        write_numbers(canvas.onto(surface), place, scenario.image, pixels, look, origin)
        return surface

    key = ("image", place, scenario.white, look, hatched, *walk_key(scenario))
    return canvas.followed(key, Same(scenario.image), make, mend)


def walk_key(scenario: Scenario) -> tuple[object, ...]:
    """Return what padding and coverage depend on besides the image's size."""
    return scenario.kernel_size, scenario.stride, scenario.padding, scenario.dilation


def _image_overlay(canvas: Canvas, place: GridPlace, result: Result, look: NumberLook, hatched: bool) -> pygame.Surface:
    """Return what lies over the grays whatever they are, so that painting need not draw it anew."""
    scenario = result.scenario

    def make() -> pygame.Surface:
        surface = lattice(canvas, place).copy()
        on = canvas.onto(surface)
        _draw_edges(on, place, scenario)
        _draw_padding(on, place, scenario, look)
        if hatched:
            draw_hatching(on, place, result)
        return surface

    return canvas.kept(("overlay", scenario.image_size, place, look.size, hatched, *walk_key(scenario)), make)


def _draw_edges(canvas: Canvas, place: GridPlace, scenario: Scenario) -> None:
    """Draw a fine line around each pixel, or around all of them where they are small.

    Without it white pixels would be lost on Daylight's ground, and black ones on Night's.
    """
    rows, columns = scenario.image_size
    x, y = scenario.padding[1] * place.pitch, scenario.padding[0] * place.pitch
    if place.pitch < FLAT_PADDING:
        canvas.outline(Rect(x, y, columns * place.pitch, rows * place.pitch), 0, canvas.theme.padding, 1)
        return
    cell = _cell_ring(place, 1.0)
    canvas.surface.blit(shapes.painted(cell, canvas.theme.edge, 0.5, columns, rows), (x, y))


def _cell_ring(place: GridPlace, thickness: float) -> shapes.Mask:
    """Return the outline of one cell in its square."""
    side, before = place.pitch - place.gap, place.gap // 2
    cell = np.zeros((place.pitch, place.pitch))
    cell[before : before + side, before : before + side] = shapes.ring_mask(side, side, place.radius, thickness)
    return cell


def _draw_padding(canvas: Canvas, place: GridPlace, scenario: Scenario, look: NumberLook) -> None:
    rows, columns = scenario.padding
    if not rows and not columns:
        return
    height, width = scenario.image_size
    if place.pitch < FLAT_PADDING:
        whole = Rect(0, 0, *place.rect[2:])
        inner = Rect(columns * place.pitch, rows * place.pitch, width * place.pitch, height * place.pitch)
        canvas.outline(whole, 0, canvas.theme.padding, 1)
        canvas.dashed(inner.inset(-1), canvas.theme.padding, 2, 5)
        return
    sprite = _padding_cell(canvas, place, look)
    for row in range(place.rows):
        for column in range(place.columns):
            if not (rows <= row < rows + height and columns <= column < columns + width):
                canvas.surface.blit(sprite, (column * place.pitch, row * place.pitch))


def _padding_cell(canvas: Canvas, place: GridPlace, look: NumberLook) -> pygame.Surface:
    """Return a padding pixel: black like any 0, inset, in a dashed outline, its 0 written quietly."""

    def make() -> pygame.Surface:
        surface = pygame.Surface((place.pitch, place.pitch)).convert()
        surface.fill(canvas.theme.ground)
        on = canvas.onto(surface)
        face = Rect(0, 0, place.pitch, place.pitch).inset(max(1, place.gap))
        on.rounded(face, place.radius, BLACK)
        on.dashed(face, canvas.theme.padding, max(1.0, min(2.0, place.pitch / 30)), max(2.5, place.pitch / 12))
        if look.size:
            on.text("0", place.pitch / 2, place.pitch / 2, look.size, canvas.theme.padding_text, False, 0.5)
        return surface

    return canvas.kept(("padding cell", place.pitch, place.gap, look.size), make)


def draw_hatching(canvas: Canvas, place: GridPlace, result: Result) -> None:
    """Hatch the pixels that no patch covers: a band below the number, or the whole cell where there is none."""
    uncovered = result.uncovered
    sprite = hatching(canvas, place)
    down = place.pitch - place.gap - sprite.get_height()
    for row, column in np.argwhere(uncovered.left_over | uncovered.skipped).tolist():
        canvas.surface.blit(sprite, (column * place.pitch + place.gap // 2, row * place.pitch + down))


def hatching(canvas: Canvas, place: GridPlace) -> pygame.Surface:
    """Return the hatching of one cell: each line lies on a wider one in the ground's colour.

    One of the two contrasts with any gray below by at least 3:1.
    """
    side = max(1, place.pitch - place.gap)
    height = side if place.pitch < 22 else round(side * (0.3 if place.pitch >= 44 else 0.2))
    spacing = max(4.0, min(14.0, place.pitch / 4.5))
    thickness = max(1.0, place.pitch / 42)

    def make() -> pygame.Surface:
        wide = shapes.hatch_mask(side, height, spacing, thickness + 1.6)
        surface = shapes.painted(wide, canvas.theme.ground)
        narrow = shapes.hatch_mask(side, height, spacing, thickness)
        surface.blit(shapes.painted(narrow, canvas.theme.now_text), (0, 0))
        return surface

    return canvas.kept(("hatching", place.pitch), make)
