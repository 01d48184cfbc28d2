"""What --image and --kernel say that are no names: files of numbers, or a picture as the image.

Imported when one of them is given so.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from .core.counts import white_over
from .core.errors import DoesNotApply, WrongShape
from .core.grid import Pair, checked_whole, frozen
from .core.kept_picture import KeptPicture
from .core.named import image_name_of, kernel_name_of
from .core.scenario import Scenario, startup
from .core.tensors import Filters, Tensor
from .files.errors import FileProblem, shown
from .files.number_file import FoundNumbers
from .files.opening import Opened, open_path
from .files.scenario_file import OpenedScenario
from .printing import complain
from .value import Single
from .words.numbers import size_text


class FromFile(Single):
    """Numbers of a file: of two dimensions a grid, of three channels, of four filters; a picture's white and name.

    picture: what they are sampled from, if it is kept.
    """

    values: Tensor | Filters
    white: float | None = None
    picture: KeptPicture | None = None
    name: str = ""

    @property
    def size(self) -> Pair:
        """Their (rows, columns)."""
        rows, columns = self.values.shape[-2:]
        return int(rows), int(columns)

    def at_resolution(self, resolution: int) -> FromFile:
        """Return the picture's numbers in a resolution. Raises OutOfRange, and DoesNotApply where it is none."""
        picture = self.picture
        if picture is None:
            raise DoesNotApply("resolution", "no picture")
        size = picture.size_at(checked_whole(resolution, "resolution", picture.resolutions))
        return FromFile(np.array(picture.image_in(size)), self.white, picture, self.name)


def from_file(kind: str, text: str, allowed: tuple[str, ...], size: Pair | None) -> FromFile:
    """Return the numbers of the file that --image or --kernel (the `kind`, without its hyphens) names.

    text: a path, or that of an archive with the name of an array after a colon. allowed: the names that there are, for
    the sentence about what is neither. size: that of a picture, which is averaged down to it. Raises FileProblem.
    """
    path, name = _parts(text)
    found = _opened(kind, text, path, allowed, size)
    if isinstance(found, OpenedScenario) and found.is_picture and kind == "image":
        scenario = found.scenario
        return FromFile(scenario.pixel_tensor, scenario.white, scenario.picture, scenario.name)
    if not isinstance(found, FoundNumbers):
        raise FileProblem("flag_needs_numbers", reason=kind, path=shown(path))
    if name is not None:
        found = found.chosen(name)
    if found.numbers is None:
        raise FileProblem("flag_which_array", flag=f"--{kind}", path=shown(path), allowed=found.array_names)
    if kind == "image" and found.numbers.values.ndim > 3:
        raise FileProblem("flag_needs_numbers", reason="filters", path=shown(path))
    if found.numbers.said:
        complain(f"{shown(path.name)}: {found.numbers.said}.")
    return FromFile(found.numbers.values)


def _parts(text: str) -> tuple[Path, str | None]:
    """Return the path, and the name of an array where one stands after a colon, and the path before it is there."""
    before, colon, name = text.rpartition(":")
    if colon and not Path(text).exists() and Path(before).is_file():
        return Path(before), name
    return Path(text), None


def _opened(kind: str, text: str, path: Path, allowed: tuple[str, ...], size: Pair | None) -> Opened:
    try:
        return open_path(path, startup(), size)
    except FileProblem as problem:
        if problem.key != "file_missing":
            raise
        raise FileProblem("flag_no_name_or_file", kind=kind, text=shown(text, 60), allowed=allowed) from problem


def with_sizes(quantities: Mapping[str, Any], image: FromFile | None, kernel: FromFile | None) -> dict[str, Any]:
    """Return what the flags say of sizes, with those of the files. Raises FileProblem where they say another size."""
    found = dict(quantities)
    for key, file in (("image_size", image), ("kernel_size", kernel)):
        if file is None:
            continue
        if found.get(key, file.size) != file.size:
            flag = f"--{key.replace('_', '-')}"
            raise FileProblem("flag_other_size", flag=flag, size=size_text(file.size))
        found[key] = file.size
    return found


def with_counts(
    layer: Mapping[str, Any], image: FromFile | None, kernel: FromFile | None, before: Scenario
) -> dict[str, Any]:
    """Return what the flags say of the layer, with the channels, filters and groups of the files.

    An image that is no file gets as many channels as filters of a file need. Raises FileProblem where a flag says
    another count.
    """
    found = dict(layer)
    if image is not None and image.values.ndim > 2:
        _same_count(found, "channels", len(image.values))
    if kernel is not None and kernel.values.ndim > 2:
        seen, channels = kernel.values.shape[-3], found.get("channels", len(before.channels))
        if channels % seen:
            _same_count(found, "channels", channels if image is not None else seen)
            channels = found["channels"]
        if kernel.values.ndim > 3:
            _same_count(found, "filters", len(kernel.values))
            found.setdefault("groups", max(1, channels // seen))
    return found


def _same_count(found: dict[str, Any], key: str, count: int) -> None:
    if found.setdefault(key, count) != count:
        raise FileProblem("flag_other_count", flag=f"--{key}", name=key, count=count)


def fields_of(image: FromFile | None, kernel: FromFile | None, counted: Scenario) -> dict[str, Any]:
    """Return the fields of the scenario that files give; it has as many channels, filters and groups as they ask for.

    A grid is that of every channel, or every kernel. Raises WrongShape.
    """
    found: dict[str, Any] = {}
    if image is not None:
        pixels = np.broadcast_to(image.values, (len(counted.channels), *image.size))
        white = white_over(float(pixels.max())) if image.white is None else image.white
        found |= {"image": tuple(map(frozen, pixels)), "white": white}
        found["image_name"] = image_name_of(pixels, white, counted.seed)
        if image.picture is not None:
            found |= {"image_name": "", "picture": image.picture}
    if kernel is not None:
        weights = frozen(_spread(kernel, counted))
        found |= {"kernel": weights, "kernel_name": kernel_name_of(weights, counted.seed)}
    return found


def _spread(kernel: FromFile, counted: Scenario) -> Filters:
    """Return the weights of all filters."""
    needed = (*counted.layer.weights.shape[:2], *kernel.size)
    if kernel.values.shape != needed[-kernel.values.ndim :]:
        found = (1,) * (4 - kernel.values.ndim) + kernel.values.shape
        raise WrongShape("weights", tuple(map(int, found)), tuple(map(int, needed)))
    return np.broadcast_to(kernel.values, needed)
