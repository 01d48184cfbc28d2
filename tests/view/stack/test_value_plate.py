"""The value of a cell that is too small for it, on a plate beside the cell, covers no title of the Stack view."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.session.state import State
from game.view.making import Making
from tests.picture import state, window

CHANCE = np.random.default_rng(3)
KERNEL = CHANCE.integers(-9, 9, (1, 3, 3, 3)) * 11.0
COLOUR = {
    side: Scenario(tuple(CHANCE.integers(0, 3, (3, side, side)) * 1.0), KERNEL, white=3.0) for side in (9, 12, 24)
}
GRAY = Scenario((CHANCE.integers(0, 3, (16, 16)) * 1.0,), KERNEL[0, 0], white=3.0)
SIZES = [(1024, 768), (1366, 768), (1920, 1080)]


def in_space(scenario: Scenario, position: float, presenting: bool) -> State:
    found = state(scenario, position)
    return found.changed(interface=found.interface.changed(stacked=True, rise=1.0, presenting=presenting))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("scenario", [*COLOUR.values(), GRAY], ids=[*map(str, COLOUR), "gray"])
def test_it_covers_no_title(scenario: Scenario, size: tuple[int, int], presenting: bool) -> None:
    columns, tagged = scenario.output_size[1], 0
    for step in (0, 1, 2, columns // 2, columns - 1, columns + 1):
        drawn = window(in_space(scenario, step + 0.97, presenting), size)
        making = drawn.named("making")
        assert isinstance(making, Making)
        tagged += bool(making.tag)
        for name in ("title output", "size output", "title kernel", "title image"):
            title = drawn.named(name)
            assert title is None or not title.rect.meets(making.plate), (step, name)
        assert drawn.frame.layout.whole.holds(making.plate)
    assert tagged in (0, 6)


def test_it_stands_above_its_cell_where_no_title_is_and_never_on_it() -> None:
    first, last = (window(in_space(COLOUR[24], step + 0.97, False), SIZES[0]).named("making") for step in (1, 400))
    assert isinstance(first, Making)
    assert isinstance(last, Making)
    cells = [making.pencil.place.cell(*making.cell) for making in (first, last)]
    assert first.plate.y >= cells[0].bottom
    assert last.plate.bottom <= cells[1].y
