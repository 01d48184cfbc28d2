"""The words that stand on the grids themselves: titles, sizes, what happens between them, and where the walk is."""

from __future__ import annotations

from ..core.convolution import patch_corner
from ..core.known import Slide
from ..core.padding import Padding
from ..core.scenario import Scenario
from ..session.facts.around import TitleFacts
from ..ui.frame import BODY, HEADING, Frame
from ..ui.geometry import Rect
from ..ui.place import GridPlace, Pair
from ..ui.stage import Stage
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Label, Picture
from ..words.numbers import pair_text, size_text
from ..words.texts import text

GRIDS = (("image", "text"), ("kernel", "kernel_text"), ("products", "product_text"), ("output", "output_text"))
"""The four grids, and the roles of their titles."""


def title_words(name: str, covered: bool, maps: int = 0, gradient: str = "") -> str:
    """Return the title of a grid; `covered`: the source image shows how often its pixels are covered.

    maps: how many maps of the layer before stand in the place of the image, in a network; 0: the image does.
    gradient: of what the walk makes the gradient, if of anything: what is there is the errors, and their sums.
    """
    if gradient and name in ("output", gradient):
        return text("grid.gradient" if name == "output" else "grid.errors")
    if name == "image" and maps and not covered:
        return text("grid.maps", count=maps) if maps > 1 else text("grid.map")
    return text("coverage.title" if covered and name == "image" else f"grid.{name}")


def line(
    frame: Frame, name: str, corner: tuple[int, int], height: int, words: str, size: int, role: str, bold: bool = False
) -> Label:
    """Return words on a line that is as wide as they are."""
    return frame.label(name, Rect(*corner, frame.type.width(words, size, bold), height), words, size, role, bold)


def bare_titles(
    frame: Frame,
    places: Stage,
    size: int,
    height: int,
    gap: int,
    covered: bool,
    pooled: bool = False,
    right: int | None = None,
    maps: int = 0,
    gradient: str = "",
) -> tuple[Widget, ...]:
    """Return the titles of the grids that are there, without their sizes; `gap`: from a title to its grid.

    pooled: what would be products is the patch of a pooling.
    maps, gradient: see `title_words`.
    right: where the place of all ends, if long words have to give way: before that, and before the next title.
    """
    found: list[Widget] = []
    for name, role in GRIDS:
        place, words = getattr(places, name), title_words(name, covered, maps, gradient)
        if pooled and name == "products":
            words, role = text("lanes.patch"), "text"
        if place.pitch:
            if right is not None:
                words = frame.type.shortened(words, size, True, _title_end(places, place, right) - place.x)
            corner = place.x, place.y - height - gap
            found.append(line(frame, f"title {name}", corner, height, words, size, role, bold=True))
    return tuple(found)


def _title_end(places: Stage, place: GridPlace, right: int) -> int:
    """Return how far a title may reach: to the next grid in its row, with a little between, else to an end."""
    others = (getattr(places, name) for name, _ in GRIDS)
    after = [one.x for one in others if one.pitch and one.x > place.x and one.y == place.y]
    return min((x - places.px(10) for x in after), default=right)


def titles(facts: TitleFacts, places: Stage, frame: Frame) -> tuple[Widget, ...]:
    """Return the titles and sizes of the grids, and the signs between them."""
    output = text("predict.hidden.size") if facts.output is None else size_text(facts.output)
    image = image_size_words(facts.image, facts.padding, facts.pixels)
    widgets = sized_titles(facts, places, frame, (image, size_text(facts.kernel), "", output))
    signs = () if frame.layout.alone else _signs(frame, places, facts.turned)
    return (*widgets, *coverage_legend(facts, frame, places, widgets), *signs)


def sized_titles(facts: TitleFacts, places: Stage, frame: Frame, sizes: tuple[str, ...]) -> list[Widget]:
    """Return the titles of the grids that are there, each with what is said of its size."""
    widgets: list[Widget] = []
    for (name, role), end, size in zip(GRIDS, places.ends, sizes, strict=True):
        if (place := getattr(places, name)).pitch:
            widgets.extend(_title(facts, frame, places, name, place, end, role, size))
    return widgets


def coverage_legend(facts: TitleFacts, frame: Frame, places: Stage, titles: list[Widget]) -> tuple[Widget, ...]:
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
    return (line(frame, "coverage legend", (left, rect.y), rect.h, words, font, "text", bold=True),)


def image_size_words(size: Pair, padding: Padding, pixels: Pair) -> str:
    """Return the image's size with its padding, e.g. "8 × 8 + padding 1", or "8 × 8, padded to 11 × 10".

    pixels: the size of what was given. Where it is another one, the pixels are spread: "3 × 3, spread to 5 × 5".
    """
    if pixels != size:
        return text("grid.image.spread", pixels=size_text(pixels), size=size_text(size))
    if padding.alike is None:
        return text("grid.image.padded_to", size=size_text(size), whole=size_text(padding.padded_size(size)))
    if padding.alike == (0, 0):
        return text("grid.image.size", size=size_text(size))
    return text("grid.image.padded", size=size_text(size), padding=pair_text(padding.alike))


def _title(
    facts: TitleFacts, frame: Frame, places: Stage, name: str, place: GridPlace, end: int, role: str, size: str
) -> tuple[Widget, ...]:
    """Return a title and its size. Beside the scale of the coverage the size is the shortest that has room."""
    px = places.px
    heading, small = frame.size(HEADING), frame.size(BODY)
    covered = name == "image" and facts.most is not None
    stacked = places.stacked and size
    y = place.rect.y - px(62 if stacked else 46)
    words = title_words(name, covered, facts.maps, facts.gradient)
    title = line(frame, f"title {name}", (place.x, y), px(34), words, heading, role, bold=True)
    if not size:
        return (title,)
    size_width = frame.type.width(size, small, False)
    reserved = title.rect.w + px(14)
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


def _signs(frame: Frame, places: Stage, turned: bool) -> tuple[Widget, ...]:
    """Return "× patch" below the kernel and "∑ →" before the output."""
    px, times, arrow, size = places.px, places.times, places.arrow, frame.size(20)
    beside = places.products.y == places.kernel.y  # on a tall stage
    long = "grid.times.turned" if turned else "grid.times"
    whole = not beside and frame.type.width(text(long), size, True) <= times.w
    place = Rect(times.x, times.y + px(8 if beside else 4), times.w, px(44 if beside else 34))
    words = text(long if whole else "grid.times.short")
    above, below = (Rect(arrow.x, arrow.y + px(top), arrow.w, px(high)) for top, high in ((8, 44), (54, 36)))
    signs = (
        frame.label("times", place, words, size, "dim", bold=True, align=0.5 if beside else 0.0),
        *sum_sign(frame, above, frame.size(40), below, px(30)),
    )
    below = Rect(times.x, times.y + px(54), times.w, px(36))
    return (*signs, _arrow("times arrow", below, px(30))) if beside else signs


def sum_sign(frame: Frame, above: Rect, size: int, below: Rect, side: int, sign: str = "∑") -> tuple[Widget, ...]:
    """Return the sign of a sum, and below it an arrow of that side."""
    return frame.label("sum sign", above, sign, size, bold=True, align=0.5), _arrow("sum arrow", below, side)


def _arrow(name: str, place: Rect, side: int) -> Picture:
    return Picture(name=name, rect=place.centred(side, side), icon="arrow-right")


def note(frame: Frame, slide: Slide, places: Stage, cell: Pair | None) -> tuple[Widget, ...]:
    """Return the lines that say where the walk is: the output cell, and the rows and columns that its patch covers.

    Where they do not fit below the legend there are none.
    """
    rect, step = places.note, places.px(30)
    head, lines = note_words(slide.like, cell)
    size = frame.size(BODY)
    first = frame.type.wrapped(head, size, True, rect.w)
    rest = tuple(part for line in lines for part in frame.type.wrapped(line, size, False, rect.w))
    if step * (len(first) + len(rest)) > rect.h:
        return ()
    labels = frame.lines("where", rect, (*first, *rest), step, size, bold=True)
    return (*labels[: len(first)], *(label.changed(role="dim", bold=False) for label in labels[len(first) :]))


def note_words(scenario: Scenario, cell: Pair | None) -> tuple[str, tuple[str, ...]]:
    """Return the note's heading and its lines."""
    if cell is None:
        head = text("note.done.one") if scenario.steps == 1 else text("note.done", count=scenario.steps)
        return head, (text("note.done.size", size=size_text(scenario.output_size)),)
    head = text("note.cell", row=cell[0] + 1, column=cell[1] + 1)
    corner = patch_corner(scenario, cell)
    layer, ranges, padded, beyond = scenario.layer, [], False, False
    around_image, spread = (layer.padding, ".spread") if layer.is_transposed else (layer.chosen_padding, "")
    for axis in (0, 1):
        there = range(corner[axis], corner[axis] + scenario.kernel_extent[axis], scenario.dilation[axis])
        inside = [place + 1 for place in there if 0 <= place < scenario.image_size[axis]]
        before, after = around_image.sides[axis]
        around = [place for place in there if -before <= place < scenario.image_size[axis] + after]
        padded, beyond = padded or len(inside) < len(around), beyond or len(around) < len(there)
        if not inside:
            return head, (text(f"note.only_padding{spread}"),)
        ranges.append(places_words(axis, inside))
    ending = "_padding" if padded else "_beyond" if beyond else ""
    return head, tuple(text(f"note.covers{ending}{spread}", rows=ranges[0], columns=ranges[1]).split("\n"))


def places_words(axis: int, places: list[int]) -> str:
    """Return e.g. "column 3" or "rows 2–4", and where there are gaps between them "rows 1, 3, 5" or "rows 1, 3 … 9"."""
    one, more = (("note.row", "note.rows"), ("note.column", "note.columns"))[axis]
    first, last = places[0], places[-1]
    if len(places) == 1:
        return text(one, place=first)
    if last - first < len(places):
        return text(more, place=f"{first}–{last}")
    listed = ", ".join(map(str, places)) if len(places) <= 3 else f"{first}, {places[1]} … {last}"
    return text(more, place=listed)
