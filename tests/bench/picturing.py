"""Frames and maps of a large picture, 256 × 256 in three channels under four filters of 7 × 7, in copies (b)."""

from __future__ import annotations

import random
import statistics
import time

import numpy as np
from scipy.signal import correlate2d

from game.core.result import result_of
from game.core.scenario import Scenario
from game.input.walk_intents import Scrub

from .bench import Bench
from .rows import Limits, Row, row_of, single
from .walking import FULL_HD, painted, playing

PLAYING, BUSY = Limits(median=6, p99=12), Limits(median=12)


def photo() -> Scenario:
    """Return a picture as files have them: levels of 255, under weights of one decimal."""
    numbers = np.random.default_rng(1)
    image = tuple(numbers.integers(0, 256, (3, 256, 256)) / 255)
    return Scenario(image, numbers.integers(-9, 10, (4, 3, 7, 7)) / 10)


def pictured() -> list[Row]:
    """Return the rows of a large picture: playing, scrubbed at random, painted, and all of its maps."""
    scenario = photo()
    rows = [playing("playing, 256×256×3 with 7×7, 4 filters, worst phase", scenario, FULL_HD, PLAYING)]
    bench, hand = Bench(scenario, FULL_HD, playing=False), random.Random(1)

    def scrubbed(count: int) -> list[float]:
        found = []
        for _ in range(count):
            bench.controller.dispatch((Scrub(hand.uniform(0, bench.state.steps)),))
            found.append(bench.frame())
        return found

    scrubbed(40)
    bench.forget()
    rows.append(_row("the same scrubbed at random in every frame", scrubbed(300), bench))
    bench = Bench(scenario, FULL_HD, position=2000.3, playing=False)
    bench.frame()
    painted(bench, 100)
    bench.forget()
    rows.append(_row("a stroke's frame on 256×256×3 with 7×7, 4 filters", painted(bench, 400), bench))
    return [*rows, single("all maps, 256×256×3 with 7×7, 4 filters, against scipy's summed", _maps(), "times", 0.5)]


def _row(name: str, lengths: list[float], bench: Bench) -> Row:
    return row_of(name, [took / bench.b for took in lengths], "b", BUSY)


def _maps() -> float:
    """Return the median time of all maps ÷ that of scipy's for each filter and channel, in turns."""
    scenario, ours, theirs = photo(), [], []
    for _ in range(5):
        began = time.perf_counter()
        found = result_of(scenario).sums
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        pairs = [zip(scenario.tensor, part, strict=True) for part in scenario.layer.weights]
        each = [[correlate2d(*pair, mode="valid") for pair in part] for part in pairs]
        theirs.append(time.perf_counter() - began)
        assert np.allclose(found, np.sum(each, axis=1), rtol=0, atol=1e-9), "the maps differ: their times say nothing"
    return statistics.median(ours) / statistics.median(theirs)
