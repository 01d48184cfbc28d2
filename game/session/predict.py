"""Predict: what is asked now, what of the walk is kept secret until it is told, and when an answer is right.

All of it follows from the state. Whatever is drawn, explained or copied is what `shown` gathers, and so nothing leaks.
"""

from __future__ import annotations

import zlib
from functools import lru_cache

import numpy as np

from ..core.convolution import patch_corner
from ..core.scenario import Pair, Scenario
from ..input.intent import Intent
from ..input.mode_intents import Question
from ..play.phases import TOLERANCE
from ..play.playback import JUST_BEFORE, shown_position
from ..play.score import products_stand
from ..play.walk import place_of
from ..value import Value
from ..words.numbers import EXACTNESS, decimals_of, number, shows_exactly
from .state import State, StillState

LETTERS = "ABCD"
"""What the shades are called: a number would read as a value."""
COUNT = len(LETTERS)
PARTS = 5
"""Neighbouring shades lie a fifth of the whole scale apart."""


class Scale(Value):
    """The fixed scale of the output's shades: no output cell of this kernel can lie outside low … high."""

    low: float
    high: float

    @property
    def magnitude(self) -> float:
        """The magnitude that has the full hue."""
        return max(self.high, -self.low)


class Secrecy(Value):
    """What must not be shown now.

    size: the output's size, and all that tells it. patch: where the kernel stands. value: the value of the cell that is
    being made. cell: the output cell that the question is about. scale: the output's fixed scale, None without Predict.
    known: how many output cells may be told, in row order; None: all.
    """

    size: bool = False
    patch: bool = False
    value: bool = False
    cell: tuple[int, int] | None = None
    scale: Scale | None = None
    known: int | None = None

    @property
    def walk(self) -> bool:
        """Whether it must not be shown where the kernel stands on its way: what it covers, and what it leaves out."""
        return self.size or self.patch


ANSWER, ROWS, COLUMNS = "answer", "answer rows", "answer columns"
ANSWER_CONTROLS = (ANSWER, ROWS, COLUMNS)
"""The controls in which an answer is typed."""

OPEN = Secrecy()
"""Nothing is secret."""

OF_THE_SIZE = Secrecy(size=True, known=0)
"""What a stop of a tour keeps back that asks how large the output is."""


def secrecy_of(state: State) -> Secrecy:
    """Return what must not be shown in a state."""
    game, tour = state.predict, state.tour
    if not game.on:
        return OPEN if tour is None or not tour.keeps_size else OF_THE_SIZE
    step, hidden = asked_step(state), is_hidden(state)
    question = game.question
    told = question is Question.VALUE and not hidden
    _, local = place_of(state.scenario, state.steps if step is None else step)
    known = int(local) + (told and step is not None)
    return Secrecy(
        size=hidden and question is Question.SIZE,
        patch=hidden and question is Question.PATCH,
        value=hidden and question is Question.VALUE,
        cell=None if step is None else divmod(int(local), state.scenario.output_size[1]),
        scale=scale_of(state.scenario),
        known=0 if hidden and question is Question.SIZE else known,
    )


def coverage_shown(state: State) -> bool:
    """Tell whether the coverage stands in the place of the pixels: not while it would answer the open question."""
    return state.interface.coverage and not secrecy_of(state).walk


def keeps_coverage(state: State, intent: Intent) -> str | None:
    """Refuse to show the coverage while it would answer the open question."""
    asks = intent.begins == "coverage" and not state.interface.coverage and secrecy_of(state).walk
    return "predict.no_coverage" if asks else None


def scale_of(scenario: Scenario) -> Scale:
    """Return the kernel's bounds: the sum of its negative and of its positive weights, times white.

    Of a layer they are those of all its filters; see `_scale_of_layer`.
    """
    if not scenario.is_plain:
        return _scale_of_layer(scenario)
    kernel = scenario.kernel
    low, high = float(kernel[kernel < 0].sum()), float(kernel[kernel > 0].sum())
    return Scale(low * scenario.white + 0.0, high * scenario.white + 0.0)


def _scale_of_layer(scenario: Scenario) -> Scale:
    """Return what the values of a layer cannot be outside of, whatever the pixels are.

    It follows from what pixels can be, from −white where any is negative, else from 0, to white, from the padding's
    value, the weights, the biases, and the activation, which never makes more of less.
    """
    from ..core.activations import ACTIVATIONS  # not before a layer is asked about

    layer, white = scenario.layer, scenario.white
    fill, negative = layer.padding.fill, any(bool((channel < 0).any()) for channel in scenario.channels)
    least, most = min(fill, -white if negative else 0.0), max(fill, white)
    axes = (1, 2, 3)
    below, above = np.minimum(layer.weights, 0).sum(axis=axes), np.maximum(layer.weights, 0).sum(axis=axes)
    lows, highs = below * most + above * least + layer.bias, above * most + below * least + layer.bias
    function = ACTIVATIONS[layer.activation].function
    low, high = function(np.array([lows.min()]))[0], function(np.array([highs.max()]))[0]
    return Scale(float(low) + 0.0, float(high) + 0.0)


def asked_step(state: State) -> int | None:
    """Return the step (from 0) that the question is about; None at the end, where nothing is left to ask."""
    walks_in = state.predict.question is Question.PATCH
    position = state.playback.position if walks_in else shown_position(state.playback, state.steps)
    step = int(position + TOLERANCE)
    return step if step < state.steps else None


def asked_about(state: State) -> object:
    """Return what the open question depends on: when it becomes another, it is asked anew. None: nothing is asked."""
    scenario, step = state.scenario, asked_step(state)
    walk = scenario.walk
    if state.predict.question is Question.SIZE:
        return walk
    if step is None:
        return None
    return (step, walk) if state.predict.question is Question.PATCH else (step, scenario)


def is_hidden(state: State) -> bool:
    """Tell whether a question waits for its answer."""
    game = state.predict
    return game.on and not game.told and (game.question is Question.SIZE or asked_step(state) is not None)


def at_question(state: State) -> bool:
    """Tell whether the walk has come to the question, and may not go on before it is answered or told."""
    if not is_hidden(state):
        return False
    if state.predict.question is not Question.VALUE:
        return True
    step = asked_step(state)
    return step is not None and state.playback.position >= step + products_stand(state.lanes) - TOLERANCE


def position_shown(state: State) -> float:
    """Return the position whose picture is shown: while a question is open, never one that would answer it."""
    shown = shown_position(state.playback, state.steps)
    if not is_hidden(state):
        return shown
    step = asked_step(state)
    if step is None or state.predict.question is Question.SIZE:
        return 0.0
    if state.predict.question is Question.PATCH:
        return float(step)
    return min(shown, step + products_stand(state.lanes) - JUST_BEFORE)


def next_question(state: State) -> float | None:
    """Return the position at which the walk has to halt next on its way forward; None when nowhere before the end."""
    if state.predict.question is Question.SIZE:
        return 0.0 if is_hidden(state) else None
    step = asked_step(state)
    if step is None:
        return None
    ahead = step if is_hidden(state) else step + 1
    position = ahead + (products_stand(state.lanes) if state.predict.question is Question.VALUE else 0.0)
    return position if position < state.steps else None


def answer_cell(state: State) -> Pair:
    """Return the output cell that is asked about, or that was the last one."""
    step = asked_step(state)
    _, local = place_of(state.scenario, state.steps - 1 if step is None else step)
    return divmod(int(local), state.scenario.output_size[1])


def cell_of(secrecy: Secrecy, scenario: Scenario) -> Pair:
    """Return the same of what is secret in a game: the output cell that is asked about, or the last one."""
    return secrecy.cell or divmod(scenario.map_steps - 1, scenario.output_size[1])


def answer_value(state: State) -> float:
    """Return the value that is asked for. Only verdicts may show it."""
    return float(state.result.output[answer_cell(state)])


def patch_at(scenario: Scenario, cell: Pair) -> frozenset[tuple[int, int]]:
    """Return the pixels, padding included, that make an output cell."""
    top, left = patch_corner(scenario, cell)
    down, across = scenario.dilation
    rows, columns = scenario.kernel_size
    return frozenset((top + row * down, left + column * across) for row in range(rows) for column in range(columns))


def all_integers(scenario: Scenario) -> bool:
    """Tell whether all pixels, weights and biases are integers, so that all products and sums are."""
    layer = scenario.layer
    grids = (*scenario.channels, layer.weights, layer.bias)
    return layer.padding.fill.is_integer() and all(decimals_of(each) == 0 for each in grids)


def is_typed(state: StillState) -> bool:
    """Tell whether the value is typed: with integers, where it is asked for, and where a kernel of 0 has no shades."""
    scenario = state.scenario
    return state.predict.typed or not output_decimals(scenario) or not scale_of(scenario).magnitude


def output_decimals(scenario: Scenario) -> int:
    """Return the decimals of output cells in Predict, which tell nothing about their values."""
    return 0 if scenario.layer.activation in WHOLE and all_integers(scenario) else 2


WHOLE = ("none", "relu")
"""Activations that make whole numbers of whole ones."""


def tolerance(value: float, terms: int, decimals: int, exact: bool = False) -> float:
    """Return how far a typed value may lie from the true one.

    Half a unit of the last shown place for each rounded product, and for the sum itself. Where products and sum are
    shown exactly (`exact`: all are integers) nothing is rounded, and nothing is to be forgiven.
    """
    noise = EXACTNESS * max(1.0, abs(value))
    if exact and shows_exactly(value, decimals):
        return noise
    return _last_place(value, decimals) / 2 * (terms + 1) + noise


def _last_place(value: float, decimals: int) -> float:
    """Return one unit of the last place in which a value is shown."""
    shown = number(value, decimals).lstrip("−≈")
    mantissa, _, exponent = shown.partition("e")
    places = decimals if shown == "0" else len(mantissa.partition(".")[2])
    return float(10.0 ** (int(exponent or 0) - places))


def value_is_right(state: State, typed: float) -> bool:
    """Judge a typed value."""
    scenario, value = state.result.scenario, answer_value(state)
    decimals, terms = output_decimals(scenario), scenario.kernel.size * len(scenario.lanes)
    return abs(typed - value) <= tolerance(value, terms, decimals, not decimals)


def patch_is_right(state: State) -> bool:
    """Judge the marked pixels: those of the image have to be exact; padding need not be marked, but not wrongly."""
    covered, marked = patch_at(state.scenario, answer_cell(state)), state.predict.marked
    rows, columns = state.scenario.image_size
    inside = frozenset((row, column) for row, column in covered if 0 <= row < rows and 0 <= column < columns)
    return inside <= marked <= covered


def shares(state: State) -> tuple[tuple[float, ...], int]:
    """Return the four shades to pick from, as shares −1 … 1 of the full hue, and the index of the right one."""
    return shares_at(state.scenario, scale_of(state.scenario), answer_cell(state), answer_value(state))


def shares_at(scenario: Scenario, scale: Scale, cell: Pair, value: float) -> tuple[tuple[float, ...], int]:
    """Return four shades from low to high, as shares of the full hue, and the index of the right one.

    Which of them is the right one follows from the scenario and the cell alone, and looks random.
    """
    magnitude = scale.magnitude or 1.0
    numbers = f"{cell} {scenario.seed} {scenario.kernel.tobytes()!r} {value!r}"
    return _spread(scale.low / magnitude, scale.high / magnitude, value / magnitude, zlib.crc32(numbers.encode()))


@lru_cache(maxsize=16)
def _spread(low: float, high: float, right: float, chance: int) -> tuple[tuple[float, ...], int]:
    """Return four neighbours at equal distance that hold the right share; chance chooses among those that fit."""
    apart = (high - low) / PARTS or 1.0
    below = min(COUNT - 1, int((right - low) / apart + 1e-9))
    above = min(COUNT - 1, int((high - right) / apart + 1e-9))
    first, last = max(0, COUNT - 1 - above), below  # how many may lie below it
    index = first + (chance >> 4) % (max(last, first) - first + 1)
    return tuple(right + (place - index) * apart for place in range(COUNT)), index
