"""Where everything of Compare stands: two panes of one size, each with its head and its four grids.

On a wide stage the panes stand side by side, on a tall one below each other. How the grids stand in them is chosen from
a few arrangements: the one in which their cells, and so their numbers, are the largest. The image's pixels are of one
size on both sides and stand at the same place in their panes, and so do the outputs: what differs is seen at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache
from math import prod
from typing import NamedTuple

from ..input.targets import Side
from ..value import Value
from .geometry import EMPTY, Rect
from .place import GridPlace, Pair
from .stage import PANE_MARGIN, Shape, Stage, fit, grid_place

NOTHING = GridPlace(0, 0, 0, 0, 0)
PRODUCTS, OUTPUT = 2, 3  # of the four grids

# Lengths in units of text.
BETWEEN_PANES = 12
INSIDE = 10  # from a pane's edge to what stands in it
HEAD = 50
REACH = 4  # of the head, beyond what stands under it: its badge stands at the edge
BAND = 34  # above a grid, for its title
GAP = 24  # between grids beside each other
WORDS = (140, 104, 104, 200)  # the width that the grids' titles need

CAPS = (0.3, 0.2, 0.2, 0.3)  # of a pane's height that a cell of each grid has at most
KERNEL_SHARE = 0.37  # of width and height, that a kernel without room for its numbers has
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


class Pane(Value):
    """One side: its whole place, its head, and the places of its grids."""

    side: Side
    rect: Rect
    head: Rect
    places: Stage


class SharedRoom(Value):
    """What both panes have in common: the text's unit, the shapes of both sides, what is kept free for the legends.

    numbers: device pixels of a cell that holds a number with two decimals.
    """

    text: float
    shapes: tuple[Shape, Shape]
    legend: float
    numbers: int

    @property
    def block(self) -> Pair:
        """The rows and columns of the image with the larger of both paddings."""
        rows, columns = (max(shape.image[axis] for shape in self.shapes) for axis in (0, 1))
        return rows, columns

    def padding(self, index: int) -> Pair:
        """Return by how many rows and columns a side's padding is smaller than the larger one."""
        rows, columns = (
            max(shape.padding[axis] for shape in self.shapes) - self.shapes[index].padding[axis] for axis in (0, 1)
        )
        return rows, columns


@lru_cache(maxsize=64)
def compare_panes(area: Rect, room: SharedRoom, alone: bool = False) -> tuple[Pane, Pane]:
    """Return the panes of both sides on a stage; `alone` shows the source images and nothing else."""
    text = room.text
    if alone:
        return _images(_split(area, 0, 4), room)
    rects = _split(area, round(PANE_MARGIN * text), round(BETWEEN_PANES * text))
    inner = tuple(rect.inset(INSIDE * text, 0) for rect in rects)
    free = inner[0].h - (HEAD + BAND + INSIDE) * text, inner[0].w
    boxes = _boxes(room, free[0])
    best = max((_filled(cells, boxes, free, room) for cells in ARRANGEMENTS), key=lambda each: each.worth)
    stages = (best.stage(rect, index, room) for index, rect in enumerate(inner))
    first, second = (
        Pane(
            side,
            rect,
            Rect.of(inside.x - REACH * text, rect.y + 6 * text, inside.w + 2 * REACH * text, (HEAD - 6) * text),
            stage,
        )
        for side, rect, inside, stage in zip(Side, rects, inner, stages, strict=True)
    )
    return first, second


def _split(area: Rect, margin: int, gap: int) -> tuple[Rect, Rect]:
    """Return two rectangles of one size: beside each other on a wide area, else below each other."""
    inner = area.inset(margin, margin)
    if area.w >= area.h:
        wide = (inner.w - gap) // 2
        return Rect(inner.x, inner.y, wide, inner.h), Rect(inner.right - wide, inner.y, wide, inner.h)
    high = (inner.h - gap) // 2
    return Rect(inner.x, inner.y, inner.w, high), Rect(inner.x, inner.bottom - high, inner.w, high)


def _images(rects: tuple[Rect, Rect], room: SharedRoom) -> tuple[Pane, Pane]:
    pitch = fit(rects[0].w, rects[0].h, room.block)

    def pane(side: Side, rect: Rect, index: int) -> Pane:
        shape = room.shapes[index]
        whole = rect.centred(pitch * shape.image[1], pitch * shape.image[0])
        image = grid_place(whole.x, whole.y, pitch, shape.image, shape.padding)
        return Pane(side, rect, EMPTY, _stage(room, image, NOTHING, NOTHING, NOTHING, 0))

    return pane(Side.A, rects[0], 0), pane(Side.B, rects[1], 1)


class _Box(NamedTuple):
    """What a grid takes on the larger side, with its words, and its pitches on both.

    worth: how large its numbers are; a cell that holds its number counts as twice as large as one that does not.
    """

    high: float
    wide: float
    worth: float
    pitches: Pair


NO_BOX = _Box(0.0, 0.0, 1.0, (0, 0))


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
        high=high + (room.legend if grid == OUTPUT else 0),
        wide=max(wide, WORDS[grid] * room.text),
        worth=(first_worth * second_worth) ** (WORTH[grid] / 2),
        pitches=(first, second),
    )


class _Arranged(NamedTuple):
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

    @property
    def worth(self) -> float:
        """How large the numbers are; where the grids do not fit, less than nothing."""
        return prod(box.worth for box in self.boxes) if self.fits else min(self.slack(0), self.slack(1))

    def starts(self, axis: int) -> list[int]:
        """Return where rows or columns begin: what is left is between them, and what is too much there around them."""
        tracks, slack, gap = self.tracks(axis), max(0.0, self.slack(axis)), self.gaps[axis]
        between = min(gap, slack / max(1, len(tracks) - 1))
        first = (slack - between * (len(tracks) - 1)) / 2
        return [round(first + sum(tracks[:index]) + index * (gap + between)) for index in range(len(tracks))]

    def stage(self, rect: Rect, index: int, room: SharedRoom) -> Stage:
        """Return the places of a side."""
        shape, spare = room.shapes[index], room.padding(index)
        rows, columns, top = self.starts(0), self.starts(1), round(rect.y + (HEAD + BAND) * room.text)

        def place(grid: int, size: Pair, padding: Pair = (0, 0), spare: Pair = (0, 0)) -> GridPlace:
            cells, pitch = self.cells[grid], self.boxes[grid].pitches[index]
            if not cells:
                return NOTHING
            x, y = rect.x + columns[cells[1]] + spare[1] * pitch, top + rows[cells[0]] + spare[0] * pitch
            return grid_place(x, y, pitch, size, padding)

        image = place(0, shape.image, shape.padding, spare)
        return _stage(
            room,
            image,
            place(1, shape.kernel),
            place(PRODUCTS, shape.kernel),
            place(OUTPUT, shape.output),
            rect.right,
        )


@lru_cache(maxsize=32)
def _spans(cells: Table, axis: int) -> tuple[tuple[int, int, int], ...]:
    """Return first and last row or column of each grid that is there; those that take more than one at the end."""
    found = [(each[axis], each[axis] + each[axis + 2] - 1, grid) for grid, each in enumerate(cells) if each]
    return tuple(sorted(found, key=lambda span: (span[1] - span[0], span)))


def _filled(
    cells: Table, boxes: tuple[tuple[_Box, ...], ...], area: tuple[float, float], room: SharedRoom
) -> _Arranged:
    """Return grids arranged in that way as large as they fit: of image and output those that are worth most."""
    gaps = BAND * room.text, GAP * room.text

    def arranged(image: int, kernel: int, output: int) -> _Arranged:
        products = boxes[2][kernel] if cells[2] else NO_BOX
        return _Arranged(cells, (boxes[0][image], boxes[1][kernel], products, boxes[3][output]), area, gaps)

    enough = next((k for k, box in enumerate(boxes[1]) if min(box.pitches) >= room.numbers), len(boxes[1]) - 1)
    share = [k for k, box in enumerate(boxes[1]) if max(box.high / area[0], box.wide / area[1]) <= KERNEL_SHARE]
    kernel = enough if cells[2] else min(enough, max(share, default=0))
    best, output, largest = (0.0, 0, 0), 0, _last(len(boxes[0]), lambda image: arranged(image, kernel, 0).fits)
    for image in range(largest, largest // 3 - 1, -1):
        while output + 1 < len(boxes[OUTPUT]) and arranged(image, kernel, output + 1).fits:
            output += 1
        best = max(best, (boxes[0][image].worth * boxes[OUTPUT][output].worth, image, output))
    _, image, output = best
    return arranged(image, max(kernel, _last(len(boxes[1]), lambda more: arranged(image, more, output).fits)), output)


def _last(count: int, fits: Callable[[int], bool]) -> int:
    """Return the last of so many sizes that fits, or the first if none does."""
    return max(0, bisect_left(range(count), True, key=lambda index: not fits(index)) - 1)


def _stage(
    room: SharedRoom, image: GridPlace, kernel: GridPlace, products: GridPlace, output: GridPlace, right: float
) -> Stage:
    """Return the stage of a side, with the legend under its output as far as `right`."""
    text = room.text
    width = min(max(output.rect.w, 250 * text), max(0.0, right - output.x))
    legend = Rect.of(output.x, output.rect.bottom + 12 * text, width, room.legend - 12 * text)
    return Stage(
        text=text,
        image=image,
        kernel=kernel,
        products=products,
        output=output,
        columns=(image.rect, kernel.rect, products.rect, output.rect),
        stacked=False,
        arrow=EMPTY,
        times=EMPTY,
        legend=legend if output.pitch and room.legend else EMPTY,
        note=EMPTY,
    )
