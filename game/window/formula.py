"""The formula of the output size with the live numbers, and what the walk leaves uncovered."""

from __future__ import annotations

from ..core.coverage import corners_and_middle
from ..core.output_size import exact_quotient
from ..core.scenario import Scenario
from ..session.predict import coverage_shown, secrecy_of
from ..ui.frame import SMALL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area, Label, Run, Runs
from ..words.texts import text

AXES = ("formula.rows", "formula.columns")


def formula(frame: Frame, x: int, y: int, width: int) -> tuple[Widget, ...]:
    """Return the formula's lines from a place downward; one for both axes while they are the same."""
    px, unit = frame.layout.px, frame.layout.text
    scenario, hidden = frame.state.scenario, secrecy_of(frame.state).size
    widgets: list[Widget] = [_line_label(frame, "formula.title", Rect(x, y, width, px(30)))]
    y += px(34)
    same = _axis(scenario, 0) == _axis(scenario, 1)
    for axis in (0,) if same else (0, 1):
        if not same:
            widgets.append(_line_label(frame, AXES[axis], Rect(x, y, width, px(26))))
            y += px(27)
        for line, runs in enumerate(lines(scenario, axis, hidden)):
            size = _fitting(frame, runs, width)
            rect = Rect(x, y, width, px(32))
            widgets.append(Runs(name=f"formula {axis} {line}", rect=rect, unit=unit, runs=runs, size=size))
            y += px(32)
    y += px(8)
    if not hidden:
        widgets.extend(_note(frame, Rect(x, y, width, 0)))
    if coverage_shown(frame.state):
        widgets.extend(_corners(frame, Rect(x, widgets[-1].rect.bottom + px(20), width, 0)))
    return tuple(widgets)


def corners_words(scenario: Scenario) -> str:
    """Return the sentence about how often corners and middle are covered: what is seen of the reason for padding."""
    corners, middle = corners_and_middle(scenario)
    if corners == middle and corners[0] == corners[1]:
        return text("coverage.corners.same", middle=_times(middle))
    words = "coverage.corners.less" if corners[1] < middle[0] else "coverage.corners"
    return text(words, corners=_times(corners), middle=_times(middle))


def _times(ends: tuple[int, int]) -> str:
    low, high = ends
    if low < high:
        return text("coverage.from_to", low=low, high=high)
    return text("coverage.once") if low == 1 else text("coverage.times", count=low)


def _corners(frame: Frame, place: Rect) -> tuple[Label, ...]:
    size = frame.size(19.5)
    step = round(size * 1.38)
    wrapped = frame.type.wrapped(corners_words(frame.state.scenario), size, False, place.w)
    return tuple(
        Label(
            name=f"corners {index}",
            rect=Rect(place.x, place.y + index * step, place.w, step),
            unit=frame.layout.text,
            text=line,
            size=size,
        )
        for index, line in enumerate(wrapped)
    )


def _axis(scenario: Scenario, axis: int) -> tuple[int, ...]:
    return (
        scenario.image_size[axis],
        scenario.padding[axis],
        scenario.kernel_extent[axis],
        scenario.stride[axis],
    )


def lines(scenario: Scenario, axis: int, hidden: bool = False) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the two lines of an axis, e.g. "(8 + 2 × 1 − 3) ÷ 2 = 3.5" and "round down: 3 + 1 = 4".

    While the size is to be predicted, `hidden`, with "?" for all that follows from the numbers.
    """
    length, padding, extent, stride = _axis(scenario, axis)
    quotient = exact_quotient(length, scenario.kernel_size[axis], stride, padding, scenario.dilation[axis])
    whole = quotient.remainder == 0
    first = (
        Run("("),
        Run(str(length), "text"),
        Run(" + 2 × "),
        Run(str(padding), "dim"),
        Run(" − "),
        Run(str(extent), "kernel_text"),
        Run(") ÷ "),
        Run(str(stride), "now_text"),
        Run(text("formula.hidden") if hidden else quotient_words(quotient.value)),
    )
    if hidden:
        return first, (Run(text("formula.hidden.rest")), Run(text("predict.hidden"), "output_text"))
    second = (
        Run(text("formula.plus_one" if whole else "formula.round_down", quotient=quotient.rounded_down)),
        Run(str(quotient.rounded_down + 1), "output_text"),
    )
    return first, second


def quotient_words(value: float) -> str:
    """Return " = " and a quotient with as many decimals as it needs, at most three (an eighth); else " ≈ " and two."""
    short = f"{value:.3f}".rstrip("0").rstrip(".")
    return f" = {short}" if float(short) == value else f" ≈ {value:.2f}"


def _fitting(frame: Frame, runs: tuple[Run, ...], width: int) -> int:
    size = frame.size(21.5)
    while size > 9 and sum(frame.type.width(run.text, size, run.bold) for run in runs) > width:
        size -= 1
    return size


def _line_label(frame: Frame, words: str, rect: Rect) -> Label:
    return Label(
        name=words, rect=rect, unit=frame.layout.text, text=text(words), size=frame.size(SMALL), role="dim", bold=True
    )


def uncovered_words(frame: Frame) -> tuple[str, ...]:
    """Return the sentences about what no patch covers; none when everything is covered."""
    uncovered = frame.state.result.uncovered
    sentences: list[str] = []
    rows, columns = uncovered.trailing_rows, uncovered.trailing_columns
    if rows and columns:
        sentences.append(
            text("left_over.both", rows=_count("left_over.row", rows), columns=_count("left_over.column", columns))
        )
    elif rows:
        sentences.append(text("left_over.rows", rows=_count("left_over.row", rows), verb=_verb(rows)))
    elif columns:
        sentences.append(text("left_over.columns", columns=_count("left_over.column", columns), verb=_verb(columns)))
    skipped_rows, skipped_columns = uncovered.skipped_rows, uncovered.skipped_columns
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


def _note(frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return what is not covered, as a note; a quiet sentence when all is."""
    px, unit = frame.layout.px, frame.layout.text
    size = frame.size(19.5)
    sentences = uncovered_words(frame)
    inside = place.w - px(28)
    if not sentences:
        rect = Rect(place.x, place.y, place.w, px(30))
        return (Label(name="covered", rect=rect, unit=unit, text=text("covered.all"), size=size, role="dim"),)
    wrapped = [line for sentence in sentences for line in frame.type.wrapped(sentence, size, True, inside)]
    step = round(size * 1.38)
    area = Rect(place.x, place.y, place.w, px(24) + step * len(wrapped))
    labels = (
        Label(
            name=f"note {index}",
            rect=Rect(area.x + px(14), area.y + px(12) + index * step, inside, step),
            unit=unit,
            text=line,
            size=size,
            bold=True,
        )
        for index, line in enumerate(wrapped)
    )
    return Area(name="note", rect=area, unit=unit, role="now_quiet", radius=px(8)), *labels
