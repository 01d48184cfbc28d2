"""The card as it floats over its patch: its cells, or one ready picture of them, its border, and the posts under it."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.plane import Plane, Point, middle_of
from ..patch import under
from .cells import Moving, Piece
from .laying import CLEAR
from .lettering import gap_in
from .sprites import about, dashes, half_size, put, ring, shape_of
from .swarm import Swarm

LEAST_POST = 6  # device pixels: shorter posts are left out


class FloatingCard(Moving):
    """The card at a moment. All of it is level, and seen from above: what is higher is drawn later."""

    held: bool  # its border is under the pointer

    def draw_card(self, canvas: Canvas, corner: Point, opacity: float) -> None:
        """Draw the card with its corner there, so opaque."""
        if opacity < 0.02:
            return
        card, key, posts = self.places.card, self.ready_key(), self._posts(corner)
        shape, gap = shape_of(card), gap_in(card)
        low, high = ((), ()) if key is not None else self._cells(canvas, corner)
        self._draw_post(canvas, posts[0])
        for cells in low:
            cells.draw(canvas, shape, gap)
        for post in posts[1:]:
            self._draw_post(canvas, post)
        at = middle_of(card, corner, *self.result.scenario.kernel_extent)
        if key is not None:
            put(canvas, self._ready_card(canvas, key), *at, round(255 * opacity))
            return
        for cells in high:
            cells.draw(canvas, shape, gap)
        self._draw_border(canvas, shape, at)

    def _cells(self, canvas: Canvas, corner: Point) -> tuple[Sequence[Piece | Swarm], Sequence[Piece | Swarm]]:
        """Return the cells below the card, and those on it, from the lowest to the highest."""
        where = canvas.theme, self.places.image, self.places.card, corner
        if self.are_many:
            low, high = self.swarm(*where).parted()
            return (low,), (high,)
        pieces = self.pieces(*where)
        first = sum(piece.height < 1 for piece in pieces)
        return pieces[:first], pieces[first:]

    def _posts(self, corner: Point) -> list[tuple[Point, Point]]:
        """Return the lines from the patch's corners up to the card's, the one that is farthest away first."""
        extent = self.result.scenario.kernel_extent
        quads = zip(self.places.image.quad(*corner, *extent), self.places.card.quad(*corner, *extent), strict=True)
        return sorted(quads, key=lambda post: post[0][1])

    def _draw_post(self, canvas: Canvas, post: tuple[Point, Point]) -> None:
        (x, bottom), (_, top) = post
        length = round(bottom - top)
        if length < LEAST_POST:
            return
        thickness = max(1, round(min(2.0, self.places.image.pitch / 20)))
        line = dashes(canvas, canvas.theme.kernel, thickness, max(3, self.px(5)), length)
        canvas.surface.blit(line, (round(x - thickness / 2), round(top)), (0, 0, thickness, length))

    def ready_key(self) -> tuple[object, ...] | None:
        """Return what the card's picture depends on while all its cells are in their places, else None."""
        moment, scenario = self.moment, self.result.scenario
        if self.covered:
            return "outline", scenario.kernel_size, scenario.dilation
        still = moment.products is None or not (moment.blended.any() or moment.rise.any())
        if self.pooled and (still or ((moment.flight > 0).all() and not self.holds_products)):
            return "outline", scenario.kernel_size, scenario.dilation  # pixels have not come yet, or have left
        if still:
            return "weights", Same(scenario.kernel), scenario.dilation
        if moment.blended.all() and not moment.rise.any() and self.holds_products:
            return "products", Same(self.result), moment.step
        return None

    def _ready_card(self, canvas: Canvas, key: tuple[object, ...]) -> pygame.Surface:
        shape, (rows, columns) = shape_of(self.places.card), self.result.scenario.kernel_extent

        def make() -> pygame.Surface:
            half = half_size(shape, rows, columns, 12)
            surface = pygame.Surface((2 * half[0], 2 * half[1]), pygame.SRCALPHA)
            surface.fill(CLEAR)
            plane, on = about(shape, rows, columns, *half), canvas.onto(surface)
            if key[0] != "outline":
                where = canvas.theme, plane, plane, (0.0, 0.0)
                cells = (self.swarm(*where),) if self.are_many else self.pieces(*where)
                for each in cells:
                    each.draw(on, shape, gap_in(self.places.card))
            self._draw_border(on, shape, half)
            return surface

        writing = self.writings.products if key[0] == "products" else self.writings.weights
        return canvas.kept(("stack card", *key, shape, writing, self.held), make)

    def _draw_border(self, canvas: Canvas, shape: Plane, at: Point) -> None:
        """Draw the card's border; with Coverage between two lines of the ground's colour, and cells that lie apart."""
        (rows, columns), theme = self.result.scenario.kernel_extent, canvas.theme
        thickness = max(2.0, min(6.0, self.places.card.pitch * 0.07)) + (1.5 if self.held else 0)
        if self.covered:
            put(canvas, ring(canvas, shape, theme.ground, rows, columns, thickness + 4, thickness / 2 + 2), *at)
        put(canvas, ring(canvas, shape, theme.kernel, rows, columns, thickness, thickness / 2), *at)
        if not self.covered or self.result.scenario.dilation == (1, 1):
            return
        one = ring(canvas, shape, theme.kernel, 1, 1, thickness / 2)
        for cell in under(self.result.scenario, (0.0, 0.0)):
            put(canvas, one, *middle_of(about(shape, rows, columns, *at), cell, 1, 1))
