"""The kernel's card over the map, and the products, while a stamp is laid."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ...play.moment import Moment, counts_of
from ...play.phases import Phase
from ...play.stamp_moment import StampStep
from ...session.boards import kernel_scale
from ...session.facts.stamps import StampSide
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.patterns import clear_for, draw_pattern
from ...ui.place import GridPlace
from ...ui.themes import Colour, Theme
from ...ui.typeface import SMALLEST_NUMBER, digit_height
from ...ui.widgets.base import Widget
from ..card import Card
from ..card_cells import APART, Cells, Kind, Point
from ..card_faces import Decimals, Faces, faces_under
from ..colours import light_of
from ..flat import card_fields
from ..frame import StillFrame
from ..grids import Products, products_fields
from ..numbers import NumberLook
from ..places import Looks, smallest_number
from .places import back_row, stamps_of
from .terms import PLUS, TermsLook, lines_of, terms_look, terms_on


@lru_cache(maxsize=4)
def stamp_faces(side: StampSide, step: StampStep, look: Same, decimals: Decimals) -> Faces:
    """Return the cells of a stamp: its pixel at every weight, and the products; `look` is the theme."""
    theme: Theme = look.thing
    pixels = np.full(side.kernel.shape, step.pixel)
    result = side.stamping.result
    scale = light_of(side.picture.scenario, theme), kernel_scale(result.kernel_magnitude)
    return faces_under(pixels.tobytes(), Same(side.kernel), scale, look, decimals, result.arithmetic)


@lru_cache(maxsize=8)
def _with_terms(faces: Same, terms: tuple[str, ...]) -> Faces:
    found: Faces = faces.thing.changed(product_texts=terms)
    return found


class TermCells(Cells):
    """The same with what has come before written beside, or above, a product, in a font size of its own."""

    terms: TermsLook

    def _write(
        self, texts: tuple[str, ...], cells: tuple[tuple[Point, Colour], ...], size: int, down: float = 0.0
    ) -> None:
        pairs = list(zip(texts, cells, strict=True))
        short, long = ([pair for pair in pairs if (PLUS in pair[0]) is terms] for terms in (False, True))
        self._written(short, size, down)
        if not self.terms.two:
            self._written(long, self.terms.size, down)
            return
        for line, apart in enumerate((-APART, APART)):
            lines = [(lines_of(words)[line], cell) for words, cell in long]
            self._written(lines, self.terms.size, down + apart * self.terms.size)

    def _written(self, pairs: list[tuple[str, tuple[Point, Colour]]], size: int, down: float) -> None:
        if pairs:
            words, places = zip(*pairs, strict=True)
            super()._write(words, places, size, down)

    def draw(self, kind: Kind, index: int, face: Rect, ground: Colour, alpha: int) -> None:
        """Draw one cell, in row order, at its place and in its colour."""
        if kind != "products" or PLUS not in self.faces.product_texts[index]:
            super().draw(kind, index, face, ground, alpha)
            return
        if alpha < 4:
            return
        words, size, (x, y) = self.faces.product_texts[index], self.terms.size, face.centre
        lines = (
            tuple(zip(lines_of(words), (-APART * size, APART * size), strict=True))
            if self.terms.two
            else ((words, 0.0),)
        )
        self.canvas.passing(face, self.radius, ground, alpha)
        if self.canvas.theme.patterned:
            wide = max(clear_for(self.canvas.type, line, size)[0] for line, _ in lines)
            clear = wide, round((1 + len(lines)) * digit_height(size))
            share = self.faces.product_shares[index]
            draw_pattern(self.canvas, face, self.radius, "product", share, ground, clear, alpha)
        for line, down in lines:
            self.canvas.number(line, x, y + down, size, ground, self.look.outlined, alpha)


class StampCard(Card, kw_only=True):
    """The card over the map; `terms`: how "10 + 2" is written while that is added; None: products alone."""

    stamps: StampSide
    step: StampStep
    terms: TermsLook | None

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells that have changed; all of it when its shadow comes or goes."""
        if isinstance(before, StampCard) and bool(counts_of(before.moment)[1]) is not bool(counts_of(self.moment)[1]):
            return Widget.changes(self, before)
        return super().changes(before)

    def _shadow(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw none while products fall and when they have fallen: what they have made is to be read under it."""
        if not counts_of(self.moment)[1]:
            super()._shadow(canvas, rect, opacity * self._weighing)

    def _cells(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw the cells; no weights return before the card goes on, for they would lie over what has been made."""
        if self.moment.phase is not Phase.REVEAL:
            super()._cells(canvas, rect, opacity * self._weighing)

    @property
    def _weighing(self) -> float:
        """How much the card has of its weights again as it goes on from one stamp to the next; onto a new map, all."""
        moment, first = self.moment, self.step.step % self.stamps.scenario.map_stamps == 0
        return min(1.0, moment.fraction / COMING) if moment.phase is Phase.SLIDE and not first else 1.0

    def _tools(self, canvas: Canvas) -> Cells:
        faces = stamp_faces(self.stamps, self.step, Same(canvas.theme), self.decimals)
        if self.terms is None:
            return Cells(canvas, self.place.radius, faces, self.look, self.pairs)
        faces = _with_terms(Same(faces), terms_on(self.stamps, self.step, self.decimals))
        return TermCells(canvas, self.place.radius, faces, self.look, self.pairs, self.terms)


class StampProducts(Products, kw_only=True):
    """The products of a stamp."""

    stamps: StampSide
    laid: StampStep

    def _faces(self, theme: Theme) -> Faces:
        return stamp_faces(self.stamps, self.laid, Same(theme), self.decimals)


def stamp_card(
    frame: StillFrame,
    step: StampStep,
    moment: Moment,
    place: GridPlace,
    looks: Looks,
    kind: type[StampCard] = StampCard,
) -> Card:
    """Return the card of a moment; place: of the map, whose first cell is the first that is kept."""
    side = stamps_of(frame)
    adding = moment.phase in (Phase.PRODUCTS, Phase.SUM) and not moment.brisk
    terms = terms_look(frame.type, side, place, looks.card, _least(frame, looks)) if adding else None
    own = frame.side
    fields = card_fields(own.result, moment, place, looks, own.held, own.boards.decimals, frame.unit)
    return kind(**fields, stamps=side, step=step, terms=terms)


COMING = 0.4
"""The part of a slide in which the card takes its weights again."""


def _least(frame: StillFrame, looks: Looks) -> int:
    """Return the least font size of "10 + 2" in Present; 0 in the window.

    Where products are read from the back row, no smaller number stands in their place, but in Compare, whose cells are
    small.
    """
    back = back_row(frame)
    if frame.still.compares:
        return min(back, SMALLEST_NUMBER)
    return back if looks.card.size >= back else smallest_number(frame)


def stamp_products(side: StampSide, step: StampStep, moment: Moment, place: GridPlace, look: NumberLook) -> Products:
    """Return the grid of products of a moment."""
    fields = products_fields(moment, side.stamping.result, place, look, side.boards.decimals)
    return StampProducts(**fields, stamps=side, laid=step)
