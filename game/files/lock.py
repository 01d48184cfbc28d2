"""A lock that dies with its process, however that ends: no file has to be cleaned up after a crash."""

import contextlib
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _hold(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A lock that this process holds on a file, until `release` or until it ends."""

    def __init__(self, descriptor: int) -> None:
        """Keep an open descriptor that is locked; use `claimed` to get one."""
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let it go; a second time does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def claimed(path: Path) -> Lock | None:
    """Return a lock on this file, made if need be, or None at once if another process (or window) holds it.

    Raises OSError if the file cannot be opened, or its disk knows no locks.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        _hold(descriptor)
        # Between opening and locking, its folder may have been removed; then it is nobody's lock any more.
        if os.path.samestat(os.fstat(descriptor), path.stat()):
            return Lock(descriptor)
    except (BlockingIOError, PermissionError, FileNotFoundError):  # PermissionError is what Windows says
        pass
    except OSError:
        os.close(descriptor)
        raise
    with contextlib.suppress(OSError):
        os.close(descriptor)
    return None
