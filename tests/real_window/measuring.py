"""Measurements: how much of a processor it uses, and how long its first picture takes beside a bare program's."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from .desk import Desk, say
from .program import ROOT, Program

RUNS = 5
SIZE = (1600, 900)

_TOLD = """
import os, time
import pygame

def told(present):
    def presented(*arguments):
        present(*arguments)
        os.write(1, repr(time.monotonic()).encode())
        os._exit(0)
    return presented

pygame.display.update, pygame.display.flip = told(pygame.display.update), told(pygame.display.flip)
"""
"""Put before a program: it ends with its first picture, and prints when that was."""

_BARE = f"""
import numpy
pygame.display.init()
pygame.display.set_mode({SIZE}, pygame.RESIZABLE).fill((15, 19, 24))
pygame.display.flip()
"""

_WHOLE = """
import runpy, sys
sys.argv = ["main.py", "--window", "{}x{}"]
runpy.run_path("main.py", run_name="__main__")
""".format(*SIZE)


def rests_when_paused(desk: Desk, folder: Path) -> None:
    """Paused and untouched it uses next to nothing of a processor."""
    with Program(desk, folder, "--new", "--paused", "--at", "5.4") as program:
        time.sleep(2.0)
        load = program.load(10.0)
        say(f"     paused and untouched: {load:.2f} % of one core, over 10 s")
        assert load < 2.0, f"{load:.2f} % of a core while nothing happens"
        desk.keys("space")
        say(f"     playing: {program.load(3.0):.1f} % of one core, over 3 s")


def shows_its_first_picture_soon(desk: Desk, folder: Path) -> None:
    """Report how long the first picture takes, beside a bare pygame program's; this is a measurement, not a test."""
    bare, whole = [], []
    for number in range(RUNS + 1):
        bare.append(_seconds(desk, folder / f"bare {number}", _TOLD + _BARE))
        whole.append(_seconds(desk, folder / f"whole {number}", _TOLD + _WHOLE))
    usual, ours = statistics.median(bare[1:]), statistics.median(whole[1:])  # the first run warms the disk's cache
    say(
        f"     first picture after {ours:.3f} s; a bare pygame program's after {usual:.3f} s: "
        f"{ours / usual:.2f} times as long (medians of {RUNS})"
    )


def _seconds(desk: Desk, data: Path, program: str) -> float:
    environment = {**desk.environment, "KERNELSCOPE_DATA": str(data), "SDL_FRAMEBUFFER_ACCELERATION": "0"}
    environment["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else Python compiles the program anew at each start
    start = time.monotonic()
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, timeout=60, check=True
    )
    return float(found.stdout) - start


def machine() -> str:
    """Return a line about the machine that was measured on."""
    return f"{os.cpu_count()} cores, Python {sys.version.split()[0]}"
