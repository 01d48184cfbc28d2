"""Layers of a chain that follow another number of maps: their filters get a kernel for each."""

from __future__ import annotations

from .filters import with_filters
from .layers import Convolution
from .named import kernel_name_of
from .operations import Operation
from .pooling import Pooling
from .spread import in_pytorch, of_pytorch


def fitted(layers: tuple[Operation, ...], maps: int, seed: int) -> tuple[Operation, ...]:
    """Return the layers for an image of so many channels: a pooling has as many maps, the first other layer adapts.

    What stands stays; new kernels are what the layer's name stands for, or come from the seed (`with_filters`). Groups
    are 1 then, as with other channels of the image. The very same layers where nothing has to change.
    """
    for place, layer in enumerate(layers):
        if isinstance(layer, Pooling):
            continue
        if layer.channels == maps:
            break
        plain = isinstance(layer, Convolution)
        before = layer.weights if isinstance(layer, Convolution) else of_pytorch(layer)
        name = kernel_name_of(before, seed)
        weights, bias = with_filters(before, layer.bias, maps, layer.filters, name, seed)
        own = {"weights": weights if plain else in_pytorch(weights, 1), "bias": bias, "groups": 1}
        changed = type(layer)(**{name: layer.__dict__[name] for name in layer.names} | own)
        return (*layers[:place], changed, *layers[place + 1 :])
    return layers
