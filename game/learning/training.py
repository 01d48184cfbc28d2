"""Learning by stochastic gradient descent, each update a pure function from one state to the next.

Source: PyTorch, ``torch.optim.SGD``: velocity = momentum × velocity + gradient; new = old − rate × velocity.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from ..core.grid import Grid, checked_real, checked_whole
from ..core.limits import SEED, Range
from ..core.operations import Operation
from ..value import Single, Value
from .network import Network
from .passes import gradients_of
from .start import order_of, start_of

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from ..core.tensors import Tensor

RATE, MOMENTUM, BATCH = Range(1e-6, 10), Range(0, 0.999), Range(1, 1024)


class Settings(Value):
    """How it is learned: the learning rate, 0.000001 … 10, the momentum, 0 … 0.999, and how many pictures a batch has.

    Making one raises OutOfRange, NotWhole or NotFinite.
    """

    rate: float = 0.1
    momentum: float = 0.9
    batch: int = 32

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)
        checked_real(self.rate, "learning rate", RATE)
        checked_real(self.momentum, "momentum", MOMENTUM)
        checked_whole(self.batch, "pictures of a batch", BATCH)


class Lessons(Single):
    """Pictures to learn from, shape (channels, places, pictures), and of which kind each is; both read-only."""

    images: Tensor
    kinds: NDArray[np.int64]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.kinds)


def lessons_of(pictures: ArrayLike, kinds: ArrayLike) -> Lessons:
    """Return pictures, shape (pictures, rows, columns) or (pictures, channels, rows, columns), as lessons."""
    array = np.asarray(pictures, np.float64)
    rows = array.reshape(len(array), 1 if array.ndim == 3 else array.shape[1], -1)
    images, numbers = np.ascontiguousarray(rows.transpose(1, 2, 0)), np.array(kinds, np.int64)
    images.flags.writeable = numbers.flags.writeable = False
    return Lessons(images, numbers)


class Training(Single):
    """Where learning is.

    row, velocity   the weights and biases of the network, and how fast each moves; read-only
    seed            what it started from, and what shuffles the pictures
    epoch, place    how often all pictures were learned from, and how many of them have had their turn since
    losses          the mean loss of each epoch, as the pictures came
    total           the sum of the losses of the pictures that have had their turn in this one
    lately          of each of the last batches, at most as many as an epoch has, its sum of losses and its pictures
    """

    network: Network
    row: Grid
    velocity: Grid
    seed: int
    settings: Settings = Settings()
    epoch: int = 0
    place: int = 0
    losses: tuple[float, ...] = ()
    total: float = 0.0
    lately: tuple[tuple[float, int], ...] = ()

    @property
    def loss(self) -> float | None:
        """The mean loss of the last pictures, as many as an epoch has; None before the first update.

        A mean of the present epoch alone would fall by a step where another one begins, though nothing happens there.
        """
        if not self.losses:
            return self.total / self.place if self.place else None
        if not self.place:
            return self.losses[-1]
        return sum(total for total, _ in self.lately) / sum(pictures for _, pictures in self.lately)

    @property
    def layers(self) -> tuple[Operation, ...]:
        """The layers, with what they have learned."""
        return self.network.layers(self.row)

    @property
    def is_finite(self) -> bool:
        """Whether all its numbers are; those of too large a rate grow over all bounds, and it learns no more."""
        return bool(np.isfinite(self.row).all() and math.isfinite(self.total))

    @property
    def bytes(self) -> int:
        """How many bytes it takes that no other state shares, nearly."""
        return self.row.nbytes + self.velocity.nbytes + 8 * (len(self.losses) + len(self.lately)) + 1024


def begun(network: Network, seed: int, settings: Settings | None = None) -> Training:
    """Return the start with the weights of a seed, 0 … 4294967295."""
    checked_whole(seed, "seed", SEED)
    return begun_with(network, start_of(network, seed), seed, settings)


def begun_with(network: Network, row: Grid, seed: int, settings: Settings | None = None) -> Training:
    """Return the start with weights and biases as they are, such as a network's `own`."""
    row, velocity = row.copy(), np.zeros(len(row))
    row.flags.writeable = velocity.flags.writeable = False
    return Training(network, row, velocity, seed, settings or Settings())


def trained(training: Training, lessons: Lessons, samples: int = 1) -> Training:
    """Return the state after so many pictures more, in whole batches, or at the end of the epoch if that comes first.

    A window asks for as many as it has time for between two pictures of its own. Nothing happens to a state that is
    not finite.
    """
    if not training.is_finite:
        return training
    network, settings, count = training.network, training.settings, lessons.count
    row, velocity = training.row.copy(), training.velocity.copy()
    order, place, total = order_of(training.seed, training.epoch, count), training.place, training.total
    until, lately = min(count, place + max(1, samples)), list(training.lately)
    with np.errstate(over="ignore", invalid="ignore"):
        while place < until:
            batch = order[place : place + settings.batch]
            loss, gradient = gradients_of(network, row, lessons.images.take(batch, axis=2), lessons.kinds[batch])
            velocity *= settings.momentum
            velocity += gradient
            row -= settings.rate * velocity
            place, total = place + len(batch), total + loss * len(batch)
            lately.append((loss * len(batch), len(batch)))
    row.flags.writeable = velocity.flags.writeable = False
    last = tuple(lately[-math.ceil(count / settings.batch) :])
    after = training.changed(row=row, velocity=velocity, place=place, total=total, lately=last)
    if place < count:
        return after
    return after.changed(epoch=after.epoch + 1, place=0, losses=(*after.losses, total / count), total=0.0)


def after_epoch(training: Training, lessons: Lessons) -> Training:
    """Return the state at the end of the present epoch."""
    return trained(training, lessons, lessons.count)
