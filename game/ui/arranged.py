"""How the four grids of a side of Compare are arranged: in the way in which their cells are the largest."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import prod
from typing import NamedTuple

from ..value import Value
from .columns import Shape, fit, fitting
from .place import Pair
from .stage import LEGEND

PRODUCTS, OUTPUT = 2, 3  # of the four grids

# Lengths in units of text.
BAND = 34  # above a grid, for its title
GAP = 24  # between grids beside each other
WORDS = (140, 104, 104, 200)  # the width that the grids' titles need

CAPS = (0.3, 0.2, 0.2, 0.3)  # of a pane's height that a cell of each grid has at most
KERNEL_SHARE = 0.37  # of width and height, that a kernel without room for its numbers has
SIGNED = 1.35  # how much wider a number with two decimals is with its sign
WORTH = (3.55, 0.5, 0.5, 3.0)  # how much twice the cells of each grid are worth: as powers of two, over both sides

Cells = tuple[int, int, int, int]  # of a table: row, column, rows, columns
Table = tuple[Cells, Cells, Cells | None, Cells]  # of image, kernel, products, output

ARRANGEMENTS: tuple[Table, ...] = (
    ((0, 0, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1), (0, 1, 1, 1)),  # image beside output, kernel beside products below them
    ((0, 0, 2, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 1, 1, 2)),  # beside the image the output, the small ones over it
    ((0, 0, 1, 3), (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)),  # all others below the image
    ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1), (0, 2, 2, 1)),  # as without Compare
    ((0, 0, 1, 2), (2, 0, 1, 1), (2, 1, 1, 1), (1, 0, 1, 2)),  # the output below the image, the small ones below both
    ((0, 0, 1, 1), (1, 0, 1, 1), None, (0, 1, 2, 1)),
    ((0, 0, 2, 1), (0, 1, 1, 1), None, (1, 1, 1, 1)),
    ((0, 0, 1, 2), (1, 0, 1, 1), None, (1, 1, 1, 1)),
    ((0, 0, 1, 1), (0, 1, 1, 1), None, (0, 2, 1, 1)),
)
"""The grids may stand in these ways; products without numbers tell nothing, so then there are none."""


class SharedRoom(Value):
    """What both panes have in common: the text's unit, and the shapes of both sides.

    numbers: device pixels of a cell that holds a number with two decimals.
    line: device pixels of the height of a line below the grids; 0: there is none.
    maps: the same of a row of small maps above it.
    """

    text: float
    shapes: tuple[Shape, Shape]
    numbers: int
    line: int = 0
    maps: int = 0

    @property
    def block(self) -> Pair:
        """The rows and columns of the image with the larger of both paddings."""
        rows, columns = (max(shape.image[axis] for shape in self.shapes) for axis in (0, 1))
        return rows, columns


def best_arranged(area: tuple[float, float], room: SharedRoom) -> Arranged:
    """Return the arrangement in which the numbers are the largest in a pane of that height and width."""
    boxes = _boxes(room, area[0])
    return max((_filled(cells, boxes, area, room) for cells in ARRANGEMENTS), key=lambda each: each.worth)


class _Box(NamedTuple):
    """What a grid takes on the larger side, with its words, and its pitches on both.

    worth: how large its numbers are; a cell that holds its number counts as twice as large as one that does not.
    """

    high: float
    wide: float
    worth: float
    pitches: Pair


def _boxes(room: SharedRoom, high: float) -> tuple[tuple[_Box, ...], ...]:
    """Return the boxes of all grids from the smallest to the largest."""
    first, second = room.shapes
    kernels = first.kernel, second.kernel
    sizes = (room.block, room.block), kernels, kernels, (first.output, second.output)
    return tuple(
        tuple(_box(room, grid, sizes[grid], scale, cap * high) for scale in range(1, max(1, int(cap * high)) + 1))
        for grid, cap in enumerate(CAPS)
    )


def _box(room: SharedRoom, grid: int, sizes: tuple[Pair, Pair], scale: int, cap: float) -> _Box:
    """Return the box of a grid in which each side's is as large as fits; one as large as both would have that pitch."""
    high, wide = (max(size[axis] for size in sizes) * scale for axis in (0, 1))
    first, second = (fit(wide, high, size, max(1.0, cap)) for size in sizes)
    high, wide = (max(first * sizes[0][axis], second * sizes[1][axis]) for axis in (0, 1))
    least = 0 if grid == PRODUCTS else 1
    first_worth, second_worth = (pitch * (2 if pitch >= room.numbers else least) for pitch in (first, second))
    return _Box(
        high=high + (LEGEND * room.text if grid == OUTPUT else 0),
        wide=max(wide, WORDS[grid] * room.text),
        worth=(first_worth * second_worth) ** (WORTH[grid] / 2),
        pitches=(first, second),
    )


class Arranged(NamedTuple):
    """Grids that stand as a table says; the height and width that all have, and the least gaps of rows and columns."""

    cells: Table
    boxes: tuple[_Box, _Box, _Box, _Box]
    area: tuple[float, float]
    gaps: tuple[float, float]

    def tracks(self, axis: int) -> list[float]:
        """Return the heights of the rows, or the widths of the columns."""
        found: list[float] = []
        for start, last, grid in _spans(self.cells, axis):
            found.extend([0.0] * (last + 1 - len(found)))
            box, before = self.boxes[grid], sum(found[start:last]) + (last - start) * self.gaps[axis]
            found[last] = max(found[last], (box.wide if axis else box.high) - before)
        return found

    def slack(self, axis: int) -> float:
        """Return what is left of the height or width; less than nothing where the grids do not fit."""
        tracks = self.tracks(axis)
        return self.area[axis] - sum(tracks) - (len(tracks) - 1) * self.gaps[axis]

    @property
    def fits(self) -> bool:
        """Tell whether all grids have room."""
        return self.slack(1) >= 0 and self.slack(0) >= 0

    def keeps(self, other: Arranged, numbers: int) -> bool:
        """Tell whether all grids fit, and no cell of another arrangement in which a number can be read is larger.

        numbers: device pixels of a cell that holds a number with two decimals; with a sign it needs `SIGNED` times as
        many.
        """
        pairs = zip(self.boxes, other.boxes, strict=True)
        enough = round(numbers * SIGNED)
        return self.fits and all(
            own >= min(before, enough)
            for box, old in pairs
            for own, before in zip(box.pitches, old.pitches, strict=True)
        )

    @property
    def worth(self) -> float:
        """How large the numbers are; where the grids do not fit, less than nothing."""
        if not self.fits:
            return min(self.slack(0), self.slack(1))
        return prod(box.worth for box, cells in zip(self.boxes, self.cells, strict=True) if cells)

    def starts(self, axis: int) -> list[int]:
        """Return where rows or columns begin: what is left is between them, and what is too much there around them."""
        tracks, slack, gap = self.tracks(axis), max(0.0, self.slack(axis)), self.gaps[axis]
        between = min(gap, slack / max(1, len(tracks) - 1))
        first = (slack - between * (len(tracks) - 1)) / 2
        return [round(first + sum(tracks[:index]) + index * (gap + between)) for index in range(len(tracks))]


@lru_cache(maxsize=32)
def _spans(cells: Table, axis: int) -> tuple[tuple[int, int, int], ...]:
    """Return first and last row or column of each grid that is there; those that take more than one at the end."""
    found = [(each[axis], each[axis] + each[axis + 2] - 1, grid) for grid, each in enumerate(cells) if each]
    return tuple(sorted(found, key=lambda span: (span[1] - span[0], span)))


def _filled(cells: Table, boxes: tuple[tuple[_Box, ...], ...], area: tuple[float, float], room: SharedRoom) -> Arranged:
    """Return grids arranged in that way as large as they fit: of image and output those that are worth most."""
    images, kernels, products, outputs = boxes
    gaps = BAND * room.text, GAP * room.text

    def arranged(image: int, kernel: int, output: int) -> Arranged:
        return Arranged(cells, (images[image], kernels[kernel], products[kernel], outputs[output]), area, gaps)

    enough = next((k for k, box in enumerate(kernels) if min(box.pitches) >= room.numbers), len(kernels) - 1)
    share = [k for k, box in enumerate(kernels) if max(box.high / area[0], box.wide / area[1]) <= KERNEL_SHARE]
    kernel = enough if cells[PRODUCTS] else min(enough, max(share, default=0))
    best, output, largest = (0.0, 0, 0), 0, _last(len(images), lambda image: arranged(image, kernel, 0).fits)
    for image in range(largest, largest // 3 - 1, -1):
        while output + 1 < len(outputs) and arranged(image, kernel, output + 1).fits:
            output += 1
        best = max(best, (images[image].worth * outputs[output].worth, image, output))
    _, image, output = best
    return arranged(image, max(kernel, _last(len(kernels), lambda more: arranged(image, more, output).fits)), output)


def _last(count: int, fits: Callable[[int], bool]) -> int:
    """Return the last of so many sizes that fits, or the first if none does."""
    return max(1, fitting(count, lambda size: fits(size - 1))) - 1
