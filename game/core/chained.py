"""Scenarios of a chain: another layer in focus, layers added, copied, removed, moved. See `chain`."""

from __future__ import annotations

from typing import Any

import numpy as np

from .chain import Chain, Source, check_order, check_shapes, operation_of_layer
from .chain_fit import fitted
from .counts import white_over
from .errors import NoSuchLayer
from .follow import following
from .grid import Grid, frozen
from .layers import Convolution
from .named import kernel_name_of, weights_called
from .operations import Operation
from .padding import padding_of
from .pooling import Pooling
from .result import result_of
from .scenario import Scenario
from .spread import of_pytorch


def layers_of(scenario: Scenario) -> tuple[Operation, ...]:
    """Return all layers of a scenario from the first to the last; the one in focus is among them."""
    own, chain = operation_of_layer(scenario.layer), scenario.chain
    return (own,) if chain is None else (*chain.before, own, *chain.after)


def source_of(scenario: Scenario) -> Source:
    """Return the image that the first layer of a scenario is over."""
    if scenario.chain is not None and scenario.chain.source is not None:
        return scenario.chain.source
    return Source(scenario.pixels, scenario.white, scenario.image_name, scenario.picture)


def parameters_of(scenario: Scenario) -> tuple[int, ...]:
    """Return how many weights and biases each layer has, 0 of a pooling."""
    layers = layers_of(scenario)
    return tuple(0 if isinstance(layer, Pooling) else int(layer.weights.size + layer.bias.size) for layer in layers)


def focus_of(scenario: Scenario) -> int:
    """Return which layer is in focus, from 0."""
    return 0 if scenario.chain is None else scenario.chain.focus


def focused(scenario: Scenario, number: int) -> Scenario:
    """Return the same network with another layer in focus, from 0. Raises NoSuchLayer."""
    layers = layers_of(scenario)
    if not 0 <= number < len(layers):
        raise NoSuchLayer("focus", number + 1, len(layers))
    return scenario if number == focus_of(scenario) else of_layers(scenario, layers, number)


def of_layers(like: Scenario, layers: tuple[Operation, ...], focus: int, source: Source | None = None) -> Scenario:
    """Return the scenario of these layers over a source, that of `like` if none is given, with one of them in focus.

    like: what name, seed and order are from. Raises TooManyLayers, SoftmaxNotLast, and LayerDoesNotFit, which names the
    layer, where one cannot take what comes to it.
    """
    source = source_of(like) if source is None else source
    check_order(layers)
    check_shapes(layers, source.shape)
    channels = source.channels
    for layer in layers[:focus]:
        channels = result_of(plain_over(channels, layer)).maps
    return over_maps(like, layers, focus, source, channels)


def over_maps(
    like: Scenario, layers: tuple[Operation, ...], focus: int, source: Source, channels: tuple[Grid, ...]
) -> Scenario:
    """Return the same where it is known what is over the layer in focus: the maps of the one before, or the source."""
    layer, before = layers[focus], focus > 0
    chain = Chain(layers[:focus], layers[focus + 1 :], source if before else None) if len(layers) > 1 else None
    named: dict[str, Any] = {} if before else {"image_name": source.image_name, "picture": source.picture}
    if not isinstance(layer, Pooling):
        named["kernel_name"] = kernel_name_of(weights_in_order(layer), like.seed)
    white = white_of_maps(channels) if before else source.white
    own: dict[str, Any] = {"name": like.name, "seed": like.seed, "order": like.order, "white": white, "chain": chain}
    made = Scenario(channels, **said_of(layer), **own, **named)
    if like.learning is not None:
        from .learners import kept_by  # few learn

        shape = len(made.channels), *made.pixel_size
        made = made.varied(learning=kept_by(like.learning, made.layer, made.chain, shape))
    return made


def plain_over(channels: tuple[Grid, ...], layer: Operation) -> Scenario:
    """Return the scenario of one layer alone over the maps of another, whose numbers may be of any size."""
    return Scenario(channels, **said_of(layer), white=white_of_maps(channels), chain=COMPUTED)


COMPUTED = Chain(before=(Pooling("max", (1, 1)),))
"""Of a scenario that stands for a layer of a chain, and is shown nowhere: what is before it is known elsewhere."""


def white_of_maps(maps: tuple[Grid, ...]) -> float:
    """Return the value that is drawn white in the maps of a layer that are the image of the next."""
    return white_over(max(float(each.max()) for each in maps))


def said_of(layer: Operation) -> dict[str, Any]:
    """Return what a scenario is told of its layer; of a pooling that says all, and its kernel is not looked at."""
    if isinstance(layer, Pooling):
        return {"kernel": np.ones((1, 1)), "pooling": layer}
    names = ("stride", "padding", "dilation", "bias", "groups", "activation")
    said = {name: getattr(layer, name) for name in names}
    if isinstance(layer, Convolution):
        return said | {"kernel": layer.weights, "whole_image": layer.whole_image}
    return said | {"kernel": of_pytorch(layer), "transposed": True, "output_padding": layer.output_padding}


def weights_in_order(layer: Convolution | Any) -> Grid:
    """Return the weights of a layer as a scenario has them: filters, channels of a group, rows, columns."""
    return layer.weights if isinstance(layer, Convolution) else of_pytorch(layer)


def with_layer_added(scenario: Scenario) -> Scenario:
    """Return the network with a convolution behind the layer in focus, which is in focus then.

    It has as many filters as there are maps, random ones of the scenario's seed, and makes maps of their size: 3 × 3,
    with a padding of 1. Raises the errors of `of_layers`.
    """
    layers, focus = layers_of(scenario), focus_of(scenario)
    maps = scenario.layer.filters
    weights = weights_called("random", (maps, maps), (3, 3), scenario.seed)
    added = Convolution(frozen(weights), padding=padding_of(1, 1))
    return _fitted(scenario, (*layers[: focus + 1], added, *layers[focus + 1 :]), focus + 1)


def with_layer_copied(scenario: Scenario) -> Scenario:
    """Return the network with a copy of the layer in focus behind it, which is in focus then. Raises as above."""
    layers, focus = layers_of(scenario), focus_of(scenario)
    return _fitted(scenario, (*layers[: focus + 1], *layers[focus:]), focus + 1)


def with_layer_removed(scenario: Scenario) -> Scenario:
    """Return the network without the layer in focus; the one before is in focus then, or the first.

    Raises NoSuchLayer where it is the only one, and as above.
    """
    layers, focus = layers_of(scenario), focus_of(scenario)
    if len(layers) == 1:
        raise NoSuchLayer("remove", 1, 1)
    return _fitted(scenario, (*layers[:focus], *layers[focus + 1 :]), max(focus - 1, 0))


def with_layer_moved(scenario: Scenario, by: int) -> Scenario:
    """Return the network with the layer in focus so many places further behind, before for less than 0; it stays so.

    Raises NoSuchLayer where there is no such place, and as above.
    """
    layers, focus = list(layers_of(scenario)), focus_of(scenario)
    if not 0 <= focus + by < len(layers):
        raise NoSuchLayer("move", focus + by + 1, len(layers))
    layers.insert(focus + by, layers.pop(focus))
    return _fitted(scenario, tuple(layers), focus + by)


def _fitted(scenario: Scenario, layers: tuple[Operation, ...], focus: int) -> Scenario:
    """Return the network of these layers, each of which takes as many maps as the one before it now makes."""
    source, maps, found = source_of(scenario), len(source_of(scenario).channels), []
    for layer in layers:
        (own,) = fitted((layer,), maps, scenario.seed)
        found.append(own)
        maps = maps if isinstance(own, Pooling) else own.filters
    return of_layers(scenario, following(tuple(found), source.shape, scenario.seed), focus, source)
