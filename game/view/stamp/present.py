"""Present with a transposed convolution as stamps: what is made, and what is said of it, is read from the back row."""

from __future__ import annotations

from ...play.moment import Moment
from ...play.phases import Phase
from ...play.stamp_moment import StampStep
from ...session.facts.stamps import StampSide
from ...ui.geometry import Rect
from ...ui.lane_places import Tile
from ...ui.stage import Stage
from ...ui.stage_stamp_talk import TalkStage
from ...ui.stage_wall import LINE
from ...ui.widgets.base import Widget
from ...value import Value
from ..asked import asked_panel
from ..flat import ground
from ..frame import Keeper, ShownFrame, StillFrame
from ..places import Looks
from ..present import inside_of, progress, step
from ..titles import bare_titles, sum_sign
from ..written_lines import LEADING as LINES_APART
from ..written_lines import DotProduct, on_lines
from .places import for_hands, looks_on, stamp_places, stamps_of
from .rows import WORDS, channels_in, maps_in, row_of
from .view import kernel, moving_parts, pixels
from .words import at_work, choices_of, counted_title, fitting_line, pixel_factor, sizes_of

SIGN = 40  # font size in units between kernel and products
LOWEST = 40  # units of the font size of the line, where a screen is so wide that the height is not what limits it
LEADING = 1.25  # of the font size, of what is written under a small channel or map


class _Still(Value):
    """What keeps still while the walk goes on; ground: what lies below all else."""

    places: Stage
    hands: Stage
    looks: Looks
    ground: tuple[Widget, ...]
    kernel: tuple[Widget, ...]
    channels: tuple[Widget, ...]


def stamp_present(frame: ShownFrame, moment: Moment, keep: Keeper) -> tuple[Widget, ...]:
    """Return everything that Present shows, from the bottom to the top."""
    side, laid, still = stamps_of(frame), frame.shown.stamp, keep.again(_still, keep.still)
    places = still.places
    if not isinstance(places, TalkStage) or laid is None:
        return still.ground
    moving = moving_parts(keep.still, side, laid, moment, places, still.hands, still.looks)
    signs = keep(_signs, keep.still, side, laid, places)
    maps = keep(_maps, keep.still, places, laid.step // side.scenario.map_stamps)
    asks, note = frame.still.asks, places.note
    below = asked_panel(frame, note, places.text, places.output) if asks else step(frame, note, places.least)
    line = keep(_line, keep.still, side, laid, *at_work(keep.still, side, laid, moment), places)
    return (*still.ground, *signs, *still.channels, *maps, *still.kernel, *moving, *below, line, progress(frame))


def _still(frame: StillFrame) -> _Still:
    """Return what follows from all but the walk."""
    side, places = stamps_of(frame), stamp_places(frame)
    looks, talks = looks_on(frame, places), isinstance(places, TalkStage)
    titles = _titles(frame, places, places.least if isinstance(places, TalkStage) else 0)
    return _Still(
        places=places,
        hands=for_hands(side, places) if talks else places,
        looks=looks,
        ground=(ground(frame), *titles, *pixels(side, places, looks)),
        kernel=kernel(side, places, looks) if talks else (),
        channels=_channels(frame, side, places) if isinstance(places, TalkStage) else (),
    )


def _titles(frame: StillFrame, places: Stage, least: int) -> tuple[Widget, ...]:
    """Return the titles, and what stands beside them."""
    unit = frame.layout.unit
    size, gradient = max(least, round(unit * 38)), frame.still.titles.gradient
    labels = bare_titles(frame, places, size, round(unit * 56), 4, covered=False, gradient=gradient)
    if frame.layout.alone:
        return labels
    if frame.side.covered:
        labels = tuple(map(counted_title, labels))
    return (*labels, *_sizes(frame, places, labels, max(least, round(unit * 28))))


def _sizes(frame: StillFrame, places: Stage, titles: tuple[Widget, ...], size: int) -> tuple[Widget, ...]:
    """Return what stands beside the titles of the pixels and of the map, as far as it has room."""
    found = list[Widget]()
    words = dict(zip(("image", "kernel", "products", "output"), sizes_of(stamps_of(frame)), strict=True))
    for name in ("image", "output"):
        title = next(each for each in titles if each.name == f"title {name}")
        end = places.ends[("image", "kernel", "products", "output").index(name)]
        for said in (words[name], words[name].split(", ")[0]):  # what it is of, before its size
            wide, begin = frame.type.width(said, size, False), title.rect.right + size // 2
            right = max(getattr(places, name).rect.right, begin + wide)
            if right <= max(getattr(places, name).rect.right, end):
                rect = Rect(right - wide, title.rect.y, wide, title.rect.h)
                found.append(frame.label(f"size {name}", rect, said, size, "dim"))
                break
    return tuple(found)


def _signs(frame: StillFrame, side: StampSide, laid: StampStep, places: TalkStage) -> tuple[Widget, ...]:
    """Return the sign of what is added to the map, and between kernel and products the pixel as a factor."""
    unit, arrow, times = frame.layout.unit, places.arrow, places.times
    above = Rect(arrow.x, arrow.y, arrow.w, arrow.h // 2)
    size, side_of_arrow = max(places.least, round(54 * unit)), round(40 * unit)
    added = sum_sign(frame, above, size, above.moved(0, above.h), side_of_arrow, "+")
    if not places.beside or laid.numbers is None:
        return added
    words, most = f"× {pixel_factor(side, laid)}", places.size(SIGN)
    font = frame.type.largest(words, times.w * 0.8, True, most)
    if font < places.least:
        words, font = "×", most  # the line has the pixel
    upper, lower = times._replace(h=times.h // 2), times.moved(0, times.h // 2)._replace(h=times.h // 2)
    factor = frame.label("times", upper, words, font, bold=True, align=0.5)
    return (*added, factor, frame.label("equals", lower, "=", most, bold=True, align=0.5))


def _tiles(places: TalkStage, area: Rect, count: int) -> tuple[Tile, ...]:
    """Return the places of so many small ones in a row, with letters that can be read; none where the row has none."""
    return row_of(area, count, places.least * LEADING / WORDS) if area.w else ()


def _channels(frame: StillFrame, side: StampSide, places: TalkStage) -> tuple[Widget, ...]:
    """Return the channels in small."""
    tiles = _tiles(places, places.channels, len(side.scenario.pixels))
    return tuple(_lettered(frame, places.least, one) for one in channels_in(frame, side, tiles, places.least))


def _maps(frame: StillFrame, places: TalkStage, finished: int) -> tuple[Widget, ...]:
    """Return the maps in small; finished: how many are, from the first one on."""
    tiles = _tiles(places, places.maps, stamps_of(frame).scenario.layer.filters)
    return tuple(_lettered(frame, places.least, one) for one in maps_in(frame, tiles, finished))


def _lettered(frame: StillFrame, size: int, tile: Widget) -> Widget:
    """Return a small picture with its letter as large as has room."""
    words: str = tile.words  # type: ignore[attr-defined]  # channels and maps have it
    return tile.changed(size=frame.type.largest(words, tile.rect.w - 2, True, size))


def _line(
    frame: StillFrame, side: StampSide, laid: StampStep, phase: Phase, index: int, places: TalkStage
) -> DotProduct:
    """Return the line about the stamp, as large as lets all of it be said on two lines, else its shortest."""
    rect, told = inside_of(frame), choices_of(side, laid, phase, index, frame.side.asked)
    high, unit = int(rect.h / (1 + LINES_APART)), frame.layout.unit
    most = min(places.size(LINE), high, max(round(unit * LINE), places.size(LOWEST)))
    for size in range(most, places.least - 1, -1):
        lines = fitting_line(frame, (*told[:2], ()), rect.w, size, 2)
        if lines:
            return on_lines(frame.type, rect, lines, size)
    return on_lines(frame.type, rect, fitting_line(frame, told, rect.w, most, 2), most)
