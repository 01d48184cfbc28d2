"""The map, patch, products and sums against scipy and published cases; where the walk goes on, by trying every step."""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.convolution import (
    cell_of,
    leading_step,
    nearest_step,
    nearest_step_to,
    output_map,
    padded_image,
    patch,
    patch_corner,
    products,
)
from game.core.scenario import Scenario, startup

from .scenarios import edge_scenarios, random_scenario, reference_map, scenario_of, tolerance
from .sums import running_sums

REFERENCE = json.loads((Path(__file__).parent / "conv_arithmetic.json").read_text(encoding="utf-8"))


def test_map_equals_scipy_for_600_random_scenarios() -> None:
    random = np.random.default_rng(20)
    for _ in range(600):
        scenario = random_scenario(random)
        output = output_map(scenario)
        assert output.shape == scenario.output_size == reference_map(scenario).shape
        assert np.all(np.abs(output - reference_map(scenario)) <= tolerance(scenario))


@pytest.mark.parametrize("scenario", edge_scenarios(np.random.default_rng(21)), ids=lambda s: f"{s.image_size}")
def test_map_equals_scipy_at_the_edges(scenario: Scenario) -> None:
    output = output_map(scenario)
    assert output.shape == scenario.output_size
    assert np.all(np.abs(output - reference_map(scenario)) <= tolerance(scenario))


@pytest.mark.parametrize("case", REFERENCE["numerical"], ids=lambda case: case["name"])
def test_map_equals_the_published_reference_case(case: dict[str, Any]) -> None:
    scenario = scenario_of(
        case["image"],
        case["kernel"],
        white=3,
        stride=(case["stride"], case["stride"]),
        padding=(case["padding"], case["padding"]),
    )
    assert output_map(scenario).tolist() == case["output"]
    for cell in np.ndindex(scenario.output_size):
        assert running_sums(scenario, cell)[-1] == case["output"][cell[0]][cell[1]]


def test_both_published_cases_are_there() -> None:
    names = [case["name"] for case in REFERENCE["numerical"]]
    assert names == ["numerical_no_padding_no_strides", "numerical_padding_strides"]


def test_map_is_read_only() -> None:
    assert not output_map(startup()).flags.writeable


def test_kernel_is_not_turned() -> None:
    scenario = scenario_of([[1, 0, 0]], [[2, 3, 5]])
    assert output_map(scenario).tolist() == [[2]]


def test_padded_image_is_the_image_in_zeros() -> None:
    random = np.random.default_rng(22)
    for scenario in [random_scenario(random) for _ in range(50)]:
        above, left = scenario.padding
        assert np.array_equal(padded_image(scenario), np.pad(scenario.image, [(above, above), (left, left)]))


def test_patch_holds_the_pixels_under_the_dilated_kernel() -> None:
    scenario = scenario_of(
        np.arange(25).reshape(5, 5), np.ones((2, 2)), white=24, stride=(2, 1), padding=(1, 0), dilation=(2, 3)
    )
    assert patch_corner(scenario, (0, 0)) == (-1, 0)
    assert patch(scenario, (0, 0)).tolist() == [[0, 0], [5, 8]]
    assert patch_corner(scenario, (1, 1)) == (1, 1)
    assert patch(scenario, (1, 1)).tolist() == [[6, 9], [16, 19]]


def test_each_cell_is_the_sum_of_its_products_and_the_last_of_its_running_sums() -> None:
    random = np.random.default_rng(23)
    for scenario in [random_scenario(random, largest=10) for _ in range(60)]:
        output = output_map(scenario)
        cell = cell_of(scenario, int(random.integers(scenario.steps)))
        assert products(scenario, cell).shape == scenario.kernel_size
        assert np.array_equal(products(scenario, cell), patch(scenario, cell) * scenario.kernel)
        assert running_sums(scenario, cell)[-1] == output[cell]


def test_running_sums_add_up_row_by_row() -> None:
    scenario = scenario_of([[1, 2], [3, 4]], [[1, 10], [100, -1]], white=4)
    assert running_sums(scenario, (0, 0)).tolist() == [1, 21, 321, 317]


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
