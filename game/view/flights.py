"""The copies of products on their way from the Products grid into the output cell."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import floor, inf
from typing import NamedTuple

import numpy as np
import pygame

from ..play.moment import Moment
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.place import GridPlace
from ..ui.stage import Stage
from ..ui.themes import Colour
from ..ui.typeface import SMALLEST_NUMBER, Typeface, digit_height
from ..ui.widgets.base import Widget
from ..value import Value
from .card_faces import Faces
from .numbers import NumberLook

Point = tuple[float, float]

STAGES = 6  # the sizes that a product goes through on its way: each is a number in another font size

LINE = 1.5  # device pixels of the line around a product in the air
ARRIVING = 0.6  # of an output cell's side: how wide a copy is as it arrives
LAST = 0.45  # of an output cell's side: how wide a copy is below the last row, where only a little room is
MARGIN = 4  # device pixels more than its number and a pixel on both sides need, where a copy is wider for it
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
        ground, sheets = (
            canvas.theme.ground,
            dict[tuple[int, int], pygame.Surface](),
        )  # a few sizes only, each looked for once
        for index in canvas.surface.get_clip().collidelistall([flight.rect for flight in self.flights]):
            flight = self.flights[index]
            size = flight.rect.w, flight.rect.h
            if size not in sheets:
                sheets[size] = canvas.sheet(*size, self.radius, ground, LINE)
            canvas.tile(flight.rect, flight.colour, sheets[size])
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
        text = self.faces.product_texts[index]
        if canvas.theme.patterned and self.faces.patterned:
            share, clear = self.faces.product_shares[index], clear_for(canvas.type, text, size)
            draw_pattern(canvas, rect, self.radius, "product", share, colour, clear)
        if size and canvas.type.width(text, size, True) <= rect.w - 2:
            canvas.number(text, *rect.centre, size, colour, self.outlined)


class Gutter(Value):
    """The way of copies from the products to an output cell: down the space between the grids, and over no number.

    From there they go along the row below the cell, which is empty yet, and up into it; into a row's first cell
    straight from the side. They begin beside the grid: on it they would lie on other products.

    first: the middle of the products' first row, pitch: from one row to the next. corners: of the way, after its begin.
    sides: of a copy in each of its stages. widest: how wide one may be where its number needs it, and then it reaches
    no farther to the right than to `right`.
    """

    begin: float
    first: float
    pitch: int
    corners: tuple[Point, Point, Point]
    sides: tuple[int, ...]
    widest: int = 0
    right: float = inf

    def point(self, row: int, part: float) -> Point:
        """Return where a copy of a product in that row is, a part (0 … 1) of its way gone."""
        x, y = start = self.begin, self.first + row * self.pitch
        corners = (self.corners[0][0], y), *self.corners
        gone = part * sum(_apart(*leg) for leg in pairwise((start, *corners)))
        for corner in corners:
            length = _apart((x, y), corner)
            if gone < length:
                share = gone / length
                return x + (corner[0] - x) * share, y + (corner[1] - y) * share
            gone -= length
            x, y = corner
        return x, y


def _apart(one: Point, other: Point) -> float:
    """Return the length of a leg, which is level or upright."""
    return abs(other[0] - one[0]) + abs(other[1] - one[1])


@lru_cache(maxsize=8)
def gutter_of(products: GridPlace, output: GridPlace, cell: tuple[int, int]) -> Gutter:
    """Return the way from the products to an output cell."""
    target, face = output.cell(*cell), products.cell(0, 0)
    left, room = products.rect.right, max(1, output.rect.x - products.rect.right)
    below = cell[0] == output.rows - 1
    down = 0.0 if cell[1] == 0 else output.pitch * (0.5 + LAST / 2) if below else float(output.pitch)
    wide = max(4.0, min(face.w, room - 4, target.w * (LAST if below and cell[1] else ARRIVING)))
    small = min(wide, target.w * ARRIVING)
    (x, y), middle = target.centre, left + room / 2
    return Gutter(
        begin=min(middle, left + wide / 2 + 1),
        first=face.centre[1],
        pitch=products.side,
        corners=((middle, y + down), (x, y + down), (x, y)),
        sides=tuple(round(wide + (small - wide) * stage / STAGES) for stage in range(STAGES + 1)),
        widest=floor(min(room - 4, target.w)),  # it ends in the cell, and covers no number beside that
    )


def flights_of(
    moment: Moment, faces: Faces, places: Stage, look: NumberLook, face: Typeface, gutter: Gutter | None = None
) -> tuple[Flights, ...]:
    """Return the copies of products that have left and not arrived, if there are any. Of a zero there is none.

    gutter: their way, where it does not lead to the output cell. All of a step are as wide as the widest number needs
    that has room.
    """
    if moment.cell is None:
        return ()
    parts = moment.flight.ravel().tolist()
    gutter = gutter or gutter_of(places.products, places.output, moment.cell)
    columns, flown, products = places.products.columns, list[tuple[int, Rect, int, int]](), places.products
    sizes = _sizes(faces, look.size, max(1, products.cell(0, 0).w), gutter.sides, gutter.widest, face)
    for index in range(moment.arrived, len(parts)):
        part = parts[index]
        if part <= 0:  # they leave in row order
            break
        if not faces.product_shares[index]:
            continue
        stage = round(part * STAGES)  # a few sizes and shades only
        (x, y), (wide, side, font) = gutter.point(index // columns, part), sizes[stage]
        across = x - wide / 2
        if wide > side:  # on the grid it would lie on other products
            across = max(min(across, gutter.right - wide), products.rect.right + 1)
        rect = Rect(floor(across + 0.5), floor(y - side / 2 + 0.5), wide, side)
        flown.append((index, rect, stage, font))
    if not flown:
        return ()
    flights = tuple(map(_coloured, flown, _colours(faces, flown)))
    whole = Rect(*pygame.Rect(flights[0].rect).unionall([flight.rect for flight in flights]))
    radius, outlined = places.products.radius, look.outlined
    return (Flights(name="flights", rect=whole, flights=flights, faces=faces, radius=radius, outlined=outlined),)


@lru_cache(maxsize=16)
def _sizes(
    faces: Faces, size: int, full: int, sides: tuple[int, ...], widest: int, face: Typeface
) -> tuple[tuple[int, int, int], ...]:
    """Return how wide and how high a copy is in each of its stages, and the font size of its number, 0 for none.

    size: of the numbers in the products' grid, whose cells are `full` wide. It is square, and wider only where some
    number has no room else, but has it then.
    """
    if not size:
        return tuple((side, side, 0) for side in sides)
    texts = {text for text, share in zip(faces.product_texts, faces.product_shares, strict=True) if share}
    found = []
    for side in sides:
        font = max(SMALLEST_NUMBER, round(size * side / full))
        needed = [wide for text in texts if (wide := face.width(text, font, True) + 2) <= widest]
        wider = side < max(needed, default=0) and digit_height(font) <= side - 2
        found.append((min(max(needed) + MARGIN, widest) if wider else side, side, font))
    return tuple(found)


def _coloured(flown: tuple[int, Rect, int, int], colour: Colour) -> Flight:
    index, rect, _, font = flown
    return Flight(index, rect, colour, font)


def _colours(faces: Faces, flown: list[tuple[int, Rect, int, int]]) -> list[Colour]:
    """Return the colours of copies on their way: half of the green that they are going to be when they arrive."""
    indices, stages = [each[0] for each in flown], [each[2] for each in flown]
    return faces.flying(np.array(indices), np.array(stages) / STAGES)
