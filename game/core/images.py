"""The images by name, at any size where they make sense; pixels are 0 … 1, and 0 … 3 for "integers"."""

from collections.abc import Callable

import numpy as np

from . import shapes
from .drawings import arrow, digit
from .errors import check_applies, check_known
from .grid import Grid, Pair, checked_pair
from .limits import IMAGE_SIZE, PICTURE_SIZE
from .random_field import random_field

RANDOM = {"noise": (0, 0, 100, 100), "integers": (1, 0, 3, 1)}
"""Those that depend on the seed: stream, least and greatest number, and the parts of 1 that these are.

Noise is a multiple of 0.01, which two decimals show exactly.
"""
WHITES = {"integers": 3.0}
"""The white of the images that need another than 1."""
SMALLEST: dict[str, Pair] = {
    "ramp": (1, 2),
    "checkerboard": (2, 2),
    "stripes across": (2, 1),
    "stripes down": (1, 2),
    "stripes diagonal": (3, 3),
    "disc": (3, 3),
    "cross": (3, 3),
    "square": (4, 4),
    "digit": (5, 4),
    "arrow": (5, 5),
}
"""The smallest size (rows, columns) at which an image still shows what its name says; all others start at 1 × 1."""
DRAWN: dict[str, Callable[[int, int], Grid]] = {
    "ramp": shapes.ramp,
    "checkerboard": shapes.checkerboard,
    "stripes across": shapes.stripes_across,
    "stripes down": shapes.stripes_down,
    "stripes diagonal": shapes.stripes_diagonal,
    "disc": shapes.disc,
    "cross": shapes.cross,
    "single pixel": shapes.single_pixel,
    "square": shapes.square,
    "ones": lambda rows, columns: np.ones((rows, columns)),
    "empty": lambda rows, columns: np.zeros((rows, columns)),
    "digit": digit,
    "arrow": arrow,
}
"""How each image that is not random is drawn, from rows and columns."""
NAMES = (*RANDOM, *DRAWN)
"""The names in the order in which they are offered."""


def make(name: str, size: Pair, seed: int) -> Grid:
    """Return the named image; the seed matters only to random ones. Raises UnknownName, OutOfRange or DoesNotApply."""
    check_applies(name, reason_against(name, checked_pair(size, "image size", IMAGE_SIZE)))
    if name in RANDOM:  # the top left of the largest, so that a larger image continues a smaller one
        return random_field(seed, (size[0], int(IMAGE_SIZE.high)), *RANDOM[name])[:, : size[1]]
    return DRAWN[name](*size)


def white_of(name: str) -> float:
    """Return the pixel value that is white in the named image."""
    check_known("image", name, NAMES)
    return WHITES.get(name, 1.0)


def reason_against(name: str, size: Pair) -> str | None:
    """Return why the named image makes no sense at this size ("too small", "too large"), or None if it does."""
    check_known("image", name, NAMES)
    return reason_against_size(size, SMALLEST.get(name, (1, 1)))


def reason_against_size(size: Pair, fewest: Pair) -> str | None:
    """Return the same of an image that needs at least so many rows and columns. Raises OutOfRange or NotWhole."""
    rows, columns = checked_pair(size, "image size", PICTURE_SIZE)
    if max(rows, columns) > IMAGE_SIZE.high:
        return "too large"
    return "too small" if rows < fewest[0] or columns < fewest[1] else None


def recognise(image: Grid, white: float, seed: int) -> str:
    """Return the name of the image that looks exactly like this one with this white and seed, or "" if none does.

    An empty one is black whatever is white.
    """
    rows, columns = image.shape
    as_white = (name for name in NAMES if white_of(name) == white or name == "empty")
    fitting = (name for name in as_white if reason_against(name, (rows, columns)) is None)
    return next((name for name in fitting if np.array_equal(make(name, (rows, columns), seed), image)), "")
