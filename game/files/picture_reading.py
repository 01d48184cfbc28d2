"""Reading a picture without waiting for it: a process does it (`decoder.py`), and is ended when it takes too long."""

from __future__ import annotations

import time
from pathlib import Path

from . import decoder
from .errors import FileProblem, reason_of, shown
from .helper import Helper
from .picture import CLIPBOARD, KEPT, LONGEST_ANSWER, NoPictureError, Picture, unpacked

_LOOK = 0.004  # seconds between two looks for who can only wait


class PictureReading:
    """A picture that is being read. Ask with `poll` now and then; it never makes anybody wait."""

    def __init__(self, path: Path | None, longest: int = KEPT, seconds: float = decoder.SECONDS) -> None:
        """Begin to read a file's picture, None for the clipboard's, its longer side `longest` pixels at most.

        After so many seconds it is ended.
        """
        named = "" if path is None else str(path)
        self._path, self._seconds = shown(named or CLIPBOARD), seconds
        self._ends = time.monotonic() + seconds
        self._found: Picture | FileProblem | None = None
        self._helper: Helper | None = None
        try:
            self._helper = Helper(decoder.command(named, longest), decoder.environment(), LONGEST_ANSWER)
        except (OSError, ValueError) as error:
            self._found = self._not_read(reason_of(error))

    def poll(self) -> Picture | FileProblem | None:
        """Return the picture, or what was wrong; None while neither is known."""
        if self._helper is None:
            return self._found
        if self._helper.finished:
            self._found = self._answered(self._helper)
            self._helper = None
        elif time.monotonic() >= self._ends:
            self.close()
            self._found = self._not_read("time")
        return self._found

    def wait(self) -> Picture:
        """Return the picture, for those who have nothing else to do meanwhile. Raises FileProblem."""
        try:
            while (found := self.poll()) is None:
                time.sleep(_LOOK)
        finally:
            self.close()
        if isinstance(found, FileProblem):
            raise found
        return found

    def close(self) -> None:
        """End the reading; nothing comes of it then."""
        if self._helper is not None:
            self._helper.end()
            self._helper = None

    def _answered(self, helper: Helper) -> Picture | FileProblem:
        """Return what the process says, now that it has ended; what ends without a word met something monstrous."""
        try:
            return unpacked(helper.printed())
        except FileProblem as problem:
            return problem
        except NoPictureError:
            return FileProblem("picture_damaged", path=self._path)

    def _not_read(self, reason: str) -> FileProblem:
        return FileProblem("picture_not_read", path=self._path, reason=reason, seconds=round(self._seconds))
