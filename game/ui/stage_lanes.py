"""Where a layer's grids stand on the stage: the channel in front, a lane for each channel, the map in front.

A wide stage has them from left to right; a tall one has the lanes below the other two. As many lanes as fit have cells
of at least `LEAST_CELL` units; else one is large and all have a row.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from .columns import fit
from .geometry import Rect
from .lane_places import LaneShape, LaneStage
from .lane_space import (
    LEAST_CELL,
    LEAST_GAP,
    LEAST_MAP,
    LINE,
    MOST_ALONE,
    MOST_CELL,
    MOST_OUTPUT,
    SNUG_LINE,
    TALL_SHARE,
    TITLE,
    Pitches,
    Space,
)
from .lane_standing import stood_lanes
from .layout import MARGIN, TOP, between_edges


@lru_cache(maxsize=64)
def lane_stage(area: Rect, text: float, wanted: LaneShape, row: float = 0.0, asking: bool = False) -> LaneStage:
    """Return the places on a stage, the first lane in front; a column addition or small maps without room are left out.

    row: device pixels that the brush's row takes (see `stage.row_under`). asking: a question stands below the map.
    """
    below_titles = Rect.of(area.x, area.y + TOP * text, area.w, area.h - (TOP + MARGIN) * text)
    inner, tall = between_edges(below_titles, text), area.h >= area.w
    high = inner.h * TALL_SHARE if tall else float(inner.h)
    low = inner.h - high - TITLE * text if tall else float(inner.h)
    for less in (wanted, wanted.changed(after=0), wanted.changed(after=0, maps=0)):
        space = Space(text, less, inner, high, low, row, asking, tall)
        found = next(filter(None, (_pitches(space, every) for every in (True, False))), None) or _smallest(space)
        if _map_is_large(space, found):
            break
    return stood_lanes(space, found)


def _map_is_large(space: Space, found: Pitches) -> bool:
    """Tell whether the map has its share of the height, all of its column's width, or cells as large as they may be.

    Where it has not, as with very large words, the column addition goes first: the line under the grids has it, too.
    """
    size = space.wanted.shape.output
    widest = fit(found.widths[2], 1e9, size)
    most = int(space.high * MOST_OUTPUT)
    return found.output >= min(widest, most) or found.output * size[0] >= LEAST_MAP * space.high


def _pitches(space: Space, every: bool) -> Pitches | None:
    """Return the largest pitches at which all lanes, or one and the rows, have room; None where there are none."""
    shape, text, high = space.wanted.shape, space.text, space.high
    count = space.wanted.lanes if every else 1
    most = MOST_ALONE if space.wanted.lanes == 1 else MOST_CELL
    free = space.lanes_high - (0.0 if every else space.rows_high)
    tallest = fit(1e9, high - space.pictures_high - space.row, shape.image, high * 0.2)
    lane = fit(1e9, (free - (count - 1) * LEAST_GAP * text) / count, shape.kernel, most * text)
    least = ceil(LEAST_CELL * text) if every and space.wanted.lanes > 1 else 1
    line, output = _output(space)
    if lane < least:
        return None
    for hundredths in range(100, 0, -2):
        sizes = [max(1, pitch * hundredths // 100) for pitch in (tallest, lane, output)]
        found = _widths(space, sizes[0], max(least, sizes[1]), sizes[2], every)
        if _fits(space, found):
            return _filled(space, found, (tallest, max(least, sizes[1]), output), line, every)
    return None


def _output(space: Space) -> tuple[float, int]:
    """Return the height of the column's lines, and the map's pitch when only the height limits it."""
    shape, wide = space.wanted.shape.output, fit(space.least[2], 1e9, space.wanted.shape.output)
    for line in (LINE, (LINE + SNUG_LINE) / 2, SNUG_LINE):
        room = space.high - space.maps_high - space.column_high(line)
        pitch = fit(1e9, room, shape, space.high * MOST_OUTPUT)
        if pitch >= wide:
            break
    return line, pitch


def _widths(space: Space, image: int, lane: int, output: int, every: bool) -> tuple[float, float, float]:
    """Return the columns' widths at these pitches: rows of channels need some, lanes only their grids."""
    shape, (first, second, third) = space.wanted.shape, space.least
    return (
        max(first, image * shape.image[1]),
        max(0.0 if every or space.tall else second, space.lane_width(lane)),
        max(third, output * shape.output[1]),
    )


def _fits(space: Space, widths: tuple[float, float, float]) -> bool:
    first, second, third = widths
    before, after = space.gaps
    if space.tall:
        return first + after + third <= space.area.w and before + second <= space.area.w
    return first + before + second + after + third <= space.area.w


def _filled(
    space: Space, widths: tuple[float, float, float], most: tuple[int, int, int], line: float, every: bool
) -> Pitches:
    """Return the pitches that fill the columns' widths: image and map may be larger than they had to be made."""
    shape = space.wanted.shape
    image = fit(widths[0], 1e9, shape.image, most[0])
    output = fit(widths[2], 1e9, shape.output, most[2])
    return Pitches(image, most[1], output, widths, line, every)


def _smallest(space: Space) -> Pitches:
    """Return the smallest pitches there are, in a window in which nothing has room."""
    first, second, third = space.least
    return Pitches(1, 1, 1, (first, second, third), SNUG_LINE, every=False)
