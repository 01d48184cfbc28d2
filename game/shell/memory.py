"""Memory that is free goes back to the system, where the C library keeps it for itself."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Return freed memory to the system; it takes a few milliseconds, and does something only with GNU's C library.

    That library keeps the room of freed surfaces in holes between others. After minutes of use these come to as much
    again as all that is in use.
    """
    if not sys.platform.startswith("linux"):
        return
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (OSError, AttributeError):  # another C library, which has no such function and no such habit
        return
