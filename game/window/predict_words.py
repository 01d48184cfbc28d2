"""What the panel of Predict says: the question, what became of it, and what makes the right answer."""

from __future__ import annotations

from collections.abc import Callable

from ..core.grid import Pair
from ..core.output_size import AxisFacts
from ..input.mode_intents import Question
from ..session.facts.predict import Answer, PredictFacts, Terms
from ..session.predict_scale import LETTERS
from ..ui.frame import Frame
from ..words.numbers import equals, full, number, shows_exactly, size_text
from ..words.texts import many, text


def heading(facts: PredictFacts) -> tuple[str, str]:
    """Return the panel's heading and the line under it."""
    game = facts.game
    kind = game.question.value
    if facts.waits:
        form = "number" if game.question is Question.VALUE and facts.typed else kind
        return asked(facts), text(f"predict.hint.{form}", **_counts(facts.layer))
    if facts.answer is None and facts.unasked:
        return text(f"predict.{facts.unasked}"), text(f"predict.{facts.unasked}.hint")
    if facts.answer is None:
        return text("predict.end"), text("predict.end.hint")
    verdict = text("predict.right" if game.was_right else "predict.wrong") if game.answered else text("predict.told")
    return verdict, truth(facts, facts.answer)


def asked(facts: PredictFacts) -> str:
    """Return the question; beside stamps it is about a cell with a ring around it."""
    if facts.stamped and facts.closing:
        return text("predict.question.stamp.before", activation=text(f"activation.{facts.closing}"))
    kind = facts.game.question.value
    return text("predict.question.stamp") if facts.stamped else text(f"predict.question.{kind}")


def _counts(layer: Pair | None) -> dict[str, str]:
    """Return what a question about weights says of the layer: its filters, and the channels that each sees."""
    return {} if layer is None else {"filters": many("filter", layer[0]), "channels": many("channel", layer[1])}


def truth(facts: PredictFacts, answer: Answer) -> str:
    """Return the sentence that tells the answer."""
    question, given = facts.game.question, facts.game.given
    if question is Question.SIZE:
        told = text("predict.truth.size", size=size_text(answer.size))
        said = facts.game.answered and not facts.game.was_right
        return text("predict.you_said", truth=told, given=" × ".join(full(part) for part in given)) if said else told
    if question is Question.PATCH:
        return text("predict.truth.patch")
    if question.counts:
        return _truth_of_a_count(facts, answer)
    exact, shown = shows_exactly(answer.value, facts.decimals), number(answer.value, facts.decimals)
    if not facts.typed:
        return _truth_of_a_shade(facts.game.shade, answer.shade, exact, shown)
    told = text("predict.truth.value" if exact else "predict.truth.rounded", value=shown)
    return text("predict.you_said", truth=told, given=full(given[0])) if given else told


def _truth_of_a_count(facts: PredictFacts, answer: Answer) -> str:
    """Return the sentence that tells how many maps or weights there are, and from what that follows."""
    filters, seen, rows, columns = answer.factors
    if facts.game.question is Question.MAPS:
        of = {"filters": many("filter", filters), "channels": many("channel", filters)}
        words = "predict.truth.maps.pooling" if facts.pools else "predict.truth.maps"
        told = text(words, maps=many("map", filters), **of)
    else:
        each = {"filters": many("filter", filters), "channels": many("channel", seen), "rows": rows, "columns": columns}
        told = text("predict.truth.weights", count=answer.count, **each)
    wrong = facts.game.answered and not facts.game.was_right
    return text("predict.you_said", truth=told, given=full(facts.game.given[0])) if wrong else told


def _truth_of_a_shade(picked: int | None, right: int, exact: bool, value: str) -> str:
    """Return the sentence that tells which shade it is, and which one was picked in its place."""
    words = "predict.truth.value.shade" if exact else "predict.truth.rounded.shade"
    told = text(words, letter=LETTERS[right], value=value)
    if picked is None or picked == right:
        return told
    return text("predict.you_said", truth=told, given=LETTERS[picked])


def explained(
    facts: PredictFacts, terms: Terms, frame: Frame, size: int, width: int, most: int
) -> tuple[tuple[str, ...], int]:
    """Return the lines, at most so many of that width, and their font size: smaller where they are too many."""
    question = facts.game.question
    if question is Question.VALUE and facts.answer is not None:
        return _sum_lines(terms, facts.answer.value, facts.decimals, frame, size, width, most), size
    words = _size_words(terms) if question is Question.SIZE else _patch_words(terms)
    while size > 7 and len(frame.type.wrapped(words, size, False, width)) > most:
        size -= 1
    return frame.type.wrapped(words, size, False, width)[:most], size


def _sum_lines(
    added: Terms, value: float, decimals: int, frame: Frame, size: int, width: int, most: int
) -> tuple[str, ...]:
    """Return the products, or the sums of channels, and their sum; the middle of a long one is left out."""
    terms = [number(term, decimals) for term in added.added]
    heads = [f"{letter} " for letter in added.letters] + [""] * (len(terms) - len(added.letters))
    written = [
        head + (f"({term})" if term.startswith("−") and (index or head) else term)
        for index, (head, term) in enumerate(zip(heads, terms, strict=True))
    ]
    if added.pooling:
        return _pooled_lines(added, value, decimals, frame, size, width, most)
    total = value if added.activation == "none" else added.sum
    sign = equals(*(shows_exactly(each, decimals) for each in (total, *added.added)))
    end = f"{sign} {number(total, decimals)}"
    if added.activation != "none":
        exact = equals(shows_exactly(total, decimals), shows_exactly(value, decimals))
        name = text(f"activation.{added.activation}")
        end += f"; {name}({number(total, decimals)}) {exact} {number(value, decimals)}"
    return _cut_lines(written, lambda some: f"{' + '.join(some)} {end}", end, frame, size, width, most)


def _pooled_lines(
    added: Terms, value: float, decimals: int, frame: Frame, size: int, width: int, most: int
) -> tuple[str, ...]:
    """Return the pixels of a window and the largest of them, or their sum, the divisor and the mean."""
    largest = added.pooling == "max"
    written = [number(term, decimals) for term in added.added]
    if not largest:
        written = [f"({term})" if term.startswith("−") and index else term for index, term in enumerate(written)]
    sign = equals(*(shows_exactly(each, decimals) for each in (value, *added.added)))
    end = f"{sign} {number(value, decimals)}"
    if largest:
        return _cut_lines(written, lambda some: f"max({', '.join(some)}) {end}", end, frame, size, width, most)
    end = f"÷ {added.divisor} {end}"
    return _cut_lines(written, lambda some: f"({' + '.join(some)}) {end}", end, frame, size, width, most)


def _cut_lines(
    written: list[str], said: Callable[[list[str]], str], end: str, frame: Frame, size: int, width: int, most: int
) -> tuple[str, ...]:
    """Return what is said of all terms on so many lines; the middle of too many is left out."""
    for count in range(min(len(written), 24), 0, -1):
        some = written if count == len(written) else [*written[: count - 1], "…", written[-1]]
        lines = frame.type.wrapped(said(some), size, False, width)
        if len(lines) <= most:
            return lines
    return (end,)


def _size_words(terms: Terms) -> str:
    """Return the formula of rows and of columns with its numbers."""
    names = ("formula.rows", "formula.columns")
    return "\n".join(_axis_words(text(name), axis) for name, axis in zip(names, terms.axes, strict=True))


def _axis_words(name: str, axis: AxisFacts) -> str:
    ways = "predict.padding" if axis.alike else "predict.padding.sides"
    padding = text(ways, before=axis.before, after=axis.after)
    numbers = {"length": axis.length, "padding": padding, "extent": axis.extent, "stride": axis.stride}
    if axis.output_padding is not None:
        more = axis.output_padding
        return text("predict.size_terms.transposed", axis=name, cut=padding, more=more, result=axis.outputs, **numbers)
    rounded = "predict.size_terms.up" if axis.ceil else "predict.size_terms"
    last = "predict.size_terms.left_out" if axis.left_out else "predict.size_terms.last"
    return text(rounded, axis=name, quotient=axis.steps, **numbers) + text(last, result=axis.outputs)


def _patch_words(terms: Terms) -> str:
    """Return the rows and columns that the kernel covers, padding told apart."""
    if not all(terms.covered):
        return text("note.only_padding")
    names = ("note.rows", "note.columns")
    rows, columns = (
        text(name, place=", ".join(str(place + 1) for place in places))
        for name, places in zip(names, terms.covered, strict=True)
    )
    return text("predict.patch_terms", rows=rows, columns=columns)
