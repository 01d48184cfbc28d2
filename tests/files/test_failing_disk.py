"""The disk is full at every single call to the system: what was there is whole, and somebody says so."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.core.scenario import startup
from game.files.atomic import write_whole
from game.files.errors import FileProblem
from game.files.kept_work import KeptWork
from game.files.scenario_file import read_scenario, write_scenario
from game.files.settings import Settings, read_settings, write_settings
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence

OLD, NEW = startup().named("old"), startup().named("new")


class FullDisk:
    """Counts the calls that write, and lets one of them fail."""

    def __init__(self, failing: int) -> None:
        self.failing = failing
        self.count = 0

    def call(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that fails when its turn has come."""

        def called(*arguments: Any, **named: Any) -> Any:
            self.happens()
            return function(*arguments, **named)

        return called

    def happens(self) -> None:
        """Count a call, and fail if it is the one."""
        self.count += 1
        if self.count - 1 == self.failing:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def descriptor(self, path: Any, flags: int, *arguments: Any) -> int:
        """Open a descriptor; to read, there is always room."""
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            self.happens()
        return _DESCRIPTOR(path, flags, *arguments)

    def opened(self, path: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        """Open a file; to write, that counts, and so do its writes and flushes."""
        if mode.startswith("r"):
            return _OPEN(path, mode, *arguments, **named)
        self.happens()
        return Written(_OPEN(path, mode, *arguments, **named), self)


class Written:
    """A file that is open for writing on a disk that may be full."""

    def __init__(self, file: Any, disk: FullDisk) -> None:
        self.file = file
        self.write = disk.call(file.write)
        self.flush = disk.call(file.flush)
        self.fileno = file.fileno

    def __enter__(self) -> Written:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()


_OPEN, _DESCRIPTOR = io.open, os.open


def save(folder: Path) -> None:
    write_scenario(folder / "lesson.json", NEW)


def keep(folder: Path) -> None:
    with KeptWork(folder) as kept:
        problem = kept.start()[1]
        if problem is not None:
            raise problem
        kept.save(NEW, 1.0)


def start_afresh(folder: Path) -> None:
    with KeptWork(folder) as kept:
        problem = kept.start(fresh=True)[1]
        kept.save(NEW, 1.0)
        if problem is not None:
            raise problem


def keep_settings(folder: Path) -> None:
    write_settings(folder, Settings(theme="daylight"))


def found_in(folder: Path) -> list[str]:
    """Return the names of all scenarios under a folder, each of which must be whole."""
    return sorted(read_scenario(path).scenario.name for path in folder.rglob("*.json") if path.stem != "settings")


@pytest.mark.parametrize("deed", [save, keep, start_afresh, keep_settings])
def test_a_disk_that_is_full_at_any_call_spoils_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deed: Callable[[Path], None]
) -> None:
    refused, done = 0, False
    for failing in range(60):
        folder = tmp_path / str(failing)
        folder.mkdir()
        write_whole(folder / "lesson.json", b"")
        save_old(folder)
        disk = FullDisk(failing)
        with monkeypatch.context() as patch:
            for name in ("fsync", "replace", "rename", "mkdir", "chmod"):
                patch.setattr(os, name, disk.call(getattr(os, name)))
            patch.setattr(os, "open", disk.descriptor)
            patch.setattr(io, "open", disk.opened)
            try:
                deed(folder)
            except FileProblem as problem:
                refused += 1
                words = sentence(problem.key, **problem.values())
                assert "the disk is full" in words, words
                assert words != FALLBACK
        names = found_in(folder)
        assert "old" in names, f"call {failing}: {names}"
        assert read_settings(folder)[1] is None
        assert not list(folder.rglob("*.partial")), f"call {failing} leaves half a file"
        done = disk.count <= failing
        if done:
            break
    assert done
    assert refused > 2


def save_old(folder: Path) -> None:
    """Put work and files there."""
    write_scenario(folder / "lesson.json", OLD)
    write_scenario(folder / "other.json", OLD)
    write_settings(folder, Settings())
    with KeptWork(folder) as kept:
        kept.start()
        kept.save(OLD, 1.0)
