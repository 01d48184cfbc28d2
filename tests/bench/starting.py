"""The program in a window of its own: from the command line to the first picture, presenting, and doing nothing."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.real_window.desk import Desk, desk

from .rows import Limits, Row, row_of, single

ROOT = Path(__file__).parents[2]
PAIRS = 21
USUAL, FOUR_K = (1600, 900), (3840, 2160)

TOLD = """
import os, time

def told(present):
    def presented(*arguments):
        present(*arguments)
        os.write(1, repr(time.monotonic()).encode())
        os._exit(0)
    return presented

def tell():
    import pygame
    pygame.display.update, pygame.display.flip = told(pygame.display.update), told(pygame.display.flip)
"""
"""Put before a program: once it has imported pygame, and told so, it ends with its first picture, and prints when."""

OURS = """
from game import pygame_parts
plain = pygame_parts.import_pygame

def import_pygame():
    plain()
    tell()

pygame_parts.import_pygame = import_pygame
"""
"""Put before the whole program, which then imports all it needs in its own order, and tells."""

BARE = """
import numpy, pygame
tell()
pygame.display.init()
pygame.display.set_mode({size}, pygame.RESIZABLE).fill((15, 19, 24))
pygame.display.flip()
"""

WHOLE = """
import runpy, sys
sys.argv = ["main.py", "--image", "noise", "--window", "{width}x{height}"]
runpy.run_path("main.py", run_name="__main__")
"""

PRESENTED = """
import json, os, time
import pygame
plain, found = pygame.display.update, []

def presented(rects):
    began = time.perf_counter()
    plain(rects)
    found.append((time.perf_counter() - began, [list(rect) for rect in rects]))
    if len(found) == 700:
        os.write(1, json.dumps(found[100:]).encode())
        os._exit(0)

pygame.display.update = presented
"""
"""Put before a program: it notes how long presenting took, and which rectangles, and ends after 700 frames."""

REPLAYED = """
import json, os, sys, time
import pygame
rounds = json.load(sys.stdin)
pygame.display.init()
surface = pygame.display.set_mode({size}, pygame.RESIZABLE)
surface.fill((15, 19, 24))
pygame.display.flip()
took = []
for number, (_, rects) in enumerate(rounds):
    for rect in rects:
        surface.fill((number % 255, 90, 120), rect)
    pygame.event.get()
    began = time.perf_counter()
    pygame.display.update(rects)
    took.append(time.perf_counter() - began)
    time.sleep(1 / 60)
os.write(1, json.dumps(took).encode())
"""
"""A bare program that presents the same rectangles, filled with one colour."""

COUNTED = """
import os
import pygame
plain = pygame.display.update

def counted(rects):
    plain(rects)
    os.write(1, b".")

pygame.display.update = counted
"""
"""Put before a program: it writes a dot for each picture that it presents."""


@contextmanager
def screen(size: tuple[int, int]) -> Iterator[Desk]:
    """Start a screen of that size, with an empty home."""
    with tempfile.TemporaryDirectory() as home, desk(Path(home), size) as found:
        yield found


def environment(screen_: Desk, data: str) -> dict[str, str]:
    """Return what a program is started with: both sides get the same."""
    found = {**screen_.environment, "KERNELSCOPE_DATA": data, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    found["SDL_FRAMEBUFFER_ACCELERATION"] = "0"  # as the program itself asks for
    found.pop("PYTHONDONTWRITEBYTECODE", None)  # else Python compiles the program anew at each start
    return found


def whole(size: tuple[int, int]) -> str:
    """Return the source that runs the whole program in a window of that size."""
    return WHOLE.format(width=size[0], height=size[1])


def bare_seconds(screen_: Desk, size: tuple[int, int]) -> float:
    """Run a bare program with a window of that size; return the seconds from its start to its first picture."""
    return _seconds(screen_, TOLD + BARE.format(size=size))


def our_seconds(screen_: Desk, size: tuple[int, int]) -> float:
    """Run the whole program with a window of that size; return the seconds from its start to its first picture."""
    return _seconds(screen_, TOLD + OURS + whole(size))


def _seconds(screen_: Desk, source: str) -> float:
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-c", source]
        began = time.monotonic()
        found = subprocess.run(
            command, cwd=ROOT, env=environment(screen_, data), capture_output=True, timeout=60, check=True
        )
        return float(found.stdout) - began


def first_picture(size: tuple[int, int], limit: float, pairs: int = PAIRS) -> Row:
    """Return how long a start takes beside a bare program's, in turns."""
    bare, ours = [], []
    with screen((max(1920, size[0]), max(1080, size[1]))) as screen_:
        for _ in range(pairs + 1):
            bare.append(bare_seconds(screen_, size))
            ours.append(our_seconds(screen_, size))
    usual, median = statistics.median(bare[1:]), statistics.median(ours[1:])  # the first run warms the disk's cache
    remark = f"{median * 1e3:.0f} ms against {usual * 1e3:.0f}"
    return single(
        f"start to first picture, {size[0]}×{size[1]}, against a bare program", median / usual, "times", limit, remark
    )


def first_pictures() -> list[Row]:
    """Return the rows of the start, in a usual window and in a large one."""
    return [first_picture(USUAL, 1.3), first_picture(FOUR_K, 1.8)]


def in_a_window() -> list[Row]:
    """Return the rows of presenting, and of doing nothing."""
    with screen((1920, 1080)) as screen_, tempfile.TemporaryDirectory() as data:
        return [_presenting(screen_, data), *_resting(screen_, data)]


def _presenting(screen_: Desk, data: str) -> Row:
    found = subprocess.run(
        [sys.executable, "-c", PRESENTED + whole((1920, 1080))],
        cwd=ROOT,
        env=environment(screen_, data),
        capture_output=True,
        timeout=120,
        check=True,
    )
    rounds = json.loads(found.stdout)
    replayed = subprocess.run(
        [sys.executable, "-c", REPLAYED.format(size=(1920, 1080))],
        input=json.dumps(rounds).encode(),
        env=environment(screen_, data),
        capture_output=True,
        timeout=120,
        check=True,
    )
    usual = statistics.median(json.loads(replayed.stdout))
    name = "presenting a playing frame, against a bare program"
    return row_of(name, [took / usual for took, _ in rounds], "times", Limits(median=1.2), f"{usual * 1e3:.2f} ms")


def _resting(screen_: Desk, data: str) -> list[Row]:
    source = COUNTED + whole((1600, 900)).replace('"--window"', '"--paused", "--at", "5.4", "--window"')
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [sys.executable, "-c", source], cwd=ROOT, env=environment(screen_, data), stdout=output
        )
        try:
            time.sleep(4)
            before, drawn = _processor_seconds(process.pid), output.seek(0, os.SEEK_END)
            began = time.monotonic()
            time.sleep(20)
            load = 100 * (_processor_seconds(process.pid) - before) / (time.monotonic() - began)
            drawn = output.seek(0, os.SEEK_END) - drawn
        finally:
            process.kill()
            process.wait()
    return [
        single("paused and untouched: part of one core", load, "%", 1),
        single("paused and untouched: frames drawn in 20 s", drawn, "frames", 0),
    ]


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
