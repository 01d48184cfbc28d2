"""While pixels are painted little is drawn: only where something looks different, and what is drawn is as if anew."""

from __future__ import annotations

import random

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.intent import Cell, GridName, Intent
from game.input.interface_intents import Hover
from game.input.scenario_intents import Paint
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.state import State
from game.ui.geometry import Rect
from game.ui.widgets.base import Widget
from game.view.lanes.channels import ChannelPicture
from game.view.lanes.lane import LanePatch
from game.view.lanes.maps import SmallMap
from game.view.patch import Patch
from tests.core.test_large_images import large
from tests.layers import layer
from tests.picture import state, window
from tests.view.lanes.test_changes import mended_is_anew

SIZE = (1366, 768)
SOME = layer(3, 4, size=(24, 24), whole=False)
SHOWN = {"some": SOME, "picture": large()}


def strokes(shown: Scenario, seed: int) -> tuple[Intent, ...]:
    """Return strokes here and there, the pointer over each, and one over the patch."""
    hand, (rows, columns) = random.Random(seed), shown.image_size
    found: list[Intent] = []
    for _ in range(12):
        row, column = hand.randrange(rows - 3), hand.randrange(columns)
        found.append(Paint(tuple((row + step, column) for step in range(3)), hand.randrange(10) / 10))
        found.append(Hover(Cell(GridName.IMAGE, row, column), (1.0, 1.0)))
    return *found, Paint(((3, 3), (3, 4)), 0.3)


@pytest.mark.parametrize("part", [0.4, 1.4, 4.0], ids=["first map", "second map", "end"])
@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_what_is_drawn_of_strokes_is_what_would_be_drawn_anew(shown: Scenario, part: float) -> None:
    position = min(shown.map_steps * part + 0.6, float(shown.steps))
    mended_is_anew(shown, position, strokes(shown, round(10 * part)))


def changes(before: State, after: State, kind: type[Widget]) -> dict[str, tuple[Rect, ...]]:
    """Return where the widgets of a kind say that they look different after something."""
    pairs = zip(window(before, SIZE).widgets, window(after, SIZE).widgets, strict=True)
    return {new.name: new.changes(old) for old, new in pairs if isinstance(new, kind)}


def painted(shown: Scenario, position: float, *cells: tuple[int, int]) -> tuple[State, State]:
    """Return the states before and after some pixels of the channel in front are painted."""
    before = fronted(state(shown, position))
    return before, reduce(before, Paint(cells, 0.95))


def test_a_stroke_beside_the_patch_draws_neither_the_lanes_patch_nor_what_lies_over_the_image() -> None:
    before, after = painted(SOME, 30.4, (20, 20))
    assert set(changes(before, after, LanePatch).values()) == {()}
    assert set(changes(before, after, Patch).values()) == {()}
    assert any(changes(*painted(SOME, 0.4, (0, 0)), LanePatch).values())


def test_small_maps_are_drawn_where_cells_that_stand_are_others() -> None:
    before, after = painted(SOME, SOME.map_steps + 100.4, (2, 2))
    found = changes(before, after, SmallMap)
    assert [bool(rects) for rects in found.values()] == [True, True, False, False]  # of the last two nothing stands
    assert sum(rect.w * rect.h for rect in found["map 1"]) < 100
    assert not any(changes(*painted(SOME, 100.4, (20, 20)), SmallMap).values())  # below the rows that stand


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_small_pictures_of_channels_are_drawn_where_they_are_painted(shown: Scenario) -> None:
    found = changes(*painted(shown, 30.4, (20, 20)), ChannelPicture)
    assert sorted(map(len, found.values())) == [0, 0, 1, 1]  # the colour picture, and the channel in front
    assert all(rect.w * rect.h < 100 for rects in found.values() for rect in rects)


def test_what_is_painted_elsewhere_leaves_the_numbers_of_a_step() -> None:
    before, after = painted(SOME, 30.4, (20, 20))
    assert not np.array_equal(before.result.output, after.result.output)
    lanes = [window(each, SIZE).frame.shown.lanes[0] for each in (before, after)]
    assert all(one is not None for one in lanes)
    moments = [[lane.moment for lane in one.lanes] for one in lanes if one is not None]
    assert moments[0][1] is moments[1][1]  # of a lane that is not in front
