"""The places of a lane's parts, of rows, of small pictures and of the column addition; lengths are device pixels."""

from __future__ import annotations

from .geometry import EMPTY, Rect
from .lane_places import Lane, LaneRow, Sum, Tile
from .place import GridPlace, Pair
from .stage import NOTHING

BADGE = 33  # units of text: the side of a badge
SIGN = 44  # units of the height of × and =
WORDS, BOX, PLUS = 226, 88, 44  # units of the column addition: its whole width, the numbers', and that of the +
MAP_SIDE, WORDS_UNDER = 60, 24  # units of a small map in a column, and of its number
BEFORE_TILES, TILE_GAP, TILE_SHARE = 70, 6, 0.84  # units of a row of small maps' words and gaps; a map's height in it
SPACING = 8  # units between the parts of a row


def lane_at(badge: float, x: float, y: float, pitch: int, kernel: Pair, step: float, text: float) -> Lane:
    """Return a lane whose patch begins at a corner, its badge at another place beside it; `step`: from grid to grid."""
    patch, weights, products = (GridPlace(round(x + step * index), round(y), pitch, *kernel) for index in range(3))
    middle = max(patch.rect.centre[1], y + BADGE * text / 2)
    times, equals = (
        Rect.of(before.rect.right, middle - SIGN * text / 2, after.x - before.rect.right, SIGN * text)
        for before, after in ((patch, weights), (weights, products))
    )
    side = BADGE * text
    return Lane(Rect.of(badge, middle - side / 2, side, side), patch, times, weights, equals, products)


def window_at(badge: float, x: float, y: float, pitch: int, size: Pair, text: float) -> Lane:
    """Return the lane of a pooling whose patch begins at a corner: the patch stands for what leaves it, too."""
    patch, side = GridPlace(round(x), round(y), pitch, *size), BADGE * text
    middle = max(patch.rect.centre[1], y + side / 2)
    return Lane(Rect.of(badge, middle - side / 2, side, side), patch, EMPTY, NOTHING, EMPTY, patch)


def lane_rows(place: Rect, count: int, across: int, text: float) -> tuple[LaneRow, ...]:
    """Return the rows of channels in a place, so many of them beside each other, in reading order."""
    down = -(-count // across)
    wide, high, gap = place.w / across, place.h / down, SPACING * text
    rows = []
    for index in range(count):
        row, column = divmod(index, across)
        rect = Rect.of(place.x + column * wide, place.y + row * high, wide - gap, high - gap / 2)
        side = min(BADGE * text, rect.h)
        badge = Rect.of(rect.x, rect.y + (rect.h - side) / 2, side, side)
        kernel = Rect(round(badge.right + gap), rect.y, rect.h, rect.h)
        total = Rect.of(kernel.right + gap, rect.y, max(0.0, rect.right - kernel.right - gap), rect.h)
        rows.append(LaneRow(rect, badge, kernel, total))
    return tuple(rows)


def tiles(
    corner: tuple[float, float], count: int, side: float, gap: float, words: float, across: int = 8
) -> tuple[Tile, ...]:
    """Return the places of small pictures of a side, so many in a row, each with its words below it."""
    found = []
    for index in range(count):
        row, column = divmod(index, across)
        x, y = corner[0] + column * (side + gap), corner[1] + row * (side + words + gap)
        picture = Rect(round(x), round(y), int(side), int(side))  # all of one size
        under = Rect.of(picture.x, y + side, picture.w, words)
        found.append(Tile(picture.union(under), picture, under))
    return tuple(found)


def row_of_tiles(row: Rect, count: int, text: float) -> tuple[Tile, ...]:
    """Return the places of so many small pictures beside each other in a row, after its words and without any below."""
    begin, gap = row.x + BEFORE_TILES * text, TILE_GAP * text
    side = int(min(row.h * TILE_SHARE, (row.right - begin + gap) / max(1, count) - gap))
    if side < 1:
        return ()
    places = (Rect.of(begin + index * (side + gap), row.y, side, side) for index in range(count))
    return tuple(Tile(place, place, EMPTY) for place in places)


def column_of_tiles(area: Rect, count: int, text: float) -> tuple[Tile, ...]:
    """Return the places of small pictures at the right edge of an area, in one column, or more than eight in two."""
    across = 1 if count <= 8 else 2
    gap, words, rows = SPACING * text, WORDS_UNDER * text, -(-count // across)
    side = max(1.0, min(MAP_SIDE * text, area.h / rows - words - gap))
    return tiles((area.right - across * (side + gap) + gap, area.y), count, side, gap, words, across)


def column_of(place: Rect, before: int, after: int, line: float, text: float) -> tuple[tuple[Sum, ...], Rect]:
    """Return the lines of a column addition from the top of a place down, and the rule between them.

    before, after: how many lines stand before the rule, and after it. line: the height of one.
    """
    left = max(float(place.x), place.right - WORDS * text)
    box = place.right - BOX * text
    lines = []
    for index in range(before + after):
        y = place.y + line * (index + (0.5 if index >= before else 0.0))
        rect = Rect.of(left, y, place.right - left, line)
        words = Rect.of(left, y, box - left - (0 if index >= before else PLUS * text), line)
        plus, number = Rect.of(box - PLUS * text, y, PLUS * text, line), Rect.of(box, y, BOX * text, line)
        lines.append(Sum(rect, words, plus, number.inset(0, line * 0.06)))
    return tuple(lines), Rect.of(left, place.y + line * (before + 0.2), place.right - left, max(1.0, 1.5 * text))
