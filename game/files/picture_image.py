"""From a picture to the image of a scenario: how large it is shown, in which channels, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..core.counts import with_pixels
from ..core.grid import Pair
from ..core.limits import IMAGE_SIZE
from ..core.scenario import Scenario
from ..core.tensors import Tensor
from ..words.numbers import size_text
from ..words.texts import text
from .averaging import averaged, fitting
from .errors import shown
from .picture import Picture
from .scenario_file import tidy_name

FIRST = int(IMAGE_SIZE.high)
"""Pixels that the longer side of a picture is shown with at most."""


def size_of(picture: Picture, asked: Pair | None = None) -> Pair:
    """Return the (rows, columns) that a picture is shown with: in its proportions, or as asked for; never enlarged."""
    rows, columns = picture.pixels.shape[:2]
    if asked is None:
        return fitting((rows, columns), FIRST)
    return min(rows, asked[0]), min(columns, asked[1])


def tensor_of(picture: Picture, size: Pair) -> Tensor:
    """Return a picture's channels, 0 (black) … 1 (white), each pixel the mean of its area; shape (channels, *size)."""
    means = averaged(picture.pixels, size) / picture.white
    # Sums of fractions miss 1 by some 1e-16; twelve decimals are far finer than the levels of a picture.
    values = np.clip(np.round(means, 12), 0.0, 1.0)
    return np.ascontiguousarray(np.moveaxis(values, 2, 0))


def with_picture(scenario: Scenario, picture: Picture, path: Path, size: Pair | None = None) -> Scenario:
    """Return the scenario with a picture as its image, called as its file; the filters see all of its channels.

    Raises KernelDoesNotFit and the like of `core`, as when the kernel does not fit on a very small picture.
    """
    image = tensor_of(picture, size_of(picture, size))
    return with_pixels(scenario, image, 1.0).varied(image_name="").named(tidy_name(path.stem))


def told(picture: Picture, path: Path | None) -> str:
    """Return the sentence about a picture that was opened, or pasted (None): what it was, and what is shown of it."""
    own, small = picture.size, size_of(picture)
    variant = "drawn" if picture.drawn else "smaller" if own != small else "own"
    colours = text("picture.colour" if picture.in_colour else "picture.gray")
    done = text("picture.pasted") if path is None else text("picture.opened", name=shown(path.name))
    return text(f"picture.{variant}", done=done, own=size_text(own), size=size_text(small), colours=colours)
