"""How far each motion of a step has come at a fraction of that step."""

from __future__ import annotations

from ..value import Value
from .easing import within


class Progress(Value):
    """How far the six motions are, 0 … 1 each, before any easing."""

    slide: float
    settle: float
    blend: float
    gather: float
    clear: float
    reveal: float


# When each motion runs: from begin to end, fractions of the step.
NORMAL_MOTIONS = {
    "slide": (0.0, 0.20),
    "settle": (0.20, 0.30),
    "blend": (0.30, 0.55),
    # The last product arrives a little before the phase ends, so that the whole sum is seen before it turns green.
    "gather": (0.65, 0.885),
    # While the last products leave, their pixels clear up: who checks the sum wants to read them.
    "clear": (0.79, 0.885),
    "reveal": (0.90, 1.0),
}

# Three phases only: the card settles while the first cells begin to rise, and the cell is revealed as the sum ends.
BRISK_MOTIONS = {
    "slide": (0.0, 0.40),
    "settle": (0.40, 0.475),
    "blend": (0.42, 0.70),
    "gather": (0.70, 0.91),
    "clear": (0.83, 0.91),
    "reveal": (0.91, 1.0),
}


def progress_at(fraction: float, brisk: bool) -> Progress:
    """Return how far the motions are at a fraction (0 … 1) of a brisk or a normal step."""
    motions = BRISK_MOTIONS if brisk else NORMAL_MOTIONS
    return Progress(**{name: within(fraction, begin, end) for name, (begin, end) in motions.items()})
