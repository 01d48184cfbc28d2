"""Rectangles are joined into few that cover them all: none meet, and none lie so near that they are better joined."""

from __future__ import annotations

import random

import numpy as np
import pytest

from game.ui.geometry import NEAR, Rect, merged

WHOLE = Rect(0, 0, 400, 300)


def some(chance: random.Random) -> list[Rect]:
    """Return rectangles of all shapes, some beyond the whole, some empty."""
    lengths = (0, 1, 2, 7, chance.randrange(1, 150))
    return [
        Rect(chance.randrange(-30, 400), chance.randrange(-30, 300), chance.choice(lengths), chance.choice(lengths))
        for _ in range(chance.randrange(1, 30))
    ]


def painted(rects: list[Rect]) -> np.ndarray:
    found = np.zeros((WHOLE.h, WHOLE.w), int)
    for rect in rects:
        part = rect.overlap(WHOLE)
        found[part.y : part.bottom, part.x : part.right] += 1
    return found


@pytest.mark.parametrize("seed", range(120))
def test_all_is_covered_and_none_meet_or_are_near(seed: int) -> None:
    rects = some(random.Random(seed))
    found = merged(rects, WHOLE)
    cover = painted(found)
    assert cover.max(initial=0) <= 1
    assert (cover[painted(rects) > 0] == 1).all()
    assert all(WHOLE.holds(one) for one in found)
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            both = one.union(other)
            assert both.w * both.h > one.w * one.h + other.w * other.h + NEAR, (one, other)
