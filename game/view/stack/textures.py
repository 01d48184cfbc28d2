"""The textures of the layers: flat pictures of cells with their numbers, which are laid into the window."""

from __future__ import annotations

from typing import Any

import numpy as np
import pygame

from ...core.grid import Grid
from ...ui import shapes
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.patterns import clear_for, draw_pattern
from ...ui.themes import Colour, ink
from ...value import Value
from ..colours import Colours, shade_colours
from ..numbers import shown
from ..still import EMPTY
from .laying import Block

PLAIN = 16  # texels of a cell below which padding is plain, with one dashed frame around the image
CLEAR = (0, 0, 0, 0)
DENSITY = 1.5  # texels a pixel, about; lines are drawn as much thicker


class Lettering(Value):
    """How numbers are written into cells: font size in texels (0: none), decimals, and by how many quarters turned."""

    size: int
    decimals: int
    quarters: int = 0


def gap_of(texels: int) -> int:
    """Return the texels between two cells; small ones touch, for lines finer than pixels would shimmer."""
    return 0 if texels < PLAIN else max(1, round(texels * 0.035))


def face_of(block: Block, row: int, column: int) -> Rect:
    """Return what is filled of a cell on its texture."""
    x, y = block.corner(row, column)
    gap = gap_of(block.texels)
    return Rect(x + gap // 2, y + gap // 2, block.texels - gap, block.texels - gap)


def cells_texture(block: Block, colours: Colours, gaps: Colour | tuple[int, ...]) -> pygame.Surface:
    """Return cells in these colours with gaps of another, or transparent ones; the border is transparent."""
    texture = pygame.Surface(block.size, pygame.SRCALPHA)
    texture.fill(CLEAR)
    small = pygame.surfarray.make_surface(np.ascontiguousarray(colours.transpose(1, 0, 2)))
    width, height = block.columns * block.texels, block.rows * block.texels
    texture.blit(pygame.transform.scale(small, (width, height)), (1, 1))
    gap = gap_of(block.texels)
    after = gap // 2  # the gap of a cell lies on both of its sides
    before = gap - after
    for column in range(block.columns + 1 if gap else 0):
        left, right = max(1, column * block.texels + 1 - before), min(width + 1, column * block.texels + 1 + after)
        texture.fill(gaps, (left, 1, right - left, height))
    for row in range(block.rows + 1 if gap else 0):
        top, bottom = max(1, row * block.texels + 1 - before), min(height + 1, row * block.texels + 1 + after)
        texture.fill(gaps, (1, top, width, bottom - top))
    return texture


def write(
    canvas: Canvas, block: Block, first: tuple[int, int], grid: Grid, colours: Colours, lettering: Lettering
) -> None:
    """Write the numbers of cells, the first of which is given as (row, column)."""
    if not lettering.size:
        return
    for row, values in enumerate(grid.tolist()):
        for column, value in enumerate(values):
            red, green, blue = colours[row, column].tolist()
            sprite = letters(canvas, shown(value, lettering.decimals), lettering, ink((red, green, blue)))
            face = face_of(block, first[0] + row, first[1] + column)
            canvas.surface.blit(sprite, face.centred(*sprite.get_size())[:2])


def letters(canvas: Canvas, words: str, lettering: Lettering, colour: Colour) -> pygame.Surface:
    """Return words, as high as their capitals and turned by the quarters of a lettering."""

    def make() -> pygame.Surface:
        sprite = canvas.type.render(words, lettering.size, True, colour)
        high = round(lettering.size * 0.72)
        top = canvas.type.ascent(lettering.size, True) - high
        whole = Rect(0, top, sprite.get_width(), high).inset(0, -round(lettering.size * 0.06) - 1)
        cut = sprite.subsurface(whole.overlap(Rect(0, 0, *sprite.get_size()))).copy()
        return pygame.transform.rotate(cut, 90 * lettering.quarters)

    return canvas.cache.get(("letters", words, lettering.size, lettering.quarters, colour), make)


def shaded_texture(
    canvas: Canvas, block: Block, grid: Grid, magnitude: float, hue: str, lettering: Lettering
) -> pygame.Surface:
    """Return a signed grid with its numbers, its gaps transparent."""
    colour: Colour = getattr(canvas.theme, hue)
    key = ("stack shaded", Same(grid), magnitude, hue, block, lettering)

    def make() -> pygame.Surface:
        values = part_of(grid, block, (0, 0))
        colours = shade_colours(values, magnitude, colour, canvas.theme)
        texture = cells_texture(block, colours, CLEAR)
        on = canvas.onto(texture)
        if canvas.theme.patterned and magnitude:
            _draw_patterns(on, block, values, magnitude, hue, colours, lettering)
        write(on, block, (block.row, block.column), values, colours, lettering)
        if hue == "output":
            _mark_clipped(on, block, values, magnitude, colours)
        return texture

    return canvas.kept(key, make)


def empty_texture(canvas: Canvas, block: Block) -> pygame.Surface:
    """Return empty cells: outlines, and nothing in them."""

    def make() -> pygame.Surface:
        texture = pygame.Surface(block.size, pygame.SRCALPHA)
        texture.fill(CLEAR)
        loud = canvas.theme.patterned
        thickness = max(1.0, min(2.2, block.texels / (26 if loud else 56))) * (1 if block.texels < PLAIN else DENSITY)
        face, mask = face_of(block, block.row, block.column), shapes.ring_mask
        outline = shapes.painted(mask(face.w, face.h, 0, thickness), canvas.theme.edge, 1.0 if loud else EMPTY)
        ring = outline.premul_alpha()
        for row in range(block.row, block.row + block.rows):
            for column in range(block.column, block.column + block.columns):
                texture.blit(ring, face_of(block, row, column)[:2])
        return texture

    return canvas.kept(("stack empty", block), make)


def bordered(texture: pygame.Surface) -> pygame.Surface:
    """Return the texture with its border clear again: what lies outside of a texture looks as that."""
    width, height = texture.get_size()
    for side in ((0, 0, width, 1), (0, height - 1, width, 1), (0, 0, 1, height), (width - 1, 0, 1, height)):
        texture.fill(CLEAR, side)
    return texture


def part_of(grid: Any, block: Block, before: tuple[int, int]) -> Any:
    """Return a block's numbers from a grid with so many rows and columns before its first cell."""
    row, column = block.row + before[0], block.column + before[1]
    return grid[row : row + block.rows, column : column + block.columns]


def _mark_clipped(canvas: Canvas, block: Block, grid: Grid, magnitude: float, colours: Colours) -> None:
    """Draw ▲ or ▼ in the corner of each cell whose value is beyond the scale."""
    size = max(5, round(block.texels * 0.16))
    for row, column in np.argwhere(np.abs(grid) > magnitude).tolist():
        up, (red, green, blue) = bool(grid[row, column] > 0), colours[row, column].tolist()
        sprite = _mark(canvas, size, up, ink((red, green, blue)))
        face = face_of(block, block.row + row, block.column + column)
        canvas.surface.blit(sprite, (face.right - size - max(1, size // 3), face.y + max(1, size // 3)))


def _mark(canvas: Canvas, size: int, up: bool, colour: Colour) -> pygame.Surface:
    return canvas.kept(("mark", size, up, colour), lambda: shapes.painted(shapes.triangle_mask(size, up), colour))


def _draw_patterns(
    canvas: Canvas, block: Block, grid: Grid, magnitude: float, hue: str, colours: Colours, lettering: Lettering
) -> None:
    """Draw the pattern of each cell, around its number."""
    for row, values in enumerate(grid.tolist()):
        for column, value in enumerate(values):
            clear = (0, 0)
            if lettering.size:
                clear = clear_for(canvas.type, shown(value, lettering.decimals), lettering.size)
            red, green, blue = colours[row, column].tolist()
            face = face_of(block, block.row + row, block.column + column)
            if lettering.quarters % 2:
                clear = clear[1], clear[0]
            draw_pattern(canvas, face, 0, hue, value / magnitude, (red, green, blue), clear)
