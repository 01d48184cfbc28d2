"""Frames of a walk over several channels and filters, in copies of a full window (b)."""

from __future__ import annotations

import numpy as np

from game.core.counts import with_channel_count, with_filter_count
from game.core.named import image_called, weights_called
from game.core.operation_change import with_operation
from game.core.scenario import Scenario, of_names

from .bench import Bench
from .rows import Limits, Row, row_of, single
from .walking import FULL_HD, painted, playing

PAINTED = Limits(median=10)


def of_layer(size: int, channels: int, kernel: int, filters: int) -> Scenario:
    """Return noise in so many channels under random weights, stride 1, as large as its padding leaves the maps."""
    image = image_called("noise", channels, (size, size), 1)
    weights = weights_called("random signed", (filters, channels), (kernel, kernel), 1)
    return Scenario(image, weights, padding=(kernel // 2, kernel // 2) if size > 8 else (0, 0))


def layered() -> list[Row]:
    """Return the rows of channels and filters."""
    small, wide = of_layer(6, 3, 2, 4), of_layer(64, 3, 7, 8)
    return [
        playing("playing, 6×6×3 with 2×2, 4 filters, worst phase", small, FULL_HD, Limits(median=4, p99=8)),
        playing("playing, 64×64×3 with 7×7, 8 filters, worst phase", wide, FULL_HD, Limits(median=5, p99=10)),
        _growth(),
        _stroke(wide),
    ]


def pooled() -> list[Row]:
    """Return the row of a max pooling."""
    scenario = with_operation(of_names("noise", (64, 64), "random", (2, 2)), "max pooling")
    return [playing("playing, max pooling of 64×64, 2×2, worst phase", scenario, FULL_HD, Limits(median=4, p99=8))]


def transposed() -> list[Row]:
    """Return the row of a transposed convolution."""
    scenario = with_operation(of_names("noise", (16, 16), "random", (5, 5), stride=(3, 3)), "transposed convolution")
    words = "playing, transposed 16×16 under 5×5, stride 3, worst phase"
    return [playing(words, scenario, FULL_HD, Limits(median=4, p99=8))]


def _growth() -> Row:
    """Return how much longer a playing frame takes with sixteen channels than with one."""
    one = of_layer(8, 1, 3, 2)
    medians = []
    for scenario in (one, with_filter_count(with_channel_count(one, 16), 2)):
        bench = Bench(scenario, FULL_HD, position=5.0)
        bench.frames(300)
        bench.forget()
        lengths = [took for phase in bench.frames(1440).values() for took in phase]
        medians.append(float(np.median(lengths)) / bench.b)
    return single("growth: 16 channels against one, 2 filters", medians[1] / medians[0], "times", 2)


def _stroke(scenario: Scenario) -> Row:
    """Return how long a frame takes while a channel is painted."""
    bench = Bench(scenario, FULL_HD, position=2000.3, playing=False)
    bench.frame()
    painted(bench, 100)
    bench.forget()
    lengths = painted(bench, 1000)
    return row_of("a stroke's frame on 64×64×3 with 7×7, 8 filters", [took / bench.b for took in lengths], "b", PAINTED)
