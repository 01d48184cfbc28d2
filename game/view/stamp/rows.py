"""The small pictures of a layer's stamps: its channels under the pixels, and its maps under the scale of the map."""

from __future__ import annotations

from ...input.walk_intents import BringChannel
from ...session.facts.stamps import StampSide
from ...ui.cache import Same
from ...ui.frame import SMALL
from ...ui.geometry import EMPTY, Rect
from ...ui.lane_places import Tile
from ...ui.stage import Stage
from ...ui.stage_stamp import TILES
from ...ui.themes import HUES, WHITE
from ...ui.widgets.base import Widget
from ...ui.widgets.stepping import with_neighbours
from ...words.texts import text
from ..frame import StillFrame
from ..lanes.around import maps_shown, small_maps
from ..lanes.channels import channel_picture

GAP, WORDS, ABOVE = 8, 22, 12
"""Units between two pictures, of what is written under one, and above the row."""
LEAST = 14
"""Device pixels of the side of a picture, at least."""


def row_of(area: Rect, count: int, text: float) -> tuple[Tile, ...]:
    """Return the places of so many pictures beside each other, as large as fit into an area; none where that is small.

    text: device pixels of a unit.
    """
    words, gap = WORDS * text, min(GAP * text, area.w / (4 * count))
    side = int(min((area.w + gap) / count - gap, area.h - words))
    if side < LEAST:
        return ()
    found = []
    for index in range(count):
        picture = Rect(round(area.x + index * (side + gap)), area.y, side, side)
        under = Rect(picture.x, picture.bottom, side, round(words))
        found.append(Tile(picture.union(under), picture, under))
    return tuple(found)


def room_of_channels(frame: StillFrame, places: Stage) -> Rect:
    """Return where the channels stand, under the pixels and the brush; empty with one channel, or a question there."""
    layer, px = frame.side.layer, frame.px
    if layer is None or layer.channels == 1 or frame.still.asks or frame.layout.tiny:
        return EMPTY
    above = places.brush if places.brush.h else places.image.rect
    y, right = above.bottom + px(ABOVE), max(places.ends[0], places.image.rect.right)
    high = min(px(TILES), frame.layout.stage.bottom - y)
    return Rect(places.image.x, y, right - places.image.x, max(0, high))


def channel_row(frame: StillFrame, side: StampSide, places: Stage) -> tuple[Widget, ...]:
    """Return the channels in small, with the one in front framed; a click brings one to the front."""
    room = room_of_channels(frame, places)
    return channels_in(frame, side, row_of(room, len(side.scenario.pixels), frame.unit), frame.size(SMALL))


def channels_in(frame: StillFrame, side: StampSide, tiles: tuple[Tile, ...], size: int) -> tuple[Widget, ...]:
    """Return the same in their places; size: the largest font size of a letter."""
    layer = frame.side.layer
    if layer is None:
        return ()
    pixels, found = side.scenario.pixels, []
    for index, (tile, letter) in enumerate(zip(tiles, layer.letters, strict=False)):
        hue, chosen = HUES[index] if layer.colour else WHITE, index == layer.channel
        about = text(f"lanes.{'input' if layer.of_maps else 'channel'}.{'front' if chosen else 'tip'}", channel=letter)
        looks = (Same(pixels[index]),), side.scenario.full, () if layer.of_maps else (hue,)
        name, intents = f"channel {letter}", (BringChannel(index),)
        picture = channel_picture(frame, name, tile, *looks, letter, about, chosen, intents)
        found.append(picture.changed(size=frame.type.largest(letter, tile.rect.w - 2, True, size)))
    return tuple(with_neighbours(found))


def map_row(frame: StillFrame, side: StampSide, places: Stage, finished: int) -> tuple[Widget, ...]:
    """Return the maps in small: those on which all stamps lie, and the frame around the one that is made.

    finished: how many maps those are, from the first one on.
    """
    filters, legend = side.scenario.layer.filters, places.legend
    y = legend.bottom + frame.px(ABOVE)
    if frame.layout.tiny or filters == 1 or not legend.h:
        return ()
    high = min(frame.px(TILES), frame.layout.stage.bottom - y)
    wide = max(places.output.rect.right, places.ends[3]) - places.output.x
    area = Rect(places.output.x, y, wide, max(0, high))
    return maps_in(frame, row_of(area, filters, frame.unit), finished)


def maps_in(frame: StillFrame, tiles: tuple[Tile, ...], finished: int) -> tuple[Widget, ...]:
    """Return the same in their places."""
    shown = maps_shown(frame.side)
    if shown is None or frame.still.asks or not frame.side.sized or frame.side.covered:
        return ()
    cells = shown.size[0] * shown.size[1]
    return small_maps(frame, tiles, tuple(cells if index < finished else 0 for index in range(len(tiles))), shown)
