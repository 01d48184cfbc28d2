"""What a layer can be, and the maps that each kind makes."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np

from .activations import ACTIVATIONS
from .layers import Convolution
from .pooling import Pooling, pooled
from .spread import Spread
from .tensors import Tensor
from .traced import Traced
from .transposed import TransposedConvolution, transposed_sums
from .windows import Windows

Operation: TypeAlias = Convolution | TransposedConvolution | Pooling


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
