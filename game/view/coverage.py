"""Coverage: the source image's place shows how many patches cover each pixel, padding pixels among them."""

from __future__ import annotations

import numpy as np
import pygame

from ..core.result import Result
from ..core.scenario import Scenario
from ..session.boards import Board
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.widgets.base import Widget
from .card import Card, border
from .colours import shade_colours
from .image_picture import draw_hatching, part_of
from .numbers import NumberLook
from .padding_cells import FLAT_PADDING, frame_pixels, padding_corners
from .patch import under
from .still import cells_surface, scaled, write_numbers


class CoverageGrid(Widget, kw_only=True):
    """How many patches cover each pixel: the more, the fuller the tone. What none covers is hatched as ever."""

    place: GridPlace
    result: Result
    board: Board
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture."""
        key = ("coverage", self.result.scenario.walk, self.place, self.look)
        picture = canvas.kept(key, lambda: coverage_picture(canvas, self.place, self.result, self.board, self.look))
        canvas.surface.blit(picture, self.rect[:2])


def coverage_picture(
    canvas: Canvas, place: GridPlace, result: Result, board: Board, look: NumberLook
) -> pygame.Surface:
    """Return the counts of a place, which may be that of a part of the image with its padding."""
    counts = board.grid[part_of(place, result.scenario)]
    colours = shade_colours(counts, board.magnitude, canvas.theme.coverage, canvas.theme)
    surface = cells_surface(canvas, place, colours)
    on = canvas.onto(surface)
    _frame_padding(on, place, result.scenario)
    draw_hatching(on, place, result, look)
    write_numbers(on, place, counts, colours, look, (0, 0))
    return surface


def _frame_padding(canvas: Canvas, place: GridPlace, scenario: Scenario) -> None:
    """Draw the dashes of each padding pixel; where cells are small, one dashed frame around the image."""
    if not any(map(any, scenario.layer.padding.sides)):
        return
    if place.pitch < FLAT_PADDING:
        frame_pixels(canvas, place, scenario)
        return
    thickness, dash = max(1.0, min(2.0, place.pitch / 30)), max(2.5, place.pitch / 12)
    for corner in padding_corners(place, scenario):
        square = Rect(*corner, place.side, place.side)
        face = square.inset(max(1, place.gap))
        canvas.outline(square, place.radius, canvas.theme.ground, face.x - square.x + thickness + 1)
        canvas.dashed(face, canvas.theme.padding, thickness, dash)


class CardOutline(Card, kw_only=True):
    """The card as an outline: the numbers of the coverage are seen through it. A dilated one shows its cells too."""

    def _shadow(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw none: it would lie on the numbers."""

    def _cells(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw a line in the ground's colour on both sides of the outline, and the cells that lie apart."""
        thickness, alpha = border(self.place), round(255 * opacity)
        canvas.outline(rect.inset(-2), self.place.radius + 4, canvas.theme.ground, thickness + 4, alpha)
        if self.result.scenario.dilation == (1, 1):
            return
        before, pitch = border(self.place) // 2, self.place.pitch
        for row, column in under(self.result.scenario, (0, 0)):
            cell = Rect.of(rect.x + before + column * pitch, rect.y + before + row * pitch, pitch, pitch)
            canvas.outline(cell.inset(1), self.place.radius, canvas.theme.kernel, max(2, thickness // 2), alpha)


class CoverageLegend(Widget, kw_only=True):
    """The scale of the counts on one line: 0, the tones, and the most."""

    high: str
    size: int

    def draw(self, canvas: Canvas) -> None:
        """Draw the two numbers and the tones between them."""
        y, theme = self.rect.centre[1], canvas.theme
        low = canvas.text("0", self.rect.x, y, self.size, theme.text, True)
        high = canvas.text(self.high, self.rect.right, y, self.size, theme.text, True, 1)
        gap = self.px(8)
        bar = Rect.of(self.rect.x + low + gap, y - self.px(8), self.rect.w - low - high - 2 * gap, self.px(16))

        def make() -> pygame.Surface:
            colours = shade_colours(np.linspace(0.0, 1.0, bar.w)[None, :], 1.0, theme.coverage, theme)
            return scaled(colours, bar[2:])

        if bar.w > 0:
            canvas.surface.blit(canvas.kept(("coverage legend", bar.w, bar.h), make), bar[:2])
