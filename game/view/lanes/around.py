"""What stands under the image and under the map: the small pictures of channels and maps."""

from __future__ import annotations

from ...core.scenario import Pair
from ...input.walk_intents import BringChannel, BringColour, GoToFilter
from ...ui.cache import Same
from ...ui.lane_places import LaneStage, Tile
from ...ui.themes import HUES, WHITE
from ...ui.widgets.base import Widget
from ...ui.widgets.stepping import with_neighbours
from ...words.texts import text
from ..frame import StillFrame
from .channels import ChannelPicture, channel_picture, patch_outline
from .maps import small_map


def channel_pictures(frame: StillFrame, places: LaneStage) -> tuple[Widget, ...]:
    """Return the small pictures: the colour image, where the channels are those of one, and every channel."""
    layer, scenario = frame.side.layer, frame.side.result.scenario
    if layer is None or not places.pictures:
        return ()
    channels = [Same(channel) for channel in scenario.channels]
    tiles, white = list(places.pictures), scenario.white
    found: list[ChannelPicture] = []
    if layer.colour:
        words, about = text("lanes.colour"), text("lanes.colour.front" if layer.mixed else "lanes.colour.tip")
        looks = tiles.pop(0), tuple(channels), white, HUES, words, about
        found.append(channel_picture(frame, "channel colour", *looks, layer.mixed, (BringColour(on=True),)))
    for index, (tile, one, letter) in enumerate(zip(tiles, channels, layer.letters, strict=True)):
        hue, chosen = HUES[index] if layer.colour else WHITE, index == layer.channel and not layer.mixed
        about = text("lanes.channel.front" if chosen else "lanes.channel.tip", channel=letter)
        name, intents = f"channel {letter}", (BringChannel(index),)
        found.append(channel_picture(frame, name, tile, (one,), white, (hue,), letter, about, chosen, intents))
    return tuple(with_neighbours(found))


def outlines(pictures: tuple[Widget, ...], corner: Pair, extent: Pair) -> tuple[Widget, ...]:
    """Return the patch's outline on each of the small pictures."""
    shown = (picture for picture in pictures if isinstance(picture, ChannelPicture))
    return tuple(outline for picture in shown for outline in patch_outline(picture, corner, extent))


def small_maps(frame: StillFrame, tiles: tuple[Tile, ...], made: tuple[int, ...]) -> tuple[Widget, ...]:
    """Return the small maps of all filters; while the size of a map is asked for, squares that do not tell it.

    None while one is asked how many there are.
    """
    side, layer = frame.side, frame.side.layer
    if layer is None or not tiles or not side.counted:
        return ()
    magnitude, size = side.boards.output.magnitude, side.result.output.shape if side.sized else (1, 1)
    maps = side.result.maps
    found = (
        small_map(
            frame,
            f"map {index + 1}",
            tile,
            size,
            Same(maps[index]) if side.sized else None,
            made[index],
            magnitude,
            str(index + 1),
            index == layer.filter,
            (GoToFilter(index),),
        )
        for index, tile in enumerate(tiles)
    )
    return tuple(with_neighbours(tuple(found)))
