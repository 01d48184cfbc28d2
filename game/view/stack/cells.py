"""The cells between the image and the card: weights, the pixels that rise to them, and their products."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ...play.moment import Moment
from ...ui.canvas import Canvas
from ...ui.plane import Plane, Point, between, middle_of
from ...ui.themes import Colour
from ...value import Value
from ..card import returning
from ..card_faces import Faces, colours_of
from .lettering import Writing, put_pattern
from .sprites import face, put

MEET = 0.5  # of the card's height: where pixel and weight meet
STAGES = 12  # shades that a blending cell goes through
LEAST_ALPHA = 6
WRITTEN = 100  # alpha from which a cell's number is written


class Piece(NamedTuple):
    """One cell in the air: how high (0 the image … 1 the card), where its middle is, and what it shows."""

    height: float
    y: float
    x: float
    colour: Colour
    words: str
    writing: Writing
    hue: str = ""
    share: float = 0.0
    alpha: int = 255


class Writings(NamedTuple):
    """How the numbers of the cells are written."""

    pixels: Writing
    weights: Writing
    products: Writing

    @property
    def decimals(self) -> tuple[int, int, int]:
        """The decimals of pixels, weights and products."""
        return self.pixels.decimals, self.weights.decimals, self.products.decimals


class Cells(Value):
    """What the cells are made from."""

    faces: Faces
    moment: Moment
    writings: Writings

    def above(self, plane: Plane, card: Plane, places: list[Point]) -> list[Piece]:
        """Return all cells between the image and the card, the lowest first, of equal ones the farthest."""
        stages = np.rint(self.moment.rise * STAGES) / STAGES
        grounds = colours_of(self.faces.grounds(self.moment, stages, stages.reshape(-1, 1)))
        rising = colours_of(self.faces.rising(stages)) if stages.any() else grounds
        pieces: list[Piece] = []
        for index, (place, *colours) in enumerate(zip(places, grounds, rising, strict=True)):
            ends = middle_of(plane, place, 1, 1), middle_of(card, place, 1, 1)
            pieces.extend(self._of_cell(index, ends, *colours))
        return sorted(pieces, key=lambda piece: piece[:2])

    def _of_cell(self, index: int, ends: tuple[Point, Point], ground: Colour, coming: Colour) -> Iterator[Piece]:
        """Return a weight's cell, and the pixel that comes to meet it; or their product."""
        moment, faces, (pixels, weights, products) = self.moment, self.faces, self.writings
        rise, gone = float(moment.rise.flat[index]), bool(moment.flight.flat[index] > 0)

        def at(height: float) -> tuple[float, float, float]:
            x, y = between(*ends, height)
            return height, y, x

        sunk = at(1 - rise * (1 - MEET))
        if moment.blended.flat[index] and not gone:
            share = faces.product_shares[index]
            yield Piece(*sunk, ground, faces.product_texts[index], products, "product", share)
            return
        if rise > 0 and not gone:
            yield Piece(*at(rise * MEET), coming, faces.pixel_text(index), pixels)
        alpha = round(255 * returning(moment.covering)) if gone else 255
        if alpha > LEAST_ALPHA:
            words, share = faces.weight_texts[index], faces.weight_shares[index]
            yield Piece(*(at(1.0) if gone else sunk), ground, words, weights, "kernel", share, alpha)


def draw_pieces(canvas: Canvas, shape: Plane, inset: float, pieces: list[Piece]) -> None:
    """Draw cells in their order, each `inset` pixels smaller than its square."""
    for _, y, x, colour, words, writing, hue, share, alpha in pieces:
        put(canvas, face(canvas, shape, colour, inset), x, y, alpha)
        if alpha >= WRITTEN:
            put_pattern(canvas, shape, writing, hue, words, share, colour, x, y)
            writing.put(canvas, shape, x, y, words, colour)
