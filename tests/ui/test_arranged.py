"""The grids of Compare stand close together only where more of their numbers can be read so than in any other way."""

from __future__ import annotations

import random

from game.ui import arranged
from game.ui.arranged import ARRANGEMENTS, CLOSE, SharedRoom, best_arranged
from game.ui.columns import Shape


def room(chance: random.Random) -> tuple[tuple[float, float], SharedRoom]:
    """Return a pane's height and width, and what stands in it."""
    side, kernel = chance.randint(4, 12), chance.randint(2, 4)
    shape = Shape((side, side), (kernel, kernel), (side - kernel + 1,) * 2, (0, 0))
    need = chance.randint(14, 44)
    numbers = (chance.choice((14, need)), need, need, chance.choice((14, need)))
    area = chance.uniform(260, 700), chance.uniform(300, 620)
    return area, SharedRoom(text=0.8, shapes=(shape, shape), numbers=numbers, words=(90, 60, 70, 150))


def test_they_are_close_only_where_more_is_read() -> None:
    chance, times = random.Random(4), 0
    for _ in range(150):
        area, asked = room(chance)
        found, boxes = best_arranged(area, asked), arranged._boxes(asked, area[0])
        others = [arranged._filled(cells, boxes, area, asked) for cells in ARRANGEMENTS]
        best = max(others, key=lambda each: each.worth)
        if found.cells == CLOSE:
            times += 1
            assert found.fits
            assert found.read(asked.numbers) > best.read(asked.numbers)
        else:
            assert found == best
    assert 5 < times < 75


def test_small_whole_numbers_in_a_talk_leave_kernel_and_products_large() -> None:
    shape = Shape((6, 6), (3, 3), (4, 4), (0, 0))
    asked = SharedRoom(text=0.71, shapes=(shape, shape), numbers=(34, 38, 38, 38), words=(98, 60, 70, 150))
    assert best_arranged((580.0, 480.0), asked).cells != CLOSE
