"""Scenarios that worksheets are made of: one of every kind that there is."""

from __future__ import annotations

import numpy as np

from game.core.padding import Padding
from game.core.pooling import Pooling
from game.core.scenario import Scenario, startup
from game.worksheet.making import made, plan_of
from game.worksheet.sheet import Options, Worksheet

RANDOM = np.random.default_rng(11)
SOBEL = ((1, 0, -1), (2, 0, -2), (1, 0, -1))
_ANY = np.ones((1, 1))


def _noise(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.rint(RANDOM.random(shape) * 100) / 100


EXAMPLES = {
    "start": startup(),
    "drawn": Scenario(_noise(5, 5), _noise(2, 3), stride=(2, 2), padding=(1, 1), seed=1703),
    "sobel": Scenario(_noise(8, 8), np.array(SOBEL, np.float64)),
    "one weight": Scenario(_noise(4, 5), _noise(1, 1)),
    "one cell": Scenario(_noise(3, 3), _noise(3, 3)),
    "channels": Scenario(
        tuple(_noise(3, 6, 6)), _noise(2, 3, 3, 3), padding=(1, 1), bias=[0.5, 1.0], activation="relu"
    ),
    "many channels": Scenario(tuple(_noise(8, 6, 6)), _noise(8, 1, 3, 3), groups=8),
    "photo": Scenario(_noise(90, 120), _noise(3, 3), padding=Padding(1, 0, 2, 1, "reflect"), dilation=(2, 2)),
    "constant": Scenario(_noise(6, 6), _noise(3, 2), 1.0, (3, 2), Padding(1, 1, 2, 2, "constant", 0.4)),
    "wide": Scenario(_noise(20, 6), _noise(7, 7), 1.0, (8, 1), (8, 8)),
    "reaching": Scenario(_noise(40, 40), _noise(3, 3), 1.0, (2, 2), (1, 1), (8, 8)),
    "max": Scenario(_noise(6, 6), _ANY, pooling=Pooling("max", (2, 2))),
    "max padded": Scenario(
        _noise(7, 7), _ANY, pooling=Pooling("max", (3, 3), (2, 2), Padding(1, 1, 1, 1), ceil_mode=True)
    ),
    "average": Scenario(_noise(8, 8), _ANY, pooling=Pooling("average", (2, 2), (2, 2))),
    "average counted": Scenario(_noise(6, 6), _ANY, pooling=Pooling("average", (2, 2), (2, 2), Padding(1, 1, 1, 1))),
    "average uncounted": Scenario(
        _noise(7, 7),
        _ANY,
        pooling=Pooling("average", (3, 3), (2, 2), Padding(1, 1, 1, 1), count_include_pad=False),
    ),
    "whole image": Scenario(_noise(8, 8), _ANY, pooling=Pooling("average")),
    "transposed": Scenario(_noise(3, 3), _noise(3, 3), stride=(2, 2), padding=(1, 1), transposed=True),
    "transposed more": Scenario(
        _noise(8, 8), _noise(2, 3), stride=(2, 3), padding=Padding(0, 1, 0, 0), output_padding=(1, 0), transposed=True
    ),
    "transposed channels": Scenario(tuple(_noise(2, 3, 3)), _noise(1, 2, 2, 2), stride=(2, 2), transposed=True),
}


def worksheet_of(scenario: Scenario, options: Options, version: str) -> Worksheet:
    """Return one version, "A" … "D", of the worksheet that somebody wishes of one scenario."""
    return made(plan_of(scenario, options), options.name, version)


def blocks_for(scenario: Scenario) -> tuple[str, ...]:
    """Return the kinds of exercises that a worksheet of a scenario has, if nobody chooses."""
    return tuple(each.kind for each in plan_of(scenario, Options()).exercises)
