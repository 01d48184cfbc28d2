"""Where everything of Compare stands: two panes of one size, each with its head and its four grids.

On a wide stage the panes stand side by side, on a tall one below each other. How the grids stand in them is chosen from
a few arrangements: the one in which their cells, and so their numbers, are the largest. The image's pixels are of one
size on both sides and stand at the same place in their panes, and so do the outputs: what differs is seen at once.
"""

from __future__ import annotations

from functools import lru_cache

from ..input.intent import Side
from ..value import Value
from .arranged import BAND, OUTPUT, PRODUCTS, Arranged, SharedRoom, best_arranged
from .geometry import EMPTY, Rect
from .place import GridPlace, Pair
from .stage import NOTHING, PANE_MARGIN, Stage, fit, grid_place

# Lengths in units of text.
BETWEEN_PANES = 12
INSIDE = 10  # from a pane's edge to what stands in it
HEAD = 50
REACH = 4  # of the head, beyond what stands under it: its badge stands at the edge


class Pane(Value):
    """One side: its whole place, its head, and the places of its grids."""

    side: Side
    rect: Rect
    head: Rect
    places: Stage


@lru_cache(maxsize=64)
def compare_panes(area: Rect, room: SharedRoom, alone: bool = False) -> tuple[Pane, Pane]:
    """Return the panes of both sides on a stage; `alone` shows the source images and nothing else."""
    text = room.text
    if alone:
        return _images(_split(area, 0, 4), room)
    rects = _split(area, round(PANE_MARGIN * text), round(BETWEEN_PANES * text))
    inner = tuple(rect.inset(INSIDE * text, 0) for rect in rects)
    free = inner[0].h - (HEAD + BAND + INSIDE) * text, inner[0].w
    best = best_arranged(free, room)
    stages = (_placed(best, rect, index, room) for index, rect in enumerate(inner))
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


def _placed(arranged: Arranged, rect: Rect, index: int, room: SharedRoom) -> Stage:
    """Return the places of a side, its grids arranged in that way."""
    shape, spare = room.shapes[index], room.padding(index)
    rows, columns = arranged.starts(0), arranged.starts(1)
    top = round(rect.y + (HEAD + BAND) * room.text)

    def place(grid: int, size: Pair, padding: Pair = (0, 0), spare: Pair = (0, 0)) -> GridPlace:
        cells, pitch = arranged.cells[grid], arranged.boxes[grid].pitches[index]
        if not cells:
            return NOTHING
        x, y = rect.x + columns[cells[1]] + spare[1] * pitch, top + rows[cells[0]] + spare[0] * pitch
        return grid_place(x, y, pitch, size, padding)

    image = place(0, shape.image, shape.padding, spare)
    kernel, products = place(1, shape.kernel), place(PRODUCTS, shape.kernel)
    return _stage(room, image, kernel, products, place(OUTPUT, shape.output), rect.right)


def _stage(
    room: SharedRoom, image: GridPlace, kernel: GridPlace, products: GridPlace, output: GridPlace, right: float
) -> Stage:
    """Return the stage of a side, with the legend under its output as far as `right`."""
    text, grids = room.text, (image, kernel, products, output)
    width = min(max(output.rect.w, 250 * text), max(0.0, right - output.x))
    legend = Rect.of(output.x, output.rect.bottom + 12 * text, width, room.legend - 12 * text)
    columns = image.rect, kernel.rect, products.rect, output.rect
    return Stage(text, *grids, columns, legend=legend if output.pitch and room.legend else EMPTY)
