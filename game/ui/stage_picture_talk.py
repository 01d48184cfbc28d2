"""Present with a large picture: image and map have as much of the screen as they can, and below them stands the loupe.

Lengths are units of min(height ÷ 1080, width ÷ 1440) device pixels, as in `stage_wall`; those of words, of text.
"""

from __future__ import annotations

from functools import lru_cache

from .columns import fit
from .geometry import EMPTY, Rect
from .lane_parts import BADGE, column_of
from .lane_places import LaneShape, LaneStage
from .lane_space import BESIDE_BADGE, MOST_CELL, SIGN
from .layout import Layout
from .place import Pair
from .stage import LEGEND
from .stage_picture import end_of, halves, lane_in
from .stage_wall import unit_of

LARGER = 1.5  # a unit of text: so the numbers of the loupe have 33 units, 23 device pixels at 1024 × 768
WITH_NUMBERS = (
    5  # rows and columns of a kernel up to which the loupe has numbers; a larger one has the line at the foot
)
SIDE, FOOT = 34, 14  # left and right; below the loupe
TITLE = 50  # units of text: a title with its gap
HIGH = 0.55  # font size as a share of a cell: see `view.numbers`
LOUPE = 0.36  # of the height, that the loupe's grids have at most
LINE = 31  # units of text of a line of the column addition: its numbers have the size of the loupe's
COLUMN = 226  # units of text of its width
APART = 30  # between what stands beside each other in the loupe
LEAST_LEGEND, MOST_LEGEND = 230, 340  # units of text: the legend's width
ABOVE_LEGEND, WORDS = 14, 30  # of its gap above; of its words, where it is too narrow for them


def talk_layout(found: Layout, kernel: Pair) -> Layout:
    """Return the division of Present for a large picture under a kernel of a size, from the one for all else."""
    own = unit_of(*found.size)
    stage, dot = found.stage, found.dot
    if max(kernel) <= WITH_NUMBERS:  # all numbers of the line stand in the loupe
        stage, dot = stage.union(dot), dot._replace(y=dot.bottom, h=0)
    return found.changed(text=own * LARGER, stage=stage._replace(w=found.size[0]), dot=dot, pictured=True)


@lru_cache(maxsize=32)
def talk_stage(area: Rect, text: float, wanted: LaneShape, row: float = 0.0, asking: bool = False) -> LaneStage:
    """Return the places on a screen. No brush and no question stand there: `row` is 0, and `asking` False."""
    del row, asking
    own = text / LARGER
    inner = Rect.of(area.x + SIDE * own, area.y + TITLE * text, area.w - 2 * SIDE * own, area.h - TITLE * text)
    free = inner.h - TITLE * text - FOOT * own
    pitch = _pitch(inner.w, free, text, wanted)
    lines, loupe = wanted.before + wanted.after + 0.5, float(pitch * wanted.shape.kernel[0])
    if wanted.after:
        loupe = max(loupe, min(LOUPE * free, LINE * text * lines))
    lane = _lane_width(pitch, text, wanted)
    beside = inner.w - lane - (COLUMN if wanted.after else 0) * text - 2 * APART * own >= LEAST_LEGEND * text
    under = 0.0 if beside else (LEGEND + ABOVE_LEGEND) * text
    places, left, right = halves(inner._replace(h=round(free - loupe - under)), wanted, text)
    spare = inner.y + free - loupe - under - max(places.image.rect.bottom, places.output.rect.bottom)
    pitch = max(pitch, min(_widest(inner.w, text, wanted, beside), int(pitch + 0.6 * spare / wanted.shape.kernel[0])))
    loupe = max(loupe, float(pitch * wanted.shape.kernel[0]))
    strip = Rect.of(inner.x, inner.y + free + TITLE * text - loupe, inner.w, loupe)
    places = _loupe(places, strip, pitch, wanted)
    reach = (
        end_of(places, left, places.pictures),
        round(places.lanes[0].rect.right),
        0,
        end_of(places, right, places.maps),
    )
    x = max(places.output.x, round(places.lanes[0].rect.right + APART * own)) if beside else places.output.x
    last = inner.right - (COLUMN * text + APART * own if beside and wanted.after else 0)
    wide = min(MOST_LEGEND * text, last - x)
    legend = Rect.of(x, places.output.rect.bottom + ABOVE_LEGEND * text, wide, LEGEND * text)
    words = Rect.of(x, legend.bottom, last - x, WORDS * text) if beside else EMPTY
    return places.changed(ends=reach, legend=legend, note=words).facing(0)


def _lane_width(pitch: int, text: float, wanted: LaneShape) -> float:
    """Return how wide a lane is with its badge."""
    grids = pitch * wanted.shape.kernel[1]
    return (BADGE + BESIDE_BADGE) * text + (grids if wanted.pooling else 3 * grids + 2 * SIGN * text)


def _widest(width: float, text: float, wanted: LaneShape, beside: bool) -> int:
    """Return the largest cell of a lane that leaves the column its room; beside: the legend, too."""
    taken = (COLUMN if wanted.after else 0) + (LEAST_LEGEND if beside else 0) + 2 * APART + BADGE + BESIDE_BADGE
    taken += 0 if wanted.pooling else 2 * SIGN
    return fit((width - taken * text) / (1 if wanted.pooling else 3), 1e9, wanted.shape.kernel, MOST_CELL * text * 1.5)


def _pitch(width: float, free: float, text: float, wanted: LaneShape) -> int:
    """Return the cell of the loupe: one in which all numbers can be read, and not more where the height is scarce."""
    most = min(_widest(width, text, wanted, beside=False), fit(1e9, LOUPE * free, wanted.shape.kernel))
    tall = round(22 * text / HIGH) + 1
    needs = (max(tall, wanted.cells[1]), max(tall, wanted.lessened or wanted.cells[1]))
    return next((need for need in needs if need <= most), most)


def _loupe(places: LaneStage, strip: Rect, pitch: int, wanted: LaneShape) -> LaneStage:
    """Add the lane in front and the column addition."""
    text = places.text
    x, step = strip.x + (BADGE + BESIDE_BADGE) * text, pitch * wanted.shape.kernel[1] + SIGN * text
    places = places.changed(lanes=(lane_in(places, wanted, (strip.x, x, strip.y), pitch, step),))
    lines = wanted.before + wanted.after + 0.5
    if not wanted.after:
        return places
    line = min(LINE * text, strip.h / lines)
    place = Rect.of(strip.right - COLUMN * text, strip.y, COLUMN * text, 0)
    found, rule = column_of(place, wanted.before, wanted.after, line, text)
    return places.changed(column=found, rule=rule)
