"""Where everything of Compare stands: two panes of one size, each with its head and its four grids.

On a wide stage the panes stand side by side, on a tall one below each other. How the grids stand in them is chosen from
a few arrangements: the one in which their cells, and so their numbers, are the largest. The image's pixels are of one
size on both sides and stand at the same place in their panes, and so do the outputs: what differs is seen at once.
"""

from __future__ import annotations

from functools import lru_cache

from ..input.intent import Side
from ..value import Value
from .arranged import BAND, Arranged, SharedRoom, best_arranged
from .columns import fit
from .geometry import EMPTY, Rect
from .stage import LEGEND, PANE_MARGIN, Stage, stood, stood_alone

# Lengths in units of text.
BETWEEN_PANES = 12
INSIDE = 10  # from a pane's edge to what stands in it
HEAD = 50
UNDER_LINE = 4  # from the line below the grids to the pane's edge
LINE = 36  # of that line; in Present units of its own
PRESENT_LINE = 62
MAPS = 46  # of a row of small maps
REACH = 4  # of the head, beyond what stands under it: its badge stands at the edge


class Pane(Value):
    """One side: its whole place, its head, the places of its grids, and the line below these, if there is one.

    maps: the row of small maps over that line, if there is one.
    """

    side: Side
    rect: Rect
    head: Rect
    places: Stage
    line: Rect
    maps: Rect


@lru_cache(maxsize=64)
def compare_panes(area: Rect, room: SharedRoom, alone: bool = False) -> tuple[Pane, Pane]:
    """Return the panes of both sides on a stage; `alone` shows the source images and nothing else."""
    text = room.text
    if alone:
        rects = _split(area, 0, 4)
        pitch = fit(rects[0].w, rects[0].h, room.block)
        stages = [stood_alone(text, shape, pitch, rect) for shape, rect in zip(room.shapes, rects, strict=True)]
        heads = lines = maps = [EMPTY, EMPTY]
    else:
        rects = _split(area, round(PANE_MARGIN * text), round(BETWEEN_PANES * text))
        best, row = _best(rects[0], room)
        stages = [_placed(best, rect, index, room) for index, rect in enumerate(rects)]
        heads = [_head(rect, text) for rect in rects]
        lines = [_line(rect, room) for rect in rects]
        maps = [line._replace(y=line.y - row, h=row) for line in lines]
    first, second = (Pane(*parts) for parts in zip(Side, rects, heads, stages, lines, maps, strict=True))
    return first, second


def _best(pane: Rect, room: SharedRoom) -> tuple[Arranged, int]:
    """Return how the grids stand, and the height of the row of small maps: 0 where it would cost numbers their room."""

    def arranged(row: int) -> Arranged:
        high = pane.h - (HEAD + BAND + INSIDE) * room.text - room.line - row
        return best_arranged((high, pane.inset(INSIDE * room.text, 0).w), room)

    whole = arranged(0)
    if not room.maps:
        return whole, 0
    less = arranged(room.maps)
    return (less, room.maps) if less.keeps(whole, room.numbers) else (whole, 0)


def _split(area: Rect, margin: int, gap: int) -> tuple[Rect, Rect]:
    """Return two rectangles of one size: beside each other on a wide area, else below each other."""
    inner = area.inset(margin, margin)
    if area.w >= area.h:
        wide = (inner.w - gap) // 2
        return Rect(inner.x, inner.y, wide, inner.h), Rect(inner.right - wide, inner.y, wide, inner.h)
    high = (inner.h - gap) // 2
    return Rect(inner.x, inner.y, inner.w, high), Rect(inner.x, inner.bottom - high, inner.w, high)


def _head(rect: Rect, text: float) -> Rect:
    inside = rect.inset(INSIDE * text, 0)
    return Rect.of(inside.x - REACH * text, rect.y + 6 * text, inside.w + 2 * REACH * text, (HEAD - 6) * text)


def _line(rect: Rect, room: SharedRoom) -> Rect:
    inside = rect.inset(INSIDE * room.text, 0)
    return Rect.of(inside.x, rect.bottom - UNDER_LINE * room.text - room.line, inside.w, room.line)


def _placed(arranged: Arranged, rect: Rect, index: int, room: SharedRoom) -> Stage:
    """Return the places of a side, its grids arranged in that way, and the legend under its output."""
    shape, text = room.shapes[index], room.text
    inside = rect.inset(INSIDE * text, 0)
    rows, columns = arranged.starts(0), arranged.starts(1)
    top = round(rect.y + (HEAD + BAND) * text)
    pitches = [box.pitches[index] if cells else 0 for box, cells in zip(arranged.boxes, arranged.cells, strict=True)]
    corners = [(inside.x + columns[cells[1]], top + rows[cells[0]]) if cells else (0, 0) for cells in arranged.cells]
    # The image itself stands at the same place on both sides, whatever the padding around it.
    down, across = ((most - own) // 2 * pitches[0] for most, own in zip(room.block, shape.image, strict=True))
    corners[0] = corners[0][0] + across, corners[0][1] + down
    found = stood(text, shape, pitches, corners)
    output = found.output.rect
    width = min(max(output.w, 250 * text), max(0.0, inside.right - output.x))
    return found.changed(legend=Rect.of(output.x, output.bottom + 12 * text, width, LEGEND * text - 12 * text))
