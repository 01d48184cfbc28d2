"""What the card does to the image: its shadow, its place, and the dimmed pixels under it."""

from __future__ import annotations

from ...core.convolution import patch_corner
from ...ui.canvas import Canvas
from ...ui.plane import Plane, middle_of
from ...ui.themes import gray, mix
from ..card import solid
from ..numbers import shown
from ..patch import DIMMED, under
from .cells import Moving
from .sprites import face, put, ring, shadow, shape_of


class Patch(Moving):
    """What the card does to the image: its shadow, its place, and the dimmed pixels under it."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the shadow, the veil over the patch, and the outline of the card's place."""
        moment, plane = self.moment, self.places.image
        shape, (rows, columns) = shape_of(plane), self.result.scenario.kernel_extent
        at = middle_of(plane, moment.card, rows, columns)
        if not self.covered:
            blur = max(3.0, min((plane.y - self.places.card.y) * 0.09, plane.pitch * 0.5))
            put(canvas, shadow(canvas, shape, rows, columns, blur), *at, round(150 * moment.opacity * solid(moment)))
            if moment.cell is not None:
                corner = patch_corner(self.result.scenario, moment.cell)
                self._veil(canvas, shape, corner)
                self._numbers(canvas, shape, corner)
        line = ring(canvas, shape, canvas.theme.kernel, rows, columns, max(1.5, min(3.0, plane.pitch / 24)))
        put(canvas, line, *at, round(230 * moment.opacity))

    def _veil(self, canvas: Canvas, shape: Plane, corner: tuple[int, int]) -> None:
        scenario, plane = self.result.scenario, self.places.image
        if self.moment.dimmed <= 0.01:
            return
        alpha = round(255 * DIMMED * self.moment.dimmed)
        if scenario.dilation == (1, 1):
            rows, columns = scenario.kernel_size
            veil = face(canvas, shape, canvas.theme.neutral, 0, rows, columns)
            put(canvas, veil, *middle_of(plane, corner, rows, columns), alpha)
            return
        veil = face(canvas, shape, canvas.theme.neutral, 1)
        for cell in under(scenario, corner):
            put(canvas, veil, *middle_of(plane, cell, 1, 1), alpha)

    def _numbers(self, canvas: Canvas, shape: Plane, corner: tuple[int, int]) -> None:
        """Write the covered pixels' numbers, where numbers do not lie on the whole image."""
        scenario, moment, writing = self.result.scenario, self.moment, self.writings.pixels
        if moment.patch is None or not writing.facing or moment.covering < NUMBERED:
            return
        for cell, value, rise in zip(under(scenario, corner), moment.patch.flat, moment.rise.flat, strict=True):
            if not rise:  # else it is on its way up, and has its number with it
                ground = mix(gray(value, scenario.white), canvas.theme.neutral, DIMMED * moment.dimmed)
                words = shown(float(value), writing.decimals)
                writing.put(canvas, shape, middle_of(self.places.image, cell, 1, 1), words, ground)


NUMBERED = 0.4  # how covered the patch is when its numbers come
