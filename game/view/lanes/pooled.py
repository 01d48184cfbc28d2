"""What a pooling shows in the place of products and their sum: max(1, 3, 2, 0) = 3, or (1 + 3 + 2 + 0) ÷ 4 = 1.50."""

from __future__ import annotations

from ...core.result import Result
from ...core.scenario import Pair, Scenario
from ...play.moment import Moment
from ...session.facts.layers import ColumnFacts, divisor_of
from ...session.facts.shown import ShownSide
from ...ui.stage import Stage
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Run
from ...words.numbers import equals, shows_exactly, size_text
from ...words.texts import text
from ..card_faces import Decimals
from ..dot_product import Form, Terms
from ..frame import StillFrame
from ..marks import marks
from ..numbers import shown
from ..pencil import Pencil
from ..pooled import counted_terms, winning
from ..written_lines import COMMA, PLUS
from .column import ASKED, STANDS, WAITS, WORKS, Line, Running, column_lines

CLOSE = Run(")", "dim", bold=False)
DIVIDE = Run(" ÷ ", "dim", bold=False)


def form_of(kind: str, divisor: int) -> Form:
    """Return what stands around the pixels of a window."""
    if kind == "max":
        name = text("pooling.max")
        return Form((Run(f"{name}(", "dim", bold=False),), COMMA, (CLOSE,), name, name)
    divided = CLOSE, DIVIDE, Run(str(divisor))
    return Form((Run("(", "dim", bold=False),), PLUS, divided, whole=text("pooling.mean"))


def side_terms(frame: StillFrame, moment: Moment, facts: ColumnFacts) -> Terms:
    """Return the pixels that make the output cell of a moment, or the last one, and what they make."""
    side, (rows, columns) = frame.side, frame.side.result.output.shape
    cell = moment.cell or side.picked or (rows - 1, columns - 1)
    return told(pooled_terms(frame, side.result, cell, side.boards.decimals), facts)


def pooled_terms(frame: StillFrame, result: Result, cell: Pair, decimals: Decimals) -> Terms:
    """Return the pixels that make an output cell; what they make is `told`."""
    scenario, pooling = result.scenario, result.scenario.layer.pooling
    if pooling is None:
        raise TypeError("these are the terms of a pooling")
    return Terms(
        pixels=tuple(scenario.patch(cell, result.padded_image).ravel().tolist()),
        weights=(),
        total=0.0,
        decimals=(*decimals[:2], frame.side.boards.output.decimals),
        summed=False,
        arithmetic=result.arithmetic,
        form=form_of(pooling.kind, divisor_of(result, cell)),
        kept=counted_terms(scenario, cell),
    )


def lines_of(
    facts: ColumnFacts, running: Running, decimals: tuple[int, int, int, int], secret: bool = False
) -> tuple[Line, ...]:
    """Return the lines of the column from the top down, of whatever operation; see `column.column_lines`."""
    return (pooled_lines if facts.pooling else column_lines)(facts, running, decimals, secret)


def pooled_lines(
    facts: ColumnFacts, running: Running, decimals: tuple[int, int, int, int], secret: bool
) -> tuple[Line, ...]:
    """Return the lines of the column: the largest pixel so far; or the sum, the divisor and the mean."""
    total = facts.lanes[0][1]
    works = bool(running.working)
    value = running.sums[0] if works and total is None and running.sums else total
    how = WORKS if works else WAITS if total is None else STANDS
    number = "" if value is None else shown(value, decimals[0])
    if facts.pooling == "max":
        asked = secret and total is None and not works
        return (Line(text("pooling.max"), "" if secret else number, ASKED if asked else how, lane=0),)
    counted = (str(facts.divisor), STANDS) if facts.divisor else ("", ASKED)
    divisor = Line(text("pooling.counted"), *counted, sign=DIVIDE.text.strip())
    return (Line(text("lanes.sum"), number, how, lane=0), divisor, _mean(facts, decimals, secret))


def _mean(facts: ColumnFacts, decimals: tuple[int, int, int, int], secret: bool) -> Line:
    """Return the line of the mean, "?" until it is known."""
    words = text("pooling.mean")
    if facts.value is None or secret:
        return Line(words, "", ASKED)
    exact = facts.sum is not None and shows_exactly(facts.sum, decimals[0]) and shows_exactly(facts.value, decimals[3])
    return Line(words, shown(facts.value, decimals[3]), STANDS, sign="" if exact else equals(exact))


def pooled_tail(facts: ColumnFacts, decimals: tuple[int, int, int, int], secret: bool) -> tuple[Run, ...]:
    """Return what stands behind the box in Present: nothing, or ÷ 4 = 1.50."""
    if facts.pooling == "max":
        return ()
    mean = _mean(facts, decimals, secret)
    hidden = Run(text("predict.hidden"), "now_text")
    begin = DIVIDE, Run(str(facts.divisor)) if facts.divisor else hidden
    if mean.how == ASKED:
        return (*begin, Run(" = ", "dim", bold=False), hidden)
    return (*begin, Run(f" {mean.sign or equals(True)} ", "dim", bold=False), Run(mean.number, "output_text"))


def pooled_runs(facts: ColumnFacts, decimals: tuple[int, int, int, int], secret: bool = False) -> tuple[Run, ...]:
    """Return what is made of a window on a line: max = 3, or sum 6 ÷ 4 = 1.50; with a "?" for what is not known."""
    hidden, sign = Run(text("predict.hidden"), "now_text"), Run(" = ", "dim", bold=False)
    total = None if secret else facts.lanes[0][1]
    known = hidden if total is None else Run(shown(total, decimals[0]))
    if facts.pooling == "max":
        return (
            Run(text("pooling.max"), "dim", bold=False),
            sign,
            known if total is None else known._replace(role="output_text"),
        )
    return (Run(f"{text('lanes.sum')} ", "dim", bold=False), known, *pooled_tail(facts, decimals, secret))


def stands_of(facts: ColumnFacts) -> float | None:
    """Return what stands of an output cell that is being made: a sum that is still to be divided is none of it."""
    if facts.value is not None or facts.pooling == "average":
        return facts.value
    return facts.sum


def told(terms: Terms, facts: ColumnFacts) -> Terms:
    """Return the terms of a pooling with the largest pixel, or the mean, as far as the column has it."""
    if not facts.pooling:
        return terms
    value = stands_of(facts)
    return terms.changed(summed=value is not None, total=value or 0.0)


def winner_marks(side: ShownSide, moment: Moment, places: Stage) -> tuple[Widget, ...]:
    """Return the marks on the pixel that has won, in the patch and in the image; none while it is not known."""
    found = winning(side.result, moment) if side.placed and side.asked is None else None
    if found is None:
        return ()
    cell, pixel, _ = found
    image = () if side.covered else marks("winner image", Pencil(places.image), (pixel,))
    return (*marks("winner patch", Pencil(places.products), (cell,)), *image)


def term_now(side: ShownSide, result: Result, moment: Moment) -> int | None:
    """Return the term that is ruled in the line: that in work, and once it stands the winner."""
    if moment.term is not None or side.asked is not None:
        return moment.term
    found = winning(result, moment)
    return None if found is None else found[2]


def pooled_room(result: Result, decimals: tuple[int, int, int, int]) -> tuple[Run, ...]:
    """Return the tail with numbers as wide as any that come; at its end one as wide as any in the box."""
    pooling, scenario = result.scenario.layer.pooling, result.scenario
    low, high = float(scenario.image.min()), float(scenario.image.max())
    places = scenario.kernel_size[0] * scenario.kernel_size[1]
    if pooling is None or pooling.kind == "max":
        return (Run(max((shown(low, decimals[0]), shown(high, decimals[0])), key=len)),)
    sums = tuple(shown(end * places, decimals[0]) for end in (low, high))
    means = tuple(shown(end, decimals[3]) for end in (low, high))
    return DIVIDE, Run(str(places)), Run(" = ", "dim", bold=False), Run(max((*sums, *means), key=len))


def pooled_sentence(scenario: Scenario) -> str:
    """Return "max pooling, 2 × 2, stride 2: one map for each channel, and no weights"."""
    pooling = scenario.layer.pooling
    kind = "max" if pooling is None else pooling.kind
    return text("pooling.sentence", operation=text(f"operation.{kind} pooling"), size=size_text(scenario.kernel_size))
