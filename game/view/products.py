"""The Products grid, and the products on their way to the output cell."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.result import Result
from ..play.moment import Moment
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.stage import GridPlace
from ..ui.themes import ink, mix, shade
from ..ui.typeface import SMALLEST_NUMBER
from ..ui.widgets.base import Widget
from .card import product_scale
from .numbers import NumberLook, fits, shown
from .still import empty_surface


@dataclass(frozen=True, kw_only=True)
class Products(Widget):
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
        """Draw empty cells, then the products that are there."""
        canvas.surface.blit(empty_surface(canvas, self.place), self.rect[:2])
        theme, scale = canvas.theme, product_scale(self.result)
        for index, (value, there, flown) in enumerate(zip(self.products, self.there, self.flown, strict=True)):
            if not there:
                continue
            face = self.place.cell(*divmod(index, self.place.columns))
            colour = shade(value, scale, theme.product, theme)
            if flown:
                colour = mix(theme.ground, colour, 0.3)
            canvas.rounded(face, self.place.radius, colour)
            text = shown(value, self.look.decimals)
            if fits(canvas.type, text, self.look, self.place):
                canvas.text(text, *face.centre, self.look.size, ink(colour), True, 0.5)


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


@dataclass(frozen=True, kw_only=True)
class Flights(Widget):
    """Products in the air, on short arcs from the Products grid into the output cell."""

    place: GridPlace
    target: Rect
    result: Result
    moment: Moment
    look: NumberLook

    def draw(self, canvas: Canvas) -> None:
        """Draw the products that have left and not arrived; the last to leave is on top."""
        products = self.moment.products
        if products is None:
            return
        scale = product_scale(self.result)
        flights = self.moment.flight.ravel().tolist()
        for index, (value, part) in enumerate(zip(products.ravel().tolist(), flights, strict=True)):
            if 0 < part < 1:
                self._draw_one(canvas, index, value, part, scale)

    def _draw_one(self, canvas: Canvas, index: int, value: float, part: float, scale: float) -> None:
        theme = canvas.theme
        start = self.place.cell(*divmod(index, self.place.columns))
        x, y = _on_arc(start.centre, self.target.centre, part, self.place.pitch * 0.9)
        side = start.w + (min(start.w, self.target.w * 0.6) - start.w) * part
        face = Rect.of(x - side / 2, y - side / 2, side, side)
        colour = mix(
            shade(value, scale, theme.product, theme), theme.output if value > 0 else theme.now_quiet, part / 2
        )
        canvas.rounded(face, self.place.radius, colour)
        canvas.outline(face, self.place.radius, theme.ground, 1.5)
        size = max(SMALLEST_NUMBER, round(self.look.size * side / max(1, start.w)))
        text = shown(value, self.look.decimals)
        if self.look.size and canvas.type.width(text, size, True) <= side - 2:
            canvas.text(text, x, y, size, ink(colour), True, 0.5)


def _on_arc(start: tuple[float, float], end: tuple[float, float], part: float, height: float) -> tuple[float, float]:
    """Return the point on the arc from start to end: a parabola that rises by `height` at its middle."""
    rise = 4 * part * (1 - part) * height
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part - rise


def flights_rect(place: GridPlace, target: Rect) -> Rect:
    """Return an area that holds all arcs to a target."""
    return place.rect.union(target).inset(-round(place.pitch * 1.1)).moved(0, -place.pitch // 3)
