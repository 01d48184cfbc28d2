"""Receptive fields: from a cell of any layer back to all that it is made of, and from a pixel on to all that it feeds.

Source: V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning", arXiv:1603.07285; A. Araujo, W.
Norris and J. Sim, "Computing receptive fields of convolutional neural networks", Distill (2019). The tables of taps
tell which places each output place reads, whatever stands in the padding; rows and columns go by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from ..value import Single, Value
from .grid import Pair, Shape
from .operations import Operation
from .padding import NOTHING
from .pooling import Pooling
from .transposed import TransposedConvolution

if TYPE_CHECKING:
    from numpy.typing import NDArray

Reads: TypeAlias = "NDArray[np.bool_]"
"""Which places of its source each output place reads along an axis, shape (outputs, places)."""
Places: TypeAlias = tuple[int, ...]
"""Places along an axis, in order."""


class Field(Value):
    """Pixels or cells of a layer: all of these rows and columns of these channels, each in order; maybe none."""

    channels: Places
    rows: Places
    columns: Places

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.channels and self.rows and self.columns)


def fields_of(layers: tuple[Operation, ...], shape: Shape, level: int, field: Field) -> tuple[Field, ...]:
    """Return, of the image and of the maps of each layer, what a field of one of them is made of, and what it feeds.

    shape: of the image that the first layer is over. level: whose the field is: 0 the image's, n the maps' of the n-th
    layer. Before it stands what it is made of, after it what it feeds.
    """
    return fields_by(tables_of(layers, shape), level, field)


class Tables(Single):
    """Of each layer which channels, rows and columns of its source those of its maps are made of."""

    each: tuple[tuple[Reads, ...], ...]


def tables_of(layers: tuple[Operation, ...], shape: Shape) -> Tables:
    """Return what fields are found by, whichever pixel or cell they are of; layers and shape as for `fields_of`."""
    return Tables(tuple(_tables(layer, over) for layer, over in zip(layers, _shapes(layers, shape), strict=False)))


def fields_by(tables: Tables, level: int, field: Field) -> tuple[Field, ...]:
    """Return the same as `fields_of`, by the tables of its layers and shape."""
    found = [field]
    for table in reversed(tables.each[:level]):
        found.insert(0, _met_by(found[0], table))
    for table in tables.each[level:]:
        found.append(_met_by(found[-1], (reads.T for reads in table)))
    return tuple(found)


def alone(cell: tuple[int, int, int]) -> Field:
    """Return the field of a pixel or cell (channel, row, column) alone."""
    return Field(*((place,) for place in cell))


def _shapes(layers: tuple[Operation, ...], shape: Shape) -> tuple[Shape, ...]:
    """Return the shape of the image, and of the maps of each layer."""
    found = [shape]
    for layer in layers:
        found.append(layer.output_shape(found[-1]))
    return tuple(found)


def _tables(layer: Operation, over: Shape) -> tuple[Reads, ...]:
    """Return which channels, rows and columns of its source those of a layer's maps are made of."""
    return _met(layer, over[0]), *_reads(layer, over[1:])


def _met_by(field: Field, tables: Iterable[Reads]) -> Field:
    """Return what belongs to a field, by tables of which it has the first side."""
    sides = (field.channels, field.rows, field.columns)
    return Field(*(_some(table[list(side)]) for table, side in zip(tables, sides, strict=True)))


def _some(met: Reads) -> Places:
    """Return the columns in which something is true in any row."""
    return tuple(np.flatnonzero(met.any(axis=0)).tolist())


def _met(layer: Operation, channels: int) -> Reads:
    """Return which channels each map is made of, shape (maps, channels); softmax shares each place out to all maps."""
    if isinstance(layer, Pooling):
        return np.eye(channels, dtype=bool)
    if layer.activation == "softmax":
        return np.ones((layer.filters, channels), bool)
    groups = layer.groups
    block = np.ones((layer.filters // groups, channels // groups), bool)
    return np.kron(np.eye(groups, dtype=bool), block)


def _reads(layer: Operation, size: Pair) -> tuple[Reads, Reads]:
    """Return which places of an image of a size each row, and each column, of a layer's maps reads."""
    if isinstance(layer, TransposedConvolution):
        return _stamped(layer, size)
    rows, columns = layer.axes(size)
    return _of_taps(rows.taps, rows.length), _of_taps(columns.taps, columns.length)


def _of_taps(taps: NDArray[np.int64], length: int) -> Reads:
    reads = np.zeros((len(taps), length), bool)
    outputs, weights = np.nonzero(taps != NOTHING)
    reads[outputs, taps[outputs, weights]] = True
    return reads


def _stamped(layer: TransposedConvolution, size: Pair) -> tuple[Reads, Reads]:
    """Return the same of stamps: the map's place p·stride + w·dilation − what is cut off is made of the pixel p."""
    _, *made = layer.output_shape((layer.channels, *size))
    found = []
    for length, outputs, kernel, stride, dilation, (cut, _) in zip(
        size, made, layer.kernel_size, layer.stride, layer.dilation, layer.padding.sides, strict=True
    ):
        reads = np.zeros((outputs, length), bool)
        for place in range(length):
            hit = place * stride + np.arange(kernel) * dilation - cut
            reads[hit[(hit >= 0) & (hit < outputs)], place] = True
        found.append(reads)
    return found[0], found[1]
