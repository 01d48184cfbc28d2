"""How long programs take until their first picture is on the screen, seen from outside, in turns."""

from __future__ import annotations

import mmap
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.real_window.desk import SCREEN, Desk, desk

TURNS = 11
PATIENCE = 30.0
PLACES = [(x, y) for y in range(100, 800, 37) for x in range(100, 1500, 41)]
"""Where the screen is looked at; a window without a picture is of one colour there, and so is the screen."""


class Screen:
    """The pixels of a screen as its server keeps them, so that looking costs nothing and waits for nobody."""

    def __init__(self, memory: Path) -> None:
        with (memory / "Xvfb_screen0").open("rb") as file:
            self._pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._first = len(self._pixels) - SCREEN[0] * SCREEN[1] * 4

    def colours(self) -> int:
        """Return how many colours there are at the places."""
        starts = (self._first + 4 * (y * SCREEN[0] + x) for x, y in PLACES)
        return len({self._pixels[start : start + 3] for start in starts})


def first_pictures(commands: Sequence[Sequence[str]], turns: int = TURNS) -> list[float]:
    """Return the median of the seconds that each program takes; the first turn warms the disk's cache."""
    with (
        tempfile.TemporaryDirectory() as memory,
        tempfile.TemporaryDirectory() as home,
        desk(Path(home), memory=Path(memory)) as screen,
    ):
        seen = Screen(Path(memory))
        took = [[_seconds(screen, seen, command) for command in commands] for _ in range(turns + 1)]
    return [statistics.median(column) for column in zip(*took[1:], strict=True)]


def _seconds(screen: Desk, seen: Screen, command: Sequence[str]) -> float:
    """Return the seconds from the start of a program to its first picture."""
    _until(lambda: seen.colours() < 4)
    with tempfile.TemporaryDirectory() as data:
        environment = {**screen.environment, "KERNELSCOPE_DATA": data, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else Python compiles the program anew at each start
        began = time.monotonic()
        with subprocess.Popen([*command, "--image", "noise", "--window", "1600x900"], env=environment) as running:
            try:
                _until(lambda: seen.colours() > 20)
                return time.monotonic() - began
            finally:
                running.kill()


def _until(so: Callable[[], bool]) -> None:
    """Look again and again, a thousand times a second, until it is so."""
    end = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < end, f"no change of the screen for {PATIENCE:.0f} s"
        time.sleep(0.001)
