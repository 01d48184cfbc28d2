"""What the flags of the command line say: texts become sizes, numbers and names, and those become a scenario."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .core import images, kernels
from .core.errors import UnknownName
from .core.grid import Pair, checked_pair, checked_real, checked_whole
from .core.limits import Range
from .core.quantities import Quantity, flagged, stored
from .core.resize import image_in, kernel_in, reseed_to
from .core.scenario import Scenario
from .files.errors import FileProblem, shown
from .value import Value
from .words.numbers import NotANumber, half_width, parse_number

WINDOW_WIDTH, WINDOW_HEIGHT = Range(320, 7680), Range(240, 4320)
DISPLAY = Range(1, 64)
MOST_STEPS = 80 * 80
"""The longest walk: a 1×1 kernel over 64×64 pixels with a padding of 8."""
_WHOLE = r"[+-]?[0-9]{1,12}"  # patterns are compiled where they are first used, not at each start
_TWO = rf"({_WHOLE})[x×X]({_WHOLE})"
_ONE_OR_TWO = rf"({_WHOLE})(?:[x×X]({_WHOLE}))?"


class Flags(Value):
    """The command line as it was typed: each flag's text, None or False where it was not given."""

    file: str | None = None
    image: str | None = None
    kernel: str | None = None
    at: str | None = None
    paused: bool = False
    theme: str | None = None
    view: str | None = None
    scale: str | None = None
    window: str | None = None
    fullscreen: bool = False
    display: str | None = None
    tour: str | None = None
    new: bool = False
    stats: bool = False
    print_output: bool = False
    screenshot: str | None = None
    quantities: Mapping[str, str] = MappingProxyType({})
    """Those of the table of quantities that were given, by their keys."""


_SWITCHES = {f"--{key.replace('_', '-')}" for key, usual in Flags.defaults.items() if usual is False}
_VALUED = {f"--{key}" for key, usual in Flags.defaults.items() if usual is None} - {"--file", "--tour"}


def plainly(arguments: Sequence[str]) -> Flags | None:
    """Return the flags of a line that needs no parser: a file at most, whole flags, and values that look like none.

    None where there is more to it, or something is wrong: that is told by the parser, which takes a twelfth of the
    start to import and to make.
    """
    keys = {each.flag: each.key for each in flagged()}
    texts: dict[str, Any] = {}
    quantities: dict[str, str] = {}
    words = iter(arguments)
    for word in words:
        key = word[2:].replace("-", "_")
        if not word.startswith("-") and "file" not in texts:
            texts["file"] = word
        elif word in _SWITCHES:
            texts[key] = True
        elif (word not in keys and word not in _VALUED) or (value := next(words, "-")).startswith("-"):
            return None
        elif word in keys:
            quantities[keys[word]] = value
        else:
            texts[key] = value
    return Flags(**texts, quantities=quantities)


class ScenarioFlags(Value):
    """The flags about the scenario; None where there was none."""

    image: str | None = None
    kernel: str | None = None
    quantities: Mapping[str, Any] = MappingProxyType({})

    def any(self) -> bool:
        """Say whether at least one was given."""
        return bool(self.image or self.kernel or self.quantities)

    @property
    def makes_another(self) -> bool:
        """Whether they put another image or kernel in the place of a file's: then its name no longer tells of it."""
        return bool(self.image or self.kernel) or "seed" in self.quantities

    def applied_to(self, base: Scenario) -> Scenario:
        """Return the scenario with the flags on top, all at once: only the end result has to fit.

        Raises the errors of `core`.
        """
        seeded = reseed_to(base, self.quantities["seed"]) if "seed" in self.quantities else base
        image_size = self.quantities.get("image_size", seeded.image_size)
        kernel_size = self.quantities.get("kernel_size", seeded.kernel_size)
        fields = {each.key: self.quantities[each.key] for each in stored() if each.key in self.quantities}
        fields |= {"image": image_in(seeded, image_size), "kernel": kernel_in(seeded, kernel_size)}
        if self.image is not None:
            fields |= {"image": images.make(self.image, image_size, seeded.seed), "image_name": self.image}
            fields["white"] = images.white_of(self.image)
        if self.kernel is not None:
            fields |= {"kernel": kernels.make(self.kernel, kernel_size, seeded.seed), "kernel_name": self.kernel}
        return seeded.changed(name="" if self.makes_another else seeded.name, **fields)


def pair(flag: str, text: str, quantity: str, allowed: Range) -> Pair:
    """Return "8" as (8, 8) and "8x6" as (8, 6), rows first. Raises FileProblem or OutOfRange."""
    found = _matched(_ONE_OR_TWO, flag, text, "pair", allowed)
    return checked_pair((int(found[1]), int(found[2] or found[1])), quantity, allowed)


def whole(flag: str, text: str, quantity: str, allowed: Range) -> int:
    """Return a whole number in the range. Raises FileProblem or OutOfRange."""
    return checked_whole(int(_matched(_WHOLE, flag, text, "whole number", allowed)[0]), quantity, allowed)


def position(flag: str, text: str, steps: int) -> float:
    """Return a position on a walk of so many steps. Raises FileProblem or OutOfRange."""
    allowed = Range(0, steps)
    try:
        number = parse_number(text)
    except NotANumber as error:
        raise _wrong(flag, text, "number", allowed) from error
    return checked_real(number, "position", allowed)


def window(flag: str, text: str) -> tuple[int, int]:
    """Return "1280x800" as (1280, 800), width first. Raises FileProblem or OutOfRange."""
    found = _matched(_TWO, flag, text, "window size")
    width = checked_whole(int(found[1]), "window width", WINDOW_WIDTH)
    return width, checked_whole(int(found[2]), "window height", WINDOW_HEIGHT)


def name(text: str, kind: str, allowed: tuple[str, ...]) -> str:
    """Return a name as the program has it: capitals, hyphens and low lines do not matter. Raises UnknownName."""
    plain = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    if plain not in allowed:
        raise UnknownName(kind, shown(text, 40), allowed)
    return plain


def picture_path(flag: str, text: str) -> Path:
    """Return the path of a picture that is to be written. Raises FileProblem unless it ends in .png."""
    if not text.lower().endswith(".png"):
        raise _wrong(flag, text, "png file")
    return Path(text)


def scenario_flags(found: Flags) -> ScenarioFlags:
    """Return the flags about the scenario. Raises FileProblem, and the errors of `core`."""
    given = found.quantities
    return ScenarioFlags(
        image=None if found.image is None else name(found.image, "image", images.NAMES),
        kernel=None if found.kernel is None else name(found.kernel, "kernel", kernels.NAMES),
        quantities={each.key: _quantity(each, given[each.key]) for each in flagged() if each.key in given},
    )


def _quantity(quantity: Quantity, text: str) -> Pair | int:
    read = pair if quantity.kind == "pair" else whole
    return read(quantity.flag, text, quantity.name, quantity.range)


def _matched(pattern: str, flag: str, text: str, wanted: str, allowed: Range | None = None) -> re.Match[str]:
    """Return what a pattern finds in the whole text of a flag, or raise FileProblem."""
    found = re.fullmatch(pattern, half_width(text).strip())
    if found is None:
        raise _wrong(flag, text, wanted, allowed)
    return found


def _wrong(flag: str, text: str, wanted: str, allowed: Range | None = None) -> FileProblem:
    low, high = allowed or (None, None)
    return FileProblem("flag_wrong", flag=flag, text=shown(text, 40), wanted=wanted, low=low, high=high)
