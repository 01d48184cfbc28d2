"""The Products grid."""

from __future__ import annotations

import numpy as np
import pygame

from ..core.result import Result
from ..play.moment import Moment
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.stage import GridPlace
from ..ui.widgets.base import Widget
from .card_faces import colours_of, faces_of, mixed
from .numbers import NumberLook, fits
from .runs import blit_run, run_of
from .still import empty_surface

QUIET = 0.42  # of its hue is left in a cell whose product has flown


class Products(Widget, kw_only=True):
    """The products of this step: empty before multiply, filled as the card blends, quiet once they have flown.

    `there` and `flown` tell how many of them, in row order.
    """

    place: GridPlace
    result: Result
    step: int
    there: int
    flown: int
    look: NumberLook
    decimals: tuple[int, int, int]  # of pixels, weights and products

    def draw(self, canvas: Canvas) -> None:
        """Draw the products that have flown, those that are there, and the rest as empty cells."""
        place, surface = self.place, canvas.surface
        blit_run(surface, empty_surface(canvas, place), place, self.there, place.rows * place.columns)
        for flown, first, last in ((True, 0, self.flown), (False, self.flown, self.there)):
            if first < last:
                blit_run(surface, self._whole(canvas, flown), place, first, last)

    def _whole(self, canvas: Canvas, flown: bool) -> pygame.Surface:
        """Return the grid with all its products. It is kept, since much passes over it."""

        def make() -> pygame.Surface:
            surface = empty_surface(canvas, self.place).copy()
            self._draw_all(canvas.onto(surface), flown)
            return surface

        faces = faces_of(self.result, self.step, canvas.theme, self.decimals)
        return canvas.kept(("products", faces, self.place, self.look, flown), make)

    def _draw_all(self, canvas: Canvas, flown: bool) -> None:
        """Draw all products on a surface of the grid's own size."""
        faces, look, place = faces_of(self.result, self.step, canvas.theme, self.decimals), self.look, self.place
        done = mixed(np.array(canvas.theme.ground, np.float64), faces.done, QUIET) if flown else faces.done
        first = place.cell(0, 0)
        for index, colour in enumerate(colours_of(done)):
            row, column = divmod(index, place.columns)
            corner = first.x - place.x + column * place.pitch, first.y - place.y + row * place.pitch
            face, text = Rect(*corner, first.w, first.h), faces.product_texts[index]
            canvas.passing(face, place.radius, colour)
            if canvas.theme.patterned:
                clear, alpha = clear_for(canvas.type, text, look.size), 107 if flown else 255
                draw_pattern(canvas, face, place.radius, "product", faces.product_shares[index], colour, clear, alpha)
            if fits(canvas.type, text, look, place):
                canvas.number(text, *face.centre, look.size, colour, look.outlined)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells whose product has come or flown."""
        if not isinstance(before, Products) or before.changed(there=self.there, flown=self.flown) != self:
            return super().changes(before)
        return tuple(
            rect
            for then, now in ((before.there, self.there), (before.flown, self.flown))
            for rect in run_of(self.place, min(then, now), max(then, now))
        )


def products_of(
    moment: Moment, result: Result, place: GridPlace, look: NumberLook, decimals: tuple[int, int, int]
) -> Products:
    """Return the Products grid of a moment. Products come, and go, in row order."""
    known = moment.products is not None
    return Products(
        name="grid products",
        rect=place.rect,
        place=place,
        result=result,
        step=moment.step,
        there=int(np.count_nonzero(moment.blended)) if known else 0,
        flown=int(np.count_nonzero(moment.flight > 0)) if known else 0,
        look=look,
        decimals=decimals,
    )
