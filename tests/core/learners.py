"""What the tests of learning share: the traces of PyTorch, and settings drawn at random."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np

from game.core.activations import ACTIVATIONS
from game.core.gradients import Objective
from game.core.layers import ACTIVATION_NAMES, Convolution
from game.core.learning import LOSSES, Learning
from game.core.padding import Padding
from game.core.tensors import Tensor

from .test_layers import made_up

TRACES: list[dict[str, Any]] = json.loads(
    gzip.decompress((Path(__file__).parent / "references" / "learning.json.gz").read_bytes())
)["learning"]
"""Forty runs of six updates; their source stands beside them."""


def objective_of_trace(trace: dict[str, Any]) -> Objective:
    padding = Padding(*trace["padding"], mode=trace["padding_mode"])
    stride, dilation = tuple(trace["stride"]), tuple(trace["dilation"])
    layer = Convolution(
        trace["weights"], trace["bias"], stride, padding, dilation, trace["groups"], trace["activation"]
    )
    learning = Learning(trace["target"], trace["loss"], trace["learning_rate"], trace["momentum"])
    return Objective(np.array(trace["input"], float), layer, learning)


def shares(random: np.random.Generator, shape: tuple[int, ...]) -> Tensor:
    """Return shares of the maps at each place, which make 1 together."""
    found = random.random(shape) + 0.01
    wanted: Tensor = found / found.sum(axis=0)
    return wanted


def objective_at_random(random: np.random.Generator, activation: str | None = None, **learning: Any) -> Objective:
    """Return a convolution with every setting drawn at random that is to learn a random target; off all kinks."""
    while True:
        image, layer = made_up(random)
        name = ACTIVATION_NAMES[int(random.integers(len(ACTIVATION_NAMES)))] if activation is None else activation
        layer = Convolution(
            layer.weights / 20, layer.bias / 9, layer.stride, layer.padding, layer.dilation, layer.groups, name
        )
        choices = LOSSES if name == "softmax" else LOSSES[:2]
        said = {"loss": choices[int(random.integers(len(choices)))]} | learning
        shape = layer.output_shape(image.shape)
        target = shares(random, shape) if said["loss"] == "cross entropy" else random.uniform(-2, 2, shape)
        found = Objective(image / 3, layer, Learning(target, **said))
        if target.size < 250 and layer.weights.size < 60 and np.abs(found.at(found.parameters).sums).min() > 1e-3:
            return found


def loss_by_definition(learning: Learning, activation: str, sums: Tensor) -> float:
    """Return the loss of sums, written down from its definition."""
    output = ACTIVATIONS[activation].function(sums)
    if learning.loss == "cross entropy":
        return float(-(learning.target * np.log(output)).sum(axis=0).mean())
    squares = (output - learning.target) ** 2
    return float(squares.sum() if learning.loss == "sum of squared errors" else squares.mean())
