"""What stands on each level of a network's tower: the source image on the lowest, then at most four maps a layer."""

from __future__ import annotations

from ...core.scenario import Pair
from ...session.facts.strip import StripFacts, StripLayer
from ...value import Value
from ..frame import StillFrame
from ..places import front_lane, stage_of
from ..strip.cards import CLOSED, UNKNOWN

COLOURS = 3
"""Channels that are one picture in colour where none of them is at work."""


class Level(Value):
    """One level of the tower.

    number: 0 for the image, else the layer's. count: how many grids it has; None while that is secret.
    shown: which of them have a plane, from the left. front: the place in `shown` of the one that is at work, or None.
    size: rows and columns of each plane, padding included below the card. plates: each is one share of softmax.
    """

    number: int
    count: int | None
    shown: tuple[int, ...]
    front: int | None
    size: Pair
    plates: bool = False

    @property
    def hidden(self) -> int:
        """How many grids have no plane."""
        return 0 if self.count is None else self.count - len(self.shown)


def levels_of(frame: StillFrame, facts: StripFacts, chosen: tuple[int, ...]) -> tuple[Level, ...]:
    """Return the levels of what a frame shows, the lowest first; chosen: the lanes in focus that have a tower."""
    return tuple(_level(frame, facts, chosen, number) for number in range(len(facts.layers) + 1))


def _level(frame: StillFrame, facts: StripFacts, chosen: tuple[int, ...], number: int) -> Level:
    live = facts.focus + 1
    if number == live - 1:
        return _below_the_card(frame, facts, chosen)
    if number == 0:
        channels = len(facts.image)
        shown = 1 if channels == COLOURS else min(channels, CLOSED)
        return Level(0, channels, tuple(range(shown)), None, _size(facts.image[0].shape))
    layer = facts.layers[number - 1]
    count, size = (None, _size(UNKNOWN[1:])) if layer.shape is None else (layer.shape[0], _size(layer.shape[1:]))
    front = frame.side.result.scenario.filter if number == live and count is not None else 0
    if number == live:
        output = stage_of(frame).output  # its place does not tell a size that is secret
        size = output.rows, output.columns
    plates = are_plates(layer)
    shown_maps = tuple(range(count)) if plates and count is not None else page(front, count or 1)
    return Level(number, count, shown_maps, shown_maps.index(front) if number == live else None, size, plates)


def _below_the_card(frame: StillFrame, facts: StripFacts, chosen: tuple[int, ...]) -> Level:
    """Return the level over which the card slides: of several lanes those that are added up, the one in work too."""
    scenario, layer, number = frame.side.result.scenario, frame.side.layer, facts.focus
    count, front = len(scenario.channels), scenario.channel
    shown = tuple(layer.lanes[lane] for lane in chosen) if layer is not None and chosen else page(front, count)
    return Level(number, count, shown, shown.index(front), scenario.padded_size)


def has_towers(frame: StillFrame) -> bool:
    """Tell whether several channels are added up, each in a tower of its own; a pooling adds up none."""
    layer = frame.side.layer
    return layer is not None and not layer.pooling and len(layer.lanes) > 1 and front_lane(layer) >= 0


def are_plates(layer: StripLayer) -> bool:
    """Tell whether a layer's maps are shares of one cell each."""
    return layer.shares and layer.shape is not None and layer.shape[1:] == (1, 1)


def page(front: int, count: int) -> tuple[int, ...]:
    """Return which of so many maps are shown: four, among them the one in front; they change by fours."""
    first = max(0, min(front // CLOSED * CLOSED, count - CLOSED))
    return tuple(range(first, min(count, first + CLOSED)))


def _size(shape: tuple[int, ...]) -> Pair:
    rows, columns = shape
    return rows, columns
