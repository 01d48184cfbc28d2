"""What is remembered of the pointer between two events: what it holds, its last click, and how long it has rested."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from ..value import Value
from .intent import Intent, Side

if TYPE_CHECKING:
    from .event_types import Point
    from .intent import Cell


class Holding(Enum):
    """What a held button or finger does. The first two wait for a move, a release, or for time to pass."""

    PIXEL = "pixel"  # a finger on a pixel: a tap, a stroke or the menu
    WEIGHT = "weight"  # on a weight: a click or a drag
    STROKE = "stroke"
    WEIGHT_DRAG = "weight drag"
    CARD = "card"
    SPACE = "space"  # on empty space of the Stack view: a click or a drag
    ORBIT = "orbit"
    PAN = "pan"


class Grab(Value):
    """A button that is held, or a finger.

    start, last: where it went down, and where it was last. since: when it went down, in seconds.
    cell: what it went down on. value: what a stroke paints, or the dragged weight before rounding.
    whole: the dragged weight is one of integers. grabbed: where the card is held, (rows, columns) from its corner.
    side: the side of Compare on which it went down.
    """

    holding: Holding
    button: int
    start: Point
    last: Point
    since: float
    touch: bool
    cell: Cell | None = None
    value: float = 0.0
    whole: bool = False
    grabbed: tuple[float, float] = (0.0, 0.0)
    side: Side = Side.A


class Click(Value):
    """The last press on a pixel, or on empty space (None), which a second one soon after makes a double click."""

    cell: Cell | None
    point: Point
    time: float


class Rest(Value):
    """Where the pointer rests, and since when."""

    point: Point
    since: float


class Turned(Value):
    """What is left of a wheel's fractions, and the cell that they were meant for."""

    cell: Cell
    fraction: float


class Pointer(Value):
    """All that is remembered of the pointer. zoomed: where and when the wheel last zoomed."""

    grab: Grab | None = None
    click: Click | None = None
    rest: Rest | None = None
    turned: Turned | None = None
    zoomed: Rest | None = None


Answer: TypeAlias = tuple[Pointer, tuple[Intent, ...]]
"""What is remembered of the pointer from now on, and the intents that follow."""

STILL_UNITS = 4.0
TOUCH_STILL_UNITS = 12.0
"""A hand that moves no farther than this, in design units, has not moved; a finger is less steady than a mouse."""


def is_still(grab: Grab, point: Point, unit: float) -> bool:
    """Say whether what holds has stayed where it went down; `unit` is the device pixels of one design unit."""
    return math.dist(grab.start, point) <= (TOUCH_STILL_UNITS if grab.touch else STILL_UNITS) * unit
