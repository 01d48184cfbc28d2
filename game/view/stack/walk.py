"""What moves between the layers: the card, what rises to it, and what flies from it."""

from __future__ import annotations

import numpy as np
import pygame

from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Plane, Point, between, bounds_of, middle_of
from ...ui.themes import mix
from ..flights import STAGES
from ..patch import under
from .cells import Moving, Piece
from .laying import CLEAR
from .lettering import gap_in
from .sprites import about, dashes, draw_lines, half_size, put, ring, shape_of

LEAST_POST = 6  # device pixels: shorter posts are left out
ARRIVING = 0.8  # of an output cell: a product's side as it arrives
MOST_LINES = 81
APART = 0.4  # how far the layers have risen when lines join the products to the output cell


class Walk(Moving):
    """The card with its cells, what rises to it, and what flies from it.

    All of it is level, and seen from above: what is higher is drawn later, and all is right from every angle.
    """

    held: bool  # its border is under the pointer

    @property
    def target(self) -> Point | None:
        """The middle of what the products fly to: the output cell that is being made, or the channel's sum."""
        if self.moment.cell is None:
            return None
        total = self.places.total
        return (
            middle_of(self.places.output, self.moment.cell, 1, 1) if total is None else middle_of(total, (0, 0), 1, 1)
        )

    def draw(self, canvas: Canvas) -> None:
        """Draw what there is, the lowest first."""
        moment, target = self.moment, self.target
        flies = not self.covered and moment.products is not None and moment.blended.any()
        starts = [middle_of(self.places.card, place, 1, 1) for place in under(self.result.scenario, moment.card)]
        beams = flies and target is not None and self.places.rise > APART
        if beams and target is not None and self.places.total is not None:  # behind the products, which stay
            self._draw_wires(canvas, starts, target)
        if moment.previous_card is not None:
            self._draw_card(canvas, moment.previous_card, 1 - moment.opacity)
        self._draw_card(canvas, moment.card, moment.opacity)
        if target is None or not flies:
            return
        if beams and self.places.total is None:
            self._draw_wires(canvas, starts, target)
        self._draw_flights(canvas, starts, target)

    def _draw_wires(self, canvas: Canvas, starts: list[Point], target: Point) -> None:
        """Draw the lines along which the products fly that have not arrived, from where they are.

        Those to a channel's sum stand as long as the products do.
        """
        flown = self.moment.flight.ravel() * (self.places.total is None)
        states = zip(starts, self.moment.blended.flat, flown, strict=True)
        tails = [between(start, target, float(part)) for start, blended, part in states if blended and part < 1]
        if not tails:
            return
        tails = tails[:: -(-len(tails) // MOST_LINES)]  # more of them would be one dark patch
        theme = canvas.theme
        colour = theme.edge if self.pooled else mix(theme.ground, theme.product, 0.6)
        area = bounds_of((target, *tails), 3).overlap(self.rect)
        draw_lines(canvas, area, [(start, target) for start in tails], ((colour, 1),))

    def _draw_flights(self, canvas: Canvas, starts: list[Point], target: Point) -> None:
        """Draw the products that fly from their starts to the output cell, the lowest first."""
        faces, part = self.faces(canvas.theme), self.moment.flight.ravel()
        indices = np.flatnonzero((part > 0) & (part < 1) & self.moment.blended.ravel())
        stages = np.rint(part[indices] * STAGES) / STAGES
        columns = part[indices].tolist(), indices.tolist(), stages.tolist(), faces.flying(indices, stages)
        for gone, index, stage, colour in sorted(
            zip(*columns, strict=True), key=lambda each: (each[0], starts[each[1]][1])
        ):
            x, y = between(starts[index], target, gone)
            words, share = faces.product_texts[index], faces.product_shares[index]
            piece = Piece(1 + gone, y, x, colour, words, self.writings.products, *self.hue_of_product(share))
            plane = self.places.card.toward(self.places.total or self.places.output, stage)
            piece.draw(canvas, shape_of(plane, 1 - (1 - ARRIVING) * stage), 0, ringed=True)

    def _draw_card(self, canvas: Canvas, corner: Point, opacity: float) -> None:
        if opacity < 0.02:
            return
        card, plane, key = self.places.card, self.places.image, self._ready_key()
        posts, shape, gap = self._posts(corner), shape_of(card), gap_in(card)
        pieces = self.pieces(canvas.theme, plane, card, corner) if key is None else []
        self._draw_post(canvas, posts[0])
        for piece in pieces:
            if piece.height < 1:
                piece.draw(canvas, shape, gap)
        for post in posts[1:]:
            self._draw_post(canvas, post)
        at = middle_of(card, corner, *self.result.scenario.kernel_extent)
        if key is not None:
            put(canvas, self._ready_card(canvas, key), *at, round(255 * opacity))
            return
        for piece in pieces:
            if piece.height >= 1:
                piece.draw(canvas, shape, gap)
        self._draw_border(canvas, shape, at)

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

    def _ready_key(self) -> tuple[object, ...] | None:
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
            for piece in () if key[0] == "outline" else self.pieces(canvas.theme, plane, plane, (0.0, 0.0)):
                piece.draw(on, shape, gap_in(self.places.card))
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

    def reach(self) -> Rect:
        """Return what holds all that it draws."""
        extent, moment, places = self.result.scenario.kernel_extent, self.moment, self.places
        corners = (moment.card,) if moment.previous_card is None else (moment.card, moment.previous_card)
        margin, points = 14.0, []
        for corner in corners:
            points += [*places.image.quad(*corner, *extent), *places.card.quad(*corner, *extent)]
        if self.target is not None and moment.blended.any():
            points.append(self.target)
            margin = max(margin, places.output.pitch + 4, 0 if places.total is None else places.card.pitch + 4)
        return bounds_of(tuple(points), margin).overlap(places.clip)
