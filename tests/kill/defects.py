"""Disks, locks, clocks and versions at their worst, with the program's own loop in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from game.core.scenario import startup
from game.files.scenario_file import read_scenario, to_json
from game.files.settings import path_in

from .running import ROOT

_PROGRAM = """
import errno, os, sys, threading
os.environ["SDL_VIDEODRIVER"] = "dummy"
import pygame
from pathlib import Path
from game.files import lock
from game.input.scenario_intents import ChooseImage, NewSeed
from game.input.window_intents import NextTheme
from game.request import Request
from tests.fuzz.run import Run
folder, what = Path(sys.argv[1]), sys.argv[2]
said, full, replace = [], [what == "full"], os.replace
def refusing(source, target):
    if full[0]:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    replace(source, target)
def refused(descriptor):
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
os.replace = refusing
if what == "lock":
    lock._hold = refused
pygame.display.init()
pygame.font.init()
run = Run(folder)
run.data = folder
run.open(Request(paused=True, window=(600, 400)))
def passes(seconds):
    for _ in range(int(seconds * 10)):
        run.pass_time(0.1)
        for thread in threading.enumerate()[1:]:
            thread.join(5)  # what is written beside the frames takes less than such a long frame
        said.extend(toast.sentence for toast in run.state.interface.toasts if toast.warning)
passes(1)
if what == "full":
    run.controller.dispatch((ChooseImage("noise"), NewSeed(), NextTheme()))
    passes(20)
    full[0] = False
    passes(7)
print(run.state.scenario.seed, run.state.scenario.name or "-", run.state.settings.theme, sep="\\t")
print(*dict.fromkeys(said), sep="\\n", flush=True)
os._exit(0)
"""


def freed(folder: Path) -> str:
    """Fill the disk, change something, free the disk, and die: what was changed is there."""
    (seed, _, theme), said = _play(folder, "full")
    (path,) = folder.glob("work/*/work.json")
    kept = read_scenario(path).scenario.seed
    assert str(kept) == seed != "1", f"the file has seed {kept}, the window had {seed}"
    assert json.loads(path_in(folder).read_text())["theme"] == theme != "night"
    assert [line for line in said if "disk is full" in line], f"it said only {said}"
    return f"{said[0]}; then it was kept"


def lock_refused(folder: Path) -> str:
    """Refuse every lock: the window opens, says so, and leaves no folders."""
    began = time.monotonic()
    _, said = _play(folder, "lock")
    assert [line for line in said if "cannot be kept" in line], f"it said only {said}"
    left = list((folder / "work").iterdir())
    assert not left, f"{len(left)} folders lie about"
    return f"{said[0]} ({time.monotonic() - began:.1f} s)"


def clock_set_back(folder: Path) -> str:
    """Let the works of a clock that was ahead lie there: the one used last is gone on with."""
    _works(folder, ahead=400 * 86_400.0, now=-60.0)
    (_, name, _), said = _play(folder, "plain")
    assert (name, said) == ("now", []), f"it went on with {name}, and said {said}"
    return "the work used last is gone on with"


def newer_version(folder: Path) -> str:
    """Start beside the work and settings of a newer version: both are as they were, and this one has its own."""
    (later,) = _works(folder, later=0.0)
    later.write_text('{"kernelscope": 3, "layers": [1, 2]}')
    path_in(folder).write_text('{"theme": "sepia", "scale": 125, "gallery": {"open": [true]}}')
    before = later.read_bytes()
    _, said = _play(folder, "plain")
    assert later.read_bytes() == before, "the newer work is spoiled"
    found = json.loads(path_in(folder).read_text())
    assert (found["theme"], found["scale"], found["gallery"]) == ("sepia", 125, {"open": [True]}), found
    assert len(list(folder.glob("work/*/work.json"))) == 2, "this version has no work of its own"
    assert not list(folder.glob("*.damaged-*")), "something was put aside"
    assert [line for line in said if "newer Kernelscope" in line], f"it said only {said}"
    return said[0]


def _works(folder: Path, **ages: float) -> list[Path]:
    """Put works of these names there, saved so many seconds after now."""
    for name, ahead in ages.items():
        path = folder / "work" / name / "work.json"
        path.parent.mkdir(parents=True)
        path.write_text(to_json(startup().named(name)))
        then = time.time() + ahead
        os.utime(path, (then, then))
    return sorted(folder.glob("work/*/work.json"))


def _play(folder: Path, what: str) -> tuple[list[str], list[str]]:
    """Play in a process of its own; return seed, name and theme at its end, and the warnings that the window showed."""
    folder.mkdir(exist_ok=True)
    environment = {**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", _PROGRAM, str(folder), what]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    first, *said = done.stdout.splitlines()
    return first.split("\t"), [line for line in said if line]
