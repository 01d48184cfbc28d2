"""What a layer can be, and the maps that each kind makes."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np

from .activations import ACTIVATIONS
from .errors import ConvolutionError, LayerDoesNotFit
from .layers import Convolution
from .pooling import Pooling, pooled
from .spread import Spread
from .tensors import Tensor
from .traced import Traced
from .transposed import TransposedConvolution, transposed_sums
from .windows import Windows

Operation: TypeAlias = Convolution | TransposedConvolution | Pooling


def chained_maps(image: Tensor, layers: tuple[Operation, ...]) -> tuple[Tensor, ...]:
    """Return the maps of every layer of a chain over an image; those of each are the image of the next.

    Raises LayerDoesNotFit, which names the layer that does not fit; of one layer alone the errors of its `check`.
    """
    found, maps = [], image
    for number, layer in enumerate(layers, 1):
        try:
            made = maps_of(maps, layer)
        except ConvolutionError as problem:
            if len(layers) == 1:
                raise
            channels, rows, columns = maps.shape
            raise LayerDoesNotFit(number, channels, rows, columns, problem) from problem
        found.append(made)
        maps = made
    return tuple(found)


def maps_of(image: Tensor, layer: Operation) -> Tensor:
    """Return the maps that a layer makes of the channels of an image. Raises the errors of the layer's `check`.

    Of a layer that walks the image is what it walks over: a scenario's own layer and channels belong together.
    """
    if isinstance(layer, Windows):
        return pooled(image, layer.of)
    if isinstance(layer, Spread):
        return maps_of(np.array(layer.pixels(tuple(image))), layer.transposed)
    if isinstance(layer, Convolution):
        return Traced(image, layer).maps
    if isinstance(layer, Pooling):
        return pooled(image, layer)
    return ACTIVATIONS[layer.activation].function(transposed_sums(image, layer))
