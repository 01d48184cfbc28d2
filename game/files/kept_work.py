"""The work, kept on its own: nothing has to be saved, and killing the program loses at most the last second.

Each running window has a session, a folder that only it may write because it holds the lock in it::

    work/<session>/lock         held as long as the window is open
    work/<session>/work.json    a scenario file, replaced whole at each save
    last-work/*.json            what new starts replaced; the newest ten
    work.damaged-<number>.json  what could not be read, kept for whoever wants to rescue it
"""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from ..core.errors import ConvolutionError
from ..core.scenario import Scenario
from .aside import put_aside
from .atomic import remove_leftovers, write_whole
from .errors import FileProblem, reason_of, shown
from .last_work import LastWork, last_works, newest_first, set_aside
from .lock import Lock, claimed
from .scenario_file import OpenedScenario, read_scenario, to_json


class KeptWork:
    """The kept work of one window, in the user's data folder. Use `start` first, and `close` at the end."""

    def __init__(self, folder: Path) -> None:
        """Remember the data folder; nothing is read or written yet."""
        self._folder = folder
        self._last = folder / "last-work"
        self._session: Path | None = None
        self._lock: Lock | None = None
        self._saved: bytes | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self, *, fresh: bool = False) -> tuple[OpenedScenario | None, FileProblem | None]:
        """Take the newest session that no running window holds, else a new one, and return the work in it.

        With `fresh` that work is set aside as last work, and None is returned for it. The problem is "work_damaged"
        (its file is put aside, the values name where), "work_not_kept" (with a reason: the folder cannot be written),
        or None. Neither keeps a window from opening.
        """
        try:
            self._remove_empty()
            for session in self._sessions():
                if self._claim(session):
                    return self._taken(session / "work.json", fresh=fresh)
            self._claim_new()
        except OSError as error:
            return None, self._not_kept(error)
        return None, None

    def save(self, scenario: Scenario, position: float | None = None, view: Mapping[str, object] | None = None) -> None:
        """Keep this work, whole or not at all; nothing is written when nothing changed since the last save.

        Raises FileProblem: "file_unwritable" or "work_not_kept", each with a reason.
        """
        data = to_json(scenario, position, view).encode()
        if self._session is None or not self._session.is_dir():  # it could not be made at first, or somebody removed it
            self.close()
            try:
                self._claim_new()
            except OSError as error:
                raise self._not_kept(error) from error
        if data != self._saved and self._session is not None:
            write_whole(self._session / "work.json", data)
            self._saved = data

    def last_works(self) -> tuple[LastWork, ...]:
        """Return the works that were set aside, the newest first."""
        return last_works(self._last)

    def close(self) -> None:
        """Let the session go, for the next start to continue. A second time does nothing."""
        if self._session is not None and self._lock is not None:
            unused = not (self._session / "work.json").exists()
            with contextlib.suppress(OSError):  # Windows removes no file that is open; the next start does it
                if unused:
                    (self._session / "lock").unlink()
                    self._session.rmdir()
            self._lock.release()
        self._lock = self._session = self._saved = None

    def _sessions(self) -> list[Path]:
        """Return the sessions that hold a work, the newest first."""
        return [path.parent for path in newest_first(self._folder / "work", "*/work.json")]

    def _claim(self, session: Path) -> bool:
        """Take this session, unless a running window has it."""
        try:
            lock = claimed(session / "lock")
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):  # removed meanwhile, or no session of ours
            return False
        if lock is None:
            return False
        self._lock, self._session, self._saved = lock, session, None
        remove_leftovers(session)
        return True

    def _claim_new(self) -> None:
        """Make a session and take it."""
        while self._session is None:
            session = self._folder / "work" / os.urandom(6).hex()
            session.mkdir(parents=True)
            self._claim(session)

    def _remove_empty(self) -> None:
        """Remove the sessions that hold no work and no running window: they were killed before their first save."""
        for session in (self._folder / "work").glob("*/"):
            if not (session / "work.json").exists() and self._claim(session):
                self.close()

    def _taken(self, path: Path, *, fresh: bool) -> tuple[OpenedScenario | None, FileProblem | None]:
        """Return the work of the session that was just taken, or None after setting it aside."""
        try:
            opened = read_scenario(path)
        except (FileProblem, ConvolutionError):
            kept_as = put_aside(path, self._folder)
            if not kept_as:
                self._leave()
            return None, FileProblem("work_damaged", path=shown(path), kept_as=kept_as)
        if not fresh:
            return opened, None
        try:
            set_aside(path, self._last)
        except OSError:
            self._leave()
        return None, None

    def _leave(self) -> None:
        """Take a new session instead: the file in this one could not be moved away, and must not be written over."""
        self.close()
        self._claim_new()

    def _not_kept(self, error: OSError) -> FileProblem:
        return FileProblem("work_not_kept", path=shown(self._folder), reason=reason_of(error))
