"""Run it: ``python -m tests.soak --minutes 30``. Status 0 when it ended as it began."""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from game.shell.display import prepare_without_screen
from tests.fuzz.raw import CHORDS
from tests.real_window.desk import Desk, desk, missing_packages, say
from tests.real_window.program import Program

SIZE = (1366, 768)
WATCHED = 6.0
"""Seconds in each round for which it plays untouched, and is measured."""
TOGGLES = tuple(key for key in CHORDS if (len(key) == 1 and key.isalpha()) or key.startswith("F"))
"""The letters and F keys of the table, whatever they are by now; each is struck twice, so that most modes end again."""
LARGER, SLOWER = 1.10, 1.25
"""How many times as large, or as slow, it may be at the end; a machine that others use too is not steady."""


def main() -> int:
    """Run it, print what was measured, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description="A long time at a real window.")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    found = parser.parse_args()
    if missing := missing_packages():
        sys.stderr.write(f"It needs these packages: {' '.join(missing)}\n")
        return 2
    prepare_without_screen()
    import pygame

    pygame.display.set_mode((64, 64))
    with tempfile.TemporaryDirectory(prefix="kernelscope-soak-") as folder:
        home = Path(folder) / "home"
        home.joinpath("Documents").mkdir(parents=True)
        with desk(home) as screen:
            return _judged(*_soaked(screen, Path(folder), found.minutes * 60, random.Random(found.seed)))


def _soaked(screen: Desk, folder: Path, seconds: float, chance: random.Random) -> tuple[list[float], list[float]]:
    """Use the program for so long; return the processor's load while it plays, and its memory, in each round."""
    loads: list[float] = []
    memory: list[float] = []
    with Program(screen, folder, "--image", "noise", "--window", f"{SIZE[0]}x{SIZE[1]}") as program:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            _calm(screen, program)
            loads.append(program.load(WATCHED))
            memory.append(_megabytes(program.process.pid))
            say(f"  round {len(loads)}: playing takes {loads[-1]:.1f} % of a core; {memory[-1]:.1f} MB")
            _scrub(screen, program, chance)
            _paint(screen, program, chance)
            _toggle(screen, chance)
            _resize(screen, program, chance)
    say("  nothing on standard error, and it ended well")
    return loads, memory


def _calm(screen: Desk, program: Program) -> None:
    """Leave whatever is open, and play the start-up scenario from its beginning at the usual size and speed."""
    screen.do("windowactivate", program.window)
    screen.keys(*["Escape"] * 6)
    screen.do("windowsize", program.window, *SIZE)
    screen.park()
    time.sleep(0.5)
    screen.keys("ctrl+0", "Home", "space")


def _scrub(screen: Desk, program: Program, chance: random.Random) -> None:
    """Drag the scrubber here and there."""
    rect = program.widget("scrubber").rect
    for _ in range(4):
        ends = [(rect.x + chance.uniform(0.1, 0.9) * rect.w, rect.centre[1] + 4) for _ in range(2)]
        screen.drag(program.window, ends[0], ends[1], moves=15)


def _paint(screen: Desk, program: Program, chance: random.Random) -> None:
    """Paint a stroke or two over the image, and take them back."""
    rect = program.map().places.image.rect
    for _ in range(2):
        ends = [(rect.x + chance.random() * rect.w, rect.y + chance.random() * rect.h) for _ in range(2)]
        screen.drag(program.window, ends[0], ends[1])
    screen.keys(*["ctrl+z"] * 4)


def _toggle(screen: Desk, chance: random.Random) -> None:
    """Strike letters and F keys, each one twice."""
    for key in chance.sample(TOGGLES, min(6, len(TOGGLES))):
        for _ in range(3 if key == "T" else 2):
            screen.keys(key.lower() if len(key) == 1 else key)
            time.sleep(0.3)
        screen.keys("Escape")


def _resize(screen: Desk, program: Program, chance: random.Random) -> None:
    """Give the window one size after another."""
    screen.keys(*["Escape"] * 4)
    for _ in range(12):
        screen.do("windowsize", program.window, chance.randint(400, 1800), chance.randint(300, 1000))
        time.sleep(0.06)


def _megabytes(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_048_576


def _judged(loads: list[float], memory: list[float]) -> int:
    """Compare the last fifth with the second one, for in the first all is still being filled; return the status."""
    part = max(1, len(loads) // 5)
    status = 0
    for name, found, most in (("load, playing", loads, SLOWER), ("memory", memory, LARGER)):
        before, after = statistics.median(found[part : 2 * part] or found), statistics.median(found[-part:])
        well = after <= most * before
        status = status if well else 1
        end = "" if well else " FAILED"
        say(f"  {name}: {before:.1f} → {after:.1f}, {after / before:.2f} times (at most {most}){end}")
    return status


if __name__ == "__main__":
    os.environ.pop("KERNELSCOPE_DATA", None)
    sys.exit(main())
