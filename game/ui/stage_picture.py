"""Where things stand around a large picture: image and map side by side, and below them the lane in work as a loupe.

Small pictures and small maps stand beside the two, not below: so these have the height. Lengths are units of text.
"""

from __future__ import annotations

from functools import lru_cache

from .columns import fill, fit
from .geometry import EMPTY, Rect
from .lane_parts import BADGE, column_of, column_of_tiles, lane_at, lane_rows, window_at
from .lane_places import Lane, LaneShape, LaneStage, Tile
from .lane_space import ASKED_HIGH, BESIDE_BADGE, MOST_CELL, ROW_HIGH, ROW_WIDE, SIGN, TITLE
from .layout import below_titles
from .place import GridPlace
from .stage import COLOUR_ROW_WIDTH, LEGEND, PREDICT_ROOM, ROW, ROW_GAP

BETWEEN = 40  # from the image's half to the map's
LOUPE, LEAST_LOUPE, MOST_LOUPE = 0.27, 110, 0.34  # of the height, that the loupe's grids have; units, at least; at most
MOST_TITLE, LEAST_PICTURE = 0.2, 0.36  # of the height: a title of the loupe, and image and map where anything is below
LOUPE_WIDE = 0.62  # of the width, that they have at most
BESIDE = 14  # from a picture to the small ones beside it
TILES, LEAST_TILE = 0.2, 14  # of a half's width, that these take at most; the width of one at least
LINE, LEAST_LINE = 36, 20  # of the column addition
WORDS = 430  # from a title's begin to the end of the words beside it, at least
COLUMN = 230  # the column's width
LEAST_ROW = 110  # the least width of a channel's row: the column alone has their sums, where there is less


@lru_cache(maxsize=64)
def picture_stage(area: Rect, text: float, wanted: LaneShape, row: float = 0.0, asking: bool = False) -> LaneStage:
    """Return the places on a stage; row: device pixels of the brush's row. asking: a question stands in the loupe.

    What has no room is left out: the legend first, then the rows of the channels.
    """
    inner = below_titles(area, text)
    loupe = min(max(LOUPE * inner.h, LEAST_LOUPE * text), MOST_LOUPE * inner.h)
    if asking:
        loupe = min(PREDICT_ROOM * text, ASKED_HIGH * inner.h)
    high = max(1.0, inner.h - loupe - min(TITLE * text, MOST_TITLE * inner.h))
    under = max(row, LEGEND * text)  # the image's brush and the map's legend stand at one height
    under = under if high - under > LEAST_PICTURE * inner.h else 0.0
    places, left, right = halves(inner._replace(h=round(high - under)), wanted, text)
    image, output = places.image, places.output
    if under:
        brush = Rect.of(image.x, image.rect.bottom + ROW_GAP * text, min(COLOUR_ROW_WIDTH * text, left.w), ROW * text)
        wide = max(output.rect.w, min(250 * text, right.w))
        legend = Rect.of(output.x, output.rect.bottom + 14 * text, wide, 48 * text)
        places = places.changed(brush=brush if row else EMPTY, legend=legend)
    strip = Rect.of(inner.x, inner.bottom - loupe, inner.w, loupe)
    return _loupe(
        places, strip, wanted, (end_of(places, left, places.pictures), end_of(places, right, places.maps)), asking
    ).facing(0)


def halves(inner: Rect, wanted: LaneShape, text: float) -> tuple[LaneStage, Rect, Rect]:
    """Return the places of image and map in a room, as much of it for each, and what each has with its small pictures.

    These stand at the right of either.
    """
    shape, counts = wanted.shape, (wanted.pictures, wanted.maps)
    first, second = (_tiles(inner, count, text) for count in counts)
    used = [
        inner.right - min(tile.rect.x for tile in tiles) + BESIDE * text if tiles else 0.0 for tiles in (first, second)
    ]
    each = (inner.w - BETWEEN * text - sum(used)) / 2
    left = Rect.of(inner.x, inner.y, each + used[0], inner.h)
    right = Rect.of(inner.right - each - used[1], inner.y, each + used[1], inner.h)
    image, output = (
        GridPlace(room.x, room.y, fill(each, inner.h, size), *size)
        for room, size in ((left, shape.image), (right, shape.output))
    )
    rows, columns = shape.padding
    places = LaneStage(
        text,
        image.changed(first=(-rows, -columns)),
        output=output,
        pictures=_near(image, first, text),
        maps=_near(output, second, text),
        stacked=True,
    )
    return places, left, right


def _tiles(inner: Rect, count: int, text: float) -> tuple[Tile, ...]:
    """Return the places of small pictures at the right edge of a room; none where nothing could be seen of them."""
    found = column_of_tiles(inner, count, text) if count else ()
    fits = found and found[0].picture.w >= LEAST_TILE * text
    return found if fits and inner.right - min(tile.rect.x for tile in found) <= TILES * inner.w / 2 else ()


def _near(grid: GridPlace, tiles: tuple[Tile, ...], text: float) -> tuple[Tile, ...]:
    """Return the places of small pictures beside their large one."""
    near = round(grid.rect.right + BESIDE * text - min((tile.rect.x for tile in tiles), default=0))
    return tuple(_moved(tile, near) for tile in tiles)


def end_of(places: LaneStage, room: Rect, tiles: tuple[Tile, ...]) -> int:
    """Return how far to the right the words of a title may reach: to the end of what stands below, if that is wide."""
    grid = places.image if room.x == places.image.x else places.output
    last = max(grid.rect.right, *(tile.rect.right for tile in tiles), 0)
    return min(room.right, max(last, round(room.x + WORDS * places.text)))


def _moved(tile: Tile, across: int) -> Tile:
    return Tile(*(rect.moved(across, 0) for rect in (tile.rect, tile.picture, tile.words)))


def _loupe(places: LaneStage, strip: Rect, wanted: LaneShape, ends: tuple[int, int], asking: bool) -> LaneStage:
    """Add the lane in front, the rows of all, and the column addition, or in its place the room for a question."""
    text, kernel, count = places.text, wanted.shape.kernel, wanted.lanes
    x, column = strip.x + (BADGE + BESIDE_BADGE) * text, strip.right - COLUMN * text
    widest = strip.w * LOUPE_WIDE - (BADGE + BESIDE_BADGE) * text
    sign = SIGN * text
    pitch = fit((widest - 2 * sign) / 3, strip.h, kernel, max(MOST_CELL * text, strip.h * 0.3))
    step = pitch * kernel[1] + sign
    lane = lane_in(places, wanted, (strip.x, x, strip.y), pitch, step)
    reach = ends[0], round(x + 2 * step - 14 * text), 0, ends[1]
    places = places.changed(lanes=(lane,), ends=reach)
    free = Rect.of(lane.rect.right + sign, strip.y, column - lane.rect.right - 1.5 * sign, strip.h)
    if (
        count > 1 and free.w >= LEAST_ROW * text
    ):  # of several lanes one is large only where all have a row, however low it is
        across = 1 if count * ROW_HIGH * text <= strip.h or free.w < 2 * ROW_WIDE * text else 2
        down = -(-count // across)
        place = free._replace(w=max(1, free.w), h=max(down, min(free.h, round(ROW_HIGH * text * down))))
        places = places.changed(rows=lane_rows(place, count, across, text))
    if asking:
        room = max(free.x + (free.w if count > 1 else 0), strip.right - round(0.45 * strip.w))
        return places.changed(note=Rect.of(room, strip.y, strip.right - room, strip.h))
    lines = wanted.before + wanted.after + 0.5
    line = min(LINE * text, strip.h / lines)
    if not wanted.after or line < LEAST_LINE * text:
        return places
    found, rule = column_of(Rect.of(column, strip.y, COLUMN * text, 0), wanted.before, wanted.after, line, text)
    return places.changed(column=found, rule=rule)


def lane_in(places: LaneStage, wanted: LaneShape, at: tuple[float, float, float], pitch: int, step: float) -> Lane:
    """Return the lane in front; at: where its badge begins, and its patch; `step`: from grid to grid."""
    badge, x, y = at
    if wanted.pooling:
        return window_at(badge, x, y, pitch, wanted.shape.kernel, places.text)
    return lane_at(badge, x, y, pitch, wanted.shape.kernel, step, places.text)
