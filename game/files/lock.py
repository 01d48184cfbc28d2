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


OPEN_FILES_GO = sys.platform != "win32"
"""Whether this system removes a file that is open; Windows does not."""


class Lock:
    """A lock that this process holds on a file, until `release` or until it ends."""

    def __init__(self, descriptor: int, path: Path) -> None:
        """Keep an open descriptor that is locked, and the path of its file; use `claimed` to get one."""
        self._descriptor: int | None = descriptor
        self.path = path

    def release(self) -> None:
        """Let it go; a second time does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def remove(self) -> None:
        """Let it go and remove its file, which nobody else may come to hold meanwhile. Raises OSError."""
        try:
            if OPEN_FILES_GO:
                self.path.unlink()
        finally:
            self.release()
        if not OPEN_FILES_GO:
            self.path.unlink()  # whoever has it open by now keeps it


def claimed(path: Path) -> Lock | None:
    """Return a lock on this file, made if need be, or None at once if another process (or window) holds it.

    Raises OSError if the file cannot be opened, or its disk knows no locks.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        _hold(descriptor)
        if _is_still_there(descriptor, path):
            return Lock(descriptor, path)
    except (BlockingIOError, PermissionError, FileNotFoundError):  # PermissionError is what Windows says
        pass
    except OSError:
        os.close(descriptor)
        raise
    with contextlib.suppress(OSError):
        os.close(descriptor)
    return None


def _is_still_there(descriptor: int, path: Path) -> bool:
    """Tell whether an open file is the one at the path: between opening and locking its folder may have been removed.

    Where open files cannot be removed it is; and there, on drives of the web, the two would seem to differ.
    """
    return not OPEN_FILES_GO or os.path.samestat(os.fstat(descriptor), path.stat())
