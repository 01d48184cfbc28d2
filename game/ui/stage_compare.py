"""Where everything of Compare stands: two panes of one size, each with its head and its four grids.

On a wide stage the panes stand side by side, on a tall one below each other. In a wide pane kernel, products and
output stand beside the image, in a tall one below it. The image's pixels are of one size on both sides and
stand at the same place in their panes, and so do the outputs: what differs is seen at once.
"""

from __future__ import annotations

from functools import lru_cache

from ..input.intent import Side
from ..value import Value
from .geometry import EMPTY, Rect
from .place import GridPlace, Pair
from .stage import PANE_MARGIN, Shape, Stage, fit, grid_place

NOTHING = GridPlace(0, 0, 0, 0, 0)

# Lengths in units of text.
BETWEEN_PANES = 12
INSIDE = 16  # from a pane's edge to what stands in it
HEAD = 50
BAND = 34  # above a grid, for its title
GAP = 34  # between the image and what stands beside it
WORDS = 200  # width that the output's title needs
NARROW_WORDS = 104  # and the kernel's, or the products'

SHARE = 0.42  # of a wide pane's width that kernel and output have at least
IMAGE_SHARE = 0.6  # of a tall pane's height that the image has at most
KERNEL_SHARE = 0.32  # of the height beside the image
ALONE_SHARE = 0.37  # of the same without the products
NUMBERS = 31  # device pixels of a cell that holds a number with two decimals: products without numbers tell nothing


class Pane(Value):
    """One side: its whole place, its head, and the places of its grids."""

    side: Side
    rect: Rect
    head: Rect
    places: Stage


class SharedRoom(Value):
    """What both panes have in common: the text's unit, the shapes of both sides, what is kept free for the legends.

    numbers: device pixels of a cell that holds a number.
    """

    text: float
    shapes: tuple[Shape, Shape]
    legend: float
    numbers: int = NUMBERS

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
    rects = _split(area, 0, 4) if alone else _split(area, round(PANE_MARGIN * text), round(BETWEEN_PANES * text))
    if alone:
        return _images(rects, room)
    inner = tuple(rect.inset(INSIDE * text, 0) for rect in rects)
    stages = (_beside if rects[0].w >= 0.86 * rects[0].h else _below)(inner[0], inner[1], room)
    first, second = (
        Pane(side, rect, Rect.of(inside.x, rect.y + 6 * text, inside.w, (HEAD - 6) * text), stage)
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


def _beside(first: Rect, second: Rect, room: SharedRoom) -> tuple[Stage, ...]:
    """Return the places in wide panes: beside the image the output, and over it the kernel beside the products."""
    text = room.text
    band, gap, between = BAND * text, GAP * text, GAP * text * 0.7
    high = first.bottom - INSIDE * text - first.y - (HEAD + BAND) * text
    least = max(WORDS * text, SHARE * first.w)
    image = fit(first.w - gap - least, high, room.block, high * 0.2)
    left = image * room.block[1]
    column = first.w - gap - left
    free = high - band - room.legend
    half = (column - between) / 2
    kernels = _pitches(room, "kernel", half, free * KERNEL_SHARE, high * 0.13)
    products = min(kernels) >= room.numbers and half >= NARROW_WORDS * text
    if not products:
        kernels = _pitches(room, "kernel", column, free * ALONE_SHARE, max(high * 0.13, room.numbers))
    block = max(pitch * shape.kernel[0] for pitch, shape in zip(kernels, room.shapes, strict=True))
    outputs = _pitches(room, "output", column, free - block, high * 0.2)
    beside = max(NARROW_WORDS * text, *_widths(room, "kernel", kernels)) + between
    above = (beside if products else 0) + max(_widths(room, "kernel", kernels))
    widest = max(WORDS * text, above, *_widths(room, "output", outputs))
    shift = (column - widest) * 0.5

    def stage(rect: Rect, index: int) -> Stage:
        shape, x = room.shapes[index], rect.x + left + gap + shift
        y = rect.y + (HEAD + BAND) * text
        spare = room.padding(index)
        corner = rect.x + spare[1] * image, y + spare[0] * image
        return _stage(
            room,
            grid_place(*corner, image, shape.image, shape.padding),
            grid_place(x, y, kernels[index], shape.kernel),
            grid_place(x + beside, y, kernels[index], shape.kernel) if products else NOTHING,
            grid_place(x, y + block + band, outputs[index], shape.output),
            rect.right,
        )

    return stage(first, 0), stage(second, 1)


def _below(first: Rect, second: Rect, room: SharedRoom) -> tuple[Stage, ...]:
    """Return the places in tall panes: kernel, products and output below the image, one beside the other."""
    text = room.text
    band, gap = BAND * text, GAP * text
    top = first.y + (HEAD + BAND) * text
    free = first.bottom - INSIDE * text - top - band - room.legend
    image = fit(first.w, free * IMAGE_SHARE, room.block, free * 0.15)
    low = image * room.block[0] + band
    high = free + band - low
    kernels = _pitches(room, "kernel", first.w * 0.3, high, free * 0.1)
    wide = max(NARROW_WORDS * text, *_widths(room, "kernel", kernels))
    output_width = max(WORDS * text, first.w * 0.36)
    products = min(kernels) >= room.numbers and first.w - 2 * (wide + gap) >= output_width
    start = (2 if products else 1) * (wide + gap)
    outputs = _pitches(room, "output", first.w - start, high, free * 0.13)

    def stage(rect: Rect, index: int) -> Stage:
        shape, y = room.shapes[index], rect.y + (HEAD + BAND) * text
        spare = room.padding(index)
        return _stage(
            room,
            grid_place(rect.x + spare[1] * image, y + spare[0] * image, image, shape.image, shape.padding),
            grid_place(rect.x, y + low, kernels[index], shape.kernel),
            grid_place(rect.x + wide + gap, y + low, kernels[index], shape.kernel) if products else NOTHING,
            grid_place(rect.x + start, y + low, outputs[index], shape.output),
            rect.right,
        )

    return stage(first, 0), stage(second, 1)


def _pitches(room: SharedRoom, grid: str, width: float, height: float, cap: float) -> tuple[int, int]:
    """Return the pitches of a grid of both sides, each as large as fits."""
    first, second = (fit(width, height, getattr(shape, grid), max(1.0, cap)) for shape in room.shapes)
    return first, second


def _widths(room: SharedRoom, grid: str, pitches: tuple[int, int]) -> tuple[int, ...]:
    return tuple(pitch * getattr(shape, grid)[1] for pitch, shape in zip(pitches, room.shapes, strict=True))


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
