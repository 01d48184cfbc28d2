"""Everything of a stage with lanes at its place, once it is known how large its cells are."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from .geometry import EMPTY, Rect
from .lane_parts import BADGE, column_of, lane_at, lane_rows, tiles, window_at
from .lane_places import Lane, LaneRow, LaneStage
from .lane_space import (
    A_ROW,
    BESIDE_BADGE,
    LANE_GAP,
    LEAST,
    LENS,
    MAP,
    MAP_GAP,
    MAP_WORDS,
    MOST_ROW,
    PICTURE,
    PICTURE_GAP,
    PICTURE_WORDS,
    TITLE,
    UNDER,
    Pitches,
    Space,
    tile_side,
)
from .place import GridPlace
from .stage import COLOUR_ROW_WIDTH, LEGEND, ROW, ROW_GAP


def stood_lanes(space: Space, found: Pitches) -> LaneStage:
    """Return everything at its place."""
    text, shape, (x, y, width, _) = space.text, space.wanted.shape, space.area
    first, second, third = found.widths
    before, after = space.gaps
    spare = max(0.0, width - first - before - second - after - third)
    middle = x + before if space.tall else x + first + before + spare / 2
    last = space.area.right - third
    top = y + space.high + TITLE * text if space.tall else float(y)
    image = GridPlace(x, y, found.image, *shape.image, (-shape.padding[0], -shape.padding[1]))
    output = GridPlace(round(last), y, found.output, *shape.output)
    lanes, rows = _lanes(space, found, middle, top)
    end = round(x + first), round(middle + space.lane_step(found.lane) * 2 - 14 * text), 0, space.area.right
    places = LaneStage(text, image, output=output, ends=end, lanes=lanes, rows=rows)
    if len(lanes) == 1:
        lowest = rows[-1].rect if rows else lanes[0].rect
        badge, below = lanes[0].badge.x, max(lowest.bottom, lanes[0].badge.bottom) + UNDER * text
        wide = (space.area.right if space.tall else middle + found.widths[1]) - badge
        places = places.changed(lens=Rect.of(badge, below, wide, max(0.0, top + space.lanes_high - below)))
    if not space.tall:  # the lowest lane's wire turns first: so none crosses another
        apart = min(10 * text, (after - 16 * text) / max(1, len(lanes)))
        places = places.changed(wires=tuple(round(last - 8 * text - apart * index) for index in range(len(lanes))))
    return _below(space, found, places).facing(0)


def _lanes(space: Space, found: Pitches, x: float, top: float) -> tuple[tuple[Lane, ...], tuple[LaneRow, ...]]:
    """Return the lanes from a corner downwards, and the rows below the only one."""
    text, kernel, count = space.text, space.wanted.shape.kernel, space.wanted.lanes
    high, step = found.lane * kernel[0], space.lane_step(found.lane)
    badge = x - (BADGE + BESIDE_BADGE) * text

    def one(x: float, y: float) -> Lane:
        if space.wanted.pooling:
            return window_at(badge, x, y, found.lane, kernel, text)
        return lane_at(badge, x, y, found.lane, kernel, step, text)

    if found.every:
        spare = (space.lanes_high - count * high) / max(1, count - 1)
        down = high + min(LANE_GAP * text, spare)
        tops: Iterator[float] = (top + index * down for index in range(count))
        return tuple(one(x, y) for y in tops), ()
    lane = one(x, top)
    below = max(lane.rect.bottom, lane.badge.bottom) + 2 * UNDER * text
    width = (space.area.right if space.tall else x + found.widths[1]) - badge
    down = ceil(count / space.rows_across)
    room = (top + space.lanes_high - below - LENS * text) / down
    place = Rect.of(badge, below, width, min(max(space.row_high, room), MOST_ROW * text) * down)
    return (lane,), lane_rows(place, count, space.rows_across, text)


def _below(space: Space, found: Pitches, places: LaneStage) -> LaneStage:
    """Add what stands under the image and under the map."""
    return _under_map(space, found, _under_image(space, found, places))


def _under_image(space: Space, found: Pitches, places: LaneStage) -> LaneStage:
    """Add the small pictures and the brush; the pictures are larger than they must be where there is room."""
    text, count, image, width = space.text, space.wanted.pictures, places.image.rect, found.widths[0]
    spare = space.high - image.h - space.pictures_high - space.row
    side = _side(space, count, spare, (space.least[0], width), (PICTURE, PICTURE_GAP))
    at = image.x, image.bottom + UNDER * text
    pictures = tiles(at, count, side, PICTURE_GAP * text, PICTURE_WORDS * text)
    bottom = max((tile.rect.bottom for tile in pictures), default=image.bottom)
    brush = Rect.of(image.x, bottom + ROW_GAP * text, min(COLOUR_ROW_WIDTH * text, width), ROW * text)
    return places.changed(pictures=pictures, brush=brush if space.row else EMPTY)


def _side(space: Space, count: int, spare: float, widths: tuple[float, float], sizes: tuple[float, float]) -> float:
    """Return the side of small pictures: that in the least width, and more as far as height and width allow.

    widths: the least one, and what there is. sizes: the most of a side, and the gap between two, in units of text.
    """
    least, most = (tile_side(count, width, *sizes, space.text) for width in widths)
    return max(least, min(most, least + max(0.0, spare) / max(1, ceil(count / A_ROW))))


def _under_map(space: Space, found: Pitches, places: LaneStage) -> LaneStage:
    """Add legend, small maps and the column addition, or in its place the room for a question."""
    text, wanted, output, width = space.text, space.wanted, places.output.rect, found.widths[2]
    spare = space.high - output.h - space.maps_high - space.column_high(found.line)
    legend, below = EMPTY, output.bottom
    if spare >= LEGEND * text:
        wide = max(output.w, min(250 * text, space.least[2]))
        legend = Rect.of(output.x, output.bottom + 18 * text, wide, 48 * text)
        below, spare = legend.bottom, spare - LEGEND * text
    side = _side(space, wanted.maps, spare, (space.least[2], width), (MAP, MAP_GAP))
    maps = tiles((output.x, below + UNDER * text), wanted.maps, side, MAP_GAP * text, MAP_WORDS * text)
    under = max((tile.rect.bottom for tile in maps), default=below) + UNDER * text
    places = places.changed(maps=maps, legend=legend)
    if space.asking:
        end = space.area.y + space.high
        return places.changed(note=Rect.of(output.x, under, width, max(0.0, end - under)))
    if not wanted.after:
        return places
    area = Rect.of(output.x, under, min(width, LEAST[2][0] * text), 0)
    column, rule = column_of(area, wanted.before, wanted.after, found.line * text, text)
    return places.changed(column=column, rule=rule)
