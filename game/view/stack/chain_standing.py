"""Where the levels of a network's tower are at home, and how a camera sees them.

The tower stands upright, the source image at its foot, as one layer's Stack does: what is made floats over what it is
made of, so a walk goes up everywhere, the card of the layer in focus has its room between two levels, and looked at
from above no level is ever hidden by one below it, from wherever the camera looks. Lying from left to right, as
networks are often drawn, six layers would leave each a sixth of the width, and the card none of the height: maps stand
side by side anyway, and so fill a projector's wide picture. Each plane turns about its own middle, all by the same
angle, as the towers of channels do; turned as one body, rows of maps would run into the picture's depth, and hide each
other. The levels around the card are larger than the others, which only remind of where it stands.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, cos, hypot, radians

from ...play.choices import HOME, Camera
from ...ui.geometry import Rect
from ...ui.plane import Plane, Point, extent, seen
from ...value import Value
from ..frame import StillFrame
from .chain_levels import Level
from .places import seen_from
from .standing import LOW

LEAST = 0.45
"""The share of the largest grid's side that grids of few cells have at least, as in the strip."""
QUIET = 0.6
"""The size of a level that is not at work, as a share of what it has where it is."""
PLATE = 0.24
"""The side of the plate of a share, as a share of the largest grid's."""
BESIDE = 0.08
"""Free between two planes, whichever way they are turned, as a share of the largest side."""
BETWEEN, LIVE = 0.1, 0.42
"""The same between two levels at home, and between those with the card."""
COLUMN, LABEL = 0.42, 0.12
"""The height of a whole share over its plate, and what is free for its number before and above it."""
CLEAR = 6
"""Device pixels between a settled card and the box of its sum."""
SMALLEST = 8
"""Device pixels of the largest side, that a tower has in any window."""


class Wanted(Value):
    """What decides how the tower stands. live: the level of the layer in focus.

    box: device pixels of the height of the channels' sums; 0: there are none. least: between the middles of two
    levels, for their titles. more: the same of the width that is free at both ends of a level of which not all is seen.
    """

    levels: tuple[Level, ...]
    live: int
    box: int
    least: int
    more: int


class Home(Value):
    """Where the levels are at home, in device pixels.

    side: of the largest grid, before it is tilted. heights: of the levels' middles above the lowest one's, in the
    window. tall: the same of a channel's sum, or of the cell, above the image. base: the y of the lowest middle.
    """

    side: float
    heights: tuple[float, ...]
    tall: float
    base: float


def pitch_of(level: Level, wanted: Wanted, side: float) -> float:
    """Return a cell's side, before it is tilted; side: the same of the largest grid."""
    if level.plates:
        return side * PLATE
    largest = max(max(one.size) for one in wanted.levels)
    share = max(LEAST, max(level.size) / largest)
    share *= 1.0 if wanted.live - 1 <= level.number <= wanted.live else QUIET
    return side * share / max(level.size)


def wide_of(level: Level, pitch: float, side: float) -> float:
    """Return the width that a plane has at any turn, and what is free beside it."""
    return hypot(*level.size) * pitch + BESIDE * side


def depth_of(level: Level, wanted: Wanted, side: float) -> float:
    """Return the height in the window of a plane at home, with the number of its class before it and behind."""
    depth = extent(*level.size, HOME.turn, HOME.tilt)[1] * pitch_of(level, wanted, side)
    return depth + (2 * LABEL * side if level.plates else 0)


def heights_of(wanted: Wanted, side: float, gap: float) -> tuple[tuple[float, ...], float]:
    """Return the heights of the levels' middles, and of a sum or the cell above the image below the card."""
    depths = [depth_of(level, wanted, side) for level in wanted.levels]
    heights, tall = [0.0], 0.0
    for number in range(1, len(depths)):
        half = (depths[number - 1] + depths[number]) / 2
        apart = half + (LIVE if number == wanted.live else BETWEEN) * side
        if number == wanted.live and wanted.box:
            tall = max((depths[number - 1] / 2 + CLEAR) / (1 - LOW), LIVE * side) * gap
            apart = tall / gap + wanted.box + depths[number] / 2 + BETWEEN * side
        apart = max(apart * gap, float(wanted.least))
        tall = apart if number == wanted.live and not wanted.box else tall
        heights.append(heights[-1] + apart)
    return tuple(heights), tall


@lru_cache(maxsize=64)
def home_of(wanted: Wanted, picture: Rect, gap: float) -> Home:
    """Return the largest tower that is whole in a picture at home; gap: the distance of the levels, at least 1."""
    low, high = float(SMALLEST), float(max(SMALLEST, *picture[2:]))
    while high - low > 0.5:
        side = (low + high) / 2
        low, high = (side, high) if _fits(wanted, side, gap, picture) else (low, side)
    side = low
    heights, tall = heights_of(wanted, side, gap)
    above, below = _ends(wanted, side)
    slack = max(0.0, picture.h - heights[-1] - above - below)
    return Home(side, heights, tall, picture.bottom - slack / 2 - below)


def _ends(wanted: Wanted, side: float) -> Point:
    """Return what the highest level reaches above its middle at home, and the lowest below it."""
    first, last = wanted.levels[0], wanted.levels[-1]
    above = depth_of(last, wanted, side) / 2 + (COLUMN * side if last.plates else 0)
    return above, depth_of(first, wanted, side) / 2


def _fits(wanted: Wanted, side: float, gap: float, picture: Rect) -> bool:
    """Tell whether the tower is whole in a picture with a largest grid of that side."""
    heights, _ = heights_of(wanted, side, gap)
    if ceil(heights[-1] + sum(_ends(wanted, side))) > picture.h:
        return False
    return all(row_wide(level, wanted, side) <= picture.w for level in wanted.levels)


def row_wide(level: Level, wanted: Wanted, side: float) -> float:
    """Return the width of a level, with the words on what of it has no plane, and as much at its other end."""
    wide = wide_of(level, pitch_of(level, wanted, side), side) * len(level.shown)
    return wide + (2 * wanted.more if level.hidden else 0)


class Sight(Value):
    """How a camera sees the tower: degrees, and what of the picture is where. stage: what it looks at the middle of."""

    camera: Camera
    turn: float
    tilt: float
    picture: Rect
    stage: Rect


def sight_of(frame: StillFrame, picture: Rect) -> Sight:
    """Return how a frame's camera sees the tower, on its way there too."""
    return Sight(frame.still.interface.camera, *seen_from(frame)[:2], picture, frame.layout.stage)


def planes_of(wanted: Wanted, home: Home, sight: Sight) -> tuple[tuple[Plane, ...], ...]:
    """Return the planes of each level, their first cells at (0, 0)."""
    found = []
    for level, height in zip(wanted.levels, home.heights, strict=True):
        pitch = pitch_of(level, wanted, home.side)
        wide, middle = wide_of(level, pitch, home.side), (level.size[0] / 2, level.size[1] / 2)
        left = -wide * (len(level.shown) - 1) / 2
        found.append(
            tuple(
                seen(sight.turn, sight.tilt, pitch * sight.camera.zoom, middle, at)
                for index in range(len(level.shown))
                for at in (point_of(home, sight, left + wide * index, height),)
            )
        )
    return tuple(found)


def point_of(home: Home, sight: Sight, across: float, height: float) -> Point:
    """Return where a point is seen that is so far right of the tower's middle, and so high at home."""
    camera, middle = sight.camera, home.heights[-1] / 2
    pivot = sight.picture.centre[0], home.base - middle
    x, y = (
        centre + moved * sight.stage.h + (place - centre) * camera.zoom
        for centre, moved, place in zip(sight.stage.centre, (camera.across, camera.down), pivot, strict=True)
    )
    return x + across * camera.zoom, y - (height - middle) * rising(sight)


def rising(sight: Sight) -> float:
    """Return the pixels that the camera sees of a height of one pixel at home."""
    camera = sight.camera
    return cos(radians(sight.tilt)) / cos(radians(HOME.tilt)) * camera.zoom * camera.gap / max(1.0, camera.gap)
