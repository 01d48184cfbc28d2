"""The system's file dialog, asked in a process of its own: tkinter inside a pygame process crashes on macOS."""

import contextlib
import enum
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .helper import Helper

if TYPE_CHECKING:
    from .dialog_ways import Kind, Way

_LONGEST = 1 << 20  # bytes; no path is as long, so what prints on and on is no dialog


class DialogAnswer(enum.Enum):
    """What a dialog says when it has no path to give."""

    NOT_DONE = "not done"
    UNAVAILABLE = "unavailable"


class FileDialog:
    """A dialog that is open in another process. Ask it with `poll` now and then; it never makes anybody wait."""

    def __init__(self, untried: "Sequence[Way]") -> None:
        """Ask in the first of these ways that is there; without any there is no dialog."""
        self._untried = list(untried)
        self._answer: Path | DialogAnswer | None = DialogAnswer.NOT_DONE
        self._asking: _Asking | None = None
        self._ask()

    def poll(self) -> Path | DialogAnswer | None:
        """Return the chosen path, None if the person cancelled, NOT_DONE, or UNAVAILABLE if there is no dialog here."""
        if self._asking is not None and self._asking.helper.ended:
            self._answer = self._asking.answer()
            self._asking = None
            if self._answer is DialogAnswer.UNAVAILABLE:
                self._ask()
        return self._answer

    def close(self) -> None:
        """End the dialog, as when the window closes; it counts as cancelled."""
        if self._asking is not None:
            self._asking.helper.end()
            self._asking = None
            self._answer = None

    def _ask(self) -> None:
        """Ask in the next way that can be tried."""
        while self._untried and self._asking is None:
            with contextlib.suppress(OSError, ValueError):  # no such program, or a name that it cannot be given
                self._asking = _Asking(self._untried.pop(0))
        self._answer = DialogAnswer.UNAVAILABLE if self._asking is None else DialogAnswer.NOT_DONE


class _Asking:
    """A process that asks in one way."""

    def __init__(self, way: "Way") -> None:
        self._way = way
        self.helper = Helper(way.command, way.environment(), _LONGEST)

    def answer(self) -> Path | DialogAnswer | None:
        """Return what the process says, now that it has ended."""
        printed, status = self.helper.printed(), self.helper.process.returncode
        if status == self._way.cancelled:
            return None
        if status != 0:
            return DialogAnswer.UNAVAILABLE
        try:
            chosen = self._way.read(printed)
        except (ValueError, RecursionError):
            return DialogAnswer.UNAVAILABLE
        return Path(chosen) if chosen else None


def choose_file(kind: "Kind", folder: Path, name: str = "", title: str = "") -> FileDialog:
    """Open the system's dialog for a file to open or save, in this folder, with this name filled in."""
    from .dialog_ways import ways  # here, as above

    return FileDialog(ways(kind, folder, name, title))
