"""Small pictures of a large layer after strokes: mended where something has changed, and as if they were drawn anew."""

from __future__ import annotations

import random

import numpy as np
import pytest

from game.core import result
from game.core.scenario import Scenario
from game.input.intent import Cell, GridName
from game.input.scenario_intents import Paint
from game.session.reduce import reduce
from game.session.state import State
from tests.picture import forget_pieces, picture, pixels, state

SIZE = (1366, 768)


def photo(values: int = 256) -> Scenario:
    """Return a picture whose small ones have less than a device pixel a cell."""
    numbers = np.random.default_rng(3)
    image = tuple(numbers.integers(0, values, (3, 200, 256)) / 255)
    return Scenario(image, numbers.integers(-9, 10, (2, 3, 5, 5)) / 10)


def stroked(before: State, hand: random.Random) -> State:
    """Return the state after a short stroke somewhere, in one channel or in all."""
    row, column = hand.randrange(200), hand.randrange(256)
    cells = [Cell(GridName.IMAGE, min(row + step, 199), column) for step in range(3)]
    after = before
    for cell in cells:
        after = reduce(after, Paint(((cell.row, cell.column),), 0.65))
    return after


@pytest.mark.parametrize("place", ["in the first map", "in the second", "at the end"])
@pytest.mark.parametrize("mixed", [False, True])
def test_small_pictures_after_strokes_are_those_that_are_drawn_anew(place: str, mixed: bool) -> None:
    scenario = photo()
    position = {"in the first map": 3000.4, "in the second": scenario.map_steps + 7000.3, "at the end": scenario.steps}
    now = state(scenario, float(position[place]), mixed=mixed)
    hand = random.Random(place)
    forget_pieces()
    picture(now, SIZE)
    for _ in range(4):
        now = stroked(now, hand)
        mended = pixels(picture(now, SIZE))
        forget_pieces()
        anew = pixels(picture(now, SIZE))
        assert np.array_equal(mended, anew)


def test_where_a_stroke_was_is_told_and_not_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def searched(*_: object) -> None:
        raise AssertionError("all pixels, or cells, are compared")

    now = state(photo(), 3000.4)
    forget_pieces()
    picture(now, SIZE)
    now = reduce(now, Paint(((90, 77), (91, 77)), 51 / 255))
    with monkeypatch.context() as patched:
        patched.setattr(result, "region_apart", searched)
        mended = pixels(picture(now, SIZE))
    forget_pieces()
    assert np.array_equal(mended, pixels(picture(now, SIZE)))
