"""Hover links in three directions: pixel → output cells, output cell → patch, weight → every pixel that it meets."""

from __future__ import annotations

import pygame

from ..core.convolution import patch_corner
from ..core.coverage import cells_fed_by, pixels_touched_by_weight
from ..core.result import Result
from ..input.targets import Cell, GridName, Target
from ..ui import shapes
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.stage import GridPlace, Stage
from ..ui.widgets.base import Widget

Pair = tuple[int, int]


class Marks(Widget, kw_only=True):
    """Outlines, or dots where cells are small, on the cells of one grid."""

    place: GridPlace
    cells: tuple[Pair, ...]
    strong: bool = False

    def draw(self, canvas: Canvas) -> None:
        """Draw a mark on each cell: `now` between two dark or light lines, so that it is seen on any gray."""
        pitch = self.place.pitch
        thickness = max(1.5, pitch * (0.06 if self.strong else 0.045))
        for row, column in self.cells:
            face = self.place.cell(row, column)
            if pitch < 10:
                canvas.fill(face, canvas.theme.now)
                continue
            if self.strong:
                whole = max(2, round(thickness))
                canvas.outline(face.inset(-whole), self.place.radius + whole, canvas.theme.now, whole)
            else:
                self._dot(canvas, face)

    def _dot(self, canvas: Canvas, face: Rect) -> None:
        """Draw a small round mark in the corner, which leaves the number free."""
        side = max(5, round(self.place.pitch * 0.18))
        theme = canvas.theme
        key = ("dot", side)

        def make() -> pygame.Surface:
            surface = shapes.painted(shapes.rounded_mask(side, side, side / 2), theme.ground)
            surface.blit(shapes.painted(shapes.rounded_mask(side, side, side / 2, inset=1.2), theme.now), (0, 0))
            return surface

        sprite = canvas.kept(key, make)
        canvas.surface.blit(sprite, (face.right - side - 2, face.y + 2))


class LinkFrame(Widget, kw_only=True):
    """One outline around a block of cells."""

    radius: float

    def draw(self, canvas: Canvas) -> None:
        """Draw the outline with a dark or light line on both sides."""
        thickness = max(2, self.px(3))
        canvas.outline(self.rect, self.radius, canvas.theme.ground, thickness + 2)
        canvas.outline(self.rect.inset(1), self.radius, canvas.theme.now, thickness)


def links(
    target: Target | None, result: Result, made: Pair | None, places: Stage, told: bool = True
) -> tuple[Widget, ...]:
    """Return the marks that a target under the pointer or the cursor calls for; `made`: the cell that is being made.

    While what follows from the walk is not told, only the target itself: all links would tell of it.
    """
    if not isinstance(target, Cell):
        return ()
    at = (target.row, target.column)
    if not told:
        grids = {GridName.IMAGE: places.image, GridName.KERNEL: places.kernel, GridName.PRODUCTS: places.products}
        return _marks("hover", grids[target.grid], (at,), strong=True) if target.grid in grids else ()
    if target.grid is GridName.IMAGE:
        return _pixel_links(at, result, made, places)
    if target.grid is GridName.OUTPUT:
        return _output_links(at, result, places)
    if target.grid is GridName.KERNEL:
        touched = tuple(pixels_touched_by_weight(result.scenario, at))
        return _marks("hover", places.kernel, (at,), strong=True) + _marks("meets", places.image, touched)
    return _product_links(at, result, made, places)


def _pixel_links(at: Pair, result: Result, made: Pair | None, places: Stage) -> tuple[Widget, ...]:
    fed = tuple(cells_fed_by(result.scenario, at))
    marks = _marks("hover", places.image, (at,), strong=True) + _fed_marks(fed, places)
    weight = weight_over(at, result, made)
    return marks if weight is None else marks + _marks("weight over", places.kernel, (weight,), strong=True)


MOST_RINGS = 9  # more rings than this are one frame around all


def _fed_marks(fed: tuple[Pair, ...], places: Stage) -> tuple[Widget, ...]:
    """Return rings on the output cells that a pixel feeds, or one frame around a block of them."""
    if len(fed) <= MOST_RINGS:
        return _marks("feeds", places.output, fed, strong=True)
    (top, left), (bottom, right) = fed[0], fed[-1]
    if (bottom - top + 1) * (right - left + 1) != len(fed):
        return _marks("feeds", places.output, fed)
    block = places.output.block(top, left, bottom - top + 1, right - left + 1)
    radius = places.output.radius + 2
    return (LinkFrame(name="fed frame", rect=block.inset(-2), unit=places.text, radius=radius),)


def weight_over(pixel: Pair, result: Result, made: Pair | None) -> Pair | None:
    """Return the weight that lies over a pixel while an output cell is being made, or None."""
    if made is None:
        return None
    scenario = result.scenario
    corner = patch_corner(scenario, made)
    places = []
    for axis in (0, 1):
        steps, rest = divmod(pixel[axis] - corner[axis], scenario.dilation[axis])
        if rest or not 0 <= steps < scenario.kernel_size[axis]:
            return None
        places.append(steps)
    return places[0], places[1]


def _output_links(at: Pair, result: Result, places: Stage) -> tuple[Widget, ...]:
    corner = patch_corner(result.scenario, at)
    block = places.image.block(*corner, *result.scenario.kernel_extent)
    frame = LinkFrame(name="patch frame", rect=block.inset(-2), unit=places.text, radius=places.image.radius + 2)
    return (*_marks("hover", places.output, (at,), strong=True), frame)


def _product_links(at: Pair, result: Result, made: Pair | None, places: Stage) -> tuple[Widget, ...]:
    marks = _marks("hover", places.products, (at,), strong=True) + _marks(
        "of weight", places.kernel, (at,), strong=True
    )
    if made is None:
        return marks
    corner = patch_corner(result.scenario, made)
    pixel = tuple(corner[axis] + at[axis] * result.scenario.dilation[axis] for axis in (0, 1))
    return marks + _marks("of pixel", places.image, ((pixel[0], pixel[1]),), strong=True)


def _marks(name: str, place: GridPlace, cells: tuple[Pair, ...], strong: bool = False) -> tuple[Widget, ...]:
    if not cells or not place.pitch:
        return ()
    rect = place.square(*cells[0])
    for cell in cells[1:]:
        rect = rect.union(place.square(*cell))
    margin = max(2, round(place.pitch * 0.06)) + 1
    return (Marks(name=f"marks {name}", rect=rect.inset(-margin), place=place, cells=cells, strong=strong),)
