"""Which value of a map has the full hue: the largest magnitude, and of a large picture's map what few cells exceed."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, log10

import numpy as np

from .grid import Grid

WITHIN = 98
"""Percent of the cells of a large picture's maps that lie within their scale, at least."""
STEPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""Where such a scale may end, times a power of ten: so it stays while a stroke changes a few cells."""
LOOKED_AT = 2**14  # cells of all maps that are looked at: of more, every so many


def picture_scale(maps: Iterable[Grid], largest: float) -> float:
    """Return where the scale of a large picture's maps ends: at most at their largest magnitude.

    A few edges of great contrast would else leave all others in shades that nobody tells from 0.
    """
    looked_at = np.abs(_some_cells(tuple(maps)))
    place = min(looked_at.size - 1, -(-looked_at.size * WITHIN // 100))
    needed = float(np.partition(looked_at, place)[place])
    if not needed:
        return largest
    unit = 10.0 ** floor(log10(needed))
    return min(largest, next(step * unit for step in STEPS if step * unit >= needed or step == STEPS[-1]))


def _some_cells(maps: tuple[Grid, ...]) -> Grid:
    """Return every so many of the cells of all maps in a row; maps are not put together for it, for they are large."""
    apart = max(1, sum(each.size for each in maps) // LOOKED_AT)
    parts, before = [], 0
    for each in maps:
        parts.append(each.ravel()[-before % apart :: apart])
        before += each.size
    return np.concatenate(parts)
