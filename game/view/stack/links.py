"""The marks of what belongs to the cell that is pointed at, in the Stack view, with lines between the layers."""

from __future__ import annotations

from ...core.scenario import Scenario
from ...input.intent import GridName
from ...play.moment import Moment
from ...session.links import Framed, Links, Mark, Spot
from ...ui.plane import Point
from ...ui.widgets.base import Widget
from ...value import Value
from .laid_grid import LaidGrid
from .marks import block_marks, lines_of, marks_of
from .places import StackPlaces


class LaidLinks(Value):
    """The widgets of links, by what they lie on or under."""

    image: tuple[Widget, ...] = ()
    card: tuple[Widget, ...] = ()
    lines: tuple[Widget, ...] = ()
    output: tuple[Widget, ...] = ()


def laid_links(linked: Links, told: bool, scenario: Scenario, moment: Moment, places: StackPlaces) -> LaidLinks:
    """Return the marks and lines of what is pointed at; the products have no layer of their own."""
    grids = dict(places.grids)
    if any(mark.role is GridName.PRODUCTS for mark in linked.marks):
        return LaidLinks()
    on: dict[GridName, tuple[Widget, ...]] = {}
    for mark in linked.marks:
        lies = mark.role if told or mark.role is GridName.IMAGE else GridName.KERNEL
        on[lies] = on.get(lies, ()) + _drawn(mark, grids[mark.role])
    lines = tuple((_point(one, grids), _point(other, grids)) for one, other in linked.wires)
    if linked.post is not None and grids[GridName.KERNEL].there:
        row, column = (linked.post[axis] * scenario.dilation[axis] + 0.5 for axis in (0, 1))
        below = Spot(GridName.IMAGE, moment.card[0] + row, moment.card[1] + column)
        lines = ((_point(below, grids), _point(Spot(GridName.KERNEL, row, column), grids)),)
    return LaidLinks(
        image=on.get(GridName.IMAGE, ()),
        card=on.get(GridName.KERNEL, ()),
        lines=lines_of("links", lines, places.clip),
        output=on.get(GridName.OUTPUT, ()),
    )


def _drawn(mark: Mark | Framed, grid: LaidGrid) -> tuple[Widget, ...]:
    if isinstance(mark, Framed):
        (row, column), (rows, columns) = mark.first, mark.size
        return block_marks(mark.name, grid, ((float(row), float(column), float(rows), float(columns)),))
    return marks_of(mark.name, grid, mark.cells, mark.strong)


def _point(spot: Spot, grids: dict[GridName, LaidGrid]) -> Point:
    """Return where a point of a board is in the window."""
    return grids[spot.role].plane.point(spot.row, spot.column)
