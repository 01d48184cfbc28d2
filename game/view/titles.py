"""The words that stand on the grids themselves: titles, sizes, what happens between them, and where the walk is."""

from __future__ import annotations

from ..core.convolution import patch_corner
from ..core.scenario import Scenario
from ..input.interface_intents import ToggleLock
from ..ui.frame import BODY, HEADING
from ..ui.geometry import Rect
from ..ui.stage import GridPlace, Pair, Stage
from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button
from ..ui.widgets.label import Label, Picture
from ..words.numbers import decimals_of, pair_text, size_text
from ..words.texts import text
from .coverage import CoverageLegend
from .frame import StillFrame
from .numbers import shown
from .output import Legend
from .places import Looks, magnitude_of


def titles(frame: StillFrame, places: Stage) -> tuple[Widget, ...]:
    """Return the titles and sizes of the grids, and the signs between them."""
    scenario = frame.state.scenario
    hidden = frame.secrecy.size
    output_size = text("predict.hidden.size") if hidden else size_text(scenario.output_size)
    named = (
        ("image", places.image, places.columns[0], "text", image_size_words(scenario)),
        ("kernel", places.kernel, places.columns[1], "kernel_text", size_text(scenario.kernel_size)),
        ("products", places.products, places.columns[2], "product_text", ""),
        ("output", places.output, places.columns[3], "output_text", output_size),
    )
    widgets: list[Widget] = []
    for name, place, column, role, size in named[: 1 if frame.layout.alone else None]:
        widgets.extend(_title(frame, places, name, place, column, role, size))
    signs = () if frame.layout.alone else _signs(frame, places)
    return (*widgets, *_coverage_legend(frame, places, widgets), *signs)


def _coverage_legend(frame: StillFrame, places: Stage, titles: list[Widget]) -> tuple[Widget, ...]:
    """Return the scale of the coverage, beside its title; where there is little room, its two numbers."""
    if not frame.covered:
        return ()
    title, size = titles[0], titles[1]
    high, font, gap = _most(frame), frame.size(BODY), places.px(16)
    end = max(places.columns[0].right, places.image.rect.right) if places.stacked else size.rect.x - gap
    least = frame.type.width("0" + high, font, True) + places.px(46)
    left = title.rect.right + gap
    rect = Rect(left, title.rect.y, min(end - left, least + places.px(80)), title.rect.h)
    if rect.w >= least:
        return (CoverageLegend(name="coverage legend", rect=rect, unit=places.text, high=high, size=font),)
    words = text("coverage.range", low=0, high=high)
    rect = Rect(left, rect.y, frame.type.width(words, font, True), rect.h)
    return (Label(name="coverage legend", rect=rect, text=words, size=font, bold=True),)


def _most(frame: StillFrame) -> str:
    """Return the greatest coverage as it is written."""
    return shown(float(frame.state.result.coverage.max()), 0)


def _legend_room(frame: StillFrame, places: Stage) -> int:
    """Return the width that the scale of the coverage needs beside its title, with the gap before it."""
    words = text("coverage.range", low=0, high=_most(frame))
    return frame.type.width(words, frame.size(BODY), True) + places.px(34)


def image_size_words(scenario: Scenario) -> str:
    """Return the image's size with its padding, e.g. "8 × 8 + padding 1"."""
    rows, columns = scenario.padding
    size = size_text(scenario.image_size)
    if not rows and not columns:
        return text("grid.image.size", size=size)
    return text("grid.image.padded", size=size, padding=pair_text(scenario.padding))


def _title(
    frame: StillFrame, places: Stage, name: str, place: GridPlace, column: Rect, role: str, size: str
) -> tuple[Widget, ...]:
    px = places.px
    heading, small = frame.size(HEADING), frame.size(BODY)
    covered = name == "image" and frame.covered
    words = text("coverage.title") if covered else text(f"grid.{name}")
    width = frame.type.width(words, heading, True)
    stacked = places.stacked and size
    y = place.rect.y - px(62 if stacked else 46)
    title = Label(
        name=f"title {name}",
        rect=Rect(place.rect.x, y, width, px(34)),
        text=words,
        size=heading,
        role=role,
        bold=True,
    )
    if not size:
        return (title,)
    size_width = frame.type.width(size, small, False)
    reserved = width + px(14) + (_legend_room(frame, places) if covered else 0)
    if covered and not stacked and place.rect.x + reserved + size_width > max(place.rect.right, column.right):
        size = size_text(frame.state.scenario.image_size)  # the dashes show the padding
        size_width = frame.type.width(size, small, False)
    right = max(place.rect.right, place.rect.x + reserved + size_width)
    x = place.rect.x if stacked else min(right, column.right) - size_width
    rect = Rect(x, y + px(30) if stacked else y, size_width, px(30 if stacked else 34))
    return title, Label(name=f"size {name}", rect=rect, text=size, size=small, role="dim")


def _signs(frame: StillFrame, places: Stage) -> tuple[Widget, ...]:
    """Return "× patch" below the kernel and "∑ →" before the output."""
    px = places.px
    times, arrow = places.times, places.arrow
    size = frame.size(20)
    words = text("grid.times")
    if frame.type.width(words, size, True) > times.w:
        words = text("grid.times.short")
    beside = places.products.y == places.kernel.y  # on a tall stage
    middle = Label(
        name="times",
        rect=Rect(times.x, times.y + px(8), times.w, px(44))
        if beside
        else Rect(times.x, times.y + px(4), times.w, px(34)),
        text=text("grid.times.short") if beside else words,
        size=size,
        role="dim",
        bold=True,
        align=0.5 if beside else 0.0,
    )
    icon = px(30)
    sigma = Label(
        name="sum sign",
        rect=Rect(arrow.x, arrow.y + px(8), arrow.w, px(44)),
        text="∑",
        size=frame.size(40),
        bold=True,
        align=0.5,
    )
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
    result, magnitude = frame.state.result, magnitude_of(frame)
    scale = frame.secrecy.scale
    signed = bool((result.output < 0).any()) if scale is None else scale.low < 0
    decimals = looks.output.decimals or decimals_of(magnitude, frame.state.settings.decimals)
    high = shown(magnitude, decimals)
    side = places.px(34)
    locked = frame.state.interface.lock is not None
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
    if scale is not None:
        return (shades,)  # the scale is fixed
    return (
        shades,
        Button(
            name="lock",
            rect=Rect(bar.right + places.px(6), bar.y - places.px(8), side, side),
            unit=places.text,
            mood=frame.mood("lock"),
            tooltip=frame.tip(text("legend.unlock" if locked else "legend.lock")),
            intents=(ToggleLock(),),
            icon="lock" if locked else "lock-open",
            on=locked,
        ),
    )


def note(frame: StillFrame, places: Stage, cell: Pair | None) -> tuple[Widget, ...]:
    """Return the lines that say where the walk is: the output cell, and the rows and columns that its patch covers.

    Where they do not fit below the legend there are none.
    """
    rect, step = places.note, places.px(30)
    head, lines = note_words(frame.state.scenario, cell)
    size = frame.size(BODY)
    first = frame.type.wrapped(head, size, True, rect.w)
    rest = tuple(part for line in lines for part in frame.type.wrapped(line, size, False, rect.w))
    if step * (len(first) + len(rest)) > rect.h:
        return ()
    return tuple(
        Label(
            name=f"where {index}",
            rect=Rect(rect.x, rect.y + step * index, rect.w, step),
            text=line,
            size=size,
            role="text" if index < len(first) else "dim",
            bold=index < len(first),
        )
        for index, line in enumerate((*first, *rest))
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
        first, last = corner[axis], corner[axis] + scenario.kernel_extent[axis] - 1
        inside = max(first, 0), min(last, scenario.image_size[axis] - 1)
        padded = padded or inside != (first, last)
        if inside[0] > inside[1]:
            return head, (text("note.only_padding"),)
        ranges.append(_range_words(axis, inside[0] + 1, inside[1] + 1))
    words = "note.covers_padding" if padded else "note.covers"
    return head, tuple(text(words, rows=ranges[0], columns=ranges[1]).split("\n"))


def _range_words(axis: int, first: int, last: int) -> str:
    """Return e.g. "rows 2–4" or "column 3"."""
    names = (("note.row", "note.rows"), ("note.column", "note.columns"))[axis]
    return text(names[0], place=first) if first == last else text(names[1], place=f"{first}–{last}")
