"""Padding pixels that repeat pixels of the image: each shows its value, inset and dashed as zeros of padding are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ..core.grid import Grid, Region
from ..core.padding import Sources
from ..core.result import Result
from ..core.scenario import Scenario
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from .colours import Colours
from .numbers import NumberLook, shown
from .padding_cells import draw_padding

Cell = tuple[int, int, int, int]
"""Row and column on a place, and row and column of the padded image."""


def draw_repeats(
    canvas: Canvas,
    place: GridPlace,
    result: Result,
    look: NumberLook,
    colours_of: Callable[[Grid], Colours],
    block: Region | None = None,
) -> list[Cell]:
    """Draw the padding pixels of a place, and return them; of a block of the image, only those that repeat it.

    colours_of: what pixels look like.
    """
    cells = list(_cells(place, result.scenario, block))
    if cells:
        _, _, rows, columns = np.transpose(cells)
        values = result.padded_image[rows, columns]
        colours = colours_of(values[None])[0].tolist()
        for (row, column, _, _), value, (red, green, blue) in zip(cells, values.tolist(), colours, strict=True):
            face = Rect(place.edge(column), place.edge(row), place.side, place.side)
            draw_padding(canvas, face, place, look, shown(value, look.decimals), (red, green, blue))
    return cells


def _cells(place: GridPlace, scenario: Scenario, block: Region | None) -> Iterator[Cell]:
    """Yield the padding pixels of a place, in row order; of a block, those that repeat a pixel of it."""
    sources = [axis.padded for axis in scenario.layer.axes(scenario.image_size)]
    before, size = scenario.padding, scenario.image_size
    fed = [
        np.ones(len(source), bool) if block is None else (source >= part.start) & (source < part.stop)
        for source, part in zip(sources, block or (slice(0), slice(0)), strict=True)
    ]
    for row in range(place.rows):
        for column in range(place.columns):
            at = row + place.first[0], column + place.first[1]
            padded = at[0] + before[0], at[1] + before[1]
            inside = 0 <= at[0] < size[0] and 0 <= at[1] < size[1]
            if not inside and fed[0][padded[0]] and fed[1][padded[1]]:
                yield row, column, *padded


def blocks_repeating(place: GridPlace, scenario: Scenario, block: Region | None) -> tuple[Rect, ...]:
    """Return areas of a place that hold a block of the image and all padding that repeats a pixel of it."""
    own = place.block_of(block)
    if block is None or not own:
        return own
    rows, columns = (
        _runs(axis.padded[first + axis.before :][:length], part)
        for axis, part, first, length in zip(
            scenario.layer.axes(scenario.image_size), block, place.first, (place.rows, place.columns), strict=True
        )
    )
    return tuple(
        place.block(place.first[0] + row.start, place.first[1] + column.start, len(row), len(column))
        for row in rows
        for column in columns
    )


def _runs(places: Sources, part: slice) -> list[range]:
    """Return which places of an axis repeat a part of the source, as runs without a gap."""
    met = np.flatnonzero((places >= part.start) & (places < part.stop))
    ends = np.flatnonzero(np.diff(met) > 1) + 1
    return [range(int(run[0]), int(run[-1]) + 1) for run in np.split(met, ends) if len(run)]
