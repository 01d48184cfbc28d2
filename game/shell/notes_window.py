"""The second window, of the teacher's notes: on which display it opens, where it stands, and what it shows."""

from __future__ import annotations

import pygame

from ..ui.geometry import Rect
from ..ui.resources import asset
from ..words.texts import text
from .places import BAR, SMALLEST

CENTRED = 0x2FFF0000
"""SDL's sign for the middle of a display, to which the display's index is added."""
SHARE, BESIDE = 0.86, (0.5, 0.62)
"""The share of another display that the window takes, and the shares where it stands beside the main window."""


def displays() -> list[Rect]:
    """Return where the displays are. pygame tells only how large: a hidden window in the middle of each tells where."""
    found = []
    for index, (width, height) in enumerate(pygame.display.get_desktop_sizes()):
        probe = pygame.Window("", (64, 64), position=(CENTRED | index, CENTRED | index), hidden=True)
        x, y = probe.position
        probe.destroy()
        found.append(Rect(x + 32 - width // 2, y + 32 - height // 2, width, height))
    return found


def display_of(window: Rect, found: list[Rect]) -> int:
    """Return the index of the display that holds a window's middle; the nearest one where none does."""
    x, y = window.centre

    def away(place: Rect) -> float:
        return max(place.x - x, x - place.right, 0) + max(place.y - y, y - place.bottom, 0)

    return min(range(len(found)), key=lambda index: away(found[index]))


def place_of_notes(main: Rect, found: list[Rect]) -> Rect:
    """Return where the notes open: on the first display that the main window is not on, else at that one's edge."""
    at = display_of(main, found)
    others = [place for index, place in enumerate(found) if index != at]
    if others:
        place = others[0]
        return place.centred(*_size(place, (SHARE, SHARE)))
    place = found[at]
    width, height = _size(place, BESIDE)
    return Rect(place.right - width - BAR // 4, place.bottom - height - BAR, width, height).kept_inside(place)


def _size(place: Rect, shares: tuple[float, float]) -> tuple[int, int]:
    """Return a size that leaves room for a task bar and a title bar."""
    wide, high = round(place.w * shares[0]), round((place.h - BAR) * shares[1])
    return max(SMALLEST[0], wide), max(SMALLEST[1], high)


class NotesWindow:
    """The window on the screen. alone: there is one display, which it shares with the main window."""

    def __init__(self, main: Rect) -> None:
        """Open it; `main` is where the main window is. Raises pygame.error where there can be none."""
        found = displays()
        self.alone = len(found) < 2
        place = place_of_notes(main, found)
        self.window = pygame.Window(text("notes.title"), (place.w, place.h), (place.x, place.y), resizable=True)
        self.window.minimum_size = SMALLEST
        self.window.set_icon(pygame.image.load_sized_svg(asset("icons", "kernelscope.svg"), (64, 64)))

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on; another one after each change of size."""
        return self.window.get_surface()

    def keep_apart(self, main: Rect) -> None:
        """Go to another display when the main window has come to this one; and come back from one that is gone."""
        found = displays()
        place = Rect(*self.window.position, *self.window.size)
        self.alone = len(found) < 2
        seen = any(each.contains(*place.centre) for each in found)
        if seen and (self.alone or display_of(place, found) != display_of(main, found)):
            return
        goes = place_of_notes(main, found)
        self.window.size = goes.w, goes.h
        self.window.position = goes.x, goes.y

    def present(self) -> None:
        """Bring what was drawn to the screen."""
        self.window.flip()

    def close(self) -> None:
        """Close it."""
        self.window.destroy()
