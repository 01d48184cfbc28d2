"""Random numbers that are the same on every machine, forever.

They come from `random.Random.random`, whose sequence Python promises to keep: "the generator's random() method will
continue to produce the same sequence when the compatible seeder is given the same seed" (documentation of the module
random, "Notes on Reproducibility"). Its other methods, and numpy's newer generators, come without that promise.
`_random.Random` is the class that it is made of, with `random` itself and the seeding by a whole number; importing the
rest of the module takes a hundredth of the start.
"""

from __future__ import annotations

from _random import Random
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from .grid import Grid, Pair, frozen

if TYPE_CHECKING:
    from numpy.typing import NDArray

STREAMS = 16  # that one seed has, and each name under it
BEYOND_SEEDS = 2**40
"""More than every seed times its streams, so that no stream with a name is one without."""


@lru_cache(maxsize=64)
def random_field(seed: int, size: Pair, stream: int, low: int, high: int, parts: int, name: str = "") -> Grid:
    """Return whole numbers low … high (both included) over `parts`; the streams 0 … 15 of a seed are independent.

    A name, such as "channel 2", has streams of its own, so that what is added later changes no number that stood.
    The last fields are remembered: one seed is asked for again and again, and 4,096 numbers take a millisecond.
    """
    shares = random_shares(seed, size[0] * size[1], stream, name)
    return frozen((np.floor(shares * (high - low + 1)).reshape(size) + low) / parts)


def random_shares(seed: int, count: int, stream: int = 0, name: str = "") -> NDArray[np.float64]:
    """Return so many random numbers, from 0 to less than 1, of a stream of a seed, or of a name under it."""
    source = Random(seed * STREAMS + stream + _named(name))
    return np.fromiter((source.random() for _ in range(count)), dtype=np.float64, count=count)


def _named(name: str) -> int:
    """Return where the streams of a name begin; 0 for no name."""
    if not name:
        return 0
    from zlib import crc32  # here and not above: a first start has no names

    return (crc32(name.encode()) + 1) * BEYOND_SEEDS
