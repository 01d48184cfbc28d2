"""How the stage is divided where a layer's channels stand as towers: titles, towers, and at the right the output."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, cos, hypot, radians

from ...core.scenario import Pair
from ...play.choices import HOME
from ...ui.frame import BODY, HEADING
from ...ui.geometry import EMPTY, Rect
from ...ui.place import GridPlace
from ...ui.plane import extent, seen
from ..frame import StillFrame
from .standing import LOW, Sizes, pitch_at_home
from .tower_column import TowerRoom, tower_column

MOST = 4  # towers side by side
LEAST_CELL = 26  # units of a pixel, down to which there are as many towers as fit
LEAST_SHARE = 0.45  # of the size that a tower alone would have, that towers keep in any case
COLUMN, PRESENTED, ASKED = 0.215, 0.3, 0.34  # of the stage's width: the output's column, in Present, with a question
GAP = 34  # units from the towers to the output: the lines meet there
CLEAR = 6  # device pixels between a card and the box of its sum, at least: so far the card's border reaches
TALLEST = 3  # times its own height, that a tower may have
BADGE_HIGH, BADGE_WIDE, BADGE_GAP = 38, 86, 8  # units of a sum in small
BADGE_SHARES = (1.0, 0.8, 0.6)  # of these: with large text they would leave the towers no height
LEAST_HIGH = 0.75  # of the height without small sums, that is left to the towers below them if it can be


def tower_room(frame: StillFrame, sizes: Sizes, lanes: int, output: Pair) -> TowerRoom:
    """Return the division of a frame's stage for so many lanes; `output`: its rows and columns, or any if secret."""
    layout, presenting = frame.layout, frame.layout.presenting
    large = round(layout.unit * 38) if presenting else frame.size(HEADING)
    small = round(layout.unit * 31) if presenting else frame.size(BODY)
    inner = Rect(layout.inner.x, layout.stage.y + layout.px(16), layout.inner.w, layout.stage.h - layout.px(28))
    asking = frame.still.asks
    wide = round(inner.w * (ASKED if asking else PRESENTED if presenting else COLUMN))
    column = Rect(inner.right - wide, inner.y, wide, inner.h)
    bare = TowerRoom(
        *(EMPTY, EMPTY, EMPTY, (), EMPTY, GridPlace(0, 0, 1, *output), EMPTY, (), EMPTY, EMPTY, EMPTY, large, small, 1)
    )
    left = Rect(inner.x, inner.y, max(1, column.x - layout.px(GAP) - inner.x), inner.h)
    return _left(frame, tower_column(frame, bare, column, output, asking), left, sizes, lanes)


def _left(frame: StillFrame, room: TowerRoom, area: Rect, sizes: Sizes, lanes: int) -> TowerRoom:
    """Add titles and towers, and the badges where not all lanes are towers."""
    px, line = frame.px, round(room.large * 1.3)
    titles = Rect(area.x, area.y, area.w, line + round(room.small * 1.35) + px(6))
    buttons = 0 if frame.layout.presenting else max(44, px(48))  # in the lower left, which a talk does not have
    foot = max(line, buttons)
    left = area.x + (2 * buttons + px(26) if buttons else 0)
    source = Rect(left, area.bottom - foot, max(1, area.right - left), foot)
    high = max(1, source.y - px(6) - titles.bottom - px(6))
    towers = Rect(area.x, titles.bottom + px(6), area.w, high)
    room = room.changed(titles=titles, source=source, towers=towers, shown=min(lanes, MOST))
    if lanes > _fitting(room.towers, sizes, lanes, frame.layout.text):
        room = _with_badges(frame, room, sizes, lanes)
    return room


def _with_badges(frame: StillFrame, room: TowerRoom, sizes: Sizes, lanes: int) -> TowerRoom:
    """Return the room with a row, or rows, of small sums over the towers."""
    unit = frame.layout.unit * 1.5 if frame.layout.presenting else frame.layout.text
    area = room.towers
    found, towers = next(
        stood
        for share in BADGE_SHARES
        if (stood := _badges(area, lanes - 2, unit * share))[1].h >= LEAST_HIGH * area.h or share == BADGE_SHARES[-1]
    )
    shown = _fitting(towers, sizes, lanes, frame.layout.text)
    return room.changed(towers=towers, shown=shown, badges=found[: lanes - shown])


def _badges(area: Rect, count: int, unit: float) -> tuple[tuple[Rect, ...], Rect]:
    """Return rows of so many small sums at the top of an area, and what is left below them."""
    wide, high, gap = BADGE_WIDE * unit, BADGE_HIGH * unit, BADGE_GAP * unit
    across = max(1, min(count, int((area.w + gap) / (wide + gap))))
    rows = ceil(count / across)
    across = ceil(count / rows)
    wide = min(wide * 1.3, (area.w + gap) / across - gap)
    found = tuple(
        Rect.of(area.x + column * (wide + gap), area.y + row * (high + gap), wide, high)
        for row, column in (divmod(index, across) for index in range(count))
    )
    top = round(area.y + rows * (high + gap))
    return found, Rect(area.x, top, area.w, max(1, area.bottom - top))


@lru_cache(maxsize=32)
def _fitting(area: Rect, sizes: Sizes, lanes: int, text: float) -> int:
    """Return how many towers have cells that can be read; at least two, for one that is in work and one in front.

    Where not even those of two can be read, as with large images, there are as many as in any case.
    """
    pitches = {count: pitch_of_tower(sizes, area._replace(w=area.w // count)) for count in range(1, MOST + 1)}
    if pitches[2] < LEAST_CELL * text:
        return min(lanes, MOST)
    least = min(LEAST_CELL * text, LEAST_SHARE * pitches[1])
    return next((count for count in range(min(lanes, MOST), 2, -1) if pitches[count] >= least), min(lanes, 2))


def picture_in(sizes: Sizes, band: Rect, top: int) -> Rect:
    """Return where a tower stands at home so that it stays in its band at every turn; `top`: pixels kept free above."""
    widest, at_home = hypot(*sizes.image), extent(*sizes.image, HOME.turn, HOME.tilt)[0]
    share = max(0.05, min(1.0, at_home / widest) * 0.94)
    return Rect.of(band.x + band.w * (1 - share) / 2, band.y + top, band.w * share, max(1, band.h - top))


@lru_cache(maxsize=64)
def tall_in(sizes: Sizes, picture: Rect, wide: int) -> float:
    """Return how many times its height a tower has: all there is room for, and its sum clears the settled card.

    wide: the sum's box, which stands on the tower's top.
    """
    first, tall = 0.0, 1.0
    for tenths in range(10, TALLEST * 10 + 1):
        wanted = sizes.changed(tall=tenths / 10)
        now = pitch_at_home(wanted, picture)
        free = wanted.height * cos(radians(HOME.tilt)) * (1 - LOW) * now
        clear = free >= _reach(sizes, wide / 2 / now) * now + CLEAR
        if first and now < first * 0.999:
            break
        tall = tenths / 10
        if clear and not first:
            first = now
    return tall


def _reach(sizes: Sizes, half: float) -> float:
    """Return how far up from its middle an image reaches at home, no farther than `half` to the left and right.

    In pixels of the image: the card may be over any of them.
    """
    quad = seen(HOME.turn, HOME.tilt, 1.0, sizes.middle, (0.0, 0.0)).quad(
        -sizes.padding[0], -sizes.padding[1], *sizes.image
    )
    sides = zip(quad, (*quad[1:], quad[0]), strict=True)
    crossed = (
        y + (other_y - y) * (edge - x) / (other_x - x)
        for (x, y), (other_x, other_y) in sides
        for edge in (-half, half)
        if (x - edge) * (other_x - edge) < 0
    )
    return -min((*crossed, *(y for x, y in quad if abs(x) <= half)))


def pitch_of_tower(sizes: Sizes, band: Rect) -> float:
    """Return the side of a pixel, before it is tilted, of a tower in a band."""
    return pitch_at_home(sizes, picture_in(sizes, band, 0))
