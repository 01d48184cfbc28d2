"""The Products grid."""

from __future__ import annotations

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
        look, scale = self.look, product_scale(self.result)
        kind = ("product", scale, self.place.pitch, look.size, look.decimals, look.outlined)
        for row, column in self.place.within(Rect(*canvas.surface.get_clip())):
            index = row * self.place.columns + column
            if self.there[index]:
                self._draw_cell(canvas, row, column, (*kind, self.products[index], self.flown[index]))

    def _draw_cell(self, canvas: Canvas, row: int, column: int, key: tuple[object, ...]) -> None:
        """Copy a cell, which is drawn once for each product; much passes over it."""
        face = self.place.cell(row, column)

        def make() -> pygame.Surface:
            surface = pygame.Surface(face[2:], pygame.SRCALPHA)
            index = row * self.place.columns + column
            self._draw_product(
                canvas.onto(surface), Rect(0, 0, face.w, face.h), self.products[index], self.flown[index]
            )
            return surface

        canvas.surface.blit(canvas.kept(key, make), face[:2])

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
