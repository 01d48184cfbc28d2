"""Export scenarios at random as every kind of file: ``python -m tests.tools.exported_any --seed 7 --count 20``.

Each is a whole file that begins as its kind does, or is refused with one sentence and leaves nothing. Status 0 then.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np

from game.core.errors import ConvolutionError
from game.core.scenario import Scenario
from game.export_flags import MOVING, STILL
from game.exports import EXPORTERS, export
from game.files.errors import FileProblem
from game.files.exported import Exported
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence_for
from tests.core.scenarios import random_layered, random_pooling, random_scenario, random_transposed

MAKERS = (random_scenario, random_layered, random_pooling, random_transposed)
BEGINS = {
    ".png": b"\x89PNG",
    ".svg": b"<",
    ".gif": b"GIF89a",
    ".pdf": b"%PDF-",
    ".xml": b"<?xml",
    ".webm": b"\x1a\x45",
    ".mp4": b"\0\0\0",
    ".tex": b"%",
    ".md": b"#",
}
FILMS = (".mp4", ".webm")
ENDINGS = tuple(each for each in (*STILL, *MOVING, *EXPORTERS) if each not in FILMS or shutil.which("ffmpeg"))


def outcome_of(scenario: Scenario, ending: str, folder: Path, chance: np.random.Generator) -> str:
    """Export a scenario somewhere in its walk; return "written", or the sentence of the refusal, checked both."""
    path, position = folder / f"export{ending}", float(chance.uniform(0, scenario.steps))
    stacked = bool(chance.integers(2))
    try:
        if ending in EXPORTERS:
            export(Exported(scenario, position, {"name": "stack"} if stacked else {}), path)
        else:
            _drawn(scenario, position, stacked, path)
    except (FileProblem, ConvolutionError) as problem:
        said = sentence_for(problem)
        if said == FALLBACK or "\n" in said or [*folder.iterdir()]:
            raise
        return said
    assert [*folder.iterdir()] == [path]
    data = path.read_bytes()
    assert data.startswith(BEGINS.get(ending, b""))
    assert data
    path.unlink()
    return "written"


def _drawn(scenario: Scenario, position: float, stacked: bool, path: Path) -> None:
    from game.export.asked import Picture, Steps
    from game.export.exporting import steps_of_export
    from game.session.state import new_state, within
    from tests.picture import ensure_screen

    ensure_screen()
    from game.files.settings import Settings

    state = new_state(scenario, Settings(), position, False)
    state = within(state, "interface", stacked=stacked, rise=float(stacked))
    step = min(int(position) + 1, state.steps)
    steps = None if path.suffix in STILL else Steps(step, step, seconds=0.2, rest=0.1)
    for _ in steps_of_export(state, path, Picture(width=240), steps):
        pass


def main() -> int:
    """Export what is asked for, say what came of it, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.exported_any", description="Exports at random.")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--count", type=int, default=10, help="how many scenarios of each operation (10)")
    asked = parser.parse_args()
    print(f"seed {asked.seed}")
    chance, seen = np.random.default_rng(asked.seed), Counter[str]()
    for number in range(asked.count * len(MAKERS)):
        scenario = MAKERS[number % len(MAKERS)](chance)
        for ending in ENDINGS:
            with tempfile.TemporaryDirectory() as folder:
                try:
                    seen[f"{ending} {outcome_of(scenario, ending, Path(folder), chance)[:60]}"] += 1
                except Exception:
                    print(f"scenario {number} of seed {asked.seed}, {ending}: {scenario}")
                    raise
    print("\n".join(f"{times:5d} x {name}" for name, times in sorted(seen.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
