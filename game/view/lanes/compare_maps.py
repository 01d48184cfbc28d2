"""Compare with several filters: each side has small maps of all of them over the sum of its channels."""

from __future__ import annotations

from ...session.facts.layers import Lanes
from ...ui.frame import SMALL
from ...ui.geometry import Rect
from ...ui.lane_parts import BEFORE_TILES, row_of_tiles
from ...ui.widgets.base import Widget
from ...ui.widgets.stepping import with_neighbours
from ...words.texts import text
from ..frame import StillFrame, on_side
from .around import maps_shown, small_maps


def side_maps(frame: StillFrame, parts: Lanes, row: Rect) -> tuple[Widget, ...]:
    """Return the small maps of the side that a frame draws, in a row; none where it has one, or has no room for them.

    A click takes both sides to a filter. Where this side has more of them than the one that leads the walk, those
    beyond its last cannot be gone to.
    """
    layer, shown = frame.side.layer, maps_shown(frame.side)
    if layer is None or layer.filters == 1 or shown is None or not row.h:
        return ()
    tiles = row_of_tiles(row, layer.filters, frame.layout.text)
    if not tiles:
        return ()
    leading = frame.still.sides[0].result.scenario.layer.filters
    words = row._replace(w=round(BEFORE_TILES * frame.layout.text), h=tiles[0].rect.h)
    size = frame.type.largest(text("compare.maps"), words.w - frame.px(6), True, frame.size(SMALL))
    return (
        frame.label("maps title", words, text("compare.maps"), size, "output_text", bold=True),
        *with_neighbours(
            [
                _of_side(frame, one, index < leading)
                for index, one in enumerate(small_maps(frame, tiles, parts.made, shown))
            ]
        ),
    )


def _of_side(frame: StillFrame, one: Widget, within: bool) -> Widget:
    """Return a small map called as of its side; within: the walk has such a filter."""
    name = on_side(one.name, frame.side.side)
    named = one.changed(name=name, mood=frame.mood(name, within), words="")  # there is no room below it
    return named if within else named.changed(about="", intents=())
