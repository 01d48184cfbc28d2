"""Present with a transposed convolution as stamps."""

from __future__ import annotations

from ...play.moment import Moment
from ...ui.geometry import Rect
from ...ui.stage import Stage
from ...ui.widgets.base import Widget
from ..dot_product import DotProduct
from ..flat import ground
from ..frame import ShownFrame, StillFrame
from ..present import inside_of, progress, step
from ..titles import bare_titles
from .places import for_hands, looks_on, stamp_places, stamps_of
from .view import kernel, moving_parts, pixels
from .words import choices_of, fitting_line


def stamp_present(frame: ShownFrame, moment: Moment) -> tuple[Widget, ...]:
    """Return everything that Present shows, from the bottom to the top."""
    side, laid, places = stamps_of(frame), frame.shown.stamp, stamp_places(frame)
    looks = looks_on(frame, places)
    still = (ground(frame), *_titles(frame, places), *pixels(side, places, looks))
    if frame.layout.alone or laid is None:
        return still
    moving = moving_parts(frame, side, laid, moment, places, for_hands(side, places), looks)
    size, rect = round(frame.layout.unit * 46), inside_of(frame)
    lines = fitting_line(frame, choices_of(side, laid, moment), rect.w, size, 2)
    foot = DotProduct(name="dot product", rect=rect, lines=lines, size=size)
    return (*still, *kernel(side, places, looks), *moving, *step(frame, places.note), foot, progress(frame))


def _titles(frame: StillFrame, places: Stage) -> tuple[Widget, ...]:
    """Return the titles, and the sign of what is added."""
    unit, arrow = frame.layout.unit, places.arrow
    labels = bare_titles(frame, places, round(unit * 38), round(unit * 56), 4, covered=False)
    if frame.layout.alone:
        return labels
    above = Rect(arrow.x, arrow.y, arrow.w, arrow.h // 2)
    signs = (
        frame.label("sum sign", above, "+", round(54 * unit), bold=True, align=0.5),
        frame.label("sum arrow", above.moved(0, above.h), "→", round(44 * unit), "dim", align=0.5),
    )
    return (*labels, *signs)
