"""Where the grids of the stamps stand: pixels, kernel over products, and the whole map, which is the largest.

A wide stage has them from left to right, as any layer has. What is laid lies on the map, so the map has the size that
elsewhere the image has, and the image that of an output. A tall stage has the map above and the others below it.
"""

from __future__ import annotations

from functools import lru_cache, partial

from .columns import Columns, Pitches, Shape, fit
from .geometry import Rect
from .layout import below_titles
from .place import GridPlace, Pair
from .stage import BESIDE, BETWEEN, INLINE, LEGEND, NOTHING, ROW, ROW_GAP, ROW_WIDTH, STACKED, Stage, stood, with_words

ASKED_WIDE, ASKED = 320, 300  # units of the column of the pixels, and under them, for a question
ASKED_SHARES = 0.32, 0.56  # of the room of all columns, and of their height, that a question takes at most: large text
UNDER = 176  # units under the pixels for what is said of them, the switch, and what is said of that
TILES = 78  # units of a row of small channels, or maps, with their letters or numbers
ROUND = 0.2  # of the height, that a pixel takes at most


@lru_cache(maxsize=32)
def stamp_stage(
    area: Rect, text: float, shape: Shape, row: float = 0.0, asking: bool = False, maps: bool = False
) -> Stage:
    """Return the places on a stage. shape: of the pixels, the kernel, and the whole map; row: of the brush.

    asking: a question stands under the pixels. maps: on a wide stage all maps stand in small under the scale.
    """
    inner = below_titles(area, text)
    under = row + (ASKED if asking else UNDER) * text
    stand = _tall if area.h >= area.w else partial(_wide, maps=TILES * text if maps else 0.0)
    found = stand(inner, text, shape, min(under, max(row, ASKED_SHARES[1] * inner.h)) if asking else under, asking)
    image, wide = found.image.rect, found.ends[0] - found.image.x + 36 * text
    if row:
        place = Rect.of(image.x, image.bottom + ROW_GAP * text, min(ROW_WIDTH * text, wide), ROW * text)
        found = found.changed(brush=place)
    top = (found.brush if row else image).bottom + 14 * text
    return found.changed(note=Rect.of(image.x, top, wide, max(0.0, inner.bottom - top))) if asking else found


@lru_cache(maxsize=8)
def lone_map(area: Rect, text: float, size: Pair) -> Stage:
    """Return the place of the map alone, in the middle of a very small stage."""
    free = area.inset(6)
    pitch = fit(free.w, free.h, size)
    whole = free.centred(pitch * size[1], pitch * size[0])
    return Stage(text, NOTHING, output=GridPlace(whole.x, whole.y, pitch, *size), ends=(whole.right,) * 4)


def _wide(area: Rect, text: float, shape: Shape, under: float, asking: bool, maps: float) -> Stage:
    """Return the places on a wide stage; the search is that of any layer, with pixels and map in each other's place.

    under: device pixels below the image that belong to it. maps: below the map and its scale, of the small ones.
    """
    gaps, stacked = (60 * text, 92 * text), area.w < INLINE * text
    source, kernel, whole = (units * text for units in (STACKED if stacked else BESIDE))
    room = area.w - sum(gaps)
    asked = min(ASKED_WIDE * text, ASKED_SHARES[0] * room) if asking else 0.0
    words = max(source, whole), kernel, max(min(source, whole), asked)
    tallest = fit(1e9, area.h - LEGEND * text - maps, shape.output, area.h * ROUND)
    most_kernel = fit(room * 0.2, (area.h - BETWEEN * text) / 2, shape.kernel, area.h * 0.14)
    most_pixels = fit(room * 0.33, area.h - under, shape.image, area.h * ROUND)

    def others(whole: int, ease: float) -> Pair:
        kernel = min(most_kernel, max(whole, int(room * 0.11 / shape.kernel[1])))
        pixels = min(most_pixels, max(whole, int(room * 0.2 / shape.image[1])))
        return round(kernel + (most_kernel - kernel) * ease), round(pixels + (most_pixels - pixels) * ease)

    swapped = Shape(shape.output, shape.kernel, shape.image, (0, 0))
    columns = Columns(area, swapped, words, gaps, BETWEEN * text, tallest, others, 0.5)
    pitches = columns.best((1.0, 0.8, 0.6, 0.4, 0.2), lambda largest: min(0.95 * tallest, 0.9 * largest))
    found = in_columns(columns, pitches, shape, text)
    return with_words(found.changed(stacked=stacked), area.bottom)


def in_columns(columns: Columns, pitches: Pitches, shape: Shape, text: float) -> Stage:
    """Return the places in the order in which they are read, of columns that begin with the map."""
    area, (third, second, first) = columns.area, columns.widths(pitches)
    free = max(0.0, columns.room - first - second - third) * columns.share
    x, y = area.x + first + columns.gaps[0] + free, area.y
    last = x + second + columns.gaps[1] + free
    low = y + pitches[1] * shape.kernel[0] + columns.between
    stood_at = pitches[2], pitches[1], pitches[1], pitches[0]
    corners = [(area.x, y), (x, y), (x, low), (last, y)]
    found = stood(text, shape, stood_at, corners, (first, second, second, third))
    products, output = found.products.rect, found.output.rect
    arrow = Rect.of(products.right, products.centre[1] - 50 * text, output.x - products.right, 100 * text)
    return found.changed(arrow=arrow, times=Rect.of(x, found.kernel.rect.bottom, second + 60 * text, 62 * text))


def _tall(area: Rect, text: float, shape: Shape, under: float, asking: bool) -> Stage:
    """Return the places on a tall stage; under: device pixels below the image that belong to it."""
    middle, gap = (LEGEND + 84) * text, 60 * text
    below = (area.h - middle - under) * 0.32
    whole = fit(area.w, area.h - middle - under - below, shape.output)
    low = area.y + whole * shape.output[0] + middle
    usable, room = area.w - 2 * gap, max(1.0, area.bottom - under - low)
    pixels = fit(usable * 0.4, room, shape.image, area.h * 0.12)
    first = max(pixels * shape.image[1], usable * 0.4, min(ASKED_WIDE * text, usable * 0.6) * asking)
    each = (usable - first) / 2
    kernel = fit(each, room + under, shape.kernel, area.h * 0.1)
    width = max(kernel * shape.kernel[1], min(130 * text, each) if asking else 130 * text)
    second = area.x + first + gap
    third = second + width + gap
    corners = (area.x, low), (second, low), (third, low), (area.x, area.y)
    widths = first, width, width, max(whole * shape.output[1], 300 * text)
    found = stood(text, shape, (pixels, kernel, kernel, whole), corners, widths)
    times = Rect.of(found.kernel.rect.right, found.kernel.rect.centre[1] - 50 * text, gap, 100 * text)
    return with_words(found.changed(stacked=True, times=times), round(area.bottom))
