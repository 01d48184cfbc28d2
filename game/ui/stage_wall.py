"""Present with channels and filters: one lane fills the wall; image and map stand at its left, the sums below it.

Lengths are units of min(height ÷ 1080, width ÷ 1440) device pixels: a beamer's 4 : 3 has as large a type as its height
allows.
"""

from __future__ import annotations

from functools import lru_cache

from ..value import Value
from .columns import Shape, fit
from .geometry import EMPTY, Rect
from .lane_parts import lane_at, window_at
from .lane_places import Lane, LaneStage
from .place import GridPlace
from .stage_present import ASKING, LARGER, QUESTION

LINE = 46  # font size of the line of the lane, of the sums, and of all that a class reads
LEAST = 33  # of the smallest of what is being made: 23 device pixels at 1024 × 768, 33 at 1920 × 1080
TITLE, SMALL_TITLE = 44, 34  # font sizes: over the lane; over image and map
SIDE, TOP, FOOT = 34, 82, 104  # at both sides; above the image; below all, for the sentence
WALL_TOP = 142  # above the lane
FLIGHT = 46  # more at the right of lane and line, where products fly down to their sum: their numbers have to be read
LEAST_LEFT, MOST_LEFT = 290, 0.38  # the width of the left column: units, and its share
BEFORE = 54  # between it and the wall
SIGN, MOST_SIGN = 72, 116  # between two grids of the lane, at least and at most
MOST_CELL, MOST_IMAGE = 184, 72  # of the lane's cells; of the image's
LETTER, LETTER_GAP = 52, 14  # side of a channel's letter, and between two
FEW, MANY, A_ROW = 4, 40, 8  # their side where there are more than a few; how many stand in a row at most
MAP_TITLE = 62  # from the letters to the map
SUMS, VALUE, WHERE, ROW = 104, 66, 62, 72  # heights: the boxes; what the activation makes; the step; a line of terms
MOST_APART, LEAST_APART = 56, 14  # between what stands below each other
MORE = 1.25  # times the least cell of the map in which numbers can be read: the most
LEAST_IMAGE = 0.3  # of the left column's free height
BESIDE_CELL = 0.8  # of a cell of the map a pixel of the image at least is, where the map's numbers leave the room
SMALL_NUMBERS = 0.57  # of a cell whose number is read from the back: what a number needs to be read at all
CLASS, CLASSES_WIDE = 47, 330  # height of the row of a class, and its width


class WallShape(Value):
    """What decides the places besides the sizes of the grids.

    letters: channels that have one below the image; 0: none. cell: device pixels of a cell of the map in which its
    widest number can be read. rows: lines of the dot product, 1 … 3. activation: the sum becomes another value.
    asking: a question stands below the sums. pooling: "max" or "average": the lane is its patch alone.
    classes: of a last layer of one cell a map how many there are, each of which has a row in the place of the map in
    front, and which is in front; 0: it is none.
    """

    shape: Shape
    letters: int
    cell: int
    rows: int
    activation: bool
    asking: bool
    pooling: str = ""
    classes: int = 0
    front: int = 0


class WallStage(LaneStage):
    """The places of Present with channels: the lane in front is the only one.

    unit: device pixels of a unit. front: the badge of the channel in front. letters: of every channel.
    line, sums, value, where, said: the lane's dot product, the sums of the channels, what the activation makes of
    them, where the walk is, and the sentence. classes: the rows of all of them.
    rows_of_terms: how many lines the dot product may have.
    """

    unit: float = 1.0
    front: Rect = EMPTY
    letters: tuple[Rect, ...] = ()
    line: Rect = EMPTY
    sums: Rect = EMPTY
    value: Rect = EMPTY
    where: Rect = EMPTY
    said: Rect = EMPTY
    classes: Rect = EMPTY
    rows_of_terms: int = 1

    def size(self, units: float) -> int:
        """Return a font size given in units, in device pixels."""
        return max(1, round(units * self.unit))


def unit_of(width: float, height: float) -> float:
    """Return the device pixels of a unit on a screen."""
    return min(height / 1080, width / 1440)


@lru_cache(maxsize=32)
def wall_stage(area: Rect, unit: float, wanted: WallShape) -> WallStage:
    """Return the places on a screen without its line of progress; `unit`: that of Present (see `stage_present`)."""
    own = unit_of(area.w, area.h)
    left = _left(area, own, wanted, WallStage(unit * LARGER, _NOWHERE, unit=own))
    ends = (place.right for place in (left.image.rect, left.output.rect, left.front, left.classes))
    wide = max(*ends, round(area.x + (SIDE + LEAST_LEFT) * own))
    x = wide + BEFORE * own
    wall = Rect.of(x, area.y + WALL_TOP * own, area.right - SIDE * own - x, 0)
    bottom = area.bottom - (LEAST_APART if wanted.asking else FOOT) * own
    return _wall(wall._replace(h=max(1, round(bottom - wall.y))), unit, wanted, left)


_NOWHERE = GridPlace(0, 0, 0, 0, 0)


def _left(area: Rect, own: float, wanted: WallShape, places: WallStage) -> WallStage:
    """Add the image with the letters of its channels below it, the map, and the sentence below all."""
    shape, x, y = wanted.shape, round(area.x + SIDE * own), round(area.y + TOP * own)
    down = -(-wanted.letters // A_ROW)
    side, gap = (units * own for units in ((LETTER, LETTER_GAP) if wanted.letters <= FEW else (MANY, LETTER_GAP / 2)))
    letters_high = down * (side + gap) + (LETTER_GAP * own if down else 0)
    foot = LEAST_APART if wanted.asking else FOOT
    free = max(2.0, area.bottom - foot * own - y - letters_high - MAP_TITLE * own)
    widest = (area.w - 2 * SIDE * own) * MOST_LEFT
    row = min(CLASS * own, free * (1 - LEAST_IMAGE) / wanted.classes) if wanted.classes else 0.0
    most = int(row) or fit(widest, free * (1 - LEAST_IMAGE), shape.output, wanted.cell * MORE)
    wide = max(LEAST_LEFT * own, most * shape.output[1])
    output = most if wanted.classes or wanted.pooling else _beside_image(wanted, most, free, wide)
    high = free - output * shape.output[0]
    if wanted.classes:
        high, wide = free - row * wanted.classes, CLASSES_WIDE * own
    wide = widest if wanted.pooling else wide  # its lane is a patch alone, and leaves room for numbers in the image
    image = fit(wide, high, shape.image, MOST_IMAGE * own)
    first = GridPlace(x, y, image, *shape.image, (-shape.padding[0], -shape.padding[1]))
    begin = first.rect.bottom + LETTER_GAP * own
    letters = tuple(
        Rect.of(x + index % A_ROW * (side + gap), begin + index // A_ROW * (side + gap), side, side)
        for index in range(wanted.letters)
    )
    low = round(first.rect.bottom + letters_high + MAP_TITLE * own)
    edge = max(first.rect.right, round(x + LEAST_LEFT * own), *(letter.right for letter in letters))
    badge = SMALL_TITLE * own * 1.35
    return places.changed(
        image=first,
        output=GridPlace(x, round(low + wanted.front * row), output, *shape.output),
        classes=Rect.of(x, low, CLASSES_WIDE * own, row * wanted.classes),
        front=Rect.of(edge - badge, y - 8 * own - badge, badge, badge) if letters else EMPTY,
        letters=letters,
        said=EMPTY if wanted.asking else Rect.of(x, area.bottom - 88 * own, area.w - 2 * SIDE * own, 70 * own),
    )


def _beside_image(wanted: WallShape, most: int, free: float, wide: float) -> int:
    """Return how large a cell of the map is, at most `most`, so that the image above it is not much smaller.

    Numbers that have room in the map keep it, also small ones; without any, both share the height evenly. free, wide:
    device pixels that both have in height, and that each has in width.
    """
    shape = wanted.shape
    small = min(most, wanted.cell) if most >= wanted.cell * SMALL_NUMBERS else 0
    least = small or fit(wide, free / 2, shape.output, most)
    for pitch in range(most, min(least, most), -1):
        if fit(wide, free - pitch * shape.output[0], shape.image, pitch) >= pitch * BESIDE_CELL:
            return pitch
    return min(least, most)


def _wall(wall: Rect, unit: float, wanted: WallShape, places: WallStage) -> WallStage:
    """Add the lane and what stands below it, one under another."""
    own, kernel = places.unit, wanted.shape.kernel
    under = QUESTION * unit if wanted.asking else WHERE * own
    highs = (ROW * wanted.rows * own, SUMS * own, VALUE * own if wanted.activation else 0.0, under)
    free = wall.h - sum(highs) - LEAST_APART * own * 3
    inner = wall if wanted.pooling else wall._replace(w=max(1, wall.w - round(FLIGHT * own)))
    lane = _lane(inner, max(1.0, free), wanted, own).changed(badge=places.front)
    pitch = lane.patch.pitch
    spare = (wall.h - sum(highs) - pitch * kernel[0]) / 3
    apart, y, rects = min(MOST_APART * own, max(0.0, spare)), float(lane.rect.bottom), []
    for index, high in enumerate(highs):
        y += 0.0 if index == 2 else apart  # the value stands right below its sum
        rects.append(Rect.of(wall.x, y, wall.w, high))
        y += high
    line, sums, value, last = rects
    line = line._replace(w=inner.w)
    found = places.changed(lanes=(lane,), line=line, sums=sums, value=value, rows_of_terms=wanted.rows)
    if not wanted.asking:
        return found.changed(where=last)
    return found.changed(note=last._replace(w=min(last.w, round(ASKING * unit * 1.3))))


def _lane(wall: Rect, free: float, wanted: WallShape, own: float) -> Lane:
    """Return the lane as large as the wall's width and its free height allow."""
    kernel = wanted.shape.kernel
    if wanted.pooling:
        return window_at(wall.x, wall.x, wall.y, fit(wall.w, free, kernel, MOST_CELL * own), kernel, own)
    pitch = fit((wall.w - 2 * SIGN * own) / 3, free, kernel, MOST_CELL * own)
    sign = min(MOST_SIGN * own, (wall.w - 3 * pitch * kernel[1]) / 2)
    step = pitch * kernel[1] + max(SIGN * own, sign)
    return lane_at(wall.x, wall.x, wall.y, pitch, kernel, step, own)
