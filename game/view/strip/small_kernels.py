"""Kernels in small, in their colours: those of a layer that learns, in its card."""

from __future__ import annotations

from ...core.grid import Grid
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...value import Single
from ..colours import small_colours
from ..lanes.small import SmallGrid
from .pixels import grid_surface


class Kernels(Single):
    """Kernels, and where they stand, as from the right upper corner of their card.

    magnitude: the weight that has the full hue. more: "+12", of the others, and its font size. wide: of all, in
    device pixels.
    """

    kernels: tuple[Grid, ...]
    magnitude: float
    grids: tuple[SmallGrid, ...]
    more: str
    more_size: int
    wide: int

    def draw(self, canvas: Canvas, card: Rect, around: int) -> None:
        """Draw them into a card, each on a ground that is so much larger on all sides."""
        theme = canvas.theme
        for kernel, grid in zip(self.kernels, self.grids, strict=True):
            place = grid.rect.moved(card.right, card.y)
            canvas.fill(place.inset(-around), theme.ground)
            colours = small_colours(kernel, self.magnitude, theme.kernel, theme)
            canvas.surface.blit(grid_surface(grid, colours), place[:2])
        if self.more:
            last = self.grids[-1].rect.moved(card.right, card.y)
            canvas.text(self.more, card.right - around * 2, last.centre[1], self.more_size, theme.dim, True, 1.0)
