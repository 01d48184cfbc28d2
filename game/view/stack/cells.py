"""The cells between image and card: weights, the pixels that rise to them, and products."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ...core.grid import Grid
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
from .swarm import MANY, Swarm, Whole, marks_of

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
        faces, (grounds, rising) = self.faces(theme), map(colours_of, self._colours(theme))
        pieces: list[Piece] = []
        for index, place in enumerate(under(self.result.scenario, corner)):
            ends = middle_of(plane, place, 1, 1), middle_of(card, place, 1, 1)
            pieces.extend(self._of_cell(faces, index, ends, grounds[index], rising[index]))
        return sorted(pieces, key=lambda piece: piece[:2])

    def _colours(self, theme: Theme) -> tuple[Grid, Grid]:
        """Return the colours of all cells, and those of the pixels that rise to them."""
        faces, stages, moment = self.faces(theme), np.rint(self.moment.rise * STAGES) / STAGES, self.moment
        if self.keeps_products:
            moment = moment.changed(flight=np.zeros_like(moment.flight))
        grounds = faces.grounds(moment, stages, stages.reshape(-1, 1))
        return grounds, faces.rising(stages) if stages.any() else grounds

    @property
    def are_many(self) -> bool:
        """Whether there are many cells, with no numbers on them, which are drawn at once."""
        return self.moment.rise.size >= MANY and not any(writing.is_there for writing in self.writings)

    def swarm(self, theme: Theme, plane: Plane, card: Plane, corner: Point) -> Swarm:
        """Return the same cells as `pieces`, where nothing is written on them."""
        rise, blended = self.moment.rise.ravel(), self.moment.blended.ravel()
        gone = self.moment.flight.ravel() > 0
        products = blended & (~gone | self.keeps_products)
        coming = np.flatnonzero((rise > 0) & ~gone & ~products)
        alphas = np.where(gone & ~products, round(255 * returning(self.moment.covering)), 255)
        there = np.flatnonzero(products | ((alphas > LEAST_ALPHA) & (not self.pooled)))
        sunk = np.where(gone & ~products, 1.0, 1 - rise * (1 - MEET))
        heights = np.concatenate((rise[coming] * MEET, sunk[there]))
        which = np.concatenate((coming, there))
        (x, y), (grounds, rising) = self.at_heights(plane, card, corner, which, heights), self._colours(theme)
        colours = np.concatenate((rising[coming], grounds[there]))
        marks = np.where(products, self.marks(theme, "product", grounds), self.marks(theme, "kernel", grounds))
        marks[alphas < WRITTEN] = 0
        none, full = np.zeros(len(coming), np.intp), np.full(len(coming), 255)
        each = np.concatenate((full, alphas[there])), np.concatenate((none, marks[there]))
        return Swarm(heights, y, x, colours, *each).ordered()

    def marks(self, theme: Theme, hue: str, colours: Grid) -> Whole:
        """Return which patterns all cells carry, weights or products, on these colours; those of a pooling none."""
        faces, product = self.faces(theme), hue == "product"
        texels = (self.writings.products if product else self.writings.weights).texels
        shares = np.array(faces.product_shares if product else faces.weight_shares)
        return marks_of(theme, "" if self.pooled else hue, shares, colours, texels)

    def at_heights(self, plane: Plane, card: Plane, corner: Point, which: Whole, heights: Grid) -> tuple[Grid, Grid]:
        """Return x and y of the middles of some cells, so high between the image's plane and the card."""
        (x, y), (above_x, above_y) = (self.middles(each, corner, which) for each in (plane, card))
        return x + (above_x - x) * heights, y + (above_y - y) * heights

    def middles(self, plane: Plane, corner: Point, which: Whole) -> tuple[Grid, Grid]:
        """Return x and y of the middles of some cells on a plane, the kernel's first one in a corner there."""
        scenario = self.result.scenario
        rows, columns = np.divmod(which, scenario.kernel_size[1])
        row = corner[0] + rows * scenario.dilation[0] + 0.5
        column = corner[1] + columns * scenario.dilation[1] + 0.5
        (ax, ay), (bx, by) = plane.across, plane.down
        return plane.x + column * ax + row * bx, plane.y + column * ay + row * by

    def moving(self, which: Whole) -> tuple[Grid, Grid]:
        """Return where the middles are of all that there may be of some cells: on the card, or on the way to meet."""
        rise = self.moment.rise.ravel()[which]
        risen = rise > 0
        heights = np.concatenate((np.ones(len(which)), 1 - rise[risen] * (1 - MEET), rise[risen] * MEET))
        places = self.places.image, self.places.card, self.moment.card
        return self.at_heights(*places, np.concatenate((which, which[risen], which[risen])), heights)

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
