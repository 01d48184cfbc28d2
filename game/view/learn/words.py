"""What is said while a kernel learns: titles, what the gradient is, and the line of the weight that is looked at."""

from __future__ import annotations

from collections.abc import Callable

from ...core.learning import SUM
from ...session.facts.learn import LearnFacts
from ...session.learning import PARTS
from ...ui.frame import HEADING, SMALL, Frame
from ...ui.geometry import Rect
from ...ui.stage_learn import LearnStage
from ...ui.typeface import Typeface
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Run
from ...words.numbers import MINUS, equals, number, shows_exactly, size_text
from ...words.texts import text
from ..dot_product import factor
from ..frame import StillFrame
from ..titles import line
from ..written_lines import Line, width_of

WORDS = "dim"
LEAST_PLAIN = 1e-4
"""The least learning rate that is written with all its zeros."""

SHORT = {"error": "learn.error.short", "gradient": "learn.step.short"}
"""Titles of which a word stands for all where that has no room; what it means is said where it is pointed at."""


def amount(value: float, decimals: int = 2) -> str:
    """Return a loss, or a change of one: with two decimals, or where it is small with two digits that say something."""
    places = decimals
    while places < 6 and value and abs(value) < 10.0 ** (1 - places):
        places += 1
    return number(value, places)


def rate_text(rate: float) -> str:
    """Return a learning rate; one that would need many zeros as 2.5e-7."""
    if rate >= LEAST_PLAIN:
        return amount(rate)
    digits, power = f"{rate:.2e}".split("e")
    return f"{digits.rstrip('0').rstrip('.')}e{int(power)}".replace("-", MINUS)


def titles(frame: StillFrame, facts: LearnFacts, places: LearnStage, size: int, gap: int) -> tuple[Widget, ...]:
    """Return the titles of all that stands there, each with what is said beside it where that has room."""
    scenario = frame.side.result.scenario
    step = facts.shows >= PARTS.index("step")
    updates = text("learn.after.one") if facts.number == 1 else text("learn.after", count=facts.number)
    image, kernel, output, target = places.columns
    rows = (
        ("image", places.image.rect, image, text("grid.image"), "text", size_text(scenario.image_size)),
        ("kernel", places.kernel.rect, kernel, text("grid.kernel"), "kernel_text", updates),
        ("gradient", places.gradient.rect, kernel, _gradient(facts), _hue(step), ""),
        ("output", places.output.rect, output, text("learn.output"), "output_text", ""),
        ("error", places.error.rect, output, text("learn.error"), "error_text", ""),
        ("target", places.target.rect, target, text("learn.target"), "output_text", ""),
        ("loss", places.chart, target, text("learn.loss"), "now_text", _loss(facts)),
    )
    found: list[Widget] = []
    for name, rect, column, words, role, beside in rows:
        if rect.w and rect.h:
            found.extend(_title(frame, name, rect, column, words, role, beside, size, gap))
    return tuple(found)


def _gradient(facts: LearnFacts) -> str:
    """Return the title of the grid that the gradient has, and then the step."""
    if facts.shows < PARTS.index("step"):
        return text("learn.gradient")
    return text("learn.step.carried" if facts.momentum else "learn.step")


def _hue(step: bool) -> str:
    return "kernel_text" if step else "error_text"


def _loss(facts: LearnFacts) -> str:
    return amount(facts.now) if facts.shows >= PARTS.index("error") else ""


def _title(
    frame: StillFrame, name: str, rect: Rect, column: Rect, words: str, role: str, beside: str, size: int, gap: int
) -> tuple[Widget, ...]:
    """Return a title above a place, and words at the right end of its column, loud ones where they are a loss."""
    high, wide = round(size * 1.6), max(column.w, rect.w)
    loud = name == "loss"
    small = size if loud else round(size * 0.78)
    short = text(SHORT[name]) if name in SHORT else words
    is_short = words.startswith(short) and short != words and frame.type.width(words, size, True) > wide
    title = frame.type.shortened(short if is_short else words, size, True, wide)
    at = rect.y - high - gap
    head = line(frame, f"title {name}", (rect.x, at), high, title, size, role, bold=True)
    found: list[Widget] = [frame.explained(head, words) if is_short else head]
    taken, width = found[0].rect.w, frame.type.width(beside, small, loud)
    if beside and taken + size // 2 + width <= wide:
        place = Rect(rect.x + wide - width, at, width, high)
        found.append(frame.label(f"size {name}", place, beside, small, role if loud else "dim", bold=loud))
    return tuple(found)


def rule(frame: StillFrame, facts: LearnFacts, places: LearnStage) -> tuple[Widget, ...]:
    """Return what the gradient is, or what makes a step of it, where it has room."""
    if not places.rule.h:
        return ()
    size = frame.size(SMALL)
    place, step = places.rule, places.rule.h / 2
    whole, short = _rule_words(facts)
    said = frame.type.wrapped(whole, size, False, place.w)
    if len(said) > 2:
        said = frame.type.wrapped(short, size, False, place.w)
    return frame.lines("learn rule", place, said, step, size, "dim") if len(said) <= 2 else ()


def _rule_words(facts: LearnFacts) -> tuple[str, str]:
    """Return what makes the numbers of the grid above, and the same in fewer words."""
    if facts.shows >= PARTS.index("step"):
        what = "learn.rule.step.carried" if facts.momentum else "learn.rule.step"
        words = text(what, rate=rate_text(facts.rate))
        return words, words
    what = "learn.rule.sum" if facts.loss == SUM else "learn.rule"
    return text(what, count=facts.count), text("learn.rule.short")


def lines(frame: StillFrame, facts: LearnFacts, pointed: bool) -> Callable[[int, int], tuple[Line, Line]]:
    """Return what makes the line of the weight, and that of the loss beside it, for a width and a font size.

    pointed: its gradient is pointed at, so that line tells what it is the sum of.
    """

    def made(width: int, size: int) -> tuple[Line, Line]:
        right = _loss_line(facts)
        beside = width_of(frame.type, right, size)
        for end in (right, ()):
            room = width - (beside + size if end else 0)
            left = _left(frame.type, facts, pointed, room, size)
            if width_of(frame.type, left, size) <= room or not end:
                return left, end
        return (), ()

    return made


def _left(typeface: Typeface, facts: LearnFacts, pointed: bool, width: int, size: int) -> Line:
    if facts.secret:
        return (
            Run(text("learn.ask.now") + " ", WORDS, bold=False),
            Run(number(facts.old, 2), "kernel_text"),
            Run(". " + text("learn.ask"), "text", bold=False),
        )
    if facts.turned is not None and not pointed:
        return _turned(facts)
    if facts.shows < PARTS.index("sum") and not pointed:
        return (Run(text(f"learn.part.{facts.part}.says"), WORDS, bold=False),)
    if pointed or facts.part == "sum":
        return _terms(typeface, facts, width, size)
    return _step(facts)


def _step(facts: LearnFacts) -> Line:
    """Return what becomes of the weight: old − rate × gradient = new; with momentum, what goes on of the last step."""
    shown = [number(each, 2) for each in (facts.old, facts.slope, facts.new)]
    rate = rate_text(facts.rate)
    exact = [shows_exactly(each, 2) for each in (facts.old, facts.slope, facts.new)]
    exact.append(float(rate.replace(MINUS, "-")) == facts.rate)
    slope: Line = (
        Run(text("learn.line.gradient") + " ", WORDS, bold=False),
        Run(f"({shown[1]})", "error_text"),
    )
    if facts.momentum:
        carried = facts.momentum * facts.velocity
        exact.append(shows_exactly(carried, 2))
        slope = (
            Run("(", WORDS, bold=False),
            *slope,
            Run(" + " + text("learn.line.carried") + " ", WORDS, bold=False),
            Run(factor(carried, 2), "error_text"),
            Run(")", WORDS, bold=False),
        )
    return (
        Run(text("learn.line.old") + " ", WORDS, bold=False),
        Run(shown[0], "kernel_text"),
        Run("  −  " + text("learn.line.rate", rate=rate) + " × ", WORDS, bold=False),
        *slope,
        Run(f"  {equals(*exact)}  " + text("learn.line.new") + " ", WORDS, bold=False),
        Run(shown[2], "kernel_text"),
    )


def _terms(typeface: Typeface, facts: LearnFacts, width: int, size: int) -> Line:
    """Return what the gradient of the weight is the sum of: as many terms as there is room for, and the sum."""
    errors, pixels = (grid.ravel().tolist() for grid in facts.terms)
    sum_loss = facts.loss == SUM
    head = (
        Run(text("learn.line.gradient") + " = ", WORDS, bold=False),
        Run("2 × (" if sum_loss else f"2 ÷ {facts.count} × (", WORDS, bold=False),
    )
    exact = all(shows_exactly(each, 2) for each in (*errors, *pixels, facts.slope))
    tail: Line = (Run(f") {equals(exact)} ", WORDS, bold=False), Run(number(facts.slope, 2), "error_text"))
    more = (Run(" + …", WORDS, bold=False),)
    room = width - width_of(typeface, (*head, *tail), size)
    made, taken = list[Run](), 0
    for index, (error, pixel) in enumerate(zip(errors, pixels, strict=True)):
        one = (
            *((Run(" + ", WORDS, bold=False),) if index else ()),
            Run(factor(error, 2), "error_text"),
            Run(" × ", WORDS, bold=False),
            Run(factor(pixel, 2 if not float(pixel).is_integer() else 0), "text"),
        )
        taken += width_of(typeface, one, size)
        last = index == len(errors) - 1
        if taken + (0 if last else width_of(typeface, more, size)) > room:
            made.extend(more if index else (Run("…", WORDS, bold=False),))
            break
        made.extend(one)
    return (*head, *made, *tail)


def _turned(facts: LearnFacts) -> Line:
    """Return what a hand has done to the loss: the change, and the change over how far the weight was turned."""
    turned = facts.turned
    if turned is None:
        return ()
    change = turned.after - turned.loss
    return (
        Run(text("learn.line.loss") + " ", WORDS, bold=False),
        Run(amount(turned.loss, 3), "now_text"),
        Run(" → ", WORDS, bold=False),
        Run(amount(turned.after, 3), "now_text"),
        Run(": " + text("learn.line.change") + " ", WORDS, bold=False),
        Run(amount(change, 3), "now_text"),
        Run(f" ÷ {factor(turned.by, 2)} ≈ ", WORDS, bold=False),
        Run(amount(change / turned.by, 2), "text"),
        Run("; " + text("learn.line.was") + " ", WORDS, bold=False),
        Run(amount(turned.gradient, 2), "error_text"),
    )


def _loss_line(facts: LearnFacts) -> Line:
    if facts.shows < PARTS.index("error"):
        return ()
    loss = facts.now
    what = "learn.line.sum" if facts.loss == SUM else "learn.line.mean"
    sign = equals(shows_exactly(loss, 2))
    return Run(f"{text(what)} {sign} ", WORDS, bold=False), Run(amount(loss), "now_text")


def weight_words(facts: LearnFacts) -> str:
    """Return which weight is looked at."""
    words = text("learn.weight", row=facts.weight[0] + 1, column=facts.weight[1] + 1)
    if facts.asked is None or facts.secret:
        return words
    answered, right, tries = facts.asked
    goes = "up" if facts.new > facts.old else "down" if facts.new < facts.old else "stays"
    if answered == "told":
        return f"{words}. {text(f'learn.goes.{goes}')}"
    verdict = text("learn.verdict.right" if answered == goes else "learn.verdict.wrong")
    return f"{words}. {verdict} {text(f'learn.goes.{goes}')} {text('learn.tally', right=right, tries=tries)}"


def heading(frame: Frame) -> int:
    """Return the font size of the titles."""
    return frame.size(HEADING)
