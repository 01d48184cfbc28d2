"""The map against scipy and the published reference cases; patch, products and sums against the map."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.convolution import (
    cell_of,
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
