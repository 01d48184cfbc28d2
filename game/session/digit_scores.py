"""What a network says to the digits that are held back: how well it reads what nobody has taught it."""

from __future__ import annotations

from functools import lru_cache
from math import prod

import numpy as np

from ..core.chain import SOFTMAX, activation_of, check_shapes
from ..core.chained import layers_of, source_of
from ..core.grid import Grid, Shape
from ..core.operations import Operation
from ..core.pooling import Pooling
from ..core.scenario import Scenario
from ..files.digits import KINDS, SIDE, own_digits
from ..files.errors import FileProblem
from ..learning.network import Network
from ..learning.scores import Scores, scores_of
from ..learning.training import Lessons, lessons_of
from ..value import Value

SHAPE: Shape = (1, SIDE, SIDE)
"""Of a digit: one channel of 8 × 8 pixels."""
TOLD: Shape = (KINDS, 1, 1)
"""Of the shares that tell which digit it is."""
MOST_PRODUCTS = 1_000_000
"""Of one picture, at most: more would keep the window waiting while hundreds of pictures are read."""
AT_ONCE = 4_000_000
"""Products of the pictures that go through together, at most: each takes 8 bytes."""


class _Layers(Value):
    """Layers, which are the same while their weights are."""

    layers: tuple[Operation, ...]

    def __hash__(self) -> int:
        """Return their number: arrays have no hash, and few networks are remembered."""
        return len(self.layers)


def why_no_digits(scenario: Scenario) -> str | None:
    """Return the name of the sentence that says why a scenario is no network that reads digits, or None.

    It reads them if its source image is one channel of 8 × 8, and its last layer makes shares of ten maps of 1 × 1.
    """
    if scenario.chain is None:
        return "digits.not.network"
    layers = layers_of(scenario)
    if source_of(scenario).shape != SHAPE:
        return "digits.not.image"
    made, products = _made_by(_Layers(layers))
    if activation_of(layers[-1]) != SOFTMAX or made != TOLD:
        return "digits.not.shares"
    if products > MOST_PRODUCTS:
        return "digits.not.quick"
    try:
        own_digits()
    except FileProblem:
        return "digits.not.there"
    return None


@lru_cache(maxsize=2)
def _made_by(named: _Layers) -> tuple[Shape, int]:
    """Return the shape of what layers make of a digit, and of how many products; the same while one is painted."""
    return check_shapes(named.layers, SHAPE)[-1], _products(named.layers)


def scores_of_scenario(scenario: Scenario) -> Scores | None:
    """Return what the network of a scenario, with its present weights, says to the digits that are held back.

    Its shares have the shape (10, 360), in the order of `Digits.held_back`. None where it does not read digits, see
    `why_no_digits`. Nothing is worked out again while the weights are the same, whichever layer is in focus.
    """
    if why_no_digits(scenario) is not None:
        return None
    return scores_of_layers(layers_of(scenario))


def scores_of_layers(layers: tuple[Operation, ...]) -> Scores:
    """Return what a network that reads digits says to those held back; nothing is worked out again for the same one."""
    return _scored(_Layers(layers))


@lru_cache(maxsize=1)
def held_back() -> Lessons:
    """Return the digits of which no network learns. Raises FileProblem as `own_digits`."""
    digits = own_digits()
    return lessons_of(digits.pixels[digits.held_back], digits.kinds[digits.held_back])


@lru_cache(maxsize=2)
def _scored(named: _Layers) -> Scores:
    network = Network(named.layers, SHAPE)
    return scores_with(network, network.own)


def scores_with(network: Network, row: Grid) -> Scores:
    """Return what a network says to all that is held back, so many pictures at once as there is room for.

    row: its weights and biases, as `Network.row`.
    """
    lessons, each = held_back(), _at_once(network)
    parts = [
        scores_of(network, row, Lessons(lessons.images[..., first : first + each], lessons.kinds)).shares
        for first in range(0, lessons.count, each)
    ]
    shares = np.concatenate(parts, axis=1)
    shares.flags.writeable = False
    return Scores(shares, lessons.kinds)


@lru_cache(maxsize=2)
def _at_once(network: Network) -> int:
    return max(1, AT_ONCE // max(1, _products(network.layers(network.own))))


def _products(layers: tuple[Operation, ...]) -> int:
    """Return how many products, or numbers in windows, there are for one picture in all layers."""
    found, shape = 0, SHAPE
    for layer, made in zip(layers, check_shapes(layers, SHAPE), strict=True):
        each = prod(layer.kernel_size or shape[1:]) * made[0] if isinstance(layer, Pooling) else layer.weights.size
        found += made[1] * made[2] * int(each)
        shape = made
    return found
