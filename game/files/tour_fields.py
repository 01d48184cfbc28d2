"""How each kind of value is taken from a stop of a tour file; what is wrong names the stop and the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from ..core.errors import ConvolutionError, OutOfRange
from ..core.grid import Pair, checked_pair
from ..core.limits import Range
from ..words.plain import plain
from .errors import FileProblem, shown

Made = TypeVar("Made")


@dataclass(frozen=True)
class StopFields:
    """The values of one stop (counted from 1), or of an object in it, whose fields are then called "when.stride"."""

    found: dict[str, object]
    path: Path | str
    stop: int
    inside: str = ""

    def __contains__(self, key: str) -> bool:
        return key in self.found

    def field(self, key: str) -> str:
        """Return what a sentence calls a field."""
        return f"{self.inside}.{key}" if self.inside else key

    def problem(self, kind: str, key: str, **values: object) -> FileProblem:
        """Return a problem with a field."""
        return FileProblem(kind, path=shown(self.path), stop=self.stop, field=self.field(key), **values)

    def wrong(self, key: str, wanted: str) -> FileProblem:
        """Return the problem that a field is not the kind of thing that is wanted."""
        return self.problem("tour_wrong_type", key, wanted=wanted)

    def tried(self, key: str, make: Callable[[], Made]) -> Made:
        """Return what is made of a field; an error of `core` becomes a problem that names stop and field."""
        try:
            return make()
        except ConvolutionError as error:
            raise self.problem("tour_refused", key, problem=error) from error

    def only(self, allowed: Iterable[str]) -> None:
        """Raise FileProblem when there is a field that means nothing: it may be one with a slip in its name."""
        names = tuple(allowed)
        for key in self.found:
            if key not in names:
                raise self.problem("tour_unknown_field", shown(key, 40), allowed=names)

    def text(self, key: str, longest: int, needed: bool = False) -> str:
        """Return a text of one line; spaces at which no line may break stay."""
        value = self.found.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(key, "text")
        line = plain(value, " ", unbroken=True).strip()
        if needed and not line:
            raise self.problem("tour_field_missing", key)
        if len(line) > longest:
            raise self.problem("tour_too_long", key, count=len(line), limit=longest)
        return line

    def flag(self, key: str) -> bool:
        """Return true or false, false at first."""
        value = self.found.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "truth")
        return value

    def number(self, key: str, allowed: Range, default: float = 0.0) -> float:
        """Return a number of a range."""
        value = self.found.get(key, default)
        if not is_number(value):
            raise self.wrong(key, "number")
        number = float(cast("int | float", value))
        if not allowed.holds(number):
            raise self.problem("tour_refused", key, problem=OutOfRange(key, number, *allowed))
        return number

    def whole(self, key: str, allowed: Range) -> int | None:
        """Return a whole number of a range; None where the field is not there."""
        if key not in self.found:
            return None
        number = self.number(key, allowed)
        if not number.is_integer():
            raise self.wrong(key, "whole number")
        return int(number)

    def pair(self, key: str, allowed: Range) -> Pair:
        """Return (rows, columns): a pair, or one number for both."""
        value = self.found[key]
        both = [value, value] if is_number(value) else value
        if not isinstance(both, list) or len(both) != 2 or not all(map(is_number, both)):
            raise self.wrong(key, "size")
        pair = cast("Pair", (both[0], both[1]))
        return self.tried(key, lambda: checked_pair(pair, key.replace("_", " "), allowed))

    def names(self, key: str, allowed: tuple[str, ...]) -> frozenset[str]:
        """Return a list of names, each one of those allowed."""
        value = self.found.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "list")
        return frozenset(self.one_of(key, name, allowed) for name in value)

    def one_of(self, key: str, name: object, allowed: tuple[str, ...]) -> str:
        """Return a name that has to be one of those allowed."""
        if not isinstance(name, str):
            raise self.wrong(key, "name")
        if name not in allowed:
            raise self.problem("tour_unknown_name", key, name=shown(name, 40), allowed=allowed)
        return name

    def object(self, key: str, value: object) -> StopFields:
        """Return the fields of an object in this one."""
        if not isinstance(value, dict):
            raise self.wrong(key, "object")
        return StopFields(value, self.path, self.stop, self.field(key))


def is_number(value: object) -> bool:
    """Say whether a value of JSON is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)
