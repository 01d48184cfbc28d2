"""Outlines of a mask: where the coverage of pixels passes one half, found between their middles.

What the program draws antialiased is covered by ½ minus its distance to an edge, so that a straight edge is found where
it was, and an arc within a hundredth of a pixel.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

import numpy as np

from .marks import Points

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.float64]

Corner = tuple[int, int, int]
"""A side between two neighbouring middles: its row, its column, and 0 (to the right) or 1 (down)."""
TOLERANCE = 0.03
"""Pixels by which an outline may miss a point that it leaves out."""

_SIDES = {"top": (0, 0, 0), "right": (0, 1, 1), "bottom": (1, 0, 0), "left": (0, 0, 1)}
_WAYS: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("left", "top"),),
    2: (("top", "right"),),
    3: (("left", "right"),),
    4: (("right", "bottom"),),
    5: (("left", "top"), ("right", "bottom")),
    6: (("top", "bottom"),),
    7: (("left", "bottom"),),
    8: (("bottom", "left"),),
    9: (("bottom", "top"),),
    10: (("top", "right"), ("bottom", "left")),
    11: (("bottom", "right"),),
    12: (("right", "left"),),
    13: (("right", "top"),),
    14: (("top", "left"),),
}
"""How outlines pass between four middles, by which of them are inside: top left 1, top right 2, below it 4, and 8."""


def outlines(mask: Mask) -> tuple[Points, ...]:
    """Return the outlines of a mask (rows × columns, 0 … 1) as closed polygons in pixels, (x, y)."""
    wide = np.pad(mask, 1)
    inside = wide >= 0.5
    kinds = inside[:-1, :-1] + 2 * inside[:-1, 1:] + 4 * inside[1:, 1:] + 8 * inside[1:, :-1]
    following: dict[Corner, Corner] = {}
    for row, column in np.argwhere((kinds != 0) & (kinds != 15)).tolist():
        for begin, end in _WAYS[int(kinds[row, column])]:
            following[_side(row, column, begin)] = _side(row, column, end)
    found = []
    while following:
        first, at = following.popitem()
        ring = [first]
        while at != first:
            ring.append(at)
            at = following.pop(at)
        found.append(_lean([_point(wide, *side) for side in ring]))
    return tuple(found)


def _side(row: int, column: int, name: str) -> Corner:
    down, across, way = _SIDES[name]
    return row + down, column + across, way


def _point(wide: Mask, row: int, column: int, way: int) -> tuple[float, float]:
    """Return where the coverage passes one half on a side, in pixels of the mask."""
    before, after = float(wide[row, column]), float(wide[row + way, column + 1 - way])
    share = (0.5 - before) / (after - before)
    x, y = column - 0.5, row - 0.5  # the mask has a rim of one
    return (x, y + share) if way else (x + share, y)


def _lean(ring: list[tuple[float, float]]) -> Points:
    """Return a polygon without the points that lie on the straight line between those that stay."""
    kept: list[tuple[float, float]] = []
    start, between = ring[0], [ring[0]]
    for point in (*ring[1:], ring[0]):
        if any(_off(start, point, other) > TOLERANCE for other in between[1:]):
            kept.append(between[-1])
            start, between = between[-1], [between[-1]]
        between.append(point)
    kept.append(between[-1] if len(kept) < 2 else ring[0])
    return tuple((round(x, 2), round(y, 2)) for x, y in kept)


def _off(begin: tuple[float, float], end: tuple[float, float], point: tuple[float, float]) -> float:
    """Return how far a point is from the line between two others."""
    across, down = end[0] - begin[0], end[1] - begin[1]
    length = hypot(across, down)
    x, y = point[0] - begin[0], point[1] - begin[1]
    return abs(across * y - down * x) / length if length else hypot(x, y)
