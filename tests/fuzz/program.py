"""What each kind of deed does to a run of the program."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pygame

from game.files.atomic import write_whole
from game.files.dialog import DialogAnswer
from game.files.settings import path_in
from game.files.shelves import puzzles
from game.files.tour_file import read_tour
from game.input.intent import Cell, GridName, Side
from game.loop import FRAME
from game.request import Request
from game.shell.display import _window
from game.shell.places import SMALLEST

from . import raw
from .deeds import Deed
from .files import scenario_of
from .run import Run

LARGEST = (3840, 2160)

Events = list[pygame.Event]


class Program(Run):
    """A run of the program to which deeds happen."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.buttons: set[int] = set()

    def happens(self, deed: Deed) -> Iterator[int]:
        """Let a deed happen; stop after each of its events, for whoever checks what has come of it.

        A deed without one, such as time that passes, stops once; 1 or 0 says whether there was an event.
        """
        make: Callable[[Deed], Events | None] | None = getattr(self, f"_do_{deed.kind}", None)
        if make is None:
            raise ValueError(f"there is no deed {deed.kind}")
        events = make(deed) or []
        self.loop.follow_typing()
        for event in events:
            self.handle(event)
            if self.controller.ended:
                self.reopen(Request(paused=bool(deed.amount)))
                self.buttons = set()
            yield 1
        if not events:
            yield 0

    def point(self, deed: Deed) -> tuple[int, int] | None:
        """Return the place of a deed in the window; None when what it is about is not there."""
        if deed.where.startswith("@"):
            grid, row, column, side = deed.where[1:].split()
            cell = Cell(GridName(grid), int(row), int(column), Side(side))
            rect = self.window.cell_rect(cell) if self.window.place_of(cell).pitch else None
        elif deed.where:
            widget = self.window.named(deed.where)
            rect = None if widget is None else widget.visible
        else:
            width, height = self.loop.display.surface.get_size()
            return math.floor(deed.x * width), math.floor(deed.y * height)
        if rect is None:
            return None
        return rect.x + math.floor(deed.x * rect.w), rect.y + math.floor(deed.y * rect.h)

    def _do_start(self, deed: Deed) -> None:
        """Start it as a command line would: the text is JSON with the options, and the settings that are found."""
        asked: dict[str, Any] = json.loads(deed.text)
        write_whole(path_in(self.data), json.dumps(asked["settings"]).encode(), make_folder=True)
        scenario = scenario_of(asked["scenario"])
        self.open(
            Request(
                scenario=scenario if asked["scenario"] else None,
                position=asked["position"] * scenario.steps,
                paused=asked["paused"],
                full_screen=asked["full_screen"],
                window=tuple(asked["window"]),
                **_led(asked),
                notes=asked.get("notes", False),
            )
        )

    # The pointer

    def _do_move(self, deed: Deed) -> Events:
        point = self.point(deed)
        held = tuple(int(button in self.buttons) for button in (1, 2, 3))
        if point is None:
            return []
        return [pygame.Event(pygame.MOUSEMOTION, pos=point, rel=(0, 0), buttons=held, touch=deed.touch)]

    def _do_down(self, deed: Deed) -> Events:
        point = self.point(deed)
        if point is None:
            return []
        self.buttons.add(deed.button)
        press = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=point, button=deed.button, touch=deed.touch)
        return [press] if deed.touch else [*self._do_move(deed), press]

    def _do_up(self, deed: Deed) -> Events:
        point = self.point(deed)
        if point is None:
            return []
        self.buttons.discard(deed.button)
        return [pygame.Event(pygame.MOUSEBUTTONUP, pos=point, button=deed.button, touch=deed.touch)]

    def _do_wheel(self, deed: Deed) -> Events:
        sideways, notches = (deed.amount, 0.0) if deed.text else (0.0, deed.amount)
        turn: dict[str, Any] = {"x": round(sideways), "y": round(notches), "precise_x": sideways, "precise_y": notches}
        return [*self._do_move(deed), pygame.Event(pygame.MOUSEWHEEL, **turn, flipped=False, touch=False)]

    # Keys, text and the clipboard

    def _do_key(self, deed: Deed) -> Events:
        return raw.strokes(deed.text, int(deed.amount))

    def _do_hold(self, deed: Deed) -> Events:
        return [raw.modifiers_held(int(deed.amount))]

    def _do_type(self, deed: Deed) -> Events:
        return [pygame.Event(pygame.TEXTINPUT, text=deed.text)]

    def _do_paste(self, deed: Deed) -> Events:
        self.clipboard = deed.text
        return raw.strokes("Ctrl+V")

    # The system

    def _do_drop(self, deed: Deed) -> Events:
        return [pygame.Event(pygame.DROPFILE, file=f"{self.files}/{deed.text}", window=None)]

    def _do_resize(self, deed: Deed) -> Events:
        """Give the window another size, which may be too small; "anyway": by a system that heeds no smallest size."""
        size = (round(deed.x), round(deed.y))
        _window().minimum_size = (1, 1) if deed.text else SMALLEST
        if not self.loop.display.full_screen:
            _window().size = size
        return [pygame.Event(pygame.WINDOWSIZECHANGED, x=size[0], y=size[1], window=None)]

    def _do_system(self, deed: Deed) -> Events:
        return [raw.noise(deed.text)]

    def _do_close(self, deed: Deed) -> Events:
        del deed
        return [pygame.Event(pygame.QUIT)]

    def _do_dialog(self, deed: Deed) -> None:
        """Answer the dialog that is open: cancelled, no dialog here, or a file."""
        if self.dialog is not None:
            answers = {"": None, "unavailable": DialogAnswer.UNAVAILABLE}
            self.dialog.answer = answers[deed.text] if deed.text in answers else self.files / deed.text
            self.dialog = None
            self.pass_time(0.02)

    # Time

    def _do_wait(self, deed: Deed) -> None:
        self.pass_time(deed.amount)

    def _do_draw(self, deed: Deed) -> None:
        """Draw a picture, and so many more as the loop does, with what it does in the time that each leaves over."""
        self.loop.draw()
        for _ in range(round(deed.amount)):
            self.loop.use_what_is_left()
            self.pass_time(FRAME)
            self.loop.draw()


def _led(asked: dict[str, Any]) -> dict[str, Any]:
    """Return the tour, or the puzzle, that a life begins with, and where."""
    if asked.get("puzzle") is not None:
        return {"tour": puzzles(), "stop": asked["puzzle"]}
    return {"tour": read_tour()} if asked["tour"] else {}
