"""Padding pixels: where they stand on the picture of a place, and how each is drawn, inset and in a dashed outline."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np
import pygame

from ..core.grid import Region
from ..core.scenario import Scenario
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.themes import BLACK, Colour, ink
from .colours import light_of, lit_by
from .numbers import NumberLook, fits, shown

if TYPE_CHECKING:
    from ..core.pooling import Pooling

FLAT_PADDING = 12  # pitch below which padding cells are plain, with one dashed frame around the image
SMALLER = 0.86  # than those of pixels are numbers that are no 0


def draw_padding(
    canvas: Canvas,
    square: Rect,
    place: GridPlace,
    look: NumberLook,
    words: str,
    colour: Colour,
    said: Colour | None = None,
) -> None:
    """Draw a padding pixel in its square: inset, in a dashed outline, its number written quietly.

    said: the colour of the number; black or white, whichever is read better, where none is given.
    """
    theme, pitch = canvas.theme, place.pitch
    canvas.fill(square, theme.ground)
    face = square.inset(max(1, place.gap))
    thick = max(1.0, min(2.0, pitch / 30))
    inside = face if said else face.inset(ceil(thick) + max(1, pitch // 40))  # the dashes are seen on the ground only
    canvas.rounded(inside, place.radius, colour)
    canvas.dashed(face, theme.padding, thick, max(2.5, pitch / 12))
    colour = ink(colour) if said is None else said
    size = look.size if said else round(look.size * SMALLER)
    if not size or (said is None and not fits(canvas.type, words, look, place)):
        return
    if look.quarters:
        from .turned_numbers import letters  # only while the grids are seen from another side

        sprite = letters(canvas, words, size, look.quarters, colour)
        canvas.surface.blit(sprite, face.centred(*sprite.get_size())[:2])
    else:
        canvas.text(words, square.x + pitch / 2, square.y + pitch / 2, size, colour, False, 0.5)


def draw_nothing(canvas: Canvas, square: Rect, place: GridPlace, look: NumberLook, words: str) -> None:
    """Draw what stands in the padding of a pooling: a 0 that is counted, as ever, else an empty cell."""
    theme = canvas.theme
    ground, said = (BLACK, theme.padding_text) if words == "0" else (theme.ground, theme.dim)
    draw_padding(canvas, square, place, look, words, ground, said)


def pixels_on(place: GridPlace, scenario: Scenario) -> Rect:
    """Return the columns and rows of a place that are pixels and no padding; x, y is the first of them."""
    whole = Rect(0, 0, *scenario.image_size[::-1])
    return whole.overlap(Rect(place.first[1], place.first[0], place.columns, place.rows))


def corner_of(place: GridPlace, cells: Rect) -> tuple[int, int]:
    """Return where the first of some cells stands on the picture of a place."""
    return place.edge(cells.x - place.first[1]), place.edge(cells.y - place.first[0])


def area_on(place: GridPlace, cells: Rect) -> Rect:
    """Return where columns and rows are on the picture of a place."""
    return place.block(cells.y, cells.x, cells.h, cells.w).moved(-place.x, -place.y)


def draw_around(canvas: Canvas, place: GridPlace, scenario: Scenario, look: NumberLook) -> None:
    """Draw the padding around the pixels, but for that which repeats them; where cells are small, a frame of each."""
    padding = scenario.layer.padding
    if not any(map(any, padding.sides)):
        return
    if place.pitch < FLAT_PADDING:
        rows, columns = scenario.padding
        canvas.outline(area_on(place, Rect(-columns, -rows, *scenario.padded_size[::-1])), 0, canvas.theme.padding, 1)
        frame_pixels(canvas, place, scenario)
        return
    if scenario.layer.padding.repeats:
        return  # with the numbers, which paint may change
    if scenario.layer.pooling is not None:
        draw_pooled_padding(canvas, place, scenario, scenario.layer.pooling, look)
        return
    sprite = padding_cell(canvas, place, look, scenario)
    for corner in padding_corners(place, scenario):
        canvas.surface.blit(sprite, corner)


def draw_pooled_padding(
    canvas: Canvas, place: GridPlace, scenario: Scenario, pooling: Pooling, look: NumberLook
) -> None:
    """Draw the padding of a pooling, cell by cell: what is counted there is not the same everywhere."""
    from .pooled import padding_text  # most layers have kernels

    for x, y in padding_corners(place, scenario):
        words = padding_text(scenario, pooling, (y // place.side + place.first[0], x // place.side + place.first[1]))
        draw_nothing(canvas, Rect(x, y, place.side, place.side), place, look, words)


def frame_pixels(canvas: Canvas, place: GridPlace, scenario: Scenario) -> None:
    """Draw one dashed frame around the pixels, where cells are small."""
    inner = area_on(place, Rect(0, 0, *scenario.image_size[::-1]))
    canvas.dashed(inner.inset(-1), canvas.theme.padding, 2, 5)


def padding_corners(place: GridPlace, scenario: Scenario) -> list[tuple[int, int]]:
    """Return where the padding pixels begin on the picture of a place, in row order."""
    inside, pitch = pixels_on(place, scenario), place.side  # asked of whole pitches only
    return [
        (column * pitch, row * pitch)
        for row in range(place.rows)
        for column in range(place.columns)
        if not inside.contains(column + place.first[1], row + place.first[0])
    ]


def between_corners(place: GridPlace, scenario: Scenario, block: Region | None = None) -> list[tuple[int, int]]:
    """Return where the zeros between spread pixels begin on the picture of a place, in row order.

    `block`: only those of some rows and columns of the image.
    """
    inside = pixels_on(place, scenario)
    if not scenario.layer.is_transposed:
        return []
    if block is not None:
        rows, columns = block
        inside = inside.overlap(Rect(columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start))
    return [
        corner_of(place, Rect(column, row, 1, 1))
        for row in range(inside.y, inside.bottom)
        for column in range(inside.x, inside.right)
        if not scenario.layer.is_pixel(row, column)
    ]


def padding_cell(canvas: Canvas, place: GridPlace, look: NumberLook, scenario: Scenario) -> pygame.Surface:
    """Return a padding pixel: as black as any 0, or the gray of the constant, and its number written quietly."""
    fill, light = scenario.layer.padding.fill, light_of(scenario, canvas.theme)
    words = shown(fill, look.decimals) if fill else "0"

    def make() -> pygame.Surface:
        surface = pygame.Surface((place.side, place.side)).convert()
        (red, green, blue) = lit_by(np.array([[fill]]), light, canvas.theme)[0, 0].tolist()
        said = None if fill else canvas.theme.padding_text
        square = Rect(0, 0, place.side, place.side)
        draw_padding(canvas.onto(surface), square, place, look, words, (red, green, blue), said)
        return surface

    key = ("padding cell", place.pitch, place.gap, look.size, look.quarters, words, fill, *light)
    return canvas.kept(key, make)
