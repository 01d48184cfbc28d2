"""Sets of filters by name, with the sizes and numbers of channels where they make sense.

Weights have the shape (filters, channels of a group, rows, columns). Those of a set that is not random are whole
numbers or decimals of at most six places, but for blurs of a side above 4.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .channel_streams import random_filters
from .errors import check_applies, check_known
from .grid import Grid, Pair, checked_pair, checked_whole, frozen
from .kernels import binomial
from .limits import CHANNELS, FILTERS, IMAGE_SIZE
from .shapes import single_pixel
from .tensors import Filters

LUMINANCE = (0.299, 0.587, 0.114)
"""How light red, green and blue look. Source: ITU-R BT.601, "Studio encoding parameters", section 2.5.1."""
RANDOM = {"random filters": "random signed", "small integer filters": "integers"}
"""Those that depend on the seed, and the kernel that the first one of all is."""
THREE_CHANNELS = ("red against green", "gray")
"""Those about red, green and blue."""
Drawing = Callable[[int, Pair], Filters]
"""Takes the number of channels and (rows, columns) of the kernels."""


def edges(channels: int, size: Pair) -> Filters:
    """Return four filters, positive where it is lighter on the right, the left, at the top, at the bottom.

    Each filter looks at all channels alike. At 3 × 3 these are the four Sobel kernels.
    """
    right = np.outer(_hill(size[0]), _slope(size[1]))
    bottom = np.outer(_slope(size[0]), _hill(size[1]))
    four = np.array((right, -right, -bottom, bottom)) + 0.0  # −0 becomes 0
    return np.repeat(four[:, None], channels, axis=1)


def _hill(length: int) -> Grid:
    """Return 1, 2, … up to the middle and down again: the middle of a side counts most."""
    place = np.arange(length)
    heights: Grid = np.minimum(place, length - 1 - place) + 1.0
    return heights


def _slope(length: int) -> Grid:
    """Return −1 before the middle, 1 behind it, and 0 in it."""
    signs: Grid = np.sign(np.arange(length) * 2.0 - (length - 1))
    return signs


def red_against_green(_channels: int, size: Pair) -> Filters:
    """Return one filter, positive where there is more red than green under it; blue has no say."""
    return np.array(([1.0], [-1.0], [0.0]))[None, :, :, None] * np.ones(size)


def gray(_channels: int, size: Pair) -> Filters:
    """Return one filter that makes a gray image of a colour image: each pixel as light as it looks."""
    return np.array(LUMINANCE)[None, :, None, None] * single_pixel(*size)


def blur_a_channel(channels: int, size: Pair) -> Filters:
    """Return a filter for each channel that blurs that one alone, and has nothing but 0 for the others."""
    blur = np.outer(binomial(size[0]), binomial(size[1]))
    return np.eye(channels)[:, :, None, None] * blur


DRAWN: dict[str, Drawing] = {
    "edges in four directions": edges,
    "red against green": red_against_green,
    "gray": gray,
    "blur a channel": blur_a_channel,
}
NAMES = (*RANDOM, *DRAWN)
"""The names in the order in which they are offered."""


def filters_of(name: str, channels: int, filters: int) -> int:
    """Return how many filters the set has over so many channels; a random one has as many as there are, `filters`."""
    check_known("kernel", name, NAMES)
    if name in RANDOM:
        return filters
    return {"edges in four directions": 4, "blur a channel": channels}.get(name, 1)


def make(name: str, channels: int, size: Pair, seed: int, filters: int = 1) -> Filters:
    """Return the named set over so many channels (of a group), shape (filters, channels, rows, columns).

    How many filters it has, `filters_of` tells; the seed and `filters` matter only to random sets. Raises UnknownName,
    NotWhole, OutOfRange or DoesNotApply.
    """
    check_applies(name, reason_against(name, channels, size))
    if name in RANDOM:
        return random_filters(RANDOM[name], (checked_whole(filters, "filters", FILTERS), channels, *size), seed)
    return frozen(DRAWN[name](channels, size))


def reason_against(name: str, channels: int, size: Pair) -> str | None:
    """Return why the named set makes no sense over so many channels at this kernel size, or None if it does.

    The reasons are "only 3 channels", "odd sizes only" (it needs a weight in the middle) and "too small".
    """
    check_known("kernel", name, NAMES)
    rows, columns = checked_pair(size, "kernel size", IMAGE_SIZE)
    if name in THREE_CHANNELS and checked_whole(channels, "channels", CHANNELS) != 3:
        return "only 3 channels"
    if name == "gray" and (rows % 2 == 0 or columns % 2 == 0):
        return "odd sizes only"
    if name == "edges in four directions" and min(rows, columns) == 1:
        return "too small"
    return "too small" if name == "blur a channel" and rows * columns == 1 else None
