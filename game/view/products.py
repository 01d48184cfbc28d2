"""The Products grid."""

from __future__ import annotations

from functools import partial

import pygame

from ..core.result import Result
from ..play.moment import Moment
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.stage import GridPlace
from ..ui.themes import mix, shade
from ..ui.widgets.base import Widget
from .numbers import NumberLook, fits, shown
from .scales import product_scale
from .still import empty_surface


class Products(Widget, kw_only=True):
    """The products of this step: empty before multiply, filled as the card blends, quiet once they have flown.

    `there` and `flown` tell it for each cell, in row order.
    """

    place: GridPlace
    result: Result
    step: int
    products: tuple[float, ...]
    there: tuple[bool, ...]
    flown: tuple[bool, ...]
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Draw empty cells, then the products that are there, as far as they meet the part that is drawn now."""
        canvas.surface.blit(empty_surface(canvas, self.place), self.rect[:2])
        look, scale, place = self.look, product_scale(self.result), self.place
        kind = ("product", scale, place.pitch, look.size, look.decimals, look.outlined)
        first = place.cell(0, 0)
        for row, column in place.within(Rect(*canvas.surface.get_clip())):
            index = row * place.columns + column
            if self.there[index]:
                corner = first.x + column * place.pitch, first.y + row * place.pitch
                value, flown = self.products[index], self.flown[index]
                sprite = canvas.kept((*kind, value, flown), partial(self._cell, canvas, value, flown))
                canvas.surface.blit(sprite, corner)

    def _cell(self, canvas: Canvas, value: float, flown: bool) -> pygame.Surface:
        """Return the picture of one cell. It is kept for each product, since much passes over it."""
        face = self.place.cell(0, 0)
        surface = pygame.Surface(face[2:], pygame.SRCALPHA)
        self._draw_product(canvas.onto(surface), Rect(0, 0, face.w, face.h), value, flown)
        return surface

    def _draw_product(self, canvas: Canvas, face: Rect, value: float, flown: bool) -> None:
        theme, scale = canvas.theme, product_scale(self.result)
        colour = shade(value, scale, theme.product, theme)
        if flown:
            colour = mix(theme.ground, colour, 0.42)
        canvas.rounded(face, self.place.radius, colour)
        text = shown(value, self.look.decimals)
        clear = clear_for(canvas.type, text, self.look.size)
        draw_pattern(canvas, face, self.place.radius, "product", value / scale, colour, clear, 107 if flown else 255)
        if fits(canvas.type, text, self.look, self.place):
            canvas.number(text, *face.centre, self.look.size, colour, self.look.outlined)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells whose product has come or flown."""
        if not isinstance(before, Products) or before.changed(there=self.there, flown=self.flown) != self:
            return super().changes(before)
        cells = zip(before.there, before.flown, self.there, self.flown, strict=True)
        return tuple(
            self.place.cell(*divmod(index, self.place.columns))
            for index, (was_there, had_flown, there, flown) in enumerate(cells)
            if (was_there, had_flown) != (there, flown)
        )


def products_of(moment: Moment, result: Result, place: GridPlace, look: NumberLook) -> Products:
    """Return the Products grid of a moment."""
    cells = place.rows * place.columns
    values = () if moment.products is None else tuple(moment.products.ravel().tolist())
    return Products(
        name="grid products",
        rect=place.rect,
        place=place,
        result=result,
        step=moment.step,
        products=values or (0.0,) * cells,
        there=tuple(moment.blended.ravel().tolist()),
        flown=tuple((moment.flight > 0).ravel().tolist()),
        look=look,
    )
