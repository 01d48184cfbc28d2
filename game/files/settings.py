"""The settings: how the window looks and plays, kept from one start to the next. No setting changes a number."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from ..core.limits import PIXEL
from ..play.choices import (
    DECIMALS,
    LEARNING_PACE,
    LEARNING_PACES,
    PALETTES,
    REMOTE_STOPS,
    SCALE,
    SECTIONS,
    THEMES,
    TRAINING_PACE,
    TRAINING_PACES,
)
from ..play.phases import NORMAL_SPEED, SPEEDS
from ..value import Value
from . import setting_values as values
from .atomic import put_aside, write_whole
from .errors import FileProblem, not_kept, shown
from .fields import Reader, Unfit, mapping, one_of, real_in, truth
from .strict_json import read_json

SPEED = (0, len(SPEEDS) - 1)
"""The speed is kept as its index."""
HINTS = ("paint", "scrub", "stride")
"""The hints of a first start, in the order in which their moments come."""
NOT_COVERED = "not covered"
"""The callout of pixels that no patch covers, as a name beside those of the hints."""
_HINTS = (*HINTS, NOT_COVERED)
RECENT = 10
"""How many files are remembered."""
LIMIT = 256 * 1024
"""Bytes that a settings file may have at most."""


class Settings(Value):
    """What is kept besides the work; the defaults are those of a first start."""

    theme: str = "night"
    scale: int = 100
    reduced_motion: bool = False
    speed: int = NORMAL_SPEED
    loop: bool = True
    brush: float = 1.0
    window: tuple[int, int, int, int] | None = None
    """x, y, width and height of the window, as it was when not maximised; it may be off screen by now."""
    palette: str = "standard"
    stops: str = "phases"
    decimals: int | None = None
    sections: tuple[str, ...] = ("kernel", "slide", "stack")
    """Those of the rail that are open: at first not the source, which is painted where it is seen."""
    hints: tuple[str, ...] = ()
    """The hints that were done or dismissed, and the callout once it was seen; they never come again."""
    offered: bool = False
    """The tour was offered at a first start, and taken or left."""
    tours: tuple[tuple[str, int], ...] = ()
    """Tours that were left, by their names, and the stop (from 0) at which each goes on."""
    puzzles: tuple[str, ...] = ()
    """The puzzles that were solved, by their names."""
    recent: tuple[str, ...] = ()
    """The files that were opened or saved last, the newest first; some may be gone by now."""
    maximised: bool = False
    """The window was maximised when it was last closed."""
    displays: tuple[tuple[int, int], ...] = ()
    """The sizes of the displays that there were then; with others the window's place may mean another one."""
    save_picture: bool = True
    """Save writes the picture that is kept with the image too; kept work always has it."""
    soft_brush: bool = False
    """A stroke paints what lies beside it too, at less."""
    learning_pace: int = LEARNING_PACE
    """How fast a kernel learns, as an index of the paces."""
    training_pace: int = TRAINING_PACE
    """The same of a network that learns from digits."""


def path_in(folder: Path) -> Path:
    """Return where the settings of this data folder are."""
    return folder / "settings.json"


def read_settings(folder: Path) -> tuple[Settings, FileProblem | None]:
    """Return the kept settings and None; the defaults and None if there are none yet.

    Unknown keys are ignored, missing ones and those with a value that is unknown here have their default. If the whole
    file is damaged: the defaults, and a problem (key "settings_damaged") that names the file under which the damaged
    ones were put aside.
    """
    path = path_in(folder)
    try:
        return Settings(**_understood(mapping(read_json(path, LIMIT)))), None
    except FileProblem as problem:
        if problem.key == "file_missing":
            return Settings(), None
    except Unfit:
        pass
    return Settings(), FileProblem("settings_damaged", path=shown(path), kept_as=put_aside(path, folder))


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings, whole or not at all. Raise FileProblem ("settings_not_kept") if that cannot be done.

    What a newer version has written, and this one does not understand, stays in the file.
    """
    path = path_in(folder)
    try:
        write_whole(path, _text(settings, _not_understood(path, settings)).encode(), make_folder=True)
    except FileProblem as problem:
        raise not_kept("settings_not_kept", path, problem) from problem


def with_recent(settings: Settings, path: str) -> Settings:
    """Return the settings with a file as the first of the recent ones."""
    others = tuple(each for each in settings.recent if each != path)
    return settings.changed(recent=(path, *others)[:RECENT] if len(path) <= values.LONGEST_PATH else others)


_READERS: dict[str, Reader[object]] = {
    "theme": one_of(THEMES),
    "scale": values.whole_in(*SCALE),
    "reduced_motion": truth,
    "speed": values.whole_in(*SPEED),
    "loop": truth,
    "brush": real_in(PIXEL, "brush"),
    "window": values.or_none(values.place),
    "palette": one_of(PALETTES),
    "stops": one_of(REMOTE_STOPS),
    "decimals": values.or_none(values.whole_in(*DECIMALS)),
    "sections": values.some_of(SECTIONS),
    "hints": values.some_of(_HINTS),
    "offered": truth,
    "tours": values.stops,
    "puzzles": values.names,
    "recent": values.paths(RECENT),
    "maximised": truth,
    "displays": values.sizes,
    "save_picture": truth,
    "soft_brush": truth,
    "learning_pace": values.whole_in(0, len(LEARNING_PACES) - 1),
    "training_pace": values.whole_in(0, len(TRAINING_PACES) - 1),
}
"""How each setting is read."""


def _understood(found: dict[str, object]) -> dict[str, Any]:
    """Return the settings that a parsed file says, without those whose value is not as it should be."""
    understood: dict[str, Any] = {}
    for name, reader in _READERS.items():
        with contextlib.suppress(KeyError, ValueError):
            understood[name] = reader(found[name])
    return understood


def _not_understood(path: Path, settings: Settings) -> dict[str, object]:
    """Return what the file there says and this version does not understand, but for what was set anew since."""
    try:
        found = mapping(read_json(path, LIMIT))
    except (FileProblem, Unfit):
        return {}
    set_anew = {name for name in Settings.names if getattr(settings, name) != Settings.defaults[name]}
    known = set_anew | _understood(found).keys()
    kept = {name: value for name, value in found.items() if name not in known}
    seen = found.get("hints")
    if "hints" not in kept and isinstance(seen, list):
        kept["hints"] = list(dict.fromkeys((*settings.hints, *(name for name in seen if name not in _HINTS))))
    return kept


def _text(settings: Settings, kept: dict[str, object]) -> str:
    """Return the text of a settings file; what else is kept in it is left out where it could not be read again."""
    import json  # here and not above: a first start reads and writes nothing before its first picture

    own = {name: getattr(settings, name) for name in settings.names}
    with contextlib.suppress(RecursionError):
        text = json.dumps(own | kept, indent=2) + "\n"
        if len(text) <= LIMIT:
            return text
    return json.dumps(own, indent=2) + "\n"
