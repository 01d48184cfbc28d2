"""What gestures know: of the pointer, what is remembered between two events; and of the picture they are made in.

The picture is that of the Flat view or of any other; the shell's scene answers for it.
"""

from __future__ import annotations

import math
from enum import Enum
from typing import Protocol, TypeAlias

from ..core.scenario import Pair, Scenario
from ..value import Value
from .event_types import Point
from .intent import Cell, Intent, Side, Target


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
    colour: what a stroke paints on the colour picture.
    whole: the dragged weight is one of integers. grabbed: where the card is held, (rows, columns) from its corner.
    side: the side of Compare on which it went down. source: a stroke is on the source image of a network, in its strip.
    soft: a stroke paints what lies beside it too.
    """

    holding: Holding
    button: int
    start: Point
    last: Point
    since: float
    touch: bool
    cell: Cell | None = None
    value: float = 0.0
    colour: tuple[float, ...] = ()
    whole: bool = False
    grabbed: tuple[float, float] = (0.0, 0.0)
    side: Side = Side.A
    source: bool = False
    soft: bool = False


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


class Pull(Value):
    """A finger on a sheet that can be scrolled: the area, how far that was scrolled in units, and how far it can be.

    start: where the finger went down, in device pixels. unit: those of a unit. moved: it scrolls already.
    """

    area: str
    offset: float
    most: float
    start: float
    unit: float
    moved: bool = False


class Pointer(Value):
    """All that is remembered of the pointer.

    zoomed: where and when the wheel last zoomed. held: the name of the widget that a button holds.
    marks: what a drag does that marks pixels, or takes marks away.
    wheel: where the last gesture of the wheel began, and when it was last turned.
    pull: what a finger scrolls, or may scroll yet.
    """

    grab: Grab | None = None
    click: Click | None = None
    rest: Rest | None = None
    turned: Turned | None = None
    zoomed: Rest | None = None
    held: str | None = None
    marks: bool | None = None
    wheel: Rest | None = None
    pull: Pull | None = None


Answer: TypeAlias = tuple[Pointer, tuple[Intent, ...]]
"""What is remembered of the pointer from now on, and the intents that follow."""

STILL_UNITS = 4.0
TOUCH_STILL_UNITS = 12.0
"""A hand that moves no farther than this, in design units, has not moved; a finger is less steady than a mouse."""


def is_still(grab: Grab, point: Point, unit: float) -> bool:
    """Say whether what holds has stayed where it went down; `unit` is the device pixels of one design unit."""
    return math.dist(grab.start, point) <= (TOUCH_STILL_UNITS if grab.touch else STILL_UNITS) * unit


class Sight(Value):
    """The stage of the Stack view: its middle and its height, in window pixels; whether it turns by itself."""

    x: float
    y: float
    height: float
    turning: bool = False

    def place(self, point: Point) -> tuple[float, float]:
        """Return how far a point lies right and down of the middle, in heights of the stage."""
        return (point[0] - self.x) / self.height, (point[1] - self.y) / self.height


class Scene(Protocol):
    """The picture as hands meet it. Points x, y are in window pixels; rows and columns count from 0."""

    @property
    def scenario(self) -> Scenario:
        """The scenario on screen."""

    @property
    def brush(self) -> float:
        """The value that a stroke gives, −999 … 999: the brush's, or 0 with the eraser."""

    @property
    def colour(self) -> tuple[float, ...]:
        """What a stroke gives each channel while the colour picture is in front; else nothing."""

    @property
    def soft(self) -> bool:
        """Whether a stroke paints what lies beside it too, at less."""

    @property
    def unit(self) -> float:
        """Device pixels of one design unit."""

    @property
    def card(self) -> tuple[float, float]:
        """The card's top left, (row, column) in image coordinates, as real numbers."""

    @property
    def sight(self) -> Sight | None:
        """The stage of the Stack view; None in the Flat view."""

    def is_open(self, x: float, y: float) -> bool:
        """Say whether the point is on the stage, and no panel, list or control lies over it."""

    def target_at(self, x: float, y: float) -> Target | None:
        """Return what a press at the point would meet; the card's border lies above the pixels below it."""

    def pixel_at(self, x: float, y: float) -> Pair | None:
        """Return the image pixel under the point, whatever of the card is above it; None outside and on padding."""

    def spot_at(self, x: float, y: float) -> tuple[float, float]:
        """Return where the point is in image coordinates, as real numbers, at the height of the card."""
