"""What a stop's locks keep of a network: the source image, and its layers, which may change places."""

from __future__ import annotations

import numpy as np

from ....core.chained import layers_of, source_of
from ....core.layers import Convolution
from ....core.operations import Operation
from ....core.padding import SIDES
from ....core.pooling import Pooling
from ....core.scenario import Scenario
from ....files.tour_conditions import LAYER


def broken_in_network(locked: frozenset[str], wanted: Scenario, scenario: Scenario) -> str | None:
    """Return which locked value a network has otherwise than the stop's, or None; which layer is in focus is free."""
    return next((name for name in sorted(locked) if not _is_kept(name, scenario, wanted)), None)


def _is_kept(name: str, scenario: Scenario, wanted: Scenario) -> bool:
    own, other = source_of(scenario).channels, source_of(wanted).channels
    if name == "image_size":
        return own[0].shape == other[0].shape
    if name == "image":
        return np.array_equal(np.stack(own), np.stack(other))
    return _of_all(name, scenario) == _of_all(name, wanted)


def _of_all(name: str, scenario: Scenario) -> list[str]:
    """Return what the layers have of a locked value, in an order that does not depend on theirs."""
    return sorted(repr(_of_one(name, layer)) for layer in layers_of(scenario))


def _of_one(name: str, layer: Operation) -> object:
    if name == "padding":
        return [getattr(layer.padding, side) for side in SIDES]
    if name == "kernel":
        return _pooled(layer) if isinstance(layer, Pooling) else layer.weights.tolist()
    return _of_layer(layer) if name == LAYER else getattr(layer, name)


def _pooled(layer: Pooling) -> tuple[object, ...]:
    return layer.kind, layer.ceil_mode, layer.count_include_pad


def _of_layer(layer: Operation) -> tuple[object, ...]:
    """Return what a lock on the layer keeps: all but weights, sizes, stride, dilation and amounts of padding."""
    around = layer.padding.mode, layer.padding.value
    if isinstance(layer, Pooling):
        return *_pooled(layer), *around
    kind = layer.whole_image if isinstance(layer, Convolution) else layer.output_padding
    return kind, layer.channels, layer.filters, layer.groups, layer.activation, layer.bias.tolist(), *around
