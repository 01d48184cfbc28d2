"""The grids with all that moves on them, and nothing else: as Present and Compare have them, each in its own frame."""

from __future__ import annotations

from ..play.moment import Moment
from ..session.facts.shown import ShownSide
from ..ui.stage import Stage
from ..ui.widgets.base import Widget
from .flat import card_widget, marks_on, other_grids, patch_widget, rings, source_image
from .frame import StillFrame
from .places import Looks


def grids_view(
    frame: StillFrame, moment: Moment, places: Stage, looks: Looks, stands: float | None = None
) -> tuple[Widget, ...]:
    """Return the grids with all that moves on them, and nothing else.

    stands: what stands of a layer's output cell that is being made.
    """
    side, image = frame.side, source_image(frame, places.image, looks)
    if frame.layout.alone:
        return (image,)
    return (
        image,
        *(() if side.covered or side.mixed else patch_widget(moment, side.result, places.image)),
        *other_grids(frame, moment, places, looks, stands),
        *marks_on(side.pointing, moment.cell, places),
        *((card_widget(frame, moment, places.image, looks),) if side.placed else ()),
        *(() if side.result.scenario.layer.pooling is None else _won(side, moment, places)),
        *rings(moment, side, places),
    )


def _won(side: ShownSide, moment: Moment, places: Stage) -> tuple[Widget, ...]:
    from .lanes.pooled import winner_marks  # most layers have kernels

    return winner_marks(side, moment, places)
