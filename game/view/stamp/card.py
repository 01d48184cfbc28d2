"""The kernel's card over the map, and the products, while a stamp is laid."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ...core.stamps import cells_of
from ...play.moment import Moment
from ...play.phases import Phase
from ...play.stamp_moment import StampStep
from ...session.boards import kernel_scale
from ...session.facts.stamps import StampSide
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.place import GridPlace
from ...ui.themes import Colour, Theme
from ...ui.typeface import SMALLEST_NUMBER, Typeface
from ...ui.widgets.base import CALM, Mood, Widget
from ..card import Card, card_rect
from ..card_cells import Cells, Kind, Point
from ..card_faces import Decimals, Faces, faces_under
from ..colours import hue_of
from ..frame import StillFrame
from ..grids import Products
from ..numbers import DENSE_WIDTH, NumberLook, shown, widest
from ..places import Looks

PLUS = " + "


def stamp_faces(side: StampSide, step: StampStep, theme: Theme, decimals: Decimals) -> Faces:
    """Return the cells of a stamp: its pixel at every weight, and the products."""
    pixels = np.full(side.kernel.shape, step.pixel)
    result = side.stamping.result
    scale = side.scenario.white, hue_of(side.picture.scenario), kernel_scale(result.kernel_magnitude)
    return faces_under(pixels.tobytes(), Same(side.kernel), scale, Same(theme), decimals, result.arithmetic)


@lru_cache(maxsize=8)
def _with_terms(faces: Same, terms: tuple[str, ...]) -> Faces:
    found: Faces = faces.thing.changed(product_texts=terms)
    return found


def terms_on(side: StampSide, step: StampStep, decimals: Decimals) -> tuple[str, ...]:
    """Return what is added under each weight, in row order: "10 + 2", or a product alone where nothing stands yet."""
    if step.numbers is None:
        return ()
    cells, places = cells_of(side.scenario, step.stamp.pixel), side.boards.output.decimals
    sums, begun = step.before.sums[cells].ravel().tolist(), step.before.begun[cells].ravel().tolist()
    products = step.numbers.products.ravel().tolist()
    return tuple(
        (shown(total, places) + PLUS if there or total else "") + shown(product, decimals[2])
        for total, there, product in zip(sums, begun, products, strict=True)
    )


class TermCells(Cells):
    """The same with what has come before written beside a product, in a font size of its own; 0: it is not."""

    terms: int

    def _write(
        self, texts: tuple[str, ...], cells: tuple[tuple[Point, Colour], ...], size: int, down: float = 0.0
    ) -> None:
        pairs = list(zip(texts, cells, strict=True))
        for long, font in ((False, size), (True, self.terms)):
            some = [pair for pair in pairs if (PLUS in pair[0]) is long]
            if some:
                words, places = zip(*some, strict=True)
                super()._write(words, places, font, down)

    def draw(self, kind: Kind, index: int, face: Rect, ground: Colour, alpha: int) -> None:
        """Draw one cell, in row order, at its place and in its colour."""
        if kind != "products" or PLUS not in self.faces.product_texts[index]:
            super().draw(kind, index, face, ground, alpha)
            return
        smaller = Cells(self.canvas, self.radius, self.faces, self.look.changed(size=self.terms), self.pairs)
        smaller.draw(kind, index, face, ground, alpha)


class StampCard(Card, kw_only=True):
    """The card over the map; `terms`: the font size of "10 + 2" while that is added, 0: products alone."""

    stamps: StampSide
    step: StampStep
    terms: int

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells that have changed; all of it when its shadow comes or goes."""
        if isinstance(before, StampCard) and before.moment.flight.any() != self.moment.flight.any():
            return Widget.changes(self, before)
        return super().changes(before)

    def _shadow(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw none while products fall: what they make is to be read under it."""
        if not self.moment.flight.any():
            super()._shadow(canvas, rect, opacity)

    def _tools(self, canvas: Canvas) -> Cells:
        faces = stamp_faces(self.stamps, self.step, canvas.theme, self.decimals)
        if not self.terms:
            return Cells(canvas, self.place.radius, faces, self.look, self.pairs)
        faces = _with_terms(Same(faces), terms_on(self.stamps, self.step, self.decimals))
        return TermCells(canvas, self.place.radius, faces, self.look, self.pairs, self.terms)


class StampProducts(Products, kw_only=True):
    """The products of a stamp."""

    stamps: StampSide
    laid: StampStep

    def _faces(self, theme: Theme) -> Faces:
        return stamp_faces(self.stamps, self.laid, theme, self.decimals)


def stamp_card(
    frame: StillFrame, side: StampSide, step: StampStep, moment: Moment, place: GridPlace, looks: Looks
) -> Card:
    """Return the card of a moment; place: of the map, whose first cell is the first that is kept."""
    shown_side = frame.side
    rect = card_rect(place, moment, shown_side.result, frame.unit)
    if moment.previous_card is not None:
        down, across = (moment.previous_card[axis] - moment.card[axis] for axis in (0, 1))
        rect = rect.union(rect.moved(across * place.pitch, down * place.pitch))
    adding = moment.phase in (Phase.PRODUCTS, Phase.SUM) and not moment.brisk
    decimals = side.boards.decimals
    return StampCard(
        name="card",
        rect=rect.inset(-round(place.pitch * 0.95) - 6),
        unit=frame.unit,
        mood=Mood(hovered=True) if shown_side.held else CALM,
        place=place,
        result=shown_side.result,
        moment=moment,
        look=looks.card,
        pairs=looks.pairs,
        decimals=decimals,
        stamps=side,
        step=step,
        terms=terms_size(frame.type, side, place, looks.card) if adding else 0,
    )


@lru_cache(maxsize=8)
def terms_size(typeface: Typeface, side: StampSide, place: GridPlace, look: NumberLook) -> int:
    """Return the font size of "10 + 2" in a cell of the map; 0 where it has no room."""
    board, products = side.boards.output, side.boards.products
    longest = PLUS.join(
        (widest(typeface, board.widest, board.decimals), widest(typeface, products.widest, products.decimals))
    )
    size = typeface.largest(longest, (place.pitch - place.gap) * DENSE_WIDTH, True, look.size)
    return size if size >= SMALLEST_NUMBER else 0


def stamp_products(side: StampSide, step: StampStep, moment: Moment, place: GridPlace, look: NumberLook) -> Products:
    """Return the grid of products of a moment."""
    known = step.numbers is not None
    return StampProducts(
        name="grid products",
        rect=place.rect,
        place=place,
        result=side.stamping.result,
        step=moment.step,
        there=int(np.count_nonzero(moment.blended)) if known else 0,
        flown=moment.arrived if known else 0,
        look=look,
        decimals=side.boards.decimals,
        stamps=side,
        laid=step,
    )
