"""The grids of an exercise: image, kernel, output; and the lines in which its size is worked out."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ..core.grid import Grid, Pair
from ..core.output_size import AxisFacts
from ..core.padding import padded
from ..core.scenario import Scenario
from ..words.numbers import LEAST
from .kind import Kind
from .sheet import Cells, Figure, Fill
from .wording import Wording, is_padded, written


def cells_of(grid: Grid) -> Cells:
    """Return the texts of a grid."""
    return tuple(tuple(written(float(value)) for value in row) for row in grid)


def empty(size: Pair) -> Cells:
    """Return a grid of empty cells."""
    return tuple(("",) * size[1] for _ in range(size[0]))


def given(scenario: Scenario, kind: Kind, wording: Wording, *, padding: bool) -> tuple[Figure, ...]:
    """Return the image's channels, with their padding if it shall be drawn, and their kernels."""
    drawn = padding and is_padded(kind.padding) and not kind.is_transposed
    several = len(scenario.pixels) > 1
    images = []
    for place, pixels in enumerate(scenario.pixels):
        name = "image.channel" if several else "image.padded" if drawn else "image"
        label = wording.of(name, channel=place + 1)
        images.append(_padded(pixels, kind, label) if drawn else Figure(label, cells_of(pixels)))
    if kind.is_pooling:
        return tuple(images)
    weights = scenario.layer.chosen_weights[0]
    kernels = (
        Figure(
            wording.of("kernel.channel" if several else "kernel", channel=place + 1),
            cells_of(each),
            begins=several and place == 0,
        )
        for place, each in enumerate(weights)
    )
    return (*images, *kernels)


def _padded(pixels: Grid, kind: Kind, label: str) -> Figure:
    """Return a channel with what stands around it: for a pooling that is no pixel."""
    around = kind.padding
    cells = [list(row) for row in cells_of(padded(pixels[np.newaxis], around)[0])]
    image = around.top, around.left, *kind.size
    if kind.is_pooling and (kind.operation == "max pooling" or not kind.count_padding):
        for row, column in np.ndindex(len(cells), len(cells[0])):
            inside = 0 <= row - image[0] < image[2] and 0 <= column - image[1] < image[3]
            if not inside:
                cells[row][column] = LEAST if kind.operation == "max pooling" else ""
    return Figure(label, tuple(map(tuple, cells)), image)


def blank(label: str, answer: Grid, more: Pair) -> Figure:
    """Return a grid to fill in, so many rows and columns larger than its answer."""
    rows, columns = answer.shape
    return Figure(label, empty((rows + more[0], columns + more[1])), blank=True, answers=cells_of(answer))


def size_lines(kind: Kind, wording: Wording) -> tuple[Fill, ...]:
    """Return the formulas of the output's rows and columns, with blanks for their numbers."""
    lines: list[Fill] = []
    for axis, name in zip(kind.axes(), ("rows", "columns"), strict=True):
        said = wording.of(name)
        if axis.dilation > 1:
            reach = axis.dilation, axis.kernel, axis.extent
            lines.append(filled(wording.of("reach", axis=said), reach))
        name, numbers = _formula(axis)
        lines.append(filled(wording.of(name, axis=said), numbers))
    return tuple(lines)


def _formula(axis: AxisFacts) -> tuple[str, tuple[int, ...]]:
    """Return the name of the text of an axis's formula, and the numbers of its blanks."""
    if axis.left_out:
        return "size.left_out", (axis.outputs,)
    around = (axis.before,) if axis.alike else (axis.before, axis.after)
    sides = "" if axis.alike else ".sides"
    if axis.output_padding is not None:
        more = (axis.output_padding,) if axis.output_padding else ()
        numbers = axis.length, axis.stride, axis.extent, *around, *more, axis.outputs
        return f"size.transposed{sides}{'.more' if more else ''}", numbers
    numbers = axis.length, *around, axis.extent, axis.stride, axis.outputs
    return f"size{'.ceil' if axis.ceil else ''}{sides}", numbers


def filled(words: str, numbers: Iterable[float]) -> Fill:
    """Return a line with blanks and the numbers that belong there."""
    return Fill(words, tuple(map(written, numbers)))
