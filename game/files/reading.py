"""Reading a file that may be anything: only a regular file, only up to a limit, never waiting for one."""

import os
import stat
from pathlib import Path

from .busy import patiently
from .errors import FileProblem, reason_of, shown

# Opening a pipe or a terminal must not wait for its other end; the names that a system does not have count as 0.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the whole file. A file of more than `limit` bytes is refused by its size, before it is read.

    Raises FileProblem: "file_missing", "file_is_a_folder", "file_not_regular" (a pipe, a device), "file_unreadable"
    (with a reason) or "file_too_large" (with size and limit in bytes).
    """
    data = _read(path, limit, limit + 1)
    if len(data) > limit:  # it grew meanwhile, or claims a size of 0, as the files of /proc do
        raise FileProblem("file_too_large", path=shown(path), size=len(data), limit=limit)
    return data


def read_head(path: Path, count: int) -> bytes:
    """Return the first bytes of a file, at most `count`, however large it is. Raises FileProblem as `read_bytes`."""
    return _read(path, None, count)


def _read(path: Path, limit: int | None, count: int) -> bytes:
    """Return at most `count` bytes of the file, which may have at most `limit`."""
    try:
        _check(path, path.stat(), limit)
        descriptor = patiently(lambda: os.open(path, _FLAGS))
        with os.fdopen(descriptor, "rb") as file:
            # Checked again: another file may have taken its place.
            _check(path, os.fstat(descriptor), limit)
            return file.read(count)
    except FileNotFoundError as error:
        raise FileProblem("file_missing", path=shown(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        raise FileProblem("file_unreadable", path=shown(path), reason=reason_of(error)) from error


def _check(path: Path, status: os.stat_result, limit: int | None) -> None:
    """Raise FileProblem unless this is a regular file that is not too large."""
    if stat.S_ISDIR(status.st_mode):
        raise FileProblem("file_is_a_folder", path=shown(path))
    if not stat.S_ISREG(status.st_mode):
        raise FileProblem("file_not_regular", path=shown(path))
    if limit is not None and status.st_size > limit:
        raise FileProblem("file_too_large", path=shown(path), size=status.st_size, limit=limit)
