"""Memory of a program that everything was used in, beside that of a bare one; and whether it goes on growing."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

from .rows import Row, single

ROOT = Path(__file__).parents[2]

BARE = """
import os, pathlib
os.environ["SDL_VIDEODRIVER"] = "dummy"
import numpy, pygame
pygame.display.init()
pygame.font.init()
pygame.display.set_mode((1920, 1080)).fill((15, 19, 24))
pygame.display.flip()
print(pathlib.Path("/proc/self/statm").read_text().split()[1])
"""


def five_and_ten_minutes() -> list[Row]:
    """Return the rows after five minutes of the program's own time, and after ten more; all in frames of 1/60 s.

    What is shown just then makes a tenth of the memory more or less: growth is that of the median of five minutes.
    """
    bare = megabytes("-c", BARE)[-1]
    used = megabytes("-m", "tests.bench.use", "15")
    after_five, first, last = used[4], statistics.median(used[:5]), statistics.median(used[-5:])
    highest = f"{after_five:.0f} MB against {bare:.0f}; by minute: {' '.join(f'{size:.0f}' for size in used)}"
    return [
        single("memory after five minutes of everything", after_five / bare, "times", 2.5, highest),
        single("growth of memory in ten more", last / first, "times", 1.05, f"{first:.0f} MB, then {last:.0f}"),
    ]


def megabytes(*words: str) -> list[float]:
    """Run a Python program that prints pages of memory, a line each time; return them in MB."""
    found = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, timeout=1800, check=True)
    return [int(line) * 4096 / 2**20 for line in found.stdout.split() if line.isdigit()]
