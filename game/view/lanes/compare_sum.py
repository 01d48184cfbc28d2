"""Compare with channels: under each side's grids the sum of its channels on a line, as the column addition has it."""

from __future__ import annotations

from ...session.facts.layers import Lanes
from ...ui.frame import BODY
from ...ui.geometry import Rect
from ...ui.stage_wall import LEAST, LINE
from ...ui.widgets.base import Widget
from ..card_faces import Decimals
from ..frame import StillFrame
from ..written_lines import Line, width_of
from .line import ChannelSum, channel_sum
from .looks import lane_decimals
from .numbers import sum_decimals

SMALLEST = 0.75  # of the font's size in the window, before words are left out
FORMS = ((False, True), (False, False), (True, False))
"""From the fullest to the shortest: with the channels or only the bias, with the value of the activation or without."""


def decimals_of_side(frame: StillFrame, parts: Lanes) -> Decimals:
    """Return the decimals of the lanes of the side that a frame draws."""
    return lane_decimals(tuple(one.result for one in parts.lanes), frame.still.settings.decimals)


def side_sum(frame: StillFrame, parts: Lanes, place: Rect) -> tuple[Widget, ...]:
    """Return the sum of the channels of the side that a frame draws, on its line in the pane.

    What is not known yet, or is asked for, is a "?".
    """
    decimals = sum_decimals(frame, parts.column.bias, decimals_of_side(frame, parts)[2])
    secret = frame.side.asked is not None
    each = tuple(channel_sum(parts.column, decimals, secret, *form) for form in FORMS)
    size, line = _fitting(frame, each, place.w)
    return (ChannelSum(name="channel sum", rect=place, unit=frame.unit, runs=line, size=size),)


def _fitting(frame: StillFrame, forms: tuple[Line, ...], width: int) -> tuple[int, Line]:
    """Return the fullest of some lines that has room in a font that can be read, and the largest such font size."""
    unit = frame.layout.unit
    most, least = round(unit * LINE), round(unit * LEAST)
    if not frame.layout.presenting:
        most = frame.size(BODY)
        least = round(most * SMALLEST)
    for line in forms:
        for size in range(most, least - 1, -1):
            if width_of(frame.type, line, size) <= width:
                return size, line
    size = next((size for size in range(least, 8, -1) if width_of(frame.type, forms[-1], size) <= width), 8)
    return size, forms[-1]
