"""What a layer is to learn: the maps that are wanted, how far off counts as how bad, and how large its steps are.

Sources: PyTorch, ``torch.nn`` ("Loss Functions") and ``torch.optim.SGD``; I. Goodfellow, Y. Bengio and A. Courville,
"Deep Learning" (MIT Press, 2016), §6.2 and §8.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ..value import Value
from .errors import DoesNotApply, NotAShare, WrongShape, check_known
from .grid import Shape, check_values, checked_real
from .limits import Range
from .tensors import Tensor, checked_tensor

if TYPE_CHECKING:
    from numpy.typing import ArrayLike
MEAN, SUM, CROSS_ENTROPY = "mean squared error", "sum of squared errors", "cross entropy"
LOSSES = (MEAN, SUM, CROSS_ENTROPY)
"""By their names in files and window."""
LEARNING_RATE = Range(1e-12, 1000)
"""Over many large pixels already 10⁻¹¹ can be too much."""
MOMENTUM = Range(0, 0.999)
TARGET = Range(-1e10, 1e10)
"""A target may be the map of a kernel, and is then as large as sums of products are."""
SHARES_MISS = 0.011
"""How far the shares at a place may be from 1 in all: they may have been typed with two decimals, as 0.33 thrice."""


class Learning(Value):
    """What is wanted of a layer, or of the last of several.

    target          the maps that are wanted, shape (maps, rows, columns); for cross entropy the wanted shares of the
                    maps at each place, each 0 … 1
    loss            one of `LOSSES`: a mean over all numbers of the output, or for cross entropy over its places
    learning_rate   new = old − rate × gradient; 10⁻¹² … 1000
    momentum        how much of the last step goes on in the next one, 0 … 0.999
    bias            whether biases learn too

    Making one raises the errors of `core`; whether it fits an output, `check` tells.
    """

    target: Tensor
    loss: str = MEAN
    learning_rate: float = 0.1
    momentum: float = 0.0
    bias: bool = True

    def __init__(self, target: ArrayLike, *values: Any, **named: Any) -> None:
        super().__init__(checked_tensor(target, "target", 3), *values, **named)
        check_values(self.target, "target", TARGET)
        check_known("loss", self.loss, LOSSES)
        fields = self.__dict__
        fields["learning_rate"] = checked_real(self.learning_rate, "learning rate", LEARNING_RATE)
        fields["momentum"] = checked_real(self.momentum, "momentum", MOMENTUM)

    @property
    def is_squared(self) -> bool:
        """Whether the loss is made of squared errors."""
        return self.loss != CROSS_ENTROPY

    def check(self, shape: Shape, activation: str) -> None:
        """Raise WrongShape, DoesNotApply or NotAShare unless an output of that shape, so activated, can become it."""
        found = tuple(map(int, self.target.shape))
        if found != shape:
            raise WrongShape("target", found, shape)
        if not self.is_squared and activation != "softmax":
            raise DoesNotApply(CROSS_ENTROPY, "without softmax")
        if not self.is_squared:
            check_shares(self.target)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Learning):
            return NotImplemented
        if self is other:
            return True
        alike = all(getattr(self, name) == getattr(other, name) for name in self.names if name != "target")
        return alike and (self.target is other.target or np.array_equal(self.target, other.target))

    # Arrays have no hash, and equal ones would need equal hashes.
    __hash__ = None  # type: ignore[assignment]


def check_shares(target: Tensor) -> None:
    """Raise NotAShare unless every number is 0 … 1, and those at each place make 1 together, or nearly."""
    odd = np.argwhere((target < 0) | (target > 1))
    if len(odd):
        _, row, column = map(int, odd[0])
        raise NotAShare("share", float(target[tuple(odd[0])]), row + 1, column + 1)
    together = target.sum(axis=0)
    odd = np.argwhere(np.abs(together - 1) > SHARES_MISS)
    if len(odd):
        row, column = map(int, odd[0])
        raise NotAShare("together", float(together[row, column]), row + 1, column + 1)
