"""How far each motion of a step has come at a fraction of that step."""

from __future__ import annotations

from typing import NamedTuple

from .easing import within


class Span(NamedTuple):
    """A part of a step in which a motion runs: from begin to end, fractions of the step."""

    begin: float
    end: float

    def part(self, fraction: float) -> float:
        """Return how much of the span has passed, 0 … 1."""
        return within(fraction, self.begin, self.end)


class Motions(NamedTuple):
    """When the six motions of a step run."""

    slide: Span
    settle: Span
    blend: Span
    gather: Span
    clear: Span
    reveal: Span


class Progress(NamedTuple):
    """How far the six motions are, 0 … 1 each, before any easing."""

    slide: float
    settle: float
    blend: float
    gather: float
    clear: float
    reveal: float


NORMAL_MOTIONS = Motions(
    slide=Span(0.0, 0.20),
    settle=Span(0.20, 0.30),
    blend=Span(0.30, 0.55),
    # The last product arrives a little before the phase ends, so that the whole sum is seen before it turns green.
    gather=Span(0.65, 0.885),
    # While the last products leave, their pixels clear up: who checks the sum wants to read them.
    clear=Span(0.79, 0.885),
    reveal=Span(0.90, 1.0),
)

# Three phases only: the card settles while the first cells begin to rise, and the cell is revealed as the sum ends.
BRISK_MOTIONS = Motions(
    slide=Span(0.0, 0.40),
    settle=Span(0.40, 0.475),
    blend=Span(0.42, 0.70),
    gather=Span(0.70, 0.91),
    clear=Span(0.83, 0.91),
    reveal=Span(0.91, 1.0),
)


def progress_at(fraction: float, brisk: bool) -> Progress:
    """Return how far the motions are at a fraction (0 … 1) of a brisk or a normal step."""
    motions = BRISK_MOTIONS if brisk else NORMAL_MOTIONS
    return Progress(*(span.part(fraction) for span in motions))
