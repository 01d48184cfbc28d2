"""Networks and pictures for the tests of learning, and a reference that takes one number at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.core.activations import ACTIVATIONS
from game.core.grid import Grid
from game.core.operations import Operation, maps_of
from game.core.tensors import Tensor
from game.files.digits import own_digits
from game.files.fields import Fields
from game.files.layer_fields import layers_in
from game.learning.network import Network
from game.learning.passes import forward, losses_of
from game.learning.training import Lessons, lessons_of

REFERENCES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "references" / "learning.json").read_text(encoding="utf-8")
)["networks"]
"""Five networks of all operations that PyTorch let learn; the file says how."""


def layers_in_file(said: list[dict[str, Any]]) -> tuple[Operation, ...]:
    """Return layers as a scenario file says them."""
    return layers_in(Fields({"layers": said}, Path("a.json")))


def network_of(reference: dict[str, Any]) -> Network:
    channels, rows, columns = np.shape(reference["images"])[1:]
    return Network(layers_in_file(reference["layers"]), (channels, rows, columns))


def lessons_in(reference: dict[str, Any]) -> Lessons:
    return lessons_of(reference["images"], reference["kinds"])


def as_walked(image: Tensor, layers: tuple[Operation, ...]) -> Tensor:
    """Return the maps of the last layer, each layer's made as the window makes them."""
    for layer in layers:
        image = maps_of(image, layer)
    return image


def by_differences(network: Network, row: Grid, lessons: Lessons, step: float = 1e-5) -> Grid:
    """Return the gradient by central differences, number by number."""

    def loss(at: int, by: float) -> float:
        moved = row.copy()
        moved[at] += by
        return float(losses_of(forward(network, moved, lessons.images)[-1].sums, lessons.kinds).mean())

    return np.array([(loss(at, step) - loss(at, -step)) / (2 * step) for at in range(len(row))])


def digits(learned: bool = True, most: int | None = None) -> Lessons:
    """Return the program's digits: those that are learned from, or those held back."""
    own = own_digits()
    numbers = (own.learned if learned else own.held_back)[:most]
    return lessons_of(own.pixels[numbers], own.kinds[numbers])


def softmax(sums: Tensor) -> NDArray[np.float64]:
    return ACTIVATIONS["softmax"].function(sums)
