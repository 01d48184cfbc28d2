"""What kind of whole parts the pixels of an image are, carried on from one edit to the next.

A picture has hundreds of thousands of pixels, and a stroke changes few of them. Of what kind all are follows from these
few, and from one pixel for each kind that was tried in vain: as long as that one stands, no other is looked at again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..value import Single
from .arithmetic import MOST_PLACES, PHOTO_PARTS, SAMPLES, is_counted, odd_ones
from .grid import Grid, Pair, Region

Place = tuple[int, int, int]
"""Channel, row and column."""

KINDS = (*(10.0**places for places in range(MOST_PLACES + 1)), *PHOTO_PARTS)
"""The parts that make 1 of a pixel, in the order in which they are tried."""


class Counting(Single):
    """How many parts make 1 of every pixel, 0 for none; and for each kind that was tried in vain a pixel that is odd.

    Odd is what is no whole number of parts of a kind.
    """

    parts: float
    odd: dict[float, Place]


def counting_of(channels: Sequence[Grid], fill: float) -> Counting:
    """Return the parts of all pixels, and of what stands around them; the same as `arithmetic.pixel_parts` finds."""
    return _counting(fill, {}, lambda parts: _odd_in_any(channels, parts))


def counting_after(before: Counting, channels: Sequence[Grid], fill: float, channel: int, region: Region) -> Counting:
    """Return the same as `counting_of`, where a block of one channel has changed since, and nothing else."""

    def odd(parts: float) -> Place | None:
        if parts != before.parts:
            return _odd_in_any(channels, parts)
        found = _odd_in(channels[channel][region], parts)
        return None if found is None else (channel, region[0].start + found[0], region[1].start + found[1])

    still = {parts: place for parts, place in before.odd.items() if not is_counted(_pixel(channels, place), parts)}
    return _counting(fill, still, odd)


def _counting(fill: float, known: dict[float, Place], search: Callable[[float], Place | None]) -> Counting:
    """Return the first kind that has no odd pixel; `known`: some that are odd, else they are searched for."""
    found: dict[float, Place] = {}
    for parts in KINDS:
        place = known.get(parts) or search(parts)
        if place is not None:
            found[parts] = place
        elif is_counted(np.array([[fill]]), parts):
            return Counting(parts, found)
    return Counting(0.0, found)


def _pixel(channels: Sequence[Grid], place: Place) -> Grid:
    channel, row, column = place
    return channels[channel][row : row + 1, column : column + 1]


def _odd_in_any(channels: Sequence[Grid], parts: float) -> Place | None:
    """Return a pixel of all channels that is odd, if there is one."""
    for channel, grid in enumerate(channels):
        found = _odd_in(grid, parts)
        if found is not None:
            return channel, *found
    return None


def _odd_in(grid: Grid, parts: float) -> Pair | None:
    """Return a pixel of a channel that is odd; a few are looked at first, for mostly one of them is already."""
    width, step = grid.shape[1], max(1, grid.size // SAMPLES)
    for some, apart in ((grid.ravel()[::step], step), (grid, 1)):
        odd = odd_ones(some, parts)
        if odd.any():
            row, column = divmod(int(odd.argmax()) * apart, width)
            return row, column
    return None
