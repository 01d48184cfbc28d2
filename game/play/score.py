"""A step with several lanes: what each of them has of it, where it may be halted, and how long it lasts.

A lane is a channel that the filter sees. The middle of a step, from settled to summed, is shared out evenly to the
lanes: each multiplies and adds up as a step of one lane does. Up to `IN_TURN` lanes take turns; more of them, and those
of fast playing, do all of it at the same time.
"""

from __future__ import annotations

from .easing import clamp
from .phases import NORMAL, PRODUCTS_STAND, SETTLED, STEP_SECONDS, SUMMED, TOLERANCE, boundaries

IN_TURN = 4
"""More lanes than this work at the same time."""
MIDDLE = SUMMED - SETTLED
DIGITS = 12
"""To which positions are rounded, so that a stop is itself and not its neighbour."""


def turns(lanes: int, brisk: bool = False) -> int:
    """Return how many turns the lanes take in a step; 1: all work at the same time."""
    return 1 if brisk or lanes > IN_TURN else lanes


def of_lane(fraction: float, lane: int, lanes: int, brisk: bool = False) -> float:
    """Return how far a lane's own step is, 0 … 1, at a fraction of the step of all."""
    count = turns(lanes, brisk)
    if count == 1 or fraction <= SETTLED or fraction >= SUMMED:
        return fraction
    inner = clamp((fraction - SETTLED) * count / MIDDLE - lane)
    return round(SETTLED + inner * MIDDLE, DIGITS)


def whole(own: float, lane: int, lanes: int) -> float:
    """Return at which fraction of the step of all a lane's own step, which takes its turn, has come so far."""
    count = turns(lanes)
    return own if count == 1 else round(SETTLED + (own - SETTLED + lane * MIDDLE) / count, DIGITS)


def lane_at(fraction: float, lanes: int, brisk: bool = False) -> int:
    """Return whose turn it is at a fraction of a step: the first one's before, the last one's after all turns."""
    count = turns(lanes, brisk)
    return min(count - 1, max(0, int((fraction - SETTLED) * count / MIDDLE + TOLERANCE)))


def products_stand(lanes: int) -> float:
    """Return the fraction of a step at which all products stand, and the last of them have not been added up."""
    return whole(PRODUCTS_STAND, turns(lanes) - 1, lanes)


def stops(lanes: int, products: bool = False) -> tuple[float, ...]:
    """Return where a step may be halted: settled, the sum of each lane, and where its products stand.

    products: of each of several lanes, too; with one turn they always are among them.
    """
    count = turns(lanes)
    each = (PRODUCTS_STAND, SUMMED) if products or count == 1 else (SUMMED,)
    return (SETTLED, *(whole(stop, lane, lanes) for lane in range(count) for stop in each))


def phases(lanes: int) -> tuple[float, ...]:
    """Return where the phases of a step begin: in each turn multiply, products and sum, and at last reveal."""
    each = boundaries(NORMAL)
    inner = (whole(begin, lane, lanes) for lane in range(turns(lanes)) for begin in each[2:5])
    return (*each[:2], *inner, each[5])


def step_seconds(lanes: int) -> float:
    """Return how long a step lasts at speed 1×: 2.4 s × (0.4 + 0.6 × lanes), lanes counted up to four."""
    return STEP_SECONDS * (1 - MIDDLE + MIDDLE * min(lanes, IN_TURN))


def seconds_at(position: float, lanes: int) -> float:
    """Return how long a walk has lasted at a position, at speed 1×: lanes take longer than the rest."""
    step = int(position + TOLERANCE)
    fraction = max(0.0, position - step)
    inner = clamp(fraction - SETTLED, 0.0, MIDDLE)
    return step * step_seconds(lanes) + STEP_SECONDS * (fraction - inner + inner * min(lanes, IN_TURN))


def position_after(seconds: float, lanes: int) -> float:
    """Return where a walk is after so many seconds at speed 1×."""
    each, slow = step_seconds(lanes), min(lanes, IN_TURN)
    step = int(seconds / each + TOLERANCE)
    left = max(0.0, seconds - step * each) / STEP_SECONDS
    inner = clamp((left - SETTLED) / slow, 0.0, MIDDLE)
    return step + left - inner * slow + inner
