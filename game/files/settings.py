"""The settings: how the window looks and plays, kept from one start to the next. No setting changes a number."""

from __future__ import annotations

from pathlib import Path

from ..value import Value, replace
from .aside import put_aside
from .atomic import write_whole
from .errors import FileProblem, shown
from .reading import read_bytes
from .strict_json import decoded, parsed

THEMES = ("night", "daylight", "high contrast")
PALETTES = ("standard", "colour-blind")
STOPS = ("phases", "cells")
"""What a remote stops at: settled, products and sum of each output cell, or each output cell only."""
DECIMALS = (0, 4)
"""At most so many in the numbers of grids and dot product; None is automatic."""
SCALE = (75, 300)
"""Percent of the size of text and controls."""
SPEED = (0, 6)
"""Index into the speeds of `play`: 0.25×, 0.5×, 1×, 2×, 4×, 8×, fast."""
BRUSH = (0.0, 255.0)
HINTS = ("paint", "scrub", "stride")
"""The hints of a first start, in the order in which their moments come."""
NOT_COVERED = "not covered"
"""The callout of pixels that no patch covers, as a name beside those of the hints."""
RECENT = 10
"""How many files are remembered."""
LIMIT = 256 * 1024
"""Bytes that a settings file may have at most."""
_MOST_STOPS = 10_000
_LONGEST_PATH = 1024
_FARTHEST = 1_000_000  # window units; farther off is no place of a window, whatever the displays


class Settings(Value):
    """What is kept besides the work; the defaults are those of a first start."""

    theme: str = "night"
    scale: int = 100
    reduced_motion: bool = False
    speed: int = 2
    loop: bool = True
    brush: float = 1.0
    window: tuple[int, int, int, int] | None = None
    """x, y, width and height of the window, as it was when not maximised; it may be off screen by now."""
    palette: str = "standard"
    stops: str = "phases"
    decimals: int | None = None
    hints: tuple[str, ...] = ()
    """The hints that were done or dismissed, and the callout once it was seen; they never come again."""
    offered: bool = False
    """The tour was offered at a first start, and taken or left."""
    tours: tuple[tuple[str, int], ...] = ()
    """Tours that were left, by their names, and the stop (from 0) at which each goes on."""
    recent: tuple[str, ...] = ()
    """The files that were opened or saved last, the newest first; some may be gone by now."""
    maximised: bool = False
    """The window was maximised when it was last closed."""
    displays: tuple[tuple[int, int], ...] = ()
    """The sizes of the displays that there were then; with others the window's place may mean another one."""


def path_in(folder: Path) -> Path:
    """Return where the settings of this data folder are."""
    return folder / "settings.json"


def read_settings(folder: Path) -> tuple[Settings, FileProblem | None]:
    """Return the kept settings and None; the defaults and None if there are none yet.

    If they are damaged: the defaults, and a problem (key "settings_damaged") that names the file under which the
    damaged ones were put aside. Unknown keys are ignored, missing ones have their default.
    """
    path = path_in(folder)
    try:
        return _settings(parsed(decoded(read_bytes(path, LIMIT), path), path)), None
    except FileProblem as problem:
        if problem.key == "file_missing":
            return Settings(), None
    except (TypeError, ValueError):
        pass
    return Settings(), FileProblem("settings_damaged", path=shown(path), kept_as=put_aside(path, folder))


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings, whole or not at all. Raise FileProblem ("file_unwritable") if that cannot be done."""
    import json  # here and not above: a first start reads and writes nothing before its first picture

    text = json.dumps({name: getattr(settings, name) for name in settings.names}, indent=2) + "\n"
    write_whole(path_in(folder), text.encode(), make_folder=True)


def with_recent(settings: Settings, path: str) -> Settings:
    """Return the settings with a file as the first of the recent ones."""
    others = tuple(each for each in settings.recent if each != path)
    return replace(settings, recent=(path, *others)[:RECENT] if len(path) <= _LONGEST_PATH else others)


def _settings(found: object) -> Settings:
    """Return the settings of a parsed file; raise ValueError or TypeError for anything that is not as it should be."""
    if not isinstance(found, dict):
        raise TypeError(found)
    default = Settings()
    return Settings(
        theme=_name(found.get("theme", default.theme), THEMES),
        scale=_whole(found.get("scale", default.scale), *SCALE),
        reduced_motion=_truth(found.get("reduced_motion", default.reduced_motion)),
        speed=_whole(found.get("speed", default.speed), *SPEED),
        loop=_truth(found.get("loop", default.loop)),
        brush=_real(found.get("brush", default.brush), *BRUSH),
        window=_window(found.get("window", default.window)),
        palette=_name(found.get("palette", default.palette), PALETTES),
        stops=_name(found.get("stops", default.stops), STOPS),
        decimals=_decimals(found.get("decimals", default.decimals)),
        hints=_hints(found.get("hints", [])),
        offered=_truth(found.get("offered", default.offered)),
        tours=_tours(found.get("tours", [])),
        recent=_recent(found.get("recent", [])),
        maximised=_truth(found.get("maximised", default.maximised)),
        displays=_displays(found.get("displays", [])),
    )


def _name(value: object, names: tuple[str, ...]) -> str:
    if value not in names:
        raise ValueError(value)
    return str(value)


def _decimals(value: object) -> int | None:
    return None if value is None else _whole(value, *DECIMALS)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _whole(value: object, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    if not low <= value <= high:
        raise ValueError("out of range")
    return value


def _real(value: object, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    if not low <= value <= high:  # compares exactly, so an int too large for a float needs no case of its own
        raise ValueError("out of range")
    return float(value)


def _hints(value: object) -> tuple[str, ...]:
    """Return the hints that were seen, each once; those of another version are ignored."""
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise TypeError(value)
    return tuple(name for name in (*HINTS, NOT_COVERED) if name in value)


def _tours(value: object) -> tuple[tuple[str, int], ...]:
    """Return where tours go on, each tour once."""
    if not isinstance(value, list) or not all(isinstance(place, list) and len(place) == 2 for place in value):
        raise TypeError(value)
    if not all(isinstance(name, str) for name, _ in value):
        raise TypeError(value)
    return tuple({name: _whole(stop, 0, _MOST_STOPS) for name, stop in value}.items())


def _recent(value: object) -> tuple[str, ...]:
    """Return the recent files; an entry that can be no path is left out, for the others are still good."""
    entries = value if isinstance(value, list) else []
    paths = [entry for entry in entries if isinstance(entry, str) and 0 < len(entry) <= _LONGEST_PATH]
    return tuple(dict.fromkeys(path for path in paths if "\0" not in path))[:RECENT]


def _window(value: object) -> tuple[int, int, int, int] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 4:
        raise TypeError(value)
    x, y = (_whole(number, -_FARTHEST, _FARTHEST) for number in value[:2])
    width, height = (_whole(number, 1, _FARTHEST) for number in value[2:])
    return x, y, width, height


def _displays(value: object) -> tuple[tuple[int, int], ...]:
    if not isinstance(value, list) or not all(isinstance(size, list) and len(size) == 2 for size in value):
        raise TypeError(value)
    return tuple((_whole(width, 1, _FARTHEST), _whole(height, 1, _FARTHEST)) for width, height in value)
