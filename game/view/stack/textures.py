"""The pictures of the boards as textures, which are laid into the window: as in the Flat view, with clear surroundings.

A texture has `texels` by `texels` texels for a cell and a border of one clear texel around.
"""

from __future__ import annotations

import numpy as np
import pygame

from ...core.grid import Grid
from ...core.result import Result
from ...session.boards import Board
from ...ui import shapes
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.place import GridPlace
from ..coverage import coverage_picture
from ..image_picture import image_picture
from ..numbers import NumberLook
from ..output import mark_clipped
from ..still import cell_mask, empty_ring, shaded_picture
from .laying import Block

CLEAR = (0, 0, 0, 0)
PLAIN = 16  # texels of a cell below which cells touch: lines finer than pixels would shimmer


class Texels(GridPlace):
    """The place of a block's cells on its texture."""

    @property
    def gap(self) -> int:
        """Texels between two cells."""
        return gap_of(self.pitch)


def gap_of(texels: int) -> int:
    """Return the texels between two cells."""
    return 0 if texels < PLAIN else max(1, round(texels * 0.035))


def texels_of_block(block: Block) -> Texels:
    """Return the place of a block's cells on its texture, but for the border."""
    return Texels(0, 0, block.texels, block.rows, block.columns, (block.row, block.column))


def image_texture(canvas: Canvas, block: Block, result: Result, look: NumberLook, hatched: bool) -> pygame.Surface:
    """Return the source image with its padding, hatching and numbers."""
    scenario, place = result.scenario, texels_of_block(block)
    key = ("stack image", Same(scenario.image), scenario.white, scenario.walk, block, look, hatched)
    return canvas.kept(key, lambda: _framed(image_picture(canvas, place, result, look, hatched)))


def coverage_texture(canvas: Canvas, block: Block, result: Result, board: Board, look: NumberLook) -> pygame.Surface:
    """Return how many patches cover each pixel."""
    key, place = ("stack coverage", result.scenario.walk, block, look), texels_of_block(block)
    return canvas.kept(key, lambda: _framed(coverage_picture(canvas, place, result, board, look)))


def shaded_texture(
    canvas: Canvas, block: Block, grid: Grid, magnitude: float, hue: str, look: NumberLook
) -> pygame.Surface:
    """Return a signed grid with its numbers; one sees through between its cells."""
    key, place = ("stack shaded", Same(grid), magnitude, hue, block, look), texels_of_block(block)

    def make() -> pygame.Surface:
        part = grid[block.row : block.row + block.rows, block.column : block.column + block.columns]
        picture = shaded_picture(canvas, place, part, magnitude, hue, look, bare=True)
        if hue == "output":
            mark_clipped(canvas.onto(picture), place.changed(first=(0, 0)), part, magnitude)
        return _framed(picture, place)

    return canvas.kept(key, make)


def empty_texture(canvas: Canvas, block: Block) -> pygame.Surface:
    """Return empty cells: outlines, and nothing in them."""

    def make() -> pygame.Surface:
        one = empty_ring(canvas, texels_of_block(block))
        return _framed(shapes.tiled(one, block.columns, block.rows).premul_alpha())

    return canvas.kept(("stack empty", block), make)


def _framed(picture: pygame.Surface, cells: GridPlace | None = None) -> pygame.Surface:
    """Return a picture with a clear border, as which all looks that lies outside. `cells`: nothing but these."""
    width, height = picture.get_size()
    texture = pygame.Surface((width + 2, height + 2), pygame.SRCALPHA)
    texture.fill(CLEAR)
    if cells is not None:
        picture = picture.convert_alpha()
        mask = np.rint(255 * np.tile(cell_mask(cells), (cells.columns, cells.rows)))
        pygame.surfarray.pixels_alpha(picture)[:] = mask.astype(np.uint8)
        picture = picture.premul_alpha()
    flags = pygame.BLEND_PREMULTIPLIED if picture.get_flags() & pygame.SRCALPHA else 0
    texture.blit(picture, (1, 1), special_flags=flags)
    return texture
