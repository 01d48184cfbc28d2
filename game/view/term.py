"""The term that is in work, ringed wherever it stands at once: its weight, its pixel under the card, its product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.convolution import patch_corner
from ..play.phases import Phase
from ..ui.widgets.base import Widget
from .links import marks

if TYPE_CHECKING:
    from ..play.moment import Moment
    from ..session.facts.shown import ShownSide
    from ..ui.stage import Stage


def term_rings(moment: Moment, side: ShownSide, places: Stage) -> tuple[Widget, ...]:
    """Return the rings of the term that is multiplied, or of the product that is added up now."""
    term = moment.term
    if term is None or moment.cell is None or side.covered or not side.placed:
        return ()
    row, column = divmod(term, side.result.scenario.kernel_size[1])
    product = marks("term products", places.products, ((row, column),))
    if moment.phase is Phase.SUM:
        return product
    (top, left), (down, across) = patch_corner(side.result.scenario, moment.cell), side.result.scenario.dilation
    pixel = top + row * down, left + column * across
    return (
        *product,
        *marks("term kernel", places.kernel, ((row, column),)),
        *marks("term image", places.image, (pixel,)),
    )
