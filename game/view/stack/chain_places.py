"""Where all levels of a network's tower are in the window, the layer in focus among them as one layer is."""

from __future__ import annotations

from ...core.scenario import Pair
from ...play.moment import Moment
from ...session.facts.layers import LaneFacts, Lanes
from ...session.facts.strip import StripFacts
from ...ui.geometry import EMPTY, Rect
from ...ui.plane import Plane, Point, middle_of
from ...value import Value
from ..frame import ShownFrame
from ..lanes.now import shown_lanes
from ..places import stage_of
from .chain_levels import Level, has_towers, levels_of
from .chain_room import ChainRoom, chain_room
from .chain_standing import planes_of, rising, sight_of
from .places import ONE, LaidGrid, Part, StackPlaces, grid_on, places_between, sizes_of
from .room import Room
from .tower_places import SummedPlaces, Tower, box_size, decimals_of, tower_of


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
        planes = (grid for one in self.levels for grid in one.grids)
        words = any(plate.meets(rect) for plate in self.division.plates)
        return self.rise >= 1 and not words and not any(grid.in_way_of(rect) for grid in planes)


def chain_places(frame: ShownFrame, moment: Moment, facts: StripFacts) -> ChainPlaces:
    """Return the places of a frame; between Flat and Stack the layer in focus is on its way, the others come later."""
    stage, camera = frame.layout.stage, frame.still.interface.camera
    parts, towers = shown_lanes(frame.side, moment, frame.shown.lanes[0]), has_towers(frame)
    levels = levels_of(frame, facts, parts)
    division = chain_room(frame, facts, levels, towers, max(1.0, camera.gap))
    sight = sight_of(frame, division.room.picture)
    planes = planes_of(division.wanted, division.home, sight)
    live = facts.focus + 1
    below = _Below(frame, division.room, planes[live - 1], division.home.tall * rising(sight))
    own = below.alone(moment, levels[live - 1].front or 0, planes[live][levels[live].front or 0], levels[live].size)
    found: tuple[Tower, ...] = ()
    aside: tuple[int, ...] = ()
    if towers:
        found, aside = below.towers(parts, levels[live - 1])
        own = next(tower.places for tower in found if tower.front).changed(output=own.output)
    return ChainPlaces(
        **own.__dict__,
        towers=found,
        aside=aside,
        parts=parts,
        decimals=decimals_of(frame, parts) if towers else (0, 0, 0, 0),
        stage=stage,
        facts=facts,
        division=division,
        levels=tuple(_laid(frame, level, row, live) for level, row in zip(levels, planes, strict=True)),
        live=live,
    )


def _laid(frame: ShownFrame, level: Level, planes: tuple[Plane, ...], live: int) -> LevelPlaces:
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

    frame: ShownFrame
    room: Room
    planes: tuple[Plane, ...]
    tall: float

    def alone(self, moment: Moment, at: int, above: Plane, size: Pair) -> StackPlaces:
        """Return the places of the channel in front, its maps of that size in the plane above."""
        frame = self.frame
        sizes = sizes_of(frame.side.result.scenario).changed(output=size)
        part = Part(frame.layout.stage, self.room, frame.side.side)
        ends = over_padding(self.planes[at], sizes.padding), above, self.tall
        return places_between(frame, moment, stage_of(frame), part, sizes, ends)

    def towers(self, parts: Lanes, level: Level) -> tuple[tuple[Tower, ...], tuple[int, ...]]:
        """Return the towers of the channels that have a plane, and which lanes have none."""
        wide = min(plane.bounds(0, 0, *level.size).w for plane in self.planes)
        size = box_size(self.frame, parts, self.room.small or self.room.large, max(1.0, wide * 1.05))
        at = {channel: index for index, channel in enumerate(level.shown)}
        lanes = [index for index, one in enumerate(parts.lanes) if one.channel in at]
        found = tuple(self._tower(parts.lanes[lane], lane, at[parts.lanes[lane].channel], size) for lane in lanes)
        return found, tuple(index for index in range(len(parts.lanes)) if index not in lanes)

    def _tower(self, facts: LaneFacts, lane: int, at: int, size: tuple[int, int]) -> Tower:
        """Return the tower of a lane over a plane; `size`: font size and width of its sum."""
        frame, stage = self.frame, self.frame.layout.stage
        front = facts.channel == frame.side.result.scenario.channel
        own = frame if front else frame.changed(side=frame.side.changed(result=facts.result))
        sizes = sizes_of(facts.result.scenario).changed(output=ONE)
        plane = self.planes[at]
        x, y = middle_of(plane, (0, 0), *sizes.image)
        half = plane.point(0.5, 0.5)
        total = plane.moved(x - half[0], y - self.tall - half[1])
        part = Part(stage, self.room, frame.side.side, summed=True)
        ends = over_padding(plane, sizes.padding), total, self.tall
        places = places_between(own, facts.moment, stage_of(frame), part, sizes, ends)
        tower = tower_of(frame, places, facts, lane, front, stage, stage, size)
        beside = tower.badge.bottom > plane.bounds(0, 0, *sizes.image).bottom  # there the level below may stand
        return tower.changed(badge=EMPTY) if beside else tower


def over_padding(plane: Plane, padding: Pair) -> Plane:
    """Return a plane whose first row and column are padding, in the image's own rows and columns."""
    x, y = plane.point(*padding)
    return plane.moved(x - plane.x, y - plane.y)
