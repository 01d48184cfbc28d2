"""Run all of it: ``python -m tests.kill --rounds 200``. Status 0 when nothing was lost."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from . import defects, disks, killing, windows


def main() -> int:
    """Run what is asked for, say how it went, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill", description="Kills, full disks, two windows.")
    parser.add_argument("--rounds", type=int, default=200, help="how many kills (200)")
    parser.add_argument("--seed", type=int, help="a seed; without one, a fresh one is taken and printed")
    found = parser.parse_args()
    seed = random.SystemRandom().randrange(10**6) if found.seed is None else found.seed
    _say(f"kills and disks: seed {seed}")
    trials: tuple[tuple[str, Callable[[Path], str]], ...] = (
        ("a full disk", disks.full),
        ("a folder without permission", disks.read_only),
        ("a disk that is freed while it runs", defects.freed),
        ("a lock refused", defects.lock_refused),
        ("a clock set back", defects.clock_set_back),
        ("a newer version's files", defects.newer_version),
        ("two windows at once", lambda folder: windows.together(folder, seed, max(1, found.rounds // 20))),
        ("kill -9", lambda folder: killing.killed_again_and_again(folder, seed, found.rounds)),
    )
    return max([_went(name, trial) for name, trial in trials])


def _went(name: str, trial: Callable[[Path], str]) -> int:
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kernelscope-kill-") as folder:
        try:
            words = trial(Path(folder))
        except Exception:
            _say(f"  FAILED: {name}\n{traceback.format_exc()}")
            return 1
    _say(f"  {name}: {words}  ({time.monotonic() - start:.0f} s)")
    return 0


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
