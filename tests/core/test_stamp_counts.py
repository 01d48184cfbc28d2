"""How many stamps meet in a cell, against stamps of ones that are set down one by one."""

from __future__ import annotations

import numpy as np

from game.core.scenario import Scenario
from game.core.stamp_counts import stamp_counts
from tests.core.scenarios import random_transposed


def by_hand(scenario: Scenario) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    layer, (height, width) = scenario.layer, scenario.output_size
    found = np.zeros((height, width), int)
    for row, column in np.ndindex(scenario.pixel_size):
        for down, across in np.ndindex(layer.kernel_size):
            y = row * layer.chosen_stride[0] + down * layer.dilation[0] - layer.chosen_padding.top
            x = column * layer.chosen_stride[1] + across * layer.dilation[1] - layer.chosen_padding.left
            if 0 <= y < height and 0 <= x < width:
                found[y, x] += 1
    return found


def test_counts_are_those_of_stamps_set_down_one_by_one() -> None:
    random = np.random.default_rng(24)
    for _ in range(200):
        scenario = random_transposed(random, 6)
        assert np.array_equal(stamp_counts(scenario), by_hand(scenario))


def test_kernel_3_at_stride_2_is_uneven() -> None:
    scenario = Scenario(np.ones((3, 3)), np.ones((3, 3)), stride=(2, 2), transposed=True)
    assert set(stamp_counts(scenario).ravel()) == {1, 2, 4}
