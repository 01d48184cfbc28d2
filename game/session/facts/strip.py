"""The facts of the strip: the image that a network begins with, and what each of its layers makes, as far as told."""

from __future__ import annotations

import numpy as np

from ...core.chain import SOFTMAX, activation_of
from ...core.chain_results import ChainResults
from ...core.chained import layers_of, source_of
from ...core.grid import Grid, Shape, frozen
from ...core.layers import Convolution
from ...core.operations import Operation
from ...core.pooling import Pooling
from ...core.result import Result
from ...core.transposed import TransposedConvolution
from ...value import Single
from ..predict import Secrecy


class StripLayer(Single):
    """Of a layer in the strip.

    number: from 1. operation, activation: their names in files. is_focus: it is walked below the strip.
    shape: (maps, rows, columns) of what it makes; None while that is secret.
    maps: what the activation has made; None while nobody may know any of it, and of shares before all sums are told.
    told: how many cells, in row order, may be told of each map, where not all may; what may not is 0 in the maps.
    magnitude: the value that has the full hue in all of its maps.
    sums: of a layer with softmax what its maps are the shares of, as many, and as secret; else None.
    kernels: the first of its kernels while it learns, of how many, and the largest magnitude of all weights.
    """

    number: int
    operation: str
    activation: str
    is_focus: bool
    shape: Shape | None
    maps: tuple[Grid, ...] | None
    told: tuple[int, ...] | None
    magnitude: float
    sums: tuple[Grid, ...] | None
    kernels: tuple[Grid, ...] = ()
    kernel_count: int = 0
    largest: float = 0.0

    @property
    def shares(self) -> bool:
        """Whether its maps are shares of 1: it has softmax."""
        return self.activation == SOFTMAX


class StripFacts(Single):
    """Of the strip of a network: the channels of its source image, the value drawn white there, and its layers."""

    image: tuple[Grid, ...]
    white: float
    layers: tuple[StripLayer, ...]
    focus: int


KERNELS = 4
"""Kernels of a layer that are shown while it learns."""


def strip_facts(
    found: ChainResults, waiting: bool, front: int | None, secrecy: Secrecy, learns: bool = False
) -> StripFacts:
    """Return the facts of the strip. What is secret of the layer in focus is secret in all that comes of it, too.

    waiting: the maps of the layer in focus are sums, which become shares with the last of them. front: the filter whose
    map is in front, where cells are secret. learns: the network does, and kernels are shown beside the maps.
    """
    scenario = found.results[found.focus].scenario
    source, layers = source_of(scenario), layers_of(scenario)
    each = enumerate(zip(layers, found.results, strict=True))
    return StripFacts(
        image=source.channels,
        white=source.white,
        layers=tuple(
            _layer(found, number, layer, own, waiting, front, secrecy).changed(**(_kernels(layer) if learns else {}))
            for number, (layer, own) in each
        ),
        focus=found.focus,
    )


def kernels_of(layer: Operation) -> tuple[tuple[Grid, ...], int, float] | None:
    """Return the first kernels of a layer, how many it has, and the largest magnitude of all; None of a pooling."""
    if isinstance(layer, Pooling):
        return None
    kernels = layer.weights.reshape(-1, *layer.kernel_size)
    return tuple(kernels[:KERNELS]), len(kernels), float(np.abs(kernels).max())


def _kernels(layer: Operation) -> dict[str, object]:
    """Return what is shown of the kernels of a layer; nothing of a pooling."""
    return dict(zip(("kernels", "kernel_count", "largest"), kernels_of(layer) or (), strict=False))


def _layer(
    found: ChainResults,
    number: int,
    layer: Operation,
    own: Result,
    waiting: bool,
    front: int | None,
    secrecy: Secrecy,
) -> StripLayer:
    cells = own.scenario.map_steps
    told = None if number < found.focus else _told(secrecy, own, front, found.results[found.focus].scenario.order)
    if number > found.focus and told is not None:
        told = (0,) * len(own.maps)
    secret = told is not None and not any(told)
    sized = number < found.focus or not (secrecy.size or secrecy.count)
    kept = None if told is None or all(count >= cells for count in told) else told
    shares = activation_of(layer) == SOFTMAX
    maps = own.maps if kept is None else None if shares else tuple(map(_first, own.maps, kept))
    sums = tuple(own.sums) if kept is None else tuple(map(_first, own.sums, kept))
    return StripLayer(
        number=number + 1,
        operation=operation_of(layer),
        activation=activation_of(layer),
        is_focus=number == found.focus,
        shape=(len(own.maps), *own.scenario.output_size) if sized else None,
        maps=None if secret or not sized or (number == found.focus and waiting) else maps,
        told=kept,
        magnitude=own.magnitude if secrecy.scale is None or number < found.focus else secrecy.scale.magnitude,
        sums=None if not shares or secret or not sized else sums,
    )


def _told(secrecy: Secrecy, own: Result, front: int | None, order: str) -> tuple[int, ...] | None:
    """Return how many cells of each map may be told; None: all of them, for nothing is asked."""
    if secrecy.known is None or front is None:
        return None
    cells = own.scenario.map_steps
    if order != "map by map":
        return (secrecy.known,) * len(own.maps)
    return tuple(
        cells if number < front else secrecy.known if number == front else 0 for number in range(len(own.maps))
    )


def _first(grid: Grid, count: int) -> Grid:
    """Return the first cells of a grid, in row order, and 0 in the place of all others."""
    found = np.zeros(grid.shape)
    found.ravel()[:count] = grid.ravel()[:count]
    return frozen(found)


def operation_of(layer: Operation) -> str:
    """Return what a layer does, by its name in files, or "fully connected"."""
    if isinstance(layer, Pooling):
        return layer.operation
    if isinstance(layer, Convolution) and layer.is_fully_connected:
        return "fully connected"
    return "transposed convolution" if isinstance(layer, TransposedConvolution) else "convolution"
