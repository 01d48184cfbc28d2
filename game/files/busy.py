"""Files that another program has open for a moment: on Windows those of scanners, indexers and synchronised folders."""

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

_BUSY = (5, 32, 33)  # what Windows says of a file that somebody has open: access denied, sharing and lock violation
_PAUSES = (0.005, 0.01, 0.02, 0.04, 0.075, 0.15)  # seconds, 0.3 in all: longer than a scanner takes, too short to see


def patiently(deed: Callable[[], Found]) -> Found:
    """Return what the deed returns; while Windows says that its file is open elsewhere, try again for 0.3 s."""
    for pause in _PAUSES:
        try:
            return deed()
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY:
                raise
        time.sleep(pause)
    return deed()
