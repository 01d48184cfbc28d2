"""The questions about a scenario: what is shown, what is asked for, and the answers, as HTML with gaps."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..core.grid import Grid
from ..core.operations import maps_of
from ..core.scenario import Scenario
from ..files.errors import FileProblem
from ..files.exported import Exported
from ..value import Single
from ..words.handout_texts import HANDOUT_TEXTS, handout_text
from ..words.numbers import size_text
from ..words.plain import plain
from .moodle_numbers import Answers, answers_of, as_asked, safe, shown
from .sheet import cell_title, image_tables, kernel_tables, settings_of
from .worked import Worked, cell_at, worked

MOST_FIELDS = 8
"""Rows, and columns, of a map that are asked for at once."""
MOST_NUMBERS = 1024
"""Pixels, and weights, that a question may show."""
MOST_PRODUCTS = 49
"""Products that are asked for one by one."""


class Question(Single):
    """A question: its name, its text as HTML, and the number that is asked for, None where the text has gaps."""

    name: str
    text: str
    asked: float | None
    answers: Answers


def questions_of(what: Exported) -> Iterator[Question]:
    """Yield the questions about a scenario and the cell that its walk is at.

    Raises FileProblem "export_many_numbers" for more than anybody would work with by hand.
    """
    layer = what.scenario.layer
    weights = 0 if layer.pooling is not None else layer.weights.size
    if max(what.scenario.pixel_tensor.size, weights) > MOST_NUMBERS:
        raise FileProblem("export_many_numbers", most=MOST_NUMBERS)
    scenario = as_asked(what.scenario)
    changed = scenario != what.scenario
    title = plain(scenario.name, " ").strip() or handout_text("untitled")
    given = _given(scenario, changed)
    maps = maps_of(scenario.tensor, scenario.layer)
    for number, values in enumerate(maps, 1):
        name, ask = ("map", "ask.map") if len(maps) == 1 else ("maps", "ask.maps")
        named = handout_text(f"question.{name}", title=title, filter=number)
        yield _map_question(named, given, handout_text(ask, filter=number), values)
    number, cell = cell_at(scenario, what.position)
    yield _cell_question(handout_text("question.cell", title=title), given, scenario, worked(scenario, number, cell))
    middle = worked(scenario, number, (maps.shape[1] // 2, maps.shape[2] // 2))
    answers = answers_of([middle.value])
    asked = _lines(handout_text("ask.value", cell=cell_title(scenario, middle)), _rounding(answers))
    yield Question(handout_text("question.value", title=title), given + asked, middle.value, answers)
    yield _size_question(title, scenario)
    if scenario.layer.pooling is None:
        yield from _count_questions(title, scenario)


def _lines(*lines: str) -> str:
    """Return lines as paragraphs; what stands in them is no HTML."""
    return "".join(f"<p>{safe(line)}</p>" for line in lines if line)


def _rounding(answers: Answers) -> str:
    return handout_text("round", decimals=answers.decimals) if answers.decimals else ""


def _explained(scenario: Scenario) -> str:
    """Return what the layer does, in words, without its size and its number of weights."""
    layer, pooling = scenario.layer, scenario.layer.pooling
    operation = pooling.operation if pooling else ("transposed " if layer.is_transposed else "") + "convolution"
    if pooling is not None and pooling.kind == "average" and not pooling.count_include_pad:
        operation += ".pixels"
    lines = [handout_text(f"what.{operation}"), settings_of(scenario, shown)]
    names = [f"mode.{layer.chosen_padding.mode}"] if pooling is None else []
    names += [f"then.{layer.activation}", "what.ceil" if pooling is not None and pooling.ceil_mode else ""]
    lines += [handout_text(name) for name in names if name in HANDOUT_TEXTS]
    if pooling is None and layer.groups > 1:
        lines.append(handout_text("what.groups", groups=layer.groups))
    return _lines(*lines)


def _given(scenario: Scenario, changed: bool) -> str:
    """Return all that the maps follow from: what the layer does, the image, the kernels."""
    image, weights = scenario.pixel_tensor, scenario.layer.chosen_weights
    grids = [*image, *(kernel for kernels in weights for kernel in kernels)] if not scenario.layer.pooling else [*image]
    titles = [table.title for table in (*image_tables(scenario), *kernel_tables(scenario))]
    tables = "".join(_grid(title, values) for title, values in zip(titles, grids, strict=True))
    return _explained(scenario) + (_lines(handout_text("as they stand")) if changed else "") + tables


def _grid(title: str, values: Grid) -> str:
    rows = ("".join(f"<td>{shown(value)}</td>" for value in row) for row in values.tolist())
    return _table(title, rows)


def _table(title: str, rows: Iterator[str]) -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table border="1" cellpadding="4"><caption>{safe(title)}</caption><tbody>{body}</tbody></table>'


def _map_question(name: str, given: str, ask: str, values: Grid) -> Question:
    part = values[:MOST_FIELDS, :MOST_FIELDS]
    answers, size = answers_of(part), size_text((values.shape[0], values.shape[1]))
    limits = {"rows": part.shape[0], "columns": part.shape[1]}
    less = "" if part.shape == values.shape else handout_text("ask.part", size=size, **limits)
    rows = ("".join(f"<td>{answers.field(value)}</td>" for value in row) for row in part.tolist())
    return Question(name, f"{given}{_lines(ask, less, _rounding(answers))}{_table('', rows)}", None, answers)


def _cell_question(name: str, given: str, scenario: Scenario, found: Worked) -> Question:
    """Return the question of one cell, worked out product by product."""
    layer, cell = scenario.layer, cell_title(scenario, found)
    if layer.pooling is not None:
        answers = answers_of([found.value])
        gap = f"<p>{safe(handout_text('fields.value'))}{answers.field(found.value)}</p>"
        return Question(
            name, given + _lines(handout_text("ask.pooled", cell=cell), _rounding(answers)) + gap, None, answers
        )
    products = [pixel * weight for lane in found.lanes for pixel, weight in zip(lane.pixels, lane.weights, strict=True)]
    answers = answers_of([*products, *(lane.total for lane in found.lanes), found.total, found.value])
    lines = [handout_text("ask.cell", cell=cell), _rounding(answers)]
    singly = len(products) <= MOST_PRODUCTS
    gaps = "".join(_lane_gaps(scenario, found, answers, singly))
    before = sum(map(answers.is_rounded, products)) * singly
    before += sum(answers.is_rounded(lane.total) for lane in found.lanes)
    summed = handout_text("fields.sum", bias=shown(found.bias)) if found.bias else handout_text("fields.products")
    after = handout_text("fields.after", activation=layer.activation)
    has_sum, has_after = bool(found.bias) or len(found.lanes) > 1, layer.activation != "none"
    for label, value in ((summed, found.total if has_sum else None), (after, found.value if has_after else None)):
        gaps += "" if value is None else f"<p>{safe(label)}{answers.field(value, before)}</p>"
    return Question(name, given + _lines(*lines) + gaps, None, answers)


def _lane_gaps(scenario: Scenario, found: Worked, answers: Answers, singly: bool) -> Iterator[str]:
    """Yield the gaps of each channel: its products, if they are few, and their sum."""
    for lane in found.lanes:
        if singly:
            products = (
                f"{shown(pixel)} × ({shown(weight)}) = {answers.field(pixel * weight)}<br>"
                for pixel, weight in zip(lane.pixels, lane.weights, strict=True)
            )
            yield f"<p>{''.join(products)}</p>"
        alone = len(scenario.channels) == 1
        label = handout_text("fields.products" if alone else "fields.lane", channel=lane.channel + 1)
        pairs = zip(lane.pixels, lane.weights, strict=True)
        before = sum(answers.is_rounded(pixel * weight) for pixel, weight in pairs) if singly else 0
        yield f"<p>{safe(label)}{answers.field(lane.total, before)}</p>"


def _size_question(title: str, scenario: Scenario) -> Question:
    pooled = ".pooled" if scenario.layer.pooling is not None else ""
    sizes = {"image": size_text(scenario.pixel_size), "kernel": size_text(scenario.layer.kernel_size)}
    answers = Answers(0)
    rows, columns = (answers.field(length) for length in scenario.output_size)
    gaps = handout_text("fields.size", rows=rows, columns=columns)
    text = _explained(scenario) + _lines(handout_text(f"ask.size{pooled}", **sizes)) + f"<p>{gaps}</p>"
    return Question(handout_text("question.size", title=title), text, None, answers)


def _count_questions(title: str, scenario: Scenario) -> Iterator[Question]:
    """Yield the questions how many weights there are, and where there are biases, with them."""
    layer = scenario.layer
    sizes = {"channels": layer.channels, "filters": layer.filters, "groups": layer.groups}
    sizes["kernel"] = size_text(layer.kernel_size)  # type: ignore[assignment]  # a text, as all of them become
    count = int(np.size(layer.weights))
    for name, asked in (("weights", count), ("learned", count + layer.filters if layer.bias.any() else 0)):
        if asked:
            text = _lines(handout_text(f"ask.{name}", **sizes))
            yield Question(handout_text(f"question.{name}", title=title), text, float(asked), Answers(0))
