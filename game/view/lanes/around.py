"""What stands under the image and under the map: the small pictures of channels and maps."""

from __future__ import annotations

from ...core.scenario import Pair
from ...input.walk_intents import BringChannel, BringColour, GoToFilter
from ...session.facts.shown import ShownSide
from ...ui.cache import Same
from ...ui.frame import Frame
from ...ui.lane_places import LaneStage, Tile
from ...ui.themes import HUES, WHITE
from ...ui.widgets.base import Widget
from ...ui.widgets.stepping import with_neighbours
from ...value import Value
from ...window.class_words import with_class
from ...words.texts import text
from ..frame import Keeper, StillFrame
from .channels import ChannelPicture, channel_picture, patch_outline
from .maps import SmallMap, small_map
from .small import Sheet


def channel_pictures(frame: StillFrame, places: LaneStage) -> tuple[Widget, ...]:
    """Return the small pictures: the colour image, where the channels are those of one, and every channel."""
    layer, scenario, latest = frame.side.layer, frame.side.result.scenario, frame.side.result.latest
    if layer is None or not places.pictures:
        return ()
    channels = [Same(channel, latest) for channel in scenario.channels]
    tiles, white, maps = list(places.pictures), scenario.full, Same(scenario.channels)
    found: list[ChannelPicture] = []
    if layer.colour:
        words, about = text("lanes.colour"), text("lanes.colour.front" if layer.mixed else "lanes.colour.tip")
        looks = tiles.pop(0), tuple(channels), white, HUES, words, about
        found.append(channel_picture(frame, "channel colour", *looks, layer.mixed, (BringColour(on=True),)))
    for index, (tile, one, letter) in enumerate(zip(tiles, channels, layer.letters, strict=True)):
        hue, chosen = HUES[index] if layer.colour else WHITE, index == layer.channel and not layer.mixed
        about = text(f"lanes.{'input' if layer.of_maps else 'channel'}.{'front' if chosen else 'tip'}", channel=letter)
        name, intents, hues = f"channel {letter}", (BringChannel(index),), () if layer.of_maps else (hue,)
        sheet = Sheet(maps, index) if layer.of_maps else None
        found.append(channel_picture(frame, name, tile, (one,), white, hues, letter, about, chosen, intents, sheet))
    return tuple(with_neighbours(found))


def outlines(pictures: tuple[Widget, ...], corner: Pair, extent: Pair) -> tuple[Widget, ...]:
    """Return the patch's outline on each of the small pictures."""
    shown = (picture for picture in pictures if isinstance(picture, ChannelPicture))
    return tuple(outline for picture in shown for outline in patch_outline(picture, corner, extent))


class MapsShown(Value):
    """What of the maps the small ones show, the same for all channels: what they are, as far as it may be known.

    maps: None while nobody may know their size. map_look: of their shades. front: the filter in front, from 0.
    classes: what maps stand for, see `LayerFacts`.
    """

    maps: Same | None
    size: Pair
    magnitude: float
    map_look: str
    front: int
    classes: str = ""


def maps_shown(side: ShownSide) -> MapsShown | None:
    """Return what the small maps show; None where there are none, or nobody may know how many."""
    if side.layer is None or not side.counted:
        return None
    size, maps = side.result.output.shape, Same(side.result.maps, side.result.latest)
    known: tuple[Same | None, Pair] = (maps, size) if side.sized else (None, (1, 1))
    board, layer = side.boards.output, side.layer
    return MapsShown(*known, board.magnitude, board.map_look, layer.filter, layer.classes)


def small_maps(
    frame: Frame, tiles: tuple[Tile, ...], made: tuple[int, ...], shown: MapsShown | None
) -> tuple[Widget, ...]:
    """Return the small maps of all filters; while the size of a map is asked for, squares that do not tell it.

    None while one is asked how many there are.
    """
    return as_made(bare_maps(frame, tiles, shown), made)


def kept_maps(
    keep: Keeper, tiles: tuple[Tile, ...], made: tuple[int, ...], shown: MapsShown | None
) -> tuple[Widget, ...]:
    """Return the same of which only those are made anew that a step changes: mostly the one that is being made."""
    bare = keep(bare_maps, keep.frame, tiles, shown)
    whole = 0 if shown is None else shown.size[0] * shown.size[1]
    ended = keep(_ended, bare, tuple(count if count == whole else 0 for count in made))
    return keep(as_made, ended, made)


def _ended(maps: tuple[SmallMap, ...], made: tuple[int, ...]) -> tuple[SmallMap, ...]:
    """Return small maps of which some are whole; kept while cells are added to others."""
    return as_made(maps, made)


def bare_maps(frame: Frame, tiles: tuple[Tile, ...], shown: MapsShown | None) -> tuple[SmallMap, ...]:
    """Return the small maps before any of their cells stands."""
    if shown is None or not tiles:
        return ()
    found = [
        small_map(
            frame,
            f"map {index + 1}",
            tile,
            shown.size,
            None if shown.maps is None else Same(shown.maps.thing[index], shown.maps.since),
            None if shown.maps is None else Sheet(shown.maps, index),
            shown.magnitude,
            shown.map_look,
            str(index if shown.classes else index + 1),
            index == shown.front,
            (GoToFilter(index),),
            text("lanes.map.tip", filter=with_class(str(index + 1), shown.classes, index)),
        )
        for index, tile in enumerate(tiles)
    ]
    return tuple(with_neighbours(found))


def as_made(maps: tuple[SmallMap, ...], made: tuple[int, ...]) -> tuple[SmallMap, ...]:
    """Return small maps with so many cells; the very same where they have them."""
    return tuple(one if one.made == count else one.changed(made=count) for one, count in zip(maps, made, strict=False))
