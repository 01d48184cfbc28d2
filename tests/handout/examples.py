"""Scenarios of every operation, and titles that would do harm where they are not escaped."""

from __future__ import annotations

import numpy as np

from game.core.padding import Padding
from game.core.scenario import Scenario
from tests.layers import three_channels
from tests.picture import scenario
from tests.pooling import POOLED

_CHANCE = np.random.default_rng(11)
_IMAGE = tuple(_CHANCE.integers(-9, 10, (4, 5, 6)) / 10)
_WEIGHTS = _CHANCE.integers(-9, 10, (4, 2, 2, 3)) / 4
_BIAS = [0.5, -1.25, 0.0, 2.0]
GROUPED = Scenario(
    _IMAGE,
    _WEIGHTS,
    stride=(2, 1),
    padding=Padding(1, 0, 2, 1, "reflect"),
    dilation=(1, 2),
    bias=_BIAS,
    groups=2,
    activation="leaky relu",
)
STAMPED = Scenario(
    _IMAGE,
    _WEIGHTS,
    stride=(2, 3),
    padding=Padding(1, 0, 2, 1),
    dilation=(2, 1),
    bias=_BIAS,
    groups=2,
    transposed=True,
    output_padding=(1, 0),
    activation="tanh",
    order="cell by cell",
)
SCENARIOS = {
    "one kernel": scenario(size=(6, 6), kernel_size=(3, 3)),
    "three channels": three_channels(),
    "groups": GROUPED,
    "constant": GROUPED.changed(padding=Padding(1, 2, 0, 1, "constant", 0.5), activation="sigmoid"),
    "replicate": GROUPED.changed(padding=Padding(1, 2, 0, 1, "replicate"), activation="none"),
    "circular": GROUPED.changed(padding=Padding(1, 2, 0, 1, "circular"), activation="tanh"),
    "stamps": STAMPED,
    "stamps alike": STAMPED.changed(padding=(1, 1), activation="none", groups=4, kernel=_WEIGHTS[:, :1]),
    **POOLED,
}

TITLES = (
    '"""\nraise SystemExit(3)\n"""',
    "'''; import os #\r\nraise SystemExit(3)",
    "coding: utf-16",
    "\\input{/etc/passwd} $x^2$ 100 % & #1 _~",
    "\\end{document}\u2028\\immediate\\write18{ls}",
    "<script>alert(1)</script> & ]]> {1:NUMERICAL:=7:0}",
    "# heading | cell `code` [a](http://b) ![](c) <img src=x>",
    "\ud800 \x00 \x1b[31m 卷积 🙂",
)
