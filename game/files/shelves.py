"""The shelves that come with the program, and where a scene of them is found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..core.errors import UnknownName
from ..words.plain import shown
from .shelf import Scene, Shelf
from .shelf_file import FOLDER, read_shelf
from .tour import Tour

SHELVES = (
    "start",
    "edges",
    "photos",
    "colour",
    "stride",
    "transposed",
    "pooling",
    "networks",
    "mistakes",
    "puzzles",
    "figures",
)
"""Their names, in the order in which the gallery has them. No two scenes of all have the same name."""


PUZZLES = "puzzles"
"""The shelf of the puzzles."""


def shelf_path(name: str) -> Path:
    """Return the file of a shelf by its name."""
    return FOLDER / f"{name}.json"


def every_shelf() -> Iterator[tuple[str, Shelf]]:
    """Yield the shelves with their names, each read when it is asked for. Raises FileProblem as `read_shelf`."""
    return ((name, read_shelf(shelf_path(name))) for name in SHELVES)


def puzzles() -> Tour:
    """Return the puzzles that come with the program. Raises FileProblem as `read_shelf`."""
    return read_shelf(shelf_path(PUZZLES)).puzzles


def puzzle_among(scene: Scene, file: str | None) -> tuple[Tour, int]:
    """Return the puzzles of a shelf, which is a file or comes with the program, and which of them a scene is, from 0.

    Raises FileProblem as `read_shelf`.
    """
    found = puzzles() if file is None else read_shelf(Path(file)).puzzles
    return found, [stop.name for stop in found.stops].index(scene.name)


def scene_called(name: str) -> Scene:
    """Return the scene of a name, on whichever shelf it is. Raises UnknownName, and FileProblem as `read_shelf`."""
    known: list[str] = []
    for _, shelf in every_shelf():
        found = shelf.find(name)
        if found is not None:
            return found
        known += shelf.scene_names
    raise UnknownName("scene", shown(name, 40), tuple(known))
