"""The formula of the output size with the live numbers, and what the walk leaves uncovered."""

from __future__ import annotations

from math import prod

from ..core.coverage import Lines
from ..core.output_size import AxisFacts
from ..input.intent import FORMULA
from ..session.facts.formula import FormulaFacts
from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area, Label, Run, Runs, Term
from ..ui.widgets.stepping import with_neighbours
from ..words.texts import many, text

AXES = (("formula.row", "formula.of_rows"), ("formula.column", "formula.of_columns"))
"""What one, and what several, of an axis are called."""
APART = 4  # units between the lines of rows and of columns
PARTS = (" rows", " columns")  # end the names of the numbers where the axes differ
WORDS = 19.5  # font size in units of the sentences under the formula
LINE = 1.38  # the distance of their lines, in font sizes


def formula(facts: FormulaFacts, frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return the formula's lines from a place downward: of one for both axes while they are the same.

    Else the last line of each says of what it tells: "3 + 1 = 4 columns".
    """
    px, (x, y, width, _) = frame.px, place
    widgets: list[Widget] = [_line_label(frame, "formula.title", Rect(x, y, width, px(30)))]
    y += px(34)
    same = facts.axes[0] == facts.axes[1]
    for axis in (0,) if same else (0, 1):
        y += px(APART) * axis
        found = lines(facts.axes[axis], facts.secret)
        for line, runs in enumerate(found if same else _of_axis(found, axis, facts)):
            size, rect = _fitting(frame, runs, width), Rect(x, y, width, px(32))
            widgets += _terms(frame, runs, size, rect, "" if same else PARTS[axis])
            widgets.append(Runs(name=f"formula {axis} {line}", rect=rect, unit=frame.unit, runs=runs, size=size))
            y += px(32)
    widgets = with_neighbours(widgets)
    for name, runs in counts(facts):
        size, rect = _fitting(frame, runs, width), Rect(x, y, width, px(32))
        widgets.append(Runs(name=f"formula {name}", rect=rect, unit=frame.unit, runs=runs, size=size))
        y += px(32)
        if name == "weights" and facts.weights is not None:
            names = fitted(frame, text(weights_names(facts)), width)
            widgets.append(frame.label("formula weights names", Rect(x, y - px(4), width, px(26)), *names, "dim"))
            y += px(24)
    y += px(8)
    if not facts.secret:
        widgets.extend(_note(facts.uncovered, frame, Rect(x, y, width, 0)))
    told = met_words(facts) if facts.met else corners_words(*facts.corners) if facts.corners is not None else ""
    if told:
        size, place = frame.size(WORDS), Rect(x, widgets[-1].rect.bottom + px(20), width, 0)
        wrapped = frame.type.wrapped(told, size, False, width)
        widgets.extend(frame.lines("corners", place, wrapped, round(size * LINE), size))
    return tuple(widgets)


def _of_axis(told: tuple[tuple[Run, ...], ...], axis: int, facts: FormulaFacts) -> tuple[tuple[Run, ...], ...]:
    """Return the lines of an axis, the last of them with what it counts."""
    *before, last = told
    one = facts.axes[axis].outputs == 1 and not facts.secret
    return *before, (*last, Run(text(AXES[axis][0 if one else 1])))


def weights_names(facts: FormulaFacts) -> str:
    """Return the key of the words that say what the factors of the weights are."""
    if not facts.groups_stamped:
        return "formula.weights.names.shared" if facts.groups > 1 else "formula.weights.names"
    return "formula.weights.names.grouped" if facts.groups_stamped > 1 else "formula.weights.names.transposed"


def counts(facts: FormulaFacts) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    """Return how many maps there are, and weights, e.g. "4 filters → 4 maps" and "weights: 4 × 3 × 2 × 2 = 48".

    A pooling makes a map of each channel, and has none: "3 channels → 3 maps", "weights: none".
    """
    whole = (("parameters", _parameters(facts.parameters)),) if facts.parameters else ()
    if facts.pooled:
        made = _maps(Run(many("channel", facts.pooled), "text"), facts.pooled, facts.secret)
        return ("maps", made), ("weights", (Run(text("formula.weights")), Run(text("formula.weights.none")))), *whole
    if facts.weights is None:
        return whole
    filters = facts.weights[0]
    maps = _maps(Run(many("filter", filters), "kernel_text"), filters, facts.secret)
    factors = " × ".join(map(str, facts.laid_out))
    weights = Run(f"{text('formula.weights')}{factors} = "), Run(str(prod(facts.weights)), "kernel_text")
    return ("maps", maps), ("weights", weights), *whole


def _parameters(counts: tuple[int, ...]) -> tuple[Run, ...]:
    """Return the parameters of a network's layers and of all: "parameters: 40 + 650 = 690"."""
    head, total = Run(text("formula.parameters")), Run(str(sum(counts)), "kernel_text")
    return (head, total) if len(counts) == 1 else (head, Run(f"{' + '.join(map(str, counts))} = "), total)


def _maps(source: Run, count: int, secret: bool) -> tuple[Run, ...]:
    """Return of what so many maps are made."""
    maps = Run(text("predict.hidden") if secret else many("map", count), "output_text")
    return source, Run(text("formula.arrow")), maps


def _terms(frame: Frame, runs: tuple[Run, ...], size: int, line: Rect, ending: str) -> list[Term]:
    """Return the grounds of the numbers in a line that can be pointed at."""
    found, x = [], line.x
    for run in runs:
        width, name = frame.type.width(run.text, size, run.bold), f"{FORMULA}{run.part}{ending}"
        if run.part:
            tip, place = text(f"formula.part.{run.part}"), Rect(x, line.y, width, line.h).inset(-frame.px(4), 0)
            mood = frame.mood(name)
            found.append(Term(name=name, rect=place, unit=frame.unit, mood=mood, about=tip))
        x += width
    return found


def met_words(facts: FormulaFacts) -> str:
    """Return the sentence about how many stamps meet in a cell, e.g. "… cells get 1, 2 or 4 stamps"."""
    if len(facts.met) == 1:
        return text("coverage.stamps.even", count=many("stamp", facts.met[0]))
    (kernel, stride), (across, right) = ((axis.kernel, axis.stride) for axis in facts.axes)
    sizes = (str(one) if one == other else f"{one} × {other}" for one, other in ((kernel, across), (stride, right)))
    *first, last = facts.met
    return text("coverage.stamps", kernel=next(sizes), stride=next(sizes), first=", ".join(map(str, first)), last=last)


def corners_words(corners: tuple[int, int], middle: tuple[int, int]) -> str:
    """Return the sentence about how often corners and middle are covered: what is seen of the reason for padding.

    Of both there is the least and the greatest coverage.
    """
    if corners == middle and corners[0] == corners[1]:
        return text("coverage.corners.same", middle=_times(middle))
    words = "coverage.corners.less" if corners[1] < middle[0] else "coverage.corners"
    return text(words, corners=_times(corners), middle=_times(middle))


def _times(ends: tuple[int, int]) -> str:
    low, high = ends
    if low < high:
        return text("coverage.from_to", low=low, high=high)
    return text("coverage.once") if low == 1 else text("coverage.times", count=low)


def lines(axis: AxisFacts, secret: bool = False) -> tuple[tuple[Run, ...], ...]:
    """Return the lines of an axis, e.g. "(8 + 2 × 1 − 3) ÷ 2 = 3.5" and "round down: 3 + 1 = 4".

    Where the kernel is dilated, a line before them says how far it reaches. With ceil mode it is rounded up, and a line
    after them takes away a last window that would begin after the image. While the size is to be predicted, `secret`,
    with "?" for all that follows from the numbers.
    """
    if axis.output_padding is not None:
        from .formula_transposed import stamped_lines  # most layers are convolutions

        return stamped_lines(axis, secret)
    quotient, shortened = axis.quotient, axis.left_out and not secret
    before = (_extent(axis),) if axis.dilation > 1 else ()
    first = (
        Run("("),
        Run(str(axis.length), "text", part="length"),
        *_padding(axis),
        Run(" − "),
        Run(str(axis.extent), "kernel_text", part="extent" if axis.dilation == 1 else "reach"),
        Run(") ÷ "),
        Run(str(axis.stride), "now_text", part="stride"),
        Run(text("formula.hidden") if secret else quotient_words(quotient.value)),
    )
    way = text("formula.round_up" if axis.ceil else "formula.round_down")
    hidden, steps = text("predict.hidden"), axis.steps
    second = (
        *((Run(way),) if secret or quotient.remainder else ()),
        Run(hidden if secret else str(steps), part="steps"),
        Run(" + "),
        Run("1", part="first"),
        Run(" = "),
        Run(hidden if secret else str(steps + 1), "output_text", part="" if shortened else "output"),
    )
    return *before, first, second, *((_left_out(axis),) if shortened else ())


def _left_out(axis: AxisFacts) -> tuple[Run, ...]:
    """Return what takes away the last window, e.g. "one starts outside: 4 − 1 = 3"."""
    return (
        Run(text("formula.left_out")),
        Run(f"{axis.steps + 1} − 1 = "),
        Run(str(axis.outputs), "output_text", part="output"),
    )


def _padding(axis: AxisFacts) -> tuple[Run, ...]:
    """Return the padding, e.g. " + 2 × 1", or " + 1 + 2" where its two sides differ."""
    if axis.alike:
        return Run(" + 2 × "), Run(str(axis.before), "dim", part="padding")
    before, after = Run(str(axis.before), "dim", part="before"), Run(str(axis.after), "dim", part="after")
    return Run(" + "), before, Run(" + "), after


def _extent(axis: AxisFacts) -> tuple[Run, ...]:
    """Return how far the kernel reaches, e.g. "kernel extent: 2 × (3 − 1) + 1 = 5"."""
    return (
        Run(text("formula.extent")),
        Run(str(axis.dilation), "text", part="dilation"),
        Run(" × ("),
        Run(str(axis.kernel), "kernel_text", part="kernel"),
        Run(" − 1) + 1 = "),
        Run(str(axis.extent), "kernel_text"),
    )


def quotient_words(value: float) -> str:
    """Return " = " and a quotient with as many decimals as it needs, at most three (an eighth); else " ≈ " and two."""
    short = f"{value:.3f}".rstrip("0").rstrip(".")
    return f" = {short}" if float(short) == value else f" ≈ {value:.2f}"


def _fitting(frame: Frame, runs: tuple[Run, ...], width: int) -> int:
    size = frame.size(21.5)
    while size > 9 and sum(frame.type.width(run.text, size, run.bold) for run in runs) > width:
        size -= 1
    return size


def fitted(frame: Frame, words: str, width: int) -> tuple[str, int]:
    """Return words that fit into a width, and their font size: smaller, then shortened, where they are long."""
    size = max(9, frame.type.largest(words, width, False, frame.size(SMALL)))
    return frame.type.shortened(words, size, False, width), size


def _line_label(frame: Frame, words: str, rect: Rect) -> Label:
    return frame.label(words, rect, text(words), frame.size(SMALL), "dim", bold=True)


def uncovered_words(uncovered: Lines) -> tuple[str, ...]:
    """Return the sentences about what no patch covers; none when everything is covered."""
    rows, columns, skipped_rows, skipped_columns = uncovered
    sentences: list[str] = []
    if rows and columns:
        sentences.append(
            text("left_over.both", rows=_count("left_over.row", rows), columns=_count("left_over.column", columns))
        )
    elif rows:
        sentences.append(text("left_over.rows", rows=_count("left_over.row", rows), verb=_verb(rows)))
    elif columns:
        sentences.append(text("left_over.columns", columns=_count("left_over.column", columns), verb=_verb(columns)))
    if skipped_rows or skipped_columns:
        what = [_count("skipped.row", skipped_rows)] if skipped_rows else []
        what += [_count("skipped.column", skipped_columns)] if skipped_columns else []
        words = text("skipped.and", rows=what[0], columns=what[1]) if len(what) == 2 else what[0]
        sentences.append(text("skipped", what=words, verb=_verb(skipped_rows + skipped_columns)))
    return tuple(sentences)


def _count(words: str, count: int) -> str:
    return text(words if count == 1 else f"{words}.many", count=count)


def _verb(count: int) -> str:
    return text("verb.one" if count == 1 else "verb.many")


def _note(uncovered: Lines, frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return what is not covered, as a note; a quiet sentence when all is."""
    px, size, sentences = frame.px, frame.size(WORDS), uncovered_words(uncovered)
    if not sentences:
        rect = Rect(place.x, place.y, place.w, px(30))
        return (frame.label("covered", rect, text("covered.all"), size, "dim"),)
    inside = Rect(place.x + px(14), place.y + px(12), place.w - px(28), 0)
    wrapped = [line for sentence in sentences for line in frame.type.wrapped(sentence, size, True, inside.w)]
    step = round(size * LINE)
    area = Rect(place.x, place.y, place.w, px(24) + step * len(wrapped))
    ground = Area(name="note", rect=area, unit=frame.unit, role="now_quiet", radius=px(8))
    return ground, *frame.lines("note", inside, wrapped, step, size, bold=True)
