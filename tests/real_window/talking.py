"""A trial of a talk: a whole lesson with the keys of a presenter's remote, and nothing else."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from game.core.scenario import startup

from .desk import SCREEN, Desk, eventually
from .program import Program

STOPS = (0.3, 0.65, 0.9)


def holds_a_lesson_with_a_remote(desk: Desk, folder: Path) -> None:
    """Page Down, Page Up, F5, Esc and "." lead through the whole walk, blank the screen, and end where they began."""
    with Program(desk, folder, "--image", "noise", "--paused", "--at", "0") as program:
        size = program.size
        desk.keys("F5")
        eventually(lambda: program.size == SCREEN, "Present fills the screen", 5.0)
        time.sleep(0.5)
        shown = program.shot()
        desk.keys("period")
        eventually(lambda: not program.shot().any(), "the screen is black", 3.0)
        desk.keys("period")
        eventually(lambda: np.array_equal(program.shot(), shown), "the same picture is back", 3.0)
        for step in range(2):
            for stop in STOPS:
                desk.keys("Next", "Next")  # the second jumps there
                program.comes_to(step + stop)
        desk.keys("Prior")
        program.comes_to(1.65)
        for _ in range(3 * startup().steps):
            desk.keys("Next", "Next")
        program.comes_to(float(startup().steps))
        desk.keys("F5")
        eventually(lambda: program.size == size, "F5 again brings the window back", 5.0)
        desk.keys("F5")
        eventually(lambda: program.size == SCREEN, "Present fills the screen again", 5.0)
        desk.keys("Escape")
        eventually(lambda: program.size == size, "Esc brings the window back", 5.0)
        desk.keys("Escape")
        time.sleep(0.5)
        program.shows_what_it_should()
        assert program.grid("image") == startup().image.tolist()
