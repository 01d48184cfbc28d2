"""What a stage with lanes has to be divided among, and how much of it each part takes. Lengths are units of text."""

from __future__ import annotations

from math import ceil

from ..value import Value
from .geometry import Rect
from .lane_parts import BADGE
from .lane_places import LaneShape
from .stage import PREDICT_ROOM

LEAST_CELL = 40  # of a lane's cell, if all lanes are shown
MOST_CELL, MOST_ALONE = 80, 120  # of a lane's cell; where there is one lane only
MOST_HIGH, MOST_HIGH_ALONE = 0.11, 0.165  # the same as shares of the stage's height, where small words leave room
MOST_OUTPUT, MOST_OUTPUT_ALONE = 0.1, 0.135  # of the stage's height: a cell of the map; beside one lane only
LEAST_MAP = 0.15  # of it: the map, unless its width allows no more
BESIDE_BADGE = 12  # from a badge to its patch
BEFORE = BADGE + 2 * BESIDE_BADGE  # from the image to the patches
AFTER = 50  # from the products to the map: the wires turn there
SIGN, STEP = 60, 125  # between two grids of a lane; from one to the next, at least: so wide are their titles
STEP_SHARE = 0.34  # of the lanes' least width, that STEP is at most: with very large words titles get smaller
SNUG_SIGN, SNUG_LEAST = 34, (1.0, 1.0, 0.9, 0.78)  # SIGN, and of the least widths, where numbers have room only so
LANE_GAP, LEAST_GAP = 45, 24  # between two lanes
LEAST = ((430, 0.32), (520, 0.42), (300, 0.25))
"""The least widths of image, lanes and map, and the most of the free width that these may be."""
ASKED_HIGH = 0.68  # the share of the height that a question takes at most: it asks about the map over it
ASKED = ((430, 0.3), (520, 0.37), (400, 0.33))  # the same while a question stands below the map
LINE, SNUG_LINE = 38, 30  # of the column addition; where the map lacks height
ROW_HIGH, ROW_WIDE, MOST_ROW = 46, 165, 84  # of a channel's row: its least height and width, its most height
LENS = 110  # of the height below the only lane, or the rows, for a row of its kernel in numbers
UNDER = 16  # between what stands below each other
PICTURE, PICTURE_GAP, PICTURE_WORDS = 104, 10, 28
MAP, MAP_GAP, MAP_WORDS = 68, 8, 24
A_ROW = 8  # small pictures, or maps, beside each other
TALL_SHARE = 0.55  # of the height of a tall stage, that the lanes leave to image and map
TITLE = 62  # above the lanes of a tall stage


class Space(Value):
    """What there is to be divided: the area, the height of image and map, that of the lanes, and the least widths.

    snug: how close all stands, where numbers have room only so: 1, the grids of a lane are closer to each other; 2 and
    3, the columns are narrower, too.
    """

    text: float
    wanted: LaneShape
    area: Rect
    high: float
    lanes_high: float
    row: float
    asking: bool
    tall: bool
    snug: int = 0

    @property
    def gaps(self) -> tuple[float, float]:
        """What is free before the lanes, and before the map."""
        return BEFORE * self.text, AFTER * self.text

    @property
    def least(self) -> tuple[float, ...]:
        """The least widths of the three columns."""
        free, part = self.area.w - sum(self.gaps), SNUG_LEAST[self.snug]
        return tuple(part * min(units * self.text, share * free) for units, share in (ASKED if self.asking else LEAST))

    def tiles_high(self, count: int, width: float, most: float, gap: float, words: float) -> float:
        """Return the height of rows of so many small pictures in a width."""
        return ceil(count / A_ROW) * (tile_side(count, width, most, gap, self.text) + (words + gap) * self.text)

    @property
    def pictures_high(self) -> float:
        """The height of the small pictures below the image, with the gap above them."""
        width = self.least[0]
        under = UNDER * self.text if self.wanted.pictures else 0.0
        return under + self.tiles_high(self.wanted.pictures, width, PICTURE, PICTURE_GAP, PICTURE_WORDS)

    @property
    def maps_high(self) -> float:
        """The height of the small maps below the map, with the gap above them."""
        under = UNDER * self.text if self.wanted.maps else 0.0
        return under + self.tiles_high(self.wanted.maps, self.least[2], MAP, MAP_GAP, MAP_WORDS)

    def column_high(self, line: float) -> float:
        """Return the height of the column addition, or of what stands in its place, with the gap above it."""
        if not self.wanted.after and not self.asking:
            return 0.0
        if self.asking:
            return min((PREDICT_ROOM + UNDER) * self.text, ASKED_HIGH * self.high)
        return (UNDER + line * (self.wanted.before + self.wanted.after + 0.5)) * self.text

    def lane_width(self, pitch: int) -> float:
        """Return the width of a lane's three grids; of a pooling's, which is its patch alone."""
        if self.wanted.pooling:
            return max(pitch * self.wanted.shape.kernel[1], STEP * self.text)
        return 2 * self.lane_step(pitch) + pitch * self.wanted.shape.kernel[1]

    def lane_step(self, pitch: int) -> float:
        """Return how far it is from one grid of a lane to the next."""
        sign = SNUG_SIGN if self.snug else SIGN
        titles = min(STEP * self.text, STEP_SHARE * self.least[1])
        return max(pitch * self.wanted.shape.kernel[1] + sign * self.text, titles)

    @property
    def most_output(self) -> float:
        """The height of a cell of the map at most: beside one lane there is more room for it."""
        return self.high * (MOST_OUTPUT_ALONE if self.wanted.lanes == 1 else MOST_OUTPUT)

    @property
    def rows_high(self) -> float:
        """The height of the rows of channels, with the gap above them."""
        return UNDER * 2 * self.text + self.row_high * ceil(self.wanted.lanes / self.rows_across)

    @property
    def rows_across(self) -> int:
        """How many rows of channels stand beside each other."""
        width = self.area.w if self.tall else self.least[1] + (BADGE + BESIDE_BADGE) * self.text
        return max(1, min(self.wanted.lanes, 4, int(width / (ROW_WIDE * self.text))))

    @property
    def row_high(self) -> float:
        """The height of a channel's row: all together take at most half of the height."""
        return min(ROW_HIGH * self.text, self.lanes_high * 0.45 / ceil(self.wanted.lanes / self.rows_across))


class Pitches(Value):
    """The pitches of image, lanes and map, the widths of the three columns, and the height of a line."""

    image: int
    lane: int
    output: int
    widths: tuple[float, float, float]
    line: float
    every: bool


def tile_side(count: int, width: float, most: float, gap: float, text: float) -> float:
    """Return the side of small pictures, of which at most eight stand beside each other in a width."""
    across = max(1, min(count, A_ROW))
    return min(most * text, (width - (across - 1) * gap * text) / across)
