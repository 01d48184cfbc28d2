"""Where all levels of a network's tower are in the window, the layer in focus among them as one layer is."""

from __future__ import annotations

from functools import lru_cache

from ...core.result import Result
from ...core.scenario import Pair
from ...play.moment import Moment
from ...session.facts.strip import StripFacts
from ...ui.cache import Same
from ...ui.geometry import EMPTY, Rect
from ...ui.plane import Plane, Point, middle_of
from ...value import Value
from ..frame import Keeper, ShownFrame, StillFrame
from ..lanes.now import shown_lanes
from ..places import front_lane, stage_of
from ..strip.cards import CLOSED
from .chain_levels import Level, has_towers, levels_of
from .chain_room import ChainRoom, chain_room
from .chain_standing import planes_of, rising, sight_of
from .places import ONE, LaidGrid, Part, StackPlaces, StillPlaces, grid_on, places_between, sizes_of
from .room import Room
from .tower_places import (
    SummedPlaces,
    TowerStand,
    box_size,
    chosen_lanes,
    decimals_of,
    is_together,
    stand_of,
    towers_at,
)


class LevelPlaces(Value):
    """The planes of a level: of what is shown of it, from the left."""

    level: Level
    grids: tuple[LaidGrid, ...]


class ChainPlaces(SummedPlaces, kw_only=True):
    """The planes of the layer in focus, and those of all levels; of several channels that are added up, its towers.

    facts: of all layers. division: how the stage is divided. live: the level of the layer in focus.
    """

    facts: StripFacts
    division: ChainRoom
    levels: tuple[LevelPlaces, ...]
    live: int

    @property
    def own(self) -> StackPlaces:
        """The planes of the tower in front; of one lane all that the layer in focus has."""
        return next((tower.places for tower in self.towers if tower.front), self)

    @property
    def whole(self) -> Rect:
        """What holds all levels."""
        return self.stage

    @property
    def titled(self) -> tuple[Rect, ...]:
        """The places of the words, on which nothing may lie."""
        return self.division.plates

    def is_free(self, rect: Rect) -> bool:
        """Tell whether no plane, and no words, reach into a rectangle."""
        return self.rise >= 1 and _is_free(Same(self.levels), self.division.plates, rect)


@lru_cache(maxsize=16)
def _is_free(levels: Same, plates: tuple[Rect, ...], rect: Rect) -> bool:
    """Tell the same; remembered, for the window's words ask it in every frame."""
    planes = (grid for one in levels.thing for grid in one.grids)
    return not any(plate.meets(rect) for plate in plates) and not any(grid.in_way_of(rect) for grid in planes)


class ChainStands(Value):
    """All that stands before the walk moves a card. alone: the channel in front, without its tower."""

    division: ChainRoom
    levels: tuple[LevelPlaces, ...]
    alone: StillPlaces
    towers: tuple[TowerStand, ...]
    aside: tuple[int, ...]
    decimals: tuple[int, int, int, int]


def chain_places(frame: ShownFrame, moment: Moment, facts: StripFacts, keep: Keeper) -> ChainPlaces:
    """Return the places of a frame; between Flat and Stack the layer in focus is on its way, the others come later."""
    parts, layer = shown_lanes(frame.side, moment, frame.shown.lanes[0]), frame.side.layer
    chosen = chosen_lanes(parts.lanes, front_lane(layer), CLOSED) if has_towers(frame) else ()
    stands = keep(_stands, keep.stage, facts, chosen, tuple(one.result for one in parts.lanes))
    towers = towers_at(keep, stands.towers, parts, is_together(frame))
    own = next((tower.places for tower in towers if tower.front), None)
    if own is None:
        own = stands.alone.at(moment)
    return ChainPlaces(
        **own.changed(output=stands.alone.places.output).__dict__,
        towers=towers,
        aside=stands.aside,
        parts=parts,
        decimals=stands.decimals,
        stage=frame.layout.stage,
        facts=facts,
        division=stands.division,
        levels=stands.levels,
        live=facts.focus + 1,
    )


def _stands(frame: StillFrame, facts: StripFacts, chosen: tuple[int, ...], results: tuple[Result, ...]) -> ChainStands:
    """Return what stands; chosen: the lanes that have a tower. results: of all lanes of the layer in focus."""
    levels, live = levels_of(frame, facts, chosen), facts.focus + 1
    division = chain_room(frame, facts, levels, bool(chosen), max(1.0, frame.still.interface.camera.gap))
    sight = sight_of(frame, division.room.picture)
    planes = planes_of(division.wanted, division.home, sight)
    below = _Below(frame, division.room, planes[live - 1], division.home.tall * rising(sight))
    lanes = {index: levels[live - 1].shown.index(frame.side.layer.lanes[index]) for index in chosen if frame.side.layer}
    return ChainStands(
        division=division,
        levels=tuple(_laid(frame, level, row, live) for level, row in zip(levels, planes, strict=True)),
        alone=below.alone(levels[live - 1].front or 0, planes[live][levels[live].front or 0], levels[live].size),
        towers=below.towers(results, lanes, levels[live - 1]) if chosen else (),
        aside=tuple(index for index in range(len(results)) if index not in chosen) if chosen else (),
        decimals=decimals_of(frame, results) if chosen else (0, 0, 0, 0),
    )


def _laid(frame: StillFrame, level: Level, planes: tuple[Plane, ...], live: int) -> LevelPlaces:
    """Return the planes of a level, without the padding, and the zeros between pixels, that the layer in focus adds."""
    clip, scenario = frame.layout.stage, frame.side.result.scenario
    if level.number != live - 1:
        return LevelPlaces(level, tuple(grid_on(plane, level.size, (0, 0), clip) for plane in planes))
    rows, columns = scenario.pixel_size
    shares = scenario.image_size[0] / rows, scenario.image_size[1] / columns
    inner = tuple(stretched(over_padding(plane, scenario.padding), shares) for plane in planes)
    return LevelPlaces(level, tuple(grid_on(plane, (rows, columns), (0, 0), clip) for plane in inner))


def stretched(plane: Plane, shares: Point) -> Plane:
    """Return a plane whose rows and columns are so many times as large."""
    (down, across), (by_x, by_y) = plane.down, plane.across
    return Plane(plane.x, plane.y, (by_x * shares[1], by_y * shares[1]), (down * shares[0], across * shares[0]))


class _Below(Value):
    """What stands below the maps of the layer in focus: the planes of its channels, and room for cards over them.

    tall: device pixels from a channel's plane up to its sum, or to the cell.
    """

    frame: StillFrame
    room: Room
    planes: tuple[Plane, ...]
    tall: float

    def alone(self, at: int, above: Plane, size: Pair) -> StillPlaces:
        """Return the places of the channel in front, its maps of that size in the plane above."""
        frame = self.frame
        sizes = sizes_of(frame.side.result.scenario).changed(output=size)
        part = Part(frame.layout.stage, self.room, frame.side.side)
        ends = over_padding(self.planes[at], sizes.padding), above, self.tall
        return places_between(frame, stage_of(frame), part, sizes, ends)

    def towers(self, results: tuple[Result, ...], lanes: dict[int, int], level: Level) -> tuple[TowerStand, ...]:
        """Return the towers of some lanes; lanes: over which plane each of them is. results: of all lanes."""
        wide = min(plane.bounds(0, 0, *level.size).w for plane in self.planes)
        size = box_size(self.frame, results, self.room.small or self.room.large, max(1.0, wide * 1.05))
        found = tuple(self._tower(results[lane], lane, at, size) for lane, at in sorted(lanes.items()))
        lacking = any(tower.badge == EMPTY for tower in found)  # a number under one alone would say that it is another
        return tuple(tower.changed(badge=EMPTY) for tower in found) if lacking else found

    def _tower(self, result: Result, lane: int, at: int, size: tuple[int, int]) -> TowerStand:
        """Return the tower of a lane over a plane; `size`: font size and width of its sum."""
        frame, stage = self.frame, self.frame.layout.stage
        front = result.scenario.channel == frame.side.result.scenario.channel
        own = frame if front else frame.changed(side=frame.side.changed(result=result))
        sizes = sizes_of(result.scenario).changed(output=ONE)
        plane = self.planes[at]
        x, y = middle_of(plane, (0, 0), *sizes.image)
        half = plane.point(0.5, 0.5)
        total = plane.moved(x - half[0], y - self.tall - half[1])
        part = Part(stage, self.room, frame.side.side, summed=True)
        ends = over_padding(plane, sizes.padding), total, self.tall
        still = places_between(own, stage_of(frame), part, sizes, ends)
        tower = stand_of(still, lane, front, stage, stage, size)
        beside = tower.badge.bottom > plane.bounds(0, 0, *sizes.image).bottom  # there the level below may stand
        return tower.changed(badge=EMPTY) if beside else tower


def over_padding(plane: Plane, padding: Pair) -> Plane:
    """Return a plane whose first row and column are padding, in the image's own rows and columns."""
    x, y = plane.point(*padding)
    return plane.moved(x - plane.x, y - plane.y)
