"""The numbers of exercises: small whole ones that grow from seed, exercise and version, the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import lcm

import numpy as np

from ..core.arithmetic import distinct
from ..core.grid import Grid
from ..core.random_field import random_field
from ..core.result import result_of
from ..core.scenario import Scenario
from .kind import Kind
from .sheet import VERSIONS

WEIGHTS = (1, -1, 2, 0, 1, -2, 0, 1, -1)
"""Of kernels, over and over; a version has them in an order of its own, so that none is harder than another."""
PIXELS = (0, 1, 2, 3)
MOST_POOLED = 9
MOST_PARTS = 25
"""The largest number whose multiples an average is taken of, so that it is a whole one."""
BIASES = (1, 2, 3, -1, -2)
ORDERLY = 8
"""How many orders of the same numbers are tried before each is drawn by itself."""
TRIES = 60


@lru_cache(maxsize=256)
def shares(seed: int, name: str, count: int) -> Grid:
    """Return so many random numbers from 0 to below 1."""
    found: Grid = random_field(seed, (1, count), 0, 0, 2**20 - 1, 2**20, f"worksheet {name}")[0]
    return found


def shuffled(values: Sequence[int], seed: int, name: str) -> Grid:
    """Return the values in a random order."""
    return np.asarray(values, np.float64)[np.argsort(shares(seed, name, len(values)), kind="stable")]


def chosen(count: int, seed: int, name: str) -> int:
    """Return a random place 0 … count − 1."""
    return int(shares(seed, name, 1)[0] * count)


def repeated(values: Sequence[int], count: int) -> list[int]:
    """Return the first of the values, over and over."""
    return [values[place % len(values)] for place in range(count)]


def parts_of(kind: Kind) -> int:
    """Return what the pixels of an average are multiples of: by then every mean is whole; 1 where that is too large."""
    if kind.operation != "average pooling":
        return 1
    layer = kind.scenario(np.zeros((1, *kind.size))).layer
    assert layer.pooling is not None
    found = lcm(*(int(count) for count in distinct(layer.pooling.counts(kind.size))))
    return found if found <= MOST_PARTS else 1


def numbered(kind: Kind, seed: int, name: str, *, orderly: bool) -> Scenario:
    """Return the kind with numbers; `orderly`: the same ones for every name, in another order."""
    count = kind.channels * kind.size[0] * kind.size[1]
    if kind.is_pooling:
        if kind.pixels is not None:
            return kind.scenario(kind.pixels)
        parts = parts_of(kind)
        most = MOST_POOLED if parts == 1 else PIXELS[-1]
        pixels = np.floor(shares(seed, f"{name} pixels", count) * (most + 1)) * parts
        return kind.scenario(pixels.reshape(1, *kind.size))
    if kind.pixels is not None:
        pixels = kind.pixels
    elif orderly:
        pixels = shuffled(repeated(PIXELS, count), seed, f"{name} pixels")
    else:
        pixels = np.floor(shares(seed, f"{name} pixels", count) * len(PIXELS))
    weights = kind.weights
    if weights is None:
        shape = (1, kind.channels, *kind.window)
        found = shuffled(repeated(WEIGHTS, int(np.prod(shape))), seed, f"{name} weights")
        weights = found.reshape(shape)
    bias = kind.bias
    if bias is None and kind.biased:
        bias = BIASES[chosen(len(BIASES), seed, f"{name} bias")]
    return kind.scenario(pixels.reshape(kind.channels, *kind.size), weights, bias or 0)


def exercise(kind: Kind, seed: int, block: str, version: str) -> Scenario:
    """Return the numbers of an exercise in a version: no earlier version has the same output, if it can."""
    if kind.pixels is not None and (kind.is_pooling or kind.weights is not None):
        return numbered(kind, seed, block, orderly=True)
    before: list[Grid] = []
    for each in VERSIONS[: VERSIONS.index(version) + 1]:
        for attempt in range(TRIES):
            made = numbered(kind, seed, f"{block} {each} {attempt}", orderly=attempt < ORDERLY)
            output = result_of(made).output
            if not any(np.array_equal(output, other) for other in before):
                break
        before.append(output)
    return made
