"""The walk of the stamps, and where it is in the walk over the spread image."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.result import result_of
from game.core.scenario import Scenario
from game.core.stamping import Stamping
from game.core.stamps import Stamp, corner_of, kept_of, stamp_at, step_of
from game.play.phases import Phase
from game.play.playback import Playback
from game.play.stamp_moment import stamp_moment, stamp_step, stamp_step_at
from game.play.stamp_walk import cornered_pixel, counted_in, in_cells, in_stamps, middle_of, nearest_pixel
from tests.core.scenarios import random_transposed
from tests.core.test_stamps import PICTURE


def test_ends_stay_ends_and_everything_between_lies_between() -> None:
    random = np.random.default_rng(1)
    for _ in range(200):
        scenario = random_transposed(random, 6)
        assert in_cells(scenario, 0.0) == 0.0 == in_stamps(scenario, 0.0)
        assert in_cells(scenario, scenario.stamps) == scenario.steps
        assert in_stamps(scenario, scenario.steps) == scenario.stamps
        for position in random.uniform(0, scenario.stamps, 12).tolist():
            assert 0 <= in_cells(scenario, position) <= scenario.steps
        for position in random.uniform(0, scenario.steps, 12).tolist():
            assert 0 <= in_stamps(scenario, position) <= scenario.stamps


def test_without_cuts_one_comes_back_to_the_very_same_place() -> None:
    random = np.random.default_rng(2)
    for _ in range(150):
        scenario = random_transposed(random, 5)
        scenario = scenario.changed(padding=(0, 0))
        for step in range(1, scenario.stamps):
            for fraction in (0.0, 0.3, 0.65):
                position = step + fraction
                assert in_stamps(scenario, in_cells(scenario, position)) == pytest.approx(position, abs=1e-6)


def test_a_pixel_stands_for_the_cell_in_the_middle_of_its_stamp() -> None:
    assert middle_of(PICTURE, (1, 1)) == (2, 2)
    assert middle_of(PICTURE, (0, 0)) == (0, 0)
    assert nearest_pixel(PICTURE, (2, 2)) == (1, 1)
    assert in_cells(PICTURE, 4.65) == pytest.approx(14.65)
    assert in_stamps(PICTURE, 14.65) == pytest.approx(4.65)
    assert cornered_pixel(PICTURE, (1.4, 0.2)) == (1, 1)
    assert cornered_pixel(PICTURE, (90, -90)) == (2, 0)


def test_a_target_ahead_stays_ahead() -> None:
    walk = Playback(position=4.3, playing=True, target=5.0)
    cells = counted_in(walk, PICTURE, stamps=False)
    assert cells.position == pytest.approx(14.3)
    assert cells.target == 16.0
    back = counted_in(cells, PICTURE, stamps=True)
    assert back.position == pytest.approx(4.3)
    assert back.target == pytest.approx(5.0)
    behind = counted_in(Playback(position=8.9, target=9.0), PICTURE, stamps=False)
    assert behind.target is not None
    assert behind.target >= behind.position


def moment_at(scenario: Scenario, position: float, reduced: bool = False):  # type: ignore[no-untyped-def]  # of a pair
    stamping = Stamping(result_of(scenario))
    step = stamp_step(stamping, stamp_step_at(stamping, position))
    return step, stamp_moment(stamping, step, position, reduced_motion=reduced)


def test_the_card_lies_where_the_stamp_is_laid() -> None:
    random = np.random.default_rng(3)
    for _ in range(60):
        scenario = random_transposed(random, 5)
        kept = kept_of(scenario)
        for number in random.integers(0, scenario.stamps, 3).tolist():
            _, moment = moment_at(scenario, number + 0.6)
            row, column = corner_of(scenario, stamp_at(scenario, number).pixel)
            assert moment.card == (row - kept[0].start, column - kept[1].start)
            assert moment.cell == stamp_at(scenario, number).pixel
            assert moment.phase is Phase.PRODUCTS


def test_products_are_the_pixel_times_each_weight_and_fall_one_by_one() -> None:
    step, moment = moment_at(PICTURE, 4.65)
    assert step.pixel == 2
    assert step.numbers is not None
    assert step.numbers.products.tolist() == [[2, 0, 4], [0, 6, 2], [4, 2, 0]]
    assert moment.arrived == 0
    fallen = [moment_at(PICTURE, 4 + part)[1].arrived for part in np.linspace(0.65, 0.9, 60)]
    assert fallen == sorted(fallen)
    assert fallen[0] == 0
    assert fallen[-1] == 9
    assert len(set(fallen)) > 5
    flying = moment_at(PICTURE, 4.78)[1].flight
    assert set(np.unique(flying).tolist()) <= {0.0, 1.0}


def test_what_is_finished_is_told_as_the_stamp_is_revealed() -> None:
    step, _ = moment_at(PICTURE, 4.65)
    assert step.landed.sums is step.after.sums
    assert not step.landed.finished[2, 2]
    assert step.after.finished[2, 2]


def test_the_activation_follows_on_the_last_stamp_of_a_map() -> None:
    below = Scenario([[1.0, -1.0]], [[1.0]], transposed=True, activation="relu")
    first, _ = moment_at(below, 0.95)
    last, _ = moment_at(below, 1.95)
    end, done = moment_at(below, 2.0)
    assert not first.closes
    assert last.closes
    assert last.landed.sums.tolist() == [[1, -1]]
    assert last.after.sums.tolist() == [[1, 0]]
    assert end.before.sums.tolist() == [[1, 0]]
    assert done.phase is Phase.DONE
    assert done.cell is None


def test_the_card_lies_on_its_cells_from_when_it_has_settled_until_it_goes_on() -> None:
    scenario = Scenario(np.ones((2, 2)), np.ones((2, 2)), stride=(1, 1), transposed=True)
    lifts = [moment_at(scenario, 1 + part)[1].lift for part in (0.3, 0.5, 0.65, 0.9, 0.95, 0.9999)]
    assert lifts == [0.0] * 6
    begin, on_its_way, there = (moment_at(scenario, 2 + part)[1].lift for part in (0.0, 0.02, 0.19))
    assert begin == 0.0, "as the step before has left it"
    assert 0 < on_its_way < there == 1.0
    assert moment_at(scenario, 4.0)[1].lift == 0.0, "at the end"


def test_the_first_stamp_of_each_map_comes_straight_down() -> None:
    two = Scenario([[1.0, 2.0]], np.ones((2, 1, 1, 1)), transposed=True)
    second = step_of(two, Stamp(1, 0, (0, 0)))
    for start in (0, second):
        _, moment = moment_at(two, start + 0.01)
        assert moment.card == (0.0, 0.0)
        assert moment.lift == 1.0
    _, moment = moment_at(two, second + 1.01)
    assert moment.card[0] == 0.0
    assert moment.card[1] < 1.0
