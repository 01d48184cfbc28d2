"""What a layer does over images of one size, as a table of places, so that many images are taken at once.

All of a layer's geometry is in one table: for each weight of a kernel, or place of a window, which place of the source
it reads for each cell. Stride, padding of any mode, dilation, zeros between pixels and windows over the end differ in
this table alone. Numbers stand as (channels, places, images), so that what is read of a place is one row of memory.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..core.chain import operation_of_layer
from ..core.grid import Grid, Shape
from ..core.layers import Convolution
from ..core.operations import Operation
from ..core.padding import NOTHING
from ..core.pooling import Pooling
from ..core.spread import Spread, of_pytorch
from ..core.tensors import Filters
from ..core.transposed import TransposedConvolution
from ..value import Single

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..core.axes import Axis

    Places = NDArray[np.int64]


class Plan(Single):
    """A layer over images of one shape.

    layer     what it does, as files have it
    sources   the shape that it takes, (channels, rows, columns)
    outputs   the shape that it makes
    taps      which place of the source is read, shape (weights of a kernel, cells); the number of places, which is one
              more than the last, stands for what is none of them
    fill      what is read there
    """

    layer: Operation
    sources: Shape
    outputs: Shape
    taps: Places
    fill: float

    @property
    def places(self) -> int:
        """How many pixels a channel of the source has."""
        return self.sources[1] * self.sources[2]

    @property
    def cells(self) -> int:
        """How many cells a map has."""
        return self.outputs[1] * self.outputs[2]

    @cached_property
    def is_padded(self) -> bool:
        """Whether anything is read that is no pixel."""
        return bool((self.taps == self.places).any())

    @cached_property
    def reads_in_order(self) -> bool:
        """Whether every pixel is read once, and in their order: of a kernel as large as its source."""
        return self.cells == 1 and np.array_equal(self.taps[:, 0], np.arange(self.places))

    @cached_property
    def readers(self) -> Places:
        """Which numbers that were read came from each place: shape (places, most readers of one), weight by weight.

        One more than the last stands where a place has fewer readers.
        """
        read = self.taps.ravel()
        order = np.argsort(read, kind="stable")
        counts = np.bincount(read, minlength=self.places + 1)[: self.places]
        most = max(1, int(counts.max()))
        found = np.full((self.places, most), read.size, np.int64)
        first = np.cumsum(counts) - counts
        for place, (start, count) in enumerate(zip(first, counts, strict=True)):
            found[place, :count] = order[start : start + count]
        return found

    @cached_property
    def counts(self) -> Grid:
        """Of an average pooling, by how many places the sum of each cell is divided: shape (cells, 1)."""
        assert isinstance(self.layer, Pooling)
        return self.layer.counts(self.sources[1:]).reshape(-1, 1)


def plan_of(layer: Operation, shape: Shape) -> Plan:
    """Return the plan of a layer over images of a shape. Raises the errors of the layer's `check`."""
    plain = operation_of_layer(layer)
    plain.check(shape)
    if isinstance(plain, Pooling):
        rows, columns = plain.axes(shape[1:])
        fill = -np.inf if plain.kind == "max" else 0.0
        return _plan(plain, shape, rows.taps, columns.taps, fill)
    if isinstance(plain, Convolution):
        rows, columns = plain.axes(shape[1:])
        return _plan(plain, shape, rows.taps, columns.taps, plain.padding.fill)
    walk = walked(plain)
    (down, across), size = plain.stride, (shape[1], shape[2])
    wide = (size[0] - 1) * down + 1, (size[1] - 1) * across + 1
    rows, columns = walk.axes(wide)
    return _plan(plain, shape, _apart(rows, down), _apart(columns, across), 0.0)


def walked(layer: TransposedConvolution) -> Spread:
    """Return a transposed convolution as its walk over the spread image."""
    names = ("stride", "padding", "output_padding", "dilation", "groups", "activation")
    return Spread(of_pytorch(layer), layer.bias, **{name: getattr(layer, name) for name in names})


def _apart(axis: Axis, stride: int) -> Places:
    """Return which pixel is read along an axis of an image with zeros between its pixels; `NOTHING` for a zero."""
    return np.where((axis.taps >= 0) & (axis.taps % stride == 0), axis.taps // stride, NOTHING)


def _plan(layer: Operation, shape: Shape, rows: Places, columns: Places, fill: float) -> Plan:
    """Return the plan of what is read along both axes, shapes (cells, weights) of each."""
    down, across = rows.T[:, None, :, None], columns.T[None, :, None, :]
    places = np.where((down == NOTHING) | (across == NOTHING), shape[1] * shape[2], down * shape[2] + across)
    taps = places.reshape(rows.shape[1] * columns.shape[1], len(rows) * len(columns))
    taps.flags.writeable = False
    return Plan(layer, shape, layer.output_shape(shape), taps, fill)


def weights_of(layer: Operation) -> Filters | None:
    """Return the weights as a walk has them, (filters, channels of a group, rows, columns); None of a pooling."""
    if isinstance(layer, Pooling):
        return None
    return walked(layer).weights if isinstance(layer, TransposedConvolution) else layer.weights
