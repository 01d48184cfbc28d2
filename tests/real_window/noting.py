"""A trial of the teacher's notes: a second window, which shares the keys, and which can be closed by itself."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from game.session.facts.notes import Times
from game.session.tour import at_stop, tour_begun
from game.shell.notes_picture import NotesPicture
from game.ui.typeface import Typeface

from .desk import SCREEN, Desk, Picture, eventually
from .program import Program

SHOWN = 30
"""Colours that a window has at least that is not empty."""


def _window(desk: Desk, program: Program) -> str:
    """Return the window of the notes, "" while there is none."""
    found = desk.do("search", "--onlyvisible", "--pid", program.process.pid).split()
    return next((window for window in found if window != program.window), "")


def _picture(desk: Desk, window: str) -> Picture:
    found = dict(line.split("=") for line in desk.do("getwindowgeometry", "--shell", window).split())
    return desk.shot(window, (int(found["WIDTH"]), int(found["HEIGHT"])))


def _is_drawn(desk: Desk, program: Program) -> bool:
    window = _window(desk, program)
    return bool(window) and len(np.unique(_picture(desk, window)[::3, ::3].reshape(-1, 3), axis=0)) > SHOWN


def _scene(program: Program) -> int:
    """Return the scene of the lesson that is shown, from 0, as the settings have kept it."""
    return next((index for _, index in program.settings.tours), 0)


def _button(desk: Desk, program: Program, window: str, name: str) -> tuple[int, int]:
    """Return the middle of a button of the notes."""
    import pygame

    from game.files.lesson_file import read_led
    from game.files.tour_file import tour_path

    height, width = _picture(desk, window).shape[:2]
    picture, surface = NotesPicture(Typeface()), pygame.Surface((width, height))
    state = tour_begun(program.kept_state(), read_led(tour_path("lesson-1")))
    picture.draw(surface, at_stop(state, _scene(program)), Times(0, 0, 0))
    found = next(one for one in picture.widgets if one.name == name)
    return round(found.rect.centre[0]), round(found.rect.centre[1])


def has_the_notes_in_a_second_window(desk: Desk, folder: Path) -> None:
    """Shift+N opens the notes; keys typed there turn the lesson's pages; each window closes as one expects."""
    with Program(desk, folder, "--tour", "lesson-1") as program:
        desk.keys("shift+n")
        eventually(lambda: _is_drawn(desk, program), "the notes are there")
        notes = _window(desk, program)
        desk.do("windowactivate", "--sync", notes)
        desk.keys("shift+Next")
        eventually(lambda: _scene(program) == 1, "a key typed into the notes goes to the next scene")
        before = _picture(desk, notes)
        desk.click(notes, _button(desk, program, notes, "notes on"))
        eventually(lambda: not np.array_equal(_picture(desk, notes), before), "the notes follow their own button")
        desk.keys("shift+Next")
        eventually(lambda: _scene(program) == 2, "a click on the notes does not take the remote away")
        desk.keys("alt+F4")
        eventually(lambda: not _window(desk, program), "the notes are closed")
        time.sleep(0.5)
        assert program.process.poll() is None, "the program has ended with its notes"
        desk.do("windowactivate", "--sync", program.window)
        desk.keys("shift+Next")
        eventually(lambda: _scene(program) == 3, "the main window has the keys again")
        desk.keys("shift+n")
        eventually(lambda: _is_drawn(desk, program), "the notes are there again")
        size = program.size
        desk.keys("F5")
        eventually(lambda: program.size == SCREEN, "F5 fills the screen, with both windows there")
        eventually(lambda: desk.do("getactivewindow") == program.window, "the wall stands before the notes")
        desk.keys("Escape")
        eventually(lambda: program.size == size, "Esc brings the window back")
        desk.do("windowactivate", "--sync", program.window)
        program.close()  # ends the program, with both windows
        assert not _window(desk, program)
