"""The words around the towers: the titles of kernels and image, the output's column, and the short addition in it."""

from __future__ import annotations

from ...play.phases import Phase
from ...session.facts.layers import ColumnFacts, LaneFacts, Lanes, LayerFacts
from ...ui.frame import BODY, SMALL
from ...ui.geometry import Rect
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Run, at_margin
from ...words.numbers import size_text
from ...words.texts import text
from ..coverage import CoverageLegend
from ..frame import Keeper, ShownFrame, StillFrame
from ..lanes.around import maps_shown, small_maps
from ..lanes.line import ChannelSum, channel_sum
from ..output import legend
from ..titles import image_size_words, line, title_words
from ..written_lines import PLUS, width_of
from .tower_column import LINES, TowerRoom
from .tower_places import TowerPlaces

Widgets = tuple[Widget, ...]
Named = tuple[str, int]
"""A channel: its letter and its number, from 0."""
Decimals = tuple[int, int, int, int]
"""Of channel sums, the bias, the sum and the value."""
TITLES = {
    (False, False): "tower.kernels",
    (False, True): "tower.kernels.over",
    (True, False): "tower.kernels.filter",
    (True, True): "tower.kernels.filter.over",
}
"""The title of the kernels: of one of several filters, and where it may be seen where they stand."""
STANDING = (Phase.PRODUCTS, Phase.SUM, Phase.REVEAL)
"""The phases of a lane's own step in which its products stand, none of them in the air."""
ONE_LANE = {False: "tower.kernel", True: "tower.kernel.over"}
"""The same of a filter that sees one of several channels; there are several filters then."""
MOST_NAMED = 3  # channels that are named one by one
SMALLEST = 12  # font size of the addition


def tower_words(frame: ShownFrame, places: TowerPlaces, keep: Keeper) -> Widgets:
    """Return the titles, and what stands under the output."""
    room, layer, still = places.parting, frame.side.layer, keep.stage
    if layer is None:
        return ()
    title = kernels_title(layer, places.parts, frame.side.placed)
    told = products_words(places.parts) if frame.side.placed else ""
    drawn = tuple((tower.facts.letter, tower.facts.channel) for tower in places.towers)
    return (
        *keep(_titles, still, layer, room, title, told, drawn),
        *keep(small_maps, still, room.maps, places.parts.made, maps_shown(frame.side)),
        *_below(frame, places, keep),
    )


def _titles(
    frame: StillFrame, layer: LayerFacts, room: TowerRoom, title: str, told: str, drawn: tuple[Named, ...]
) -> Widgets:
    """Return the titles and the legend; title, told: of kernels, and of products. drawn: the channels with a tower."""
    return (
        *_kernels(frame, room, title, told),
        *_source(frame, layer, room, drawn),
        *_heading(frame, layer, room),
        *(legend(frame, room.legend) if room.legend.h and frame.side.sized else ()),
    )


def _kernels(frame: StillFrame, room: TowerRoom, words: str, told: str) -> Widgets:
    """Return what stands on the towers: kernels over their patches, and where products stand and are being made."""
    rect = room.titles
    size = frame.type.largest(words, rect.w, True, room.large)
    high = round(room.large * 1.3)
    title = line(frame, "title kernel", rect[:2], high, words, size, "kernel_text", bold=True)
    if not told:
        return (title,)
    small = frame.type.largest(told, rect.w, False, room.small)
    return title, line(frame, "size kernel", (rect.x, rect.y + high), rect.h - high, told, small, "dim")


def kernels_title(layer: LayerFacts, parts: Lanes, placed: bool) -> str:
    """Return what the kernels of a filter are called, that are placed over their patches or not."""
    titles = TITLES[layer.filters > 1, placed] if len(parts.lanes) > 1 else ONE_LANE[placed]
    return text(titles, filter=layer.filter + 1)


def kernels_words(frame: StillFrame, parts: Lanes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is over the channels of a layer, the longest words first, and in the same way what is said below."""
    layer, side = frame.side.layer, frame.side
    size = size_text(side.result.scenario.kernel_size)
    if layer is not None and layer.pooling:
        return (text("lanes.patch"),), (size,)
    short = text("tower.kernels" if len(parts.lanes) > 1 else "grid.kernel")
    if layer is None or (layer.filters == 1 and len(parts.lanes) <= 1):
        return (text("stack.kernel"), short) if side.placed else (short,), (size,)
    titles = (kernels_title(layer, parts, placed) for placed in ((True, False) if side.placed else (False,)))
    told = products_words(parts) if side.placed and len(parts.lanes) > 1 else ""
    return (*titles, short), (told, size) if told else (size,)


def products_words(parts: Lanes) -> str:
    """Return where products stand and where they are being made: they stand once the last one has come down."""
    stand = [one for one in parts.lanes if one.moment.cell is not None and one.moment.phase in STANDING]
    made = [one for one in parts.lanes if one.work and one.moment.phase not in STANDING]
    if stand and made:
        return text("tower.products.both", stand=_names(stand), made=_names(made))
    if stand or made:
        return text("tower.products.stand" if stand else "tower.products.made", channels=_names(stand or made))
    return ""


def _names(lanes: list[LaneFacts]) -> str:
    """Return the letters of channels: one by one, or of many the first and the last."""
    letters = [one.letter for one in lanes]
    return ", ".join(letters) if len(letters) <= MOST_NAMED else f"{letters[0]}–{letters[-1]}"


def source_titles(frame: StillFrame, layer: LayerFacts, towers: tuple[Named, ...]) -> tuple[str, ...]:
    """Return what the title of the images may say, the longest first: which channels have a tower, if not all."""
    scenario = frame.side.result.scenario
    name = title_words("image", frame.side.covered, scenario.maps_before, frame.still.titles.gradient)
    sizes = (
        image_size_words(scenario.image_size, scenario.layer.chosen_padding, scenario.pixel_size),
        size_text(scenario.image_size),
    )
    if len(towers) == layer.channels:
        return (*(text("tower.source", title=name, count=layer.channels, size=size) for size in sizes), name)
    drawn = _drawn(towers, layer.channels)
    said = (text("tower.source.some", title=name, channels=drawn, size=size) for size in sizes)
    return (*said, text("tower.source.short", title=name, channels=drawn), name)


def _drawn(lanes: tuple[Named, ...], count: int) -> str:
    """Return which channels of how many these are."""
    letters, channels = zip(*lanes, strict=True)
    if len(lanes) == 1:
        return text("lanes.channel.of", channel=letters[0], count=count)
    together = channels[-1] - channels[0] == len(lanes) - 1 >= 2
    return text(
        "tower.channels", channels=f"{letters[0]}–{letters[-1]}" if together else ", ".join(letters), count=count
    )


def _source(frame: StillFrame, layer: LayerFacts, room: TowerRoom, drawn: tuple[Named, ...]) -> Widgets:
    """Return the title of the images, below them, and with Coverage its scale."""
    covered = frame.side.covered
    rect, said = room.source, source_titles(frame, layer, drawn)
    scale = round(220 * frame.unit) if covered else 0
    fitting = (words for words in said if frame.type.width(words, room.small, True) + scale <= rect.w)
    words = next(fitting, said[-1])
    title = line(frame, "title image", rect[:2], rect.h, words, room.small, "text", bold=True)
    left = rect.right - title.rect.right - frame.px(16)
    if not covered or left < frame.px(90):
        return (title,)
    high = str(int(frame.side.result.coverage.max()))
    place = Rect(title.rect.right + frame.px(16), rect.y + (rect.h - frame.px(34)) // 2, min(scale, left), frame.px(34))
    return title, CoverageLegend(name="coverage legend", rect=place, unit=frame.unit, high=high, size=frame.size(BODY))


def _heading(frame: StillFrame, layer: LayerFacts, room: TowerRoom) -> Widgets:
    """Return the output's title, and beside it which map of how many it is."""
    rect, words = room.heading, text("lanes.output")
    title = line(frame, "title output", rect[:2], rect.h, words, room.large, "output_text", bold=True)
    size = size_text(frame.side.result.output.shape) if frame.side.sized else text("predict.hidden.size")
    several = layer.filters > 1 and frame.side.counted
    which = text("lanes.map.of", map=layer.filter + 1, count=layer.filters)
    for said in (text("lanes.of", what=which, size=size), which) if several else (size,):
        wide = frame.type.width(said, room.small, False)
        if title.rect.right + frame.px(14) + wide <= rect.right:
            place = Rect(rect.right - wide, rect.y, wide, rect.h)
            return title, frame.label("size output", place, said, room.small, "dim")
    return (title,)


def _below(frame: ShownFrame, places: TowerPlaces, keep: Keeper) -> Widgets:
    """Return the question, or the short addition and a word on looking around."""
    room, stack = places.parting, frame.still.stack
    if frame.still.asks:
        from ..asked import asked_panel  # most sessions ask nothing

        return asked_panel(frame, room.note, frame.layout.text, room.output) if room.note.h else ()
    column = places.parts.column
    found = keep(_addition, keep.stage, room, column, places.decimals) if room.addition.h else ()
    words, size = text("stack.hint"), frame.size(SMALL)
    if not room.hint.h or stack is None or not stack.untouched or frame.type.width(words, size, False) > room.hint.w:
        return found
    return (*found, frame.label("stack hint", room.hint, words, size, "dim"))


def _addition(frame: StillFrame, room: TowerRoom, column: ColumnFacts, decimals: Decimals) -> Widgets:
    """Return the sum of the channels and the bias, and below it what comes of it."""
    rect, secret = room.addition, frame.side.asked is not None
    runs = channel_sum(column, decimals, secret, ended=False)
    head, end = runs[:-2], runs[-2:]
    tail = (*at_margin(end), *_value(column, decimals))
    for size in range(room.small, min(SMALLEST, room.small) - 1, -1):
        lines = [*_wrapped(frame, head, size, rect.w), tail]
        step = size * 1.4
        if len(lines) <= LINES and len(lines) * step <= rect.h and width_of(frame.type, tail, size) <= rect.w:
            return tuple(
                ChannelSum(
                    name=f"column {index}",
                    rect=Rect.of(rect.x, rect.y + index * step, rect.w, step),
                    unit=frame.unit,
                    runs=one,
                    size=size,
                )
                for index, one in enumerate(lines)
            )
    return ()


def _value(column: ColumnFacts, decimals: Decimals) -> tuple[Run, ...]:
    """Return what the activation is, and once it stands what it has made."""
    if column.activation == "none":
        return ()
    name = text(f"activation.{column.activation}")
    if column.value is None:
        return (Run(text("tower.then", activation=name), "now_text"),)
    whole = channel_sum(column, decimals)
    return whole[-4:]


def _wrapped(frame: StillFrame, runs: tuple[Run, ...], size: int, width: int) -> list[tuple[Run, ...]]:
    """Return runs in lines of at most a width, broken before a +."""
    lines: list[tuple[Run, ...]] = [()]
    for part in _parts(runs):
        longer = (*lines[-1], *part)
        if lines[-1] and width_of(frame.type, longer, size) > width:
            lines.append(at_margin(part))
        else:
            lines[-1] = longer
    return lines


def _parts(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Return runs in parts, each but the first beginning with a +."""
    parts: list[tuple[Run, ...]] = [()]
    for run in runs:
        if run == PLUS:
            parts.append((run,))
        else:
            parts[-1] = (*parts[-1], run)
    return parts
