"""The scenes of the digit reader in the gallery, all with the weights that come with the program.

``python -m tests.tools.reader_scenes`` puts them onto the shelf of networks, in front of the others.
"""

from __future__ import annotations

import json
import sys
from typing import Any, NamedTuple

import numpy as np

from game.core.soft_brush import painted_softly
from game.files.own_reader import READER
from game.files.shelves import shelf_path

WIDE = 100
"""Characters up to which a list stands in one line."""
NAME = "digit_reader"


class Scene(NamedTuple):
    """A scene: its name, title and note, and the pixels that a stroke meets."""

    name: str
    title: str
    note: str
    lines: tuple[str, ...]


SCENES = (
    Scene(
        NAME,
        "The digit reader, and a 7",
        "Four maps, the best of each four cells, ten sums, and their shares. Rub the 7 out (X) and paint another digit "
        "with the soft brush: the shares follow each stroke.",
        ("........", ".######.", "......#.", ".....##.", "....##..", "....#...", "...##...", "...#...."),
    ),
    Scene(
        f"{NAME}_nothing",
        "The digit reader is shown nothing",
        "No pixel is bright, and yet the shares add up to 1, and one of them is large: softmax always shares out all "
        "of it. Shares compare ten answers with each other. They do not say that there is a digit.",
        ("........",) * 8,
    ),
    Scene(
        f"{NAME}_letter",
        "The digit reader and a letter",
        "This is an E. There is no “none of these”, so some digit gets the largest share: of the ten it fits best, "
        "which does not mean that it fits. Key E shows how it reads 360 digits: a good reader of digits, asked about "
        "a letter.",
        ("........", "..#####.", "..#.....", "..#.....", "..####..", "..#.....", "..#.....", "..#####."),
    ),
    Scene(
        f"{NAME}_crossed",
        "The digit reader and a crossed 7",
        "It is read as a 7, for some of its lessons were crossed. Its share is nearly 1: that says how far the nine "
        "others are behind, not how well this is a 7. Paint the bar lower, pixel by pixel.",
        ("........", ".######.", "......#.", ".....#..", "..#####.", "...##...", "...#....", "...#...."),
    ),
    Scene(
        f"{NAME}_corner",
        "The digit reader and a small 7 in a corner",
        "The same shape, smaller and elsewhere. The last kernels are as large as their maps: they know digits of full "
        "size in the middle alone. How sure it seems tells nothing about that.",
        ("........", "........", "........", "........", "....###.", "......#.", ".....#..", ".....#.."),
    ),
)


def image_of(scene: Scene) -> list[list[float]]:
    """Return the pixels after the soft brush has met those of the lines."""
    blank = np.zeros((8, 8))
    cells = [(row, column) for row, line in enumerate(scene.lines) for column in range(8) if line[column] == "#"]
    rows: list[list[float]] = painted_softly(blank, blank, cells, 1.0).tolist()
    return rows


def written(value: Any, indent: int = 0) -> str:
    """Return JSON whose short lists stand in one line, and no line is long."""
    short = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or (isinstance(value, list) and "{" not in short and len(short) <= WIDE):
        return short
    space = "\n" + " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {written(each, indent + 2)}" for key, each in value.items()]
        return "{" + space + f",{space}".join(parts) + "\n" + " " * indent + "}"
    return "[" + space + f",{space}".join(written(each, indent + 2) for each in value) + "\n" + " " * indent + "]"


def scenes() -> list[dict[str, Any]]:
    """Return the scenes as a shelf has them."""
    layers = json.loads(READER.read_text(encoding="utf-8"))["layers"]
    return [
        {
            "name": scene.name,
            "title": scene.title,
            "note": scene.note,
            "scenario": {"kernelscope": 2, "image": image_of(scene), "white": 1, "layers": layers},
        }
        for scene in SCENES
    ]


def main() -> int:
    """Write the shelf."""
    path = shelf_path("networks")
    shelf = json.loads(path.read_text(encoding="utf-8"))
    others = [scene for scene in shelf["scenes"] if not scene["name"].startswith(NAME)]
    shelf["scenes"] = [*scenes(), *others]
    path.write_text(written(shelf) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
