"""Trials of the walk: it moves, stops, steps, and keeps time."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from game.core.result import result_of
from game.core.scenario import startup
from game.core.start import start_here
from game.input.intent import Cell, GridName
from game.ui.themes import shade

from .desk import Desk, eventually
from .program import Program, alike, colour_at, spot

STEP_SECONDS = 2.4
"""What a step takes at 1×; not the program's own constant, for that might be wrong."""


def starts_and_moves(desk: Desk, folder: Path) -> None:
    """Without a flag it opens the scene of a first start, already moving, and only the walk moves."""
    with Program(desk, folder) as program:
        top = program.map().places.image.y - 60
        first = program.shot()
        time.sleep(0.8)
        second = program.shot()
        assert (first[top:] != second[top:]).any(), "nothing moves"
        assert np.array_equal(first[:40], second[:40]), "the top bar moves"
        first_scene = start_here("")
        assert program.grid("image") == first_scene.image.tolist()
        assert program.grid("kernel") == first_scene.kernel.tolist()
        assert (program.kept()["stride"], program.kept()["padding"]) == ([1, 1], [0, 0])


def starts_with_noise_when_asked(desk: Desk, folder: Path) -> None:
    """With --image noise it opens the start-up scenario of the original page."""
    with Program(desk, folder, "--image", "noise") as program:
        assert program.grid("image") == startup().image.tolist()
        assert program.grid("kernel") == startup().kernel.tolist()
        assert (program.kept()["stride"], program.kept()["padding"]) == ([2, 2], [1, 1])


def space_pauses_and_plays(desk: Desk, folder: Path) -> None:
    """Space stops the walk where it is; Space again, and it goes on."""
    with Program(desk, folder, "--stride", "1") as program:
        desk.keys("space")
        time.sleep(0.3)
        first = program.shot()
        time.sleep(1.0)
        assert np.array_equal(first, program.shot()), "paused, and something moves"
        program.shows_what_it_should()
        desk.keys("space")
        time.sleep(0.8)
        assert (first != program.shot()).any(), "it does not go on"


def keeps_time(desk: Desk, folder: Path) -> None:
    """At 1×, a step takes 2.4 s of real time."""
    with Program(desk, folder, "--image", "noise", "--paused", "--at", "1") as program:
        program.comes_to(1.0)
        start = time.monotonic()
        desk.keys("space")
        time.sleep(4.0)
        desk.keys("space")
        due = 1.0 + (time.monotonic() - start) / STEP_SECONDS
        eventually(lambda: program.position != 1.0, "the walk has moved")
        assert abs(program.position - due) < 0.25, f"it stands at {program.position:.2f}, and {due:.2f} is due"


def steps(desk: Desk, folder: Path) -> None:
    """Right plays to the next whole position, Right again jumps there, Left goes back; Page Down goes to a stop."""
    with Program(desk, folder, "--image", "noise", "--paused", "--at", "0") as program:
        window = program.map()
        first, second = (spot(window.cell_rect(Cell(GridName.OUTPUT, 0, column))) for column in (0, 1))
        program.comes_to(0.0)
        empty = colour_at(program.shot(), second)
        start = time.monotonic()
        desk.keys("Right")
        program.comes_to(1.0)
        assert time.monotonic() - start > 0.8 * STEP_SECONDS, "it did not play to the next step"
        start = time.monotonic()
        desk.keys("Right", "Right")
        program.comes_to(2.0)
        assert time.monotonic() - start < STEP_SECONDS, "pressed again, it did not jump"
        result = result_of(startup())
        for column, point in enumerate((first, second)):
            due = shade(float(result.output[0, column]), result.magnitude, program.theme.output, program.theme)
            found = colour_at(program.shot(), point)
            assert alike(found, due), f"output cell {column} is {found}, not {due}"
        desk.keys("Left")
        program.comes_to(1.0)
        time.sleep(0.2)
        assert not alike(colour_at(program.shot(), second), due, 20), "the second cell still stands"
        assert empty != due
        desk.keys("Next", "Next")
        program.comes_to(1.3)
        desk.keys("End")
        program.comes_to(16.0)
        desk.keys("Home")
        program.comes_to(0.0)
        program.shows_what_it_should()


def plays_at_the_end_and_loops(desk: Desk, folder: Path) -> None:
    """At the end the map stands, rests, and is empty again: the walk begins anew."""
    with Program(desk, folder, "--image", "noise", "--paused", "--at", "15.8") as program:
        last = spot(program.map().cell_rect(Cell(GridName.OUTPUT, 3, 2)))
        result = result_of(startup())
        due = shade(float(result.output[3, 2]), result.magnitude, program.theme.output, program.theme)
        assert alike(colour_at(program.shot(), last), due), "the map does not stand before the end"
        start = time.monotonic()
        desk.keys("space")
        eventually(lambda: not alike(colour_at(program.shot(), last), due, 20), "the walk begins anew", 8.0)
        assert time.monotonic() - start > 2.0, "it did not rest at the end"
