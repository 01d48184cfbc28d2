"""What a layer can be, and the maps that each kind makes."""

from __future__ import annotations

from typing import TypeAlias

from .activations import ACTIVATIONS
from .layers import Convolution
from .pooling import Pooling, pooled
from .tensors import Tensor
from .traced import Traced
from .transposed import TransposedConvolution, transposed_sums

Operation: TypeAlias = Convolution | TransposedConvolution | Pooling


def maps_of(image: Tensor, layer: Operation) -> Tensor:
    """Return the maps that a layer makes of the channels of an image. Raises the errors of the layer's `check`."""
    if isinstance(layer, Convolution):
        return Traced(image, layer).maps
    if isinstance(layer, Pooling):
        return pooled(image, layer)
    return ACTIVATIONS[layer.activation].function(transposed_sums(image, layer))
