"""Hands that use everything, and how much memory the program has after each minute of that."""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import platformdirs

from game.core.scenario import startup
from game.files.dialog import FileDialog
from game.files.shelves import every_shelf, scene_called
from game.input.event_types import Event, KeyDown, PointerDown, PointerMove, PointerUp, Resized, TextTyped, Wheel
from game.input.key_table import BINDINGS
from game.shell import dialogs
from game.shell.scene_offers import of_scene

from .bench import Bench

MINUTE, TEN_SECONDS = 3600, 600  # frames
SIZES = ((1920, 1080), (1366, 768), (1024, 768), (1920, 1080), (1600, 900))
OUTSIDE = {"Ctrl+S", "Ctrl+Shift+S", "Ctrl+O", "F", "F11"}
"""Keys that lead out of the window: to files, and to the whole screen, which is not here."""
KEYS = sorted({key for binding in BINDINGS for key in binding.keys} - OUTSIDE)


def use(minutes: int) -> None:
    """Use everything, and print after each minute. What a click saves goes into a folder that goes too."""
    with tempfile.TemporaryDirectory() as folder:
        vars(dialogs)["choose_file"] = lambda *_: FileDialog(())
        vars(platformdirs)["user_documents_dir"] = lambda: folder
        bench, hand = Bench(startup(), SIZES[0], copying=False), random.Random(3)
        scenes = [scene.name for _, shelf in every_shelf() for scene in shelf.scenes]
        for _ in range(minutes):
            _use(bench, hand, scenes)
            sys.stdout.write(Path("/proc/self/statm").read_text().split()[1] + "\n")
            sys.stdout.flush()


def _use(bench: Bench, hand: random.Random, scenes: list[str]) -> None:
    """Use everything for a minute."""
    for number in range(MINUTE):
        if number % TEN_SECONDS == 0:
            ends = number + TEN_SECONDS == MINUTE
            bench.display.resize(SIZES[0] if ends else hand.choice(SIZES))
            bench.frame((Resized(),))
            offer = of_scene(scene_called(hand.choice(scenes)), "")
            bench.controller.dispatch(() if offer is None else offer.intents)
        bench.frame(_deed(bench, hand) if number % 6 == 0 else ())
    bench.forget()


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
