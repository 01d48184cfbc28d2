"""The output feature map beside scipy's."""

from __future__ import annotations

import time

import numpy as np
from scipy.signal import correlate2d

from game.core.convolution import output_map

from .rows import Row, single
from .walking import large


def whole_map() -> list[Row]:
    """Return how long a full map takes against `scipy.signal.correlate2d`, in turns."""
    scenario = large(15, 0)
    ours, theirs = [], []
    for _ in range(15):
        began = time.perf_counter()
        found = output_map(scenario)
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        expected = correlate2d(scenario.image, scenario.kernel, mode="valid")
        theirs.append(time.perf_counter() - began)
        assert np.allclose(found, expected, rtol=0, atol=1e-9), "the maps differ, so their times say nothing"
    ratio = float(np.median(ours)) / float(np.median(theirs))
    return [single("full output map, 64×64 with 15×15, against scipy", ratio, "times", 0.5)]
