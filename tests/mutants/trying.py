"""Trying a mutant in a copy of the repository: whether the tests of its room fail."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

COPIED = ("game", "assets", "tests", "main.py", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")
LEEWAY = 20.0
"""Seconds that the tests of a mutant may take beyond three times what they take without one."""


class Outcome(Enum):
    """What became of a mutant."""

    NOTICED = "noticed"
    TOO_LONG = "noticed, for the tests came to no end"
    SURVIVED = "SURVIVED"


class Copy:
    """A copy of the repository in which the tests of one room are run."""

    def __init__(self, folder: Path, room: str) -> None:
        """Use a folder that holds a copy; `copied` makes one."""
        self._folder = folder
        self._room = room
        self._limit: float | None = None

    def begin(self) -> float:
        """Run the tests without a mutant and return how many seconds they took. Raises ValueError if they fail."""
        start = time.monotonic()
        status = self._run(f"tests/{self._room}", keep=True)
        if status != 0:
            raise ValueError(f"the tests of {self._room} fail without a mutant")
        seconds = time.monotonic() - start
        self._limit = 3 * seconds + LEEWAY
        return seconds

    def try_out(self, path: Path, mutated: str) -> Outcome:
        """Run the tests with this text in the place of a module; those that are named as the module come first."""
        module = self._folder / path
        whole, when = module.read_bytes(), module.stat()
        try:
            module.write_text(mutated)
            status = self._run(*self._tests_of(path))
        finally:
            module.write_bytes(whole)
            os.utime(module, ns=(when.st_atime_ns, when.st_mtime_ns))
        if status is None:
            return Outcome.TOO_LONG
        return Outcome.SURVIVED if status == 0 else Outcome.NOTICED

    def _tests_of(self, path: Path) -> list[str]:
        room = self._folder / "tests" / self._room
        own = sorted(room.rglob(f"test_{path.stem}.py"))
        return [*(str(test.relative_to(self._folder)) for test in own), f"tests/{self._room}"]

    def _run(self, *tests: str, keep: bool = False) -> int | None:
        """Run tests up to the first that fails; return pytest's status, or None when the time is over."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
        # The same examples for every mutant; and what is compiled stays that of the modules as they are.
        environment = {**os.environ, "CI": "1", **({} if keep else {"PYTHONDONTWRITEBYTECODE": "1"})}
        process = subprocess.Popen(
            command,
            cwd=self._folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return process.wait(self._limit)
        except subprocess.TimeoutExpired:
            return None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


@contextlib.contextmanager
def copied(root: Path, room: str) -> Iterator[Copy]:
    """Make a copy of the repository for as long as it is used."""
    with tempfile.TemporaryDirectory(prefix="kernelscope-mutants-") as temporary:
        folder = Path(temporary)
        for name in COPIED:
            source = root / name
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "failures"))
            elif source.is_file():
                shutil.copy2(source, folder / name)
        yield Copy(folder, room)
