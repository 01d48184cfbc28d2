"""Run it: ``python -m tests.fuzz_files --seed 3 --count 20000``. Status 0 when every file was met as it should be."""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from game.shell.display import prepare_without_screen

from .kinds import KINDS, Kind
from .table import Table

SECONDS = 2.0
"""Processor time that one file may take."""
MEMORY = 1536 * 1024 * 1024
"""Bytes of addresses that files may take beyond what the program has; a picture of 100 million pixels takes 400 MB."""
LARGEST = 6_000_000
"""Bytes of a file; more than any but a picture may have."""
AGAIN = 500
"""Files after which the program is started anew, so that its history stays short."""
WHERE = Path("build/fuzz_files")


def main() -> int:
    """Run what is asked for, say how it went, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_files", description="Damaged files of every kind.")
    parser.add_argument("--seed", type=int, help="a seed; without one, a fresh one is taken and printed")
    parser.add_argument("--count", type=int, default=20_000, help="how many files (20000)")
    names = [kind.name for kind in KINDS]
    parser.add_argument("--kind", choices=names, metavar="KIND", help=f"one kind alone: {', '.join(names)}")
    found = parser.parse_args()
    seed = random.SystemRandom().randrange(10**6) if found.seed is None else found.seed
    _say(f"damaged files: seed {seed}, {found.count} files")
    warnings.simplefilter("error")
    prepare_without_screen()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="kernelscope-files-", dir=memory if memory.is_dir() else None) as folder:
        return _run(Path(folder), seed, found.count, found.kind)


def _run(folder: Path, seed: int, count: int, alone: str | None) -> int:
    seen: Counter[str] = Counter()
    slowest, table = 0.0, Table(folder / "0")
    kinds = [kind for kind in KINDS if alone in (None, kind.name)]
    _cap()
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        kind = kinds[number % len(kinds)]
        damage = chance.choice(kind.damages)
        content = damage(chance, kind.whole(chance))[:LARGEST]
        if number and number % AGAIN == 0:
            table.end()
            table = Table(folder / str(number))
        began = time.process_time()
        try:
            outcome = kind.met(table, content)
        except Exception:
            return _failed(seed, number, kind, damage.__name__, content, traceback.format_exc())
        took = time.process_time() - began
        slowest = max(slowest, took)
        if took > SECONDS:
            return _failed(seed, number, kind, damage.__name__, content, f"it took {took:.2f} s")
        seen[f"{kind.name}, {outcome}"] += 1
    table.end()
    for name, times in sorted(seen.items()):
        _say(f"  {times:6d} x {name}")
    _say(f"  all well; the slowest took {slowest:.2f} s, and the program had at most {_most_memory()} MB")
    return 0


def _failed(seed: int, number: int, kind: Kind, damage: str, content: bytes, story: str) -> int:
    WHERE.mkdir(parents=True, exist_ok=True)
    path = WHERE / f"seed-{seed}-{number}"
    path.write_bytes(content)
    _say(f"  FAILED: {kind.name} number {number}, {damage}; the file is {path}\n{story}")
    return 1


def _cap() -> None:
    """Let the system refuse more memory than there should be need for, where it can."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return
    import resource  # where there is /proc there is this

    present = int(status.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (present + MEMORY, present + MEMORY))


def _most_memory() -> int:
    """Return the most megabytes that the program had at one time; 0 where that is not to be known."""
    if not sys.platform.startswith("linux"):
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _say(words: str) -> None:
    sys.stdout.write(words.encode("ascii", "backslashreplace").decode() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
