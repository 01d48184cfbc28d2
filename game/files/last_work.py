"""Last work: what new starts replaced, the newest ten, each a scenario file in one folder."""

import contextlib
import time
from pathlib import Path

from ..core.errors import ConvolutionError
from ..value import Value
from .atomic import patiently
from .errors import FileProblem
from .scenario_file import OpenedScenario, read_scenario

KEPT = 10
"""How many works are kept."""
_POSITION = 2048
"""Bytes by which files of one scenario may differ: where the walk is, and how it is looked at."""
_SKEW = 60.0  # seconds by which the clock of a disk in the network may be ahead of this machine's


class LastWork(Value):
    """A work that was set aside, and when it was last saved: in seconds since 1970, as the file system has it."""

    modified: float
    opened: OpenedScenario


def last_works(folder: Path) -> tuple[LastWork, ...]:
    """Return the works in the folder, the newest first; what cannot be read is left out."""
    return tuple(work for work in map(last_work, newest_first(folder, "*.json")) if work is not None)


def last_work(path: Path) -> LastWork | None:
    """Return the work of a file, None where it cannot be read."""
    with contextlib.suppress(FileProblem, ConvolutionError, OSError):
        opened = read_scenario(path)
        return LastWork(path.stat().st_mtime, opened)
    return None


def set_aside(path: Path, folder: Path, held: OpenedScenario) -> None:
    """Move a kept work into the folder in one step, and remove what is more than is kept. Raises OSError.

    held: what the file holds. Where the same scenario, compared with the same, was set aside before, that goes. What a
    newer version has set aside is not removed: it may keep more of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{path.stat().st_mtime_ns}-{path.parent.name}.json"
    patiently(lambda: path.replace(place))
    for same in _like(place, held):
        with contextlib.suppress(OSError):
            same.unlink()
    for surplus in newest_first(folder, "*.json")[KEPT:]:
        with contextlib.suppress(OSError):
            if not _is_newer(surplus):
                surplus.unlink()


def _like(place: Path, held: OpenedScenario) -> list[Path]:
    """Return the other files beside a work that hold its scenario, wherever the walk is in them."""
    found = []
    with contextlib.suppress(OSError):
        length = place.stat().st_size
        for path in place.parent.glob("*.json"):
            with contextlib.suppress(FileProblem, ConvolutionError, OSError):
                if path != place and abs(path.stat().st_size - length) <= _POSITION:
                    there = read_scenario(path)
                    same = (there.scenario, there.other) == (held.scenario, held.other)
                    found += [path] if same else []
    return found


def newest_first(folder: Path, pattern: str) -> list[Path]:
    """Return the files in the folder that match, by the time they were last written, then by name.

    A time that is yet to come was written by a clock that was set back since; it is older than any that has been.
    """
    found = []
    latest = time.time() + _SKEW
    with contextlib.suppress(OSError):
        for path in folder.glob(pattern):
            with contextlib.suppress(OSError):  # it went meanwhile
                written = path.stat()
                found.append((written.st_mtime <= latest, written.st_mtime_ns, path.name, path))
    return [path for *_, path in sorted(found, reverse=True)]


def _is_newer(path: Path) -> bool:
    """Tell whether a file is of a version of the program that is newer than this one."""
    try:
        read_scenario(path)
    except (FileProblem, ConvolutionError) as problem:
        return problem.key == "file_newer"
    return False
