"""A full disk, and folders that may not be written: a sentence, and what was there is whole."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from game.files.scenario_file import read_scenario
from game.files.settings import read_settings

from .running import ROOT

NOBODY = 65534
"""The user who may nothing."""
_PROGRAM = """
import os, sys
os.environ["SDL_VIDEODRIVER"] = "dummy"
import pygame
from pathlib import Path
from game.core.scenario import startup
from game.input.effects import Save, SaveAs
from game.input.scenario_intents import ChooseImage, SetQuantity
from game.input.window_intents import NextTheme, Saved
from game.request import Request
from game.shell.places import Place
from tests.fuzz.run import Run
if sys.argv[3] == "limit":
    import resource, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
pygame.display.init()
pygame.font.init()
run = Run(Path(sys.argv[1]))
run.data, run.files = Path(sys.argv[1]), Path(sys.argv[1])
run.open(Request(paused=True, window=(600, 400)))
said = []
def do(*intents):
    run.controller.dispatch(intents)
    run.pass_time(1.1)
    said.extend(toast.sentence for toast in run.state.interface.toasts if toast.warning)
do(SetQuantity("image size", None, 64), ChooseImage("noise"))
do(Saved(sys.argv[2]), Save())
do(NextTheme())
run.loop.keeper.finish(run.state, Place((0, 0, 600, 400)))
run.end()
print(*dict.fromkeys(said), sep="\\n")
"""


def full(folder: Path) -> str:
    """Fill a small disk, work and save on it, and see that the files of before are whole."""
    with _small_disk(folder / "disk") as (disk, how):
        data, file = disk / "data", disk / "lesson.json"
        _play(data, file, "free")
        before = {path: path.read_bytes() for path in (file, *data.rglob("*.json"))}
        assert len(before) >= 3, f"there is nothing to spoil: {before}"
        if how == "tmpfs":
            _fill(disk)
        said = _play(data, file, "free" if how == "tmpfs" else "limit")
        for what in (str(data), file.name):
            assert [line for line in said if "disk is full" in line and what in line], f"{what}: it said only {said}"
        _unspoiled(before, disk)
    return f"by {how}: {said[0]}"


def read_only(folder: Path) -> str:
    """Take the permission to write away, work and save, and see that the files of before are whole."""
    disk = folder / "disk"
    disk.mkdir()
    data, file = disk / "data", disk / "lesson.json"
    _play(data, file, "free")
    before = {path: path.read_bytes() for path in (file, *data.rglob("*.json"))}
    with _frozen(disk) as (how, user):
        said = _play(data, file, "free", user)
        assert len([line for line in said if "read-only" in line or "no permission" in line]) >= 2, f"only {said}"
        _unspoiled(before, disk)
    return f"by {how}: {said[0]}"


@contextlib.contextmanager
def _frozen(disk: Path) -> Iterator[tuple[str, int | None]]:
    """Let nobody write in a folder; return how, and the user that has to try.

    By permissions, but root needs none: by a mount that is read-only and, where root may not mount, as another user.
    """
    if subprocess.run(["mount", "--bind", str(disk), str(disk)], capture_output=True).returncode == 0:
        try:
            subprocess.run(["mount", "-o", "remount,bind,ro", str(disk)], check=True)
            yield "a mount that is read-only", None
        finally:
            subprocess.run(["umount", str(disk)], check=True)
        return
    disk.parent.chmod(0o755)
    paths = [disk, *disk.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield "permissions", NOBODY if os.geteuid() == 0 else None
    for path in paths:
        path.chmod(0o755)


def _play(data: Path, file: Path, how: str, user: int | None = None) -> list[str]:
    """Work, save and change a setting in a process of its own; return the warnings that the window showed."""
    data.mkdir(exist_ok=True)
    command = [sys.executable, "-c", _PROGRAM, str(data), str(file), how]
    environment = {**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, user=user)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "", f"on standard error: {done.stderr}"
    return done.stdout.splitlines()


@contextlib.contextmanager
def _small_disk(place: Path) -> Iterator[tuple[Path, str]]:
    """Make a disk of 200 kB, where that may be done; else a folder, in which files may not grow larger than 2 kB."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=200k", "none", str(place)]
    mounted = shutil.which("mount") is not None and subprocess.run(command, capture_output=True).returncode == 0
    try:
        yield place, "tmpfs" if mounted else "a limit of the size of files"
    finally:
        if mounted:
            subprocess.run(["umount", str(place)], check=True)


def _fill(disk: Path) -> None:
    """Write until nothing more goes."""
    with contextlib.suppress(OSError), (disk / "filling").open("wb", buffering=0) as filling:
        while True:
            filling.write(b"\0" * 512)


def _unspoiled(before: dict[Path, bytes], disk: Path) -> None:
    """Check that files are as they were and can be read, and that nothing half written lies about.

    Settings are so small that new ones may have gone where others could not.
    """
    for path, content in before.items():
        if path.name == "settings.json":
            assert read_settings(path.parent)[1] is None, "the settings are spoiled"
            continue
        assert path.read_bytes() == content, f"{path.name} is spoiled"
        read_scenario(path)
    assert not list(disk.rglob("*.partial")), "half a file lies about"
