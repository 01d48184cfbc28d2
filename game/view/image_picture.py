"""The picture of the source image: its grays, its padding, and the hatching of what no patch covers."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np
import pygame

from ..core.grid import Grid, Region
from ..core.result import Result
from ..core.scenario import Scenario
from ..ui import shapes
from ..ui.cache import Same
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.typeface import digit_height, rim_width
from .colours import Colours, hue_of, pixel_colours
from .numbers import NumberLook, shown
from .padding_cells import draw_nothing, draw_padding, draw_repeats, repeats
from .still import LINED, block_apart, clear_surface, hole, mended, spread, write_numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..core.pooling import Pooling

    Flags = NDArray[np.bool_]

RIM = 2  # pixels of a cell's width and height that are hatched also around the largest digits
HATCHES = 4.0  # from one line to the next where many cells are hatched as one
FLAT_PADDING = 12  # pitch below which padding cells are plain, with one dashed frame around the image


def image_surface(
    canvas: Canvas, place: GridPlace, result: Result, look: NumberLook, hatched: bool = True
) -> pygame.Surface:
    """Return the source image with its padding, numbers, and the hatching of what no patch covers."""
    scenario = result.scenario

    def mend(old: object, surface: pygame.Surface) -> bool:
        block = block_apart(old, scenario.image, result.since)
        if block is None or (repeats(scenario) and place.pitch < FLAT_PADDING):
            return False
        cells = scenario.image[block]
        colours = _colours(canvas, scenario, cells)
        overlay = _image_overlay(canvas, place, result, look, hatched)
        at = mended(surface, overlay, place, colours, block, scenario.padding)
        write_numbers(canvas.onto(surface), place, cells, colours, look, at)
        _draw_between(canvas.onto(surface), place, scenario, look, block)
        _draw_repeats(canvas.onto(surface), place, result, look, hatched, block)
        return True

    def make() -> pygame.Surface:
        return image_picture(canvas, place, result, look, hatched)

    key = ("image", place, scenario.white, hue_of(scenario), look, hatched, scenario.walk)
    return canvas.followed(key, Same(scenario.image), make, mend)


def image_picture(
    canvas: Canvas, place: GridPlace, result: Result, look: NumberLook, hatched: bool = True
) -> pygame.Surface:
    """Return the same drawn anew; the place may be that of a part of the image with its padding."""
    scenario, inside = result.scenario, _pixels(place, result.scenario)
    surface = spread(_colours(canvas, scenario, result.padded_image[part_of(place, scenario)]), place)
    surface.blit(_image_overlay(canvas, place, result, look, hatched), (0, 0))
    pixels = scenario.image[inside.y : inside.bottom, inside.x : inside.right]
    colours, origin = _colours(canvas, scenario, pixels), _corner(place, inside)
    write_numbers(canvas.onto(surface), place, pixels, colours, look, origin)
    _draw_between(canvas.onto(surface), place, scenario, look)
    _draw_repeats(canvas.onto(surface), place, result, look, hatched)
    return surface


def _draw_between(
    canvas: Canvas, place: GridPlace, scenario: Scenario, look: NumberLook, block: Region | None = None
) -> None:
    """Draw the zeros between the pixels under a transposed convolution as those around them; `block`: only in there."""
    if not scenario.layer.is_transposed or place.pitch < FLAT_PADDING:
        return
    sprite = _padding_cell(canvas, place, look, scenario)
    for corner in between_corners(place, scenario, block):
        canvas.surface.blit(sprite, corner)


def _draw_repeats(
    canvas: Canvas,
    place: GridPlace,
    result: Result,
    look: NumberLook,
    hatched: bool,
    block: Region | None = None,
) -> None:
    """Draw the padding that repeats pixels, or that which repeats a block of them, with its hatching."""
    scenario = result.scenario
    if not repeats(scenario) or place.pitch < FLAT_PADDING:
        return
    cells = draw_repeats(canvas, place, result, look, lambda pixels: _colours(canvas, scenario, pixels), block)
    if hatched:
        draw_hatching(canvas, place, result, look, frozenset((row, column) for row, column, _, _ in cells))


def _colours(canvas: Canvas, scenario: Scenario, pixels: Grid) -> Colours:
    """Return the colours of some pixels of the channel in front."""
    return pixel_colours(pixels, scenario.white, hue_of(scenario), canvas.theme.negative)


def part_of(place: GridPlace, scenario: Scenario) -> Region:
    """Return which rows and columns of the image with its padding a place holds."""
    row, column = (place.first[axis] + scenario.padding[axis] for axis in (0, 1))
    return slice(row, row + place.rows), slice(column, column + place.columns)


def _pixels(place: GridPlace, scenario: Scenario) -> Rect:
    """Return the columns and rows of a place that are pixels and no padding; x, y is the first of them."""
    whole = Rect(0, 0, *scenario.image_size[::-1])
    return whole.overlap(Rect(place.first[1], place.first[0], place.columns, place.rows))


def _corner(place: GridPlace, cells: Rect) -> tuple[int, int]:
    """Return where the first of some cells stands on the picture of a place."""
    return place.edge(cells.x - place.first[1]), place.edge(cells.y - place.first[0])


def _image_overlay(canvas: Canvas, place: GridPlace, result: Result, look: NumberLook, hatched: bool) -> pygame.Surface:
    """Return what lies over the grays whatever they are, so that painting need not draw it anew."""
    scenario = result.scenario

    def make() -> pygame.Surface:
        surface = image_lattice(canvas, place, scenario)
        on = canvas.onto(surface)
        _draw_padding(on, place, scenario, look)
        if hatched:
            draw_hatching(on, place, result, look)
        return surface

    light = scenario.white, hue_of(scenario)  # of a constant in the padding
    return canvas.kept(("overlay", place, place.gap, look, hatched, scenario.walk, *light), make)


def pixel_holes(canvas: Canvas, place: GridPlace) -> pygame.Surface:
    """Return the ground with a hole for each cell, and a fine line around each that is not small."""
    return shapes.tiled(hole(canvas, place, place.pitch >= LINED), place.columns, place.rows)


def image_lattice(canvas: Canvas, place: GridPlace, scenario: Scenario) -> pygame.Surface:
    """Return the ground with a hole for each cell, and a fine line around each, or around all where they are small.

    Without it white pixels would be lost on Daylight's ground, and black ones on Night's.
    """
    surface = clear_surface(place) if place.fine else pixel_holes(canvas, place)
    if place.pitch < FLAT_PADDING:
        pixels = area_on(place, Rect(0, 0, *scenario.image_size[::-1]))
        canvas.onto(surface).outline(pixels, 0, canvas.theme.padding, 1)
    return surface


def area_on(place: GridPlace, cells: Rect) -> Rect:
    """Return where columns and rows are on the picture of a place."""
    return place.block(cells.y, cells.x, cells.h, cells.w).moved(-place.x, -place.y)


def _draw_padding(canvas: Canvas, place: GridPlace, scenario: Scenario, look: NumberLook) -> None:
    padding = scenario.layer.padding
    if not any(map(any, padding.sides)):
        return
    if place.pitch < FLAT_PADDING:
        rows, columns = scenario.padding
        canvas.outline(area_on(place, Rect(-columns, -rows, *scenario.padded_size[::-1])), 0, canvas.theme.padding, 1)
        frame_pixels(canvas, place, scenario)
        return
    if repeats(scenario):
        return  # with the numbers, which paint may change
    if scenario.layer.pooling is not None:
        draw_pooled_padding(canvas, place, scenario, scenario.layer.pooling, look)
        return
    sprite = _padding_cell(canvas, place, look, scenario)
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
    inside, pitch = _pixels(place, scenario), place.side  # asked of whole pitches only
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
    inside = _pixels(place, scenario)
    if not scenario.layer.is_transposed:
        return []
    if block is not None:
        rows, columns = block
        inside = inside.overlap(Rect(columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start))
    return [
        _corner(place, Rect(column, row, 1, 1))
        for row in range(inside.y, inside.bottom)
        for column in range(inside.x, inside.right)
        if not scenario.layer.is_pixel(row, column)
    ]


def _padding_cell(canvas: Canvas, place: GridPlace, look: NumberLook, scenario: Scenario) -> pygame.Surface:
    """Return a padding pixel: as black as any 0, or the gray of the constant, and its number written quietly."""
    fill, white, hue = scenario.layer.padding.fill, scenario.white, hue_of(scenario)
    words = shown(fill, look.decimals) if fill else "0"

    def make() -> pygame.Surface:
        surface = pygame.Surface((place.side, place.side)).convert()
        (red, green, blue) = pixel_colours(np.array([[fill]]), white, hue, canvas.theme.negative)[0, 0].tolist()
        said = None if fill else canvas.theme.padding_text
        square = Rect(0, 0, place.side, place.side)
        draw_padding(canvas.onto(surface), square, place, look, words, (red, green, blue), said)
        return surface

    key = ("padding cell", place.pitch, place.gap, look.size, look.quarters, words, fill, white, hue)
    return canvas.kept(key, make)


def draw_hatching(
    canvas: Canvas, place: GridPlace, result: Result, look: NumberLook, only: frozenset[tuple[int, int]] | None = None
) -> None:
    """Hatch the pixels that no patch covers, around their numbers; `only`: of these cells of the place."""
    uncovered = (result.uncovered.left_over | result.uncovered.skipped)[part_of(place, result.scenario)]
    if place.fine:
        _hatch_all(canvas, place, uncovered)
        return
    sprite = _hatching(canvas, place, look.size, look.quarters % 2 == 0)
    down = place.side - place.gap - sprite.get_height()
    for row, column in np.argwhere(uncovered).tolist():
        if only is not None and (row, column) not in only:
            continue
        canvas.surface.blit(sprite, (place.edge(column) + place.gap // 2, place.edge(row) + down))


def _hatch_all(canvas: Canvas, place: GridPlace, uncovered: Flags) -> None:
    """Hatch cells that are as small as the lines between them: one hatching of the whole place, cut out as they are."""
    if not uncovered.any():
        return
    down, across = (np.diff([place.edge(cell) for cell in range(count + 1)]) for count in (place.rows, place.columns))
    cells = uncovered.repeat(down, axis=0).repeat(across, axis=1).T
    wide, high = cells.shape
    for spread_by, colour in ((1.6, canvas.theme.ground), (0.0, canvas.theme.now_text)):
        mask = shapes.hatch_mask(wide, high, HATCHES, 1.0 + spread_by) * cells
        canvas.surface.blit(shapes.painted(mask, colour), (0, 0))


def _hatching(canvas: Canvas, place: GridPlace, size: int, upright: bool) -> pygame.Surface:
    """Return the hatching of one cell: a band below the number, or the whole cell where it is small.

    Each line lies on a wider one in the ground's colour. One of the two contrasts with any gray below by at least 3:1.
    No line runs through the digits in the middle, which may be turned by a quarter; a rim is always hatched.
    """
    side = max(1, place.side - place.gap)
    height = side if place.pitch < 22 else round(side * (0.3 if place.pitch >= 44 else 0.2))
    spacing = max(4.0, min(14.0, place.pitch / 4.5))
    thickness = max(1.0, place.pitch / 42)
    inner = max(0, side - RIM)
    high = min(inner, ceil(digit_height(size)) + 2 * (rim_width(size) + 1)) if size else 0
    clear = (inner, high) if upright else (high, inner)

    def make() -> pygame.Surface:
        x, y = (side - clear[0]) // 2, (side - clear[1]) // 2
        mask = np.ones((side, side))
        mask[x : x + clear[0], y : y + clear[1]] = 0
        free = mask[:, side - height :]
        wide = shapes.hatch_mask(side, height, spacing, thickness + 1.6) * free
        surface = shapes.painted(wide, canvas.theme.ground)
        narrow = shapes.hatch_mask(side, height, spacing, thickness) * free
        surface.blit(shapes.painted(narrow, canvas.theme.now_text), (0, 0))
        return surface

    return canvas.kept(("hatching", place.pitch, place.gap, clear), make)
