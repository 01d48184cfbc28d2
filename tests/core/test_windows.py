"""Windows of a pooling that walk: every cell from what its window meets, and what stays when the operation changes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.convolution import output_map
from game.core.coverage import cells_fed_by
from game.core.errors import ConvolutionError, OutOfRange, UnknownName, WindowWithoutPixels
from game.core.operation_change import OPERATIONS, operation_of, with_operation
from game.core.operation_ranges import pooling_range
from game.core.padding import Padding
from game.core.pooling import Pooling, pooled, winner
from game.core.resize import allowed, with_pair
from game.core.result import result_of
from game.core.scenario import Scenario, of_names, startup
from game.core.updates import updated
from game.play.moment import numbers_of

SETTINGS = 2_000


def random_pooled(rng: np.random.Generator) -> Scenario | None:
    """Return a scenario with any pooling, or None where the dice made one that is refused."""
    shape = tuple(map(int, (rng.integers(1, 4), rng.integers(1, 12), rng.integers(1, 12))))
    window = int(rng.integers(1, 5)), int(rng.integers(1, 5))
    sides = [int(rng.integers(0, window[side // 2])) for side in range(4)]
    values = np.round(rng.normal(size=shape), 2) * (np.pi if rng.random() < 0.3 else 1)
    try:
        pooling = Pooling(
            "max" if rng.random() < 0.5 else "average",
            None if rng.random() < 0.1 else window,
            None if rng.random() < 0.3 else (int(rng.integers(1, 5)), int(rng.integers(1, 5))),
            Padding(*sides),
            (int(rng.integers(1, 3)), int(rng.integers(1, 3))),
            bool(rng.integers(2)),
            bool(rng.integers(2)),
        )
        return Scenario(tuple(values), [[1.0]], pooling=pooling)
    except ConvolutionError:
        return None


def test_every_step_of_any_pooling_makes_its_cell_from_what_its_window_meets() -> None:
    rng, met = np.random.default_rng(14), 0
    for _ in range(SETTINGS):
        scenario = random_pooled(rng)
        if scenario is None:
            continue
        met, result = met + 1, result_of(scenario)
        pooling = scenario.layer.pooling
        assert pooling is not None
        expected = pooled(scenario.tensor, pooling)
        assert np.array_equal(np.array(result.maps), expected)
        assert np.array_equal(output_map(scenario), expected[0]), "what the small picture of a file shows"
        assert (len(scenario.channels), *scenario.output_size) == expected.shape
        number = int(rng.integers(len(expected)))
        own, step = result.at(number, number), int(rng.integers(expected[0].size))
        numbers = numbers_of(own, step)
        assert numbers is not None
        assert numbers.sums[-1] == result.sums[number].ravel()[step]
        if pooling.kind == "max":
            assert numbers.sums[-1] == expected[number].ravel()[step]
        else:
            size = scenario.image_size
            assert numbers.sums[-1] / pooling.counts(size).ravel()[step] == pytest.approx(
                expected[number].ravel()[step]
            )
    assert met > SETTINGS / 2


def test_what_feeds_a_cell_is_what_changes_it() -> None:
    """Counted by trying: a pixel that becomes very large changes the maxima of the windows over it, and no others."""
    pooling = Pooling("max", (3, 2), (2, 1), Padding(1, 0, 0, 1), (1, 2), ceil_mode=True)
    scenario = Scenario(np.zeros((6, 7)), [[1.0]], pooling=pooling)
    before = result_of(scenario)
    for pixel in np.ndindex(6, 7):
        edit = scenario.painted([(pixel[0], pixel[1])], 9.0)
        assert edit is not None
        after = updated(before, edit.scenario, edit)
        changed = [tuple(map(int, cell)) for cell in np.argwhere(after.output != before.output)]
        assert changed == cells_fed_by(scenario, (pixel[0], pixel[1]))
        assert np.array_equal(after.output, result_of(edit.scenario).output)


def test_a_stroke_on_one_channel_leaves_the_maps_of_the_others() -> None:
    scenario = with_operation(of_names("noise", (8, 8), "random", (3, 3)), "average pooling")
    scenario = scenario.changed(image=(scenario.image, scenario.image * 0.5))
    before = result_of(scenario)
    edit = scenario.at(1, 1).painted([(2, 2)], 7.0)
    assert edit is not None
    after = updated(before, edit.scenario, edit)
    assert np.array_equal(after.maps[0], before.maps[0])
    assert not np.array_equal(after.maps[1], before.maps[1])


def test_the_winner_is_the_first_of_equal_ones_that_the_walk_meets() -> None:
    image = np.array([[1.0, 3.0], [3.0, 3.0]])
    scenario = Scenario(image, [[1.0]], pooling=Pooling("max", (2, 2)))
    numbers = numbers_of(result_of(scenario), 0)
    assert numbers is not None
    assert numbers.sums.tolist() == [1.0, 3.0, 3.0, 3.0]
    pooling = scenario.layer.pooling
    assert pooling is not None
    assert winner(scenario.image, pooling, (0, 0)) == (0, 1)


def test_operations_keep_image_and_sizes_and_an_average_stays_the_same_map_as_a_convolution() -> None:
    scenario = of_names("noise", (9, 9), "random", (3, 3))
    assert [operation_of(with_operation(scenario, name)) for name in OPERATIONS] == list(OPERATIONS)
    averaged = with_operation(scenario, "average pooling")
    assert (averaged.kernel_size, averaged.stride, averaged.padding) == ((3, 3), (3, 3), (0, 0))
    assert averaged.image is scenario.image
    again = with_operation(averaged, "convolution")
    assert np.allclose(result_of(again).output, result_of(averaged).output)
    assert operation_of(again) == "convolution"
    assert with_operation(scenario, "convolution") is scenario
    with pytest.raises(UnknownName):
        with_operation(scenario, "median pooling")


def test_one_pooling_becomes_the_other_with_all_that_is_set() -> None:
    pooling = Pooling("max", (3, 3), (2, 2), Padding(1, 0, 1, 1), (1, 2), ceil_mode=True, count_include_pad=False)
    scenario = Scenario(np.zeros((8, 9)), [[1.0]], pooling=pooling)
    assert with_operation(scenario, "average pooling").layer.pooling == pooling.changed(kind="average")


def test_a_kernel_larger_than_the_image_becomes_a_window_as_large_as_that() -> None:
    small = Scenario(np.zeros((2, 2)), np.zeros((3, 3)), padding=(1, 1))
    assert with_operation(small, "max pooling").kernel_size == (2, 2)


@pytest.mark.parametrize("quantity", ["image size", "kernel size", "stride", "padding", "dilation"])
def test_sliders_go_as_far_as_a_pooling_can_be_made(quantity: str) -> None:
    pooling = Pooling("max", (3, 2), (2, 2), Padding(1, 1, 0, 0))
    scenario = Scenario(np.zeros((9, 8)), [[1.0]], pooling=pooling)
    for axis in (0, 1):
        found = allowed(scenario, quantity, axis)
        assert found == pooling_range(scenario, quantity, axis)
        assert found.low < found.high
        for value in range(int(found.low), int(found.high) + 1):
            assert _set(scenario, quantity, axis, value) is not None
        assert _set(scenario, quantity, axis, int(found.low) - 1) is None
        assert _set(scenario, quantity, axis, int(found.high) + 1) is None


def _set(scenario: Scenario, quantity: str, axis: int, value: int) -> Scenario | None:
    pairs: dict[str, Any] = {"image size": scenario.image_size, "kernel size": scenario.kernel_size}
    pair = list(pairs.get(quantity) or getattr(scenario, quantity))
    pair[axis] = value
    try:
        return with_pair(scenario, quantity, (pair[0], pair[1]))
    except ConvolutionError:
        return None


def test_a_window_as_large_as_the_image_follows_it() -> None:
    scenario = Scenario(np.arange(16.0).reshape(4, 4), [[1.0]], pooling=Pooling("average"))
    assert result_of(scenario).output.tolist() == [[7.5]]
    smaller = with_pair(scenario, "image size", (2, 3))
    assert smaller.kernel_size == (2, 3)
    assert result_of(smaller).output.shape == (1, 1)


def test_what_a_pooling_cannot_be_is_refused() -> None:
    with pytest.raises(OutOfRange):
        Scenario(np.zeros((4, 4)), [[1.0]], pooling=Pooling("max", (2, 2), padding=Padding(2)))
    with pytest.raises(WindowWithoutPixels):
        Scenario(np.zeros((1, 1)), [[1.0]], pooling=Pooling("max", (2, 2), (2, 2), Padding(1, 1, 1, 1), (2, 2)))
    assert operation_of(startup()) == "convolution"
