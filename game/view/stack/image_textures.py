"""The image's texture: pixels with their padding and hatching, or how many patches cover each of them."""

from __future__ import annotations

import numpy as np
import pygame

from ...core.result import Result
from ...session.boards import counts_of
from ...ui import shapes
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.place import GridPlace
from ...ui.themes import BLACK
from ..colours import gray_colours, shade_colours
from ..image_picture import hatching
from .laying import Block
from .textures import DENSITY, PLAIN, Lettering, bordered, cells_texture, face_of, gap_of, letters, part_of, write


def image_texture(canvas: Canvas, block: Block, result: Result, lettering: Lettering, hatched: bool) -> pygame.Surface:
    """Return the source image with its padding, hatching and numbers, its gaps as the ground."""
    scenario = result.scenario
    key = ("stack image", Same(scenario.image), scenario.white, scenario.walk, block, lettering, hatched)

    def make() -> pygame.Surface:
        values = part_of(result.padded_image, block, scenario.padding)
        colours = gray_colours(values, scenario.white)
        texture = cells_texture(block, colours, canvas.theme.ground)
        on = canvas.onto(texture)
        _draw_edges(on, block, scenario.image_size)
        _draw_padding(on, block, result, lettering)
        if hatched:
            _draw_hatching(on, block, result, lettering)
        x, y, width, height = _pixels(block, scenario.image_size)
        part = slice(y - block.row, y - block.row + height), slice(x - block.column, x - block.column + width)
        write(on, block, (y, x), values[part], colours[part], lettering)
        return bordered(texture)

    return canvas.kept(key, make)


def coverage_texture(canvas: Canvas, block: Block, result: Result, lettering: Lettering) -> pygame.Surface:
    """Return how many patches cover each pixel, its gaps as the ground."""
    scenario = result.scenario
    key = ("stack coverage", scenario.walk, block, lettering)

    def make() -> pygame.Surface:
        counts = counts_of(result)
        values = part_of(counts, block, scenario.padding)
        colours = shade_colours(values, float(counts.max()), canvas.theme.coverage, canvas.theme)
        texture = cells_texture(block, colours, canvas.theme.ground)
        on = canvas.onto(texture)
        _dash_padding(on, block, result)
        _draw_hatching(on, block, result, lettering)
        write(on, block, (block.row, block.column), values, colours, lettering)
        return bordered(texture)

    return canvas.kept(key, make)


def _pixels(block: Block, size: tuple[int, int]) -> Rect:
    """Return the columns and rows of a block that are pixels and no padding; x, y is the first of them."""
    return Rect(0, 0, size[1], size[0]).overlap(Rect(block.column, block.row, block.columns, block.rows))


def _draw_edges(canvas: Canvas, block: Block, size: tuple[int, int]) -> None:
    """Draw a fine line around each pixel, or around all of them where they are small."""
    inside = _pixels(block, size)
    if block.texels < PLAIN:
        canvas.outline(_area(block, Rect(0, 0, size[1], size[0])), 0, canvas.theme.padding, 1)
        return
    side = block.texels - gap_of(block.texels)
    key = ("stack edge", block.texels)
    ring = canvas.kept(key, lambda: shapes.painted(shapes.ring_mask(side, side, 0, DENSITY), canvas.theme.edge, 0.5))
    for row in range(inside.y, inside.bottom):
        for column in range(inside.x, inside.right):
            canvas.surface.blit(ring, face_of(block, row, column)[:2])


def _area(block: Block, cells: Rect) -> Rect:
    """Return where a rectangle of columns and rows is on the texture."""
    texels = block.texels
    return Rect(*block.corner(cells.y, cells.x), cells.w * texels, cells.h * texels)


def _draw_padding(canvas: Canvas, block: Block, result: Result, lettering: Lettering) -> None:
    """Draw the padding pixels: black like any 0, inset, in a dashed outline."""
    if not any(result.scenario.padding):
        return
    if block.texels < PLAIN:
        _frame_padding(canvas, block, result)
        return
    zero = letters(canvas, "0", lettering, canvas.theme.padding_text) if lettering.size else None
    for face in _padding_faces(block, result):
        canvas.fill(face.inset(-gap_of(block.texels)), canvas.theme.ground)
        inner = face.inset(max(1, block.texels // 60))
        canvas.fill(inner, BLACK)
        _dash(canvas, inner, block)
        if zero is not None:
            canvas.surface.blit(zero, face.centred(*zero.get_size())[:2])


def _dash_padding(canvas: Canvas, block: Block, result: Result) -> None:
    """Draw the dashes of the padding pixels over the counts that stand in them."""
    if not any(result.scenario.padding):
        return
    if block.texels < PLAIN:
        _frame_padding(canvas, block, result)
        return
    for face in _padding_faces(block, result):
        canvas.outline(face, 0, canvas.theme.ground, max(2, block.texels // 16))
        _dash(canvas, face.inset(1), block)


def _dash(canvas: Canvas, face: Rect, block: Block) -> None:
    thickness = DENSITY * max(1.0, min(2.0, block.texels / 45))
    canvas.dashed(face, canvas.theme.padding, thickness, max(2.5, block.texels / 12))


def _frame_padding(canvas: Canvas, block: Block, result: Result) -> None:
    rows, columns = result.scenario.padding
    height, width = result.scenario.image_size
    whole = Rect(-columns, -rows, width + 2 * columns, height + 2 * rows)
    canvas.outline(_area(block, whole), 0, canvas.theme.padding, 1)
    canvas.dashed(_area(block, Rect(0, 0, width, height)).inset(-1), canvas.theme.padding, 2, 5)


def _padding_faces(block: Block, result: Result) -> list[Rect]:
    inside = Rect(0, 0, *result.scenario.image_size[::-1])
    return [
        face_of(block, row, column)
        for row in range(block.row, block.row + block.rows)
        for column in range(block.column, block.column + block.columns)
        if not inside.contains(column, row)
    ]


def _draw_hatching(canvas: Canvas, block: Block, result: Result, lettering: Lettering) -> None:
    """Hatch the pixels that no patch covers, around their numbers."""
    uncovered = part_of(result.uncovered.left_over | result.uncovered.skipped, block, result.scenario.padding)
    sprite = hatching(canvas, GridPlace(0, 0, block.texels, 1, 1), lettering.size, lettering.quarters % 2 == 0)
    for row, column in np.argwhere(uncovered).tolist():
        face = face_of(block, block.row + row, block.column + column)
        canvas.surface.blit(sprite, (face.x, face.bottom - sprite.get_height()))
