"""Where what moves with the card differs from one frame to the next: some cells and products, seldom all of it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ...play.moment import Moment
from ...ui.geometry import Rect
from ...ui.plane import Point, bounds_of
from ..card import returning

ROUND = 5
"""Device pixels around a cell in the air: for its ring, for what is rounded, and for edges that are averaged."""

Line = tuple[Point, Point]


def stands_alike(moment: Moment) -> tuple[object, ...]:
    """Return all of a moment that the whole card depends on: where it is, and of which step its cells are."""
    gone = returning(moment.covering) if moment.flight.any() else 0.0  # how much is back of weights whose products flew
    return moment.step, moment.cell, moment.card, moment.previous_card, moment.opacity, moment.products is None, gone


def cells_apart(then: Moment, now: Moment, held: bool) -> list[int]:
    """Return which cells stand otherwise; held: on the card nothing tells that products have left it."""
    differ = (then.rise != now.rise) | (then.blended != now.blended)
    if not held:
        differ |= (then.flight > 0) != (now.flight > 0)
    return [int(index) for index in np.flatnonzero(differ)]


def around(middles: Iterable[Point], cell: tuple[Point, ...]) -> tuple[Rect, ...]:
    """Return what holds cells with their middles there, whose corners are those of one cell, or smaller; or nothing."""
    found = tuple(middles)
    if not found:
        return ()
    xs, ys = zip(*cell, strict=True)
    wide, high = (max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2
    return (bounds_of(tuple((x + dx, y + dy) for x, y in found for dx, dy in ((-wide, -high), (wide, high))), ROUND),)


def along(lines: Iterable[Line]) -> tuple[Rect, ...]:
    """Return what holds some lines; or nothing."""
    points = tuple(point for line in lines for point in line)
    return (bounds_of(points, 3),) if points else ()
