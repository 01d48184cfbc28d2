"""Digits made of lines and arcs, no two alike, for the digit reader to learn from what a brush leaves of strokes.

A shape stands in a box 0 … 1 across and down; angles are in degrees, 0 to the right and 90 down.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Line: TypeAlias = "NDArray[np.float64]"
"""Points of a stroke, shape (points, 2): across, down."""


def arc(middle: tuple[float, float], radii: tuple[float, float], start: float, end: float) -> Line:
    """Return a part of an ellipse."""
    angles = np.radians(np.linspace(start, end, 24))
    return np.stack([middle[0] + radii[0] * np.cos(angles), middle[1] + radii[1] * np.sin(angles)], axis=1)


def way(*points: tuple[float, float]) -> Line:
    """Return straight lines from point to point."""
    return np.array(points, float)


def zero(chance: Random) -> list[Line]:
    """Return a ring, wide or narrow."""
    return [arc((0.5, 0.5), (chance.uniform(0.3, 0.5), 0.5), -80, 280)]


def one(chance: Random) -> list[Line]:
    """Return a bar, some with a flag, some with a foot."""
    flag = [way((0.25, 0.3), (0.5, 0))] if chance.random() < 0.4 else []
    foot = [way((0.25, 1), (0.75, 1))] if chance.random() < 0.25 else []
    return [way((0.5, 0), (0.5, 1)), *flag, *foot]


def two(chance: Random) -> list[Line]:
    """Return a bow and a base."""
    bow = arc((0.5, 0.28), (0.42, 0.28), chance.uniform(-190, -120), 40)
    return [np.concatenate([bow, way((chance.uniform(0, 0.2), 1), (1, chance.uniform(0.9, 1)))])]


def three(chance: Random) -> list[Line]:
    """Return two bows, some with a flat top."""
    below = arc((0.45, 0.71), (0.45, 0.29), -90, chance.uniform(110, 160))
    if chance.random() < 0.3:
        return [np.concatenate([way((0.05, 0), (0.85, 0)), below])]
    return [np.concatenate([arc((0.45, 0.22), (0.4, 0.22), chance.uniform(-170, -110), 90), below])]


def four(chance: Random) -> list[Line]:
    """Return a corner and a bar, some closed above."""
    bar = chance.uniform(0.55, 0.7)
    if chance.random() < 0.5:
        top = chance.uniform(0.45, 0.7)
        return [way((top, 0), (0, bar), (1, bar)), way((0.7, chance.uniform(0, 0.4)), (0.65, 1))]
    return [way((chance.uniform(0.05, 0.3), 0), (0.1, bar), (1, bar)), way((0.8, chance.uniform(0, 0.2)), (0.7, 1))]


def five(chance: Random) -> list[Line]:
    """Return a roof, a wall and a bow."""
    wall = chance.uniform(0.1, 0.25)
    bow = arc((0.42, 0.69), (0.45, 0.31), -120, chance.uniform(110, 160))
    return [np.concatenate([way((0.95, 0), (wall, 0), (wall - 0.05, 0.45)), bow])]


def six(chance: Random) -> list[Line]:
    """Return a bow that ends in a ring."""
    start = way((chance.uniform(0.4, 0.85), 0), (chance.uniform(0.15, 0.3), 0.35))
    return [np.concatenate([start, arc((0.48, 0.71), (0.42, 0.29), 180, -180)])]


def seven(chance: Random) -> list[Line]:
    """Return a roof and a slope, some crossed, some with a serif."""
    serif = [(0.02, 0.15)] if chance.random() < 0.2 else []
    bar = [way((0.25, 0.5), (0.85, 0.5))] if chance.random() < 0.35 else []
    return [way(*serif, (0, 0), (0.95, 0), (chance.uniform(0.55, 0.75), 0.45), (chance.uniform(0.2, 0.5), 1)), *bar]


def eight(chance: Random) -> list[Line]:
    """Return two rings, one on the other."""
    neck = chance.uniform(0.42, 0.52)
    above, below = neck / 2, (1 - neck) / 2
    rings = arc((0.5, above), (0.36, above), 90, 450), arc((0.5, neck + below), (0.42, below), -90, 270)
    return list(rings)


def nine(chance: Random) -> list[Line]:
    """Return a ring and a tail, straight, slanted or bent."""
    end = chance.choice(((0.85, 1.0), (0.55, 1.0), (0.35, 1.0)))
    bend = [(0.85, 0.7)] if end[0] < 0.5 else []
    return [np.concatenate([arc((0.48, 0.29), (0.4, 0.29), -20, -380), way((0.88, 0.4), *bend, end)])]


SHAPES: tuple[Callable[[Random], list[Line]], ...] = (zero, one, two, three, four, five, six, seven, eight, nine)


def met(lines: list[Line], chance: Random) -> NDArray[np.float64]:
    """Return 1 in each of 8 × 8 pixels that the strokes meet, else 0; place, size and slant are by chance."""
    wide, high, slant = chance.uniform(3.6, 6.2), chance.uniform(5.6, 7.4), chance.uniform(-0.25, 0.25)
    aside, below = chance.uniform(-0.7, 0.7), chance.uniform(-0.5, 0.5)
    found = np.zeros((8, 8))
    for line in lines:
        shaken = line + np.array([[chance.gauss(0, 0.02), chance.gauss(0, 0.02)] for _ in line]) - 0.5
        x = 4 + aside + wide * shaken[:, 0] - high * slant * shaken[:, 1]
        y = 4 + below + high * shaken[:, 1]
        parts = np.linspace(0, len(line) - 1, 12 * len(line) if len(line) > 12 else 200)
        columns, rows = (np.interp(parts, np.arange(len(line)), each) for each in (x, y))
        inside = (rows >= 0) & (rows < 8) & (columns >= 0) & (columns < 8)
        found[rows[inside].astype(int), columns[inside].astype(int)] = 1.0
    return found


def many(count: int, seed: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return what the strokes of so many of each digit meet, shape (pictures, 8, 8), and which digit each is."""
    chance = Random(seed)
    kinds = np.tile(np.arange(len(SHAPES)), count)
    return np.array([met(SHAPES[kind](chance), chance) for kind in kinds]), kinds
