"""Hover links in the Stack view, with lines: pixel → output cells, output cell → patch, weight → pixels."""

from __future__ import annotations

from ...core.convolution import patch_corner
from ...core.coverage import cells_fed_by, pixels_touched_by_weight
from ...core.result import Result
from ...input.targets import Cell, GridName, Target
from ...play.moment import Moment
from ...ui.widgets.base import Widget
from ...value import Value
from ..links import MOST_RINGS, weight_over
from .laid_grid import LaidGrid
from .marks import block_marks, lines_of, marks_of
from .places import StackPlaces
from .projection import Point

Pair = tuple[int, int]
MOST_LINES = 36


class Links(Value):
    """The widgets of links, by what they lie on or under."""

    image: tuple[Widget, ...] = ()
    card: tuple[Widget, ...] = ()
    lines: tuple[Widget, ...] = ()
    output: tuple[Widget, ...] = ()


def links_of(target: Target | None, result: Result, moment: Moment, places: StackPlaces, told: bool) -> Links:
    """Return the links that a target under the pointer or the cursor calls for.

    While what follows from the walk is not told, only the target itself: all links would tell of it.
    """
    if not isinstance(target, Cell):
        return Links()
    at = (target.row, target.column)
    if not told:
        own = marks_of("hover", dict(places.grids)[target.grid], (at,))
        return Links(image=own) if target.grid is GridName.IMAGE else Links(card=own)
    makers = {GridName.IMAGE: _pixel, GridName.OUTPUT: _output, GridName.KERNEL: _weight}
    return makers[target.grid](at, result, moment, places) if target.grid in makers else Links()


def _pixel(at: Pair, result: Result, moment: Moment, places: StackPlaces) -> Links:
    image, kernel, output = _grids(places)
    fed = tuple(cells_fed_by(result.scenario, at))
    start = _middle(image, at)
    over = weight_over(at, result, moment.cell)
    card = () if over is None else marks_of("weight over", kernel, (over,))
    if not fed:
        return Links(image=marks_of("hover", image, (at,)), card=card)
    (top, left), (bottom, right) = fed[0], fed[-1]
    block = (float(top), float(left), bottom - top + 1.0, right - left + 1.0)
    whole = block[2] * block[3] == len(fed)
    ends = tuple(_middle(output, cell) for cell in fed) if len(fed) <= MOST_LINES else output.plane.quad(*block)
    return Links(
        image=marks_of("hover", image, (at,)),
        card=card,
        lines=lines_of("links", tuple((start, end) for end in ends), places.clip),
        output=block_marks("fed frame", output, (block,))
        if len(fed) > MOST_RINGS and whole
        else marks_of("feeds", output, fed, strong=len(fed) <= MOST_RINGS),
    )


def _output(at: Pair, result: Result, moment: Moment, places: StackPlaces) -> Links:
    del moment
    image, _, output = _grids(places)
    (row, column), (rows, columns) = patch_corner(result.scenario, at), result.scenario.kernel_extent
    block = float(row), float(column), float(rows), float(columns)
    corners = zip(image.plane.quad(*block), output.plane.quad(*at), strict=True)
    return Links(
        image=block_marks("patch frame", image, (block,)),
        lines=lines_of("links", tuple(corners), places.clip),
        output=marks_of("hover", output, (at,)),
    )


def _weight(at: Pair, result: Result, moment: Moment, places: StackPlaces) -> Links:
    image, kernel, _ = _grids(places)
    touched = tuple(pixels_touched_by_weight(result.scenario, at))
    start = _middle(kernel, at)
    below = image.plane.point(moment.card[0] + _along(result, at, 0), moment.card[1] + _along(result, at, 1))
    return Links(
        image=marks_of("meets", image, touched, strong=False),
        card=marks_of("hover", kernel, (at,)),
        lines=lines_of("links", ((below, start),), places.clip) if kernel.there else (),
    )


def _along(result: Result, at: Pair, axis: int) -> float:
    return at[axis] * result.scenario.dilation[axis] + 0.5


def _grids(places: StackPlaces) -> tuple[LaidGrid, LaidGrid, LaidGrid]:
    grids = dict(places.grids)
    return grids[GridName.IMAGE], grids[GridName.KERNEL], grids[GridName.OUTPUT]


def _middle(grid: LaidGrid, cell: Pair) -> Point:
    return grid.plane.point(cell[0] * grid.steps[0] + 0.5, cell[1] * grid.steps[1] + 0.5)
