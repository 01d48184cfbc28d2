"""What the flags of the command line say: texts become sizes, numbers and names, and those become a scenario."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from .core import images, kernels
from .core.errors import UnknownName
from .core.grid import Pair, checked_real, checked_whole
from .core.limits import IMAGE_SIZE, Range
from .core.quantities import Quantity, flagged, stored
from .core.resize import reseed_to, resize_image, resize_kernel
from .core.scenario import Scenario
from .files.errors import FileProblem, shown
from .value import Value, replace
from .words.numbers import NotANumber, half_width, parse_number

WINDOW_WIDTH, WINDOW_HEIGHT = Range(320, 7680), Range(240, 4320)
DISPLAY = Range(1, 64)
MOST_STEPS = 80 * 80
"""The longest walk: a 1×1 kernel over 64×64 pixels with a padding of 8."""
_WHOLE = r"[+-]?[0-9]{1,12}"  # patterns are compiled where they are first used, not at each start
_TWO = rf"({_WHOLE})[x×X]({_WHOLE})"


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
        with_image, with_kernel = self._image_of(seeded), self._kernel_of(seeded)
        return replace(
            seeded,
            image=with_image.image,
            white=with_image.white,
            image_name=with_image.image_name,
            kernel=with_kernel.kernel,
            kernel_name=with_kernel.kernel_name,
            name="" if self.makes_another else seeded.name,
            **{each.key: self.quantities[each.key] for each in stored() if each.key in self.quantities},
        )

    def _image_of(self, scenario: Scenario) -> Scenario:
        """Return a scenario with the image that is asked for, whatever becomes of the kernel."""
        size = self.quantities.get("image_size", scenario.image_size)
        # A 1×1 kernel fits every image.
        anything_fits = replace(scenario, kernel=np.zeros((1, 1)), kernel_name="")
        if self.image is None:
            return resize_image(anything_fits, size)
        image = images.make(self.image, size, scenario.seed)
        return anything_fits.with_image(image, self.image, images.white_of(self.image))

    def _kernel_of(self, scenario: Scenario) -> Scenario:
        """Return a scenario with the kernel that is asked for, whatever becomes of the image."""
        size = self.quantities.get("kernel_size", scenario.kernel_size)
        # The largest image is larger than every kernel without dilation.
        room = np.zeros((int(IMAGE_SIZE.high), int(IMAGE_SIZE.high)))
        anything_fits = replace(scenario, image=room, image_name="", dilation=(1, 1))
        if self.kernel is None:
            return resize_kernel(anything_fits, size)
        return anything_fits.with_kernel(kernels.make(self.kernel, size, scenario.seed), self.kernel)


def pair(flag: str, text: str, quantity: str, allowed: Range) -> Pair:
    """Return "8" as (8, 8) and "8x6" as (8, 6), rows first. Raises FileProblem or OutOfRange."""
    plain = half_width(text).strip()
    found = re.fullmatch(_TWO, plain)
    if found is None and not re.fullmatch(_WHOLE, plain):
        raise _wrong(flag, text, "pair", allowed)
    rows, columns = (int(found[1]), int(found[2])) if found else (int(plain), int(plain))
    return checked_whole(rows, quantity, allowed), checked_whole(columns, quantity, allowed)


def whole(flag: str, text: str, quantity: str, allowed: Range) -> int:
    """Return a whole number in the range. Raises FileProblem or OutOfRange."""
    plain = half_width(text).strip()
    if not re.fullmatch(_WHOLE, plain):
        raise _wrong(flag, text, "whole number", allowed)
    return checked_whole(int(plain), quantity, allowed)


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
    found = re.fullmatch(_TWO, half_width(text).strip())
    if found is None:
        raise _wrong(flag, text, "window size", None)
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
        raise _wrong(flag, text, "png file", None)
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


def _wrong(flag: str, text: str, wanted: str, allowed: Range | None) -> FileProblem:
    low, high = allowed or (None, None)
    return FileProblem("flag_wrong", flag=flag, text=shown(text, 40), wanted=wanted, low=low, high=high)
