"""The cells between image and card: weights, the pixels that rise to them, and products."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ...core.result import Result
from ...play.moment import Moment
from ...ui.canvas import Canvas
from ...ui.plane import Plane, Point, between, middle_of
from ...ui.themes import Colour, Theme
from ...ui.widgets.base import Widget
from ..card import returning
from ..card_faces import Faces, colours_of, faces_of
from ..flights import LINE
from ..patch import under
from .lettering import Writing
from .places import StackPlaces
from .sprites import face, put, ring

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

    def draw(self, canvas: Canvas, shape: Plane, inset: float, ringed: bool = False) -> None:
        """Draw the cell, `inset` pixels smaller than its square; `ringed`: in a line of the ground's colour."""
        at = self.x, self.y
        put(canvas, face(canvas, shape, self.colour, inset), *at, self.alpha)
        if ringed:
            put(canvas, ring(canvas, shape, canvas.theme.ground, 1, 1, LINE, 0.5), *at)
        if self.alpha >= WRITTEN:
            self.writing.pattern(canvas, shape, at, self.hue, self.words, self.share, self.colour, 255)
            self.writing.put(canvas, shape, at, self.words, self.colour)


class Writings(NamedTuple):
    """How the numbers of the cells are written."""

    pixels: Writing
    weights: Writing
    products: Writing


class Moving(Widget, kw_only=True):
    """What has to do with the card at a moment. `covered`: it is an outline only, with Coverage."""

    places: StackPlaces
    result: Result
    moment: Moment
    writings: Writings
    covered: bool

    @property
    def holds_products(self) -> bool:
        """Whether the card holds its products: until they fly, and those of a channel's sum until the patch goes back.

        To a sum a copy of each flies, and the products stay, for they have no other place to be read.
        """
        if self.places.total is None:
            return not self.moment.flight.any()
        return not returning(self.moment.covering) or not self.moment.flight.any()

    @property
    def keeps_products(self) -> bool:
        """Whether products stay on the card while copies of them fly, to a channel's sum."""
        return self.places.total is not None and self.holds_products

    @property
    def pooled(self) -> bool:
        """Whether the card holds pixels as they are: those of a pooling, which has no kernel."""
        return self.result.scenario.layer.pooling is not None

    def hue_of_product(self, share: float) -> tuple[str, float]:
        """Return the hue of a product's pattern and its share of that; pixels have none."""
        return ("", 0.0) if self.pooled else ("product", share)

    def faces(self, theme: Theme) -> Faces:
        """Return what the card's cells look like."""
        pixels, weights, products = (writing.decimals for writing in self.writings)
        return faces_of(self.result, self.moment.step, theme, (pixels, weights, products))

    def pieces(self, theme: Theme, plane: Plane, card: Plane, corner: Point) -> list[Piece]:
        """Return all cells between the image's plane and a card with its corner there.

        The lowest are the first, of equal ones the farthest.
        """
        faces, stages = self.faces(theme), np.rint(self.moment.rise * STAGES) / STAGES
        moment = self.moment
        if self.keeps_products:
            moment = moment.changed(flight=np.zeros_like(moment.flight))
        grounds = colours_of(faces.grounds(moment, stages, stages.reshape(-1, 1)))
        rising = colours_of(faces.rising(stages)) if stages.any() else grounds
        pieces: list[Piece] = []
        for index, place in enumerate(under(self.result.scenario, corner)):
            ends = middle_of(plane, place, 1, 1), middle_of(card, place, 1, 1)
            pieces.extend(self._of_cell(faces, index, ends, grounds[index], rising[index]))
        return sorted(pieces, key=lambda piece: piece[:2])

    def middles_of(self, indices: list[int]) -> list[Point]:
        """Return where the middles are of all that there may be of some cells: on the card, or on the way to meet."""
        cells, found = under(self.result.scenario, self.moment.card), []
        for index in indices:
            ends = middle_of(self.places.image, cells[index], 1, 1), middle_of(self.places.card, cells[index], 1, 1)
            rise = float(self.moment.rise.flat[index])
            heights = (1.0, 1 - rise * (1 - MEET), rise * MEET) if rise else (1.0,)
            found += [between(*ends, height) for height in heights]
        return found

    def _of_cell(
        self, faces: Faces, index: int, ends: tuple[Point, Point], ground: Colour, coming: Colour
    ) -> Iterator[Piece]:
        """Return a weight's cell, and the pixel that comes to meet it; or their product."""
        moment, (pixels, weights, products) = self.moment, self.writings
        rise, gone = float(moment.rise.flat[index]), bool(moment.flight.flat[index] > 0)

        def at(height: float) -> tuple[float, float, float]:
            x, y = between(*ends, height)
            return height, y, x

        sunk = at(1 - rise * (1 - MEET))
        if moment.blended.flat[index] and (not gone or self.keeps_products):
            share = faces.product_shares[index]
            yield Piece(*sunk, ground, faces.product_texts[index], products, *self.hue_of_product(share))
            return
        if rise > 0 and not gone:
            yield Piece(*at(rise * MEET), coming, faces.pixel_text(index), pixels)
        if self.pooled:
            return
        alpha = round(255 * returning(moment.covering)) if gone else 255
        if alpha > LEAST_ALPHA:
            words, share = faces.weight_texts[index], faces.weight_shares[index]
            yield Piece(*(at(1.0) if gone else sunk), ground, words, weights, "kernel", share, alpha)
