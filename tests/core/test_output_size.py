"""Output sizes against the published figures and by counting; which settings are allowed."""

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.core.convolution import cell_of, patch_corner, step_of
from game.core.errors import KernelDoesNotFit, UnknownName
from game.core.limits import IMAGE_SIZE, KERNEL_SIZE, Range
from game.core.output_size import exact_quotient, kernel_extent, output_length
from game.core.quantities import QUANTITIES
from game.core.resize import allowed, with_pair
from game.core.scenario import Scenario, startup

from .scenarios import random_scenario, scenario_of

STRIDE, PADDING, DILATION = (QUANTITIES[name].range for name in ("stride", "padding", "dilation"))
FIGURES = json.loads((Path(__file__).parent / "conv_arithmetic.json").read_text(encoding="utf-8"))["figures"]


def whole(limits: Range) -> range:
    return range(int(limits.low), int(limits.high) + 1)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure["name"])
def test_output_length_is_that_of_the_published_figure(figure: dict[str, Any]) -> None:
    settings = [figure[name] for name in ("input_size", "kernel_size", "stride", "padding", "dilation")]
    assert output_length(*settings) == figure["output_size"]


def test_output_length_counts_the_places_where_the_kernel_fits() -> None:
    for length, kernel, stride, padding, dilation in itertools.product(
        range(1, 14), range(1, 8), (1, 2, 3, 8), (0, 1, 3, 8), (1, 2, 5)
    ):
        extent = dilation * (kernel - 1) + 1
        places = [start for start in range(0, length + 2 * padding, stride) if start + extent <= length + 2 * padding]
        assert output_length(length, kernel, stride, padding, dilation) == len(places)


def test_quotient_keeps_its_fraction_for_the_formula() -> None:
    quotient = exact_quotient(8, 3, 2, 1)
    assert (quotient.numerator, quotient.stride, quotient.value) == (7, 2, 3.5)
    assert (quotient.rounded_down, quotient.remainder) == (3, 1)


def test_without_a_dilation_the_weights_lie_side_by_side() -> None:
    assert kernel_extent(3) == 3
    assert output_length(8, 3, 1, 0) == 6
    assert exact_quotient(8, 3, 2, 0).value == 2.5


def test_startup_has_sixteen_steps() -> None:
    assert startup().output_size == (4, 4)
    assert startup().steps == 16


def test_every_square_setting_of_the_sliders_keeps_its_patches_inside_and_leaves_no_room_for_another() -> None:
    images = {side: np.zeros((side, side)) for side in whole(IMAGE_SIZE)}
    kernels = {side: np.zeros((side, side)) for side in whole(KERNEL_SIZE)}
    seen = 0
    for length, kernel, stride, padding in itertools.product(
        whole(IMAGE_SIZE), whole(KERNEL_SIZE), whole(STRIDE), whole(PADDING)
    ):
        if kernel > length + 2 * padding:
            assert output_length(length, kernel, stride, padding) == 0
            continue
        scenario = Scenario(images[length], kernels[kernel], stride=(stride, stride), padding=(padding, padding))
        (rows, columns), end = scenario.output_size, length + padding
        assert rows == columns
        assert scenario.steps == rows * columns >= 1
        assert patch_corner(scenario, (0, 0)) == (-padding, -padding)
        last, _ = patch_corner(scenario, (rows - 1, columns - 1))
        assert last + kernel <= end < last + stride + kernel
        seen += 1
    assert seen > 60_000


def test_steps_and_output_cells_are_one_to_one_and_row_by_row() -> None:
    random = np.random.default_rng(30)
    squares = [
        scenario_of(np.zeros((n, n)), [[1]], padding=(p, p)) for n, p in [*((n, 0) for n in range(1, 65)), (64, 8)]
    ]
    for scenario in squares + [random_scenario(random, largest=64) for _ in range(100)]:
        cells = [cell_of(scenario, step) for step in range(scenario.steps)]
        assert cells == list(np.ndindex(scenario.output_size))
        assert [step_of(scenario, cell) for cell in cells[:: max(1, len(cells) // 50)]] == list(
            range(0, len(cells), max(1, len(cells) // 50))
        )


def test_every_patch_lies_inside_the_padded_image() -> None:
    random = np.random.default_rng(31)
    for scenario in [random_scenario(random, largest=64) for _ in range(300)]:
        for axis in (0, 1):
            corners = [patch_corner(scenario, (place, place))[axis] for place in range(scenario.output_size[axis])]
            low, high = -scenario.padding[axis], scenario.image_size[axis] + scenario.padding[axis]
            assert all(low <= corner and corner + scenario.kernel_extent[axis] <= high for corner in corners)


def fits(scenario: Scenario, quantity: str, axis: int, value: int) -> bool:
    present = getattr(scenario, QUANTITIES[quantity].key)
    try:
        with_pair(scenario, quantity, (value, present[1]) if axis == 0 else (present[0], value))
    except KernelDoesNotFit:
        return False
    return True


@pytest.mark.parametrize(
    ("quantity", "limits"), [(each.name, each.range) for each in QUANTITIES.values() if each.kind == "pair"]
)
def test_allowed_values_are_exactly_those_that_make_a_scenario(quantity: str, limits: Range) -> None:
    random = np.random.default_rng(32)
    for scenario in [random_scenario(random, largest=20) for _ in range(25)]:
        for axis in (0, 1):
            expected = [value for value in whole(limits) if fits(scenario, quantity, axis, value)]
            assert list(whole(allowed(scenario, quantity, axis))) == expected


def test_allowed_refuses_an_unknown_quantity() -> None:
    with pytest.raises(UnknownName):
        allowed(startup(), "dilution", 0)


def test_dilation_takes_its_whole_range() -> None:
    for dilation in whole(DILATION):
        scenario = Scenario(np.zeros((9, 9)), np.zeros((2, 2)), dilation=(dilation, 1))
        assert scenario.output_size == (9 - dilation, 8)
