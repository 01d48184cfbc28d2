"""The output feature map beside scipy's."""

from __future__ import annotations

import time

import numpy as np
from scipy.signal import correlate2d

from game.core.convolution import arithmetic, output_map
from game.core.scenario import Scenario

from .rows import Row, single
from .walking import large


def whole_map() -> list[Row]:
    """Return how long a full map takes against `scipy.signal.correlate2d`: of decimals, and of what is none."""
    decimals = large(15, 0)
    ninths = decimals.with_kernel(decimals.kernel / 9)
    assert arithmetic(decimals).exact, "these are decimals"
    assert not arithmetic(ninths).exact, "these are not"
    return [
        single("full output map, 64×64 with 15×15, against scipy", _ratio(decimals), "times", 0.5),
        single("the same with ninths, added up in row order", _ratio(ninths), "times", 0.9),
    ]


def _ratio(scenario: Scenario) -> float:
    """Return the median time of our map ÷ that of scipy's, in turns."""
    ours, theirs = [], []
    for _ in range(15):
        began = time.perf_counter()
        found = output_map(scenario)
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        expected = correlate2d(scenario.image, scenario.kernel, mode="valid")
        theirs.append(time.perf_counter() - began)
        assert np.allclose(found, expected, rtol=0, atol=1e-9), "the maps differ, so their times say nothing"
    return float(np.median(ours)) / float(np.median(theirs))
