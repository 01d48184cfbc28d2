"""A learning rate that may be a millionth as well as ten: its slider goes over 1, 2 and 5 times the powers of ten."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right

from .base import Answer
from .rate_slider import RateSlider

SHARES = (1, 2, 5)


def ladder(low: float, high: float) -> tuple[float, ...]:
    """Return the rungs between two numbers over 0, both included."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    rungs = (float(f"{share}e{power}") for power in range(first, last + 1) for share in SHARES)
    return tuple(rung for rung in rungs if low <= rung <= high)


class LadderSlider(RateSlider, kw_only=True):
    """A slider on whose track each power of ten is as long as the next; the knob and the keys go from rung to rung."""

    @property
    def rungs(self) -> tuple[float, ...]:
        """The numbers on which the knob can stand; any other can be typed."""
        return ladder(*self.ends)

    def place(self, value: float) -> float:
        """Return the x of a value on the track."""
        low, high = map(math.log10, self.ends)
        at = math.log10(min(max(value, self.ends[0]), self.ends[1]))
        return self.track.x + self.track.w * (at - low) / (high - low)

    def value_at(self, x: float) -> float:
        """Return the rung nearest to an x in the window."""
        return min(self.rungs, key=lambda rung: abs(self.place(rung) - x))

    def turned(self, notches: float, shift: bool) -> Answer:
        """Go so many rungs up, or down for less than 0."""
        del shift
        rungs, value = self.rungs, self.value
        at = bisect_right(rungs, value) - 1 if notches > 0 else bisect_left(rungs, value)
        return self._set(rungs[min(max(at + round(notches), 0), len(rungs) - 1)])
