"""Noise that is the same on every machine: values at whole places out of a hash of integers, smoothly between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Reals: TypeAlias = "NDArray[np.float64]"


def hashed(*places: Reals, seed: int = 0) -> Reals:
    """Return a number 0 … 1 for each place of whole coordinates, as if by chance."""
    found = np.full(np.broadcast(*places).shape, np.uint32(seed * 374761393 % 2**32), np.uint32)
    for place, factor in zip(places, (2654435761, 2246822519, 3266489917), strict=False):
        found = found ^ (place.astype(np.int64).astype(np.uint32) * np.uint32(factor))
        found = (found ^ (found >> np.uint32(15))) * np.uint32(2246822507)
        found = (found ^ (found >> np.uint32(13))) * np.uint32(3266489909)
        found = found ^ (found >> np.uint32(16))
    return found / (2.0**32 - 1)


def smooth(low: float, high: float, value: Reals) -> Reals:
    """Return 0 up to `low`, 1 from `high`, and a soft step between them."""
    share = np.clip((value - low) / (high - low), 0.0, 1.0)
    return share * share * (3 - 2 * share)


def noise(x: Reals, y: Reals, seed: int = 0) -> Reals:
    """Return noise of about one wave in each unit, 0 … 1."""
    left, top = np.floor(x), np.floor(y)
    across, down = smooth(0, 1, x - left), smooth(0, 1, y - top)
    corners = [[hashed(left + column, top + row, seed=seed) for column in (0, 1)] for row in (0, 1)]
    rows = [first + (second - first) * across for first, second in corners]
    return rows[0] + (rows[1] - rows[0]) * down


def cloudy(x: Reals, y: Reals, octaves: int = 4, seed: int = 0) -> Reals:
    """Return noise of several sizes, each half as large as the one before and half as strong; 0 … 1."""
    total = np.zeros(np.broadcast(x, y).shape)
    for octave in range(octaves):
        total += noise(x * 2.0**octave + 17.3 * octave, y * 2.0**octave - 9.1 * octave, seed + octave) / 2.0**octave
    return total / (2 - 2.0 ** (1 - octaves))
