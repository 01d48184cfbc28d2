"""The teacher's notes as a second window beside the main one: when it is there, and when it is drawn.

It is there as long as the state wants it. Its keys are the main window's. It is drawn when what it shows is another, at
most some times a second, and the main window is not drawn for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

import pygame

from ..input.window_intents import Complain, ShowNotes
from ..session.facts.notes import Times
from ..session.state import State
from ..ui.geometry import Rect
from ..ui.typeface import Typeface
from ..words.texts import text
from .notes_picture import Answer, NotesPicture
from .notes_window import NotesWindow

PAUSE = 0.1
"""Seconds between two pictures at least, while the walk plays."""

OF_THE_MAIN = (
    *(pygame.KEYDOWN, pygame.KEYUP, pygame.TEXTINPUT, pygame.TEXTEDITING, pygame.DROPFILE, pygame.QUIT),
    pygame.WINDOWFOCUSLOST,
)
"""What happens to the notes and is the main window's: keys, that they go elsewhere, dropped files, the end."""
NEW = (pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED)
"""After these all is drawn anew."""


class MainWindow(Protocol):
    """What the notes have to know of the main window."""

    @property
    def outline(self) -> Rect:
        """Where it is on the desktop."""

    def is_own(self, window: object) -> bool:
        """Tell whether a window of pygame is the main one."""

    def come_forward(self) -> None:
        """Take the keys, and stand before other windows."""


class Notes:
    """The notes, open or not. `clock` counts seconds that have passed; `hours` tells hour and minute of the day."""

    def __init__(
        self,
        main: MainWindow,
        typeface: Typeface,
        clock: Callable[[], float] = time.perf_counter,
        hours: Callable[[], tuple[int, int]] = lambda: time.localtime()[3:5],
    ) -> None:
        self._main, self._type, self._clock, self._hours = main, typeface, clock, hours
        self._window: NotesWindow | None = None
        self._picture = NotesPicture(typeface)
        self._full_screen = False
        self._seen: tuple[State | None, Times | None] = None, None
        self._drawn_at = float("-inf")

    def follow(self, state: State) -> Answer:
        """Open the window, or close it, as the state wants; return what is to be said of it.

        When the main window fills its display, it has the keys, and the notes go to another one if there is any.
        """
        full, before = state.interface.full_screen, self._full_screen
        self._full_screen = full
        if not state.interface.notes:
            self.close()
        elif self._window is None:
            return self._opened()
        elif full and not before:
            self._window.keep_apart(self._main.outline)
            self._main.come_forward()
        return ()

    def _opened(self) -> Answer:
        try:
            self._window = NotesWindow(self._main.outline)
        except pygame.error:
            return ShowNotes(on=False), Complain(text("notes.not_opened"))
        self._picture, self._drawn_at = NotesPicture(self._type), float("-inf")
        return ()

    def taken(self, events: list[pygame.Event]) -> tuple[list[pygame.Event], Answer]:
        """Return the events that are left to the main window, and what those of the notes ask for."""
        left: list[pygame.Event] = []
        asked: Answer = ()
        for event in events:
            window = getattr(event, "window", None)
            if event.type == pygame.WINDOWCLOSE and self._main.is_own(window):
                left.append(pygame.Event(pygame.QUIT))  # SDL says so only when the last window is closed
            elif self._window is None or window is not self._window.window or event.type in OF_THE_MAIN:
                left.append(event)
            elif event.type == pygame.WINDOWCLOSE:
                asked += (ShowNotes(on=False),)
            else:
                asked += self._answer(event)
        return left, asked

    def _answer(self, event: pygame.Event) -> Answer:
        self._drawn_at = float("-inf")  # a hand is not kept waiting
        if event.type in NEW:
            self._picture.forget()
        return self._picture.answer(event)

    def displays_changed(self) -> None:
        """Stand on another display than the main window, where there is one."""
        if self._window is not None:
            self._window.keep_apart(self._main.outline)

    def show(self, state: State, begun: float) -> None:
        """Draw what has changed, if anything has; `begun` is when the time that it shows was begun to count."""
        now = self._clock()
        if self._window is None or now - self._drawn_at < PAUSE:
            return
        times = Times(*self._hours(), max(0, int(now - begun)))
        if state is self._seen[0] and times == self._seen[1] and self._drawn_at > float("-inf"):
            return
        self._drawn_at, self._seen = now, (state, times)
        if self._picture.draw(self._window.surface, state, times, self._window.alone):
            self._window.present()

    def close(self) -> None:
        """Close the window, if it is open."""
        if self._window is not None:
            self._window.close()
            self._window = None
