"""The Products grid, and the products on their way to the output cell."""

from __future__ import annotations

from functools import reduce

import pygame

from ..core.result import Result
from ..play.moment import Moment
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.stage import GridPlace
from ..ui.themes import Colour, Theme, mix, shade
from ..ui.typeface import SMALLEST_NUMBER
from ..ui.widgets.base import Widget
from ..value import Value
from .card import product_scale
from .numbers import NumberLook, fits, shown
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


class Flight(Value):
    """One product in the air, on a short arc from the Products grid into the output cell."""

    index: int  # which product, in row order
    rect: Rect
    radius: float
    value: float
    colour: Colour
    decimals: int
    size: int  # font size, 0: too small for its number
    outlined: bool
    share: float = 0.0  # of the products' scale

    def draw(self, canvas: Canvas) -> None:
        """Draw the product's cell and number."""
        canvas.rounded(self.rect, self.radius, self.colour)
        canvas.outline(self.rect, self.radius, canvas.theme.ground, 1.5)
        text = shown(self.value, self.decimals)
        clear = clear_for(canvas.type, text, self.size)
        draw_pattern(canvas, self.rect, self.radius, "product", self.share, self.colour, clear)
        if self.size and canvas.type.width(text, self.size, True) <= self.rect.w - 2:
            canvas.number(text, *self.rect.centre, self.size, self.colour, self.outlined)


class Flights(Widget, kw_only=True):
    """All products in the air; the last to leave is on top."""

    flights: tuple[Flight, ...]

    def draw(self, canvas: Canvas) -> None:
        """Draw those that meet the part that is drawn now."""
        for index in canvas.surface.get_clip().collidelistall([flight.rect for flight in self.flights]):
            self.flights[index].draw(canvas)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where products are, or were, that have moved."""
        if not isinstance(before, Flights):
            return super().changes(before)
        then = {flight.index: flight for flight in before.flights}
        rects = []
        for flight in self.flights:
            was = then.pop(flight.index, None)
            if was != flight:
                rects += [flight.rect] if was is None else [was.rect, flight.rect]
        return (*rects, *(flight.rect for flight in then.values()))


SIZES = 6  # the sizes that a product goes through on its way


def flights_of(
    moment: Moment, result: Result, place: GridPlace, target: Rect, look: NumberLook, theme: Theme
) -> tuple[Flights, ...]:
    """Return the products that have left and not arrived, if there are any."""
    if moment.products is None:
        return ()
    scale = product_scale(result)
    values = moment.products.ravel().tolist()
    flights = tuple(
        _flight(index, values[index], part, scale, place, target, look, theme)
        for index, part in enumerate(moment.flight.ravel().tolist())
        if 0 < part < 1
    )
    if not flights:
        return ()
    whole = reduce(Rect.union, (flight.rect for flight in flights))
    return (Flights(name="flights", rect=whole, flights=flights),)


def _flight(
    index: int, value: float, part: float, scale: float, place: GridPlace, target: Rect, look: NumberLook, theme: Theme
) -> Flight:
    start = place.cell(*divmod(index, place.columns))
    x, y = _on_arc(start.centre, target.centre, part, place.pitch * 0.9)
    stage = round(part * SIZES) / SIZES  # a few sizes and shades only: each is a sprite that is kept
    side = round(start.w + (min(start.w, target.w * 0.6) - start.w) * stage)
    arrived = theme.output if value > 0 else theme.now_quiet
    return Flight(
        index=index,
        rect=Rect.of(x - side / 2, y - side / 2, side, side),
        radius=place.radius,
        value=value,
        colour=mix(shade(value, scale, theme.product, theme), arrived, stage / 2),
        decimals=look.decimals,
        size=max(SMALLEST_NUMBER, round(look.size * side / max(1, start.w))) if look.size else 0,
        share=value / scale,
        outlined=look.outlined,
    )


def _on_arc(start: tuple[float, float], end: tuple[float, float], part: float, height: float) -> tuple[float, float]:
    """Return the point on the arc from start to end: a parabola that hangs by `height` at its middle.

    It hangs, so that it comes to the cell over those that are still empty.
    """
    sag = 4 * part * (1 - part) * height
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part + sag
