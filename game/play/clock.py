"""Where time comes from: one clock says how much of it has passed."""

from __future__ import annotations

from collections.abc import Callable

LONGEST_TICK = 0.1
"""Seconds. After a longer pause (the machine slept, the window was dragged) the walk goes on from where it was."""


class SystemClock:
    """The clock of the running program: differences of a steadily growing count of seconds, 0 … LONGEST_TICK."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Take the function that returns the count, such as time.perf_counter."""
        self._now = now
        self._last: float | None = None

    def tick(self) -> float:
        """Return the seconds since the last tick, at most LONGEST_TICK, never negative; 0 at the first."""
        now = self._now()
        passed = 0.0 if self._last is None else now - self._last
        self._last = now
        return min(max(passed, 0.0), LONGEST_TICK)
