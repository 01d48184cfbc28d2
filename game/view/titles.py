"""The words that stand on the grids themselves: titles, sizes, what happens between them, and where the walk is."""

from __future__ import annotations

from ..core.convolution import patch_corner
from ..core.scenario import Scenario
from ..input.interface_intents import ToggleLock
from ..session.facts.around import TitleFacts
from ..ui.frame import BODY, HEADING, Frame
from ..ui.geometry import Rect
from ..ui.place import GridPlace, Pair
from ..ui.stage import Stage
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Picture
from ..words.numbers import decimals_of, pair_text, size_text
from ..words.texts import text
from .frame import StillFrame
from .numbers import shown
from .output import Legend
from .places import Looks

GRIDS = (("image", "text"), ("kernel", "kernel_text"), ("products", "product_text"), ("output", "output_text"))
"""The four grids, and the roles of their titles."""


def title_words(name: str, covered: bool) -> str:
    """Return the title of a grid; `covered`: the source image shows how often its pixels are covered."""
    return text("coverage.title" if covered and name == "image" else f"grid.{name}")


def bare_titles(frame: Frame, places: Stage, size: int, height: int, gap: int, covered: bool) -> tuple[Widget, ...]:
    """Return the titles of the grids that are there, without their sizes; `gap`: from a title to its grid."""

    def title(name: str, role: str, place: GridPlace) -> Widget:
        words = title_words(name, covered)
        at = Rect(place.x, place.y - height - gap, frame.type.width(words, size, True), height)
        return frame.label(f"title {name}", at, words, size, role, bold=True)

    return tuple(title(name, role, place) for name, role in GRIDS if (place := getattr(places, name)).pitch)


def titles(facts: TitleFacts, places: Stage, frame: Frame) -> tuple[Widget, ...]:
    """Return the titles and sizes of the grids, and the signs between them."""
    output = text("predict.hidden.size") if facts.output is None else size_text(facts.output)
    sizes = image_size_words(facts.image, facts.padding), size_text(facts.kernel), "", output
    widgets: list[Widget] = []
    for (name, role), end, size in zip(GRIDS, places.ends, sizes, strict=True):
        if (place := getattr(places, name)).pitch:
            widgets.extend(_title(facts, frame, places, name, place, end, role, size))
    signs = () if frame.layout.alone else _signs(frame, places)
    return (*widgets, *_coverage_legend(facts, frame, places, widgets), *signs)


def _coverage_legend(facts: TitleFacts, frame: Frame, places: Stage, titles: list[Widget]) -> tuple[Widget, ...]:
    """Return the scale of the coverage, beside its title; where there is little room, its two numbers."""
    if facts.most is None:
        return ()
    from .coverage import CoverageLegend  # most starts show none

    title, size = titles[0], titles[1]
    high, font, gap = str(facts.most), frame.size(BODY), places.px(16)
    end = max(places.ends[0], places.image.rect.right) if places.stacked else size.rect.x - gap
    least = frame.type.width("0" + high, font, True) + places.px(46)
    left = title.rect.right + gap
    rect = Rect(left, title.rect.y, min(end - left, least + places.px(80)), title.rect.h)
    if rect.w >= least:
        return (CoverageLegend(name="coverage legend", rect=rect, unit=places.text, high=high, size=font),)
    words = text("coverage.range", low=0, high=high)
    rect = Rect(left, rect.y, frame.type.width(words, font, True), rect.h)
    return (frame.label("coverage legend", rect, words, font, bold=True),)


def image_size_words(size: Pair, padding: Pair) -> str:
    """Return the image's size with its padding, e.g. "8 × 8 + padding 1"."""
    if padding == (0, 0):
        return text("grid.image.size", size=size_text(size))
    return text("grid.image.padded", size=size_text(size), padding=pair_text(padding))


def _title(
    facts: TitleFacts, frame: Frame, places: Stage, name: str, place: GridPlace, end: int, role: str, size: str
) -> tuple[Widget, ...]:
    """Return a title and its size. Beside the scale of the coverage the size is the shortest that has room."""
    px = places.px
    heading, small = frame.size(HEADING), frame.size(BODY)
    covered = name == "image" and facts.most is not None
    words = title_words(name, covered)
    width = frame.type.width(words, heading, True)
    stacked = places.stacked and size
    y = place.rect.y - px(62 if stacked else 46)
    title = frame.label(f"title {name}", Rect(place.rect.x, y, width, px(34)), words, heading, role, bold=True)
    if not size:
        return (title,)
    size_width = frame.type.width(size, small, False)
    reserved = width + px(14)
    if covered:
        scale = text("coverage.range", low=0, high=str(facts.most))
        reserved += frame.type.width(scale, small, True) + px(34)
    if covered and not stacked and place.rect.x + reserved + size_width > max(place.rect.right, end):
        size = size_text(facts.image)  # the dashes show the padding
        size_width = frame.type.width(size, small, False)
    right = max(place.rect.right, place.rect.x + reserved + size_width)
    x = place.rect.x if stacked else min(right, end) - size_width
    rect = Rect(x, y + px(30) if stacked else y, size_width, px(30 if stacked else 34))
    return title, frame.label(f"size {name}", rect, size, small, "dim")


def _signs(frame: Frame, places: Stage) -> tuple[Widget, ...]:
    """Return "× patch" below the kernel and "∑ →" before the output."""
    px = places.px
    times, arrow = places.times, places.arrow
    size = frame.size(20)
    beside = places.products.y == places.kernel.y  # on a tall stage
    whole = not beside and frame.type.width(text("grid.times"), size, True) <= times.w
    place = Rect(times.x, times.y + px(8 if beside else 4), times.w, px(44 if beside else 34))
    words = text("grid.times" if whole else "grid.times.short")
    middle = frame.label("times", place, words, size, "dim", bold=True, align=0.5 if beside else 0.0)
    icon, above = px(30), Rect(arrow.x, arrow.y + px(8), arrow.w, px(44))
    sigma = frame.label("sum sign", above, "∑", frame.size(40), bold=True, align=0.5)
    point = Picture(
        name="sum arrow", rect=Rect(arrow.x, arrow.y + px(54), arrow.w, px(36)).centred(icon, icon), icon="arrow-right"
    )
    if not beside:
        return middle, sigma, point
    place = Rect(times.x, times.y + px(54), times.w, px(36)).centred(icon, icon)
    return middle, sigma, point, Picture(name="times arrow", rect=place, icon="arrow-right")


def legend(frame: StillFrame, places: Stage, looks: Looks) -> tuple[Widget, ...]:
    """Return the legend of the output's shades with its lock."""
    if not places.legend.h:
        return ()
    board = frame.side.boards.output
    magnitude, signed = board.magnitude, board.signed
    decimals = looks.output.decimals or decimals_of(magnitude, frame.still.settings.decimals)
    high = shown(magnitude, decimals)
    side = places.px(34)
    locked = frame.still.interface.lock is not None
    bar = Rect(places.legend.x, places.legend.y, places.legend.w - side - places.px(6), places.legend.h)
    shades = Legend(
        name="legend",
        rect=bar,
        unit=places.text,
        magnitude=magnitude,
        signed=signed,
        low=shown(-magnitude, decimals) if signed else "0",
        high=high,
        words=text("legend.words"),
        size=frame.size(19),
    )
    if frame.still.question is not None:
        return (shades,)  # the scale is fixed
    lock = frame.button(
        "lock",
        Rect(bar.right + places.px(6), bar.y - places.px(8), side, side),
        ToggleLock(),
        tip=text("legend.unlock" if locked else "legend.lock"),
        icon="lock" if locked else "lock-open",
        on=locked,
    )
    return shades, lock.changed(unit=places.text)


def note(frame: StillFrame, places: Stage, cell: Pair | None) -> tuple[Widget, ...]:
    """Return the lines that say where the walk is: the output cell, and the rows and columns that its patch covers.

    Where they do not fit below the legend there are none.
    """
    rect, step = places.note, places.px(30)
    head, lines = note_words(frame.side.result.scenario, cell)
    size = frame.size(BODY)
    first = frame.type.wrapped(head, size, True, rect.w)
    rest = tuple(part for line in lines for part in frame.type.wrapped(line, size, False, rect.w))
    if step * (len(first) + len(rest)) > rect.h:
        return ()
    return tuple(
        label if index < len(first) else label.changed(role="dim", bold=False)
        for index, label in enumerate(frame.lines("where", rect, (*first, *rest), step, size, bold=True))
    )


def note_words(scenario: Scenario, cell: Pair | None) -> tuple[str, tuple[str, ...]]:
    """Return the note's heading and its lines."""
    if cell is None:
        head = text("note.done.one") if scenario.steps == 1 else text("note.done", count=scenario.steps)
        return head, (text("note.done.size", size=size_text(scenario.output_size)),)
    head = text("note.cell", row=cell[0] + 1, column=cell[1] + 1)
    corner = patch_corner(scenario, cell)
    ranges, padded = [], False
    for axis in (0, 1):
        there = range(corner[axis], corner[axis] + scenario.kernel_extent[axis], scenario.dilation[axis])
        inside = [place + 1 for place in there if 0 <= place < scenario.image_size[axis]]
        padded = padded or len(inside) < len(there)
        if not inside:
            return head, (text("note.only_padding"),)
        ranges.append(_places_words(axis, inside))
    words = "note.covers_padding" if padded else "note.covers"
    return head, tuple(text(words, rows=ranges[0], columns=ranges[1]).split("\n"))


def _places_words(axis: int, places: list[int]) -> str:
    """Return e.g. "column 3" or "rows 2–4", and where there are gaps between them "rows 1, 3, 5" or "rows 1, 3 … 9"."""
    one, more = (("note.row", "note.rows"), ("note.column", "note.columns"))[axis]
    first, last = places[0], places[-1]
    if len(places) == 1:
        return text(one, place=first)
    if last - first < len(places):
        return text(more, place=f"{first}–{last}")
    listed = ", ".join(map(str, places)) if len(places) <= 3 else f"{first}, {places[1]} … {last}"
    return text(more, place=listed)
