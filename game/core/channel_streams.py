"""Random channels and random kernels: the first of each is the gray image or the kernel of that name.

Every further one has a stream of the seed that is called by its place, "channel 2" or "filter 2, channel 1", so that
adding one never changes numbers that stood.
"""

from __future__ import annotations

import numpy as np

from . import images, kernels
from .grid import Grid, Pair, frozen
from .limits import IMAGE_SIZE
from .random_field import random_field
from .tensors import Filters, Tensor


def random_channels(name: str, shape: tuple[int, int, int], seed: int) -> Tensor:
    """Return the random image of a name of `images.RANDOM`, shape (channels, rows, columns)."""
    channels, rows, columns = shape
    return frozen(np.array([random_channel(name, channel, (rows, columns), seed) for channel in range(channels)]))


def random_channel(name: str, channel: int, size: Pair, seed: int) -> Grid:
    """Return one channel (from 0) of a random image; a larger one continues it to the right and below."""
    called = f"channel {channel + 1}" if channel else ""
    field = random_field(seed, (size[0], int(IMAGE_SIZE.high)), *images.RANDOM[name], called)
    return field[:, : size[1]]


def random_filters(name: str, shape: tuple[int, int, int, int], seed: int) -> Filters:
    """Return the random weights of a name of `kernels.RANDOM`, shape (filters, channels of a group, rows, columns)."""
    found = np.empty(shape)
    for number, channel in np.ndindex(shape[:2]):
        found[number, channel] = random_kernel(name, (number, channel), (shape[2], shape[3]), seed)
    return frozen(found)


def random_kernel(name: str, place: Pair, size: Pair, seed: int) -> Grid:
    """Return the random kernel at a place (filter, channel of its group), from 0; a larger one continues it around."""
    number, channel = place
    called = f"filter {number + 1}, channel {channel + 1}" if number or channel else ""
    return kernels.random_weights(name, size, seed, called)
