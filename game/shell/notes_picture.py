"""What the window of the notes shows, and what hands do to it; it knows no screen."""

from __future__ import annotations

import pygame

from ..input.event_types import Event, KeyDown
from ..input.intent import Intent
from ..session.facts.notes import Following, NotesFacts, Times, notes_facts
from ..session.state import State
from ..ui.cache import SurfaceCache
from ..ui.canvas import Canvas
from ..ui.offers import Thumbnail
from ..ui.themes import theme_of
from ..ui.typeface import Typeface
from ..ui.widgets.base import Widget
from ..value import Kept
from ..view.compositor import Compositor
from ..window.notes import NotesMet, button_at, notes_frame, notes_head, notes_still
from ..window.scrolling import Scrolled
from .offering import thumbnails_of

NOTCH = 60.0
"""Units that the note is scrolled by a notch of the wheel."""
KEPT = 16 * 1024 * 1024
"""Bytes of ready pieces that are kept."""
KEYS = {"notes back": KeyDown("Page Up"), "notes on": KeyDown("Page Down")}
"""The buttons that do what a key of the remote does."""
Answer = tuple[Event | Intent, ...]


class NotesPicture:
    """Draws on a surface what is another than before, and remembers what is pointed at, held and scrolled."""

    def __init__(self, typeface: Typeface) -> None:
        self._type = typeface
        self._cache, self._compositor = SurfaceCache(KEPT), Compositor()
        self._tiles: tuple[Following | None, tuple[Thumbnail, ...]] = None, ()
        self.widgets: tuple[Widget, ...] = ()
        self._facts: NotesFacts | None = None
        self._seen: tuple[object, ...] = ()
        self._keep = Kept()
        self._hovered: str | None = None
        self._pressed: str | None = None
        self._offset = 0.0

    def forget(self) -> None:
        """Draw everything the next time, as after the surface was lost."""
        self._compositor.forget()
        self._seen = ()

    def draw(self, surface: pygame.Surface, state: State, times: Times, alone: bool = False) -> bool:
        """Draw what has changed; tell if anything has. alone: the main window is on the same, only display."""
        facts, settings = notes_facts(state), state.settings
        if self._facts is None or facts.said != self._facts.said:
            self._offset = 0.0
        self._facts = facts
        met, by = NotesMet(self._offset, alone), (self._hovered, self._pressed)
        seen = facts, times, surface.get_size(), settings.scale, settings.theme, settings.palette, met, by
        if seen == self._seen:
            return False
        self._seen = seen
        frame = notes_frame(surface.get_size(), settings.scale, self._type, *by)
        still = self._keep(notes_still, facts, frame, self._pictures(facts.following), met)
        self.widgets = *still, *notes_head(facts, times, frame)
        canvas = Canvas(surface, theme_of(settings.theme, settings.palette), self._type, self._cache)
        return bool(self._compositor.draw(canvas, self.widgets))

    def _pictures(self, following: Following | None) -> tuple[Thumbnail, ...]:
        """Return small pictures of the scene that comes next, as far as they may be seen before it is there."""
        if following is not self._tiles[0]:
            self._tiles = following, pictures_of(following)
        return self._tiles[1]

    def answer(self, event: pygame.Event) -> Answer:
        """Answer a hand: the wheel scrolls the note, and a button acts where it was pressed."""
        if event.type == pygame.WINDOWLEAVE:
            self._hovered = None
        elif event.type == pygame.MOUSEWHEEL:
            self._scroll(float(getattr(event, "precise_y", event.y)))
        elif event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self._pointed(event)
        return ()

    def _pointed(self, event: pygame.Event) -> Answer:
        found = button_at(self.widgets, *event.pos)
        self._hovered = None if found is None else found.name
        if event.type == pygame.MOUSEMOTION or event.button != pygame.BUTTON_LEFT:
            return ()
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._pressed = self._hovered
            return ()
        pressed, self._pressed = self._pressed, None
        if found is None or pressed != found.name:
            return ()
        return (KEYS[found.name],) if found.name in KEYS else found.intents

    def _scroll(self, notches: float) -> None:
        """Scroll the note as far as there is something to see."""
        for widget in self.widgets:
            if isinstance(widget, Scrolled):
                self._offset = min(max(widget.offset - notches * NOTCH, 0.0), widget.most)


def pictures_of(following: Following | None) -> tuple[Thumbnail, ...]:
    """Return the small pictures of a scene that comes: its image, and what becomes of it unless that is asked."""
    if following is None:
        return ()
    return thumbnails_of(following.scenario)[: 1 if following.bare else 2]
