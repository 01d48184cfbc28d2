"""What the card does to the image: its shadow, its place, and the dimmed pixels under it."""

from __future__ import annotations

from ...core.convolution import patch_corner
from ...core.result import Result
from ...play.moment import Moment
from ...ui.canvas import Canvas
from ...ui.plane import Plane, middle_of
from ...ui.themes import gray, mix
from ...ui.widgets.base import Widget
from ..card import solid
from ..numbers import shown
from ..patch import DIMMED, under
from .lettering import Writing
from .sprites import face, put, ring, shadow, shape_of


class Patch(Widget, kw_only=True):
    """What the card does to the image: its shadow, its place, and the dimmed pixels under it."""

    plane: Plane
    result: Result
    moment: Moment
    lift: float
    coverage: bool
    pixels: Writing

    def draw(self, canvas: Canvas) -> None:
        """Draw the shadow, the veil over the patch, and the outline of the card's place."""
        scenario, moment, plane = self.result.scenario, self.moment, self.plane
        shape, (rows, columns) = shape_of(plane), scenario.kernel_extent
        at = middle_of(plane, moment.card, rows, columns)
        if not self.coverage:
            blur = max(3.0, min(self.lift * 0.09, plane.pitch * 0.5))
            put(canvas, shadow(canvas, shape, rows, columns, blur), *at, round(150 * moment.opacity * solid(moment)))
            self._veil(canvas, shape)
            self._numbers(canvas, shape)
        thickness = max(1.5, min(3.0, plane.pitch / 24))
        put(
            canvas, ring(canvas, shape, canvas.theme.kernel, rows, columns, thickness), *at, round(230 * moment.opacity)
        )

    def _veil(self, canvas: Canvas, shape: Plane) -> None:
        scenario, moment = self.result.scenario, self.moment
        if moment.cell is None or moment.dimmed <= 0.01:
            return
        corner = patch_corner(scenario, moment.cell)
        alpha = round(255 * DIMMED * moment.dimmed)
        if scenario.dilation == (1, 1):
            rows, columns = scenario.kernel_size
            veil = face(canvas, shape, canvas.theme.neutral, 0, rows, columns)
            put(canvas, veil, *middle_of(self.plane, corner, rows, columns), alpha)
            return
        veil = face(canvas, shape, canvas.theme.neutral, 1)
        for cell in under(scenario, corner):
            put(canvas, veil, *middle_of(self.plane, cell, 1, 1), alpha)

    def _numbers(self, canvas: Canvas, shape: Plane) -> None:
        """Write the covered pixels' numbers, where numbers do not lie on the whole image."""
        scenario, moment = self.result.scenario, self.moment
        if moment.cell is None or moment.patch is None or not self.pixels.facing or moment.covering < NUMBERED:
            return
        cells = zip(
            under(scenario, patch_corner(scenario, moment.cell)), moment.patch.flat, moment.rise.flat, strict=True
        )
        for cell, value, rise in cells:
            if not rise:  # else it is on its way up, and has its number with it
                ground = mix(gray(value, scenario.white), canvas.theme.neutral, DIMMED * moment.dimmed)
                words = shown(float(value), self.pixels.decimals)
                self.pixels.put(canvas, shape, *middle_of(self.plane, cell, 1, 1), words, ground)


NUMBERED = 0.4  # how covered the patch is when its numbers come
