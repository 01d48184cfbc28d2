"""Chains for tests: those of PyTorch, and random ones that fit."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np

from game.core.chain import Source
from game.core.chained import of_layers
from game.core.errors import ConvolutionError
from game.core.grid import frozen
from game.core.layers import Convolution
from game.core.operations import Operation
from game.core.padding import MODES, Padding
from game.core.pooling import Pooling
from game.core.scenario import Scenario, startup
from game.core.tensors import Tensor
from game.core.transposed import TransposedConvolution

FOUND = json.loads(gzip.decompress((Path(__file__).parent / "references" / "chains.json.gz").read_bytes()))
CASES: list[dict[str, Any]] = FOUND["cases"]
"""50 chains with the maps after each layer, rounded to 11 places; their source is in the file, `source`."""


def layer_of(said: dict[str, Any]) -> Operation:
    """Return a layer as a file says it."""
    named: dict[str, Any] = {name: tuple(said[name]) for name in ("stride", "dilation") if name in said}
    around = said.get("padding", [0, 0, 0, 0])
    if said["operation"].endswith("pooling"):
        own = {name: said[name] for name in ("ceil_mode", "count_include_pad") if name in said}
        size = None if said["kernel_size"] == "image" else tuple(said["kernel_size"])
        kind: Any = said["operation"].split()[0]
        return Pooling(kind, size, padding=Padding(*around), **named, **own)
    named |= {name: said[name] for name in ("groups", "activation") if name in said}
    if said["operation"].startswith("transposed"):
        more = tuple(said.get("output_padding", (0, 0)))
        return TransposedConvolution(
            said["weights"], said.get("bias"), padding=Padding(*around), output_padding=more, **named
        )
    padding = Padding(*around, mode=said.get("padding_mode", "zeros"), value=said.get("padding_value", 0.0))
    return Convolution(said["weights"], said.get("bias"), padding=padding, **named)


def source_of(image: Tensor, white: float = 1.0) -> Source:
    """Return the source image of a chain."""
    return Source(tuple(frozen(channel) for channel in image), white)


def random_layer(chance: np.random.Generator, channels: int, decimals: int | None) -> Operation:
    """Return some layer for so many channels, whose weights have so many decimals; it need not fit."""
    kind = chance.integers(4)
    size: Any = tuple(int(each) for each in chance.integers(1, 4, 2))
    sides = [int(each) for each in chance.integers(0, 2, 4)]
    if kind > 1:
        return Pooling("max" if kind == 2 else "average", size, stride=(1, 2), padding=Padding(*sides))
    groups = int(chance.choice([each for each in (1, 2) if channels % each == 0]))
    filters = int(chance.choice([2, 4]))
    named: dict[str, Any] = {"groups": groups, "activation": str(chance.choice(["none", "relu", "leaky relu", "tanh"]))}
    if kind == 1:
        weights = _numbers(chance, (channels, filters // groups, *size), decimals)
        return TransposedConvolution(weights, _numbers(chance, (filters,), decimals), stride=(2, 1), **named)
    weights = _numbers(chance, (filters, channels // groups, *size), decimals)
    around = Padding(*sides, mode=MODES[int(chance.integers(len(MODES)))], value=0.5)
    return Convolution(weights, _numbers(chance, (filters,), decimals), padding=around, **named)


def _numbers(chance: np.random.Generator, shape: tuple[int, ...], decimals: int | None) -> Tensor:
    found: Tensor = chance.normal(size=shape)
    return found if decimals is None else np.round(found, decimals)


def random_chain(
    chance: np.random.Generator, count: int, decimals: int | None = 1
) -> tuple[Tensor, tuple[Operation, ...]]:
    """Return an image and so many layers over it that fit."""
    shape = (int(chance.integers(1, 4)), int(chance.integers(5, 9)), int(chance.integers(5, 9)))
    layers: list[Operation] = []
    image, over = _numbers(chance, shape, decimals), shape
    while len(layers) < count:
        layer = random_layer(chance, over[0], decimals)
        try:
            layer.check(over)
        except ConvolutionError:
            continue
        layers.append(layer)
        over = layer.output_shape(over)
    return image, tuple(layers)


def chained(image: Tensor, layers: tuple[Operation, ...], focus: int) -> Scenario:
    """Return the scenario of a chain with a layer in focus."""
    return of_layers(startup(), layers, focus, source_of(image))


def random_network(chance: np.random.Generator) -> Scenario:
    """Return some network that a window shows, one of its layers in focus; half of them end with softmax."""
    image, layers = random_chain(chance, int(chance.integers(2, 6)))
    channels = layers[-1].output_shape(_shape_before(layers, image))[0]
    last = Convolution(_numbers(chance, (3, channels, 1, 1), 1), activation="softmax")
    layers = (*layers, last) if chance.random() < 0.5 else layers
    image = np.clip(image, -1, 1)
    return of_layers(startup(), layers, int(chance.integers(len(layers))), source_of(image))


def _shape_before(layers: tuple[Operation, ...], image: Tensor) -> tuple[int, int, int]:
    """Return the shape of what the last layer is over."""
    shape = (image.shape[0], image.shape[1], image.shape[2])
    for layer in layers[:-1]:
        shape = layer.output_shape(shape)
    return shape
