"""The map of kernels: each circle has its place, each kernel its arrow, and what is live is seen in every theme."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.ui.geometry import Rect
from game.ui.themes import THEMES
from game.ui.widgets.kernel_map import KernelMap
from tests.picture import new_canvas, pixels

PLACE = Rect(10, 10, 300, 420)


def map_of(channels: int, filters: int, groups: int = 1, front: int = 0, channel: int | None = None) -> KernelMap:
    letters = tuple(str(number + 1) for number in range(channels))
    return KernelMap(
        name="map", rect=PLACE, letters=letters, filters=filters, groups=groups, filter=front, channel=channel
    )


def circles(shown: KernelMap) -> list[Rect]:
    left = [shown.circle(0, index) for index in range(len(shown.letters))]
    return left + [shown.circle(1, index) for index in range(shown.filters)]


@pytest.mark.parametrize("sizes", [(1, 1, 1), (3, 4, 1), (4, 8, 4), (16, 16, 1), (16, 16, 16), (1, 16, 1), (12, 6, 3)])
def test_circles_lie_apart_inside_their_place(sizes: tuple[int, int, int]) -> None:
    found = circles(map_of(*sizes))
    assert all(PLACE.holds(circle) for circle in found)
    assert not any(one.meets(other) for index, one in enumerate(found) for other in found[index + 1 :])
    assert found[0].w >= 18


def test_there_is_a_kernel_for_each_filter_and_each_channel_of_its_group() -> None:
    assert len(map_of(3, 4).kernels) == 12
    assert map_of(4, 2, 2).kernels == ((0, 0), (1, 0), (2, 1), (3, 1))
    assert map_of(2, 4, 2).kernels == ((0, 0), (0, 1), (1, 2), (1, 3))


def test_groups_stand_apart_unless_each_is_one_arrow() -> None:
    def gaps(shown: KernelMap) -> set[int]:
        places = [shown.circle(1, index).y for index in range(shown.filters)]
        return {round((b - a) / (places[1] - places[0]) * 2) for a, b in pairwise(places)}

    assert gaps(map_of(4, 4, 2)) == {2, 3}
    assert gaps(map_of(4, 4, 4)) == {2}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sizes", [(3, 4, 1), (16, 16, 1), (8, 8, 8)])
def test_only_the_live_kernel_is_in_the_colour_of_now(theme: str, sizes: tuple[int, int, int]) -> None:
    """What is in the colour lies along the one arrow, and around its channel; without a lane in work nothing is."""
    channels, filters, groups = sizes
    for channel in (2, None):
        canvas = new_canvas((320, 440), theme)
        canvas.fill(Rect(0, 0, 320, 440), canvas.theme.raised)
        shown = map_of(channels, filters, groups, 2, channel)
        shown.draw(canvas)
        found = (pixels(canvas.surface) == canvas.theme.now).all(axis=2)
        assert found.any() == (channel is not None)
        if channel is None:
            continue
        start, end = shown.circle(0, 2), shown.circle(1, 2)
        across = found[:, start.right + 4 : end.x - 30]
        for offset in (10, across.shape[1] // 2, across.shape[1] - 10):
            share = (offset + 4) / (end.x - start.right)
            y = start.centre[1] + (end.centre[1] - start.centre[1]) * share
            rows = across[:, offset].nonzero()[0]
            assert 1 <= len(rows) <= 6
            assert abs(rows.mean() - y) < 6


def test_the_filter_in_front_is_brighter_than_the_others() -> None:
    drawn = []
    for front in (0, 1):
        canvas = new_canvas((320, 440))
        canvas.fill(Rect(0, 0, 320, 440), canvas.theme.raised)
        shown = map_of(2, 2, 1, front)
        shown.draw(canvas)
        bright = (pixels(canvas.surface) == canvas.theme.text).all(axis=2)
        drawn.append(
            [int(bright[circle.y : circle.bottom, circle.x : circle.right].sum()) for circle in circles(shown)]
        )
    assert drawn[0][2] > 3 * drawn[0][3]
    assert drawn[1][3] > 3 * drawn[1][2]
