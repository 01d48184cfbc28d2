"""Sums are exact where the numbers are decimals, taken in row order else, and the same in the map as in the walk."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from game.core.arithmetic import IN_ROW_ORDER, Arithmetic, decimal_parts
from game.core.convolution import arithmetic, output_map, patch, products
from game.core.grid import Grid
from game.core.layer_sums import arithmetic_of, sums_of
from game.core.layers import Convolution
from game.core.result import result_of
from game.core.row_order import correlated_in_row_order
from game.core.scenario import Pair, Scenario
from game.core.updates import updated
from tests.core.edits import with_pixels

from .scenarios import random_scenario
from .sums import running_sums

KINDS = ("one decimal", "two decimals", "integers", "signed", "six decimals", "photo")


def made(random: np.random.Generator, kind: str) -> Scenario:
    """Return a random scenario of decimals, or with a photo's pixels."""
    shape = random_scenario(random, largest=9)
    places = {"one decimal": 1, "integers": 0, "six decimals": 6}.get(kind, 2)
    low = -1.0 if kind == "signed" else 0.0
    most = 9 if kind == "integers" else 1
    image = np.round(random.uniform(0, most, shape.image_size), places)
    if kind == "photo":
        image = random.integers(0, 256, shape.image_size) / 255
    kernel = np.round(random.uniform(low, 1, shape.kernel_size) * most, places)
    return shape.changed(image=image, kernel=kernel, white=9.0)


def arithmetic_over(image: Grid, kernel: Grid) -> Arithmetic:
    """Return how the sums of one kernel over one image are taken."""
    return arithmetic_of(image[None], Convolution(kernel[None, None]))


def true_sum(scenario: Scenario, cell: Pair, parts: int = 0) -> Fraction:
    """Return the sum of the products as fractions, of the decimals that a person would write (or of 255ths)."""

    def exact(value: float) -> Fraction:
        return Fraction(round(value * parts), parts) if parts else Fraction(repr(value))

    pixels, weights = patch(scenario, cell).ravel().tolist(), scenario.kernel.ravel().tolist()
    return sum(
        (exact(pixel) * Fraction(repr(weight)) for pixel, weight in zip(pixels, weights, strict=True)), Fraction()
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_sum_of_decimals_is_the_number_nearest_to_the_true_one(kind: str) -> None:
    random = np.random.default_rng(101)
    for scenario in (made(random, kind) for _ in range(80)):
        assert arithmetic(scenario).exact
        output = output_map(scenario)
        for cell in list(np.ndindex(*scenario.output_size))[:12]:
            place = (cell[0], cell[1])
            assert float(output[place]) == float(true_sum(scenario, place, 255 if kind == "photo" else 0))
            assert running_sums(scenario, place)[-1] == output[place]


@pytest.mark.parametrize("parts", [3, 9, 7])
def test_other_numbers_are_added_up_in_row_order_in_the_map_as_in_the_walk(parts: int) -> None:
    random = np.random.default_rng(102)
    for shape in (random_scenario(random, largest=12) for _ in range(150)):
        scenario = shape.with_kernel(random.integers(1, 9, shape.kernel_size) / parts)
        output = output_map(scenario)
        for cell in np.ndindex(*scenario.output_size):
            place = (cell[0], cell[1])
            in_order = 0.0
            for product in products(scenario, place).ravel().tolist():
                in_order += product
            assert output[place] == in_order == running_sums(scenario, place)[-1]


def test_a_partial_update_equals_the_whole_map_bit_for_bit() -> None:
    random = np.random.default_rng(103)
    for index in range(400):
        before = made(random, KINDS[index % len(KINDS)]) if index % 2 else random_scenario(random, largest=12)
        rows, columns = before.image_size
        cells = [(int(random.integers(rows)), int(random.integers(columns))) for _ in range(3)]
        value = float(random.choice([0.0, 0.1, 0.25, 1.0, 1 / 3, 0.123456]))
        after = with_pixels(before, cells, min(value, before.white))
        assert updated(result_of(before), after).output.tobytes() == output_map(after).tobytes()


def test_a_pixel_that_is_no_decimal_makes_the_whole_map_anew() -> None:
    before = Scenario(np.full((6, 6), 0.1), np.full((3, 3), 0.7))
    third = updated(result_of(before), with_pixels(before, [(5, 5)], 1 / 3))
    assert (result_of(before).arithmetic.exact, third.arithmetic) == (True, IN_ROW_ORDER)
    assert third.output.tobytes() == output_map(third.scenario).tobytes()
    assert third.output[0, 0] != result_of(before).output[0, 0], "a corner that the pixel does not feed"
    again = updated(third, before)
    assert again.output.tobytes() == result_of(before).output.tobytes()


def test_products_are_nearest_to_the_true_ones() -> None:
    how = arithmetic_over(np.array([[0.1]]), np.array([[0.7]]))
    assert float(how.products(0.1, 0.7)) == 0.07 != 0.1 * 0.7
    assert float(IN_ROW_ORDER.products(0.1, 0.7)) == 0.1 * 0.7


@pytest.mark.parametrize(
    ("numbers", "parts"),
    [
        ([[3.0, -7.0]], 1),
        ([[0.5, 0.25]], 100),
        ([[0.1, 0.2, 0.30000000000000004]], 0),
        ([[999.999999]], 1e6),
        ([[0.1234567]], 0),
        ([[1 / 3]], 0),
        ([[0.0, -0.0]], 1),
    ],
)
def test_the_whole_parts_of_decimals(numbers: list[list[float]], parts: float) -> None:
    assert decimal_parts(np.array(numbers)) == parts


def test_one_number_that_is_no_decimal_is_found_among_many() -> None:
    for place in range(0, 4096, 97):
        grid = np.round(np.random.default_rng(104).random(4096), 2)
        grid[place] = 1 / 3
        assert decimal_parts(grid.reshape(64, 64)) == 0


@pytest.mark.parametrize(("weight", "exact"), [(999.0, True), (998.999999, False)])
def test_sums_beyond_what_a_float64_counts_are_added_in_row_order(weight: float, exact: bool) -> None:
    image, kernel = np.full((15, 15), 254.999999), np.full((15, 15), weight)
    assert arithmetic_over(image, kernel).exact is exact


def test_what_counts_is_the_largest_sum_that_the_kernel_can_meet() -> None:
    image, kernel = np.full((15, 15), 0.00001), np.full((15, 15), 998.9999)
    image[7, 7] = 254.99999
    assert 25_499_999 * 225 * 9_989_999 >= 2**53, "as if every pixel were the largest"
    assert arithmetic_over(image, kernel).exact, "but only one is"
    assert not arithmetic_over(np.full((15, 15), 254.99999), kernel).exact


@pytest.mark.parametrize("stride", [(1, 1), (2, 3), (8, 1)])
@pytest.mark.parametrize("dilation", [(1, 1), (2, 1), (3, 5)])
def test_both_ways_of_adding_up_agree(stride: Pair, dilation: Pair) -> None:
    random = np.random.default_rng(105)
    for _ in range(20):
        kernel = random.integers(-9, 9, tuple(random.integers(1, 6, 2))).astype(float)
        padded: Grid = random.integers(0, 9, tuple(random.integers(21, 40, 2))).astype(float)
        layer = Convolution(kernel[None, None], stride=stride, dilation=dilation)
        fast = sums_of(padded[None], layer, Arithmetic(1.0, 1.0))[0]
        assert np.array_equal(fast, correlated_in_row_order(padded, kernel, stride, dilation))


def test_the_arithmetic_can_be_a_key() -> None:
    assert {Arithmetic(100.0, 1.0): 1}[Arithmetic(100.0, 1.0)] == 1
