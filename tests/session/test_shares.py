"""Softmax in a walk: cells show sums until the last one stands, then all become shares; questions are about sums."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import of_layers
from game.core.layers import Convolution
from game.core.pooling import Pooling
from game.core.result import result_of
from game.core.scenario import startup
from game.input.intent import Cell, GridName
from game.input.layer_intents import ToggleOrder
from game.input.mode_intents import ChooseQuestion, Question, ToggleCompare, TogglePredict
from game.input.scenario_intents import SetCell, Undo
from game.input.walk_intents import Scrub, ToEnd
from game.play.phases import SUMMED
from game.session.answers import answer_value
from game.session.shown import shown
from game.session.state import State
from tests.session.hands import after, fresh

LAYERS = (
    Convolution(np.full((2, 1, 2, 2), 0.5), activation="relu"),
    Pooling("max", (3, 3)),
    Convolution(
        np.array([[[[1.0]], [[0.5]]], [[[2.0]], [[1.0]]], [[[0.1]], [[0.2]]]]), [1, 0, 0], activation="softmax"
    ),
)
SCENARIO = of_layers(startup(), LAYERS, 2)
WHOLE = result_of(SCENARIO)
STEPS = SCENARIO.steps


def standing(state: State) -> np.ndarray:
    """Return what stands in the board of the output, the map in front."""
    return shown(state).still.sides[0].boards.output.grid


@pytest.mark.parametrize("cells", [False, True])
def test_sums_stand_until_the_last_one_does_and_then_all_shares(cells: bool) -> None:
    state = after(fresh(SCENARIO), *([ToggleOrder()] if cells else []))
    for position in (0.0, 3.7, STEPS - 1 + SUMMED - 0.01):
        there = after(state, Scrub(position))
        front = there.result.scenario.filter
        assert np.array_equal(standing(there), WHOLE.sums[front])
        column = shown(there).lanes[0].column  # type: ignore[union-attr]
        assert column.value is None
    for position in (STEPS - 1 + SUMMED + 0.01, float(STEPS)):
        there = after(state, Scrub(position))
        front = there.result.scenario.filter
        assert np.array_equal(standing(there), WHOLE.maps[front])
    column = shown(after(state, ToEnd())).lanes[0].column  # type: ignore[union-attr]
    assert (column.sum, column.value) == (WHOLE.sums[2][-1, -1], WHOLE.maps[2][-1, -1])
    back = after(state, ToEnd(), Scrub(1.5))
    assert np.array_equal(standing(back), WHOLE.sums[back.result.scenario.filter])


def test_a_run_may_begin_anywhere() -> None:
    assert np.array_equal(standing(fresh(SCENARIO, 2.0)), WHOLE.sums[0])
    assert fresh(SCENARIO, STEPS).result.maps[0].max() <= 1


def test_the_strip_has_sums_and_then_shares() -> None:
    strip = shown(after(fresh(SCENARIO), Scrub(2.5))).still.strip
    assert strip is not None
    assert strip.layers[-1].maps is None
    assert np.array_equal(strip.layers[-1].sums, WHOLE.sums)  # type: ignore[arg-type]
    strip = shown(after(fresh(SCENARIO), ToEnd())).still.strip
    assert strip is not None
    assert np.array_equal(strip.layers[-1].maps, WHOLE.maps)  # type: ignore[arg-type]
    strip = shown(fresh(of_layers(startup(), LAYERS, 0))).still.strip
    assert strip is not None
    assert np.array_equal(strip.layers[-1].maps, WHOLE.maps), "of a layer behind the focus all stands"  # type: ignore[arg-type]


def test_what_is_changed_at_any_place_is_changed_in_the_shares() -> None:
    weight = Cell(GridName.KERNEL, 0, 0)
    for place in (Scrub(1.5), ToEnd()):
        changed = after(fresh(SCENARIO), place, SetCell(weight, 3.0), ToEnd())
        expected = result_of(changed.scenario)
        assert all(map(np.array_equal, changed.result.maps, expected.maps))
        assert not np.array_equal(expected.maps[0], WHOLE.maps[0])
        back = after(changed, Undo(), ToEnd())
        assert all(map(np.array_equal, back.result.maps, WHOLE.maps))


def test_a_value_that_is_asked_is_a_sum() -> None:
    for position in (0.5, STEPS - 0.5):
        state = after(fresh(SCENARIO), TogglePredict(), ChooseQuestion(Question.VALUE), Scrub(position))
        front = state.result.scenario.filter
        assert answer_value(state) == WHOLE.sums[front].ravel()[0 if position < 1 else -1]


def test_both_sides_of_compare_have_sums_before_shares() -> None:
    both = after(fresh(SCENARIO), ToggleCompare(), Scrub(1.5))
    for side in shown(both).still.sides:
        assert np.array_equal(side.boards.output.grid, WHOLE.sums[0])
    for side in shown(after(both, ToEnd())).still.sides:
        assert float(side.boards.output.grid.max()) <= 1


def test_two_compared_in_the_midst_of_a_walk_have_their_shares_at_its_end() -> None:
    begun = after(fresh(SCENARIO), Scrub(3.7), ToggleCompare())
    ended = after(begun, ToEnd())
    other = ended.compare.result
    assert other is not None
    assert np.array_equal(other.maps, WHOLE.maps)
