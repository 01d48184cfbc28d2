"""What makes the right answer, told after a wrong one: the terms of the sum, of the size, or the covered pixels."""

from __future__ import annotations

from ..core.convolution import products
from ..core.output_size import exact_quotient
from ..input.predict_intents import Question
from ..session.predict import answer_cell, answer_patch, answer_value, output_decimals
from ..session.state import State
from ..ui.frame import Frame
from ..words.numbers import equals, number, shows_exactly
from ..words.texts import text


def explained(frame: Frame, size: int, width: int, most: int) -> tuple[tuple[str, ...], int]:
    """Return the lines, at most so many of that width, and their font size: smaller where they are too many."""
    state = frame.state
    question = state.predict.question
    if question is Question.VALUE:
        return _sum_lines(frame, size, width, most)
    words = _size_words(state) if question is Question.SIZE else _patch_words(state)
    while size > 7 and len(frame.type.wrapped(words, size, False, width)) > most:
        size -= 1
    return frame.type.wrapped(words, size, False, width)[:most], size


def _sum_lines(frame: Frame, size: int, width: int, most: int) -> tuple[tuple[str, ...], int]:
    """Return the products and their sum; the middle of a long sum is left out."""
    state = frame.state
    decimals, value = output_decimals(state.scenario), answer_value(state)
    values = products(state.scenario, answer_cell(state)).ravel().tolist()
    terms = [number(term, decimals) for term in values]
    written = [f"({term})" if term.startswith("−") and index else term for index, term in enumerate(terms)]
    sign = equals(*(shows_exactly(each, decimals) for each in (value, *values)))
    end = f"{sign} {number(value, decimals)}"
    for count in range(min(len(written), 24), 0, -1):
        some = written if count == len(written) else [*written[: count - 1], "…", written[-1]]
        lines = frame.type.wrapped(f"{' + '.join(some)} {end}", size, False, width)
        if len(lines) <= most:
            return lines, size
    return (end,), size


def _size_words(state: State) -> str:
    """Return the formula of rows and of columns with its numbers."""
    scenario = state.scenario
    lines = []
    for axis, name in enumerate(("formula.rows", "formula.columns")):
        length, padding = scenario.image_size[axis], scenario.padding[axis]
        kernel, stride = scenario.kernel_size[axis], scenario.stride[axis]
        whole = exact_quotient(length, kernel, stride, padding, scenario.dilation[axis]).rounded_down
        lines.append(
            text(
                "predict.size_terms",
                axis=text(name),
                length=length,
                padding=padding,
                extent=scenario.kernel_extent[axis],
                stride=stride,
                quotient=whole,
                result=whole + 1,
            )
        )
    return "\n".join(lines)


def _patch_words(state: State) -> str:
    """Return the rows and columns that the kernel covers, padding told apart."""
    covered = answer_patch(state)
    words = []
    for axis, name in enumerate(("note.rows", "note.columns")):
        places = sorted({pixel[axis] for pixel in covered if 0 <= pixel[axis] < state.scenario.image_size[axis]})
        if not places:
            return text("note.only_padding")
        words.append(text(name, place=", ".join(str(place + 1) for place in places)))
    return text("predict.patch_terms", rows=words[0], columns=words[1])
