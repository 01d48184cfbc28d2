"""Where a layer's grids stand on the stage: the channel in front, a lane for each channel, the map in front.

A wide stage has them from left to right; a tall one has the lanes below the other two. As many lanes as fit have cells
of at least `LEAST_CELL` units; else one is large and all have a row.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from math import ceil

from .columns import fit
from .geometry import Rect
from .lane_places import SPARE, LaneShape, LaneStage
from .lane_space import (
    LEAST_CELL,
    LEAST_GAP,
    LEAST_MAP,
    LENS,
    LINE,
    MOST_ALONE,
    MOST_CELL,
    MOST_HIGH,
    MOST_HIGH_ALONE,
    SNUG_LINE,
    TALL_SHARE,
    TITLE,
    Pitches,
    Space,
)
from .lane_standing import stood_lanes
from .layout import below_titles

Sizes = tuple[int, int, int]
"""The pitches of image, lanes and map."""

LANE = 1  # which of them the lanes' is
GIVEN_UP = (
    0.75,
    0.75,
    0.75,
    0.6,
)  # for each `snug`: of its pitch is left at least of a grid without numbers, so that others may have some


@lru_cache(maxsize=64)
def lane_stage(area: Rect, text: float, wanted: LaneShape, row: float = 0.0, asking: bool = False) -> LaneStage:
    """Return the places on a stage, the first lane in front; a column addition or small maps without room are left out.

    row: device pixels that the brush's row takes (see `stage.row_under`). asking: a question stands below the map.
    """
    inner, tall = below_titles(area, text), area.h >= area.w
    high = inner.h * TALL_SHARE if tall else float(inner.h)
    low = inner.h - high - TITLE * text if tall else float(inner.h)
    for less in (wanted, wanted.changed(after=0), wanted.changed(after=0, maps=0)):
        space = Space(text, less, inner, high, low, row, asking, tall)
        found = next(filter(None, (_pitches(space, every) for every in (True, False))), None) or _smallest(space)
        if _map_is_large(space, found):
            break
    return stood_lanes(*_readable(space, found))


def _map_is_large(space: Space, found: Pitches) -> bool:
    """Tell whether the map has its share of the height, all of its column's width, or cells as large as they may be.

    Where it has not, as with very large words, the column addition goes first: the line under the grids has it, too.
    """
    size = space.wanted.shape.output
    widest = fit(found.widths[2], 1e9, size)
    most = int(space.most_output)
    return found.output >= min(widest, most) or found.output * size[0] >= LEAST_MAP * space.high


def _pitches(space: Space, every: bool) -> Pitches | None:
    """Return the largest pitches at which all lanes, or one and the rows, have room; None where there are none."""
    line, (tallest, lane, output) = _most(space, every)
    least = ceil(LEAST_CELL * space.text) if every and space.wanted.lanes > 1 else 1
    if lane < least:
        return None
    for hundredths in range(100, 0, -2):
        sizes = [max(1, pitch * hundredths // 100) for pitch in (tallest, lane, output)]
        found = _widths(space, sizes[0], max(least, sizes[1]), sizes[2], every)
        if _fits(space, found):
            return _filled(space, found, (tallest, lane, output), max(least, sizes[1]), line, every)
    return None


def _most(space: Space, every: bool, cells: Sizes = (0, 0, 0)) -> tuple[float, Sizes]:
    """Return the height of the column's lines, and the pitches of image, lanes and map when only heights limit them.

    cells: what they shall be, if there is so much height, even where they would look large beside the text.
    """
    shape, text, high = space.wanted.shape, space.text, space.high
    count = space.wanted.lanes if every else 1
    cell, share = (MOST_ALONE, MOST_HIGH_ALONE) if space.wanted.lanes == 1 else (MOST_CELL, MOST_HIGH)
    most = max(cell * text, share * space.lanes_high)
    free = space.lanes_high - (0.0 if every else space.rows_high)
    tallest = fit(1e9, high - space.pictures_high - space.row, shape.image, max(high * 0.2, cells[0]))
    lane = fit(1e9, (free - (count - 1) * LEAST_GAP * text) / count, shape.kernel, max(most, cells[LANE]))
    line, output = _output(space, cells[2])
    return line, (tallest, lane, output)


def _readable(space: Space, found: Pitches) -> tuple[Space, Pitches]:
    """Return a snug space with pitches at which more grids have numbers, if there are any; else what is given.

    Grids that have numbers keep them; those that have none even so give up some of their size. Lanes come first: they
    are what is being made.
    """
    cells, pitches = space.wanted.cells, (found.image, found.lane, found.output)
    missing = [index for index, cell in enumerate(cells) if pitches[index] < cell]
    if not missing or space.asking:
        return space, found
    for gained, wanted in _attempts(missing, space.wanted):
        kept = [cell if cell - SPARE <= pitch else 1 for cell, pitch in zip(cells, pitches, strict=True)]
        for index in gained:
            kept[index] = wanted[index]
        for snug, share in enumerate(GIVEN_UP):
            image, lane, output = (
                cell if index in gained else max(ceil(share * pitch), min(pitch, cell))
                for index, (cell, pitch) in enumerate(zip(kept, pitches, strict=True))
            )
            made = _between(space.changed(snug=snug), (image, lane, output), pitches, found.every)
            if made is not None:
                return space.changed(snug=snug), made
    return space, found


def _attempts(missing: list[int], wanted: LaneShape) -> list[tuple[tuple[int, ...], Sizes]]:
    """Return which grids may gain numbers, and in which cells, the best first: some of those that lack them, or all.

    Lanes come first, where nothing else helps with one decimal less. Each is tried with ease, then without.
    """
    (image, lane, output), less = wanted.cells, wanted.lessened
    parts = [part for count in range(1, len(missing) + 1) for part in combinations(missing, count)]
    full = [(part, (image, lane, output)) for part in parts]
    lessened = [(part, (image, less, output)) for part in parts if LANE in part and 0 < less < lane]
    ordered = sorted(
        full + lessened, key=lambda attempt: (LANE not in attempt[0], attempt[1][LANE] != lane, -len(attempt[0]))
    )
    return [(part, (a - taken, b - taken, c - taken)) for part, (a, b, c) in ordered for taken in (0, SPARE)]


def _between(space: Space, least: Sizes, wished: Sizes, every: bool) -> Pitches | None:
    """Return the largest pitches from the least to those that were wished, if all have room; None where none have."""
    line, most = _most(space, every, least)
    if any(low > high for low, high in zip(least, most, strict=True)):
        return None
    wished = max(least[0], wished[0]), max(least[1], wished[1]), max(least[2], wished[2])
    for hundredths in range(100, -1, -10):
        image, lane, output = (
            min(high, low + (wish - low) * hundredths // 100)
            for low, wish, high in zip(least, wished, most, strict=True)
        )
        found = _widths(space, image, lane, output, every)
        if _fits(space, found):
            return _filled(space, found, most, lane, line, every)
    return None


def _output(space: Space, cell: int) -> tuple[float, int]:
    """Return the height of the column's lines, and the map's pitch when only the height limits it; see `_most`."""
    shape, wide = space.wanted.shape.output, fit(space.least[2], 1e9, space.wanted.shape.output)
    for line in (LINE, (LINE + SNUG_LINE) / 2, SNUG_LINE):
        room = space.high - space.maps_high - space.column_high(line)
        pitch = fit(1e9, room, shape, max(space.most_output, cell))
        if pitch >= max(wide, cell):
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
    space: Space, widths: tuple[float, float, float], most: Sizes, lane: int, line: float, every: bool
) -> Pitches:
    """Return the pitches that fill the columns' widths: all may be larger than they had to be made.

    lane: the pitch that all lanes have room for; a single one fills its column, too.
    """
    shape = space.wanted.shape
    image = fit(widths[0], 1e9, shape.image, most[0])
    output = fit(widths[2], 1e9, shape.output, most[2])
    return Pitches(image, lane if every else _alone(space, widths[1], lane, most[LANE]), output, widths, line, every)


def _alone(space: Space, width: float, least: int, most: int) -> int:
    """Return the pitch of the only lane, from the least to the most, in a column's width.

    It leaves a row of its kernel the room below it for its numbers, unless its own cells are large enough for them.
    """
    free = space.lanes_high - space.rows_high - LENS * space.text
    for pitch in range(most, least, -1):
        readable = pitch >= space.wanted.cells[LANE]
        if space.lane_width(pitch) <= width and (readable or pitch * space.wanted.shape.kernel[0] <= free):
            return pitch
    return least


def _smallest(space: Space) -> Pitches:
    """Return the smallest pitches there are, in a window in which nothing has room."""
    first, second, third = space.least
    return Pitches(1, 1, 1, (first, second, third), SNUG_LINE, every=False)
