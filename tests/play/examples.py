"""Scenarios for the tests of moments."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from game.core.result import Result, result_of
from game.core.scenario import Scenario, startup


def result_at_startup() -> Result:
    """Return the result of the start-up scenario: 4 × 4 output cells, kernel 3 × 3."""
    return result_of(startup())


def result_with(image: tuple[int, int], kernel: tuple[int, int], stride: int = 1, padding: int = 0) -> Result:
    """Return the result of random pixels 0 … 1 and random weights −1 … 1 in these sizes."""
    random = np.random.default_rng(7)
    scenario = Scenario(
        image=random.random(image),
        kernel=random.random(kernel) * 2 - 1,
        stride=(stride, stride),
        padding=(padding, padding),
    )
    return result_of(scenario)


SEVERAL = (
    result_at_startup(),
    result_with((5, 7), (3, 2)),
    result_with((6, 1), (1, 1)),
    result_with((1, 1), (1, 1)),
    result_with((7, 6), (4, 6), stride=3, padding=2),
    result_with((17, 17), (15, 15), padding=1),
)
"""Small walks of many shapes: one cell, one column, one weight, many, padding, a stride that leaves some over."""

RESULTS = st.sampled_from(SEVERAL)
