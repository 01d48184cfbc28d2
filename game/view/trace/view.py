"""The stage while it is shown where a cell comes from: image and layers from left to right, lit from right to left."""

from __future__ import annotations

from ...core.chain import SOFTMAX
from ...session.facts.trace import TraceFacts, TraceLevel
from ...ui.cache import Same
from ...ui.frame import BODY, SMALL, TITLE
from ...ui.geometry import Rect
from ...ui.layout import PANEL_REACH, between_edges
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Area, Picture
from ...words.numbers import decimals_of
from ..flat import ground
from ..frame import Keeper, StillFrame
from ..lanes.looks import readable_look
from ..lanes.small import SmallGrid, small_grid
from ..numbers import NumberLook, share_look
from ..places import smallest_number
from ..strip.field import blocks_of
from .grids import TraceClasses, TraceGrid
from .words import map_of, part_of, sentence, title_of

GAP = 56
"""Units between two levels, where an arrow has room."""
LARGEST = 64
"""Units of the font size of the sentence in Present, where it fits on two lines."""
MOST_ROW = 64
"""Units of the height of a class at most."""


def trace_view(frame: StillFrame, keep: Keeper) -> tuple[Widget, ...]:
    """Return everything on the stage, from the bottom to the top, and the sentence under it."""
    del keep
    facts = frame.still.trace
    if facts is None:
        raise TypeError("nothing is traced")
    columns, sizes = _columns(frame, len(facts.levels)), _sizes(frame, facts)
    found: list[Widget] = []
    for index, (level, column) in enumerate(zip(facts.levels, columns, strict=True)):
        lit = len(facts.levels) - 1 - index <= facts.lit
        found += _level(frame, level, column, sizes, lit)
        if index:
            found.append(_arrow(frame, columns[index - 1], column))
    return (ground(frame), *found, *_sentence(frame, facts))


def _sizes(frame: StillFrame, facts: TraceFacts) -> tuple[int, int]:
    """Return the font sizes of titles and captions: of each kind all have the same, so large that the widest fits."""
    wide = _columns(frame, len(facts.levels))[0].w
    most = round(44 * frame.layout.unit) if frame.layout.presenting else frame.size(BODY)
    titles = map(title_of, facts.levels)
    captions = (each for level in facts.levels for each in (part_of(level), map_of(level)) if each)
    title = min(frame.type.largest(each, wide, True, most) for each in titles)
    caption = min((frame.type.largest(each, wide, False, most) for each in captions), default=most)
    return max(9, title), max(9, caption)


def _columns(frame: StillFrame, count: int) -> tuple[Rect, ...]:
    """Return the columns of the levels, as wide as each other."""
    area = frame.layout.inner
    unit = frame.layout.unit * 1.42 if frame.layout.presenting else frame.layout.text
    gap, top = min(GAP * unit, area.w / (4 * count)), 14 * unit
    wide = (area.w - gap * (count - 1)) / count
    return tuple(
        Rect.of(area.x + index * (wide + gap), area.y + top, wide, max(1.0, area.h - 2 * top)) for index in range(count)
    )


def _level(frame: StillFrame, level: TraceLevel, column: Rect, sizes: tuple[int, int], lit: bool) -> list[Widget]:
    """Return the title, the grid and the captions of a level in its column."""
    (title, caption), name = sizes, f"trace {level.number}"
    head, foot = round(1.5 * title), round(1.35 * caption)
    box = Rect(column.x, column.y + head, column.w, max(1, column.h - head - round(2.4 * foot)))
    grid = _grid(frame, level, box, name, lit)
    under = Rect(column.x, grid.rect.bottom + round(0.3 * foot), column.w, foot)
    part, of_map = part_of(level) if lit else "", map_of(level)
    return [
        frame.label(f"{name} title", column._replace(h=head), title_of(level), title, bold=True, align=0.5),
        grid,
        frame.label(f"{name} part", under, part, caption, "now_text", align=0.5),
        frame.label(f"{name} map", under.moved(0, foot), of_map, caption, "dim", align=0.5),
    ]


def _grid(frame: StillFrame, level: TraceLevel, box: Rect, name: str, lit: bool) -> Widget:
    thick = max(2, round(3.5 * (frame.layout.unit if frame.layout.presenting else frame.layout.text)))
    if level.classes:
        most = round(MOST_ROW * frame.layout.unit) if frame.layout.presenting else frame.px(34)
        row = max(2, min(most, box.h // len(level.classes)))
        size = max(9, min(round(row * 0.62), box.w // 6))
        wide = min(box.w, round(1.6 * size) + 2 * row + 5 * size)
        place = box.centred(wide, row * len(level.classes))
        return TraceClasses(
            name=name,
            rect=place.inset(-thick),
            values=level.classes,
            magnitude=level.magnitude,
            lit=frozenset(level.field.channels) if lit else frozenset(),
            row=row,
            shares=level.activation == SOFTMAX,
            size=size,
        ).changed(rect=place)
    grid = small_grid(box.inset(thick + 1), (level.shape[1], level.shape[2]))
    return TraceGrid(
        name=name,
        rect=grid.rect.inset(-thick - 2),
        grid=grid,
        channels=tuple(map(Same, level.channels)),
        pixels=level.number == 0,
        full=level.magnitude,
        made=level.made,
        field=level.field if lit else None,
        blocks=tuple(blocks_of(level.field)) if lit else (),
        thick=thick,
        look=_look(frame, level, grid),
    )


def _look(frame: StillFrame, level: TraceLevel, grid: SmallGrid) -> NumberLook:
    """Return how a level's numbers are written, as in all grids of a network; a pixel in colour has three, and none."""
    if grid.place is None or len(level.channels) > 1:
        return NumberLook(0, 0)
    values, chosen = level.channels[0], frame.still.settings.decimals
    decimals, smallest = decimals_of(values, chosen), smallest_number(frame)
    look = readable_look(frame.type, values, grid.place, decimals, smallest, chosen)
    has_shares = level.activation == SOFTMAX
    return share_look(frame.type, values, grid.place, look, smallest) if has_shares else look


def _arrow(frame: StillFrame, left: Rect, right: Rect) -> Widget:
    """Return the arrow between two levels, which points the way the numbers went."""
    gap = Rect(left.right, left.y, right.x - left.right, left.h)
    side = round(gap.w * 0.7)
    return Picture(name=f"trace arrow {gap.x}", rect=gap.centred(side, side), unit=frame.unit, icon="arrow-right")


def _sentence(frame: StillFrame, facts: TraceFacts) -> tuple[Widget, ...]:
    """Return the sentence, as large as it has room."""
    words = sentence(facts)
    if frame.layout.presenting:
        return _on_the_wall(frame, words)
    place = between_edges(frame.layout.dot, frame.layout.text)
    if not place.h:
        return ()
    panel = Area(
        name="dot ground",
        rect=place.inset(-frame.px(PANEL_REACH), 0),
        unit=frame.unit,
        role="panel",
        radius=frame.px(10),
    )
    size = max(frame.size(SMALL), frame.type.largest(words, place.w, True, frame.size(TITLE)))
    return panel, frame.label("trace sentence", place, words, size, bold=True)


def _on_the_wall(frame: StillFrame, words: str) -> tuple[Widget, ...]:
    """Return the sentence in Present: on one line, or two that are larger."""
    place, unit = frame.layout.dot, frame.layout.unit
    sizes = range(round(LARGEST * unit), 9, -1)
    size = next((one for one in sizes if len(frame.type.wrapped(words, one, True, place.w)) <= 2), 9)
    written = frame.type.wrapped(words, size, True, place.w)[:2]
    high = round(1.25 * size)
    top = place.y + (place.h - high * len(written)) // 2
    return tuple(
        frame.label(
            "trace sentence" if not index else "trace sentence on",
            Rect(place.x, top + index * high, place.w, high),
            line,
            size,
            bold=True,
            align=0.5,
        )
        for index, line in enumerate(written)
    )
