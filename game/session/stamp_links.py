"""What belongs to a cell while stamps are laid: pixel → where it stamps, cell of the map → the pixels that meet in it.

Cells count as in the scenario, as hands meet them: pixels spread, the kernel turned, the map cut.
"""

from __future__ import annotations

from ..core.grid import Pair
from ..core.scenario import Scenario
from ..core.stamps import Stamp, cells_of, corner_of, kept_of, meeting
from ..input.intent import Cell, GridName, Target
from .formula_links import Framed
from .links import MOST_RINGS, Links, Mark


def stamp_links(target: Target | None, scenario: Scenario, stamp: Stamp | None) -> Links:
    """Return what a target under the pointer or the cursor calls for; `stamp`: the one that is laid, or None."""
    if not isinstance(target, Cell):
        return Links()
    at, role = (target.row, target.column), target.grid
    own = Mark("hover", role, (at,))
    if role is GridName.IMAGE:
        return Links((own, _stamp_of(scenario, pixel_of(scenario, at))))
    if role is GridName.OUTPUT:
        met = tuple(_spread(scenario, pixel) for pixel in meeting(scenario, at))
        return Links((own, Mark("patch", GridName.IMAGE, met, strong=len(met) <= MOST_RINGS)) if met else (own,))
    weight = at if role is GridName.PRODUCTS else _turned(scenario, at)
    found = [own]
    if role is GridName.KERNEL:
        found.append(Mark("of weight", GridName.PRODUCTS, (weight,)))
    elif role is GridName.PRODUCTS:
        found.append(Mark("of weight", GridName.KERNEL, (_turned(scenario, at),)))
    if stamp is not None:
        found.append(Mark("feeds", GridName.OUTPUT, (_under(scenario, stamp.pixel, weight),)))
    return Links(tuple(found))


def pixel_of(scenario: Scenario, at: Pair) -> Pair:
    """Return the pixel that stands at a place of the spread image."""
    down, across = scenario.layer.chosen_stride
    return at[0] // down, at[1] // across


def _spread(scenario: Scenario, pixel: Pair) -> Pair:
    down, across = scenario.layer.chosen_stride
    return pixel[0] * down, pixel[1] * across


def _turned(scenario: Scenario, at: Pair) -> Pair:
    rows, columns = scenario.kernel_size
    return rows - 1 - at[0], columns - 1 - at[1]


def _stamp_of(scenario: Scenario, pixel: Pair) -> Framed:
    kept, (row, column) = kept_of(scenario), corner_of(scenario, pixel)
    return Framed("patch frame", GridName.OUTPUT, (row - kept[0].start, column - kept[1].start), scenario.kernel_extent)


def _under(scenario: Scenario, pixel: Pair, weight: Pair) -> Pair:
    """Return the cell of the map under a weight of a pixel's stamp; it may lie where that is cut off."""
    kept, cells = kept_of(scenario), cells_of(scenario, pixel)
    row, column = (cells[axis].start + weight[axis] * cells[axis].step - kept[axis].start for axis in (0, 1))
    return row, column
