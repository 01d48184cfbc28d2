"""The colour images by name: three channels, red, green and blue, at any size where they make sense.

Pixels are 0 … 1, and 0 … 3 for "small integers in colour".
"""

from __future__ import annotations

from collections.abc import Callable

from . import colour_shapes, images
from .channel_streams import random_channels
from .errors import check_applies, check_known
from .grid import Pair, checked_pair, frozen
from .limits import IMAGE_SIZE
from .tensors import Tensor

COLOURS = 3
"""Channels of a colour image: red, green, blue."""
RANDOM = {"small integers in colour": "integers", "colour noise": "noise"}
"""Those that depend on the seed, and the gray image that their first channel is."""
SMALLEST: dict[str, Pair] = {"colour discs": (3, 3), "landscape": (4, 4), "flag": (1, 3), "colour ramps": (2, 2)}
"""The smallest size (rows, columns) at which an image still shows what its name says; the others start at 1 × 1."""
DRAWN: dict[str, Callable[[int, int], Tensor]] = {
    "colour discs": colour_shapes.discs,
    "landscape": colour_shapes.landscape,
    "flag": colour_shapes.flag,
    "colour ramps": colour_shapes.ramps,
}
"""How each image that is not random is drawn, from rows and columns."""
NAMES = (*RANDOM, *DRAWN)
"""The names in the order in which they are offered."""


def make(name: str, size: Pair, seed: int) -> Tensor:
    """Return the named image, shape (3, rows, columns); the seed matters only to random ones.

    Raises UnknownName, OutOfRange or DoesNotApply.
    """
    check_applies(name, reason_against(name, checked_pair(size, "image size", IMAGE_SIZE)))
    if name in RANDOM:
        return random_channels(RANDOM[name], (COLOURS, *size), seed)
    return frozen(DRAWN[name](*size))


def white_of(name: str) -> float:
    """Return the pixel value that is white in the named image."""
    check_known("image", name, NAMES)
    return images.white_of(RANDOM[name]) if name in RANDOM else 1.0


def reason_against(name: str, size: Pair) -> str | None:
    """Return why the named image makes no sense at this size ("too small", "too large"), or None if it does."""
    check_known("image", name, NAMES)
    return images.reason_against_size(size, SMALLEST.get(name, (1, 1)))
