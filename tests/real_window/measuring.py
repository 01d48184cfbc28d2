"""Measurements: how much of a processor it uses, and how long its first picture takes beside a bare program's."""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

from tests.bench.starting import USUAL, bare_seconds, our_seconds

from .desk import Desk, say
from .program import Program

RUNS = 5


def rests_when_paused(desk: Desk, folder: Path) -> None:
    """Paused and untouched it uses next to nothing of a processor."""
    with Program(desk, folder, "--image", "noise", "--paused", "--at", "5.4") as program:
        time.sleep(2.0)
        load = program.load(10.0)
        say(f"     paused and untouched: {load:.2f} % of one core, over 10 s")
        assert load < 2.0, f"{load:.2f} % of a core while nothing happens"
        desk.keys("space")
        say(f"     playing: {program.load(3.0):.1f} % of one core, over 3 s")


def shows_its_first_picture_soon(desk: Desk, _folder: Path) -> None:
    """Report how long the first picture takes, beside a bare pygame program's; this is a measurement, not a test."""
    bare, ours = [], []
    for _ in range(RUNS + 1):
        bare.append(bare_seconds(desk, USUAL))
        ours.append(our_seconds(desk, USUAL))
    usual, median = statistics.median(bare[1:]), statistics.median(ours[1:])  # the first run warms the disk's cache
    say(
        f"     first picture after {median:.3f} s; a bare pygame program's after {usual:.3f} s: "
        f"{median / usual:.2f} times as long (medians of {RUNS}; `python -m tests.bench` measures it well)"
    )


def machine() -> str:
    """Return a line about the machine that was measured on."""
    return f"{os.cpu_count()} cores, Python {sys.version.split()[0]}"
