"""A child process that plays with the program, and what it has told of what was on screen."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[2]


class Child:
    """A running child. Lines that it writes are read as they come. It ends with the block that it is used in."""

    def __init__(self, data: Path, seed: int, file: Path) -> None:
        """Start it with a data folder, the seed of its hands, and the file that it saves to."""
        self.told: list[tuple[float, str]] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.kill.child", str(seed), str(file)],
            cwd=ROOT,
            env={**os.environ, "KERNELSCOPE_DATA": str(data)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.errors = b""
        self._readers = [threading.Thread(target=read, daemon=True) for read in (self._read, self._read_errors)]
        for reader in self._readers:
            reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing of it: after a trial that has failed it would go on writing into a folder that is removed."""
        self._end()
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            seconds, found = line.decode().split()
            self.told.append((float(seconds), found))

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self.errors = self.process.stderr.read()

    def shows(self) -> str:
        """Wait for the first picture; return what it began with."""
        end = time.monotonic() + 60
        while not self.told:
            alive = self.process.poll() is None and time.monotonic() < end
            assert alive, f"it did not start: {self.errors.decode()}"
            time.sleep(0.005)
        return self.told[0][1]

    def kill(self) -> float:
        """Kill it, as nothing can prevent; return when."""
        when = time.monotonic()
        self._end()
        assert self.errors == b"", f"on standard error: {self.errors.decode()}"
        return when

    def _end(self) -> None:
        self.process.kill()
        self.process.wait()
        for reader in self._readers:
            reader.join()


def age_of(found: str, told: list[tuple[float, str]], when: float) -> float:
    """Return how many seconds before `when` something else had come in the place of what was found; 0: nothing had.

    Raises AssertionError when it was never on screen.
    """
    places = [index for index, (_, shown) in enumerate(told) if shown == found]
    assert places, f"{found} was never on screen; the last was {told[-1][1] if told else 'nothing'}"
    return 0.0 if places[-1] == len(told) - 1 else when - told[places[-1] + 1][0]
