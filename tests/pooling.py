"""Poolings worth drawing: max and average, with padding, ceil mode and what is not counted."""

from __future__ import annotations

import numpy as np

from game.core.padding import Padding
from game.core.pooling import Kind, Pooling
from game.core.scenario import Pair, Scenario
from tests.layers import layer, three_channels
from tests.picture import scenario

AROUND, NONE = Padding(1, 1, 1, 1), Padding()


def pooled(
    kind: Kind = "max",
    size: Pair | None = (2, 2),
    stride: Pair | None = None,
    padding: Padding = NONE,
    ceil: bool = False,
    count: bool = True,
    shown: Scenario | None = None,
) -> Scenario:
    """Return the three channels of small integers, or another scenario, under a pooling."""
    pooling = Pooling(kind, size, stride, padding, ceil_mode=ceil, count_include_pad=count)
    return (shown or three_channels("none")).changed(pooling=pooling)


def of_one(rows: tuple[tuple[float, ...], ...], kind: Kind = "max", size: Pair = (2, 2)) -> Scenario:
    """Return a pooling of one channel of these pixels."""
    image = np.array(rows, dtype=np.float64)
    return pooled(kind, size, shown=Scenario(image, np.ones(size), white=max(1.0, float(image.max()))))


CEILED = pooled("max", (3, 3), (2, 2), AROUND, ceil=True)
"""Max pooling with padding; its last windows reach over the end."""
LEFT_OUT = pooled("average", (3, 3), (2, 2), AROUND, count=False)
"""Average pooling that does not count its padding."""
POOLED = {
    "max": pooled(),
    "max in ceil mode": CEILED,
    "average": pooled("average"),
    "average of pixels only": LEFT_OUT,
    "one channel": pooled("max", shown=scenario(size=(4, 4))),
    "global": pooled("average", None, shown=scenario(size=(12, 12))),
    "global, larger than any kernel": pooled("max", None, shown=layer(3, 2, (20, 24), (3, 3))),
}
