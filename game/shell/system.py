"""What the system has to be told before SDL starts, and what only it can be asked, past SDL: on Windows, by ctypes.

Nothing here may fail: what cannot be asked is not known, and the program goes on without.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Answer = TypeVar("Answer")

CONTAINER = (Path("/dev/.cros_milestone"), Path("/opt/google/cros-containers"))  # what ChromeOS puts into its Linux
DEFAULT_DENSITY = 96
NO_PRESS_AND_HOLD = 1


def on_chromebook() -> bool:
    """Tell whether this is the Linux container of a Chromebook."""
    return "SOMMELIER_VERSION" in os.environ or any(path.exists() for path in CONTAINER)


def wishes(platform: str, chromebook: bool) -> dict[str, str]:
    """Return what SDL is to be told on a platform, by the names of its variables."""
    found = {"SDL_MOUSE_FOCUS_CLICKTHROUGH": "1", "SDL_IME_SHOW_UI": "1"}
    if platform == "win32":
        found["SDL_WINDOWS_DPI_AWARENESS"] = "permonitorv2"
    if platform.startswith("linux"):
        # SDL else takes an OpenGL texture for the window, which costs 10 ms a frame where OpenGL is in software. But
        # on a Chromebook a window without one is said to stay black.
        found["SDL_FRAMEBUFFER_ACCELERATION"] = "1" if chromebook else "0"
    return found


def tell() -> None:
    """Tell SDL what it needs here. What the person has set stays."""
    linux = sys.platform.startswith("linux")
    for name, value in wishes(sys.platform, linux and on_chromebook()).items():
        os.environ.setdefault(name, value)


def _of_windows(ask: Callable[[Any], Answer], unknown: Answer) -> Answer:
    """Return what Windows answers, asked by ctypes; what is not known where it is too old for that, and elsewhere."""
    if sys.platform != "win32":
        return unknown
    try:
        import ctypes.wintypes

        return ask(ctypes)
    except (AttributeError, OSError):
        return unknown


def density() -> float:
    """Return how many pixels Windows wants for each one of a display of 96 per inch; 1 where it need not be asked."""
    return _of_windows(lambda ctypes: max(1.0, float(ctypes.windll.user32.GetDpiForSystem()) / DEFAULT_DENSITY), 1.0)


def on_a_display(window: tuple[int, int, int, int]) -> bool | None:
    """Tell whether any of a window is on a display; None where the system cannot be asked."""

    def asked(ctypes: Any) -> bool | None:
        x, y, width, height = window
        types, ask = ctypes.wintypes, ctypes.windll.user32.MonitorFromRect
        ask.argtypes, ask.restype = (ctypes.POINTER(types.RECT), types.DWORD), types.HANDLE
        return bool(ask(ctypes.byref(types.RECT(x, y, x + width, y + height)), 0))

    return _of_windows(asked, None)


def let_the_pen_rest(window: int) -> None:
    """Let Windows make no right click of a pen or finger that rests in a window (given by its handle): it draws."""

    def told(ctypes: Any) -> None:
        types, say = ctypes.wintypes, ctypes.windll.user32.SetPropW
        say.argtypes, say.restype = (types.HWND, types.LPCWSTR, types.HANDLE), types.BOOL
        say(window, "MicrosoftTabletPenServiceProperty", NO_PRESS_AND_HOLD)

    _of_windows(told, None)


def give_back_memory() -> None:
    """Return freed memory to the system; it takes a few milliseconds, and does something only with GNU's C library.

    That library keeps the room of freed surfaces in holes between others. After minutes of use these come to as much
    again as all that is in use.
    """
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):  # another C library, which has no such function nor such habit
        import ctypes

        ctypes.CDLL(None).malloc_trim(0)
