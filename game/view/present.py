"""Present: the same moment for the back row, with nothing around the grids."""

from __future__ import annotations

from ..core.result import Result
from ..play.moment import Moment
from ..session.naming import named, walk_words
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.stage import Stage
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Run
from ..window.transport import where_words
from ..words.numbers import size_text
from ..words.texts import text
from .asked import asked_panel
from .bare_grids import grids_view
from .dot_product import written
from .flat import ground, terms_of
from .frame import ShownFrame, StillFrame
from .lens import lens, needs_lens
from .places import looks_in, stage_of
from .titles import GRIDS, bare_titles, sum_sign, title_words
from .written_lines import on_lines, term_in_line

LARGER_TITLE = 1.25  # how much larger than usual titles become at most: the row that they stand in has that height


class ProgressLine(Widget, kw_only=True):
    """The thin line at the foot of the screen: how much of the walk is done."""

    share: float

    def draw(self, canvas: Canvas) -> None:
        """Draw the track and what is done of it."""
        canvas.fill(self.rect, canvas.theme.track)
        canvas.fill(Rect(self.rect.x, self.rect.y, round(self.rect.w * self.share), self.rect.h), canvas.theme.accent)


def present_view(frame: ShownFrame, moment: Moment) -> tuple[Widget, ...]:
    """Return everything that Present shows in the Flat view, from the bottom to the top."""
    if frame.side.layer is not None and not frame.layout.alone:
        from .lanes.wall import wall_view  # most talks show one channel and one filter

        return (*wall_view(frame, moment), progress(frame))
    places = stage_of(frame)
    looks = looks_in(frame, places)
    stage = (ground(frame), *_titles(frame, places), *grids_view(frame, moment, places, looks))
    if frame.layout.alone:
        return stage
    place = places.note
    below = asked_panel(frame, place, places.text, places.output) if frame.still.asks else step(frame, place)
    return (*stage, *below, *foot(frame, moment, needs_lens(looks)), progress(frame))


def _titles(frame: StillFrame, places: Stage) -> tuple[Widget, ...]:
    """Return the titles, and the sign of the sum."""
    unit, arrow, maps = frame.layout.unit, places.arrow, frame.side.result.scenario.maps_before
    size = _title_size(frame, places, maps)
    covered, gradient = frame.side.covered, frame.still.titles.gradient
    labels = bare_titles(frame, places, size, round(unit * 56), 4, covered, maps=maps, gradient=gradient)
    if frame.layout.alone:
        return labels
    above = Rect(arrow.x, arrow.y, arrow.w, arrow.h // 2)
    return (*labels, *sum_sign(frame, above, round(54 * unit), above.moved(0, above.h), round(40 * unit)))


def _tall(frame: StillFrame) -> float:
    """Return the unit of a screen of 16 × 9 that is as high: words are read from as far in a narrower one."""
    return frame.layout.size[1] / 1080


def _title_size(frame: StillFrame, places: Stage, maps: int) -> int:
    """Return the font size of the titles: larger on a screen that is rather high, as far as each has room."""
    unit, size = frame.layout.unit, round(min(_tall(frame), LARGER_TITLE * frame.layout.unit) * 38)
    for at, (name, _) in enumerate(GRIDS):
        words = title_words(name, frame.side.covered, maps, frame.still.titles.gradient)
        place = getattr(places, name)
        if place.pitch and not frame.layout.alone:
            size = min(size, frame.type.largest(words, places.ends[at] - place.x, True, size))
    return max(size, round(unit * 38))


def step(frame: ShownFrame, rect: Rect, least: int = 0) -> tuple[Widget, ...]:
    """Return "Step 6 of 16" below the output, and below that what the walk is set to, where there is room for them.

    On a screen that is rather high they are larger, as far as nothing of them is left out for that. least: the least
    font size, for who has room for that and no more.
    """
    tall, unit = _tall(frame), frame.layout.unit
    units = (unit,) if least else (tall, (tall + unit) / 2, unit)
    return max((_step(frame, rect, each, least) for each in units), key=len)


def _step(frame: ShownFrame, rect: Rect, unit: float, least: int) -> tuple[Widget, ...]:
    """Return the same in the size of a unit."""
    size = max(least, round(unit * 32))
    words, phase = where_words(frame.shown.where)
    if rect.h < 2.6 * size or frame.type.width(words, size, True) > rect.w:
        return ()
    high = round(size * 1.3)
    first = Rect(rect.x, rect.y, rect.w, high)
    return (
        frame.label("step", first, words, size, bold=True),
        frame.label("phase", first.moved(0, high), phase, size, "product_text"),
        *_setting(frame, Rect(rect.x, rect.y + round(size * 2.9), rect.w, rect.h - round(size * 2.9)), unit, least),
    )


def _setting(frame: StillFrame, rect: Rect, unit: float, least: int) -> tuple[Widget, ...]:
    """Return the kernel's name, stride and padding: a class asks for them, and the rail is not there."""
    scenario, size = frame.side.result.scenario, max(least, round(unit * 28))
    set_to = ", ".join(each.replace(" ", "\u00a0") for each in walk_words(scenario))  # no number on a line alone
    wrapped = (line.replace("\u00a0", " ") for line in frame.type.wrapped(set_to, size, False, rect.w))
    titles = frame.still.titles
    of = text("present.gradient", factor=titles.factor) if titles.gradient else operation_words(frame.side.result)
    lines = of, *wrapped
    step = round(size * 1.35)
    if rect.h < step * len(lines) or max(frame.type.width(line, size, False) for line in lines) > rect.w:
        return ()
    return frame.lines("setting", rect, lines, step, size, "dim")


def operation_words(result: Result) -> str:
    """Return what the kernel is called; a pooling has none, but it has a size."""
    scenario = result.scenario
    if scenario.layer.pooling is None:
        key = "present.connected" if scenario.layer.is_fully_connected else "present.kernel"
        return text(key, name=named("kernel", scenario.kernel_name, result.edited[1]))
    return f"{text(f'operation.{scenario.layer.pooling.operation}')} {size_text(scenario.kernel_size)}"


def inside_of(frame: StillFrame) -> Rect:
    """Return the place of the dot product at the foot of the screen."""
    return frame.layout.dot.inset(0, round(10 * frame.layout.unit))


def foot(frame: ShownFrame, moment: Moment, lacking: bool) -> tuple[Widget, ...]:
    """Return what stands at the foot: the dot product, or the lens; a "?" while nobody may know the patch.

    `lacking` says that some grid cannot write its numbers.
    """
    size, rect = round(frame.layout.unit * 46), inside_of(frame)  # digits 32 units high
    terms, term = terms_of(frame, moment) if frame.side.placed else None, moment.term
    if terms is not None and frame.side.result.scenario.layer.pooling is not None:
        from .lanes.now import shown_lanes  # most talks are about kernels
        from .lanes.pooled import side_terms, term_now

        terms = side_terms(frame, moment, shown_lanes(frame.side, moment, frame.shown.lanes[0]).column)
        term = term_now(frame.side, frame.side.result, moment)
    if terms is not None and lacking and terms.weights:
        return (lens(frame, moment, terms, frame.layout.dot.inset(0, round(2 * frame.layout.unit))),)  # all there is
    hidden = ((Run(text("predict.hidden"), "now_text"),),)
    lines = hidden if terms is None else written(frame.type, terms, size, rect.w, 2)
    dot = (on_lines(frame.type, rect, lines, size),)
    return (*dot, *term_in_line(frame.type, dot, term, moment.flight.size))


def progress(frame: ShownFrame) -> ProgressLine:
    """Return the line of progress."""
    return ProgressLine(name="progress", rect=frame.layout.transport, share=frame.shown.share)
