"""The four shades to pick from in Predict: one is right, three are wrong, and all are clearly apart."""

from __future__ import annotations

import zlib
from functools import lru_cache

from ..core.scenario import Pair, Scenario
from ..value import Value

LETTERS = "ABCD"
"""What the shades are called: a number would read as a value."""
COUNT = len(LETTERS)
PARTS = 5
"""Neighbouring shades lie a fifth of the whole scale apart."""


class Scale(Value):
    """The fixed scale of the output's shades: no output cell of this kernel can lie outside low … high."""

    low: float
    high: float

    @property
    def magnitude(self) -> float:
        """The magnitude that has the full hue."""
        return max(self.high, -self.low)


def shares_at(scenario: Scenario, scale: Scale, cell: Pair, value: float) -> tuple[tuple[float, ...], int]:
    """Return four shades from low to high, as shares of the full hue, and the index of the right one.

    Which of them is the right one follows from the scenario and the cell alone, and looks random.
    """
    magnitude = scale.magnitude or 1.0
    numbers = f"{cell} {scenario.seed} {scenario.kernel.tobytes()!r} {value!r}"
    return _spread(scale.low / magnitude, scale.high / magnitude, value / magnitude, zlib.crc32(numbers.encode()))


@lru_cache(maxsize=16)
def _spread(low: float, high: float, right: float, chance: int) -> tuple[tuple[float, ...], int]:
    """Return four neighbours at equal distance that hold the right share; chance chooses among those that fit."""
    apart = (high - low) / PARTS or 1.0
    below = min(COUNT - 1, int((right - low) / apart + 1e-9))
    above = min(COUNT - 1, int((high - right) / apart + 1e-9))
    first, last = max(0, COUNT - 1 - above), below  # how many may lie below it
    index = first + (chance >> 4) % (max(last, first) - first + 1)
    return tuple(right + (place - index) * apart for place in range(COUNT)), index
