"""Writing a file whole or not at all: whoever looks, at whatever moment, sees the old file or the new one."""

import contextlib
import math
import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
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
    with replacing(path, make_folder=make_folder) as temporary:
        _fill(temporary, data)


@contextlib.contextmanager
def replacing(path: Path, *, make_folder: bool = False) -> Iterator[Path]:
    """Give the path of a temporary file, not there yet, that takes this path once the block has written it.

    Where the block ends with an error, or is left early, nothing stays of it. Raises what `write_whole` does; an
    OSError or ValueError of the block becomes "file_unwritable", too.
    """
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        if make_folder:
            target.parent.mkdir(parents=True, exist_ok=True)
        mode = _mode_of(target, path)
        temporary = target.parent / f"{PREFIX}{os.getpid()}-{os.urandom(4).hex()}{SUFFIX}"
        yield temporary
        if mode is not None:
            temporary.chmod(mode)
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


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write several files, each whole, and all of them or none: where one cannot be, no other is another than before.

    Raises what `write_whole` raises. All are written beside their places first, where a full disk shows.
    """
    prepared: list[tuple[Path, Path, Path | None]] = []
    path = Path()
    try:
        for path, data in files.items():
            target = Path(os.path.realpath(path))
            mode = _mode_of(target, path)
            temporary, before = (
                target.parent / f"{PREFIX}{os.getpid()}-{os.urandom(4).hex()}{SUFFIX}" for _ in range(2)
            )
            prepared.append((target, temporary, None if mode is None else before))
            _fill(temporary, data)
            if mode is not None:
                temporary.chmod(mode)
        _take_places(prepared)
    except (OSError, ValueError) as error:
        raise FileProblem("file_unwritable", path=shown(path), reason=_reason(error, path)) from error
    finally:
        for _, temporary, kept in prepared:
            for leftover in (temporary, kept):
                with contextlib.suppress(OSError):
                    if leftover is not None:
                        leftover.unlink(missing_ok=True)
    for folder in {target.parent for target, _, _ in prepared}:
        _settle(folder)


def _take_places(prepared: Sequence[tuple[Path, Path, Path | None]]) -> None:
    """Move each new file to its place; when one cannot be, put back what stood in the places before it."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for target, temporary, kept in prepared:
            if kept is not None:
                patiently(partial(target.rename, kept))
                done.append((target, kept))
            patiently(partial(temporary.rename, target))
            if kept is None:
                done.append((target, None))
    except OSError:
        for target, kept in reversed(done):
            with contextlib.suppress(OSError):
                if kept is None:
                    target.unlink(missing_ok=True)
                else:
                    patiently(partial(kept.replace, target))
        raise


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


def remove_leftovers_of(process: int, path: Path) -> None:
    """Remove the temporary files that a process, which has ended, left where this path leads to."""
    with contextlib.suppress(OSError, ValueError):
        for leftover in Path(os.path.realpath(path)).parent.glob(f"{PREFIX}{process}-*{SUFFIX}"):
            with contextlib.suppress(OSError):
                patiently(leftover.unlink)


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


def _fill(temporary: Path, data: bytes) -> None:
    """Write a new file through to the disk."""
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


LONGEST_OF_WINDOWS = 248
"""Characters from which on Windows may refuse a path, that of a folder at first."""


def _reason(error: OSError | ValueError, path: Path) -> str:
    """Return a reason key. Windows says of a path that is too long for it that its folder is not there.

    So says Linux of a new file in a folder of which the system alone makes the files, as /proc.
    """
    reason = reason_of(error)
    with contextlib.suppress(OSError, ValueError):
        whole = os.path.realpath(path)
        if reason == "no folder" and Path(whole).parent.is_dir():
            return "name too long" if len(whole) >= LONGEST_OF_WINDOWS else "no new files"
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
