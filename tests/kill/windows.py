"""Windows of the program at once, on the same data folder: each keeps its own work, and none spoils another's."""

from __future__ import annotations

import random
import time
from contextlib import ExitStack
from pathlib import Path

from game.files.scenario_file import read_scenario

from .killing import LATE, MOST_AGE
from .running import Child, age_of

WORKS = "work/*/work.json"
SLOW = 10.0
"""Seconds within which a window has kept its work for the first time, however busy the machine is."""


def together(folder: Path, seed: int, rounds: int) -> str:
    """Let two or three windows play at once, kill them, and start as many; return a summary. Raises AssertionError."""
    chance = random.Random(seed)
    data = folder / "data"
    before: list[Child] = []
    killed: list[float] = []
    oldest = 0.0
    for number in range(rounds):
        count = 2 + number % 2
        with ExitStack() as running:
            windows = (Child(data, chance.randrange(10**9), folder / f"{index}.json") for index in range(count))
            now = [running.enter_context(child) for child in windows]
            begins = [child.shows() for child in now]
            if before:
                oldest = max(oldest, _continued(begins, before, killed, number))
            time.sleep(chance.uniform(0.5, 2.5))
            _await_works(data, count)
            killed = [child.kill() for child in now]
        works = list(data.glob(WORKS))
        assert len(works) >= count, f"round {number}: {count} windows and {len(works)} kept works"
        for path in (*works, *folder.glob("*.json")):
            read_scenario(path)
        before = now
    return f"{rounds} times two or three windows: each went on with the work of one, at most {oldest:.2f} s old"


def _await_works(data: Path, count: int) -> None:
    """Wait until each window has kept something, on a busy machine too; the check comes after they were killed."""
    until = time.monotonic() + SLOW
    while len(list(data.glob(WORKS))) < count and time.monotonic() < until:
        time.sleep(0.02)


def _continued(begins: list[str], before: list[Child], killed: list[float], number: int) -> float:
    """Check that the windows of before are continued, each by one; return the age of the oldest work."""
    oldest = 0.0
    for child, when in zip(before, killed, strict=True):
        ages = []
        for begin in begins:
            try:
                ages.append(age_of(begin, child.told, when))
            except AssertionError:
                continue
        if len(begins) >= len(before):
            assert ages, f"round {number}: nobody goes on with the work of a window"
            oldest = max(oldest, min(ages))
    assert oldest <= MOST_AGE + LATE, f"round {number}: {oldest:.2f} s of work are lost"
    return oldest
