"""Run it: ``python -m tests.mutants --room core --count 30 --seed 1``. It lists the mutants that no test noticed."""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from .trying import Copy, Outcome, copied

if TYPE_CHECKING:
    from .making import Mutant

ROOMS = ("core", "words", "play", "input", "files", "session")
ROOT = Path(__file__).parents[2]


def main() -> int:
    """Try what is asked for, say how it went, and return 0 when all could be tried."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description="Are small slips noticed?")
    parser.add_argument("--room", choices=(*ROOMS, "all"), default="all", help="the room (all)")
    parser.add_argument("--count", type=int, default=30, help="how many mutants of each room (30)")
    parser.add_argument("--seed", type=int, help="a seed; without one, a fresh one is taken and printed")
    parser.add_argument("--line", metavar="FILE:LINE", help="try all mutants of one line instead")
    found = parser.parse_args()
    seed = random.SystemRandom().randrange(10**6) if found.seed is None else found.seed
    try:
        from . import making
    except ImportError:
        _say("This needs cosmic-ray: pip install cosmic-ray, or the group “mutants” of pyproject.toml.")
        return 2
    if found.line:
        module, _, line = found.line.rpartition(":")
        return _try_all(Path(module).parts[1], making.of_line(ROOT, module, int(line)))
    _say(f"mutants: seed {seed}")
    rooms = ROOMS if found.room == "all" else (found.room,)
    return max([_try_all(room, making.chosen(ROOT, room, found.count, seed)) for room in rooms])


def _try_all(room: str, mutants: list[Mutant]) -> int:
    with copied(ROOT, room) as copy:
        try:
            _say(f"{room}: {len(mutants)} mutants; its tests take {copy.begin():.0f} s")
        except ValueError as problem:
            _say(f"{room}: {problem}")
            return 1
        outcomes = Counter(_tried(copy, mutant) for mutant in mutants)
    _say(f"{room}: " + ", ".join(f"{outcomes[outcome]} {outcome.value}" for outcome in Outcome))
    return 0


def _tried(copy: Copy, mutant: Mutant) -> Outcome:
    outcome = copy.try_out(mutant.path, mutant.mutated)
    if outcome is Outcome.SURVIVED:
        _say(f"  {outcome.value}: {mutant.path.as_posix()}:{mutant.line}\n{mutant.diff}")
    return outcome


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
