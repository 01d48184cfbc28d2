"""Many images through a network at once, and the gradients of their loss back through it.

Sources: I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning" (MIT Press, 2016), §6.2.2 (softmax and cross
entropy), §6.5 (backward) and §9.5; PyTorch, ``torch.nn.MaxPool2d``: of equal pixels the first one gets the gradient.

Arrays are (channels, places, images); after the last row of places stands what is read where there is no pixel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..core.activations import ACTIVATIONS
from ..core.grid import Grid
from ..core.pooling import Pooling
from ..core.tensors import Tensor
from ..value import Single

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .network import Network, Part
    from .plans import Plan


class Pass(Single):
    """What has gone through a layer: what it read, shape (channels, weights, cells, images), and what came of it.

    sums: before the activation, shape (filters, cells, images); maps: after it.
    """

    read: Tensor
    sums: Tensor
    maps: Tensor


def forward(network: Network, row: Grid, images: Tensor) -> list[Pass]:
    """Return what becomes of images, shape (channels, places, images), layer by layer; of the last one, the sums."""
    passes: list[Pass] = []
    for plan, part in zip(network.plans, network.parts, strict=True):
        passes.append(_through(plan, part, row, passes[-1].maps if passes else images))
    return passes


def _through(plan: Plan, part: Part | None, row: Grid, maps: Tensor) -> Pass:
    read = _read(plan, maps)
    if part is None:
        sums = _pooled(plan, read)
        return Pass(read, sums, sums)
    sums = _convolved(plan, part, row, read)
    assert not isinstance(plan.layer, Pooling)
    name = plan.layer.activation
    plain = name in ("none", "softmax")  # of shares the loss is made of the sums
    return Pass(read, sums, sums if plain else ACTIVATIONS[name].function(sums))


def _read(plan: Plan, maps: Tensor) -> Tensor:
    """Return what each weight meets at each cell."""
    channels, images = len(maps), maps.shape[-1]
    if plan.reads_in_order:
        return maps.reshape(channels, plan.places, 1, images)
    if plan.is_padded:
        maps = np.concatenate((maps, np.full((channels, 1, images), plan.fill)), axis=1)
    return maps.take(plan.taps, axis=1)


def _convolved(plan: Plan, part: Part, row: Grid, read: Tensor) -> Tensor:
    """Return the sums of all cells, biases included."""
    groups, filters, images = _groups(plan), part.shape[0], read.shape[-1]
    weights = row[part.weights].reshape(groups, filters // groups, -1)
    sums: Tensor = np.matmul(weights, read.reshape(groups, weights.shape[-1], -1)).reshape(filters, plan.cells, images)
    sums += row[part.bias][:, None, None]
    return sums


def _groups(plan: Plan) -> int:
    assert not isinstance(plan.layer, Pooling)
    return plan.layer.groups


def _pooled(plan: Plan, read: Tensor) -> Tensor:
    assert isinstance(plan.layer, Pooling)
    found: Tensor = read.max(axis=1) if plan.layer.kind == "max" else read.sum(axis=1) / plan.counts
    return found


def shares_of(sums: Tensor) -> Grid:
    """Return the shares of the last layer's only cell, shape (kinds, images), each image's adding up to 1."""
    found: Grid = ACTIVATIONS["softmax"].function(sums[:, 0])
    return found


def losses_of(sums: Tensor, kinds: NDArray[np.int64]) -> Grid:
    """Return the cross entropy of each image, −log of the share of its kind, which cannot overflow."""
    only = sums[:, 0]
    most = only.max(axis=0)
    right = only[kinds, np.arange(len(kinds))]
    found: Grid = np.log(np.exp(only - most).sum(axis=0)) + most - right
    return found


def gradients_of(network: Network, row: Grid, images: Tensor, kinds: NDArray[np.int64]) -> tuple[float, Grid]:
    """Return the mean loss of images, and its gradient with respect to each number of the row."""
    passes = forward(network, row, images)
    loss, gradient = float(losses_of(passes[-1].sums, kinds).mean()), np.empty(network.count)
    errors = shares_of(passes[-1].sums)
    errors[kinds, np.arange(len(kinds))] -= 1.0
    errors /= len(kinds)
    slope: Tensor = errors[:, None]
    for at in reversed(range(len(passes))):
        plan, part, passed = network.plans[at], network.parts[at], passes[at]
        if part is None:
            back = _back_pooled(plan, passed, slope)
        else:
            slope = _before_activation(plan, passed, slope)
            back = _back_convolved(plan, part, row, passed, slope, gradient, at > 0)
        if at:
            slope = _gathered(plan, back)
    return loss, gradient


def _before_activation(plan: Plan, passed: Pass, slope: Tensor) -> Tensor:
    assert not isinstance(plan.layer, Pooling)
    if plan.layer.activation in ("none", "softmax"):
        return slope
    derivative = ACTIVATIONS[plan.layer.activation].derivative
    assert derivative is not None
    return slope * derivative(passed.sums)


def _back_convolved(
    plan: Plan, part: Part, row: Grid, passed: Pass, slope: Tensor, gradient: Grid, further: bool
) -> Tensor:
    """Set the gradients of a layer's weights and biases; return those of all that was read, if it goes further."""
    groups, filters = _groups(plan), part.shape[0]
    errors = slope.reshape(groups, filters // groups, -1)
    read = passed.read.reshape(groups, -1, errors.shape[-1])
    gradient[part.weights] = np.matmul(errors, read.swapaxes(1, 2)).ravel()
    gradient[part.bias] = errors.sum(axis=2).ravel()
    if not further:
        return slope
    weights = row[part.weights].reshape(groups, filters // groups, -1)
    back: Tensor = np.matmul(weights.swapaxes(1, 2), errors).reshape(passed.read.shape)
    return back


def _back_pooled(plan: Plan, passed: Pass, slope: Tensor) -> Tensor:
    """Return the gradients of all that windows met: the winner gets all of it, or each its part of the mean."""
    assert isinstance(plan.layer, Pooling)
    if plan.layer.kind == "average":
        return np.broadcast_to((slope / plan.counts)[:, None], passed.read.shape)
    wins = passed.read == passed.maps[:, None]
    won = wins[:, 0]
    for place in range(1, wins.shape[1]):
        here = wins[:, place]
        np.greater(here, won, out=here)  # none before it has won
        won = won | here
    found: Tensor = wins * slope[:, None]
    return found


def _gathered(plan: Plan, back: Tensor) -> Tensor:
    """Return the gradients of the source: of each place those of all that was read there, added up."""
    channels, images = len(back), back.shape[-1]
    if plan.reads_in_order:
        return back.reshape(channels, plan.places, images)
    flat = back.reshape(channels, -1, images)
    readers = plan.readers
    if (readers == flat.shape[1]).any():
        flat = np.concatenate((flat, np.zeros((channels, 1, images))), axis=1)
    found: Tensor = flat.take(readers[:, 0], axis=1) if readers.shape[1] == 1 else flat.take(readers, axis=1).sum(2)
    return found
