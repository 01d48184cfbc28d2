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

LARGEST = (1600, 1000)  # of a first window
SMALLEST = (240, 180)
SHARE = 0.9  # of the display, that a first window takes
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
BAR = 80  # pixels that a task bar and a title bar may take; SDL's usable area is not to be had from pygame
EDGE = 8  # pixels that a window's frame may take at a side


def prepare() -> None:
    """Start the screen library. Raises FileProblem "no_screen" where there is none to show a window on.

    SDL falls back to a driver that draws nowhere without being asked; then the program would run unseen.
    """
    if sys.platform == "win32":
        os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    if sys.platform.startswith("linux"):
        # SDL else takes an OpenGL texture for the window, which costs 10 ms a frame where OpenGL is in software.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")
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


def first_size(desktop: tuple[int, int]) -> tuple[int, int]:
    """Return the size of a first window on a display of that size."""
    width = min(LARGEST[0], round(desktop[0] * SHARE))
    height = min(LARGEST[1], round((desktop[1] - BAR) * SHARE))
    return max(SMALLEST[0], width), max(SMALLEST[1], height)


def corrected(window: tuple[int, int, int, int], desktops: list[tuple[int, int]]) -> tuple[int, int, int, int]:
    """Return a remembered place: as it was where a display holds all of it, else moved, and made smaller, to fit.

    pygame tells how large the displays are, not where; so they are taken to stand beside each other, from the first
    one's top left. The display is the one that holds the window's middle, or comes next to it.
    """
    x, y, width, height = window
    left, index = 0, 0
    while index < len(desktops) - 1 and x + width / 2 >= left + desktops[index][0]:
        left, index = left + desktops[index][0], index + 1
    display = Rect(left, 0, *desktops[index])
    place = Rect(x, y, max(width, SMALLEST[0]), max(height, SMALLEST[1]))
    if not display.holds(place):
        free = display.inset(EDGE, BAR // 2)
        place = Rect(x, y, min(place.w, free.w), min(place.h, free.h)).kept_inside(free)
    return place.x, place.y, place.w, place.h


def _may_be_lost(window: tuple[int, int, int, int], desktops: list[tuple[int, int]]) -> bool:
    """Tell whether a window's title bar might not be on any display now."""
    x, y = window[:2]
    return not (0 <= x <= sum(desktop[0] for desktop in desktops) - BAR and 0 <= y <= desktops[0][1] - BAR)


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
        remembered: tuple[int, int, int, int] | None = None,
        display: int | None = None,
        full_screen: bool = False,
    ) -> None:
        """Open the window: with an asked size, else where it was, else for the first time."""
        desktops = pygame.display.get_desktop_sizes()
        index = display if display is not None and display < len(desktops) else 0
        place = corrected(remembered, desktops) if remembered and size is None and display is None else None
        wanted = size or (place[2:] if place else first_size(desktops[index]))
        self._entitled = ""
        self.entitle(text("title"))
        icon = pygame.image.load_sized_svg(str(asset("icons", "kernelscope.svg")), (64, 64))
        pygame.display.set_icon(icon)
        pygame.display.set_mode(wanted, pygame.RESIZABLE, display=index)
        _window().minimum_size = SMALLEST
        if place:
            pygame.display.set_window_position(place[:2])
        self.full_screen = False
        self._windowed = Rect(*pygame.display.get_window_position(), *wanted)
        if full_screen:
            self.toggle_full_screen()

    @property
    def surface(self) -> pygame.Surface:
        """The window's surface, which is another one after each change of size."""
        surface = pygame.display.get_surface()
        if surface is None:
            raise RuntimeError("the window has been closed")
        return surface

    def entitle(self, words: str) -> None:
        """Let the window's title bar say what is shown."""
        if words != self._entitled:
            self._entitled = words
            pygame.display.set_caption(plain(words))

    def toggle_full_screen(self) -> None:
        """Fill the display that holds the window, or go back to the window as it was."""
        window = _window()
        if not self.full_screen:
            self._windowed = Rect(*window.position, *self.surface.get_size())
            window.set_fullscreen(desktop=True)
        else:
            window.set_windowed()
        self.full_screen = not self.full_screen

    def place(self) -> tuple[int, int, int, int]:
        """Return (x, y, width, height) of the window, as it is when it is not full screen."""
        if self.full_screen:
            return (*self._windowed,)
        return (*pygame.display.get_window_position(), *self.surface.get_size())

    def brought_back(self) -> None:
        """Put the whole window on a display when displays changed and it might be off all of them."""
        desktops = pygame.display.get_desktop_sizes()
        if self.full_screen or not desktops or not _may_be_lost(self.place(), desktops):
            return
        x, y, width, height = corrected(self.place(), desktops)
        if (width, height) != self.surface.get_size():
            _window().size = width, height
        pygame.display.set_window_position((x, y))

    def present(self, rects: list[Rect]) -> None:
        """Bring the rectangles to the screen."""
        pygame.display.update(rects)

    def close(self) -> None:
        """Close the window."""
        pygame.display.quit()
