"""Where a window may stand: its first size, its place when it comes back, and whether it may have been lost."""

from __future__ import annotations

from ..files.settings import Settings
from ..play.choices import SCALE
from ..ui.geometry import Rect
from ..ui.layout import SMALLEST_UNIT, text_unit_of
from ..value import Value

Size = tuple[int, int]
Desktops = tuple[Size, ...]

LARGEST = (1600, 1000)  # of a first window, where 96 pixels are an inch
SMALLEST = (240, 180)
SHARE = 0.9  # of the display, that a first window takes
BAR = 80  # pixels that a task bar and a title bar may take; SDL's usable area is not to be had from pygame
EDGE = 8  # pixels that a window's frame may take at a side
NOTCH = 45  # pixels that a display's camera may take from a window that fills it; a menu and a title bar take more


class Place(Value):
    """Where a window is kept: x, y, width and height as they are when it is neither maximised nor full screen.

    displays: the sizes of the displays that there were, which tell whether the place still means the same.
    """

    window: tuple[int, int, int, int]
    maximised: bool = False
    displays: Desktops = ()


def place_of(settings: Settings) -> Place | None:
    """Return the place that the settings have kept, if any."""
    return None if settings.window is None else Place(settings.window, settings.maximised, settings.displays)


def first_size(desktop: Size, density: float = 1.0) -> Size:
    """Return the size of a first window on a display of that size; `density` is its pixels per inch ÷ 96."""
    width = min(round(LARGEST[0] * density), round(desktop[0] * SHARE))
    height = min(round(LARGEST[1] * density), round((desktop[1] - BAR) * SHARE))
    return max(SMALLEST[0], width), max(SMALLEST[1], height)


def first_scale(size: Size, density: float) -> int:
    """Return the percentage at which the text of a first window is as large as on a display of 96 pixels per inch."""
    return min(max(100, round(100 * SMALLEST_UNIT * density / text_unit_of(*size))), SCALE[1])


def corrected(place: Place, desktops: Desktops) -> tuple[int, int, int, int]:
    """Return a remembered place: as it was where a display holds all of it, else moved, and made smaller, to fit.

    pygame tells how large the displays are, not where: some may stand left of the first one or above it. While they
    are several, and the same as ever, the window stands where the person has put it. Else they are taken to stand
    beside each other, from the first one's top left. The display is the one that holds the window's middle, or comes
    next to it.
    """
    x, y, width, height = place.window
    if len(desktops) > 1 and place.displays == desktops:
        return x, y, max(width, SMALLEST[0]), max(height, SMALLEST[1])
    left, index = 0, 0
    while index < len(desktops) - 1 and x + width / 2 >= left + desktops[index][0]:
        left, index = left + desktops[index][0], index + 1
    display = Rect(left, 0, *desktops[index])
    found = Rect(x, y, max(width, SMALLEST[0]), max(height, SMALLEST[1]))
    if not display.holds(found):
        free = display.inset(EDGE, BAR // 2)
        found = Rect(x, y, min(found.w, free.w), min(found.h, free.h)).kept_inside(free)
    return found.x, found.y, found.w, found.h


def may_be_lost(window: tuple[int, int, int, int], desktops: Desktops) -> bool:
    """Tell whether a window's title bar is off the only display. Where several stand, nobody but the system knows."""
    x, y = window[:2]
    return len(desktops) == 1 and not (0 <= x <= desktops[0][0] - BAR and 0 <= y <= desktops[0][1] - BAR)


def fills(size: Size, desktops: Desktops) -> bool:
    """Tell whether a window is so large that nothing but itself is on a display."""
    return any(size[0] == width and height - NOTCH <= size[1] <= height for width, height in desktops)
