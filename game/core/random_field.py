"""Random numbers that are the same on every machine, forever.

They come from numpy's RandomState, whose stream is frozen: the same seed gives the same numbers in every version of
numpy (NEP 19, "Random number generator policy"; `numpy.random.RandomState`, "Compatibility guarantee").
"""

import numpy as np

from .grid import Grid, Pair


def random_field(seed: int, stream: int, low: int, high: int, size: Pair) -> Grid:
    """Return whole numbers low … high (both included) in a grid; different streams of a seed are independent."""
    # The type is given because it is part of the stream, and numpy's usual one differs between systems.
    return np.random.RandomState([stream, seed]).randint(low, high + 1, size=size, dtype=np.int64).astype(np.float64)
