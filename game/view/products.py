"""The Products grid, and the products on their way to the output cell."""

from __future__ import annotations

from ..core.result import Result
from ..play.moment import Moment
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.stage import GridPlace
from ..ui.themes import Colour, Theme, ink, mix, shade
from ..ui.typeface import SMALLEST_NUMBER
from ..ui.widgets.base import Widget
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
        """Draw empty cells, then the products that are there."""
        canvas.surface.blit(empty_surface(canvas, self.place), self.rect[:2])
        theme, scale = canvas.theme, product_scale(self.result)
        for index, (value, there, flown) in enumerate(zip(self.products, self.there, self.flown, strict=True)):
            if not there:
                continue
            face = self.place.cell(*divmod(index, self.place.columns))
            colour = shade(value, scale, theme.product, theme)
            if flown:
                colour = mix(theme.ground, colour, 0.42)
            canvas.rounded(face, self.place.radius, colour)
            text = shown(value, self.look.decimals)
            clear = clear_for(canvas.type, text, self.look.size)
            quiet = 107 if flown else 255
            draw_pattern(canvas, face, self.place.radius, "product", value / scale, colour, clear, quiet)
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


class Flight(Widget, kw_only=True):
    """One product in the air, on a short arc from the Products grid into the output cell."""

    radius: float
    value: float
    colour: Colour
    decimals: int
    size: int  # font size, 0: too small for its number
    share: float = 0.0  # of the products' scale

    def draw(self, canvas: Canvas) -> None:
        """Draw the product's cell and number."""
        canvas.rounded(self.rect, self.radius, self.colour)
        canvas.outline(self.rect, self.radius, canvas.theme.ground, 1.5)
        text = shown(self.value, self.decimals)
        clear = clear_for(canvas.type, text, self.size)
        draw_pattern(canvas, self.rect, self.radius, "product", self.share, self.colour, clear)
        if self.size and canvas.type.width(text, self.size, True) <= self.rect.w - 2:
            canvas.text(text, *self.rect.centre, self.size, ink(self.colour), True, 0.5)


SIZES = 6  # the sizes that a product goes through on its way


def flights_of(
    moment: Moment, result: Result, place: GridPlace, target: Rect, look: NumberLook, theme: Theme
) -> tuple[Flight, ...]:
    """Return the products that have left and not arrived; the last to leave is on top."""
    if moment.products is None:
        return ()
    scale = product_scale(result)
    values = moment.products.ravel().tolist()
    return tuple(
        _flight(index, values[index], part, scale, place, target, look, theme)
        for index, part in enumerate(moment.flight.ravel().tolist())
        if 0 < part < 1
    )


def _flight(
    index: int, value: float, part: float, scale: float, place: GridPlace, target: Rect, look: NumberLook, theme: Theme
) -> Flight:
    start = place.cell(*divmod(index, place.columns))
    x, y = _on_arc(start.centre, target.centre, part, place.pitch * 0.9)
    stage = round(part * SIZES) / SIZES  # a few sizes and shades only: each is a sprite that is kept
    side = round(start.w + (min(start.w, target.w * 0.6) - start.w) * stage)
    arrived = theme.output if value > 0 else theme.now_quiet
    return Flight(
        name=f"flight {index}",
        rect=Rect.of(x - side / 2, y - side / 2, side, side),
        radius=place.radius,
        value=value,
        colour=mix(shade(value, scale, theme.product, theme), arrived, stage / 2),
        decimals=look.decimals,
        size=max(SMALLEST_NUMBER, round(look.size * side / max(1, start.w))) if look.size else 0,
        share=value / scale,
    )


def _on_arc(start: tuple[float, float], end: tuple[float, float], part: float, height: float) -> tuple[float, float]:
    """Return the point on the arc from start to end: a parabola that hangs by `height` at its middle.

    It hangs, so that it comes to the cell over those that are still empty.
    """
    sag = 4 * part * (1 - part) * height
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part + sag
