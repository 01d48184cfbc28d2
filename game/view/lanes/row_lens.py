"""The lens of a lane: the row of its kernel that is in work, where the cells are too small for numbers."""

from __future__ import annotations

from ...core.arithmetic import Arithmetic
from ...session.facts.layers import LaneFacts
from ...ui.frame import BODY, SMALL
from ...ui.geometry import Rect
from ...ui.widgets.base import Widget
from ...words.texts import text
from ..dot_product import Form, Terms, written
from ..frame import StillFrame
from ..written_lines import LEADING, on_lines, term_in_line
from .looks import LaneLooks

HEAD = 30  # units of its title's height


def row_lens(frame: StillFrame, facts: LaneFacts, terms: Terms, looks: LaneLooks, place: Rect) -> tuple[Widget, ...]:
    """Return the terms of the row in work; nothing where every number of the lane has room, or the lens has none."""
    sizes = looks.patch.size, looks.kernel.size, looks.products.size
    size, head = frame.size(BODY), frame.px(HEAD)
    lines = min(2, int((place.h - head) / (size * LEADING)))
    if all(sizes) or lines < 1:
        return ()
    rows, columns = facts.result.scenario.kernel_size
    row = _row(facts, rows, columns)
    part = _terms(terms, range(row * columns, (row + 1) * columns), facts.moment.arrived, facts.result.arithmetic)
    words = text("lanes.row", row=row + 1, count=rows)
    label = frame.label("row lens", place._replace(h=head), words, frame.size(SMALL), "dim", bold=True)
    below = Rect(place.x, place.y + head, place.w, round(lines * size * LEADING))
    dot = on_lines(frame.type, below, written(frame.type, part, size, place.w, lines), size, "dot product row")
    term = facts.moment.term
    rule = term_in_line(frame.type, (dot,), None if term is None else term - row * columns, columns)
    return label, dot, *rule


def _row(facts: LaneFacts, rows: int, columns: int) -> int:
    """Return the row of the term in work; between the two of them the last one, before both the first."""
    moment = facts.moment
    if moment.term is not None:
        return moment.term // columns
    return rows - 1 if facts.done or moment.blended.all() else 0


def _terms(terms: Terms, part: range, arrived: int, arithmetic: Arithmetic) -> Terms:
    """Return some of the terms, with their own sum once it stands."""
    summed = terms.summed or arrived >= part.stop
    return Terms(
        pixels=terms.pixels[part.start : part.stop],
        weights=terms.weights[part.start : part.stop],
        form=_form(terms),
        kept=None if terms.kept is None else tuple(index - part.start for index in terms.kept if index in part),
        total=terms.sum_of(part) if summed else 0.0,
        decimals=terms.decimals,
        summed=summed,
        arithmetic=arithmetic,
    )


def _form(terms: Terms) -> Form:
    """Return what stands around the terms of a row: of a mean they are only added up."""
    return terms.form if terms.form.part == terms.form.whole else Form()
