"""The soft brush: what lies beside a stroke is painted too, at less, as a pen's ink is spread over a sheet."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .grid import Grid, Pair, checked_real
from .limits import PIXEL

BESIDE, ACROSS = 0.35, 0.1
"""How far a pixel beside the stroke goes towards the brush's value, and one that touches it with a corner alone."""
PLACES = 3
"""Decimals that it is rounded to: so all sums stay exact."""


def painted_softly(before: Grid, now: Grid, cells: Iterable[Pair], value: float, apart: Pair = (1, 1)) -> Grid:
    """Return an image after a stroke has met cells (row, column); those outside are ignored.

    before: as the image was when the stroke began, so that it makes no difference how often a stroke passes.
    apart: (rows, columns) from one pixel to the next, where zeros stand between them.
    Raises NotFinite and OutOfRange for a value that is no pixel's.
    """
    value = checked_real(value, "pixel", PIXEL)
    shares = np.zeros((now.shape[0] + 2 * apart[0], now.shape[1] + 2 * apart[1]))
    for row, column in cells:
        if 0 <= row < now.shape[0] and 0 <= column < now.shape[1] and not row % apart[0] and not column % apart[1]:
            around = shares[row : row + 2 * apart[0] + 1 : apart[0], column : column + 2 * apart[1] + 1 : apart[1]]
            np.maximum(around, _TOUCH, out=around)
    inside = shares[apart[0] : -apart[0], apart[1] : -apart[1]]
    wanted = np.where(inside == 1.0, value, np.round(before + inside * (value - before), PLACES))
    farther = (inside > 0) & (np.abs(wanted - before) > np.abs(now - before))
    found: Grid = np.where(farther, wanted, now)
    return found


_TOUCH = np.array([[ACROSS, BESIDE, ACROSS], [BESIDE, 1.0, BESIDE], [ACROSS, BESIDE, ACROSS]])
