"""The products on their way from the card to the output cell, and the lines along which they fly."""

from __future__ import annotations

from typing import Protocol

from ...core.result import Result
from ...play.moment import Moment
from ...session.boards import product_scale
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Plane, Point, between, bounds_of
from ...ui.themes import mix, shade
from .lettering import Writing, put_pattern
from .sprites import draw_lines, face, put, ring, shape_of

ARRIVING = 0.8  # of an output cell: a product's side as it arrives
MOST_LINES = 81


class Flying(Protocol):
    """What flies from where; see `walk.Walk`."""

    @property
    def rect(self) -> Rect:
        """What holds all of it."""

    @property
    def card(self) -> Plane:
        """The plane that the products leave."""

    @property
    def output(self) -> Plane:
        """The plane to which they fly."""

    @property
    def result(self) -> Result:
        """The scenario with its output."""

    @property
    def moment(self) -> Moment:
        """The instant."""

    @property
    def products(self) -> Writing:
        """How products are written."""

    @property
    def risen(self) -> bool:
        """Whether lines join them to the output cell."""


def draw_flights(canvas: Canvas, walk: Flying, target: Point) -> None:
    """Draw the lines from the products to the output cell, and the products that fly along, the lowest first."""
    moment, theme = walk.moment, canvas.theme
    if moment.products is None or not moment.blended.any():
        return
    (down, across), columns = walk.result.scenario.dilation, walk.result.scenario.kernel_size[1]
    scale = product_scale(walk.result)
    flying: list[tuple[float, float, Point, float]] = []
    lines: list[Point] = []
    there, parts, values = (grid.ravel().tolist() for grid in (moment.blended, moment.flight, moment.products))
    for index, (blended, part, value) in enumerate(zip(there, parts, values, strict=True)):
        if not blended or part >= 1:
            continue
        row, column = divmod(index, columns)
        start = walk.card.point(moment.card[0] + row * down + 0.5, moment.card[1] + column * across + 0.5)
        at = between(start, target, part)
        lines.append(at)
        if part > 0:
            flying.append((part, start[1], at, value))
    if walk.risen:
        _draw_lines(canvas, walk.rect, lines, target)
    for part, _, at, value in sorted(flying):
        stage = round(part * 6) / 6
        shape = shape_of(walk.card.toward(walk.output, stage), 1 - (1 - ARRIVING) * stage)
        green = theme.output if value > 0 else theme.now_quiet
        colour = mix(shade(value, scale, theme.product, theme), green, stage / 2)
        put(canvas, face(canvas, shape, colour, 0), *at)
        put(canvas, ring(canvas, shape, theme.ground, 1, 1, 1.5, 0.5), *at)
        put_pattern(canvas, shape, walk.products, "product", value, scale, colour, *at)
        walk.products.put(canvas, shape, *at, value, colour)


def _draw_lines(canvas: Canvas, clip: Rect, starts: list[Point], target: Point) -> None:
    if len(starts) > MOST_LINES:  # more of them would be one dark patch
        starts = starts[:: -(-len(starts) // MOST_LINES)]
    colour = mix(canvas.theme.ground, canvas.theme.product, 0.6)
    if not starts:
        return
    area = bounds_of((target, *starts), 3).overlap(clip)
    draw_lines(canvas, area, [(start, target) for start in starts], ((colour, 1),))
