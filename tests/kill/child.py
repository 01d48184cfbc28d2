"""The program with its own loop, in a window that nobody sees; hands at random paint, change, undo and save.

``python -m tests.kill.child SEED FILE``: it saves to the file, and writes a line "seconds digest" to standard output
whenever another scenario is on screen. The data folder is that of the environment, as ever. With every other seed the
disk is slow, so that many kills come in the middle of writing.
"""

from __future__ import annotations

import hashlib
import io
import os
import random
import sys
import time
from pathlib import Path
from typing import Any

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame

from game import app, loop
from game.core.scenario import Scenario
from game.files import dialog
from game.loop import Loop
from game.request import Request
from game.session.state import own_state
from tests.fuzz.raw import strokes

CHORDS = ("Ctrl+S", "Ctrl+S", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "R", "T", "Space", "Right", "L", "Ctrl++", "Ctrl+-")


def digest(scenario: Scenario) -> str:
    """Return a short name of all that is kept of a scenario, its names apart."""
    walk = (scenario.white, scenario.stride, scenario.padding, scenario.dilation, scenario.seed)
    parts = (scenario.image.tobytes(), scenario.kernel.tobytes(), repr((scenario.image_size, walk)).encode())
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]


class Chosen:
    """A file dialog in which this file is chosen at once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def poll(self) -> Path:
        """Return the file."""
        return self.path

    def close(self) -> None:
        """End it."""


class SlowFile:
    """A file on a slow disk: what is written arrives piece by piece."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.flush, self.fileno = file.flush, file.fileno

    def __enter__(self) -> SlowFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def write(self, data: bytes) -> int:
        """Write all of it, in 64 pieces."""
        piece = len(data) // 64 + 1
        for at in range(0, len(data), piece):
            self.file.write(data[at : at + piece])
            self.file.flush()
            time.sleep(0.001)
        return len(data)


def slow_open(path: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
    """Open a file; one that is written is on a slow disk."""
    file = _OPEN(path, mode, *arguments, **named)
    return file if mode.startswith("r") else SlowFile(file)


_OPEN = io.open


class Scripted(Loop):
    """The program's loop, with hands of its own in the place of the system's events."""

    chance: random.Random
    held = 0
    told: Scenario | None = None

    def draw(self, began: float | None = None) -> None:
        """Tell of what comes on screen, before it can be kept; then draw it."""
        self._tell()
        super().draw(began)

    def _tell(self) -> None:
        scenario = own_state(self.controller.state).scenario
        if scenario is not self.told:
            self.told = scenario
            os.write(1, f"{time.monotonic():.4f} {digest(scenario)}\n".encode())

    def _events(self) -> list[pygame.Event]:
        """Return what the hands do in this turn: strokes over the image, notches over the kernel, and keys between."""
        pygame.event.get()
        chance = self.chance
        place = self.controller.window.places.image if chance.random() < 0.8 else self.controller.window.places.kernel
        rect = place.rect
        at = (rect.x + chance.randrange(max(1, rect.w)), rect.y + chance.randrange(max(1, rect.h)))
        moved = pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(int(self.held > 0), 0, 0), touch=False)
        if self.held:
            self.held -= 1
            up = pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1, touch=False)
            return [moved] if self.held else [moved, up]
        way = chance.random()
        if way < 0.15:
            self.held = chance.choice((1, 5, 30, 150))
            return [moved, pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1, touch=False)]
        return strokes(chance.choice(CHORDS)) if way < 0.3 else [moved]


def main() -> int:
    """Run until it is killed."""
    seed, path = int(sys.argv[1]), Path(sys.argv[2])
    Scripted.chance = random.Random(seed)
    vars(dialog)["choose_file"] = lambda *_: Chosen(path)
    vars(loop)["Loop"] = Scripted
    if seed % 2:
        vars(io)["open"] = slow_open
    return app.run(Request(window=(900, 620)))


if __name__ == "__main__":
    sys.exit(main())
