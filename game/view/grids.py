"""The two grids that are edited by hand: the source image and the kernel."""

from __future__ import annotations

from ..core.result import Result
from ..ui.canvas import Canvas
from ..ui.stage import GridPlace
from ..ui.widgets.base import Widget
from .card import kernel_scale
from .numbers import NumberLook
from .still import image_surface, shaded_surface


class SourceImage(Widget, kw_only=True):
    """The image in its true grays, with padding and hatching."""

    place: GridPlace
    result: Result
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture."""
        canvas.surface.blit(image_surface(canvas, self.place, self.result, self.look), self.rect[:2])


class Kernel(Widget, kw_only=True):
    """The weights: blue where positive, orange where negative."""

    place: GridPlace
    result: Result
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture."""
        weights = self.result.scenario.kernel
        scale = kernel_scale(self.result)
        surface = shaded_surface(canvas, self.place, weights, scale, "kernel", self.look)
        canvas.surface.blit(surface, self.rect[:2])
