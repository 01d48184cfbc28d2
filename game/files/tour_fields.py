"""How each kind of value is taken from a stop of a tour file, or a scene of a shelf; what is wrong names it.

And its builds: what of its walk each press of a remote plays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Self

from ..core.errors import ConvolutionError
from ..core.grid import Pair, checked_pair
from ..core.limits import Range
from ..words.plain import plain
from .errors import FileProblem, shown
from .fields import Fields, Made, Unfit, listed, number, pair, real_in, text, truth
from .tour import Build

MOST_BUILDS = 20
SECONDS = Range(0.1, 60)
"""How long a build may last."""


class StopFields(Fields):
    """The values of one stop (counted from 1), or of an object in it, whose fields are then called "when.stride".

    part: what a sentence calls it: the "stop" of a tour, or the "scene" of a shelf.
    """

    stop: int = 0
    part: str = "stop"

    @classmethod
    def of(cls, found: object, path: Path | str, stop: int, part: str = "stop") -> Self:
        """Return the fields of an entry of a file's list of such parts."""
        fields = cls({}, path, stop=stop, part=part)
        if not isinstance(found, dict):
            raise fields.wrong(f"{part}s", "object")
        return fields.changed(found=found)

    def problem(self, kind: str, key: str, **values: object) -> FileProblem:
        """Return a problem with a field."""
        return FileProblem(kind, path=shown(self.path), part=self.part, stop=self.stop, field=self.field(key), **values)

    def missing(self, key: str) -> FileProblem:
        """Return the problem that a field is not there, which has to be."""
        return self.problem("tour_field_missing", key)

    def wrong(self, key: str, wanted: str) -> FileProblem:
        """Return the problem that a field is not the kind of thing that is wanted."""
        return self.problem("tour_wrong_type", key, wanted=wanted)

    def made(self, key: str, make: Callable[[], Made]) -> Made:
        """Return what is made of a field; an error of `core` becomes a problem that names stop and field too."""
        try:
            return super().made(key, make)
        except ConvolutionError as error:
            raise self.problem("tour_refused", key, problem=error) from error

    def only(self, allowed: Iterable[str]) -> None:
        """Raise FileProblem when there is a field that means nothing: it may be one with a slip in its name."""
        names = tuple(allowed)
        for key in self.found:
            if key not in names:
                raise self.problem("tour_unknown_field", shown(key, 40), allowed=names)

    def line(self, key: str, longest: int, needed: bool = False) -> str:
        """Return a text of one line; spaces at which no line may break stay."""
        line = plain(self.take(key, text, ""), " ", unbroken=True).strip()
        if needed and not line:
            raise self.missing(key)
        if len(line) > longest:
            raise self.problem("tour_too_long", key, count=len(line), limit=longest)
        return line

    def flag(self, key: str) -> bool:
        """Return true or false, false at first."""
        return self.take(key, truth, False)

    def number(self, key: str, allowed: Range, default: float = 0.0) -> float:
        """Return a number of a range."""
        return self.take(key, real_in(allowed, key), default)

    def whole(self, key: str, allowed: Range) -> int | None:
        """Return a whole number of a range; None where the field is not there."""
        if key not in self:
            return None
        found = self.number(key, allowed)
        if not found.is_integer():
            raise self.wrong(key, "whole number")
        return int(found)

    def pair(self, key: str, allowed: Range) -> Pair:
        """Return (rows, columns): a pair, or one number for both."""
        return self.take(key, lambda value: checked_pair(_size(value), key.replace("_", " "), allowed))

    def some_of(self, key: str, allowed: tuple[str, ...]) -> frozenset[str]:
        """Return a list of names, each one of those allowed."""
        names: list[object] = self.take(key, listed, [])
        return frozenset(self.one_of(key, name, allowed) for name in names)

    def one_of(self, key: str, name: object, allowed: tuple[str, ...]) -> str:
        """Return a name that has to be one of those allowed."""
        if not isinstance(name, str):
            raise self.wrong(key, "name")
        if name not in allowed:
            raise self.problem("tour_unknown_name", key, name=shown(name, 40), allowed=allowed)
        return name


def _size(value: object) -> Pair:
    """Read a pair, or one number for both."""
    try:
        return pair(value if isinstance(value, list) else [number(value)] * 2)
    except Unfit as unfit:
        raise Unfit("size") from unfit


TRACE = "where it comes from"
"""The build that shows where a cell of a network comes from, back to the image; it may be the last one."""


def builds_of(fields: StopFields, position: float, steps: float, network: bool = False) -> tuple[Build, ...] | None:
    """Return the builds that a stop names, or None where it names none.

    network: there are several layers, so the last one may be `TRACE`.
    Raises FileProblem: "tour_builds" for what is no list of a few, "tour_build_order" for one that goes back,
    "tour_build_trace" for one that shows where a cell comes from before the last, or where there is one layer.
    """
    if "builds" not in fields:
        return None
    found = fields.found["builds"]
    if not isinstance(found, list) or len(found) > MOST_BUILDS:
        raise fields.problem("tour_builds", "builds", limit=f"{MOST_BUILDS}")
    builds: list[Build] = []
    for index, value in enumerate(found, 1):
        if value == TRACE:
            if not network or index < len(found):
                raise fields.problem("tour_build_trace", f"builds {index}")
            end = builds[-1].end if builds else position
            builds.append(Build(end, end, 1.0))
            break
        inner = fields.inner(f"builds {index}", value)
        build = _build(inner, steps)
        if build.start < (builds[-1].end if builds else position) or build.end <= build.start:
            raise inner.problem("tour_build_order", "from" if build.end > build.start else "to")
        builds.append(build)
    return tuple(builds)


def _build(fields: StopFields, steps: float) -> Build:
    names = ("from", "to", "seconds")
    fields.only(names)
    for name in names:
        if name not in fields:
            raise fields.missing(name)
    walk = Range(0, steps)
    return Build(fields.number("from", walk), fields.number("to", walk), fields.number("seconds", SECONDS))
