"""The one reader of JSON: what kind of thing a value is, the fields of an object, and what is said of a wrong one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Self, TypeAlias, TypeVar

import numpy as np

from ..core.errors import NotAGrid, UnknownName
from ..core.grid import Grid, Pair, checked_real
from ..core.limits import Range
from ..value import Value
from .errors import FileProblem, shown

Made = TypeVar("Made")
Reader: TypeAlias = Callable[[object], Made]
"""Takes a value for what it is, or raises Unfit, or an error of `core` where a number cannot be."""


class Unfit(ValueError):  # noqa: N818 - it says what it is; "Error" would add nothing
    """A value is not the kind of thing that is wanted, e.g. no "whole number"."""

    def __init__(self, wanted: str) -> None:
        super().__init__(wanted)
        self.wanted = wanted


def _of(kind: type[Made], wanted: str) -> Reader[Made]:
    """Return the reader of the values of a type; true and false are no numbers."""

    def read(value: object) -> Made:
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise Unfit(wanted)
        return value

    return read


truth, text, whole = _of(bool, "truth"), _of(str, "text"), _of(int, "whole number")
mapping: Reader[dict[str, object]] = _of(dict, "object")
listed: Reader[list[object]] = _of(list, "list")


def number(value: object) -> int | float:
    """Read a number, whole or real, as it stands there."""
    return value if isinstance(value, float) else _number(value)


_number = _of(int, "number")


def one_of(names: tuple[str, ...], kind: str = "name") -> Reader[str]:
    """Read one of these names; others raise UnknownName, which calls it by the kind."""

    def read(value: object) -> str:
        name = text(value)
        if name not in names:
            raise UnknownName(kind, shown(name, 40), names)
        return name

    return read


def real_in(allowed: Range, quantity: str) -> Reader[float]:
    """Read a number of a range; others raise OutOfRange, which calls it by the quantity."""
    return lambda value: checked_real(number(value), quantity, allowed)


def pair(value: object) -> Pair:
    """Read a pair (rows, columns) of numbers; `core` checks that they are whole."""
    if not isinstance(value, list) or len(value) != 2 or not all(map(is_number, value)):
        raise Unfit("pair")
    return value[0], value[1]


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
    if not all(is_number(value) for row in rows for value in row):
        raise NotAGrid(quantity, "not numbers")
    return np.array(rows, dtype=np.float64)


def is_number(value: object) -> bool:
    """Tell whether a value is a number, whole or real; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


class Fields(Value):
    """The fields of a JSON object; what is wrong names the field, e.g. "view.name" for one of the object `view`."""

    found: dict[str, object]
    path: Path | str
    inside: str = ""

    def __contains__(self, key: str) -> bool:
        return key in self.found

    def field(self, key: str) -> str:
        """Return what a sentence calls a field."""
        return f"{self.inside}.{key}" if self.inside else key

    def take(self, key: str, reader: Reader[Made], default: Made | None = None) -> Made:
        """Return a field as the reader takes it, or the default where it is missing; without one that is a problem."""
        if key not in self.found:
            if default is None:
                raise self.missing(key)
            return default
        return self.made(key, lambda: reader(self.found[key]))

    def made(self, key: str, make: Callable[[], Made]) -> Made:
        """Return what is made of a field; what does not fit becomes a problem that names it."""
        try:
            return make()
        except Unfit as unfit:
            raise self.wrong(key, unfit.wanted) from unfit

    def inner(self, key: str, value: object) -> Self:
        """Return the fields of a value, an object in this one that is called by the key."""
        return self.changed(found=self.made(key, lambda: mapping(value)), inside=self.field(key))

    def missing(self, key: str) -> FileProblem:
        """Return the problem that a field is not there, which has to be."""
        return FileProblem("file_key_missing", path=shown(self.path), name=self.field(key))

    def wrong(self, key: str, wanted: str) -> FileProblem:
        """Return the problem that a field is not the kind of thing that is wanted."""
        return FileProblem("file_wrong_type", path=shown(self.path), name=self.field(key), wanted=wanted)


class Head(Value):
    """What a file says of itself before its parts: its key with its version, its list of parts, its other fields.

    problems: the keys of what is said of an object without the key, of another version, and of a list that is none, or
    is too long. fields: those that there are; () where others mean nothing.
    """

    key: str
    version: int
    parts: str
    most: int
    problems: tuple[str, str, str]
    fields: tuple[str, ...] = ()


def parts_in(found: object, path: Path | str, head: Head) -> tuple[Fields, list[object]]:
    """Return the fields of JSON that was read, and its parts, 1 … `most`, none of them looked at.

    Raises FileProblem: those of the head, and "file_key_unknown".
    """
    other, newer, count = head.problems
    if not isinstance(found, dict) or head.key not in found:
        raise FileProblem(other, path=shown(path))
    version = found[head.key]
    if version is True or version != head.version:
        raise FileProblem(newer, path=shown(path), version=shown(version, 20), known=head.version)
    for key in found:
        if head.fields and key not in head.fields:
            raise FileProblem("file_key_unknown", path=shown(path), name=shown(key, 40), allowed=head.fields)
    parts = found.get(head.parts)
    if not isinstance(parts, list) or not 1 <= len(parts) <= head.most:
        raise FileProblem(count, path=shown(path), limit=f"{head.most}")
    return Fields(found, path), parts
