"""Where learning starts, and in which order pictures come: both follow from the seed, the same on every machine.

Weights are normal numbers, of each kernel less their mean: a kernel that sums to 0 sees differences, and with no kernel
brighter than another no kind of picture has a lead, which would push filters to where ReLU lets nothing through and
nothing is learned any more. They are decimals of three places, so that the sums of a fresh network are exact.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..core.grid import Grid
from ..core.random_field import random_shares

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .network import Network

DEVIATION, OF_LAST = 0.3, 0.15
"""The standard deviation of a weight, and of one of the last layer."""
PLACES = 3


def start_of(network: Network, seed: int) -> Grid:
    """Return the weights of a seed, and biases of 0, as the row of a network."""
    row, parts = np.zeros(network.count), [part for part in network.parts if part is not None]
    for number, part in enumerate(parts, start=1):
        size = part.shape[2] * part.shape[3]
        kernels = normal(seed, part.shape[0] * part.shape[1] * size, f"weights {number}").reshape(-1, size)
        if size > 1:
            kernels = (kernels - kernels.mean(axis=1, keepdims=True)) * np.sqrt(size / (size - 1))
        row[part.weights] = (kernels * (OF_LAST if number == len(parts) else DEVIATION)).ravel()
    return np.round(row, PLACES) + 0.0


def normal(seed: int, count: int, name: str) -> Grid:
    """Return so many normal numbers of a stream, mean 0 and deviation 1.

    Source: G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates" (1958).
    """
    shares = random_shares(seed, 2 * count, name=name)
    found: Grid = np.sqrt(-2.0 * np.log1p(-shares[:count])) * np.cos(2.0 * np.pi * shares[count:])
    return found


@lru_cache(maxsize=2)
def order_of(seed: int, epoch: int, count: int) -> NDArray[np.int64]:
    """Return the numbers 0 … count − 1 as they are shuffled in an epoch, the first being 0; read-only."""
    order = np.argsort(random_shares(seed, count, name=f"epoch {epoch}"), kind="stable")
    order.flags.writeable = False
    return order
