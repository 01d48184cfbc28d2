"""Writing a file whole or not at all: whoever looks, at whatever moment, sees the old file or the new one."""

import contextlib
import math
import os
import stat
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from .errors import FileProblem, reason_of, shown

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


PREFIX = ".kernelscope-"
SUFFIX = ".partial"
_LEFT_OVER = 60.0  # seconds; no write takes that long, so whoever began it is gone


def write_whole(path: Path, data: bytes, *, make_folder: bool = False) -> None:
    """Write the bytes under this path, in place of what was there.

    They go into a temporary file in the same folder and on to the disk, then that file takes the path in one step.
    A symbolic link is followed and stays; a file keeps its permissions. Raises FileProblem: "file_is_a_folder",
    "file_not_regular", or "file_unwritable" with a reason; then what was there is unchanged.
    """
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        if make_folder:
            target.parent.mkdir(parents=True, exist_ok=True)
        mode = _mode_of(target, path)
        temporary = target.parent / f"{PREFIX}{os.getpid()}-{os.urandom(4).hex()}{SUFFIX}"
        _fill(temporary, data, mode)
        patiently(partial(temporary.replace, target))  # the new file takes the path, in one step
        temporary = None
        _settle(target.parent)
        remove_leftovers(target.parent, before=target.stat().st_mtime - _LEFT_OVER)
    except (OSError, ValueError) as error:
        raise FileProblem("file_unwritable", path=shown(path), reason=_reason(error, path)) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def remove_leftovers(folder: Path, before: float = math.inf) -> None:
    """Remove the temporary files that killed processes left in a folder; none of them was ever whole.

    Only those last written before this time (seconds since 1970, by the file system) go, because others may be
    writing in the same folder now. Without it all go: for a folder that only this process writes in.
    """
    with contextlib.suppress(OSError):
        for leftover in folder.glob(f"{PREFIX}*{SUFFIX}"):
            with contextlib.suppress(OSError):
                if leftover.lstat().st_mtime < before:
                    leftover.unlink()


def check_regular(path: Path, status: os.stat_result) -> None:
    """Raise FileProblem, "file_is_a_folder" or "file_not_regular", for what is no ordinary file."""
    if stat.S_ISDIR(status.st_mode):
        raise FileProblem("file_is_a_folder", path=shown(path))
    if not stat.S_ISREG(status.st_mode):
        raise FileProblem("file_not_regular", path=shown(path))


def _mode_of(target: Path, path: Path) -> int | None:
    """Return the permissions of the file that is there, None if there is none; refuse what must not be replaced."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    check_regular(path, status)
    if not os.access(target, os.W_OK):  # a folder's permission would be enough to replace it, but not what was meant
        raise FileProblem("file_unwritable", path=shown(path), reason="no permission")
    return stat.S_IMODE(status.st_mode)


def _fill(temporary: Path, data: bytes, mode: int | None) -> None:
    """Write a new file through to the disk."""
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        temporary.chmod(mode)


def _reason(error: OSError | ValueError, path: Path) -> str:
    """Return a reason key. Windows says of a path that is too long for it that its folder is not there."""
    reason = reason_of(error)
    with contextlib.suppress(OSError, ValueError):
        if reason == "no folder" and Path(os.path.realpath(path)).parent.is_dir():
            return "name too long"
    return reason


def _settle(folder: Path) -> None:
    """Bring the folder's new entry to the disk too, where a system can; the file itself is safe already."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


_MOST = 10_000  # damaged files of one name; whoever has more has a disk that says of every name that it is taken


def put_aside(path: Path, folder: Path) -> str:
    """Move a damaged file to ``<stem>.damaged-<number><suffix>`` in the folder and return that path.

    The number is the first free one, from 1. Returns "" if it cannot be moved; then it is left where it is.
    """
    for number in range(1, _MOST):
        kept = folder / f"{path.stem}.damaged-{number}{path.suffix}"
        try:
            kept.lstat()
        except FileNotFoundError:
            break
        except OSError:
            return ""
    else:
        return ""
    try:
        patiently(lambda: path.rename(kept))
    except OSError:
        return ""
    return shown(kept)
