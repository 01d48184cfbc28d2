"""The patch: the pixels below the lifted card."""

from __future__ import annotations

from ..core.result import Result
from ..core.scenario import Scenario
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace, Pair
from ..ui.shapes import painted
from ..ui.widgets.base import Widget
from .still import cell_mask

DIMMED = 0.6  # how much of a covered pixel is hidden: it stays at 40 %


def under(scenario: Scenario, corner: tuple[float, float]) -> list[tuple[float, float]]:
    """Return where the cells of a kernel are, in row order, whose first lies there."""
    (rows, columns), (down, across) = scenario.kernel_size, scenario.dilation
    return [(corner[0] + row * down, corner[1] + column * across) for row in range(rows) for column in range(columns)]


def blocks(scenario: Scenario, corner: tuple[float, float]) -> tuple[Pair, list[tuple[float, float]]]:
    """Return what a kernel covers whose first cell lies there: all in one block, or where it is dilated, each cell."""
    if scenario.dilation == (1, 1):
        return scenario.kernel_size, [corner]
    return (1, 1), under(scenario, corner)


class Patch(Widget, kw_only=True):
    """The pixels under the lifted card: dimmed until the sum stands, and outlined; never black."""

    place: GridPlace
    result: Result
    corner: tuple[int, int]
    covering: float
    dimmed: float

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return nothing where only numbers are others: it lies over them."""
        if not isinstance(before, Patch) or before.changed(result=self.result) != self:
            return super().changes(before)
        then, now = before.result.scenario, self.result.scenario
        alike = (then.kernel_size, then.dilation) == (now.kernel_size, now.dilation)
        return () if alike else super().changes(before)

    def draw(self, canvas: Canvas) -> None:
        """Draw the veil, and the outline of what the kernel covers."""
        if self.covering <= 0.01:
            return
        if self.dimmed > 0.01:
            self._dim(canvas, round(255 * DIMMED * self.dimmed))
        outline = round(255 * DIMMED * self.covering)
        canvas.outline(self.rect, self.place.radius, canvas.theme.kernel, max(1, self.place.pitch / 30), outline)

    def _dim(self, canvas: Canvas, alpha: int) -> None:
        """Lay a veil in the neutral tone over the pixels that the kernel covers, which does not make them black."""
        (rows, columns), corners = blocks(self.result.scenario, self.corner)
        key, colour = ("veil", rows, columns, self.place.pitch), canvas.theme.neutral
        sprite = canvas.kept(key, lambda: painted(cell_mask(self.place), colour, 1.0, columns, rows))
        sprite.set_alpha(alpha)
        for corner in corners:
            canvas.surface.blit(sprite, self.place.square(*corner)[:2])
