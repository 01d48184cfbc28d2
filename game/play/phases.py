"""The six phases of a step: their words, their shares of its time, the stops, the speeds, and when its motions run."""

from __future__ import annotations

from enum import Enum
from itertools import accumulate

from ..value import Value
from .easing import clamp, within

Shares = tuple[float, float, float, float, float, float]
"""What part of a step each phase takes, from slide to reveal; the six add up to 1."""

STEP_SECONDS = 2.4
"""How long one step lasts at speed 1×, in seconds."""

FAST = 72.0
"""The fastest speed: 30 steps a second, whatever the frame rate (30 × STEP_SECONDS)."""

SPEEDS: tuple[float, ...] = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, FAST)
"""The speeds to choose from, as multiples of 1×."""

NORMAL_SPEED = 2
"""The index of 1× in SPEEDS."""

BRISK_FROM = 4.0
"""From this speed on a step freely played has three phases only; six would flicker."""

NORMAL: Shares = (0.20, 0.10, 0.25, 0.10, 0.25, 0.10)
"""Slide, cover, multiply, products, sum, reveal."""

BRISK: Shares = (0.40, 0.0, 0.30, 0.0, 0.30, 0.0)
"""Slide, multiply, sum; the other three take no time of their own."""

STOPS = SETTLED, PRODUCTS_STAND, SUMMED = (0.30, 0.65, 0.90)
"""Where a step may be halted to look (fractions of a step)."""

TOLERANCE = 1e-9
"""Positions nearer than this are the same. Adding up a walk's time leaves rests far smaller (about 1e-12)."""


class Phase(Enum):
    """A part of a step; the value is its word. DONE is the walk's end, where no cell is being made."""

    SLIDE = "slide"
    COVER = "cover"
    MULTIPLY = "multiply"
    PRODUCTS = "products"
    SUM = "sum"
    REVEAL = "reveal"
    DONE = "done"


ORDER = (Phase.SLIDE, Phase.COVER, Phase.MULTIPLY, Phase.PRODUCTS, Phase.SUM, Phase.REVEAL)
"""The phases of a step in the order of time."""


def shares_of(brisk: bool) -> Shares:
    """Return the shares of a step: of a brisk one (4× and faster, freely played) or of a normal one."""
    return BRISK if brisk else NORMAL


def boundaries(shares: Shares) -> tuple[float, ...]:
    """Return where the phases begin, as seven fractions of a step from 0 to 1; the last is the step's end.

    Rounded to 12 digits, so that 0.2 + 0.1 is the stop 0.3 and not its neighbour.
    """
    return tuple(round(sum_so_far, 12) for sum_so_far in accumulate(shares, initial=0.0))


def phase_at(fraction: float, shares: Shares) -> tuple[Phase, float]:
    """Return the phase at a fraction of a step, and how far it has gone itself; both fractions are 0 … 1.

    A boundary belongs to the phase that begins there (within TOLERANCE); the step's end, 1, to the last phase.
    Phases that take no time are never returned.
    """
    begin = 0.0
    found = (Phase.SLIDE, 0.0)
    for phase, share in zip(ORDER, shares, strict=True):
        if share <= 0:
            continue
        if fraction < begin - TOLERANCE:
            break
        found = (phase, clamp((fraction - begin) / share))
        begin += share
    return found


class Progress(Value):
    """How far the six motions are, 0 … 1 each, before any easing."""

    slide: float
    settle: float
    blend: float
    gather: float
    clear: float
    reveal: float


MOTIONS = {
    "slide": ((0.0, 0.20), (0.0, 0.40)),
    "settle": ((0.20, 0.30), (0.40, 0.475)),
    "blend": ((0.30, 0.55), (0.42, 0.70)),
    # The last product arrives a little before the phase ends, so that the whole sum is seen before it turns green.
    "gather": ((0.65, 0.885), (0.70, 0.91)),
    # While the last products leave, their pixels clear up: who checks the sum wants to read them.
    "clear": ((0.79, 0.885), (0.83, 0.91)),
    "reveal": ((0.90, 1.0), (0.91, 1.0)),
}
"""When each motion runs, from begin to end, fractions of the step: of a normal one, and of a brisk one.

That has three phases only: the card settles while the first cells begin to rise, and the cell is revealed as the sum
ends.
"""


def progress_at(fraction: float, brisk: bool) -> Progress:
    """Return how far the motions are at a fraction (0 … 1) of a brisk or a normal step."""
    return Progress(**{name: within(fraction, *runs[brisk]) for name, runs in MOTIONS.items()})
