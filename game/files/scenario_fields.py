"""The keys and values of a scenario file, and how each kind of value is taken from them."""

from pathlib import Path
from typing import cast

import numpy as np

from ..core.errors import NotAGrid, OutOfRange
from ..core.grid import Grid, Pair
from ..value import Value
from .errors import FileProblem, shown

VERSION = 1
"""The version of the format that is written, and the newest that is read."""


class Fields(Value):
    """The keys and values of a file, and how each kind of value is taken from them."""

    found: dict[str, object]
    path: Path | str

    def check_version(self) -> None:
        """Raise FileProblem unless the file is of a version that this program knows."""
        version = self.found["kernelscope"]
        if isinstance(version, bool) or not isinstance(version, int) or version < 1:
            raise self.wrong("kernelscope", "whole number")
        if version > VERSION:
            raise FileProblem("file_newer", path=shown(self.path), version=version, known=VERSION)

    def value(self, key: str, default: object = None) -> object:
        """Return a value; without a default the key must be there."""
        if key not in self.found and default is None:
            raise FileProblem("file_key_missing", path=shown(self.path), name=key)
        return self.found.get(key, default)

    def wrong(self, key: str, wanted: str) -> FileProblem:
        """Return the problem that this key's value is not the kind of thing that is wanted."""
        return FileProblem("file_wrong_type", path=shown(self.path), name=key, wanted=wanted)

    def real(self, key: str, default: float) -> int | float:
        """Return a number; true and false are none."""
        value = self.value(key, default)
        if not _is_number(value):
            raise self.wrong(key, "number")
        return cast("int | float", value)

    def text(self, key: str) -> str:
        """Return a text, "" at first."""
        value = self.value(key, "")
        if not isinstance(value, str):
            raise self.wrong(key, "text")
        return value

    def mapping(self, key: str) -> dict[str, object]:
        """Return an object, an empty one at first."""
        value = self.value(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, "object")
        return value

    def pair(self, key: str, default: object = None) -> Pair:
        """Return a pair (rows, columns) of numbers; `core` checks that they are whole."""
        value = self.value(key, default)
        if not isinstance(value, list) or len(value) != 2 or not all(map(_is_number, value)):
            raise self.wrong(key, "pair")
        return value[0], value[1]

    def grid(self, key: str) -> Grid:
        """Return a list of rows of numbers as a grid."""
        return grid_of(self.value(key), key)

    def position(self, steps: int) -> float | None:
        """Return where the walk was, 0 … steps."""
        if "position" not in self.found:
            return None
        position = float(self.real("position", 0.0))
        if not 0 <= position <= steps:
            raise OutOfRange("position", position, 0, steps)
        return position


def grid_of(rows: object, quantity: str) -> Grid:
    """Return a list of equally long lists of numbers as a grid, or raise NotAGrid; true and false are no numbers."""
    if not isinstance(rows, list):
        raise NotAGrid(quantity, "not two-dimensional")
    if not rows or rows[0] == []:
        raise NotAGrid(quantity, "empty")
    if not all(isinstance(row, list) for row in rows):
        raise NotAGrid(quantity, "not two-dimensional")
    columns = len(rows[0])
    if any(len(row) != columns for row in rows):
        raise NotAGrid(quantity, "ragged")
    if any(isinstance(value, list) for row in rows for value in row):
        raise NotAGrid(quantity, "not two-dimensional")
    if not all(_is_number(value) for row in rows for value in row):
        raise NotAGrid(quantity, "not numbers")
    return np.array(rows, dtype=np.float64)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
