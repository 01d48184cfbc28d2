"""Trials of the Stack view: there and back, around and home, and painting on a layer that lies aslant."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from game.core.scenario import startup
from game.input.intent import Cell, GridName
from game.play.choices import HOME

from .desk import Desk, Picture, eventually
from .program import Program
from .touching import becomes, with_row

STILL = ("--image", "noise", "--paused", "--at", "5.7")
WHEEL_UP, WHEEL_DOWN = 4, 5


def flies_there_and_back(desk: Desk, folder: Path) -> None:
    """V and the switch go to the Stack view and back; what is seen is what its kept work says, and comes back."""
    with Program(desk, folder, *STILL) as program:
        flat = _standing(program)
        desk.keys("v")
        _looks(program, "name", "stack")
        stack = _standing(program)
        assert _changed(flat, stack) > 0.1, "the Stack view looks like the Flat view"
        program.shows_what_it_should()
        desk.keys("v", "v", "v")  # on its way it turns round, and round again
        _looks(program, "name", "flat")
        eventually(lambda: np.array_equal(program.shot(), flat), "the Flat view is as it was")
        switch = program.widget("stack").rect
        desk.click(program.window, (switch.right - switch.h, switch.centre[1]))
        desk.park()
        _looks(program, "name", "stack")
        eventually(lambda: np.array_equal(_stage(program, program.shot()), _stage(program, stack)), "it stacks again")


def looks_around_and_comes_home(desk: Desk, folder: Path) -> None:
    """Drags, wheel and keys move the camera; a double click, and 0, bring the very same picture back."""
    with Program(desk, folder, *STILL, "--view", "stack") as program:
        home = _standing(program)
        stage = program.stage
        empty = (stage.right - 90.0, stage.y + 90.0)
        aside = (empty[0] - 200.0, empty[1] + 60.0)

        def comes_home(by: str) -> None:
            desk.park()
            eventually(lambda: np.array_equal(program.shot(), home), f"{by} brings the picture of home back")
            assert _camera(program) == {}, "the camera is not home exactly"

        def has_moved(how: str) -> dict[str, float]:
            desk.park()
            eventually(lambda: _camera(program) != {}, f"{how} moves the camera")
            assert _changed(_standing(program), home) > 0.01, f"{how} changes nothing"
            program.shows_what_it_should()
            return _camera(program)

        desk.drag(program.window, empty, aside)
        camera = has_moved("a drag")
        assert camera["turn"] < HOME.turn
        assert camera["tilt"] > HOME.tilt
        desk.click(program.window, empty, times=2)
        comes_home("a double click")

        with _held(desk, "shift"):
            desk.drag(program.window, empty, aside)
        camera = has_moved("Shift and a drag")
        assert camera["across"] < 0 < camera["down"]
        desk.keys("0")
        comes_home("0")

        desk.click(program.window, empty, WHEEL_UP, times=3)
        assert has_moved("the wheel")["zoom"] > 1.3
        desk.click(program.window, empty, WHEEL_DOWN, times=3)
        desk.park()
        eventually(lambda: abs(_camera(program).get("zoom", 1.0) - 1.0) < 1e-6, "the wheel goes back")
        desk.keys("0")
        comes_home("0 after the wheel")

        desk.keys("ctrl+Right", "ctrl+Up", "plus", "ctrl+shift+Left")
        has_moved("the keys")
        desk.keys("0")
        comes_home("0 after the keys")

        desk.move(program.window, empty)
        desk.press(2)
        desk.move(program.window, (empty[0] - 40, empty[1]))
        desk.move(program.window, aside)
        desk.release(2)
        assert has_moved("the middle button")["across"] < 0
        desk.keys("0")
        comes_home("0 after the middle button")


def turns_by_itself(desk: Desk, folder: Path) -> None:
    """O lets the layers turn with nobody's hand on them, and stops them; after that nothing moves."""
    with Program(desk, folder, *STILL, "--view", "stack") as program:
        _standing(program)
        desk.keys("o")
        seen = program.shot()
        eventually(lambda: _changed(program.shot(), seen) > 0.01, "the layers turn", 5.0)
        desk.keys("o")
        _standing(program)
        assert _camera(program)["turn"] > HOME.turn
        program.shows_what_it_should()


def paints_on_a_layer(desk: Desk, folder: Path) -> None:
    """Paint the aslant image: a stroke reaches the pixels under it, from another angle too; undo takes it back."""
    with Program(desk, folder, "--image", "noise", "--paused", "--at", "16", "--view", "stack") as program:
        before = startup().image.tolist()
        start = _standing(program)
        for row in (6, 5):
            ends = [program.map().cell_rect(Cell(GridName.IMAGE, row, column)).centre for column in (1, 6)]
            desk.drag(program.window, ends[0], ends[1], moves=3)
            desk.park()
            becomes(program, "image", with_row(before, row, range(1, 7), 1.0))
            program.shows_what_it_should()
            desk.keys("ctrl+z")
            becomes(program, "image", before)
            desk.keys(*["ctrl+Right"] * 9)
            _standing(program)
            _camera(program)  # the kept one, which the next pixels are looked up by, is of now
        desk.keys("0")
        start = _stage(program, start)  # the button for redoing is another now
        eventually(
            lambda: np.array_equal(_stage(program, program.shot()), start), "after undo and home it is as it was"
        )
        eventually(lambda: _camera(program) == {}, "the camera is home")
        cell = Cell(GridName.OUTPUT, 2, 1)
        desk.click(program.window, program.map().cell_rect(cell).centre)
        eventually(lambda: 9 < program.position < 10, "a click on an output cell goes to its step", 5.0)


@contextmanager
def _held(desk: Desk, key: str) -> Iterator[None]:
    desk.do("keydown", key)
    try:
        yield
    finally:
        desk.do("keyup", key)


def _standing(program: Program) -> Picture:
    """Return what the window shows once it stands still: the same, some tenths of a second apart."""
    seen: list[Picture] = [program.shot()]

    def stands() -> bool:
        time.sleep(0.35)
        seen.append(program.shot())
        return np.array_equal(seen[-2], seen[-1])

    eventually(stands, "the picture stands still")
    return seen[-1]


def _changed(first: Picture, second: Picture) -> float:
    """Return the share of the pixels that differ."""
    return float((first != second).any(axis=2).mean())


def _stage(program: Program, picture: Picture) -> Picture:
    """Return a picture's part below the bar, whose buttons know of the history and of the pointer."""
    return picture[program.widget("top bar").rect.bottom :]


def _view(program: Program) -> dict[str, object]:
    view = program.kept().get("view", {})
    assert isinstance(view, dict)
    return view


def _camera(program: Program) -> dict[str, float]:
    """Return the kept camera; {} at home. It is up to a second late."""
    time.sleep(1.2)
    camera = _view(program).get("camera", {})
    assert isinstance(camera, dict)
    return camera


def _looks(program: Program, name: str, value: object) -> None:
    eventually(lambda: _view(program).get(name) == value, f"the kept view's {name} is {value}")
