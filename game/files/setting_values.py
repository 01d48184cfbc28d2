"""How each kind of value is taken from a settings file, besides those of `fields`: a reader raises ValueError."""

from __future__ import annotations

from ..core.grid import checked_whole
from ..core.limits import Range
from .fields import Made, Reader, Unfit, listed, text, whole

_MOST_STOPS = 10_000
_FARTHEST = 1_000_000  # window units; farther off is no place of a window, whatever the displays
LONGEST_NAME, MOST_NAMES = 50, 100
"""Characters of a name that is remembered, and how many names are."""
LONGEST_PATH = 1024
"""Characters of a path that is remembered."""


def whole_in(low: int, high: int) -> Reader[int]:
    """Read a whole number from low to high."""
    return lambda value: checked_whole(whole(value), "setting", Range(low, high))


def or_none(reader: Reader[Made]) -> Reader[Made | None]:
    """Read what the reader reads, or nothing."""
    return lambda value: None if value is None else reader(value)


def some_of(names: tuple[str, ...]) -> Reader[tuple[str, ...]]:
    """Read a list of names, each once and in this order; those of another version are ignored."""

    def read(value: object) -> tuple[str, ...]:
        found = [text(each) for each in listed(value)]
        return tuple(name for name in names if name in found)

    return read


def several(value: object, count: int) -> list[object]:
    """Read a list of so many values."""
    found = listed(value)
    if len(found) != count:
        raise Unfit("list")
    return found


def stops(value: object) -> tuple[tuple[str, int], ...]:
    """Read where tours go on, each tour once."""
    stop = whole_in(0, _MOST_STOPS)
    places = (several(place, 2) for place in listed(value))
    return tuple({text(name): stop(number) for name, number in places}.items())


def names(value: object) -> tuple[str, ...]:
    """Read names, each once; what can be none is left out."""
    found = [each for each in listed(value) if isinstance(each, str) and 0 < len(each) <= LONGEST_NAME]
    return tuple(dict.fromkeys(found))[:MOST_NAMES]


def paths(most: int) -> Reader[tuple[str, ...]]:
    """Read paths; an entry that can be none is left out, for the others are still good."""

    def read(value: object) -> tuple[str, ...]:
        entries = value if isinstance(value, list) else []
        found = [entry for entry in entries if isinstance(entry, str) and 0 < len(entry) <= LONGEST_PATH]
        return tuple(dict.fromkeys(path for path in found if "\0" not in path))[:most]

    return read


def place(value: object) -> tuple[int, int, int, int]:
    """Read the place of a window: x, y, width and height."""
    x, y, width, height = several(value, 4)
    away, long = whole_in(-_FARTHEST, _FARTHEST), whole_in(1, _FARTHEST)
    return away(x), away(y), long(width), long(height)


def sizes(value: object) -> tuple[tuple[int, int], ...]:
    """Read the sizes of displays, each width and height."""
    long = whole_in(1, _FARTHEST)
    return tuple((long(width), long(height)) for width, height in (several(size, 2) for size in listed(value)))
