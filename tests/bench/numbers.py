"""The output feature map beside scipy's."""

from __future__ import annotations

import time

import numpy as np
from scipy.signal import correlate2d

from game.core.convolution import arithmetic, output_map
from game.core.layers import Convolution
from game.core.scenario import Scenario
from game.core.traced import Traced

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
        single("all maps, 64×64×3 with 7×7, 8 filters, against scipy's summed", _of_channels(), "times", 0.5),
    ]


def _of_channels() -> float:
    """Return the median time of all maps of a layer ÷ that of scipy's for each filter and channel, in turns."""
    random = np.random.default_rng(1)
    image, weights = (np.rint(100 * random.random(shape)) / 100 for shape in ((3, 64, 64), (8, 3, 7, 7)))
    ours, theirs = [], []
    for _ in range(15):
        began = time.perf_counter()
        found = Traced(image, Convolution(weights)).maps
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        each = [[correlate2d(*pair, mode="valid") for pair in zip(image, part, strict=True)] for part in weights]
        theirs.append(time.perf_counter() - began)
        assert np.allclose(found, np.sum(each, axis=1), rtol=0, atol=1e-9), (
            "the maps differ, so their times say nothing"
        )
    return float(np.median(ours)) / float(np.median(theirs))


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
