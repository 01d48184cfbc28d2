"""Where the card may be during a part of a step: what gives way to it, gives way to all of that at once."""

from __future__ import annotations

from ..core.convolution import patch_corner
from ..core.result import Result
from ..play.moment import Moment
from ..play.phases import Phase
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from .card import card_rect


def card_room(place: GridPlace, moment: Moment, result: Result, unit: float) -> Rect:
    """Return the area in which the card stays during a part of a step: on its way to the patch, and then above it.

    It keeps still while the card moves in it, so that what gives way to the card does so once.
    """
    columns = result.output.shape[1]
    steps = (moment.step - 1, moment.step) if moment.phase is Phase.SLIDE and moment.step else (moment.step,)
    corners = [patch_corner(result.scenario, divmod(step, columns)) for step in steps]
    back = corners[0][1] > corners[-1][1]
    room = card_rect(place, moment, result, unit)
    for row, column in corners:
        for lift in (0.0, 1.0):
            at = moment.changed(card=(float(row), float(column)), lift=lift, arc=1.0 if back and lift else 0.0)
            room = room.union(card_rect(place, at, result, unit))
    return room
