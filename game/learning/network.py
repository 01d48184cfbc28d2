"""A network that is to learn: its layers over pictures of one size, and all its weights and biases in one row.

A row of numbers is updated in three steps of arithmetic, whatever the layers are.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..core.errors import ConvolutionError
from ..core.grid import Grid, Shape
from ..core.operations import Operation
from ..core.pooling import Pooling
from ..core.spread import in_pytorch, turned
from ..core.transposed import TransposedConvolution
from ..value import Single, Value
from .plans import Plan, plan_of, weights_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.tensors import Filters, Tensor


class CannotLearn(ConvolutionError):  # noqa: N818 - as the names of all errors of `core`
    """A network cannot learn to tell pictures apart; the reason is "no softmax", "softmax inside" or "several cells".

    `layer`, from 1, is the one that stands against it.
    """

    key = "cannot_learn"
    reason: str
    layer: int


class Part(Value):
    """Where the weights and the biases of a layer stand in the row; their shapes are those of a walk."""

    weights: slice
    bias: slice
    shape: tuple[int, int, int, int]

    @property
    def count(self) -> int:
        """How many numbers these are."""
        filters, seen, rows, columns = self.shape
        return filters * (seen * rows * columns + 1)


class Network(Single):
    """Layers over pictures of a shape, the last with softmax; `parts`: where the numbers of each stand, if it has any.

    Making one raises CannotLearn and the errors of the layers' `check`.
    """

    plans: tuple[Plan, ...]
    parts: tuple[Part | None, ...]

    def __init__(self, layers: Sequence[Operation], shape: Shape) -> None:
        plans: list[Plan] = []
        for layer in layers:
            plans.append(plan_of(layer, plans[-1].outputs if plans else shape))
        _check(plans)
        parts: list[Part | None] = []
        first = 0
        for plan in plans:
            weights = weights_of(plan.layer)
            if weights is None:
                parts.append(None)
                continue
            middle, end = first + weights.size, first + weights.size + weights.shape[0]
            filters, seen, rows, columns = weights.shape
            parts.append(Part(slice(first, middle), slice(middle, end), (filters, seen, rows, columns)))
            first = end
        super().__init__(tuple(plans), tuple(parts))

    @property
    def kinds(self) -> int:
        """How many kinds of pictures it tells apart."""
        return self.plans[-1].outputs[0]

    @cached_property
    def count(self) -> int:
        """How many weights and biases it has."""
        return sum(part.count for part in self.parts if part is not None)

    @cached_property
    def own(self) -> Grid:
        """The weights and biases of the layers as they were given, in a row, read-only."""
        row = np.empty(self.count)
        for plan, part in zip(self.plans, self.parts, strict=True):
            if part is not None:
                weights = weights_of(plan.layer)
                assert weights is not None
                assert not isinstance(plan.layer, Pooling)
                row[part.weights], row[part.bias] = weights.ravel(), plan.layer.bias
        row.flags.writeable = False
        return row

    def layers(self, row: Grid) -> tuple[Operation, ...]:
        """Return the layers with the weights and biases of a row. What was learned may be of any size."""
        return tuple(
            plan.layer if part is None else _with(plan.layer, row[part.weights].reshape(part.shape), row[part.bias])
            for plan, part in zip(self.plans, self.parts, strict=True)
        )


def _check(plans: Sequence[Plan]) -> None:
    """Raise CannotLearn unless the last layer, and no other, makes shares of one cell."""
    for number, plan in enumerate(plans, start=1):
        shares = not isinstance(plan.layer, Pooling) and plan.layer.activation == "softmax"
        if shares != (number == len(plans)):
            raise CannotLearn("softmax inside" if shares else "no softmax", number)
    if plans[-1].cells != 1:
        raise CannotLearn("several cells", len(plans))


def _with(layer: Operation, weights: Filters, bias: Tensor) -> Operation:
    """Return a layer with other weights, which a walk has so, and biases; none of them is checked."""
    if isinstance(layer, TransposedConvolution):
        weights = in_pytorch(turned(weights), layer.groups)
    own = {"weights": weights.copy(), "bias": bias.copy()}
    for array in own.values():
        array.flags.writeable = False
    other = object.__new__(type(layer))
    other.__dict__.update({name: getattr(layer, name) for name in layer.names} | own)
    return other
