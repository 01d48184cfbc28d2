"""Measure the program: ``python -m tests.bench [--json FILE] [--only NAME …]``. It takes some minutes.

Every figure is a ratio that was measured in one run, for machines differ. Use a quiet one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from . import (
    exporting,
    gallery,
    hostile,
    layered,
    learning,
    memory,
    networking,
    numbers,
    one_kernel,
    photos,
    picturing,
    sheets,
    stacking,
    starting,
    walking,
)
from .rows import HEAD, Row, line, write_json

PARTS: dict[str, Callable[[], list[Row]]] = {
    "playing": walking.start_up,
    "large": walking.large_image,
    "growth": walking.growth,
    "stroke": walking.stroke,
    "resize": walking.resizing,
    "stack": stacking.stack_view,
    "layers": layered.layered,
    "picture": picturing.pictured,
    "photo": photos.photographed,
    "gallery": gallery.gallery,
    "pooling": layered.pooled,
    "transposed": layered.transposed,
    "network": networking.networks,
    "learning": learning.epoch_of_digits,
    "learn": one_kernel.one_kernel,
    "map": numbers.whole_map,
    "export": exporting.exported,
    "worksheet": sheets.one_worksheet,
    "texts": hostile.hostile_texts,
    "window": starting.in_a_window,
    "start": starting.first_pictures,
    "memory": memory.five_and_ten_minutes,
}


def main() -> int:
    """Print the table; return 1 when a row does not reach its figure."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows into a file too")
    parser.add_argument("--only", nargs="+", choices=tuple(PARTS), default=tuple(PARTS), help="only these parts")
    asked = parser.parse_args()
    rows: list[Row] = []
    _say(HEAD)
    for name in asked.only:
        for row in PARTS[name]():
            rows.append(row)
            _say(line(row))
    if asked.json:
        write_json(asked.json, rows)
    return 0 if all(row.ok for row in rows) else 1


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
