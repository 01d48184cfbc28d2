"""The marks of what belongs to the cell that is pointed at, in the Stack view, with lines between the layers."""

from __future__ import annotations

from ...input.intent import GridName
from ...play.moment import Moment
from ...session.links import Links, Spot
from ...ui.canvas import Canvas
from ...ui.plane import Point, bounds_of
from ...ui.themes import mix
from ...ui.widgets.base import Widget
from ..marks import linked_marks
from .pencil import LyingPencil
from .places import StackPlaces
from .sprites import draw_lines

FEW = 9
Under = GridName | None
"""On what marks lie; None: the lines."""


class Lines(Widget, kw_only=True):
    """Fine lines from layer to layer, each on a wider one in the ground's colour."""

    lines: tuple[tuple[Point, Point], ...]

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines."""
        theme = canvas.theme
        colour = theme.now if len(self.lines) <= FEW else mix(theme.ground, theme.now, 0.7)
        draw_lines(canvas, self.rect, list(self.lines), ((theme.ground, 3), (colour, 1)))


def laid_links(
    linked: Links, told: bool, moment: Moment, places: StackPlaces, unit: float
) -> dict[Under, tuple[Widget, ...]]:
    """Return the marks and lines of what is pointed at; the products have no layer of their own."""
    if any(mark.role is GridName.PRODUCTS for mark in linked.marks):
        return {}
    on: dict[Under, tuple[Widget, ...]] = {None: _lines(linked, moment, places)}
    for role, widget in linked_marks(linked, {role: LyingPencil(grid) for role, grid in places.grids}, unit):
        lies = role if told or role is GridName.IMAGE else GridName.KERNEL
        on[lies] = (*on.get(lies, ()), widget)
    return on


def _lines(linked: Links, moment: Moment, places: StackPlaces) -> tuple[Widget, ...]:
    """Return the wires, or from a weight the line down to the pixel below it."""
    grids, kernel, wires = dict(places.grids), places.kernel, linked.wires
    if linked.post is not None and kernel.there:
        row, column = (place + 0.5 for place in kernel.corner(*linked.post))
        below = Spot(GridName.IMAGE, moment.card[0] + row, moment.card[1] + column)
        wires = ((below, Spot(GridName.KERNEL, row, column)),)
    lines = tuple((grids[one.role].point(*one[1:]), grids[other.role].point(*other[1:])) for one, other in wires)
    if not lines:
        return ()
    rect = bounds_of(tuple(point for line in lines for point in line), 4).overlap(places.clip)
    return (Lines(name="links", rect=rect, lines=lines),)
