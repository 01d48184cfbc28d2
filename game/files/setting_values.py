"""How each kind of value is taken from a settings file: a reader raises TypeError or ValueError for any other."""

from __future__ import annotations

from collections.abc import Callable

Reader = Callable[[object], object]
_MOST_STOPS = 10_000
_FARTHEST = 1_000_000  # window units; farther off is no place of a window, whatever the displays
LONGEST_PATH = 1024
"""Characters of a path that is remembered."""


def truth(value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def one_of(names: tuple[str, ...]) -> Reader:
    """Read one of these names."""

    def read(value: object) -> str:
        if value not in names:
            raise ValueError(value)
        return str(value)

    return read


def whole_in(low: int, high: int) -> Callable[[object], int]:
    """Read a whole number from low to high."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(value)
        if not low <= value <= high:
            raise ValueError("out of range")
        return value

    return read


def real_in(low: float, high: float) -> Reader:
    """Read a number from low to high."""

    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(value)
        if not low <= value <= high:  # compares exactly, so an int too large for a float needs no case of its own
            raise ValueError("out of range")
        return float(value)

    return read


def or_none(reader: Reader) -> Reader:
    """Read what the reader reads, or nothing."""
    return lambda value: None if value is None else reader(value)


def some_of(names: tuple[str, ...]) -> Reader:
    """Read a list of names, each once and in this order; those of another version are ignored."""

    def read(value: object) -> tuple[str, ...]:
        found = texts(value)
        return tuple(name for name in names if name in found)

    return read


def texts(value: object) -> list[str]:
    """Read a list of texts."""
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise TypeError(value)
    return value


def stops(value: object) -> tuple[tuple[str, int], ...]:
    """Read where tours go on, each tour once."""
    if not isinstance(value, list) or not all(isinstance(place, list) and len(place) == 2 for place in value):
        raise TypeError(value)
    stop = whole_in(0, _MOST_STOPS)
    names = texts([name for name, _ in value])
    return tuple(dict(zip(names, (stop(number) for _, number in value), strict=True)).items())


def paths(most: int) -> Reader:
    """Read paths; an entry that can be none is left out, for the others are still good."""

    def read(value: object) -> tuple[str, ...]:
        entries = value if isinstance(value, list) else []
        found = [entry for entry in entries if isinstance(entry, str) and 0 < len(entry) <= LONGEST_PATH]
        return tuple(dict.fromkeys(path for path in found if "\0" not in path))[:most]

    return read


def place(value: object) -> tuple[int, int, int, int]:
    """Read the place of a window: x, y, width and height."""
    if not isinstance(value, list) or len(value) != 4:
        raise TypeError(value)
    away, long = whole_in(-_FARTHEST, _FARTHEST), whole_in(1, _FARTHEST)
    return away(value[0]), away(value[1]), long(value[2]), long(value[3])


def sizes(value: object) -> tuple[tuple[int, int], ...]:
    """Read the sizes of displays, each width and height."""
    if not isinstance(value, list) or not all(isinstance(size, list) and len(size) == 2 for size in value):
        raise TypeError(value)
    long = whole_in(1, _FARTHEST)
    return tuple((long(width), long(height)) for width, height in value)
