"""Predict: what the right answer to a question is, and whether a person's is. Only verdicts may tell it."""

from __future__ import annotations

from math import prod

from ..core.convolution import patch_places
from ..core.scenario import Pair, Scenario
from ..input.mode_intents import Question
from .predict import answer_cell, last_asked
from .state import State, StillState

ANSWER, ROWS, COLUMNS = "answer", "answer rows", "answer columns"
ANSWER_CONTROLS = (ANSWER, ROWS, COLUMNS)
"""The controls in which an answer is typed."""


def answer_value(state: State) -> float:
    """Return the value that is asked for. Only verdicts may show it."""
    if state.stamped:
        from .stamp_asked import running_value

        return running_value(state.result, last_asked(state), answer_cell(state))
    return float(state.result.output[answer_cell(state)])


def answer_count(scenario: Scenario, question: Question) -> int:
    """Return how many maps a layer makes, or how many weights it has. Only verdicts may show it."""
    weights = scenario.layer.weights
    return len(weights) if question is Question.MAPS else prod(weights.shape)


def patch_at(scenario: Scenario, cell: Pair) -> frozenset[tuple[int, int]]:
    """Return the pixels, padding included, that make an output cell."""
    return frozenset(patch_places(scenario, cell))


def is_typed(state: StillState) -> bool:
    """Tell whether the value is typed: with integers, where it is asked for, and where all shades would be the same."""
    from .predict_numbers import all_integers
    from .predict_scale import scale_of

    scenario = state.result.scenario
    return state.predict.typed or all_integers(scenario) or not scale_of(scenario, running=state.stamped).has_shades


def value_is_right(state: State, typed: float) -> bool:
    """Judge a typed value."""
    from .predict_numbers import STAMPED, all_integers, output_decimals, terms_in, tolerance

    scenario, value = state.result.scenario, answer_value(state)
    integers, terms = all_integers(scenario), STAMPED if state.stamped else terms_in(scenario)
    return abs(typed - value) <= tolerance(value, terms, output_decimals(scenario), integers)


def patch_is_right(state: State) -> bool:
    """Judge the marked pixels: those of the image have to be exact; padding need not be marked, but not wrongly."""
    covered, marked = patch_at(state.scenario, answer_cell(state)), state.predict.marked
    rows, columns = state.scenario.image_size
    inside = frozenset((row, column) for row, column in covered if 0 <= row < rows and 0 <= column < columns)
    return inside <= marked <= covered


def shares(state: State) -> tuple[tuple[float, ...], int]:
    """Return the four shades to pick from, as shares −1 … 1 of the full hue, and the index of the right one."""
    from .predict_scale import scale_of, shares_at

    scenario = state.result.scenario
    scale = scale_of(scenario, running=state.stamped)
    return shares_at(scenario, scale, answer_cell(state), answer_value(state))
