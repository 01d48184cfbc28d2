"""Where what floats may stand: bubbles, hints, callouts and toasts all ask here, and lie on nothing that is read.

All of it is a function of rectangles: what is spoken of, the room there is, and what must not be covered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from .geometry import Rect

if TYPE_CHECKING:
    from numpy.typing import NDArray

Rects = tuple[Rect, ...]
Size = tuple[int, int]

AROUND = ("below", "above", "right", "left")


@lru_cache(maxsize=64)
def placed(size: Size, near: Rect, room: Rect, barred: Rects, gap: int = 0, ways: tuple[str, ...] = AROUND) -> Rect:
    """Return the best place of that size in a room, on nothing that is barred; an empty one where there is none.

    The first of the ways in which it stands right beside `near`, in its middle; else the place nearest to it.
    """
    for way in ways:
        rect = beside(size, near, gap, way).kept_inside(room)
        if is_free(rect, room, barred) and not rect.meets(near):
            return rect

    free = _free_places(size, near, room, barred, gap)
    if not len(free):
        return Rect(near.x, near.y, 0, 0)
    x, y = free.T
    (width, height), (middle, centre) = size, near.centre
    across = np.maximum(np.maximum(near.x - x - width, x - near.right), 0)
    down = np.maximum(np.maximum(near.y - y - height, y - near.bottom), 0)
    off, gone = across**2 + down**2, (x + width / 2 - middle) ** 2 + (y + height / 2 - centre) ** 2
    # Better is where the gap is kept, and what is nearer; of two as near the lower, then the one to the right.
    best = np.lexsort((-x, -y, gone, off, off < gap * gap))[0]
    return Rect(int(x[best]), int(y[best]), width, height)


@lru_cache(maxsize=64)
def touching(size: Size, near: Rect, room: Rect, barred: Rects, tail: int, way: str) -> Rect:
    """Return the best place right beside `near` on that side of it; an empty one where there is none.

    It may slide along the side, as far as its tail, at least `tail` from its corners, still points at `near`.
    """
    middle = beside(size, near, 0, way)
    slid = _slid(middle, near, room, barred, tail, way)
    free = (rect for rect in slid if is_free(rect, room, barred))
    return min(free, key=lambda rect: _off(rect, middle.centre), default=Rect(near.x, near.y, 0, 0))


def beside(size: Size, near: Rect, gap: int, way: str) -> Rect:
    """Return the place of that size beside `near`, at its middle."""
    (width, height), (x, y) = size, near.centre
    across, down = round(x - width / 2), round(y - height / 2)
    return {
        "below": Rect(across, near.bottom + gap, width, height),
        "above": Rect(across, near.y - gap - height, width, height),
        "right": Rect(near.right + gap, down, width, height),
        "left": Rect(near.x - gap - width, down, width, height),
    }[way]


def is_free(rect: Rect, room: Rect, barred: Rects) -> bool:
    """Tell whether a place lies in the room and on nothing that is barred."""
    return room.holds(rect) and not any(rect.meets(other) for other in barred)


def _free_places(size: Size, near: Rect, room: Rect, barred: Rects, gap: int) -> NDArray[np.int64]:
    """Return the corners, shape (places, 2), at which something may touch and lies on nothing that is barred.

    It touches an edge of the room, of what is barred, or of `near`.
    """
    found: list[list[int]] = []
    for axis, length in enumerate(size):
        begin, end = near[axis], near[axis] + near[axis + 2]
        middle = round(near.centre[axis] - length / 2)
        own = middle, begin, end - length, end + gap, begin - gap - length
        least, most = room[axis], room[axis] + room[axis + 2] - length
        starts = _starts(axis, length, own, room, barred)
        found.append(sorted(start for start in starts if least <= start <= most))
    free = np.ones((len(found[0]), len(found[1])), bool)
    for other in barred:  # places side by side lie on it: all that begin between two ends
        on = [
            slice(bisect_right(starts, other[axis] - size[axis]), bisect_left(starts, other[axis] + other[axis + 2]))
            for axis, starts in enumerate(found)
        ]
        free[on[0], on[1]] = False
    across, down = np.nonzero(free)
    return np.stack((np.array(found[0], np.int64)[across], np.array(found[1], np.int64)[down]), axis=1)


def _slid(middle: Rect, near: Rect, room: Rect, barred: Rects, tail: int, way: str) -> Iterator[Rect]:
    """Yield the places along one side of `near`: at its middle, and where an edge of something else is touched."""
    axis = 0 if way in ("below", "above") else 1
    length = middle[axis + 2]
    least, most = near[axis] + tail - length, near[axis] + near[axis + 2] - tail
    for start in _starts(axis, length, (middle[axis], least, most), room, barred):
        if least <= start <= most:
            yield middle._replace(x=start) if axis == 0 else middle._replace(y=start)


def _starts(axis: int, length: int, own: tuple[int, ...], room: Rect, barred: Rects) -> set[int]:
    """Return where something of that length may begin along an axis: at its own places, or at an edge it touches."""
    starts = {*own, room[axis], room[axis] + room[axis + 2] - length}
    for other in barred:
        starts |= {other[axis] + other[axis + 2], other[axis] - length}
    return starts


def apart(rect: Rect, near: Rect) -> float:
    """Return how far two rectangles are from each other, squared; 0 where they meet."""
    across = max(near.x - rect.right, rect.x - near.right, 0)
    down = max(near.y - rect.bottom, rect.y - near.bottom, 0)
    return float(across * across + down * down)


def _off(rect: Rect, middle: tuple[float, float]) -> float:
    """Return how far the middle of a rectangle is from another, squared."""
    x, y = rect.centre
    return (x - middle[0]) ** 2 + (y - middle[1]) ** 2
