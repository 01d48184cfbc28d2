"""A photo as cameras make them: how long opening it takes, in what memory, and what keeping the work of it costs."""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from game.core.resolution import with_resolution
from game.core.scenario import Scenario
from game.files import decoder
from game.files.kept_work import KeptWork
from game.files.picture import KEPT
from game.files.picture_image import with_picture
from game.files.picture_reading import PictureReading
from game.input.scenario_intents import Paint
from game.shell.keeping import WorkKeeper
from game.shell.places import Place

from .bench import FRAME, Bench
from .memory import BARE, megabytes
from .rows import Row, single
from .walking import FULL_HD, painted

SIZE = (4000, 3000)
ROUNDS = 5
MOST = 256
STROKES = 10
SAVED = 600
"""Frames while work is kept."""

PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Runs a command, and prints the most memory that it had, in KB."""

PLAIN = """
import sys
from PIL import Image
image = Image.open(sys.argv[1]).convert("RGB").reduce(int(sys.argv[2]))
"""


def write_photo(path: Path) -> None:
    """Write a picture of 12 megapixels, smooth with some noise, as what a lens sees."""
    numbers = np.random.default_rng(1)
    coarse = Image.fromarray(numbers.integers(0, 256, (75, 100, 3), np.uint8)).resize(SIZE, Image.Resampling.BICUBIC)
    grain = numbers.integers(-6, 7, (SIZE[1], SIZE[0], 1))
    Image.fromarray(np.clip(np.asarray(coarse) + grain, 0, 255).astype(np.uint8)).save(path, quality=92)


def photographed() -> list[Row]:
    """Return the rows of a photo."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photo.jpg"
        write_photo(path)
        return [_opening(path), _peak(path), _memory(path), _saving(opened(path), Path(folder) / "data")]


def opened(path: Path) -> Scenario:
    """Return a picture in the most pixels that it can be shown with, under four filters."""
    weights = np.random.default_rng(1).integers(-9, 10, (4, 1, 7, 7)) / 10
    return with_resolution(with_picture(Scenario(np.zeros((8, 8)), weights), PictureReading(path).wait(), path), MOST)


def _opening(path: Path) -> Row:
    """Return how long the window waits for the picture, against opening, converting and reducing it here."""
    waited, plain, factor = [], [], max(SIZE) // KEPT
    for _ in range(ROUNDS):
        began = time.perf_counter()
        PictureReading(path).wait()
        waited.append(time.perf_counter() - began)
        began = time.perf_counter()
        with Image.open(path) as image:
            image.convert("RGB").reduce(factor)
        plain.append(time.perf_counter() - began)
    ours, theirs = statistics.median(waited), statistics.median(plain)
    words = "opening a JPEG of 12 megapixels, against Pillow's convert and reduce"
    return single(words, ours / theirs, "times", 2, f"{ours * 1e3:.0f} ms against {theirs * 1e3:.0f}")


def _peak(path: Path) -> Row:
    """Return the most memory of the process that reads the picture, against a plain one's that reduces it."""
    ours = _most(decoder.command(str(path), KEPT))
    theirs = _most([sys.executable, "-c", PLAIN, str(path), str(max(SIZE) // KEPT)])
    words = "the most memory of the process that reads it, against a plain one's"
    return single(words, ours / theirs, "times", 1.5, f"{ours:.0f} MB against {theirs:.0f}")


def _most(command: list[str]) -> float:
    found = subprocess.run(
        [sys.executable, "-c", PEAK, *command], env=decoder.environment(), capture_output=True, check=True, timeout=120
    )
    return int(found.stdout) / 1024


def _memory(path: Path) -> Row:
    """Return the memory of the program after ten strokes over the picture, each an undo state, against a bare one's."""
    bare, used = megabytes("-c", BARE)[-1], megabytes("-m", "tests.bench.photos", str(path))[-1]
    words = "memory with a picture of 256×192×3 and ten states of undo"
    return single(words, used / bare, "times", 3.5, f"{used:.0f} MB against {bare:.0f}")


def _saving(scenario: Scenario, folder: Path) -> Row:
    """Return the longest frame while the work of a picture is written after each stroke, in frames of 60 Hz."""
    bench = Bench(scenario, FULL_HD, position=2000.3, playing=False, copying=False)
    bench.frame()
    painted(bench, 40)
    found, hand = [], random.Random(2)
    with KeptWork(folder) as kept:
        kept.start(fresh=True)
        keeper, place = WorkKeeper(kept, folder, bench.state.settings), Place((0, 0, *FULL_HD))
        for number in range(SAVED):
            began = time.perf_counter()
            keeper.tick(bench.state, FRAME, lambda: place)
            if number % 60 == 0:
                cell = hand.randrange(192), hand.randrange(MOST)
                bench.controller.dispatch((Paint((cell,), hand.randrange(256) / 255),))
            bench.frame()
            found.append(time.perf_counter() - began)
            time.sleep(max(0.0, FRAME - found[-1]))
        keeper.finish(bench.state, place)
    words = "the longest frame while work with the picture is kept"
    return single(words, max(found) / FRAME, "frames", 1, f"median {statistics.median(found) * 1e3:.1f} ms")


def _use(path: Path) -> None:
    """Open the picture, paint ten strokes of some frames each, and print the pages in memory."""
    bench = Bench(opened(path), FULL_HD, position=2000.3, playing=False, copying=False)
    bench.frame()
    painted(bench, 20 * (STROKES + 1))
    assert len(bench.state.history.entries) > STROKES
    sys.stdout.write(Path("/proc/self/statm").read_text().split()[1] + "\n")


if __name__ == "__main__":
    _use(Path(sys.argv[1]))
