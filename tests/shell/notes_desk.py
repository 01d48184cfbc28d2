"""A desk with two windows, on no screen: a person at the main one, and the teacher's notes beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

import pygame

from game.files.lesson_file import read_led
from game.files.tour_file import tour_path
from game.input.tour_intents import BeginTour
from game.input.window_intents import ShowNotes
from game.shell.notes import Notes
from game.ui.geometry import Rect

from .hands import Person
from .test_loop import loop_of

if TYPE_CHECKING:
    import pytest

    from game.loop import Loop

MAIN = object()


class Second:
    """The window of the notes, on no screen; it says how often it was presented."""

    alone = False

    def __init__(self, main: Rect) -> None:
        self.main = main
        self.window, self.surface = object(), pygame.Surface((960, 620)).convert()
        self.presented, self.apart, self.closed = 0, 0, False

    def keep_apart(self, main: Rect) -> None:
        """Count how often it has to stand elsewhere than the main window."""
        self.main, self.apart = main, self.apart + 1

    def present(self) -> None:
        """Count what is brought to no screen."""
        self.presented += 1

    def close(self) -> None:
        """Note that it is closed."""
        self.closed = True


class Desk:
    """A person with a loop, and the notes beside the window; events come as they are put there."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, lesson: str = "lesson-1") -> None:
        self.person = Person()
        self.display = cast("Any", self.person.display)
        self.display.outline = Rect(0, 0, 1366, 768)
        self.display.is_own = lambda window: window is MAIN
        self.display.forward = 0
        self.display.come_forward = self.come_forward
        self.loop: Loop = loop_of(self.person)
        self.events: list[pygame.Event] = []
        self.now = self.loop.turned
        self.opened: list[Second] = []
        monkeypatch.setattr("game.shell.notes.NotesWindow", self.open)
        monkeypatch.setattr("game.shell.notes.Notes", partial(Notes, clock=lambda: self.now))
        monkeypatch.setattr(pygame.event, "get", self.taken)
        if lesson:
            self.person.controller.dispatch((BeginTour(read_led(tour_path(lesson))),))

    def come_forward(self) -> None:
        """Count how often the main window has come forward."""
        self.display.forward += 1

    def open(self, main: Rect) -> Second:
        """Open the notes, as the shell does."""
        self.opened.append(Second(main))
        return self.opened[-1]

    def taken(self) -> list[pygame.Event]:
        """Return the events that wait."""
        found, self.events = self.events, []
        return found

    def happens(self, *events: pygame.Event, seconds: float = 0.2) -> None:
        """Let events come, and a little time pass."""
        self.events = list(events)
        for _ in range(2):
            self.now += seconds / 2
            self.loop.turn(self.now)

    @property
    def second(self) -> Second:
        """The window of the notes that was opened last."""
        return self.opened[-1]

    def with_notes(self) -> Desk:
        """Open the notes, by their key."""
        self.person.controller.dispatch((ShowNotes(),))
        self.happens()
        return self

    def on_notes(self, kind: int, **fields: Any) -> pygame.Event:
        """Return an event of the window of the notes."""
        return pygame.Event(kind, window=self.second.window, **fields)

    def middle(self, name: str) -> tuple[int, int]:
        """Return the middle of a button of the notes."""
        assert self.loop.notes is not None
        found = next(one for one in self.loop.notes._picture.widgets if one.name == name)
        return round(found.rect.centre[0]), round(found.rect.centre[1])

    def clicks(self, name: str) -> None:
        """Click on a button of the notes."""
        at = {"pos": self.middle(name), "button": 1}
        self.happens(self.on_notes(pygame.MOUSEBUTTONDOWN, **at), self.on_notes(pygame.MOUSEBUTTONUP, **at))

    @property
    def scene(self) -> int:
        """The scene of the lesson that is shown, from 0."""
        run = self.person.state.tour
        assert run is not None
        return run.index
