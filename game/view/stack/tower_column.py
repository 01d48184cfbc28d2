"""What stands at the right of the towers, under one another: the output in large, and all that has room below it."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

from ...core.scenario import Pair
from ...ui.geometry import EMPTY, Rect
from ...ui.lane_parts import tiles
from ...ui.lane_places import Tile
from ...ui.lane_space import A_ROW, MAP, MAP_GAP, MAP_WORDS, UNDER, tile_side
from ...ui.place import GridPlace
from ...ui.stage import LEGEND
from ...value import Value
from ...window.predict import HEIGHT
from ..frame import StillFrame

LEAST_MAP = 0.34  # of the column's height, that the output keeps before what stands under it
LINES = 3  # that the short addition may take
LEGEND_WIDTH = 250  # units


class TowerRoom(Value):
    """The parts of the stage.

    towers: where they stand, and nothing else. titles, source: of kernels and image. badges: for the sums of channels
    that have no tower. heading: over the output. addition: the sum of the channels. note: of a question. hint: a word
    on looking around. large, small: font sizes.
    """

    towers: Rect
    titles: Rect
    source: Rect
    badges: tuple[Rect, ...]
    heading: Rect
    output: GridPlace
    legend: Rect
    maps: tuple[Tile, ...]
    addition: Rect
    note: Rect
    hint: Rect
    large: int
    small: int
    shown: int  # how many towers there are

    def bands(self) -> tuple[Rect, ...]:
        """Return the parts of the place of the towers, one for each."""
        x, y, w, h = self.towers
        edges = [round(x + w * index / self.shown) for index in range(self.shown + 1)]
        return tuple(Rect(left, y, right - left, h) for left, right in pairwise(edges))


def tower_column(frame: StillFrame, room: TowerRoom, area: Rect, output: Pair, asking: bool) -> TowerRoom:
    """Add the output's column; `asking`: a question stands in it. Of the rest the least needed goes first."""
    text, px = (frame.layout.unit if frame.layout.presenting else frame.layout.text), frame.px
    head, under = round(room.large * 1.3) + px(6), UNDER * text
    layer = frame.side.layer
    filters = 0 if layer is None or layer.filters == 1 or not frame.side.counted else layer.filters
    side = tile_side(filters, area.w, MAP, MAP_GAP, text)
    parts = {
        "note": (min(HEIGHT * text * 0.9, area.h * 0.55) if asking else 0.0),
        "maps": ceil(filters / A_ROW) * (side + (MAP_WORDS + MAP_GAP) * text) + under if filters else 0.0,
        "addition": 0.0 if asking else LINES * room.small * 1.4 + under,
        "legend": 0.0 if frame.layout.presenting else float(LEGEND * text),
        "hint": 0.0 if frame.layout.presenting or asking else 30 * text + under,
    }
    free, high, kept = float(area.h - head), {}, LEAST_MAP * area.h
    widest = area.w / output[1] * output[0]  # the height of an output that is as wide as its column
    for name, wanted in parts.items():
        high[name] = wanted if name == "note" or free - wanted >= min(widest, kept) else 0.0
        free -= high[name]
    return _stood(frame, room.changed(heading=Rect(*area[:3], head - px(6))), area, high, (filters, side, free, output))


def _stood(
    frame: StillFrame, room: TowerRoom, area: Rect, high: dict[str, float], of: tuple[int, float, float, Pair]
) -> TowerRoom:
    """Return the column with its parts under one another."""
    text, px = (frame.layout.unit if frame.layout.presenting else frame.layout.text), frame.px
    (filters, side, free, (rows, columns)), under = of, UNDER * text
    pitch = max(1, int(min(area.w / columns, max(1.0, free) / rows)))
    output = GridPlace(area.x, room.heading.bottom + px(6), pitch, rows, columns)
    y = output.rect.bottom + 0.0
    found: dict[str, Rect] = {}
    for name in ("legend", "maps", "addition", "note", "hint"):
        below = {"legend": 18 * text, "hint": 0.0}.get(name, under)
        found[name] = Rect.of(area.x, y + below, area.w, max(0.0, high[name] - below)) if high[name] else EMPTY
        y += high[name]
    if found["note"].h:  # all that is left
        found["note"] = found["note"]._replace(h=max(0, area.bottom - found["note"].y))
    legend = found["legend"]._replace(
        w=round(min(LEGEND_WIDTH * text, area.w)), h=min(found["legend"].h, round(48 * text))
    )
    corner = area.x, found["maps"].y
    stood = tiles(corner, filters, side, MAP_GAP * text, MAP_WORDS * text) if found["maps"].h else ()
    return room.changed(
        output=output, legend=legend, maps=stood, addition=found["addition"], note=found["note"], hint=found["hint"]
    )
