"""The numbers of questions: a scenario as it can be shown and calculated with, and answers with their tolerances."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np

from ..core.scenario import Scenario
from ..core.tensors import Tensor
from ..value import Single
from ..words.numbers import EXACTNESS, MINUS, decimals_of, full, precise

SHOWN, ASKED = 4, 2
"""Decimals that numbers of a question have at most, and that an answer needs at most."""
_MARGIN = 1e-6
"""More than half of the last place that is asked for: so that an exact half, rounded either way, is right."""


def as_asked(scenario: Scenario) -> Scenario:
    """Return the scenario with the numbers that a question shows; answers follow from these alone."""
    layer, padding = scenario.layer, scenario.layer.chosen_padding
    found: dict[str, Any] = {"image": tuple(map(_rounded, scenario.pixels))}
    if layer.pooling is None:
        found |= {"kernel": _rounded(layer.chosen_weights), "bias": _rounded(layer.bias)}
        found["padding"] = padding.changed(value=float(_rounded(np.array(padding.value))))
    return scenario.changed(**found)


def _rounded(values: Tensor) -> Tensor:
    return np.round(values, SHOWN) + 0.0


def shown(value: float, decimals: int = SHOWN) -> str:
    """Return a number of a question, all of it; it is one of `as_asked`, and has few decimals by itself."""
    del decimals
    return full(value)


class Answers(Single):
    """How numbers are asked for: with so many decimals, where they do not end before."""

    decimals: int

    def is_rounded(self, value: float) -> bool:
        """Say whether the value has more decimals than are asked for."""
        return abs(round(value, self.decimals) - value) > EXACTNESS * max(1.0, abs(value))

    def tolerance(self, value: float, before: int = 0) -> str:
        """Return how far an answer may be from the value: by what rounding makes, "0" where nothing is rounded.

        before: how many numbers it was made of that had been rounded already.
        """
        times = before + self.is_rounded(value)
        return f"{0.5 * 10.0**-self.decimals * times + _MARGIN:.6f}" if times else "0"

    def field(self, value: float, before: int = 0) -> str:
        """Return the field of a question with gaps that asks for the value."""
        return f"{{1:NUMERICAL:={self.answer(value)}:{self.tolerance(value, before)}}}"

    def answer(self, value: float) -> str:
        """Return the value as Moodle reads numbers; one that has no more decimals than are asked for is exactly that.

        A sum may be a hair beside it, and nobody would answer with the hair.
        """
        exact = value if self.is_rounded(value) else round(value, self.decimals)
        return precise(exact + 0.0).replace(MINUS, "-")


def answers_of(values: Any) -> Answers:
    """Return how such values are asked for."""
    return Answers(decimals_of(values, ASKED))


def safe(text: str) -> str:
    """Return a line as HTML in which no brace begins a field."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;")
