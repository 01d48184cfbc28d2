"""How well a network reads pictures that it has not learned from: how many, which not, and what it takes them for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..core.grid import Grid
from ..value import Single
from .network import Network
from .passes import forward, shares_of
from .training import Lessons

if TYPE_CHECKING:
    from numpy.typing import NDArray


TOGETHER = 90
"""Pictures that go through at once: of more, what they become has no room near the processor, and takes longer."""


class Scores(Single):
    """What a network says to pictures: shares, shape (kinds, pictures), and the kinds that they are."""

    shares: Grid
    kinds: NDArray[np.int64]

    @cached_property
    def read(self) -> NDArray[np.int64]:
        """What each picture was taken for: the kind with the largest share, of equal ones the first."""
        found: NDArray[np.int64] = self.shares.argmax(axis=0)
        return found

    @cached_property
    def right(self) -> int:
        """How many were read right."""
        return int((self.read == self.kinds).sum())

    @property
    def share_right(self) -> float:
        """The share of them, 0 … 1."""
        return self.right / len(self.kinds)

    @cached_property
    def confusion(self) -> NDArray[np.int64]:
        """How many pictures of a kind were taken for each, shape (kinds, kinds): rows are what they are."""
        count = len(self.shares)
        return np.bincount(self.kinds * count + self.read, minlength=count * count).reshape(count, count)


def scores_of(network: Network, row: Grid, lessons: Lessons) -> Scores:
    """Return what a network with these weights and biases says to pictures."""
    parts = (lessons.images[..., first : first + TOGETHER] for first in range(0, lessons.count, TOGETHER))
    with np.errstate(over="ignore", invalid="ignore"):
        shares = np.concatenate([shares_of(forward(network, row, part)[-1].sums) for part in parts], axis=1)
    return Scores(shares, lessons.kinds)
