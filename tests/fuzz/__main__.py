"""Run the fuzzer: ``python -m tests.fuzz --seed 7 --events 20000``. Status 0 when nothing went wrong."""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
import time
import warnings
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import numpy as np

from game.shell.display import prepare_without_screen

from .deeds import Deed, read, written
from .life import Failure, World
from .shrink import shortest

ROOT = Path(__file__).parents[2]
WHERE = Path("build/fuzz")
"""Where the shortest list of a failure is written."""


def main() -> int:
    """Run what is asked for, say how it went, and return the exit status."""
    found = _asked()
    _leave_out_parts()
    warnings.simplefilter("error")
    ignored: list[str] = []
    sys.unraisablehook = lambda found: ignored.append(f"{found.exc_value!r}, {found.err_msg or found.object}")
    np.seterr(divide="raise", over="raise", invalid="raise")
    prepare_without_screen()
    world = World()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # looking for garbage after every 700 objects takes a tenth of the time
    try:
        if found.replay:
            status = _replayed(world, found.replay)
        else:
            status = max(_seed(world, seed, found.events, found.shrink) for seed in _seeds(found))
    finally:
        world.close()
    gc.collect()  # what nobody has closed says so when it goes
    for words in ignored:
        _say(f"FAILED where nobody could catch it: {words}")
    return max(status, int(bool(ignored)))


def _leave_out_parts() -> None:
    """Take away what the program without Python leaves out: who needs it after all fails here, not in a class."""
    sys.path.append(str(ROOT / "packaging"))
    from bundle.not_needed import NOT_NEEDED  # lies where only builds look

    for name in NOT_NEEDED:
        if name != "numpy.random":  # the files that are opened are made with it
            sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # the import system's own word for missing


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Random hands at the program.")
    parser.add_argument("--seed", type=int, help="a seed; without one, a fresh one is taken and printed")
    parser.add_argument("--seeds", metavar="A-B", help="all seeds from A to B, one after the other")
    parser.add_argument("--events", type=int, default=20_000, help="events for each seed (20000)")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="do the deeds of a failure again")
    parser.add_argument("--shrink", type=float, default=120.0, metavar="SECONDS", help="how long to shorten a failure")
    return parser.parse_args()


def _seeds(found: argparse.Namespace) -> list[int]:
    if found.seeds:
        first, last = map(int, found.seeds.split("-"))
        return list(range(first, last + 1))
    return [random.SystemRandom().randrange(10**6) if found.seed is None else found.seed]


def _seed(world: World, seed: int, events: int, seconds: float) -> int:
    """Run one seed; return 1 after a failure."""
    _say(f"seed {seed}, {events} events")
    start, before = time.monotonic(), world.events
    life = 0
    while world.events - before < events:
        failure = world.random(random.Random(f"{seed} {life}"), events - (world.events - before))
        if failure is not None:
            _tell(world, failure, seed, seconds)
            return 1
        life += 1
    took = time.monotonic() - start
    _say(f"  all well: {world.events - before} events in {life} lives, {took:.0f} s, {events / took:.0f} a second")
    return 0


def _tell(world: World, failure: Failure, seed: int, seconds: float) -> None:
    """Shorten what went wrong, write it down, and say how to do it again."""
    _say(f"  seed {seed} FAILED after {len(failure.deeds)} deeds of a life: {failure.which}\n{failure.story}")

    def fails(deeds: list[Deed]) -> bool:
        other = world.again(deeds)
        return other is not None and other.which == failure.which

    short = shortest(list(failure.deeds), fails, seconds)
    WHERE.mkdir(parents=True, exist_ok=True)
    path = WHERE / f"seed-{seed}.jsonl"
    path.write_text(written(short), encoding="utf-8")
    again = world.again(short)
    _say(f"  the shortest list that still fails, {len(short)} deeds:\n{written(short)}")
    _say(again.story if again is not None else "  but not always: it depends on something that is not in the deeds")
    _say(f"  again: python -m tests.fuzz --replay {path}")


def _replayed(world: World, path: Path) -> int:
    failure = world.again(read(path))
    _say("all well" if failure is None else f"FAILED: {failure.which}\n{failure.story}")
    return 0 if failure is None else 1


def _say(words: str) -> None:
    sys.stdout.write(words.encode("ascii", "backslashreplace").decode() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
