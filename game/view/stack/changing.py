"""Where what moves with the card differs from one frame to the next: some cells and products, seldom all of it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ...core.grid import Grid
from ...play.moment import Moment
from ...ui.geometry import Rect
from ...ui.plane import Point, bounds_of
from ..card import returning
from .swarm import Whole

ROUND = 5
"""Device pixels around a cell in the air: for its ring, for what is rounded, and for edges that are averaged."""

Line = tuple[Point, Point]


def stands_alike(moment: Moment) -> tuple[object, ...]:
    """Return all of a moment that the whole card depends on: where it is, and of which step its cells are."""
    gone = returning(moment.covering) if moment.flight.any() else 0.0  # how much is back of weights whose products flew
    return moment.step, moment.cell, moment.card, moment.previous_card, moment.opacity, moment.products is None, gone


def cells_apart(then: Moment, now: Moment, held: bool) -> Whole:
    """Return which cells stand otherwise; held: on the card nothing tells that products have left it."""
    differ = (then.rise != now.rise) | (then.blended != now.blended)
    if not held:
        differ |= (then.flight > 0) != (now.flight > 0)
    return np.flatnonzero(differ)


def around(middles: Iterable[tuple[Grid, Grid]], cell: tuple[Point, ...]) -> tuple[Rect, ...]:
    """Return what holds cells with their middles (x, y) there; the corners are those of one as large, or larger."""
    x, y = (np.concatenate(values) for values in zip(*middles, strict=True))
    if not len(x):
        return ()
    xs, ys = zip(*cell, strict=True)
    wide, high = (max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2
    first, last = (float(x.min() - wide), float(y.min() - high)), (float(x.max() + wide), float(y.max() + high))
    return (bounds_of((first, last), ROUND),)


def along(lines: Iterable[Line]) -> tuple[Rect, ...]:
    """Return what holds some lines; or nothing."""
    points = tuple(point for line in lines for point in line)
    return (bounds_of(points, 3),) if points else ()
