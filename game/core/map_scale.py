"""Which value of a map has the full hue: the largest magnitude, and of a large picture's map what few cells exceed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import floor, log10

import numpy as np

from .grid import Grid

WITHIN = 98
"""Percent of the cells of a large picture's maps that lie within their scale, at least."""
STEPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""Where such a scale may end, times a power of ten: so it stays while a stroke changes a few cells."""
LOOKED_AT = 2**14  # cells of all maps that are looked at: of more, every so many


def picture_scale(maps: Iterable[Grid], largest: float, before: float = 0.0) -> float:
    """Return where the scale of a large picture's maps ends: at most at their largest magnitude.

    A few edges of great contrast would else leave all others in shades that nobody tells from 0.

    before: where it ended before a stroke; to see that it still does is faster than to find it.
    """
    looked_at = np.abs(_some_cells(tuple(maps)))
    place = min(looked_at.size - 1, -(-looked_at.size * WITHIN // 100))
    if before and before < largest and _ends_still(looked_at, place, before):
        return before
    needed = float(np.partition(looked_at, place)[place])
    if not needed:
        return largest
    unit = 10.0 ** floor(log10(needed))
    return min(largest, next(step * unit for step in STEPS if step * unit >= needed or step == STEPS[-1]))


def _ends_still(looked_at: Grid, place: int, end: float) -> bool:
    """Tell whether the number at a place in their order lies between a step of the scale and the one before it.

    Of a power of ten, which is the last step of the one below it, that is told where both are the very same number.
    """
    unit = 10.0 ** floor(log10(end))
    lower = 10.0 ** (floor(log10(end)) - 1)
    below = next((low * unit for low, step in pairwise(STEPS[:-1]) if step * unit == end), None)
    if end == unit == STEPS[-1] * lower:
        below = STEPS[-2] * lower
    if below is None or np.count_nonzero(looked_at <= end) <= place:
        return False
    return bool(np.count_nonzero(looked_at <= below) <= place)


def _some_cells(maps: tuple[Grid, ...]) -> Grid:
    """Return every so many of the cells of all maps in a row; maps are not put together for it, for they are large."""
    apart = max(1, sum(each.size for each in maps) // LOOKED_AT)
    parts, before = [], 0
    for each in maps:
        parts.append(each.ravel()[-before % apart :: apart])
        before += each.size
    return np.concatenate(parts)
