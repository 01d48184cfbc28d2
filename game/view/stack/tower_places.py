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
from ..frame import Keeper, ShownFrame, StillFrame
from ..lanes.now import shown_lanes
from ..lanes.numbers import sum_decimals
from ..lanes.sums_row import BADGE, HIGH, PAD
from ..numbers import shown
from ..places import front_lane, stage_of
from .places import ONE, LaidGrid, Part, StackPlaces, StillPlaces, grid_on, sizes_of, still_places
from .room import Room
from .seen import SeenLane
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


class TowerStand(Value):
    """A tower before the walk moves its card; see `Tower`."""

    lane: int
    front: bool
    still: StillPlaces
    band: Rect
    box: Rect
    badge: Rect


class TowerStands(Value):
    """All towers in the same way, with the output, and the decimals of their sums."""

    towers: tuple[TowerStand, ...]
    aside: tuple[int, ...]
    output: LaidGrid
    decimals: tuple[int, int, int, int]


def tower_places(frame: ShownFrame, moment: Moment, keep: Keeper) -> TowerPlaces:
    """Return the places of all towers of a frame; between Flat and Stack they come out of the image in front."""
    still, parts = keep.stage, shown_lanes(frame.side, moment, frame.shown.lanes[0])
    room = keep(_room, still, len(parts.lanes))
    chosen = chosen_lanes(parts.lanes, front_lane(frame.side.layer), room.shown)
    stands = keep(_stands, still, room, chosen, tuple(one.result for one in parts.lanes))
    towers = towers_at(keep, stands.towers, parts, is_together(frame))
    own = next(tower.places for tower in towers if tower.front)
    return TowerPlaces(
        **own.changed(output=stands.output).__dict__,
        towers=towers,
        aside=stands.aside,
        parts=parts,
        parting=room,
        decimals=stands.decimals,
        stage=frame.layout.stage,
    )


def _room(frame: StillFrame, lanes: int) -> TowerRoom:
    """Return how the stage is divided for so many lanes."""
    flat = stage_of(frame)
    sizes = sizes_of(frame.side.result.scenario).changed(output=ONE)
    return tower_room(frame, sizes, lanes, (flat.output.rows, flat.output.columns))


def _stands(frame: StillFrame, room: TowerRoom, chosen: tuple[int, ...], results: tuple[Result, ...]) -> TowerStands:
    """Return where the towers of some lanes stand; results: of all lanes."""
    flat, front = stage_of(frame), front_lane(frame.side.layer)
    size = box_size(frame, results, room.small, room.bands()[0].w * 0.94)
    towers = tuple(
        _stand(frame, results[lane], lane, lane == front, band, room, size)
        for lane, band in zip(chosen, room.bands(), strict=True)
    )
    own = next(tower.still.places for tower in towers if tower.front)
    output = flat.output.rows, flat.output.columns
    plane = risen(flat.output, level(room.output), (output[0] / 2, output[1] / 2), 0.0, 90.0, own.rise)
    return TowerStands(
        towers=towers,
        aside=tuple(lane for lane in range(len(results)) if lane not in chosen),
        output=grid_on(plane, output, (0, 0), frame.layout.stage, there=frame.side.sized),
        decimals=decimals_of(frame, results),
    )


def is_together(frame: ShownFrame) -> bool:
    """Tell whether several lanes are at work at the same time."""
    lanes = frame.shown.lanes[0]
    return lanes is not None and sum(one.work for one in lanes.lanes) > 1


def towers_at(keep: Keeper, stands: tuple[TowerStand, ...], parts: Lanes, together: bool) -> tuple[Tower, ...]:
    """Return the towers as they are; one whose lane waits is the very same as before."""
    return tuple(
        keep.again(_tower_at, stand.lane, SeenLane(parts.lanes[stand.lane]), together, stand) for stand in stands
    )


def _tower_at(lane: int, seen: SeenLane, together: bool, stand: TowerStand) -> Tower:
    facts = seen.facts
    return Tower(
        lane=lane,
        facts=facts,
        front=stand.front,
        bright=stand.front or facts.work or together,
        places=stand.still.at(facts.moment),
        band=stand.band,
        box=stand.box,
        badge=stand.badge,
    )


def chosen_lanes(lanes: tuple[LaneFacts, ...], front: int, count: int) -> tuple[int, ...]:
    """Return which lanes are towers, from the left: the one in front, the one in work, and their nearest neighbours."""
    working = [lane for lane, facts in enumerate(lanes) if facts.work]
    first = [front, *(working if len(working) == 1 else ())]
    near = sorted(range(len(lanes)), key=lambda lane: (lane not in first, abs(lane - front), lane))
    return tuple(sorted(near[:count]))


def _stand(
    frame: StillFrame, result: Result, lane: int, front: bool, band: Rect, room: TowerRoom, size: tuple[int, int]
) -> TowerStand:
    """Return where a tower stands in its band; `size`: font size and width of its sum."""
    (font, wide), flat = size, stage_of(frame)
    high = round(font * HIGH)
    own = frame if front else frame.changed(side=frame.side.changed(result=result))
    picture = picture_in(sizes_of(result.scenario).changed(output=ONE), band, high)
    tall = tall_in(sizes_of(result.scenario).changed(output=ONE), picture, wide)
    bare = Room(picture, EMPTY, True, room.note, (), frame.unit, room.large, room.small)
    still = still_places(own, flat, Part(room.towers, bare, frame.side.side, summed=True, tall=tall))
    return stand_of(still, lane, front, band, room.towers, size)


def stand_of(still: StillPlaces, lane: int, front: bool, band: Rect, area: Rect, size: tuple[int, int]) -> TowerStand:
    """Return where a tower stands, with the box of its sum and its badge, where they are whole in an area."""
    (font, wide), places = size, still.places
    high = round(font * HIGH)
    if places.total is not None:  # the box stands on the tower's top, where there is room for it
        places = places.changed(total=places.total.moved(0.0, -high / 2))
    x, y = middle_of(places.total or places.output, (0, 0), 1, 1)
    box = Rect.of(x - wide / 2, y - high / 2, wide, high)
    badge = _badge(places, area, round(font * 1.2))
    return TowerStand(lane, front, still.changed(places=places), band, box if area.holds(box) else EMPTY, badge)


def _badge(places: StackPlaces, area: Rect, side: int) -> Rect:
    """Return the place of the letter at the image's lower right corner, or below it where it would lie on pixels."""
    bounds = places.image.rect
    rect = Rect(bounds.right - side, bounds.bottom - side, side, side)
    if places.image.in_way_of(rect.inset(side // 4)):
        rect = rect.moved(0, side + 3)
    return rect if area.holds(rect) else EMPTY


def decimals_of(frame: StillFrame, results: tuple[Result, ...]) -> tuple[int, int, int, int]:
    """Return the decimals of channel sums, the bias, the sum and the value; results: of all lanes."""
    products = _products_decimals(results, frame.still.settings.decimals)
    return sum_decimals(frame, 0.0 if frame.side.layer is None else frame.side.layer.bias, products)


def box_size(frame: StillFrame, results: tuple[Result, ...], small: int, most: float) -> tuple[int, int]:
    """Return the font size and the width of a tower's sum, at most so wide: room for the widest that a step can make.

    results: of all lanes. small: the font size of small words.
    """
    words = shown(-_largest_sum(results), decimals_of(frame, results)[0])
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
