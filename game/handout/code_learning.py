"""What a text code of version 2 holds of what is to be learned."""

from __future__ import annotations

from ..core.learning import LOSSES, Learning
from ..core.limits import FILTERS, PICTURE_SIZE
from .packing import Packer, Unpacker


def write_learning(packer: Packer, learning: Learning) -> None:
    """Write the target's shape and the target, loss, learning rate, momentum, and whether biases learn."""
    packer.wholes(learning.target.shape)
    packer.grid(learning.target)
    packer.whole(LOSSES.index(learning.loss))
    packer.real(learning.learning_rate)
    packer.real(learning.momentum)
    packer.whole(int(learning.bias))


def read_learning(packed: Unpacker) -> Learning:
    """Return what was written. Raises FileProblem "code_damaged" and the errors of `core`."""
    maps, rows, columns = (packed.whole(int(most)) for most in (FILTERS.high, PICTURE_SIZE.high, PICTURE_SIZE.high))
    target = packed.grid((maps, rows, columns))
    loss, rate, momentum = LOSSES[packed.whole(len(LOSSES) - 1)], packed.real(), packed.real()
    return Learning(target, loss, rate, momentum, bool(packed.whole(1)))
