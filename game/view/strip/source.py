"""The card of the source image, on which the brush paints whichever layer is in focus."""

from __future__ import annotations

import pygame

from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.themes import HUES, WHITE
from ...ui.widgets.base import Widget
from ..colours import mixed_colours, pixel_colours
from ..lanes.small import SmallGrid, cell_under
from .card import StripCard
from .pixels import grid_surface


class SourceCard(StripCard, kw_only=True):
    """The source image in small; all channels of one of three at once. A press on it paints.

    grid: where it stands, as if the card began at 0, 0. channels: None where there is no room for it.
    """

    grid: SmallGrid | None
    channels: tuple[Same, ...]
    white: float

    def pixel_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the pixel (row, column) under a point of the window; None beside the image."""
        if self.grid is None:
            return None
        return cell_under(SmallGrid(self.grid.rect.moved(*self.rect[:2]), self.grid.size), x, y)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the image alone, where it is all that has changed."""
        if self.grid is None or not isinstance(before, SourceCard) or before.changed(channels=self.channels) != self:
            return super().changes(before)
        return (self.grid.rect.moved(*self.rect[:2]).inset(-1).overlap(self.visible),)

    def draw_inside(self, canvas: Canvas) -> None:
        """Draw the image with a thin line around it."""
        if self.grid is None:
            return
        place = self.grid.rect.moved(*self.rect[:2])
        canvas.surface.blit(self._picture(canvas, self.grid), place[:2])
        canvas.outline(place.inset(-1), 1, canvas.theme.edge, 1)

    def _picture(self, canvas: Canvas, grid: SmallGrid) -> pygame.Surface:
        def make() -> pygame.Surface:
            pixels = [one.thing for one in self.channels]
            if len(pixels) == len(HUES):
                colours = mixed_colours(pixels, self.white)
            else:
                colours = pixel_colours(pixels[0], self.white, WHITE, canvas.theme.negative)
            return grid_surface(grid, colours)

        def again(_: object, surface: pygame.Surface) -> bool:
            surface.blit(make(), (0, 0))  # in the place of the one before: those of all strokes would be kept
            return True

        return canvas.followed(("strip source", grid, self.white), self.channels, make, again)
