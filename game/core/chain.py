"""A chain of layers: the maps of each one are the image of the next; what a scenario keeps of those beside its own.

The scenario itself is the layer in focus over its image: the source image where the first layer is in focus, else the
maps of the layer before. So all that shows one layer shows any of a chain.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

import numpy as np

from ..value import Value
from .chain_fit import fitted
from .errors import ConvolutionError, LayerDoesNotFit, SoftmaxNotLast, TooManyLayers
from .grid import Grid, Shape, checked_pair
from .layers import Convolution
from .limits import LAYERS, PICTURE_SIZE
from .operations import Operation
from .pooling import Pooling
from .spread import Spread
from .windows import Windows

if TYPE_CHECKING:
    from .kept_picture import KeptPicture

SOFTMAX = "softmax"


class Source(Value):
    """The image that a chain begins with, while a later layer is in focus: its pixels, and all that goes with them."""

    channels: tuple[Grid, ...]
    white: float
    image_name: str = ""
    picture: KeptPicture | None = None

    @property
    def shape(self) -> Shape:
        """(channels, rows, columns) of the image."""
        rows, columns = self.channels[0].shape
        return len(self.channels), rows, columns

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Source):
            return NotImplemented
        if self is other:
            return True
        same = (self.white, self.image_name, self.picture) == (other.white, other.image_name, other.picture)
        return same and same_grids(self.channels, other.channels)

    # Arrays have no hash, and equal sources would need equal ones.
    __hash__ = None  # type: ignore[assignment]


class Chain(Value):
    """The layers before the one in focus and those behind it, each as it is over any image.

    source: the image that the first of them is over; None while the first layer is in focus, whose scenario has it.
    """

    before: tuple[Operation, ...] = ()
    after: tuple[Operation, ...] = ()
    source: Source | None = None

    @property
    def focus(self) -> int:
        """Which layer is in focus, from 0."""
        return len(self.before)

    @property
    def count(self) -> int:
        """How many layers there are, the one in focus among them."""
        return len(self.before) + 1 + len(self.after)

    @property
    def is_last(self) -> bool:
        """Whether the last layer is in focus."""
        return not self.after

    def over(self, layer: Convolution, shape: Shape, seed: int) -> Chain:
        """Return the chain whose layers behind the one in focus, which is over an image of this shape, take its maps.

        As many of them (see `chain_fit.fitted`), and where kernels are as large as what comes to them, of their size.
        """
        after = fitted(self.after, layer.filters, seed)
        if any(isinstance(each, Convolution) and each.whole_image for each in after):
            from .follow import following  # few are

            own = operation_of_layer(layer)
            after = following(after, own.output_shape(shape), seed, self.focus + 1)
        return self if after is self.after else self.changed(after=after)

    def check(self, layer: Convolution, shape: Shape) -> None:
        """Raise unless the layer in focus, over an image of this shape, makes maps that those behind it can take.

        Raises TooManyLayers, SoftmaxNotLast or LayerDoesNotFit.
        """
        own = operation_of_layer(layer)
        check_order((*self.before, own, *self.after))
        check_shapes((own, *self.after), shape, self.focus)


def operation_of_layer(layer: Operation) -> Operation:
    """Return what a scenario's layer does over any image: a pooling and a transposed convolution as they were set."""
    if isinstance(layer, Windows):
        return layer.of
    return layer.transposed if isinstance(layer, Spread) else layer


def activation_of(layer: Operation) -> str:
    """Return the name of a layer's activation; a pooling has none."""
    return "none" if isinstance(layer, Pooling) else layer.activation


def check_order(layers: tuple[Operation, ...]) -> None:
    """Raise TooManyLayers, or SoftmaxNotLast where it stands in another than the last layer."""
    if len(layers) > LAYERS.high:
        raise TooManyLayers(len(layers), int(LAYERS.high))
    for place, layer in enumerate(layers[:-1]):
        if activation_of(layer) == SOFTMAX:
            raise SoftmaxNotLast(place + 1, len(layers))


def check_shapes(layers: tuple[Operation, ...], shape: Shape, first: int = 0) -> tuple[Shape, ...]:
    """Return the shapes of the maps of these layers over an image of a shape, the first being layer `first` from 0.

    Raises LayerDoesNotFit, which names the first layer that does not fit.
    """
    found = []
    for number, layer in enumerate(layers, first + 1):
        try:
            layer.check(shape)
            made = layer.output_shape(shape)
            checked_pair(made[1:], "image size", PICTURE_SIZE)
        except ConvolutionError as problem:
            raise LayerDoesNotFit(number, *shape, problem) from problem
        found.append(made)
        shape = made
    return tuple(found)


def same_grids(one: tuple[Grid, ...], other: tuple[Grid, ...]) -> bool:
    """Say whether channels are the same: the very same grids, or equal ones."""
    if len(one) != len(other):
        return False
    return all(map(operator.is_, one, other)) or all(map(np.array_equal, one, other))
