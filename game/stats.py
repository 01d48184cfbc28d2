"""How long frames took, and how much memory: what ``--stats`` prints when the window is closed."""

from __future__ import annotations

import math
import sys

from .words.texts import text

_STEP = math.log(1.01)  # each class of durations is one percent wide
_SHORTEST = 1e-5  # seconds
_CLASSES = 1600  # the last one begins at 80 s


class Durations:
    """Counts durations by their length, to one percent, in the same small room however many there are."""

    def __init__(self) -> None:
        self.count = 0
        self._classes = [0] * _CLASSES

    def add(self, seconds: float) -> None:
        """Count a duration."""
        index = int(math.log(max(seconds, _SHORTEST) / _SHORTEST) / _STEP)
        self._classes[min(index, _CLASSES - 1)] += 1
        self.count += 1

    def share(self, part: float) -> float:
        """Return the duration in seconds that `part` (0 … 1) of all do not exceed; 0.5 gives the median, to 1 %."""
        wanted = part * self.count
        passed = 0
        for index, count in enumerate(self._classes):
            passed += count
            if count and passed >= wanted:
                return _SHORTEST * math.exp((index + 0.5) * _STEP)
        return 0.0


def report(work: Durations) -> str:
    """Return the line that says how many frames were drawn, how long their work took, and the most memory in use."""
    memory = peak_memory()
    return text(
        "stats",
        frames=work.count,
        median=f"{work.share(0.5) * 1e3:.2f}",
        late=f"{work.share(0.99) * 1e3:.2f}",
        memory=text("stats.unknown") if memory is None else f"{memory / 2**20:.0f} MB",
    )


def peak_memory() -> int | None:
    """Return the most bytes of memory that this process has had in use; None where the system does not tell."""
    try:
        import resource  # not on Windows
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024  # Linux counts in KiB
