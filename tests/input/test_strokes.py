"""The line of a stroke: it misses no pixel, however small the pixels are and however fast the hand."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pytest

from game.core.scenario import Pair
from game.input.drags import pixels_between

from .fake_scene import FakeScene


@dataclass(frozen=True)
class SmallPixels(FakeScene):
    """A scene whose pixels are so many window pixels wide, with a hole of the same kind here and there."""

    wide: float = 1.0
    holes: frozenset[Pair] = frozenset()

    def pixel_at(self, x: float, y: float) -> Pair | None:
        """Return the pixel at a point."""
        pixel = math.floor(y / self.wide), math.floor(x / self.wide)
        return None if pixel in self.holes else pixel


@pytest.mark.parametrize("wide", [1.0, 3.0, 20.0])
@pytest.mark.parametrize("length", range(1, 24))
@pytest.mark.parametrize("way", [(1, 0), (-1, 0), (0, 1), (0, -1)])
def test_a_line_meets_every_pixel_from_the_first_to_the_last_in_order(
    wide: float, length: int, way: tuple[int, int]
) -> None:
    start = (50.5 * wide, 50.5 * wide)
    end = (start[0] + way[0] * length * wide, start[1] + way[1] * length * wide)
    expected = tuple((50 + way[1] * step, 50 + way[0] * step) for step in range(length + 1))
    assert pixels_between(SmallPixels(wide=wide), start, end) == expected


def test_a_line_meets_the_pixel_whose_corner_it_only_cuts() -> None:
    assert pixels_between(SmallPixels(wide=10.0), (1.0, 8.0), (3.0, 11.0)) == ((0, 0), (1, 0))
    assert pixels_between(SmallPixels(wide=10.0), (5.0, 7.0), (13.0, 15.0)) == ((0, 0), (1, 0), (1, 1))


def test_a_line_that_does_not_move_meets_its_one_pixel_and_outside_none() -> None:
    scene = SmallPixels(wide=10.0, holes=frozenset({(0, 1)}))
    assert pixels_between(scene, (5.0, 5.0), (5.0, 5.0)) == ((0, 0),)
    assert pixels_between(scene, (15.0, 5.0), (15.0, 5.0)) == ()
    assert pixels_between(scene, (5.0, 5.0), (25.0, 5.0)) == ((0, 0), (0, 2))
    assert pixels_between(scene, (15.0, 5.0), (25.0, 5.0)) == ((0, 2),)
