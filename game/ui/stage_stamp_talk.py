"""Where the grids of the stamps stand in Present: as many of their numbers as can be are read from the back row.

A wide screen has pixels, kernel over products, and the whole map beside each other. On a beamer's 4 : 3 a map that is
as high as the screen leaves a narrow column, in which the pixels stand above kernel × pixel = products. Of what has
room the one is taken in which most grids have their numbers, and of these the one with the largest map.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from ..value import Value
from .columns import Columns, Shape, fit, fitting
from .geometry import EMPTY, Rect
from .stage import Stage, stood
from .stage_present import ASKING, BETWEEN, GAPS, LARGER, OUTPUT, QUESTION, below_heads
from .stage_stamp import in_columns
from .stage_wall import LEAST, unit_of

# Of min(height ÷ 1080, width ÷ 1440) device pixels, as on the wall of several channels:
SIGN = 84  # between kernel and products that stand beside each other
CELL, PIXEL = 138, 160  # of a weight's cell, and of a pixel's, at most
ROW, ABOVE = 96, 12  # height of a row of small channels or maps with their letters, and what is free above it
NOTE, STEP = 220, 108  # under the pixels for where the walk is and what the layer is set to; for the first alone
LETTERED = 1.6  # of the least font size, the width of a small channel or map with what is free beside it
COLUMN = 330  # of the column of pixels, kernel and products, at least, for what is written there

WIDEST = 0.4  # of the room of all columns, that a kernel takes at most, so that its numbers can be read
ROUND = 0.2  # of the height, that a cell of the map takes at most
SMALLER = 0.85  # of the largest map, that one has at least, for small channels, small maps and more words
KERNEL, LARGE = 0.25, 1.5  # what the size of a weight counts beside that of a cell of the map; up to how many of these
WEIGHT, PIXELS = 0.75, 0.5  # of a cell of the map, that a weight and a pixel have at least where there is room

Needs = tuple[int, int, int, int]
"""Device pixels of a cell in which numbers can be read: of pixels, of weights and products, of the map, and of the map
where "10 + 2" is written in it."""


class TalkShape(Value):
    """What decides the places besides the screen.

    back: from the back row. near: at all. channels, maps: how many small ones there are; 0: none.
    """

    shape: Shape
    back: Needs = (0, 0, 0, 0)
    near: Needs = (0, 0, 0, 0)
    channels: int = 0
    maps: int = 0
    asking: bool = False


class TalkStage(Stage):
    """The places of the stamps in Present; channels, maps: the rows of the small ones, empty where there is no room.

    own: device pixels of a unit of all that a class reads. beside: products stand beside the kernel, not below it.
    """

    own: float = 1.0
    channels: Rect = EMPTY
    maps: Rect = EMPTY
    beside: bool = False

    @property
    def least(self) -> int:
        """The least font size of what is read from the back row."""
        return self.size(LEAST)

    def shows(self, row: Rect, count: int) -> bool:
        """Tell whether so many small ones have room beside each other in a row, with letters that can be read."""
        return row.w >= count * LETTERED * self.least

    def size(self, units: float) -> int:
        """Return a font size given in units, in device pixels."""
        return max(1, round(units * self.own))


class _Room(Value):
    """What is free for grids: the stage below its titles, and what is kept of it, in device pixels.

    above, words: under the pixels for their channels, and for what is said. low: under the map.
    """

    area: Rect
    unit: float
    own: float
    wanted: TalkShape
    above: float
    words: float
    low: float

    @property
    def under(self) -> float:
        """What is kept under the pixels."""
        return self.above + self.words

    @property
    def tallest(self) -> int:
        """The largest cell of the map that the height allows."""
        return fit(1e9, self.area.h - self.low, self.wanted.shape.output, self.area.h * ROUND)


@lru_cache(maxsize=8)
def talk_stamps(area: Rect, foot: int, unit: float, wanted: TalkShape) -> TalkStage:
    """Return the places on a stage above a foot of so many device pixels; `unit`: that of Present."""
    own, inner = unit_of(area.w, area.h + foot), below_heads(area, unit)
    every = [_best(_Room(inner, unit, own, wanted, *kept)) for kept in _kept(wanted, own, unit)]
    rows = (("channels", wanted.channels), ("maps", wanted.maps))
    found = [one for one in every if all(not (at := getattr(one, row)).w or one.shows(at, many) for row, many in rows)]
    met, size = max((_met(one, wanted), _size(one)) for one in found)
    return next(one for one in found if _met(one, wanted) == met and _size(one) >= size * SMALLER)


def _kept(wanted: TalkShape, own: float, unit: float) -> list[tuple[float, float, float]]:
    """Return what may be kept for small channels, words and small maps, in device pixels, what shows most first."""
    if wanted.asking:
        return [(0.0, QUESTION * unit, 0.0)]
    row = (ROW + ABOVE) * own
    channels = (row, 0.0) if wanted.channels else (0.0,)
    maps = (row, 0.0) if wanted.maps else (0.0,)
    return [(above, words * own, low) for low, above, words in product(maps, channels, (NOTE, STEP))]


def _met(places: Stage, wanted: TalkShape) -> tuple[int, int]:
    """Return how many of the grids have their numbers at all, and how many have them for the back row."""
    pitches = places.image.pitch, places.kernel.pitch, places.output.pitch, places.output.pitch
    near, back = (
        sum(pitch >= least for pitch, least in zip(pitches, needs, strict=True)) for needs in (wanted.near, wanted.back)
    )
    return near, back


def _size(places: Stage) -> float:
    """Return how large the map is, or less where the others are small beside it, and a little for a large kernel."""
    whole, weight = places.output.pitch, places.kernel.pitch
    return min(whole, weight / WEIGHT, places.image.pitch / PIXELS) + KERNEL * min(weight, LARGE * whole)


def _best(room: _Room) -> TalkStage:
    """Return the best places that leave free what is kept; the first of equal ones."""
    found = max(_candidates(room), key=lambda one: (_met(one, room.wanted), _size(one)))
    return _with_rows(room, found)


def _candidates(room: _Room) -> Iterator[TalkStage]:
    """Go through places of each kind, with larger and smaller kernels."""
    wanted = room.wanted
    weights = wanted.near[1], wanted.back[1]
    for cell in dict.fromkeys((0, *weights)):
        yield in_three(room.area, room.unit, room.own, wanted, room.under, room.low, cell)
    for share, cell, pixel in product((WEIGHT, 0.0), reversed(weights), (wanted.back[0], wanted.near[0])):
        places = _in_two(room, share, cell, pixel)
        if places is not None:
            yield places


def in_three(
    area: Rect, unit: float, own: float, wanted: TalkShape, under: float = 0.0, low: float = 0.0, cell: int = 0
) -> TalkStage:
    """Return pixels, kernel over products, and the map beside each other, the map as large as has room.

    under, low: device pixels that are kept under the pixels and under the map. cell: device pixels that a weight's cell
    has at least, where that leaves room.
    """
    shape = wanted.shape
    gaps, least = (GAPS[0] * unit, GAPS[1] * unit), OUTPUT * unit
    words = least, 190 * unit, ASKING * unit if wanted.asking else max(least, COLUMN * own)
    room, column = area.w - sum(gaps), (area.h - BETWEEN * unit) / 2
    most_kernel = fit(room * 0.25, column, shape.kernel, CELL * unit)
    smallest = cell if fit(room * WIDEST, column, shape.kernel, cell) >= cell else 0
    most_kernel = max(most_kernel, smallest)
    most_pixels = fit(room * 0.3, area.h - under, shape.image, PIXEL * unit)

    def others(whole: int, ease: float) -> tuple[int, int]:
        kernel, pixels = (max(most * 0.5, min(most, whole * 1.1)) for most in (most_kernel, most_pixels))
        kernel = max(kernel, smallest)
        return int(kernel + (most_kernel - kernel) * ease), int(pixels + (most_pixels - pixels) * ease)

    swapped = Shape(shape.output, shape.kernel, shape.image, (0, 0))
    tallest = fit(1e9, area.h - low, shape.output, area.h * ROUND)
    columns = Columns(area, swapped, words, gaps, BETWEEN * unit, tallest, others, 0.4)
    found = in_columns(columns, columns.best((1.0, 0.75, 0.5, 0.25), float), shape, unit * LARGER)
    wide = found.ends[0] - found.image.x + 30 * unit
    return _talk(found, own, _below(found.image.rect.bottom + 30 * unit, area, found.image.x, wide))


def _below(y: float, area: Rect, x: int, wide: float) -> Rect:
    """Return what is free below a grid."""
    return Rect.of(x, y, wide, max(0.0, area.bottom - y))


def _talk(found: Stage, own: float, note: Rect, beside: bool = False) -> TalkStage:
    """Return places as those of Present."""
    return TalkStage(**found.changed(note=note).__dict__, own=own, beside=beside)


def _in_two(room: _Room, share: float, cell: int, pixel: int) -> TalkStage | None:
    """Return the pixels above kernel × pixel = products, and the map beside all, as large as has room; None for none.

    share: of a cell of the map, that a weight has at least. cell, pixel: device pixels of a weight's and a pixel's.
    """
    shape, (_, _, wide, high), own = room.wanted.shape, room.area, room.own
    free = high - BETWEEN * room.unit - room.under
    gap, sign = GAPS[1] * room.unit, SIGN * own
    least = ASKING * room.unit if room.wanted.asking else COLUMN * own

    def beside(whole: int) -> tuple[float, int, int]:
        left = wide - gap - whole * shape.output[1]
        weight = fit((left - sign) / 2, free * 0.55, shape.kernel, CELL * own)
        return left, weight, fit(left, free - weight * shape.kernel[0], shape.image, PIXEL * own)

    def fits(whole: int) -> bool:
        left, weight, pixels = beside(whole)
        return left >= least and weight >= max(cell, share * whole) and pixels >= pixel

    whole = fitting(room.tallest, fits)
    return None if not whole else _stood_in_two(room, whole, *beside(whole))


def _stood_in_two(room: _Room, whole: int, left: float, weight: int, pixels: int) -> TalkStage:
    """Return the places of two columns: the left one so wide, with cells of these sizes."""
    shape, (x, y, _, high), unit = room.wanted.shape, room.area, room.unit
    used = pixels * shape.image[0] + weight * shape.kernel[0] + BETWEEN * unit + room.under
    second = y + pixels * shape.image[0] + room.above + BETWEEN * unit + min(40 * unit, max(0.0, high - used) / 2)
    third = x + weight * shape.kernel[1] + SIGN * room.own
    last = x + left + GAPS[1] * unit
    stood_at = (x, y), (x, second), (third, second), (last, y)
    pitches = pixels, weight, weight, whole
    found = stood(unit * LARGER, shape, pitches, stood_at, (left, left, left, whole * shape.output[1]))
    kernel, products = found.kernel.rect, found.products.rect
    arrow = Rect.of(products.right, products.centre[1] - 60 * unit, found.output.x - products.right, 120 * unit)
    times = Rect(kernel.right, kernel.y, products.x - kernel.right, kernel.h)
    note = _below(kernel.bottom + 30 * unit, room.area, found.image.x, left)
    return _talk(found.changed(arrow=arrow, times=times), room.own, note, beside=True)


def _with_rows(room: _Room, places: TalkStage) -> TalkStage:
    """Add the rows of small channels and maps, where room has been kept for them."""
    high, above = ROW * room.own, ABOVE * room.own
    image, output, note = places.image.rect, places.output.rect, places.note
    if room.low:
        places = places.changed(maps=Rect.of(output.x, output.bottom + above, room.area.right - output.x, high))
    if not room.above:
        return places
    row = Rect.of(image.x, image.bottom + above, places.ends[0] - image.x, high)
    if not places.beside:
        y = row.bottom + above
        places = places.changed(note=note._replace(y=round(y), h=max(0, round(room.area.bottom - y))))
    return places.changed(channels=row)
