"""The patch: the pixels below the lifted card."""

from __future__ import annotations

from ..core.result import Result
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.stage import GridPlace
from ..ui.widgets.base import Widget
from .still import veil

DIMMED = 0.6  # how much of a covered pixel is hidden: it stays at 40 %


class Patch(Widget, kw_only=True):
    """The pixels under the lifted card: dimmed and outlined, never black."""

    place: GridPlace
    result: Result
    corner: tuple[int, int]
    covering: float

    def draw(self, canvas: Canvas) -> None:
        """Draw the veil over the pixels that the kernel covers, and their outline."""
        if self.covering <= 0.01:
            return
        rows, columns = self.result.scenario.kernel_size
        down, across = self.result.scenario.dilation
        alpha = round(255 * DIMMED * self.covering)
        if down == across == 1:
            self._veil(canvas, self.rect, rows, columns, alpha)
        else:
            for row in range(rows):
                for column in range(columns):
                    cell = self.place.square(self.corner[0] + row * down, self.corner[1] + column * across)
                    self._veil(canvas, cell, 1, 1, alpha)
        canvas.outline(self.rect, self.place.radius, canvas.theme.kernel, max(1, self.place.pitch / 30), alpha)

    def _veil(self, canvas: Canvas, rect: Rect, rows: int, columns: int, alpha: int) -> None:
        sprite = veil(canvas, self.place, rows, columns)
        sprite.set_alpha(alpha)
        canvas.surface.blit(sprite, rect[:2])
