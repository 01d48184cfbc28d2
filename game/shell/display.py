"""The program's one window on a display: opening it, its size and place, full screen, and what was presented."""

from __future__ import annotations

import os
import sys
import warnings

import pygame

from ..files.errors import FileProblem
from ..ui.geometry import Rect
from ..ui.resources import asset
from ..words.plain import plain
from ..words.texts import text
from .places import SMALLEST, Place, corrected, fills, first_size, may_be_lost
from .system import density, let_the_pen_rest, on_a_display, tell

MAC = sys.platform == "darwin"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")


def prepare() -> None:
    """Start the screen library. Raises FileProblem "no_screen" where there is none to show a window on.

    SDL falls back to a driver that draws nowhere without being asked; then the program would run unseen.
    """
    tell()
    asked = os.environ.get("SDL_VIDEODRIVER", "")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SCREENS):
        raise FileProblem("no_screen")  # SDL would say so too, in words of its own
    try:
        pygame.display.init()
    except pygame.error as error:
        raise FileProblem("no_screen") from error
    if pygame.display.get_driver() == "offscreen" and asked != "offscreen":
        pygame.display.quit()
        raise FileProblem("no_screen")
    pygame.font.init()


def prepare_without_screen() -> None:
    """Start the screen library so that it draws into memory only."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()


def _window() -> pygame.Window:
    """Return the window of the display module, for what that module cannot do: full screen on the window's display.

    The display's own `toggle_fullscreen` makes a new window under X11 and forgets the old one's size and place.
    pygame-ce warns that this bridge will go one day, when `Window` can present single rectangles itself.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return pygame.Window.from_display_module()


class Display:
    """The window. `surface` is what is drawn on; `present` brings rectangles of it to the screen."""

    def __init__(
        self,
        size: tuple[int, int] | None = None,
        remembered: Place | None = None,
        display: int | None = None,
        full_screen: bool = False,
    ) -> None:
        """Open the window: with an asked size, else where it was, else for the first time."""
        self._desktops = tuple(pygame.display.get_desktop_sizes())
        index = display if display is not None and display < len(self._desktops) else 0
        kept = remembered if size is None and display is None else None
        place = None if kept is None else self._opened_at(kept)
        wanted = size or (place[2:] if place else first_size(self._desktops[index], density()))
        self._entitled = ""
        self.entitle(text("title"))
        icon = pygame.image.load_sized_svg(asset("icons", "kernelscope.svg"), (64, 64))
        pygame.display.set_icon(icon)
        pygame.display.set_mode(wanted, pygame.RESIZABLE, display=index)
        self._own = _window()  # events tell of which window they are by this very object
        self._own.minimum_size = SMALLEST
        let_the_pen_rest(pygame.display.get_wm_info().get("window", 0))
        if place:
            pygame.display.set_window_position(place[:2])
        self._maximised = False
        self._windowed = Rect(*pygame.display.get_window_position(), *wanted)
        if kept is not None and kept.maximised:
            self._maximise()
        if full_screen:
            self.toggle_full_screen()

    @property
    def surface(self) -> pygame.Surface:
        """The window's surface, which is another one after each change of size."""
        surface = pygame.display.get_surface()
        if surface is None:
            raise RuntimeError("the window has been closed")
        return surface

    @property
    def full_screen(self) -> bool:
        """Whether the window fills its display, by us or by the system: the green button of macOS tells nobody."""
        return pygame.display.is_fullscreen() or (MAC and fills(self.surface.get_size(), self._desktops))

    def entitle(self, words: str) -> None:
        """Let the window's title bar say what is shown."""
        if words != self._entitled:
            self._entitled = words
            pygame.display.set_caption(plain(words))

    @property
    def outline(self) -> Rect:
        """Where the window is on the desktop now."""
        return Rect(*pygame.display.get_window_position(), *self.surface.get_size())

    def is_own(self, window: object) -> bool:
        """Tell whether a window of pygame is this one."""
        return window is self._own

    def come_forward(self) -> None:
        """Take the keys, and stand before other windows of the program."""
        self._own.focus()

    def toggle_full_screen(self) -> None:
        """Fill the display that holds the window, or go back to the window as it was."""
        window = _window()
        if not self.full_screen:
            self.place()
            window.set_fullscreen(desktop=True)
            return
        if not pygame.display.is_fullscreen():
            window.set_fullscreen(desktop=True)  # SDL has to know of it, before it can end what the system began
        window.set_windowed()
        if self._maximised:
            self._maximise()

    def place(self) -> Place:
        """Return where the window is, as it is when it is neither full screen nor maximised nor minimised."""
        if not (self.full_screen or self._maximised) and pygame.display.get_active():
            self._windowed = Rect(*pygame.display.get_window_position(), *self.surface.get_size())
        return Place((*self._windowed,), self._maximised, self._desktops)

    def maximised(self, on: bool) -> None:
        """Note that the window was maximised, or is so no longer; what full screen does with it is no such thing."""
        if not self.full_screen:
            self._maximised = on

    def _opened_at(self, kept: Place) -> tuple[int, int, int, int]:
        """Return where a window opens that was kept: where it was, if that is still on a display."""
        place = corrected(kept, self._desktops)
        return corrected(Place(kept.window), self._desktops) if on_a_display(place) is False else place

    def _maximise(self) -> None:
        _window().maximize()
        self._maximised = True

    def displays_changed(self) -> None:
        """Follow the displays, if they are others than before: put a window that may be off all of them on one."""
        before, self._desktops = self._desktops, tuple(pygame.display.get_desktop_sizes())
        if not self._desktops or before == self._desktops:
            return
        if pygame.display.is_fullscreen():
            self._fill_another(fewer=len(self._desktops) < len(before))
        elif not self._maximised and pygame.display.get_active():  # these two are the system's own care
            self._bring_back(self.place())

    def _fill_another(self, fewer: bool) -> None:
        """Let a full screen take the size of a display that is there, and come back on one."""
        if fewer:
            self._windowed = Rect(*corrected(Place((*self._windowed,)), self._desktops))
        if self.surface.get_size() not in self._desktops:
            window = _window()
            window.set_windowed()
            self._put(self._windowed)
            window.set_fullscreen(desktop=True)

    def _bring_back(self, place: Place) -> None:
        """Put the whole window on a display, if it may be off all of them."""
        seen = on_a_display(place.window)
        if may_be_lost(place.window, self._desktops) if seen is None else not seen:
            self._put(Rect(*corrected(Place(place.window), self._desktops)))

    def _put(self, rect: Rect) -> None:
        if (rect.w, rect.h) != self.surface.get_size():
            _window().size = rect.w, rect.h
        pygame.display.set_window_position((rect.x, rect.y))

    def present(self, rects: list[Rect]) -> None:
        """Bring the rectangles to the screen."""
        pygame.display.update(rects)

    def close(self) -> None:
        """Close the window."""
        pygame.display.quit()
