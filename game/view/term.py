"""The term that is in work, ringed wherever it stands at once: its weight, its pixel under the card, its product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.convolution import patch_corner
from ..input.intent import GridName
from ..play.phases import Phase
from ..ui.widgets.base import Widget
from .marks import marks
from .pencil import Pencil

if TYPE_CHECKING:
    from ..play.moment import Moment
    from ..session.facts.shown import ShownSide
    from ..ui.stage import Stage

Cells = tuple[tuple[GridName, tuple[int, int]], ...]


def term_cells(moment: Moment, side: ShownSide) -> Cells:
    """Return the cells of the term that is multiplied, or the product that is added up now, each with its grid."""
    term = moment.term
    if term is None or moment.cell is None or side.covered or not side.placed:
        return ()
    scenario = side.result.scenario
    row, column = divmod(term, scenario.kernel_size[1])
    product = (GridName.PRODUCTS, (row, column))
    if moment.phase is Phase.SUM:
        return (product,)
    (top, left), (down, across) = patch_corner(scenario, moment.cell), scenario.dilation
    return product, (GridName.KERNEL, (row, column)), (GridName.IMAGE, (top + row * down, left + column * across))


def term_rings(moment: Moment, side: ShownSide, places: Stage) -> tuple[Widget, ...]:
    """Return the rings around those cells in the Flat view."""
    return tuple(
        ring
        for role, cell in term_cells(moment, side)
        for ring in marks(f"term {role.value}", Pencil(getattr(places, role.value)), (cell,))
    )
