"""Which weight it is asked about, whether that goes up or down, and what has been told of it."""

from __future__ import annotations

import numpy as np

from ....core.grid import Pair
from ...learning import Trace
from ...remembered import Learn


def step_of(trace: Trace, front: Pair, weight: Pair) -> float:
    """Return how far a weight goes in the next update. front: (filter, place of its channel) in front."""
    return float((trace.next.parameters[0] - trace.now.parameters[0])[(*front, *weight)])


def with_told(learn: Learn, weight: Pair) -> Learn:
    """Return what is remembered once it can be read where a weight goes."""
    return learn if weight in learn.told else learn.changed(told=(*learn.told, weight))


def asking(learn: Learn, trace: Trace, front: Pair, part: str) -> Learn:
    """Return what is remembered with a question open about another weight than the last, at a part of the update.

    It is the next one, row by row, of which nothing was told since the last update; where all were told, the next one
    of all. One that stays where it is goes neither up nor down: it is asked about only where none moves.
    """
    moves = np.asarray(trace.next.parameters[0] - trace.now.parameters[0])[front]
    columns = moves.shape[1]
    here = learn.weight[0] * columns + learn.weight[1]
    places = [divmod((here + on) % moves.size, columns) for on in range(1, moves.size + 1)]
    best = min(places, key=lambda each: (not moves[each], each in learn.told, each == learn.weight))
    return learn.changed(asks=True, answered="", part=part, weight=best)
