"""The network that reads digits: three layers, 690 weights and biases."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..core.grid import Shape
from ..core.layers import Convolution
from ..core.padding import padding_of
from ..core.pooling import Pooling
from .network import Network

SHAPE: Shape = (1, 8, 8)
"""Of what it reads: one channel of 8 × 8 pixels, 0 … 1."""


@lru_cache(maxsize=1)
def reader_network() -> Network:
    """Return the network, its weights 0: convolution 3 × 3, 4 filters, ReLU; max pooling 2 × 2; 10 filters, softmax."""
    looking = Convolution(np.zeros((4, 1, 3, 3)), padding=padding_of(1, 1), activation="relu")
    telling = Convolution(np.zeros((10, 4, 4, 4)), activation="softmax", whole_image=True)
    return Network((looking, Pooling("max", (2, 2), (2, 2)), telling), SHAPE)
