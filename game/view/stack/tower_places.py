"""Where the towers of a layer's channels are: one for each lane, side by side, all turned by the same view.

Each turns about its own middle, so they stay side by side at every turn. The output is level, in a column of its own.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ...core.result import Result
from ...input.intent import CardBorder, Cell, GridName
from ...play.moment import Moment
from ...session.boards import decimals_in
from ...session.facts.layers import LaneFacts, Lanes
from ...ui.geometry import EMPTY, Rect
from ...ui.plane import flat as level
from ...ui.plane import middle_of
from ...value import Value
from ..frame import ShownFrame
from ..lanes.now import shown_lanes
from ..lanes.numbers import sum_decimals
from ..lanes.sums_row import BADGE, HIGH, PAD
from ..numbers import shown
from ..places import front_lane, stage_of
from .places import ONE, Part, StackPlaces, grid_on, sizes_of, stack_places
from .room import Room
from .standing import risen
from .tower_column import TowerRoom
from .tower_room import picture_in, tall_in, tower_room

SMALLEST = 10  # font size of a sum


class Tower(Value):
    """One lane as a tower: its planes, its part of the stage, its sum's box and the badge of its image.

    lane: which lane of the filter it is. bright: it is in front, or in work.
    """

    lane: int
    facts: LaneFacts
    front: bool
    bright: bool
    places: StackPlaces
    band: Rect
    box: Rect
    badge: Rect


class SummedPlaces(StackPlaces, kw_only=True):
    """The planes of the tower in front, with the output, and all towers from the left.

    aside: the lanes that have no tower. decimals: of channel sums, the bias, the sum and the value.
    """

    towers: tuple[Tower, ...] = ()
    aside: tuple[int, ...] = ()
    parts: Lanes
    decimals: tuple[int, int, int, int] = (0, 0, 0, 0)
    stage: Rect = EMPTY

    @property
    def badges(self) -> tuple[Rect, ...]:
        """The places of the sums of lanes that have no tower; there are none for those that have no room."""
        return ()


class TowerPlaces(SummedPlaces, kw_only=True):
    """The towers of all that there is, with the output level at the right."""

    parting: TowerRoom

    @property
    def badges(self) -> tuple[Rect, ...]:
        """The places of the sums of lanes that have no tower."""
        return self.parting.badges

    @property
    def own(self) -> StackPlaces:
        """The planes of the tower in front alone."""
        return next(tower.places for tower in self.towers if tower.front)

    @property
    def titled(self) -> tuple[Rect, ...]:
        """The place of the output's title: all others are far from it."""
        return (self.parting.heading,)

    @property
    def whole(self) -> Rect:
        """What holds the towers and the output."""
        return self.stage

    def target(self, x: float, y: float) -> Cell | CardBorder | None:
        """Return what is at a point of the output, or of the tower in front; other towers are widgets."""
        found = self.output.at(x, y)
        return super().target(x, y) if found is None else Cell(GridName.OUTPUT, *found, self.side)

    def is_free(self, rect: Rect) -> bool:
        """Tell whether words of the corner have room: the title of the image stands there."""
        del rect
        return False


def tower_places(frame: ShownFrame, moment: Moment) -> TowerPlaces:
    """Return the places of all towers of a frame; between Flat and Stack they come out of the image in front."""
    side, layer, flat = frame.side, frame.side.layer, stage_of(frame)
    parts = shown_lanes(side, moment, frame.shown.lanes[0])
    front = front_lane(layer)
    output = flat.output.rows, flat.output.columns
    sizes = sizes_of(side.result.scenario).changed(output=ONE)
    room = tower_room(frame, sizes, len(parts.lanes), output)
    chosen = chosen_lanes(parts.lanes, front, room.shown)
    size = box_size(frame, parts, room.small, room.bands()[0].w * 0.94)
    towers = tuple(
        _tower(frame, parts.lanes[lane], lane, lane == front, band, room, size)
        for lane, band in zip(chosen, room.bands(), strict=True)
    )
    own = next(tower.places for tower in towers if tower.front)
    plane = risen(flat.output, level(room.output), (output[0] / 2, output[1] / 2), 0.0, 90.0, own.rise)
    return TowerPlaces(
        **own.changed(output=grid_on(plane, output, (0, 0), frame.layout.stage, there=side.sized)).__dict__,
        towers=towers,
        aside=tuple(lane for lane in range(len(parts.lanes)) if lane not in chosen),
        parts=parts,
        parting=room,
        decimals=decimals_of(frame, parts),
        stage=frame.layout.stage,
    )


def chosen_lanes(lanes: tuple[LaneFacts, ...], front: int, count: int) -> tuple[int, ...]:
    """Return which lanes are towers, from the left: the one in front, the one in work, and their nearest neighbours."""
    working = [lane for lane, facts in enumerate(lanes) if facts.work]
    first = [front, *(working if len(working) == 1 else ())]
    near = sorted(range(len(lanes)), key=lambda lane: (lane not in first, abs(lane - front), lane))
    return tuple(sorted(near[:count]))


def _tower(
    frame: ShownFrame, facts: LaneFacts, lane: int, front: bool, band: Rect, room: TowerRoom, size: tuple[int, int]
) -> Tower:
    """Return one tower in its band; `size`: font size and width of its sum."""
    (font, wide), flat = size, stage_of(frame)
    high = round(font * HIGH)
    own = frame if front else frame.changed(side=frame.side.changed(result=facts.result))
    picture = picture_in(sizes_of(facts.result.scenario).changed(output=ONE), band, high)
    tall = tall_in(sizes_of(facts.result.scenario).changed(output=ONE), picture, wide)
    bare = Room(picture, EMPTY, True, room.note, (), frame.unit, room.large, room.small)
    places = stack_places(own, facts.moment, flat, Part(room.towers, bare, frame.side.side, summed=True, tall=tall))
    return tower_of(frame, places, facts, lane, front, band, room.towers, size)


def tower_of(
    frame: ShownFrame,
    places: StackPlaces,
    facts: LaneFacts,
    lane: int,
    front: bool,
    band: Rect,
    area: Rect,
    size: tuple[int, int],
) -> Tower:
    """Return a tower with the box of its sum and its badge, where they are whole in an area."""
    font, wide = size
    high = round(font * HIGH)
    if places.total is not None:  # the box stands on the tower's top, where there is room for it
        places = places.changed(total=places.total.moved(0.0, -high / 2))
    x, y = middle_of(places.total or places.output, (0, 0), 1, 1)
    box = Rect.of(x - wide / 2, y - high / 2, wide, high)
    together = sum(one.work for one in frame.shown.lanes[0].lanes) > 1 if frame.shown.lanes[0] is not None else False
    return Tower(
        lane=lane,
        facts=facts,
        front=front,
        bright=front or facts.work or together,
        places=places,
        band=band,
        box=box if area.holds(box) else EMPTY,
        badge=_badge(places, area, round(font * 1.2)),
    )


def _badge(places: StackPlaces, area: Rect, side: int) -> Rect:
    """Return the place of the letter at the image's lower right corner, or below it where it would lie on pixels."""
    bounds = places.image.rect
    rect = Rect(bounds.right - side, bounds.bottom - side, side, side)
    if places.image.in_way_of(rect.inset(side // 4)):
        rect = rect.moved(0, side + 3)
    return rect if area.holds(rect) else EMPTY


def decimals_of(frame: ShownFrame, parts: Lanes) -> tuple[int, int, int, int]:
    """Return the decimals of channel sums, the bias, the sum and the value."""
    chosen = frame.still.settings.decimals
    products = _products_decimals(tuple(one.result for one in parts.lanes), chosen)
    return sum_decimals(frame, parts.column, products)


def box_size(frame: ShownFrame, parts: Lanes, small: int, most: float) -> tuple[int, int]:
    """Return the font size and the width of a tower's sum, at most so wide: room for the widest that a step can make.

    small: the font size of small words.
    """
    words = shown(-_largest_sum(tuple(one.result for one in parts.lanes)), decimals_of(frame, parts)[0])
    for font in range(max(round(small * 1.15), SMALLEST + 1), SMALLEST, -1):  # at least one, in any window
        wide = font * (BADGE + 3 * PAD) + frame.type.width(words, font, True)
        if wide <= most:
            break
    return font, round(min(wide, most))


@lru_cache(maxsize=8)
def _products_decimals(results: tuple[Result, ...], chosen: int | None) -> int:
    """Return the decimals of the products of all lanes."""
    return max(decimals_in(result, chosen)[2] for result in results)


@lru_cache(maxsize=8)
def _largest_sum(results: tuple[Result, ...]) -> float:
    """Return a number that no channel's sum exceeds; remembered, for the walk asks in every frame."""
    return max(float(np.abs(one.scenario.kernel).sum() * np.abs(one.padded_image).max()) for one in results)
