"""What the card does to the image below it: its shadow, a veil over the patch, and the patch's numbers."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from ...core.convolution import patch_corner
from ...ui.canvas import Canvas
from ...ui.plane import Plane, Point, middle_of
from ...ui.themes import BLACK, mix
from ..card import solid
from ..card_faces import colours_of
from ..patch import DIMMED, blocks, under
from .cells import Moving
from .sprites import face, put, ring, shadow, shape_of

DARKEST = 150  # of 255: the shadow
NUMBERED = 0.4  # how covered the patch is when its numbers come


class Patch(Moving):
    """What the card does to the image: its shadow, its place, and the dimmed pixels under it."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the shadow, the veil over the patch, and the outline of the card's place."""
        moment, plane = self.moment, self.places.image
        shape, (rows, columns) = shape_of(plane), self.result.scenario.kernel_extent
        at = middle_of(plane, moment.card, rows, columns)
        if not self.covered:
            put(canvas, self._shadow(canvas, shape), *at, self._darkness)
            if moment.cell is not None:
                corner = patch_corner(self.result.scenario, moment.cell)
                self._veil(canvas, shape, corner)
                self._numbers(canvas, shape, corner)
        line = ring(canvas, shape, canvas.theme.kernel, rows, columns, max(1.5, min(3.0, plane.pitch / 24)))
        put(canvas, line, *at, round(230 * moment.opacity))

    def _shadow(self, canvas: Canvas, shape: Plane) -> pygame.Surface:
        blur = max(3.0, min((self.places.image.y - self.places.card.y) * 0.09, self.places.image.pitch * 0.5))
        return shadow(canvas, shape, *self.result.scenario.kernel_extent, blur)

    @property
    def _darkness(self) -> int:
        """How dark the shadow is where it is darkest, 0 … 255."""
        return round(DARKEST * self.moment.opacity * solid(self.moment))

    def _veil(self, canvas: Canvas, shape: Plane, corner: tuple[int, int]) -> None:
        scenario, plane = self.result.scenario, self.places.image
        if self.moment.dimmed <= 0.01:
            return
        size, corners = blocks(scenario, corner)
        veil = face(canvas, shape, canvas.theme.neutral, 0 if scenario.dilation == (1, 1) else 1, *size)
        for first in corners:
            put(canvas, veil, *middle_of(plane, first, *size), round(255 * DIMMED * self.moment.dimmed))

    def _numbers(self, canvas: Canvas, shape: Plane, corner: tuple[int, int]) -> None:
        """Write the covered pixels' numbers, where numbers do not lie on the whole image.

        In high contrast they are written in any case, for through the veil those of the image would be too faint.
        """
        scenario, moment, writing = self.result.scenario, self.moment, self.writings.pixels
        through = not writing.facing and not (canvas.theme.patterned and writing.size and moment.dimmed > 0.01)
        if moment.patch is None or through or moment.covering < NUMBERED:
            return
        faces, cast = self.faces(canvas.theme), self._cast(canvas, shape)
        colours = colours_of(faces.gray)
        for index, (cell, rise) in enumerate(zip(under(scenario, corner), moment.rise.flat, strict=True)):
            if not rise:  # else it is on its way up, and has its number with it
                at = middle_of(self.places.image, cell, 1, 1)
                ground = mix(colours[index], BLACK, self._darkness / 255 * cast(at))
                ground = mix(ground, canvas.theme.neutral, DIMMED * moment.dimmed)
                writing.put(canvas, shape, at, faces.pixel_text(index), ground)

    def _cast(self, canvas: Canvas, shape: Plane) -> Callable[[Point], float]:
        """Return how much of the shadow's darkness there is at a point, 0 … 1."""
        sprite = self._shadow(canvas, shape)
        middle = middle_of(self.places.image, self.moment.card, *self.result.scenario.kernel_extent)

        def cast(at: Point) -> float:
            x, y = (round(at[axis] - middle[axis] + sprite.get_size()[axis] / 2) for axis in (0, 1))
            return sprite.get_at((x, y)).a / 255 if sprite.get_rect().collidepoint(x, y) else 0.0

        return cast
