"""Where what floats may stand: bubbles, hints, callouts and toasts all ask here, and lie on nothing that is read.

All of it is a function of rectangles: what is spoken of, the room there is, and what must not be covered.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .geometry import Rect

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

    def cost(rect: Rect) -> tuple[object, ...]:
        """Return less for a better place: the gap kept, nearer; of two as near the lower, then the one to the right."""
        apart = _apart(rect, near)
        return apart < gap * gap, apart, _off(rect, near.centre), -rect.y, -rect.x

    places = sorted(_places(size, near, room, barred, gap), key=cost)
    return next((rect for rect in places if is_free(rect, room, barred)), Rect(near.x, near.y, 0, 0))


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


def _places(size: Size, near: Rect, room: Rect, barred: Rects, gap: int) -> Iterator[Rect]:
    """Yield the places at which something may touch: an edge of the room, of what is barred, or of `near`."""
    width, height = size
    middle = beside(size, near, gap, "below"), beside(size, near, gap, "right")
    lefts = {
        middle[0].x,
        near.x,
        near.right - width,
        near.right + gap,
        near.x - gap - width,
        room.x,
        room.right - width,
    }
    tops = {middle[1].y, near.y, near.bottom - height, near.bottom + gap, near.y - gap - height}
    tops |= {room.y, room.bottom - height}
    for other in barred:
        lefts |= {other.right, other.x - width}
        tops |= {other.bottom, other.y - height}
    for x in lefts:
        if room.x <= x <= room.right - width:
            for y in tops:
                if room.y <= y <= room.bottom - height:
                    yield Rect(x, y, width, height)


def _slid(middle: Rect, near: Rect, room: Rect, barred: Rects, tail: int, way: str) -> Iterator[Rect]:
    """Yield the places along one side of `near`: at its middle, and where an edge of something else is touched."""
    width, height = middle[2:]
    if way in ("below", "above"):
        least, most = near.x + tail - width, near.right - tail
        starts = {middle.x, least, most, room.x, room.right - width}
        for other in barred:
            starts |= {other.right, other.x - width}
        yield from (Rect(x, middle.y, width, height) for x in starts if least <= x <= most)
        return
    least, most = near.y + tail - height, near.bottom - tail
    starts = {middle.y, least, most, room.y, room.bottom - height}
    for other in barred:
        starts |= {other.bottom, other.y - height}
    yield from (Rect(middle.x, y, width, height) for y in starts if least <= y <= most)


def _apart(rect: Rect, near: Rect) -> float:
    """Return how far two rectangles are from each other; 0 where they meet."""
    across = max(near.x - rect.right, rect.x - near.right, 0)
    down = max(near.y - rect.bottom, rect.y - near.bottom, 0)
    return float(across * across + down * down)


def _off(rect: Rect, middle: tuple[float, float]) -> float:
    """Return how far the middle of a rectangle is from another, squared."""
    x, y = rect.centre
    return (x - middle[0]) ** 2 + (y - middle[1]) ** 2
