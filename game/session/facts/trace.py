"""The facts of where a cell comes from: the image and every layer up to the cell's, each with the part that is lit."""

from __future__ import annotations

import numpy as np

from ...core.chain import SOFTMAX, activation_of
from ...core.chain_results import chain_results
from ...core.chained import focus_of, layers_of, source_of
from ...core.grid import Grid, Shape
from ...core.receptive import Field, alone, fields_of
from ...core.result import Result
from ...core.shares import waits
from ...play.trace import Trace
from ...value import Single
from .strip import operation_of


class TraceLevel(Single):
    """Of the source image, or of a layer.

    number: 0 for the image, then from 1. operation, activation: their names in files, "" for the image.
    channels: of the image, or the map in front alone. front: which map that is. shape: (maps, rows, columns) of all.
    magnitude: the value that is drawn white, or with the full hue. field: what of it the cell is made of.
    made: how many cells of the map stand, in row order.
    classes: of a layer of one cell a map the numbers of all maps, as far as they stand, which are shown as classes.
    """

    number: int
    operation: str
    activation: str
    channels: tuple[Grid, ...]
    front: int
    shape: Shape
    magnitude: float
    field: Field
    made: int
    classes: tuple[float | None, ...] = ()


class TraceFacts(Single):
    """Of the cell whose field is lit: (map, row, column) in the last level; how many levels back it is lit.

    has_classes: the maps of its layer are the classes of a last layer with softmax.
    """

    levels: tuple[TraceLevel, ...]
    cell: Shape
    lit: int
    has_classes: bool

    @property
    def reached(self) -> TraceLevel:
        """The level that is lit last."""
        return self.levels[len(self.levels) - 1 - self.lit]


def trace_facts(result: Result, trace: Trace) -> TraceFacts:
    """Return the facts of a trace; nothing of the walk that is not made yet is in them."""
    layers, source, found = layers_of(result.scenario), source_of(result.scenario), chain_results(result)
    fields = fields_of(layers[: trace.level], source.shape, trace.level, alone(trace.cell))
    shown = source.channels if len(source.channels) == 3 else (source.channels[_first(fields[0])],)
    rows, columns = shown[0].shape
    levels = [
        TraceLevel(0, "", "", shown, _first(fields[0]), source.shape, source.white, fields[0], rows * columns),
    ]
    for number, layer in enumerate(layers[: trace.level], 1):
        focused = number == focus_of(result.scenario) + 1
        own = result if focused and waits(result) else found.results[number - 1]
        front = trace.cell[0] if number == trace.level else strongest(own.maps, fields[number])
        shape = len(own.maps), *own.scenario.output_size
        stands = trace.made if focused else (shape[1] * shape[2],) * shape[0]
        levels.append(
            TraceLevel(
                number=number,
                operation=operation_of(layer),
                activation=activation_of(layer),
                channels=(own.maps[front],),
                front=front,
                shape=shape,
                magnitude=own.magnitude,
                field=fields[number],
                made=stands[front],
                classes=_classes(own.maps, stands) if shape[1:] == (1, 1) and shape[0] > 1 else (),
            )
        )
    has_classes = trace.level == len(layers) and activation_of(layers[-1]) == SOFTMAX
    return TraceFacts(tuple(levels), trace.cell, min(trace.lit, trace.level), has_classes)


def _first(field: Field) -> int:
    return field.channels[0] if field.channels else 0


def _classes(maps: tuple[Grid, ...], stands: tuple[int, ...]) -> tuple[float | None, ...]:
    return tuple(float(grid[0, 0]) if made else None for grid, made in zip(maps, stands, strict=True))


def strongest(maps: tuple[Grid, ...], field: Field) -> int:
    """Return which of the maps of a field has the largest magnitude in it."""
    if field.is_empty:
        return _first(field)
    block = np.ix_(field.rows, field.columns)
    return max(field.channels, key=lambda number: float(np.abs(maps[number][block]).max()))
