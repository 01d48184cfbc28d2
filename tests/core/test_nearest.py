"""Where the walk goes on after a change, against trying every step."""

import math

import numpy as np

from game.core.convolution import cell_of, leading_step, nearest_step, nearest_step_to, patch_corner
from game.core.scenario import Scenario, startup

from .scenarios import random_scenario, scenario_of


def by_trying(scenario: Scenario, corner: tuple[float, float]) -> int:
    distances = [math.dist(patch_corner(scenario, cell_of(scenario, step)), corner) for step in range(scenario.steps)]
    return distances.index(min(distances))


def test_nearest_step_is_the_first_of_those_with_the_least_distance() -> None:
    random = np.random.default_rng(60)
    for _ in range(300):
        before, after = random_scenario(random, largest=12), random_scenario(random, largest=12)
        step = int(random.integers(before.steps))
        assert nearest_step(before, step, after) == by_trying(after, patch_corner(before, cell_of(before, step)))


def test_nearest_step_to_a_point_may_be_asked_far_outside() -> None:
    random = np.random.default_rng(61)
    for scenario in [random_scenario(random, largest=10) for _ in range(200)]:
        corner = (float(random.integers(-40, 60)) / 2, float(random.integers(-40, 60)) / 2)
        assert nearest_step_to(scenario, corner) == by_trying(scenario, corner)


def test_end_stays_the_end() -> None:
    after = startup().varied(stride=(1, 1))
    assert nearest_step(startup(), 16, after) == after.steps == 64


def test_unchanged_scenario_keeps_its_step() -> None:
    assert [nearest_step(startup(), step, startup()) for step in range(17)] == list(range(17))


def test_tie_goes_to_the_earlier_step() -> None:
    scenario = scenario_of(np.zeros((5, 5)), [[1]], stride=(2, 2))
    assert nearest_step_to(scenario, (1, 1)) == 0
    assert nearest_step_to(scenario, (3, 3)) == 4
    assert nearest_step_to(scenario, (3.01, 3)) == 7


def test_the_leading_step_brings_a_follower_to_a_cell_wherever_any_step_does() -> None:
    random = np.random.default_rng(62)
    reached = 0
    for _ in range(120):
        leader, follower = random_scenario(random, largest=9), random_scenario(random, largest=9)
        cell = cell_of(follower, int(random.integers(follower.steps)))
        found = leading_step(leader, follower, cell)
        assert 0 <= found < leader.steps
        leading = [
            step for step in range(leader.steps) if cell_of(follower, nearest_step(leader, step, follower)) == cell
        ]
        far = [
            math.dist(patch_corner(leader, cell_of(leader, step)), patch_corner(follower, cell))
            for step in range(leader.steps)
        ]
        assert not leading or (found in leading and far[found] == min(far[step] for step in leading))
        reached += bool(leading)
    assert 20 < reached < 115, "the scenarios of this test no longer tell the two cases apart"


def test_without_a_step_that_leads_there_it_is_the_one_whose_patch_is_nearest_on_each_axis() -> None:
    dense, sparse = startup().varied(stride=(1, 1)), startup().varied(stride=(4, 4))
    assert [leading_step(sparse, dense, (0, column)) for column in range(8)] == [0, 0, 0, 1, 1, 1, 1, 1]
