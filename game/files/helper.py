"""A process of its own that prints an answer and ends: the window asks it now and then, and never waits for it."""

import contextlib
import os
import sys
from collections.abc import Mapping, Sequence

_LAST_WORDS = 0.2  # seconds for what a process that has ended printed last; a helper of its may hold the pipe for ever
_TO_DIE = 1.0  # seconds


def environment_of_others() -> dict[str, str]:
    """Return what to start a program of the system with: it does not find its libraries where a frozen program does."""
    found = dict(os.environ)
    if getattr(sys, "frozen", False):
        found.pop("LD_LIBRARY_PATH", None)
        if before := found.pop("LD_LIBRARY_PATH_ORIG", ""):
            found["LD_LIBRARY_PATH"] = before
    return found


class Helper:
    """A process that was started, and what it has printed so far."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], longest: int, told: bytes | None = None
    ) -> None:
        """Start it; of what it prints the first `longest` bytes are kept. Raises OSError or ValueError.

        told: what it reads from its standard input; None: it has none.
        """
        # Here, because they take some milliseconds of the start and are needed once in a while.
        import subprocess
        import threading

        quiet = subprocess.DEVNULL
        self._longest, self._told = longest, told
        self._printed = bytearray()
        # A session of its own, so that it can be ended with all that it has started.
        self.process: subprocess.Popen[bytes] = subprocess.Popen(
            command,
            env=environment,
            stdin=quiet if told is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=quiet,
            start_new_session=True,
        )
        self._reader: threading.Thread = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """Tell it what it is to be told, and read to the end, in a thread: whoever uses a pipe waits."""
        told, self._told = self._told, None
        if told is not None and (way := self.process.stdin) is not None:
            with contextlib.suppress(OSError), way:
                way.write(told)
        pipe = self.process.stdout
        if pipe is None:
            return
        with contextlib.suppress(OSError), pipe:
            while len(self._printed) < self._longest and (part := os.read(pipe.fileno(), 65_536)):
                self._printed += part

    @property
    def ended(self) -> bool:
        """Whether the process has ended."""
        return self.process.poll() is not None

    @property
    def finished(self) -> bool:
        """Whether it has ended, and all that it printed is there."""
        return self.ended and not self._reader.is_alive()

    def so_far(self) -> bytes:
        """Return what it has printed by now."""
        return bytes(self._printed)

    def printed(self) -> bytes:
        """Return what it has printed, once it has ended."""
        self._reader.join(_LAST_WORDS)
        return bytes(self._printed)

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
