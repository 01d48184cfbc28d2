"""What moves between the layers: the card, what rises to it, and what flies from it."""

from __future__ import annotations

import pygame

from ...core.result import Result
from ...play.moment import Moment
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Plane, Point, bounds_of, middle_of
from ...ui.widgets.base import Widget
from .cells import Cells, draw_pieces
from .flights import draw_flights
from .lettering import Writing, pitch_of
from .sprites import Shape, dashes, half_size, put, ring, shape_of
from .textures import CLEAR, gap_of


class Walk(Widget, kw_only=True):
    """The card with its cells, what rises to it, and what flies from it.

    All of it is level, and seen from above: what is higher is drawn later, and all is right from every angle.
    """

    plane: Plane  # the image's
    card: Plane  # the same, as high as the card floats
    output: Plane
    target: Point | None  # the middle of the output cell that is being made
    result: Result
    moment: Moment
    pixels: Writing
    weights: Writing
    products: Writing
    outlined: bool  # the card as an outline only, with Coverage
    held: bool  # its border is under the pointer
    risen: bool  # the layers are apart: lines join the products to the output cell

    @property
    def cells(self) -> Cells:
        """Return what its cells are made from."""
        return Cells(self.result, self.moment, self.pixels, self.weights, self.products)

    @property
    def _inset(self) -> float:
        return gap_of(self.weights.texels) / self.weights.texels * pitch_of(self.card) / 2

    def draw(self, canvas: Canvas) -> None:
        """Draw what there is, the lowest first."""
        moment = self.moment
        if moment.previous_card is not None:
            self._draw_card(canvas, moment.previous_card, 1 - moment.opacity)
        self._draw_card(canvas, moment.card, moment.opacity)
        if self.target is not None and not self.outlined:
            draw_flights(canvas, self, self.target)

    def _draw_card(self, canvas: Canvas, corner: Point, opacity: float) -> None:
        if opacity < 0.02:
            return
        posts = self._posts(corner)
        self._draw_post(canvas, posts[0])
        key = self._ready_key()
        if key is None:
            pieces = self.cells.above(canvas.theme, self.plane, self.card, corner)
            shape = shape_of(self.card)
            draw_pieces(canvas, shape, self._inset, [piece for piece in pieces if piece.height < 1])
            for post in posts[1:]:
                self._draw_post(canvas, post)
            draw_pieces(canvas, shape, self._inset, [piece for piece in pieces if piece.height >= 1])
            self._draw_border(canvas, shape, middle_of(self.card, corner, *self.result.scenario.kernel_extent))
            return
        for post in posts[1:]:
            self._draw_post(canvas, post)
        sprite = self._ready_card(canvas, key)
        put(canvas, sprite, *middle_of(self.card, corner, *self.result.scenario.kernel_extent), round(255 * opacity))

    def _posts(self, corner: Point) -> list[tuple[Point, Point]]:
        """Return the lines from the patch's corners up to the card's, the one that is farthest away first."""
        rows, columns = self.result.scenario.kernel_extent
        quads = zip(self.plane.quad(*corner, rows, columns), self.card.quad(*corner, rows, columns), strict=True)
        return sorted(quads, key=lambda post: post[0][1])

    def _draw_post(self, canvas: Canvas, post: tuple[Point, Point]) -> None:
        (x, bottom), (_, top) = post
        length = round(bottom - top)
        if length < LEAST_POST:
            return
        thickness = max(1, round(min(2.0, pitch_of(self.plane) / 20)))
        line = dashes(canvas, canvas.theme.kernel, thickness, max(3, self.px(5)), length)
        canvas.surface.blit(line, (round(x - thickness / 2), round(top)), (0, 0, thickness, length))

    def _ready_key(self) -> tuple[object, ...] | None:
        """Return what the card's picture depends on while all its cells are in their places, else None."""
        moment, scenario = self.moment, self.result.scenario
        if self.outlined:
            return "outline", scenario.kernel_size, scenario.dilation
        if moment.products is None or (moment.covering == 0 and not moment.blended.any()):
            return "weights", Same(scenario.kernel), scenario.dilation
        if moment.blended.all() and not moment.rise.any() and not moment.flight.any():
            return "products", Same(self.result), moment.step
        if not moment.blended.any() and not moment.rise.any():
            return "weights", Same(scenario.kernel), scenario.dilation
        return None

    def _ready_card(self, canvas: Canvas, key: tuple[object, ...]) -> pygame.Surface:
        shape, (rows, columns) = shape_of(self.card), self.result.scenario.kernel_extent

        def make() -> pygame.Surface:
            half = half_size(shape, rows, columns, 12)
            surface = pygame.Surface((2 * half[0], 2 * half[1]), pygame.SRCALPHA)
            surface.fill(CLEAR)
            plane, on = shape.about(rows, columns, *half), canvas.onto(surface)
            if not self.outlined:
                draw_pieces(on, shape, self._inset, self.cells.above(canvas.theme, plane, plane, (0.0, 0.0)))
            self._draw_border(on, shape, half)
            return surface

        writing = self.products if key[0] == "products" else self.weights
        return canvas.kept(("stack card", *key, shape, writing, self.held), make)

    def _draw_border(self, canvas: Canvas, shape: Shape, at: Point) -> None:
        """Draw the card's border; with Coverage between two lines of the ground's colour, and cells that lie apart."""
        (rows, columns), pitch = self.result.scenario.kernel_extent, pitch_of(self.card)
        thickness = max(2.0, min(6.0, pitch * 0.07)) + (1.5 if self.held else 0)
        if self.outlined:
            put(canvas, ring(canvas, shape, canvas.theme.ground, rows, columns, thickness + 4, thickness / 2 + 2), *at)
        put(canvas, ring(canvas, shape, canvas.theme.kernel, rows, columns, thickness, thickness / 2), *at)
        down, across = self.result.scenario.dilation
        if not self.outlined or down == across == 1:
            return
        plane = shape.about(rows, columns, *at)
        one = ring(canvas, shape, canvas.theme.kernel, 1, 1, thickness / 2)
        for row in range(0, rows, down):
            for column in range(0, columns, across):
                put(canvas, one, *middle_of(plane, (row, column), 1, 1))


LEAST_POST = 6  # device pixels: shorter posts are left out


def walk_rect(walk: Walk, clip: Rect) -> Rect:
    """Return what holds all that a walk draws."""
    rows, columns = walk.result.scenario.kernel_extent
    corners = [walk.moment.card]
    if walk.moment.previous_card is not None:
        corners.append(walk.moment.previous_card)
    points = [
        point for corner in corners for plane in (walk.plane, walk.card) for point in plane.quad(*corner, rows, columns)
    ]
    margin = 14.0
    if walk.target is not None and walk.moment.blended.any():
        points.append(walk.target)
        margin = max(margin, pitch_of(walk.output) + 4)
    return bounds_of(tuple(points), margin).overlap(clip)
