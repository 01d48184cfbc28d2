"""The cells between the image and the card: weights, the pixels that rise to them, and their products."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...core.result import Result
from ...play.moment import Moment
from ...session.boards import kernel_scale, product_scale
from ...ui.canvas import Canvas
from ...ui.plane import Plane, Point, between
from ...ui.themes import Colour, Theme, gray, mix, shade
from ...value import Value
from ..card import returning
from .lettering import Writing, put_pattern
from .sprites import Shape, face, put

MEET = 0.5  # of the card's height: where pixel and weight meet
STAGES = 12  # shades that a blending cell goes through
LEAST_ALPHA = 6
WRITTEN = 100  # alpha from which a cell's number is written


class Piece(NamedTuple):
    """One cell in the air: how high (0 the image … 1 the card), where its middle is, and what it shows."""

    height: float
    y: float
    x: float
    value: float
    colour: Colour
    writing: Writing
    hue: str
    scale: float
    alpha: int = 255


class Cells(Value):
    """What the cells are made from."""

    result: Result
    moment: Moment
    pixels: Writing
    weights: Writing
    products: Writing

    def above(self, theme: Theme, plane: Plane, card: Plane, corner: Point) -> list[Piece]:
        """Return all cells between the image and the card, the lowest first, of equal ones the farthest."""
        moment, (down, across) = self.moment, self.result.scenario.dilation
        states = (moment.blended.tolist(), moment.flight.tolist(), moment.rise.tolist())
        pieces: list[Piece] = []
        for row, weights in enumerate(self.result.scenario.kernel.tolist()):
            for column, weight in enumerate(weights):
                at = corner[0] + row * down + 0.5, corner[1] + column * across + 0.5
                blended, flight, rise = (state[row][column] for state in states)
                ends = plane.point(*at), card.point(*at)
                pieces.extend(self._of_cell(theme, (row, column), ends, weight, blended, flight, rise))
        return sorted(pieces, key=lambda piece: piece[:2])

    def _of_cell(
        self,
        theme: Theme,
        at: tuple[int, int],
        ends: tuple[Point, Point],
        weight: float,
        blended: bool,
        flight: float,
        rise: float,
    ) -> Iterator[Piece]:
        """Return a weight's cell, and the pixel that comes to meet it; or their product."""
        moment = self.moment
        scale = kernel_scale(self.result)
        blue = shade(weight, scale, theme.kernel, theme)

        def piece(
            height: float, value: float, colour: Colour, writing: Writing, hue: str, most: float, alpha: int = 255
        ) -> Piece:
            x, y = between(*ends, height)
            return Piece(height, y, x, value, colour, writing, hue, most, alpha)

        if flight > 0:
            alpha = round(255 * returning(moment.covering))
            if alpha > LEAST_ALPHA:
                yield piece(1.0, weight, blue, self.weights, "kernel", scale, alpha)
            return
        if moment.patch is None or moment.products is None:
            yield piece(1.0, weight, blue, self.weights, "kernel", scale)
            return
        pixel, product = float(moment.patch[at]), float(moment.products[at])
        grayed = gray(pixel, self.result.scenario.white)
        met = mix(grayed, blue, 0.62)
        met = mix(met, shade(product, product_scale(self.result), theme.product, theme), 0.5)
        part, sunk = round(rise * STAGES) / STAGES, 1 - rise * (1 - MEET)
        if blended:
            done = shade(product, product_scale(self.result), theme.product, theme)
            yield piece(sunk, product, mix(done, met, part), self.products, "product", product_scale(self.result))
            return
        if rise > 0:
            yield piece(rise * MEET, pixel, mix(grayed, met, part), self.pixels, "", 1.0)
        yield piece(sunk, weight, mix(blue, met, part), self.weights, "kernel", scale)


def draw_pieces(canvas: Canvas, shape: Shape, inset: float, pieces: list[Piece]) -> None:
    """Draw cells in their order, each `inset` pixels smaller than its square."""
    for piece in pieces:
        put(canvas, face(canvas, shape, piece.colour, inset), piece.x, piece.y, piece.alpha)
        if piece.alpha < WRITTEN:
            continue
        if piece.hue:
            put_pattern(
                canvas, shape, piece.writing, piece.hue, piece.value, piece.scale, piece.colour, piece.x, piece.y
            )
        piece.writing.put(canvas, shape, piece.x, piece.y, piece.value, piece.colour)
