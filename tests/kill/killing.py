"""Kills at random moments: the next start goes on with what was there, at most a second old."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

from game.files.atomic import PREFIX, SUFFIX, write_whole
from game.files.scenario_file import read_scenario

from .running import Child, age_of

MOST_AGE = 1.0
"""Seconds of work that may be lost."""
LATE = 0.1
"""Seconds more that a busy machine may need: to give the process its turn, and to write."""


def partial_files(folder: Path) -> list[Path]:
    """Return the temporary files under a folder that killed processes have left."""
    return sorted(folder.rglob(f"{PREFIX}*{SUFFIX}"))


def killed_again_and_again(folder: Path, seed: int, rounds: int) -> str:
    """Kill and start so many times; return a summary. Raises AssertionError."""
    chance = random.Random(seed)
    data, file = folder / "data", folder / "lesson.json"
    told: list[tuple[float, str]] = []
    ages: list[float] = []
    when, early = 0.0, 0
    for number in range(rounds):
        with Child(data, chance.randrange(10**9), file) as child:
            if chance.random() < 0.1 and number:
                time.sleep(chance.uniform(0.0, 0.6))  # perhaps even before its first picture
                early += 1
            else:
                began = child.shows()
                if told:
                    ages.append(age_of(began, told, when))
                    assert ages[-1] <= MOST_AGE + LATE, f"round {number}: {ages[-1]:.2f} s of work are lost"
                time.sleep(chance.choice((chance.uniform(0, 0.3), chance.uniform(0.3, 1.5), chance.uniform(1.5, 3.0))))
            when_now = child.kill()
        if child.told:
            told, when = child.told, when_now
        _looks_well(data, file, number)
    lost = f"at most {max(ages, default=0):.2f} s of work lost, in the middle {_middle(ages):.2f} s"
    return f"{rounds} kills, {early} of them while it started: {lost}; {_cleaned(folder)} temporary files to clean"


def _middle(numbers: list[float]) -> float:
    return sorted(numbers)[len(numbers) // 2] if numbers else 0.0


def _looks_well(data: Path, file: Path, number: int) -> None:
    """Look at what a killed process has left: all that counts is whole, and there is one session, or two."""
    works = list(data.glob("work/*/work.json"))
    assert len(works) <= 1, f"round {number}: {len(works)} kept works of one window"
    for path in (*works, *([file] if file.exists() else [])):
        read_scenario(path)
    sessions = list((data / "work").glob("*")) if data.exists() else []
    assert len(sessions) <= 2, f"round {number}: sessions pile up: {sessions}"
    assert not list(data.glob("*.damaged-*")), f"round {number}: something was damaged"


def _cleaned(folder: Path) -> int:
    """Let a minute pass for what is left, write once more in each place, and see that all of it has gone."""
    left = partial_files(folder)
    for path in left:
        os.utime(path, (path.stat().st_mtime - 120, path.stat().st_mtime - 120))
    for place in {path.parent for path in left}:
        write_whole(place / "another.json", b"{}")
    assert not partial_files(folder), "temporary files pile up"
    return len(left)
