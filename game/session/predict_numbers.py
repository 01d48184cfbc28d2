"""In what numbers Predict asks for a value, and how near an answer has to come to it."""

from __future__ import annotations

from ..core.scenario import Scenario
from ..words.numbers import EXACTNESS, decimals_of, number, shows_exactly

WHOLE = ("none", "relu", "softmax")
"""The activations that make an integer of an integer; before softmax the sum is asked for."""


def all_integers(scenario: Scenario) -> bool:
    """Tell whether all that the layer works with are integers, so that all products, sums and values are.

    A mean need not be one.
    """
    layer = scenario.layer
    if layer.pooling is not None:
        return layer.pooling.kind == "max" and not decimals_of(scenario.tensor)
    if layer.activation not in WHOLE or decimals_of([layer.padding.fill]):
        return False
    return not any(decimals_of(numbers) for numbers in (scenario.tensor, layer.weights, layer.bias))


def output_decimals(scenario: Scenario) -> int:
    """Return the decimals of output cells in Predict, which tell nothing about their values."""
    return 0 if all_integers(scenario) else 2


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


STAMPED = 2
"""How many numbers a stamp adds up in a cell: what stood there, and a product."""


def terms_in(scenario: Scenario) -> int:
    """Return how many numbers are added up for a sum: the products of all lanes, and the bias where there is one.

    A mean of rounded pixels is as far from the true one as one of them can be, and so is their largest.
    """
    layer = scenario.layer
    if layer.pooling is not None:
        return 1
    return int(layer.weights[0].size) + bool(layer.bias[scenario.filter])
