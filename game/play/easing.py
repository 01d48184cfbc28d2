"""Curves of motion: how far along something is (0 … 1) when a fraction (0 … 1) of its time has passed."""

from __future__ import annotations

import numpy as np

from ..core.grid import Grid

SWELLING = 0.6
"""How hard pop swells; 0.6 makes 9 %, so that a cell stays clear of its neighbours."""


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """Return the value, or the nearer end of low … high when it lies outside. Not-a-number gives low."""
    return low if not value > low else min(value, high)


def within(fraction: float, begin: float, end: float) -> float:
    """Return how much of begin … end has passed at the fraction, 0 … 1. Needs begin < end."""
    return clamp((fraction - begin) / (end - begin))


def smooth(fraction: float) -> float:
    """Return 3t² − 2t³ (smoothstep): starts and ends at rest, for what settles or fades."""
    part = clamp(fraction)
    return part * part * (3.0 - 2.0 * part)


def cubic_in_out(fraction: float) -> float:
    """Return 4t³, then its mirror 1 − 4(1 − t)³: gathers speed and brakes, for travel (Penner's cubic in-out)."""
    part = clamp(fraction)
    return 4.0 * part**3 if part < 0.5 else 1.0 - 4.0 * (1.0 - part) ** 3


def pop(fraction: float) -> float:
    """Return the scale of something that arrives in its place: 1, a swelling of 9 % at a third of the time, 1 again.

    It is what Penner's out-back, 1 + (s + 1)(t − 1)³ + s(t − 1)², has beyond the plain 1 + (t − 1)³: s(t − 1)²t.
    """
    part = clamp(fraction)
    return 1.0 + SWELLING * (1.0 - part) ** 2 * part


def hump(fraction: float) -> float:
    """Return 16t²(1 − t)²: 0, up to 1 at half the time, 0; at rest at both ends. For a low arc."""
    part = clamp(fraction)
    return 16.0 * (part * (1.0 - part)) ** 2


def staggered(fraction: float, count: int, lag: float) -> Grid:
    """Return how far along each of `count` equal items is, 0 … 1, when they begin one after the other.

    The starts are spread evenly over the first `lag` (0 … less than 1) of the time and all items last equally long,
    so the last one ends exactly at 1. A single item has all the time. However many there are, each can be followed.
    """
    if count == 1 or not 0.0 < fraction < 1.0:
        return np.full(count, clamp(fraction))
    starts = np.arange(count, dtype=np.float64) * (lag / (count - 1))
    return np.minimum(np.maximum((fraction - starts) / (1.0 - lag), 0.0), 1.0)


def humps(fractions: Grid) -> Grid:
    """Return hump of every item; the items must lie in 0 … 1."""
    return np.square(4.0 * fractions * (1.0 - fractions))


def cubics_in_out(fractions: Grid) -> Grid:
    """Return cubic_in_out of every item; the items must lie in 0 … 1."""
    return np.where(fractions < 0.5, 4.0 * fractions**3, 1.0 - 4.0 * (1.0 - fractions) ** 3)
