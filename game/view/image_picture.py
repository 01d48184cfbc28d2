"""The picture of the source image: its grays, its padding, and the hatching of what no patch covers."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np
import pygame

from ..core.grid import Grid, Region
from ..core.result import Result, apart
from ..core.scenario import Scenario
from ..ui import shapes
from ..ui.cache import Same
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.typeface import digit_height, rim_width
from ..ui.widgets.base import Widget
from .colours import Colours, hue_of, light_of, lit_by
from .numbers import NumberLook
from .padding_cells import FLAT_PADDING, area_on, between_corners, corner_of, draw_around, padding_cell, pixels_on
from .still import LINED, block_apart, clear_surface, holes, mended, spread, write_numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

RIM = 2  # pixels of a cell's width and height that are hatched also around the largest digits
HATCHES = 4.0  # from one line to the next where many cells are hatched as one


class SourceImage(Widget, kw_only=True):
    """The image in its true grays, with padding, and what no patch covers hatched."""

    place: GridPlace
    result: Result
    look: NumberLook
    hatched: bool = True  # not while that is to be predicted

    opaque = True

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where pixels have been painted, and what repeats them, where nothing else has changed."""
        if not isinstance(before, SourceImage) or before.changed(result=self.result) != self:
            return super().changes(before)
        then, now = before.result, self.result
        if then.setting[:2] != now.setting[:2] or _light(then.scenario) != _light(now.scenario):
            return super().changes(before)
        block = apart(then.scenario.image, now.scenario.image, now.since)
        if not now.scenario.layer.padding.repeats:
            return self.place.block_of(block)
        from .padding_repeats import blocks_repeating  # most padding is zeros

        return blocks_repeating(self.place, now.scenario, block)

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture."""
        picture = image_surface(canvas, self.place, self.result, self.look, self.hatched)
        canvas.surface.blit(picture, self.rect[:2])


def _light(scenario: Scenario) -> tuple[object, ...]:
    """Return what pixels look like in every theme."""
    return scenario.full, hue_of(scenario), scenario.is_of_maps


def image_surface(
    canvas: Canvas, place: GridPlace, result: Result, look: NumberLook, hatched: bool = True
) -> pygame.Surface:
    """Return the source image with its padding, numbers, and the hatching of what no patch covers."""
    scenario = result.scenario

    def mend(old: object, surface: pygame.Surface) -> bool:
        block = block_apart(old, scenario.image, result.since)
        if block is None or (scenario.layer.padding.repeats and place.pitch < FLAT_PADDING):
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

    key = ("image", place, *light_of(scenario, canvas.theme), look, hatched, scenario.walk)
    return canvas.followed(key, Same(scenario.image), make, mend)


def image_picture(
    canvas: Canvas, place: GridPlace, result: Result, look: NumberLook, hatched: bool = True
) -> pygame.Surface:
    """Return the same drawn anew; the place may be that of a part of the image with its padding."""
    scenario, inside = result.scenario, pixels_on(place, result.scenario)
    surface = spread(_colours(canvas, scenario, result.padded_image[part_of(place, scenario)]), place)
    canvas.onto(surface).put(_image_overlay(canvas, place, result, look, hatched), (0, 0))
    pixels = scenario.image[inside.y : inside.bottom, inside.x : inside.right]
    colours, origin = _colours(canvas, scenario, pixels), corner_of(place, inside)
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
    sprite = padding_cell(canvas, place, look, scenario)
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
    if not scenario.layer.padding.repeats or place.pitch < FLAT_PADDING:
        return
    from .padding_repeats import draw_repeats  # most padding is zeros

    cells = draw_repeats(canvas, place, result, look, lambda pixels: _colours(canvas, scenario, pixels), block)
    if hatched:
        draw_hatching(canvas, place, result, look, frozenset((row, column) for row, column, _, _ in cells))


def _colours(canvas: Canvas, scenario: Scenario, pixels: Grid) -> Colours:
    """Return the colours of some pixels of the channel in front."""
    return lit_by(pixels, light_of(scenario, canvas.theme), canvas.theme)


def part_of(place: GridPlace, scenario: Scenario) -> Region:
    """Return which rows and columns of the image with its padding a place holds."""
    row, column = (place.first[axis] + scenario.padding[axis] for axis in (0, 1))
    return slice(row, row + place.rows), slice(column, column + place.columns)


def _image_overlay(canvas: Canvas, place: GridPlace, result: Result, look: NumberLook, hatched: bool) -> pygame.Surface:
    """Return what lies over the grays whatever they are, so that painting need not draw it anew."""
    scenario = result.scenario

    def make() -> pygame.Surface:
        surface = image_lattice(canvas, place, scenario)
        on = canvas.onto(surface)
        draw_around(on, place, scenario, look)
        if hatched:
            draw_hatching(on, place, result, look)
        return surface

    around = any(map(any, scenario.layer.padding.sides))
    light = light_of(scenario, canvas.theme) if around else ()  # of a constant in the padding
    return canvas.kept(("overlay", place, place.gap, look, hatched, scenario.walk, *light), make)


def pixel_holes(canvas: Canvas, place: GridPlace) -> pygame.Surface:
    """Return the ground with a hole for each cell, and a fine line around each that is not small."""
    return holes(canvas, place, place.pitch >= LINED)


def image_lattice(canvas: Canvas, place: GridPlace, scenario: Scenario) -> pygame.Surface:
    """Return the ground with a hole for each cell, and a fine line around each, or around all where they are small.

    Without it white pixels would be lost on Daylight's ground, and black ones on Night's.
    """
    surface = clear_surface(place) if place.fine else pixel_holes(canvas, place)
    if place.pitch < FLAT_PADDING:
        pixels = area_on(place, Rect(0, 0, *scenario.image_size[::-1]))
        canvas.onto(surface).outline(pixels, 0, canvas.theme.padding, 1)
    return surface


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
        canvas.onto(surface).put(shapes.painted(narrow, canvas.theme.now_text), (0, 0))
        return surface

    return canvas.kept(("hatching", place.pitch, place.gap, clear), make)
