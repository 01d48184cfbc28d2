"""Stamps in Compare: side A lays them, and side B lights the cells of its own map that the same pixel's stamp feeds."""

from __future__ import annotations

from ...core.stamps import corner_of, kept_of
from ...play.moment import Moment
from ...play.stamp_moment import StampStep
from ...ui.geometry import Rect
from ...ui.stage import Stage
from ...ui.widgets.base import Widget
from ..frame import ShownFrame, StillFrame
from ..marks import LinkFrame
from ..pencil import Pencil
from ..written_lines import on_lines
from .places import for_hands, looks_on, stamps_of
from .view import kernel, moving_parts, pixels
from .words import at_work, choices_of, fitting_line


def stamp_grids(frame: ShownFrame, moment: Moment, places: Stage) -> tuple[Widget, ...]:
    """Return the grids of a side that lays stamps, with all that moves on them."""
    side, step = stamps_of(frame), frame.shown.stamp
    looks = looks_on(frame, places)
    still = *pixels(side, places, looks), *kernel(side, places, looks)
    if step is None:
        return still
    return *still, *moving_parts(frame, side, step, moment, places, for_hands(side, places), looks)


def stamp_dot(frame: ShownFrame, moment: Moment, rect: Rect, size: int) -> tuple[Widget, ...]:
    """Return the line of the stamp that is laid."""
    side, step = stamps_of(frame), frame.shown.stamp
    if step is None:
        return ()
    lines = fitting_line(frame, choices_of(side, step, *at_work(frame, side, step, moment)), rect.w, size, 1)
    return (on_lines(frame.type, rect, lines, size),)


def fed_by(frame: StillFrame, step: StampStep, places: Stage) -> tuple[Widget, ...]:
    """Return the frame around the cells of a side's own map that the stamp of the same pixel feeds, if there are any.

    None at the end, and where the side has no such pixel, or cuts all of it off.
    """
    scenario, place, (row, column) = frame.side.result.scenario, places.output, step.stamp.pixel
    rows, columns = scenario.pixel_size
    if step.numbers is None or not scenario.layer.is_transposed or row >= rows or column >= columns or not place.pitch:
        return ()
    corner, kept, extent = corner_of(scenario, step.stamp.pixel), kept_of(scenario), scenario.kernel_extent
    first = [max(corner[axis] - kept[axis].start, 0) for axis in (0, 1)]
    last = [min(corner[axis] + extent[axis], kept[axis].stop) - kept[axis].start for axis in (0, 1)]
    size = last[0] - first[0], last[1] - first[1]
    if min(size) < 1:
        return ()
    pencil, at = Pencil(place), (first[0], first[1])
    found = LinkFrame(
        name="fed", rect=pencil.holding((at,), 2, size), unit=frame.unit, pencil=pencil, first=at, size=size
    )
    return (found,)
