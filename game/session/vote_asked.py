"""What a class is asked: the question of the scene, or the value of the cell that is being made; and four answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import floor, log10, prod
from typing import TypeVar

import numpy as np

from ..core.grid import Grid, Pair
from ..core.mistakes import OF_ANY, lanes_of, size_mistakes, value_mistakes, weight_mistakes
from ..core.random_field import random_shares
from ..core.scenario import Scenario
from ..core.shares import before_shares
from ..files.tour import Question
from ..play.walk import place_of
from ..words.numbers import (
    AUTOMATIC,
    MINUS,
    NEARLY_ZERO,
    decimals_of,
    number,
    pair_text,
    shows_exactly,
    size_text,
)
from ..words.texts import many, text
from .naming import title_of
from .state import State
from .vote import Pictured, Vote, VoteLane

ANSWERS = 4
"""How many answers a question of the program has."""

VALUE = Question("value")
"""What is asked where the scene asks nothing."""

FEW = 24
"""How many near values are tried that could be true, before any others are."""

Answer = TypeVar("Answer", float, Pair, int)


def asked(state: State) -> Vote:
    """Return the vote on what the present scene asks."""
    run = state.tour
    question = VALUE if run is None or run.stop.question is None else run.stop.question
    title = title_of(state.scenario, state.path, state.result.edited[0]) if run is None else run.stop.title
    if question.kind == "choice":
        return Vote(title, question.words, question.answers, question.right)
    if question.kind == "size":
        return _of_size(state.scenario, title)
    return _of_weights(state.scenario, title) if question.kind == "weights" else _of_value(state, title)


def cell_asked(state: State) -> tuple[int, Pair]:
    """Return the filter and the output cell (row, column) that is being made; at the end, the last one."""
    scenario = state.scenario
    position = min(state.position_in_cells, scenario.steps - 1.0)
    filter_, local = place_of(scenario, position)
    return filter_, divmod(int(local + 1e-9), scenario.output_size[1])


def _of_value(state: State, title: str) -> Vote:
    result, scenario = before_shares(state.result), state.scenario
    filter_, cell = cell_asked(state)
    made, layer = result.maps[filter_], scenario.layer
    right, decimals = float(made[cell]), decimals_of(made, state.settings.decimals)
    exactly = shows_exactly(right, decimals)

    def written(value: float) -> str:
        return _written(value, decimals, exactly)

    low, high = (0.0, 1.0) if layer.activation == "sigmoid" else _bounds(layer.activation, made)
    near = _near(right, decimals, low, high)
    about = f"value {filter_} {cell}"
    mistakes = _typical(value_mistakes(result, filter_, cell), f"{scenario.seed} {about}")
    answers = _answers(right, mistakes, near, written)
    return _placed(title, _words(scenario, filter_), answers, scenario.seed, about, _lanes(state, filter_, cell))


def _typical(mistakes: dict[str, float], about: str) -> Iterator[float]:
    """Yield what mistakes give: what is this layer's own, the mean, of the others of any layer some, then all else.

    Which of those others come first follows from what is asked, so that a class does not see the same ones each time.
    """
    own = [name for name in mistakes if name.endswith("forgotten") or name.startswith("bias")]
    own = [name for name in own if name != "kernel forgotten"]
    first, *others = OF_ANY
    drawn = sorted(others, key=lambda name: _drawn(0, f"{about} {name}"))
    beside = [name for name in drawn if name.startswith("patch")]
    order = (*own, first, *(name for name in drawn if name not in beside[1:]), *mistakes)
    for name in dict.fromkeys(order):
        if name in mistakes:
            yield mistakes[name]


def _bounds(activation: str, made: Grid) -> tuple[float, float]:
    """Return between which values one may lie that could be true."""
    if activation == "tanh":
        return -1.0, 1.0
    return (0.0 if (made >= 0).all() else -np.inf), np.inf


def _words(scenario: Scenario, filter_: int) -> str:
    """Return the question about a value, with what is easily forgotten: bias and activation."""
    layer = scenario.layer
    if layer.pooling is not None:
        return text(f"vote.value.{layer.pooling.kind}")
    name = "" if layer.activation in ("none", "softmax") else text(f"activation.{layer.activation}")
    bias = float(layer.bias[filter_])
    if not bias:
        return text("vote.value.activation", activation=name) if name else text("vote.value")
    said = number(bias, decimals_of(layer.bias))
    return text("vote.value.both", bias=said, activation=name) if name else text("vote.value.bias", bias=said)


def _lanes(state: State, filter_: int, cell: Pair) -> Pictured:
    scenario = state.scenario
    lanes = lanes_of(state.result, filter_, cell)
    kernels = [lane.kernel for lane in lanes if lane.kernel is not None]
    return Pictured(
        lanes=tuple(
            VoteLane(lane.channel, _rows(lane.patch), None if lane.kernel is None else _rows(lane.kernel))
            for lane in lanes
        ),
        channels=len(scenario.channels),
        white=scenario.white,
        magnitude=max((float(np.abs(kernel).max()) for kernel in kernels), default=1.0),
        decimals=(
            decimals_of(np.array(scenario.channels), state.settings.decimals),
            decimals_of(np.array(kernels), state.settings.decimals) if kernels else 0,
        ),
    )


def _rows(grid: Grid) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(map(float, row)) for row in grid)


def _of_size(scenario: Scenario, title: str) -> Vote:
    right = scenario.output_size

    def near() -> Iterator[Pair]:
        for by in range(1, ANSWERS * 2):
            yield right[0] + by, right[1] + by
            if min(right) > by:
                yield right[0] - by, right[1] - by

    answers = _answers(right, size_mistakes(scenario).values(), near(), size_text)
    shown = Pictured(lines=_size_lines(scenario))
    return _placed(title, text("vote.size"), answers, scenario.seed, "size", shown)


def _of_weights(scenario: Scenario, title: str) -> Vote:
    right = 0 if scenario.layer.pooling is not None else prod(scenario.layer.weights.shape)
    each = prod(scenario.kernel_size)

    def near() -> Iterator[int]:
        for by in range(1, ANSWERS * 2):
            yield right + by * each
            if right > by * each:
                yield right - by * each

    answers = _answers(right, weight_mistakes(scenario).values(), near(), str)
    shown = Pictured(lines=_weight_lines(scenario))
    return _placed(title, text("vote.weights"), answers, scenario.seed, "weights", shown)


def _size_lines(scenario: Scenario) -> tuple[str, ...]:
    """Return what the output's size follows from."""
    layer = scenario.layer
    pooling, padding = layer.pooling, layer.chosen_padding
    sides = pair_text(padding.pair) if padding.pair is not None else ", ".join(
        str(getattr(padding, side)) for side in ("top", "bottom", "left", "right")
    )  # fmt: skip
    lines = [
        text("vote.image", size=size_text(scenario.pixel_size)),
        text("vote.window" if pooling is not None else "vote.kernel", size=size_text(scenario.kernel_size)),
        text("vote.stride", stride=pair_text(layer.chosen_stride)),
        text("vote.padding", padding=sides),
    ]
    if scenario.dilation != (1, 1):
        lines.append(text("vote.dilation", dilation=pair_text(scenario.dilation)))
    if pooling is not None and pooling.ceil_mode:
        lines.append(text("vote.ceil"))
    if layer.is_transposed:
        lines.insert(0, text("vote.transposed"))
        lines.append(text("vote.output_padding", padding=pair_text(layer.output_padding)))
    return tuple(lines)


def _weight_lines(scenario: Scenario) -> tuple[str, ...]:
    """Return what the number of weights follows from."""
    layer = scenario.layer
    lines = [many("channel", len(scenario.channels))]
    if layer.pooling is not None:
        return (*lines, text("vote.window", size=size_text(scenario.kernel_size)))
    lines += [many("filter", layer.filters), text("vote.kernel", size=size_text(scenario.kernel_size))]
    if layer.groups > 1:
        lines.append(text("vote.groups", groups=layer.groups))
    return tuple(lines)


def _near(right: float, decimals: int, low: float, high: float) -> Iterator[float]:
    """Return values near the right one without end: first those that lie between two bounds."""
    size = abs(right)
    step = max(10.0**-decimals, 10.0 ** floor(log10(size)) / 10.0 if size > 0 else 0.0)
    if decimals and size < 1.0:
        step = max(step, 0.1)
    both = (right + sign * by * step for by in range(1, FEW) for sign in (1, -1))
    yield from (value for value in both if low <= value <= high)
    by = 1
    while True:
        yield right + by * step
        by += 1


def _written(value: float, decimals: int, exactly: bool) -> str:
    """Return a value as it is shown; where the right one is shown exactly, others have the decimals that they need."""
    if value == 0:
        value = 0.0  # −0 is none
    enough = not exactly or shows_exactly(value, decimals)
    return number(value, decimals if enough else max(decimals, AUTOMATIC))


def _answers(
    right: Answer, mistakes: Iterable[Answer], near: Iterable[Answer], written: Callable[[Answer], str]
) -> tuple[str, ...]:
    """Return four answers that are all different as shown, the right one first."""
    found = {_read(written(right)): written(right)}
    for values in (mistakes, near):
        for value in values:
            if len(found) == ANSWERS:
                return tuple(found.values())
            found.setdefault(_read(written(value)), written(value))
    return tuple(found.values())


def _read(shown: str) -> str:
    """Return what a shown answer is taken for: the same number is the same, however it is written."""
    plain = shown.replace(MINUS, "-")
    if shown == NEARLY_ZERO:
        return "0"
    try:
        return repr(float(plain) + 0.0)
    except ValueError:
        return shown


def _placed(title: str, words: str, answers: tuple[str, ...], seed: int, about: str, shown: Pictured) -> Vote:
    """Return a vote with the answers in an order that follows from the seed and from what is asked."""
    order = tuple(sorted(answers, key=lambda answer: _drawn(seed, f"{about} {answer}")))
    return Vote(title, words, order, order.index(answers[0]), shown)


def _drawn(seed: int, words: str) -> float:
    """Return a number that follows from words, to put them in an order that looks like none."""
    return float(random_shares(seed, 1, name=words)[0])
