"""Where the walk goes on after a change, against trying every step."""

import math

import numpy as np

from game.core.convolution import patch_corner
from game.core.nearest import cell_of, nearest_step, nearest_step_to
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
    after = startup().with_stride((1, 1))
    assert nearest_step(startup(), 16, after) == after.steps == 64


def test_unchanged_scenario_keeps_its_step() -> None:
    assert [nearest_step(startup(), step, startup()) for step in range(17)] == list(range(17))


def test_tie_goes_to_the_earlier_step() -> None:
    scenario = scenario_of(np.zeros((5, 5)), [[1]], stride=(2, 2))
    assert nearest_step_to(scenario, (1, 1)) == 0
    assert nearest_step_to(scenario, (3, 3)) == 4
    assert nearest_step_to(scenario, (3.01, 3)) == 7
