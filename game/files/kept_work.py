"""The work, kept on its own: nothing has to be saved, and killing the program loses at most the last second.

Each running window has a session, a folder that only it may write because it holds the lock in it::

    work/<session>/lock         held as long as the window is open
    work/<session>/work.json    a scenario file, replaced whole at each save
    last-work/*.json            what new starts replaced; the newest ten, no two alike
    work.damaged-<number>.json  what could not be read, kept for whoever wants to rescue it
"""

import contextlib
import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from ..core.errors import ConvolutionError
from ..core.scenario import Scenario
from .atomic import put_aside, remove_leftovers, write_whole
from .errors import FileProblem, not_kept, shown
from .last_work import LastWork, last_works, newest_first, set_aside
from .lock import Lock, claimed
from .scenario_file import OpenedScenario, read_scenario, to_json

TRIES = 5
"""How often a new session is tried; where no file can be locked, or that is all the disk says, none is ever got."""


class KeptWork:
    """The kept work of one window, in the user's data folder. Use `start` first, and `close` at the end."""

    def __init__(self, folder: Path) -> None:
        """Remember the data folder; nothing is read or written yet."""
        self._folder = folder
        self._last = folder / "last-work"
        self._lock: Lock | None = None  # in the folder of the session
        self._saved: bytes | None = None

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._folder

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(
        self, *, fresh: bool = False, untouched: Scenario | None = None
    ) -> tuple[OpenedScenario | None, FileProblem | None]:
        """Take the newest session that no running window holds, else a new one, and return the work in it.

        With `fresh` that work is set aside as last work, and None is returned for it; what is still `untouched`, as a
        start has opened it, is nobody's work and goes. A session of a newer version is left to that. The problem is
        "work_damaged" (its file is put aside, the values name where), "work_newer" (of the sessions that were left),
        "work_not_kept" (with a reason: the folder cannot be written), or None. None of them keeps a window from
        opening.
        """
        newer: FileProblem | None = None
        try:
            self._remove_empty()
            for work in newest_first(self._folder / "work", "*/work.json"):
                if self._claim(work.parent):
                    opened, problem = self._taken(work, fresh=fresh, untouched=untouched)
                    if self._lock is not None:
                        return opened, problem or newer
                    newer = newer or problem
            self._claim_new()
        except OSError as error:
            return None, not_kept("work_not_kept", self._folder, error)
        return None, newer

    def save(
        self,
        scenario: Scenario,
        position: float | None = None,
        view: Mapping[str, object] | None = None,
        other: Scenario | None = None,
    ) -> None:
        """Keep this work, whole or not at all; nothing is written when nothing changed since the last save.

        other: side B, where two are compared.

        Raises FileProblem "work_not_kept", with a reason; a later save tries again.
        """
        data = to_json(scenario, position, view, other).encode()
        try:
            if self._lock is None or not self._lock.path.parent.is_dir():  # not made so far, or somebody removed it
                self.close()
                self._claim_new()
            if data != self._saved and self._lock is not None:
                write_whole(self._lock.path.with_name("work.json"), data)
                self._saved = data
        except (FileProblem, OSError) as error:
            raise not_kept("work_not_kept", self._folder, error) from error

    def last_works(self) -> tuple[LastWork, ...]:
        """Return the works that were set aside, the newest first."""
        return last_works(self._last)

    def set_aside_paths(self) -> tuple[Path, ...]:
        """Return the files of the works that were set aside, the newest first; `last_work.last_work` reads one."""
        return tuple(newest_first(self._last, "*.json"))

    def close(self) -> None:
        """Let the session go, for the next start to continue. A second time does nothing."""
        if self._lock is not None:
            if _has_work(self._lock.path.parent):
                self._lock.release()
            else:
                with contextlib.suppress(OSError):
                    self._lock.remove()
                    self._lock.path.parent.rmdir()
        self._lock = self._saved = None

    def _claim(self, session: Path) -> bool:
        """Take this session, unless a running window has it, it was removed meanwhile, or it is none of ours."""
        with contextlib.suppress(OSError):
            return self._take(session)
        return False

    def _claim_new(self) -> None:
        """Make a session and take it. Raises OSError: no folder can be made, or no file in it be locked."""
        for _ in range(TRIES):
            session = self._folder / "work" / os.urandom(6).hex()
            session.mkdir(parents=True)
            try:
                if self._take(session):
                    return
            finally:
                if self._lock is None:
                    _removed(session)
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    def _take(self, session: Path) -> bool:
        """Take this session, unless another window has it. Raises OSError where its file cannot be locked."""
        self._lock = claimed(session / "lock")
        if self._lock is not None:
            remove_leftovers(session)
        return self._lock is not None

    def _remove_empty(self) -> None:
        """Remove the sessions that hold no work and no running window: they were killed before their first save."""
        for session in (self._folder / "work").glob("*/"):
            if not _has_work(session) and self._claim(session):
                self.close()

    def _taken(
        self, path: Path, *, fresh: bool, untouched: Scenario | None
    ) -> tuple[OpenedScenario | None, FileProblem | None]:
        """Return the work of the session that was just taken, or None after setting it aside.

        A session is left when its file has to stay, for there it must not be written over: for a new one, or, when the
        file is a newer version's, for none yet.
        """
        try:
            opened = read_scenario(path)
        except (FileProblem, ConvolutionError) as problem:
            if problem.key == "file_newer":
                self.close()
                return None, FileProblem("work_newer", path=shown(path))
            kept_as = put_aside(path, self._folder)
            if not kept_as:
                self._leave()
            return None, FileProblem("work_damaged", path=shown(path), kept_as=kept_as)
        if not fresh:
            return opened, None
        try:
            whole = to_json(opened.scenario, other=opened.other)
            if untouched is not None and whole == to_json(untouched):
                path.unlink()
            else:
                set_aside(path, self._last, opened)
        except OSError:
            self._leave()
        return None, None

    def _leave(self) -> None:
        """Take a new session instead of this one."""
        self.close()
        self._claim_new()


def _has_work(session: Path) -> bool:
    """Tell whether a session holds a work; one that cannot even be looked into is none that goes."""
    try:
        (session / "work.json").lstat()
    except OSError as error:
        return not isinstance(error, FileNotFoundError)
    return True


def _removed(session: Path) -> None:
    """Remove a session that could not be taken."""
    with contextlib.suppress(OSError):
        (session / "lock").unlink(missing_ok=True)
        session.rmdir()
