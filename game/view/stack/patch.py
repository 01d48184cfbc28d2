"""What the card does to the image below it: its shadow, a veil over the patch, and the patch's numbers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pygame

from ...core.convolution import patch_corner
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Plane, Point, middle_of
from ...ui.themes import BLACK, mix
from ...ui.widgets.base import Widget
from ..card import solid
from ..card_faces import colours_of
from ..patch import DIMMED, blocks, under
from .cells import Moving
from .changing import around
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

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the pixels that have left with their numbers, or come back; all of it where anything else differs."""
        if not isinstance(before, Patch) or self.changed(moment=before.moment, places=before.places) != before:
            return super().changes(before)
        if self.looks != before.looks:
            return super().changes(before)
        if not self._may_write or self.moment.cell is None:
            return ()
        corner, plane = patch_corner(self.result.scenario, self.moment.cell), self.places.image
        apart = np.flatnonzero((self.moment.rise == 0) != (before.moment.rise == 0))
        return around((self.middles(plane, corner, apart),), plane.quad(0, 0))

    @property
    def looks(self) -> tuple[object, ...]:
        """All that it depends on but the result, and which pixels are on their way up."""
        moment, numbers = self.moment, (self.moment.step, self.moment.dimmed) if self._may_write else ()
        cell = moment.cell, self._veiled, self._may_write, *numbers
        return self.places.image, self._blur, moment.card, self._darkness, moment.opacity, *cell

    @property
    def _may_write(self) -> bool:
        """Whether the numbers of the pixels may be written."""
        moment, writing = self.moment, self.writings.pixels
        there = moment.cell is not None and moment.patch is not None and moment.covering >= NUMBERED
        return there and not self.covered and writing.is_there

    @property
    def _blur(self) -> float:
        return max(3.0, min((self.places.image.y - self.places.card.y) * 0.09, self.places.image.pitch * 0.5))

    def _shadow(self, canvas: Canvas, shape: Plane) -> pygame.Surface:
        return shadow(canvas, shape, *self.result.scenario.kernel_extent, self._blur)

    @property
    def _darkness(self) -> int:
        """How dark the shadow is where it is darkest, 0 … 255."""
        return round(DARKEST * self.moment.opacity * solid(self.moment))

    @property
    def _veiled(self) -> int:
        """How much the veil hides of the pixels, 0 … 255."""
        return round(255 * DIMMED * self.moment.dimmed) if self.moment.dimmed > 0.01 else 0

    def _veil(self, canvas: Canvas, shape: Plane, corner: tuple[int, int]) -> None:
        scenario, plane = self.result.scenario, self.places.image
        if not self._veiled:
            return
        size, corners = blocks(scenario, corner)
        veil = face(canvas, shape, canvas.theme.neutral, 0 if scenario.dilation == (1, 1) else 1, *size)
        for first in corners:
            put(canvas, veil, *middle_of(plane, first, *size), self._veiled)

    def _numbers(self, canvas: Canvas, shape: Plane, corner: tuple[int, int]) -> None:
        """Write the covered pixels' numbers, where numbers do not lie on the whole image.

        In high contrast they are written in any case, for through the veil those of the image would be too faint.
        """
        scenario, moment, writing = self.result.scenario, self.moment, self.writings.pixels
        through = not writing.facing and not (canvas.theme.patterned and writing.size and moment.dimmed > 0.01)
        if through or not self._may_write:
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
