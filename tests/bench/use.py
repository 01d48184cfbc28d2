"""Minutes of use of everything: ``python -m tests.bench.use MINUTES`` prints the pages in memory after each minute.

The minutes are the program's own: frames of 1/60 s, drawn as fast as they can be. Hands press every key of the table,
click and drag everywhere, and resize the window, all chosen by a seeded chance.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from pathlib import Path

import platformdirs

os.environ["SDL_VIDEODRIVER"] = "dummy"

from game.core.scenario import startup
from game.files.dialog import FileDialog
from game.input.event_types import Event, KeyDown, PointerDown, PointerMove, PointerUp, Resized, TextTyped, Wheel
from game.input.key_table import BINDINGS
from game.shell import dialogs

from .bench import Bench

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (1920, 1080), (1600, 900))
OUTSIDE = {"Ctrl+S", "Ctrl+Shift+S", "Ctrl+O", "F", "F11"}
"""Keys that lead out of the window: to files, and to the whole screen, which is not here."""
KEYS = sorted({key for binding in BINDINGS for key in binding.keys} - OUTSIDE)


def main() -> None:
    """Use everything, and print after each minute. What a click saves goes into a folder that goes too."""
    with tempfile.TemporaryDirectory() as folder:
        vars(dialogs)["choose_file"] = lambda *_: FileDialog(())
        vars(platformdirs)["user_documents_dir"] = lambda: folder
        _use()


def _use() -> None:
    bench, hand = Bench(startup(), SIZES[0], copying=False), random.Random(3)
    for _ in range(int(sys.argv[1])):
        for number in range(3600):
            if number % 600 == 0:
                bench.display.resize(SIZES[hand.randrange(len(SIZES))])
                bench.frame((Resized(),))
            bench.frame(_deed(bench, hand) if number % 6 == 0 else ())
        sys.stdout.write(Path("/proc/self/statm").read_text().split()[1] + "\n")
        sys.stdout.flush()


def _deed(bench: Bench, hand: random.Random) -> tuple[Event, ...]:
    """Return the events of something that a person may do."""
    width, height = bench.display.surface.get_size()
    x, y = hand.uniform(0, width), hand.uniform(0, height)
    chance = hand.random()
    if chance < 0.35:
        parts = hand.choice(KEYS)
        return (_key(parts), *(TextTyped(digit) for digit in "0.5" if chance < 0.02))
    if chance < 0.5:
        return (Wheel(x, y, hand.choice((-1.0, 1.0)), time=bench.now),)
    if chance < 0.75:
        return (PointerMove(x, y, time=bench.now),)
    way = (PointerMove(x + 40 * step, y + 20 * step, time=bench.now) for step in range(4))
    return (
        PointerMove(x, y, time=bench.now),
        PointerDown(x, y, 1, time=bench.now),
        *way,
        PointerUp(x, y, 1, time=bench.now),
    )


def _key(written: str) -> KeyDown:
    parts = written.split("+") if not written.endswith("++") else [*written[:-2].split("+"), "+"]
    return KeyDown(parts[-1], shift="Shift" in parts[:-1], control="Ctrl" in parts[:-1])


if __name__ == "__main__":
    main()
