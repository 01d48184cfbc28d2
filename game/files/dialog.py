"""The system's file dialog, asked in a process of its own: tkinter inside a pygame process crashes on macOS."""

import contextlib
import enum
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .dialog_ways import Kind, Way

_LONGEST = 1 << 20  # bytes; no path is as long, so what prints on and on is no dialog
_LAST_WORDS = 0.2  # seconds for what a process that has ended printed last; a helper of its may hold the pipe for ever
_TO_DIE = 1.0  # seconds


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
        if self._asking is not None and self._asking.process.poll() is not None:
            self._answer = self._asking.answer()
            self._asking = None
            if self._answer is DialogAnswer.UNAVAILABLE:
                self._ask()
        return self._answer

    def close(self) -> None:
        """End the dialog, as when the window closes; it counts as cancelled."""
        if self._asking is not None:
            self._asking.end()
            self._asking = None
            self._answer = None

    def _ask(self) -> None:
        """Ask in the next way that can be tried."""
        while self._untried and self._asking is None:
            with contextlib.suppress(OSError, ValueError):  # no such program, or a name that it cannot be given
                self._asking = _Asking(self._untried.pop(0))
        self._answer = DialogAnswer.UNAVAILABLE if self._asking is None else DialogAnswer.NOT_DONE


class _Asking:
    """A process that asks in one way, and what it has printed so far."""

    def __init__(self, way: "Way") -> None:
        # Here, because they take some milliseconds of the start and are needed once in a while.
        import subprocess
        import threading

        quiet = subprocess.DEVNULL
        self._way = way
        self._printed = b""
        # A session of its own, so that it can be ended with all that it has started.
        self.process: subprocess.Popen[bytes] = subprocess.Popen(
            way.command,
            env=way.environment(),
            stdin=quiet,
            stdout=subprocess.PIPE,
            stderr=quiet,
            start_new_session=True,
        )
        self._reader: threading.Thread = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """Read to the end, in a thread: whoever reads a pipe waits."""
        pipe = self.process.stdout
        if pipe is None:
            return
        with contextlib.suppress(OSError), pipe:
            while len(self._printed) < _LONGEST and (part := os.read(pipe.fileno(), 65_536)):
                self._printed += part

    def answer(self) -> Path | DialogAnswer | None:
        """Return what the process says, now that it has ended."""
        self._reader.join(_LAST_WORDS)
        if self.process.returncode == self._way.cancelled:
            return None
        if self.process.returncode != 0:
            return DialogAnswer.UNAVAILABLE
        try:
            chosen = self._way.read(self._printed)
        except (ValueError, RecursionError):
            return DialogAnswer.UNAVAILABLE
        return Path(chosen) if chosen else None

    def end(self) -> None:
        """Kill the process and what it has started; one that the system does not let go is left to it."""
        import signal
        import subprocess

        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self.process.kill()
            else:
                os.killpg(self.process.pid, signal.SIGKILL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(_TO_DIE)


def choose_file(kind: "Kind", folder: Path, name: str = "", title: str = "") -> FileDialog:
    """Open the system's dialog for a file to open or save, in this folder, with this name filled in."""
    from .dialog_ways import ways  # here, as above

    return FileDialog(ways(kind, folder, name, title))
