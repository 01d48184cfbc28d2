"""What the system has to be told before SDL starts, and what only it can be asked, past SDL: on Windows, by ctypes.

Nothing here may fail: what cannot be asked is not known, and the program goes on without.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

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


def density() -> float:
    """Return how many pixels Windows wants for each one of a display of 96 per inch; 1 where it need not be asked."""
    if sys.platform != "win32":
        return 1.0
    try:
        import ctypes

        return max(1.0, float(ctypes.windll.user32.GetDpiForSystem()) / DEFAULT_DENSITY)
    except (AttributeError, OSError):  # before Windows 10
        return 1.0


def on_a_display(window: tuple[int, int, int, int]) -> bool | None:
    """Tell whether any of a window is on a display; None where the system cannot be asked."""
    if sys.platform != "win32":
        return None
    try:
        import ctypes
        from ctypes import wintypes

        x, y, width, height = window
        ask = ctypes.windll.user32.MonitorFromRect
        ask.argtypes, ask.restype = (ctypes.POINTER(wintypes.RECT), wintypes.DWORD), wintypes.HANDLE
        return bool(ask(ctypes.byref(wintypes.RECT(x, y, x + width, y + height)), 0))
    except (AttributeError, OSError):
        return None


def let_the_pen_rest(window: int) -> None:
    """Let Windows make no right click of a pen or finger that rests in a window (given by its handle): it draws."""
    if sys.platform != "win32":
        return
    try:
        import ctypes
        from ctypes import wintypes

        say = ctypes.windll.user32.SetPropW
        say.argtypes, say.restype = (wintypes.HWND, wintypes.LPCWSTR, wintypes.HANDLE), wintypes.BOOL
        say(window, "MicrosoftTabletPenServiceProperty", NO_PRESS_AND_HOLD)
    except (AttributeError, OSError):
        return
