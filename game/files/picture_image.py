"""From a picture to the image of a scenario: how large it is shown, in which channels, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..core.averaging import fitting
from ..core.chained import focused
from ..core.counts import with_pixels
from ..core.grid import Pair
from ..core.kept_picture import FIRST_RESOLUTION, KeptPicture
from ..core.resolution import with_kept_picture
from ..core.scenario import Scenario
from ..core.tensors import Tensor
from ..words.numbers import size_text
from ..words.texts import text
from .errors import shown
from .picture import Picture
from .scenario_file import tidy_name

FIRST = FIRST_RESOLUTION
"""Pixels that the longer side of a picture is shown with at most."""


def size_of(picture: Picture, asked: Pair | None = None) -> Pair:
    """Return the (rows, columns) that a picture is shown with: in its proportions, or as asked for; never enlarged."""
    rows, columns = picture.pixels.shape[:2]
    if asked is None:
        return fitting((rows, columns), FIRST)
    return min(rows, asked[0]), min(columns, asked[1])


def tensor_of(picture: Picture, size: Pair) -> Tensor:
    """Return a picture's channels as `KeptPicture.image_in` has them, shape (channels, *size)."""
    return np.array(KeptPicture(picture.pixels).image_in(size))


def with_picture(scenario: Scenario, picture: Picture, path: Path, size: Pair | None = None) -> Scenario:
    """Return the scenario with a picture as its image, called as its file; the filters see all of its channels.

    The picture is kept with it; in a size that is asked for it is not, for its proportions are others. A network has it
    as its source image, and its first layer in focus.
    Raises KernelDoesNotFit and the like of `core`, as when the kernel does not fit on a very small picture.
    """
    scenario = scenario if scenario.chain is None else focused(scenario, 0)
    if size is None:
        found = with_kept_picture(scenario, KeptPicture(picture.pixels, tidy_name(path.name), picture.size))
    else:
        found = with_pixels(scenario, tensor_of(picture, size_of(picture, size)), 1.0).varied(image_name="")
    return found.named(tidy_name(path.stem))


def told(picture: Picture, path: Path | None, small: Pair | None = None) -> str:
    """Return the sentence about a picture that was opened, or pasted (None): what it was, and what is shown of it.

    small: the (rows, columns) that it is shown with, if these are not those of `size_of`.
    """
    own, small = picture.size, small or size_of(picture)
    variant = "drawn" if picture.drawn else "smaller" if own != small else "own"
    colours = text("picture.colour" if picture.in_colour else "picture.gray")
    more = text("picture.more") if max(small) < KeptPicture(picture.pixels).resolutions.high else ""
    done = text("picture.pasted") if path is None else text("picture.opened", name=shown(path.name))
    return text(f"picture.{variant}", done=done, own=size_text(own), size=size_text(small), colours=colours, more=more)
