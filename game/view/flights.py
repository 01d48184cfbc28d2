"""The products on their way from the Products grid into the output cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
import pygame

from ..play.moment import Moment
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.place import GridPlace
from ..ui.themes import Colour
from ..ui.typeface import SMALLEST_NUMBER
from ..ui.widgets.base import Widget
from .card_faces import Faces
from .numbers import NumberLook

if TYPE_CHECKING:
    from numpy.typing import NDArray

Parts: TypeAlias = "NDArray[np.float64]"

STAGES = 6  # the sizes that a product goes through on its way: each is a number in another font size

LINE = 1.5  # device pixels of the line around a product in the air
FEW = 8  # products in the air up to which each has its own area to be drawn in


class Flight(NamedTuple):
    """One product in the air: which one, in row order, where it is, its colour, and the font size of its number."""

    which: int
    rect: Rect
    colour: Colour
    size: int  # 0: too small for its number


class Flights(Widget, kw_only=True):
    """All products in the air; the last to leave is on top."""

    flights: tuple[Flight, ...]
    faces: Faces
    radius: float
    outlined: bool

    def draw(self, canvas: Canvas) -> None:
        """Draw those that meet the part that is drawn now."""
        ground, sheets = canvas.theme.ground, dict[int, pygame.Surface]()  # a few sizes only, each looked for once
        for index in canvas.surface.get_clip().collidelistall([flight.rect for flight in self.flights]):
            flight = self.flights[index]
            side = flight.rect.w
            if side not in sheets:
                sheets[side] = canvas.sheet(side, side, self.radius, ground, LINE)
            canvas.tile(flight.rect, flight.colour, sheets[side])
            self._write(canvas, flight)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where products are, or were, that have moved: each one's own area while they are few."""
        if not isinstance(before, Flights) or len(self.flights) + len(before.flights) > 2 * FEW:
            return super().changes(before)
        then, rects = {flight.which: flight for flight in before.flights}, []
        for flight in self.flights:
            was = then.pop(flight.which, None)
            if was != flight:
                rects.append(flight.rect if was is None else flight.rect.union(was.rect))
        return (*rects, *(flight.rect for flight in then.values()))

    def _write(self, canvas: Canvas, flight: Flight) -> None:
        """Write a product's number, and draw its pattern."""
        index, rect, colour, size = flight
        if not size and not canvas.theme.patterned:
            return
        text = self.faces.product_texts[index]
        if canvas.theme.patterned:
            share, clear = self.faces.product_shares[index], clear_for(canvas.type, text, size)
            draw_pattern(canvas, rect, self.radius, "product", share, colour, clear)
        if size and canvas.type.width(text, size, True) <= rect.w - 2:
            canvas.number(text, *rect.centre, size, colour, self.outlined)


def flights_of(moment: Moment, faces: Faces, place: GridPlace, target: Rect, look: NumberLook) -> tuple[Flights, ...]:
    """Return the products that have left and not arrived, if there are any. `target` is the output cell's face."""
    part = moment.flight.ravel()
    indices = np.flatnonzero((part > 0) & (part < 1))
    if moment.products is None or not len(indices):
        return ()
    part, start = part[indices], place.cell(0, 0)
    x = start.centre[0] + indices % place.columns * place.pitch
    y = start.centre[1] + indices // place.columns * place.pitch
    stages = np.rint(part * STAGES)  # a few sizes and shades only
    sides = np.rint(start.w + (min(start.w, target.w * 0.6) - start.w) * (stages / STAGES))
    left = np.floor(x + (target.centre[0] - x) * part - sides / 2 + 0.5)
    top = np.floor(y + (target.centre[1] - y) * part + _sag(part, place.pitch * 0.9) - sides / 2 + 0.5)
    colours = faces.flying(indices, stages / STAGES)
    fonts = np.maximum(SMALLEST_NUMBER, np.rint(look.size * sides / max(1, start.w))) * bool(look.size)
    columns = np.stack((indices, left, top, sides, fonts)).astype(int).tolist()
    flights = tuple(
        [
            Flight(index, Rect(across, down, side, side), colour, font)
            for index, across, down, side, font, colour in zip(*columns, colours, strict=True)
        ]
    )
    rect = _whole(left, top, sides)
    radius, outlined = place.radius, look.outlined
    return (Flights(name="flights", rect=rect, flights=flights, faces=faces, radius=radius, outlined=outlined),)


def _sag(part: Parts, height: float) -> Parts:
    """Return how far below the straight line a product is, a part of its way gone: `height` at the middle.

    Its arc hangs, so that it comes to the cell over those that are still empty.
    """
    return 4 * part * (1 - part) * height


def _whole(left: Parts, top: Parts, sides: Parts) -> Rect:
    """Return the area that holds all products in the air."""
    x, y = int(left.min()), int(top.min())
    return Rect(x, y, int((left + sides).max()) - x, int((top + sides).max()) - y)
