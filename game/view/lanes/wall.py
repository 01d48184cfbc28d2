"""Present with channels and filters: one lane at a time fills the wall, and the walk turns the lanes."""

from __future__ import annotations

from ...play.moment import Moment
from ...session.facts.layers import LaneFacts, Lanes
from ...ui.lane_places import MOST_LINES
from ...ui.stage_wall import LEAST, LINE, TITLE, WallStage
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Label, Run, Runs
from ...window.transport import filter_words, where_words
from ...words.texts import text
from ..dot_product import Terms, written
from ..flat import ground, is_summed, marks_on, rings
from ..frame import ShownFrame, StillFrame
from ..lens import lens
from ..places import front_lane, looks_in, stage_of
from ..written_lines import MORE, DotProduct, on_lines, term_in_line, width_of
from ..written_lines import Line as TermLine
from .beside_wall import image_and_map, wall_titles
from .column import Running
from .lane import lane, lane_rings
from .looks import LaneLooks
from .now import in_the_air, shown_lanes
from .numbers import column_decimals, lane_looks_of, terms_of
from .pooled import lines_of, pooled_room, pooled_sentence, pooled_tail, term_now, told, winner_marks
from .sums_row import room_of, sums_row, tail_of, value_runs
from .wires import wall_gutter

EDGE = 8  # device pixels that stay free between the products on the wall and the edge of the screen


def wall_view(frame: ShownFrame, moment: Moment) -> tuple[Widget, ...]:
    """Return all that Present shows of a layer in the Flat view, from the bottom to the top, but its progress."""
    places, side = stage_of(frame), frame.side
    if not isinstance(places, WallStage) or side.layer is None:
        raise TypeError("this view is of a layer in Present; see `places.stage_of`")
    looks, found = looks_in(frame, places), frame.shown.lanes[0]
    parts = shown_lanes(side, moment, found)
    facts = parts.lanes[max(0, front_lane(side.layer))]
    own = lane_looks_of(frame, parts.lanes, places)
    ringed = side.placed and facts.work
    sums, line = _sums(frame, parts, places, own), _line(frame, parts, facts, places, own, found is not None)
    return (
        ground(frame),
        *wall_titles(frame, side.layer, places),
        *image_and_map(frame, moment, parts, places, looks),
        *_lane(frame, parts, facts, places, own, found is not None),
        *line,
        *sums,
        *_below(frame, facts, places),
        *marks_on(side.pointing, moment.cell, places),
        *winner_marks(side, moment, places),
        *((*rings(moment, side, places), *lane_rings(facts, places.lanes[0], front=True)) if ringed else ()),
        *(_flights(frame, parts, facts, places, own, (*line, *sums)) if ringed else ()),
    )


def _lane(
    frame: StillFrame, parts: Lanes, facts: LaneFacts, places: WallStage, looks: LaneLooks, placed: bool
) -> tuple[Widget, ...]:
    """Return patch × kernel = products of the lane, as large as the wall; quiet while only another one is at work."""
    front = front_lane(frame.side.layer) >= 0
    board = frame.side.boards.kernel.changed(values=facts.result.scenario.kernel, since=None)
    board = frame.side.boards.kernel if front else board
    quiet = any(one.work for one in parts.lanes) and not facts.work
    found = lane(frame, facts, places.lanes[0], board, looks, quiet, front, placed)
    badge, size = f"lane {facts.letter} badge", places.size(TITLE * 1.2)
    signs = (f"lane {facts.letter} times", f"lane {facts.letter} equals")
    return tuple(
        one.changed(size=size) if one.name in signs and isinstance(one, Label) else one
        for one in found
        if one.name != badge
    )


def _line(
    frame: ShownFrame, parts: Lanes, facts: LaneFacts, places: WallStage, looks: LaneLooks, placed: bool
) -> tuple[Widget, ...]:
    """Return the line of the lane, or the lens where its cells are too small for numbers; a "?" while it is secret."""
    rect = places.line
    if not placed:
        hidden = ((Run(text("predict.hidden"), "now_text"),),)
        return (on_lines(frame.type, rect, hidden, places.size(LINE)),)
    terms = terms_of(frame, facts.result, facts.moment.cell, looks, is_summed(facts.moment))
    terms = told(terms, parts.column)
    if terms.weights and not (looks.patch.size and looks.kernel.size and looks.products.size):
        return (lens(frame, facts.moment, terms, rect),)
    size, lines = _terms_written(frame, places, terms)
    dot = (on_lines(frame.type, rect, lines, size),)
    term = term_now(frame.side, facts.result, facts.moment)
    return (*dot, *term_in_line(frame.type, dot, term, facts.moment.flight.size))


def _terms_written(frame: StillFrame, places: WallStage, terms: Terms) -> tuple[int, tuple[TermLine, ...]]:
    """Return the largest font size at which all terms have room, and the lines; else some of them in the largest."""
    rows, most = places.rows_of_terms, places.size(LINE)
    for size in range(most, places.size(LEAST) - 1, -1):
        lines = written(frame.type, terms, size, places.line.w, rows)
        if not any(run == MORE for line in lines for run in line):
            return size, lines
    return most, written(frame.type, terms, most, places.line.w, rows)


def _sums(frame: StillFrame, parts: Lanes, places: WallStage, looks: LaneLooks) -> tuple[Widget, ...]:
    """Return the sums of the channels in a row, and below them what the activation makes of the sum."""
    running = tuple(one.moment.shown_sum if one.work else None for one in parts.lanes)
    working = frozenset(index for index, one in enumerate(parts.lanes) if one.work)
    decimals, secret = column_decimals(frame, parts.column, looks), frame.side.asked is not None
    lines = lines_of(parts.column, Running(working, running), decimals, secret)
    lanes = 1 if parts.column.pooling else len(lines) - (2 if parts.column.activation == "none" else 3)
    biases, magnitude = frame.side.result.scenario.layer.bias.tolist(), frame.side.boards.output.magnitude
    if parts.column.pooling:
        ends = pooled_tail(parts.column, decimals, secret), pooled_room(frame.side.result, decimals)
    else:
        ends = tail_of(parts.column, decimals, secret), room_of(biases, magnitude, decimals)
    row = sums_row(frame.type, places, lines[:lanes], *ends)
    if not places.value.h:
        return row
    runs = value_runs(parts.column, decimals, secret)
    size = next(
        (size for size in range(places.size(LINE), 8, -1) if width_of(frame.type, runs, size) <= places.value.w), 9
    )
    return (*row, Runs(name="channel sum value", rect=places.value, runs=runs, size=size))


def _flights(
    frame: StillFrame,
    parts: Lanes,
    facts: LaneFacts,
    places: WallStage,
    looks: LaneLooks,
    below: tuple[Widget, ...],
) -> tuple[Widget, ...]:
    """Return the products that are on their way to the box of the channel's sum, where it has one of its own.

    below: the line and the sums.
    """
    name = f"sums {parts.lanes.index(facts)}"
    box = next((one.rect for one in below if one.name == name), None)
    if box is None or len(parts.lanes) > MOST_LINES or not facts.moment.flight.any():
        return ()
    products, line = places.lanes[0].products, places.line
    free = max(EDGE, frame.layout.whole.right - line.right - EDGE)
    if parts.column.pooling:  # right of the patch there is room
        end = max([one.rect.x + one.wide for one in below if isinstance(one, DotProduct)] + [products.rect.right])
        line = line._replace(w=min(line.w, end - line.x))
        free = min(frame.layout.whole.right - line.right, products.side + EDGE)
    gutter = wall_gutter(products, line, box, free, early=not parts.column.pooling)
    return () if gutter is None else in_the_air(frame, facts, places.changed(products=products), looks, gutter)


def _below(frame: ShownFrame, shown: LaneFacts, places: WallStage) -> tuple[Widget, ...]:
    """Return the step and the phase, and the sentence that counts the weights; or the question."""
    if frame.still.asks:
        from ..asked import asked_panel  # most talks ask nothing

        return asked_panel(frame, places.note, places.text, places.output)
    return (*_where(frame, shown, places), *_sentence(frame, places))


def _where(frame: ShownFrame, shown: LaneFacts, places: WallStage) -> tuple[Widget, ...]:
    """Return "Step 33 of 100, filter 2 of 4", and at the right the phase."""
    facts, rect = frame.shown.where, places.where
    step, phase = where_words(facts)
    if facts.filter is not None:
        step += f", {filter_words(facts)}"
    if facts.lane:
        stands = shown.done and shown.letter == facts.lane
        phase = text("present.stands") if stands else text("phase.lane", phase=phase, channel=facts.lane)
    size = frame.type.largest(f"{step}   {phase}", rect.w, True, places.size(38))
    return (
        frame.label("step", rect, step, size, "dim", bold=True),
        frame.label("phase", rect, phase, size, "product_text", bold=True, align=1.0),
    )


def _sentence(frame: StillFrame, places: WallStage) -> tuple[Widget, ...]:
    """Return "3 channels × 2 × 2 = 12 weights make one map."."""
    scenario = frame.side.result.scenario
    if scenario.layer.pooling is not None:
        return _said(frame, places, pooled_sentence(scenario))
    count, (rows, columns) = len(scenario.lanes), scenario.kernel_size
    channels = text("present.channel") if count == 1 else text("present.channels", count=count)
    weights = count * rows * columns
    key = "present.makes.one" if weights == 1 else "present.makes"
    words = text(key, channels=channels, rows=rows, columns=columns, weights=weights)
    return _said(frame, places, words)


def _said(frame: StillFrame, places: WallStage, words: str) -> tuple[Widget, ...]:
    """Return a sentence in its place below all, as large as it has room."""
    size = frame.type.largest(words, places.said.w, True, places.size(40))
    return (frame.label("sentence", places.said, words, size, bold=True),)
