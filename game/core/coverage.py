"""Which pixels the patches cover, how often, and what no patch ever sees.

Along an axis of the padded image, the kernel's cell u of output cell r lies on the pixel r·stride + u·dilation. A patch
is a rectangle of such rows and columns, so everything here is worked out per axis and then crossed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from ..value import Single
from .grid import Pair
from .scenario import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

Counts: TypeAlias = "NDArray[np.int64]"
Mask: TypeAlias = "NDArray[np.bool_]"


class Lines(NamedTuple):
    """How many rows and columns no patch covers: after the last patch, and before that."""

    trailing_rows: int
    trailing_columns: int
    skipped_rows: int
    skipped_columns: int


class Uncovered(Single):
    """The pixels of the padded image with coverage 0, and how many rows and columns they fill.

    left_over    in trailing rows or columns, after the last patch, because the stride does not divide
    skipped      before that: between patches (stride larger than the kernel) or in the gaps of the dilation
    """

    left_over: Mask
    skipped: Mask
    lines: Lines


def axis_coverage(scenario: Scenario, axis: int) -> Counts:
    """Return how many patch rows (axis 0) or columns (axis 1) lie on each row or column of the padded image."""
    first = np.arange(scenario.output_size[axis]) * scenario.stride[axis]
    offset = np.arange(scenario.kernel_size[axis]) * scenario.dilation[axis]
    places = np.add.outer(first, offset).ravel()
    return np.bincount(places, minlength=scenario.padded_size[axis]).astype(np.int64)


def coverage(scenario: Scenario) -> Counts:
    """Return how many patches cover each pixel of the padded image, shape `padded_size`."""
    return np.outer(axis_coverage(scenario, 0), axis_coverage(scenario, 1))


def corners_and_middle(scenario: Scenario) -> tuple[Pair, Pair]:
    """Return the least and the greatest coverage of the image's corner pixels, and of those in its middle.

    The middle is one pixel, or two or four where a size is even.
    """
    (rows, columns), (above, left) = scenario.image_size, scenario.padding
    inside = coverage(scenario)[above : above + rows, left : left + columns]
    corners = inside[[0, -1]][:, [0, -1]]
    middle = inside[(rows - 1) // 2 : rows // 2 + 1, (columns - 1) // 2 : columns // 2 + 1]
    return (int(corners.min()), int(corners.max())), (int(middle.min()), int(middle.max()))


def last_end(scenario: Scenario, axis: int) -> int:
    """Return where the last patch ends on an axis of the padded image: (outputs − 1) · stride + extent."""
    return (scenario.output_size[axis] - 1) * scenario.stride[axis] + scenario.kernel_extent[axis]


def uncovered(scenario: Scenario) -> Uncovered:
    """Return the pixels of the padded image that no patch covers, left over and skipped apart."""
    rows, columns = axis_coverage(scenario, 0), axis_coverage(scenario, 1)
    row_end, column_end = last_end(scenario, 0), last_end(scenario, 1)
    left_over = np.zeros(scenario.padded_size, dtype=np.bool_)
    left_over[row_end:, :] = True
    left_over[:, column_end:] = True
    skipped = ~left_over & (np.outer(rows, columns) == 0)
    lines = Lines(
        trailing_rows=len(rows) - row_end,
        trailing_columns=len(columns) - column_end,
        skipped_rows=int(np.count_nonzero(rows[:row_end] == 0)),
        skipped_columns=int(np.count_nonzero(columns[:column_end] == 0)),
    )
    return Uncovered(left_over, skipped, lines)


def axis_fed_by(scenario: Scenario, axis: int, place: int) -> list[int]:
    """Return the output rows (axis 0) or columns (axis 1) whose patch lies on an image row or column.

    They are all r with r·stride + u·dilation = place + padding for one of the kernel's u.
    """
    padded_place = place + scenario.padding[axis]
    stride, dilation, extent = scenario.stride[axis], scenario.dilation[axis], scenario.kernel_extent[axis]
    offsets = ((place, padded_place - place * stride) for place in range(scenario.output_size[axis]))
    return [place for place, offset in offsets if 0 <= offset < extent and offset % dilation == 0]


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
