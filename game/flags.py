"""What the flags of the command line say: texts become sizes, numbers and names, and those become a scenario."""

import re
from pathlib import Path

import numpy as np

from .core import images, kernels
from .core.errors import OutOfRange, UnknownName
from .core.grid import Pair
from .core.limits import IMAGE_SIZE, KERNEL_SIZE, PADDING, SEED, STRIDE, Range
from .core.resize import reseed_to, resize_image, resize_kernel
from .core.scenario import Scenario
from .files.errors import shown
from .value import Value, replace
from .words.numbers import NotANumber, half_width, parse_number

WINDOW_WIDTH, WINDOW_HEIGHT = Range(320, 7680), Range(240, 4320)
DISPLAY = Range(1, 64)
MOST_STEPS = 80 * 80
"""The longest walk: a 1×1 kernel over 64×64 pixels with a padding of 8."""
_WHOLE = r"[+-]?[0-9]{1,12}"  # patterns are compiled where they are first used, not at each start
_TWO = rf"({_WHOLE})[x×X]({_WHOLE})"


class FlagProblem(Exception):  # noqa: N818 - it says what it is; "Error" would add nothing
    """A command line that makes no sense. `key` names the sentence, `values()` its facts, as core's errors do."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self._values = values

    def values(self) -> dict[str, object]:
        """Return the facts of this problem by name."""
        return dict(self._values)


class Flags(Value):
    """The command line as it was typed: each flag's text, None or False where it was not given."""

    file: str | None = None
    image: str | None = None
    kernel: str | None = None
    image_size: str | None = None
    kernel_size: str | None = None
    stride: str | None = None
    padding: str | None = None
    seed: str | None = None
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


class ScenarioFlags(Value):
    """The flags about the scenario; None where there was none."""

    image: str | None = None
    kernel: str | None = None
    image_size: Pair | None = None
    kernel_size: Pair | None = None
    stride: Pair | None = None
    padding: Pair | None = None
    seed: int | None = None

    def any(self) -> bool:
        """Say whether at least one was given."""
        return self != ScenarioFlags()

    @property
    def makes_another(self) -> bool:
        """Whether they put another image or kernel in the place of a file's: then its name no longer tells of it."""
        return any(each is not None for each in (self.image, self.kernel, self.seed))

    def applied_to(self, base: Scenario) -> Scenario:
        """Return the scenario with the flags on top, all at once: only the end result has to fit.

        Raises the errors of `core`.
        """
        seeded = base if self.seed is None else reseed_to(base, self.seed)
        with_image, with_kernel = self._image_of(seeded), self._kernel_of(seeded)
        return replace(
            seeded,
            image=with_image.image,
            white=with_image.white,
            image_name=with_image.image_name,
            kernel=with_kernel.kernel,
            kernel_name=with_kernel.kernel_name,
            name="" if self.makes_another else seeded.name,
            stride=self.stride or seeded.stride,
            padding=self.padding or seeded.padding,
        )

    def _image_of(self, scenario: Scenario) -> Scenario:
        """Return a scenario with the image that is asked for, whatever becomes of the kernel."""
        size = self.image_size or scenario.image_size
        # A 1×1 kernel fits every image.
        anything_fits = replace(scenario, kernel=np.zeros((1, 1)), kernel_name="")
        if self.image is None:
            return resize_image(anything_fits, size)
        image = images.make(self.image, size, scenario.seed)
        return anything_fits.with_image(image, self.image, images.white_of(self.image))

    def _kernel_of(self, scenario: Scenario) -> Scenario:
        """Return a scenario with the kernel that is asked for, whatever becomes of the image."""
        size = self.kernel_size or scenario.kernel_size
        # The largest image is larger than every kernel without dilation.
        room = np.zeros((int(IMAGE_SIZE.high), int(IMAGE_SIZE.high)))
        anything_fits = replace(scenario, image=room, image_name="", dilation=(1, 1))
        if self.kernel is None:
            return resize_kernel(anything_fits, size)
        return anything_fits.with_kernel(kernels.make(self.kernel, size, scenario.seed), self.kernel)


def pair(flag: str, text: str, quantity: str, allowed: Range) -> Pair:
    """Return "8" as (8, 8) and "8x6" as (8, 6), rows first. Raises FlagProblem or OutOfRange."""
    plain = half_width(text).strip()
    found = re.fullmatch(_TWO, plain)
    if found is None and not re.fullmatch(_WHOLE, plain):
        raise _wrong(flag, text, "pair", allowed)
    rows, columns = (int(found[1]), int(found[2])) if found else (int(plain), int(plain))
    return _checked(rows, quantity, allowed), _checked(columns, quantity, allowed)


def whole(flag: str, text: str, quantity: str, allowed: Range) -> int:
    """Return a whole number in the range. Raises FlagProblem or OutOfRange."""
    plain = half_width(text).strip()
    if not re.fullmatch(_WHOLE, plain):
        raise _wrong(flag, text, "whole number", allowed)
    return _checked(int(plain), quantity, allowed)


def position(flag: str, text: str, steps: int) -> float:
    """Return a position on a walk of so many steps. Raises FlagProblem or OutOfRange."""
    allowed = Range(0, steps)
    try:
        number = parse_number(text)
    except NotANumber as error:
        raise _wrong(flag, text, "number", allowed) from error
    if not allowed.holds(number):
        raise OutOfRange("position", number, *allowed)
    return number


def window(flag: str, text: str) -> tuple[int, int]:
    """Return "1280x800" as (1280, 800), width first. Raises FlagProblem or OutOfRange."""
    found = re.fullmatch(_TWO, half_width(text).strip())
    if found is None:
        raise _wrong(flag, text, "window size", None)
    width = _checked(int(found[1]), "window width", WINDOW_WIDTH)
    return width, _checked(int(found[2]), "window height", WINDOW_HEIGHT)


def name(text: str, kind: str, allowed: tuple[str, ...]) -> str:
    """Return a name as the program has it: capitals, hyphens and low lines do not matter. Raises UnknownName."""
    plain = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    if plain not in allowed:
        raise UnknownName(kind, shown(text, 40), allowed)
    return plain


def picture_path(flag: str, text: str) -> Path:
    """Return the path of a picture that is to be written. Raises FlagProblem unless it ends in .png."""
    if not text.lower().endswith(".png"):
        raise _wrong(flag, text, "png file", None)
    return Path(text)


def scenario_flags(texts: dict[str, str | None]) -> ScenarioFlags:
    """Return the flags about the scenario, from their texts by name ("image_size" and so on; None if not given)."""

    def sizes(key: str, allowed: Range) -> Pair | None:
        text = texts[key]
        return None if text is None else pair(f"--{key.replace('_', '-')}", text, key.replace("_", " "), allowed)

    image, kernel, seed = texts["image"], texts["kernel"], texts["seed"]
    return ScenarioFlags(
        image=None if image is None else name(image, "image", images.NAMES),
        kernel=None if kernel is None else name(kernel, "kernel", kernels.NAMES),
        image_size=sizes("image_size", IMAGE_SIZE),
        kernel_size=sizes("kernel_size", KERNEL_SIZE),
        stride=sizes("stride", STRIDE),
        padding=sizes("padding", PADDING),
        seed=None if seed is None else whole("--seed", seed, "seed", SEED),
    )


def _checked(value: int, quantity: str, allowed: Range) -> int:
    if not allowed.holds(value):
        raise OutOfRange(quantity, value, *allowed)
    return value


def _wrong(flag: str, text: str, wanted: str, allowed: Range | None) -> FlagProblem:
    low, high = allowed or (None, None)
    return FlagProblem("flag_wrong", flag=flag, text=shown(text, 40), wanted=wanted, low=low, high=high)
