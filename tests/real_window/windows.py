"""Trials of the window: its size, full screen, themes, and how it ends."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import numpy as np

from game.ui.themes import DAYLIGHT, HIGH_CONTRAST, NIGHT

from .desk import SCREEN, Desk, eventually, program_command
from .desk import desk as screen
from .program import ROOT, Program, alike, colour_at

SMALL_SCREEN = (1024, 768)
PAUSED = ("--image", "noise", "--paused", "--at", "5.4")


def _is_of_size(program: Program, size: tuple[int, int]) -> None:
    eventually(lambda: program.size == size, f"the window is {size[0]} × {size[1]}", 5.0)


def resizes(desk: Desk, folder: Path) -> None:
    """Become 800 × 600 and back through the window manager; show all anew each time, and nothing of before."""
    with Program(desk, folder, *PAUSED) as program:
        size = program.size
        for wanted in ((800, 600), (960, 1000), size):
            desk.do("windowsize", program.window, *wanted)
            _is_of_size(program, wanted)
            program.shows_what_it_should()


def fills_the_screen_and_comes_back(desk: Desk, folder: Path) -> None:
    """F11 fills the screen, F11 or Esc brings the window back as it was."""
    with Program(desk, folder, *PAUSED) as program:
        size = program.size
        for leave in ("F11", "Escape"):
            desk.keys("F11")
            _is_of_size(program, SCREEN)
            eventually(lambda: "FULLSCREEN" in desk.property(program.window, "_NET_WM_STATE"), "it is full screen")
            program.shows_what_it_should()
            desk.keys(leave)
            _is_of_size(program, size)
            eventually(lambda: "FULLSCREEN" not in desk.property(program.window, "_NET_WM_STATE"), "it is a window")
            program.shows_what_it_should()


def changes_the_theme(desk: Desk, folder: Path) -> None:
    """T goes round Night, Daylight and High contrast, at once and everywhere."""
    with Program(desk, folder, *PAUSED) as program:
        corner = (8, program.map().places.image.y)
        for theme in (NIGHT, DAYLIGHT, HIGH_CONTRAST, NIGHT):
            eventually(
                lambda due=theme.ground: alike(colour_at(program.shot(), corner), due),  # type: ignore[misc]
                f"the ground is that of {theme.name}",
                3.0,
            )
            eventually(lambda due=theme.name: program.settings.theme == due, "the theme is kept", 5.0)  # type: ignore[misc]
            program.shows_what_it_should()
            desk.keys("t")


def shows_the_help(desk: Desk, folder: Path) -> None:
    """F1 opens the help sheet, Esc closes it and leaves nothing of it behind; Esc alone never quits."""
    with Program(desk, folder, *PAUSED) as program:
        program.shows_what_it_should()
        calm = program.shot()
        desk.keys("F1")
        eventually(lambda: np.mean((program.shot() != calm).any(axis=2)) > 0.2, "the help covers the window", 5.0)
        desk.keys("Escape")
        eventually(lambda: np.array_equal(program.shot(), calm), "all is as before the help", 5.0)
        desk.keys("Escape", "Escape")
        time.sleep(0.4)
        assert program.process.poll() is None, "Esc has ended it"


def is_larger_on_request(desk: Desk, folder: Path) -> None:
    """Ctrl and + make words and controls larger, Ctrl and 0 bring them back."""
    with Program(desk, folder, *PAUSED) as program:
        program.shows_what_it_should()
        calm = program.shot()
        desk.keys("ctrl+plus", "ctrl+plus")
        eventually(lambda: program.settings.scale > 100, "the larger scale is kept", 5.0)
        program.shows_what_it_should()
        desk.keys("ctrl+0")
        eventually(lambda: np.array_equal(program.shot(), calm), "all is as before", 5.0)


def ends_with_its_window(desk: Desk, folder: Path) -> None:
    """End with status 0 when the window is closed while it plays, and come back as large and as far."""
    with Program(desk, folder) as program:
        desk.do("windowsize", program.window, 1000, 700)
        _is_of_size(program, (1000, 700))
        time.sleep(0.5)
        program.close()
    with Program(desk, folder, "--paused") as program:
        assert program.size == (1000, 700), f"it comes back with {program.size}"
        assert program.position > 0, "it does not go on where it was"


def opens_whole_on_a_smaller_display(desk: Desk, folder: Path) -> None:
    """Left at the edge of a large display, it opens whole on a small one."""
    with Program(desk, folder, *PAUSED) as program:
        desk.do("windowsize", program.window, 1152, 648)
        _is_of_size(program, (1152, 648))
        desk.do("windowmove", program.window, 700, 380)
        time.sleep(0.5)
        program.close()
    with screen(desk.home, SMALL_SCREEN) as small, Program(small, folder, "--paused") as program:
        lines = small.do("getwindowgeometry", "--shell", program.window).splitlines()
        place = {name: int(value) for name, value in (line.split("=") for line in lines)}
        assert place["X"] >= 0, place
        assert place["Y"] >= 0, place
        assert place["X"] + place["WIDTH"] <= SMALL_SCREEN[0], place
        assert place["Y"] + place["HEIGHT"] <= SMALL_SCREEN[1], place
        program.shows_what_it_should()


def says_that_it_needs_a_screen(desk: Desk, folder: Path) -> None:
    """Without a screen it does not run unseen: one sentence, and status 2."""
    environment = {name: value for name, value in desk.environment.items() if name != "DISPLAY"}
    found = subprocess.run(
        program_command(),
        cwd=ROOT,
        env={**environment, "KERNELSCOPE_DATA": str(folder / "data")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert found.returncode == 2, f"status {found.returncode}"
    assert found.stderr.count("\n") == 1, found.stderr
    assert "--screenshot" in found.stderr, found.stderr


def draws_a_picture_like_the_window(desk: Desk, folder: Path) -> None:
    """Draw with --screenshot, without a screen, the same as in the window."""
    with Program(desk, folder, *PAUSED, "--window", "1366x768") as program:
        program.shows_what_it_should()
        target = folder / "picture.png"
        environment = {**os.environ, "KERNELSCOPE_DATA": str(folder / "other")}
        command = [*program_command(), "--window", "1366x768", "--at", "5.4", "--screenshot", str(target)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=30, capture_output=True)
        convert = ["convert", str(target), "-depth", "8", "rgb:-"]
        data = subprocess.run(convert, check=True, capture_output=True, timeout=30).stdout
        drawn = np.frombuffer(data, np.uint8).reshape(768, 1366, 3).astype(int)
        shot = program.shot()
        differs = np.abs(shot - drawn).max(axis=2) > 4
        # Play or pause is another icon, for the picture is one of a walk that plays.
        play = program.widget("play").rect
        differs[play.y : play.bottom, play.x : play.right] = False
        assert not differs.any(), f"{int(differs.sum())} pixels differ"
