"""Which pixels the patches cover, how often, and what no patch ever sees.

Along an axis of the padded image, the kernel's cell u of output cell r lies on the pixel r·stride + u·dilation. A patch
is a rectangle of such rows and columns, so everything here is worked out per axis and then crossed.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..value import Single
from .axes import Axis, Counts, Mask
from .grid import Pair
from .scenario import Scenario


class Lines(NamedTuple):
    """How many rows and columns no patch covers: after the last patch, and before that."""

    trailing_rows: int
    trailing_columns: int
    skipped_rows: int
    skipped_columns: int


class Uncovered(Single):
    """The pixels of the padded image with coverage 0, and how many rows and columns they fill.

    left_over    in trailing rows or columns, after the last patch, because the stride does not divide
                 (but for what is covered elsewhere, where reflect, replicate or circular repeats it)
    skipped      before that: between patches (stride larger than the kernel) or in the gaps of the dilation
    """

    left_over: Mask
    skipped: Mask
    lines: Lines


def axes_of(scenario: Scenario) -> tuple[Axis, Axis]:
    """Return rows and columns of the image, and what the kernel reads of them."""
    return scenario.layer.axes(scenario.image_size)


def coverage(scenario: Scenario) -> Counts:
    """Return how many patches cover each pixel of the padded image, shape `padded_size`.

    A pixel that reflect, replicate or circular repeats is covered wherever it stands: each of its places has as many as
    all of them together.
    """
    rows, columns = map(axis_coverage, axes_of(scenario))
    return np.outer(rows, columns)


def axis_coverage(axis: Axis) -> Counts:
    """Return how often each place of the padded source is read, together with all that repeat the same pixel."""
    repeated = axis.coverage[np.maximum(axis.padded, 0)]
    return np.where(axis.padded < 0, axis.padded_coverage, repeated)


def corners_and_middle(scenario: Scenario) -> tuple[Pair, Pair]:
    """Return the least and the greatest coverage of the image's corner pixels, and of those in its middle.

    The middle is one pixel, or two or four where a size is even.
    """
    (rows, columns), (above, left) = scenario.image_size, scenario.padding
    inside = coverage(scenario)[above : above + rows, left : left + columns]
    corners = inside[[0, -1]][:, [0, -1]]
    middle = inside[(rows - 1) // 2 : rows // 2 + 1, (columns - 1) // 2 : columns // 2 + 1]
    return (int(corners.min()), int(corners.max())), (int(middle.min()), int(middle.max()))


def uncovered(scenario: Scenario) -> Uncovered:
    """Return the pixels of the padded image that no patch covers, left over and skipped apart."""
    axes = axes_of(scenario)
    rows, columns = (axis_coverage(axis) == 0 for axis in axes)
    trailing_rows, trailing_columns = (lost & axis.left_over for lost, axis in zip((rows, columns), axes, strict=True))
    left_over = trailing_rows[:, np.newaxis] | trailing_columns
    skipped = ~left_over & (rows[:, np.newaxis] | columns)
    counts = (trailing_rows, trailing_columns, rows & ~trailing_rows, columns & ~trailing_columns)
    return Uncovered(left_over, skipped, Lines(*(int(np.count_nonzero(each)) for each in counts)))


def axis_fed_by(scenario: Scenario, axis: int, place: int) -> list[int]:
    """Return the output rows (axis 0) or columns (axis 1) whose patch lies on an image row or column.

    A place in the padding that repeats a pixel feeds what that pixel feeds.
    """
    along = axes_of(scenario)[axis]
    source = along.source(place)
    return along.read_at(place) if source < 0 else along.fed_by(source)


def cells_fed_by(scenario: Scenario, pixel: Pair) -> list[Pair]:
    """Return the output cells, row by row, that use this pixel (image coordinates; a padding pixel feeds cells too)."""
    rows = axis_fed_by(scenario, 0, pixel[0])
    columns = axis_fed_by(scenario, 1, pixel[1])
    return [(row, column) for row in rows for column in columns]


def pixels_touched_by_weight(scenario: Scenario, weight: Pair) -> list[Pair]:
    """Return the pixels, row by row, that this weight ever lies on (image coordinates, negative in the padding)."""
    first = [weight[axis] * scenario.dilation[axis] - scenario.padding[axis] for axis in (0, 1)]
    rows, columns = (
        range(first[axis], first[axis] + scenario.output_size[axis] * scenario.stride[axis], scenario.stride[axis])
        for axis in (0, 1)
    )
    return [(row, column) for row in rows for column in columns]
