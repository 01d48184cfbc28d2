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
from ..card_faces import Faces, faces_of
from ..patch import under
from .cells import Cells, Piece, Writings, draw_pieces
from .flights import draw_flights, draw_wires
from .lettering import gap_in
from .sprites import about, dashes, half_size, put, ring, shape_of
from .textures import CLEAR


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

    def faces(self, theme: Theme) -> Faces:
        """Return what its cells look like."""
        return faces_of(self.result, self.moment.step, theme, self.writings.decimals)

    def pieces(self, theme: Theme, plane: Plane, card: Plane, corner: Point) -> list[Piece]:
        """Return all cells between the image's plane and a card with its corner there, the lowest first."""
        places = under(self.result.scenario, corner)
        return Cells(self.faces(theme), self.moment, self.writings).above(plane, card, places)

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
        starts = [middle_of(self.card, place, 1, 1) for place in under(scenario, moment.card)]
        if self.risen:
            draw_wires(canvas, moment, self.rect, starts, target)
        faces = self.faces(canvas.theme)
        draw_flights(canvas, moment, faces, self.writings.products, starts, (self.card, self.output), target)

    def _draw_card(self, canvas: Canvas, corner: Point, opacity: float) -> None:
        if opacity < 0.02:
            return
        posts, shape, gap, key = self._posts(corner), shape_of(self.card), gap_in(self.card), self._ready_key()
        pieces = self.pieces(canvas.theme, self.plane, self.card, corner) if key is None else []
        self._draw_post(canvas, posts[0])
        draw_pieces(canvas, shape, gap, [piece for piece in pieces if piece.height < 1])
        for post in posts[1:]:
            self._draw_post(canvas, post)
        at = middle_of(self.card, corner, *self.result.scenario.kernel_extent)
        if key is not None:
            put(canvas, self._ready_card(canvas, key), *at, round(255 * opacity))
            return
        draw_pieces(canvas, shape, gap, [piece for piece in pieces if piece.height >= 1])
        self._draw_border(canvas, shape, at)

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
        if moment.products is None or not (moment.blended.any() or moment.rise.any()):
            return "weights", Same(scenario.kernel), scenario.dilation
        if moment.blended.all() and not moment.rise.any() and not moment.flight.any():
            return "products", Same(self.result), moment.step
        return None

    def _ready_card(self, canvas: Canvas, key: tuple[object, ...]) -> pygame.Surface:
        shape, (rows, columns) = shape_of(self.card), self.result.scenario.kernel_extent

        def make() -> pygame.Surface:
            half = half_size(shape, rows, columns, 12)
            surface = pygame.Surface((2 * half[0], 2 * half[1]), pygame.SRCALPHA)
            surface.fill(CLEAR)
            plane, on = about(shape, rows, columns, *half), canvas.onto(surface)
            if not self.outlined:
                pieces = self.pieces(canvas.theme, plane, plane, (0.0, 0.0))
                draw_pieces(on, shape, gap_in(self.card), pieces)
            self._draw_border(on, shape, half)
            return surface

        writing = self.writings.products if key[0] == "products" else self.writings.weights
        return canvas.kept(("stack card", *key, shape, writing, self.held), make)

    def _draw_border(self, canvas: Canvas, shape: Plane, at: Point) -> None:
        """Draw the card's border; with Coverage between two lines of the ground's colour, and cells that lie apart."""
        (rows, columns), pitch = self.result.scenario.kernel_extent, self.card.pitch
        thickness = max(2.0, min(6.0, pitch * 0.07)) + (1.5 if self.held else 0)
        if self.outlined:
            put(canvas, ring(canvas, shape, canvas.theme.ground, rows, columns, thickness + 4, thickness / 2 + 2), *at)
        put(canvas, ring(canvas, shape, canvas.theme.kernel, rows, columns, thickness, thickness / 2), *at)
        if not self.outlined or self.result.scenario.dilation == (1, 1):
            return
        one = ring(canvas, shape, canvas.theme.kernel, 1, 1, thickness / 2)
        for cell in under(self.result.scenario, (0.0, 0.0)):
            put(canvas, one, *middle_of(about(shape, rows, columns, *at), cell, 1, 1))


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
