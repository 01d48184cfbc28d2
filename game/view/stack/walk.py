"""What moves between the layers: the card, what rises to it, and what flies from it."""

from __future__ import annotations

import pygame

from ...core.result import Result
from ...play.moment import Moment
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Plane, Point, bounds_of, middle_of
from ...ui.themes import Theme
from ...ui.widgets.base import Widget
from ..card_faces import faces_of
from .cells import Cells, Writings, draw_pieces
from .flights import draw_flights, draw_wires
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
    writings: Writings
    outlined: bool  # the card as an outline only, with Coverage
    held: bool  # its border is under the pointer
    risen: bool  # the layers are apart: lines join the products to the output cell

    def cells(self, theme: Theme) -> Cells:
        """Return what its cells are made from."""
        scenario, decimals = self.result.scenario, self.writings.decimals
        faces = faces_of(self.result, self.moment.step, theme, decimals)
        return Cells(faces, self.moment, scenario.kernel_size, scenario.dilation, self.writings)

    @property
    def _inset(self) -> float:
        return gap_of(self.writings.weights.texels) / self.writings.weights.texels * self.card.pitch / 2

    def draw(self, canvas: Canvas) -> None:
        """Draw what there is, the lowest first."""
        moment = self.moment
        if moment.previous_card is not None:
            self._draw_card(canvas, moment.previous_card, 1 - moment.opacity)
        self._draw_card(canvas, moment.card, moment.opacity)
        if self.target is not None and not self.outlined:
            self._draw_flights(canvas, self.target)

    def _draw_flights(self, canvas: Canvas, target: Point) -> None:
        """Draw the products on their way to the output cell, and once the layers are apart lines along their ways."""
        moment, scenario = self.moment, self.result.scenario
        if moment.products is None or not moment.blended.any():
            return
        (rows, columns), (down, across) = scenario.kernel_size, scenario.dilation
        places = (
            (moment.card[0] + row * down + 0.5, moment.card[1] + column * across + 0.5)
            for row in range(rows)
            for column in range(columns)
        )
        starts = [self.card.point(*place) for place in places]
        if self.risen:
            draw_wires(canvas, moment, self.rect, starts, target)
        faces = self.cells(canvas.theme).faces
        draw_flights(canvas, moment, faces, self.writings.products, starts, (self.card, self.output), target)

    def _draw_card(self, canvas: Canvas, corner: Point, opacity: float) -> None:
        if opacity < 0.02:
            return
        posts = self._posts(corner)
        self._draw_post(canvas, posts[0])
        key = self._ready_key()
        if key is None:
            pieces = self.cells(canvas.theme).above(self.plane, self.card, corner)
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
        thickness = max(1, round(min(2.0, self.plane.pitch / 20)))
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
                draw_pieces(on, shape, self._inset, self.cells(canvas.theme).above(plane, plane, (0.0, 0.0)))
            self._draw_border(on, shape, half)
            return surface

        writing = self.writings.products if key[0] == "products" else self.writings.weights
        return canvas.kept(("stack card", *key, shape, writing, self.held), make)

    def _draw_border(self, canvas: Canvas, shape: Shape, at: Point) -> None:
        """Draw the card's border; with Coverage between two lines of the ground's colour, and cells that lie apart."""
        (rows, columns), pitch = self.result.scenario.kernel_extent, self.card.pitch
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
        margin = max(margin, walk.output.pitch + 4)
    return bounds_of(tuple(points), margin).overlap(clip)
