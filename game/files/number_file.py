"""Files of numbers: texts of every kind that can be pasted, and NumPy's arrays; their content says what they are."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..core.errors import ConvolutionError
from ..core.grid import Grid
from ..reading.array_problems import ArrayProblem
from ..reading.arrays import Listed, arrays_in, numbers_in
from ..reading.numbers import Numbers
from ..reading.text import read_numbers
from ..value import Single
from .errors import FileProblem, shown
from .strict_json import decoded, read_bytes

LARGEST = 32 * 1024 * 1024
"""Bytes of a file of arrays; what can be shown takes less than one, but an archive may hold more than that."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")


class FoundNumbers(Single):
    """What a file of numbers holds.

    numbers: those it holds, or None while one of several `arrays` has to be chosen; these are in `data`, or have been
    `read` already. array: the name of the one that was chosen.
    """

    path: Path
    numbers: Numbers | None
    arrays: tuple[Listed, ...] = ()
    data: bytes = b""
    array: str = ""
    read: tuple[tuple[str, Numbers], ...] = ()

    def chosen(self, name: str) -> FoundNumbers:
        """Return the array of this name. Raises FileProblem, also where there is none."""
        if name not in self.array_names:
            raise FileProblem("array_name", path=shown(self.path), name=shown(name, 40), allowed=self.array_names)
        numbers = dict(self.read).get(name) or _array(self.data, name, f"{self.path}:{name}")
        return self.changed(numbers=numbers, array=name)

    @property
    def title(self) -> str:
        """The name of the file, with that of the array that was chosen from it."""
        return f"{self.path.name}:{self.array}" if self.array else self.path.name

    @property
    def shades(self) -> Grid | None:
        """A small picture of the numbers, or of their first channel: shades −1 … 1; None where there is a choice."""
        if self.numbers is None:
            return None
        values = self.numbers.values
        grid = values.reshape(-1, *values.shape[-2:])[0]
        shades: Grid = grid / (np.abs(grid).max() or 1.0)
        return shades

    @property
    def array_names(self) -> tuple[str, ...]:
        """The names of the arrays."""
        return tuple(each.name for each in self.arrays)


def array_file(path: Path) -> FoundNumbers:
    """Return what a file of arrays holds. Raises FileProblem as `read_bytes` does, and with the keys of `arrays`."""
    data = read_bytes(path, LARGEST)
    try:
        arrays = arrays_in(data)
    except ArrayProblem as problem:
        raise FileProblem(problem.key, path=shown(path), **problem.values()) from problem
    if len(arrays) > 1:
        return FoundNumbers(path, None, arrays, data)
    return FoundNumbers(path, _array(data, arrays[0].name, str(path)))


def numbers_of(text: str, path: Path) -> FoundNumbers:
    """Return the numbers of a text. Raises FileProblem "file_numbers", with what is wrong in it."""
    try:
        return FoundNumbers(path, read_numbers(text))
    except ConvolutionError as problem:
        raise FileProblem("file_numbers", path=shown(path), problem=problem) from problem


def text_of(data: bytes, path: Path) -> str:
    """Return the bytes of a file of numbers as text: UTF-8, UTF-16 or UTF-32 with its mark, or else as Windows wrote.

    Raises FileProblem as `decoded` does: "file_empty", or "file_not_text" for zero bytes.
    """
    if data.startswith((*_UTF_16, *_UTF_32)):
        wide = "utf-32" if data.startswith(_UTF_32) else "utf-16"
        return decoded(data.decode(wide, "replace").encode(), path)
    try:
        return decoded(data, path)
    except FileProblem as problem:
        if problem.key != "file_not_text" or b"\0" in data:
            raise
        return data.decode("cp1252", "replace")


def _array(data: bytes, name: str, shown_as: str) -> Numbers:
    try:
        return numbers_in(data, name)
    except ArrayProblem as problem:
        raise FileProblem(problem.key, path=shown(shown_as), **problem.values()) from problem
