"""How long a worksheet and its key take, in seconds: what a teacher waits."""

from __future__ import annotations

import io
import time

import numpy as np
from reportlab.pdfgen.canvas import Canvas

from game.core.scenario import Scenario
from game.worksheet.making import worksheets
from game.worksheet.sheet import Options

from .rows import Limits, Row, row_of


def one_worksheet() -> list[Row]:
    """Return the time of a worksheet with its key, of one channel and of three; the first has begun all it needs."""
    random = np.random.default_rng(1)
    plain = Scenario(random.random((5, 5)), random.random((2, 3)), stride=(2, 2), padding=(1, 1))
    channels = Scenario(tuple(random.random((3, 6, 6))), random.random((1, 3, 3, 3)), padding=(1, 1))
    Canvas(io.BytesIO()).save()
    found = []
    for name, scenario in (("5×5 under 2×3", plain), ("6×6 in three channels", channels)):
        figures = []
        for number in range(9):
            began = time.perf_counter()
            worksheets(scenario, Options(seed=number))
            figures.append(time.perf_counter() - began)
        found.append(row_of(f"a worksheet and its key, {name}", figures, "s", Limits(median=1.0)))
    return found
