"""Stamps of a transposed convolution: each pixel stamps once for each map, and all together make the layer's map."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.result import Result, result_of
from game.core.scenario import Scenario
from game.core.stamping import Stamping
from game.core.stamps import Stamp, cells_of, corner_of, kept_of, stamp_at, step_of, whole_size
from tests.core.scenarios import random_transposed

PICTURE = Scenario(
    [[1, 2, 1], [3, 2, 1], [1, 2, 1]],
    [[1, 0, 2], [0, 3, 1], [2, 1, 0]],
    white=3,
    stride=(2, 2),
    padding=(1, 1),
    transposed=True,
    output_padding=(1, 1),
)


def by_hand(result: Result, number: int, count: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return what a filter's first stamps leave, with loops that share nothing with what is tested."""
    scenario = result.scenario
    layer, (down, across) = scenario.layer, scenario.layer.chosen_stride
    found = np.full(whole_size(scenario), layer.bias[number])
    lanes = layer.channels_of(number)
    laid = 0
    for place, channel in enumerate(lanes):
        kernel = layer.chosen_weights[number, place]
        for row, line in enumerate(scenario.pixels[channel]):
            for column, pixel in enumerate(line):
                if laid == count:
                    return found
                laid += 1
                for (up, left), weight in np.ndenumerate(kernel):
                    found[row * down + up * layer.dilation[0], column * across + left * layer.dilation[1]] += (
                        pixel * weight
                    )
    return found


def test_the_picture_of_the_design_comes_out_number_by_number() -> None:
    stamping = Stamping(result_of(PICTURE))
    assert stamping.size == (7, 7)
    assert kept_of(PICTURE) == (slice(1, 7), slice(1, 7))
    before = stamping.standing(0, 4)
    assert before.sums[0].tolist() == [1, 0, 4, 0, 5, 0, 2]
    assert before.sums[2].tolist() == [5, 1, 10, 2, 2, 1, 0]
    assert before.finished[1:4, 1].tolist() == [True, True, True]
    assert not before.finished[2, 5]
    assert before.begun[2, 5]
    assert not before.begun[5, 5]
    after = stamping.standing(0, 5)
    assert after.sums[2, 2:5].tolist() == [12, 2, 6]
    assert corner_of(PICTURE, (1, 1)) == (2, 2)
    assert stamp_at(PICTURE, 4) == Stamp(0, 0, (1, 1))


@pytest.mark.parametrize("seed", range(4))
def test_all_stamps_make_the_map_of_the_layer_bit_for_bit(seed: int) -> None:
    random = np.random.default_rng(seed)
    for _ in range(500):
        scenario = random_transposed(random)
        result = result_of(scenario)
        stamping, each = Stamping(result), scenario.map_stamps
        for number in range(scenario.layer.filters):
            last = stamping.standing(number, each)
            assert np.array_equal(last.sums[kept_of(scenario)], result.sums[number])
            assert last.begun.all()
            assert last.finished.all()
            shown = stamping.activated(number)
            assert np.array_equal(shown.sums[kept_of(scenario)], result.maps[number])


@pytest.mark.parametrize("seed", range(2))
def test_what_stands_between_two_stamps_is_what_a_plain_loop_leaves(seed: int) -> None:
    random = np.random.default_rng(100 + seed)
    for _ in range(150):
        scenario = random_transposed(random, 5)
        result = result_of(scenario)
        stamping = Stamping(result)
        for count in random.integers(0, scenario.map_stamps + 1, 4).tolist():
            number = int(random.integers(scenario.layer.filters))
            standing = stamping.standing(number, count)
            assert np.allclose(standing.sums, by_hand(result, number, count), atol=1e-9, rtol=1e-12)
            assert (standing.sums >= stamping.extremes.min() - 1e-9).all()
            assert (standing.sums <= stamping.extremes.max() + 1e-9).all()


def test_every_pixel_stamps_once_for_each_map_that_sees_it() -> None:
    random = np.random.default_rng(7)
    for _ in range(300):
        scenario = random_transposed(random)
        found = [stamp_at(scenario, step) for step in range(scenario.stamps)]
        rows, columns = scenario.pixel_size
        wanted = [
            Stamp(number, channel, (row, column))
            for number in range(scenario.layer.filters)
            for channel in scenario.layer.channels_of(number)
            for row in range(rows)
            for column in range(columns)
        ]
        assert found == wanted
        assert [step_of(scenario, stamp) for stamp in found] == list(range(len(wanted)))


def test_a_cell_is_begun_with_its_first_stamp_and_finished_with_its_last() -> None:
    random = np.random.default_rng(8)
    for _ in range(60):
        scenario = random_transposed(random, 4)
        stamping, each = Stamping(result_of(scenario)), scenario.map_stamps
        met: dict[tuple[int, int], list[int]] = {}
        for step in range(each):
            cells = cells_of(scenario, stamp_at(scenario, step).pixel)
            marked = np.zeros(stamping.size, bool)
            marked[cells] = True
            for row, column in np.argwhere(marked).tolist():
                met.setdefault((row, column), []).append(step)
        for count in range(each + 1):
            standing = stamping.standing(0, count)
            for row in range(stamping.size[0]):
                for column in range(stamping.size[1]):
                    steps = met.get((row, column), [])
                    assert standing.begun[row, column] == (not steps or steps[0] < count)
                    assert standing.finished[row, column] == (not steps or steps[-1] < count)


def test_pixels_whose_stamps_are_cut_off_are_counted_as_they_are() -> None:
    far = Scenario([[0.5, 0.123456789]], [[1.0]], stride=(1, 3), padding=(0, 0), transposed=True)
    cut = far.changed(padding=(0, 1), kernel=[[1.0, 1.0]])
    stamping = Stamping(result_of(cut))
    assert stamping.standing(0, 2).sums[0].tolist() == [0.5, 0.5, 0.0, 0.123456789, 0.123456789]


def test_a_map_begins_at_its_bias_and_a_cell_without_a_stamp_keeps_it() -> None:
    apart = Scenario([[1.0, 2.0]], [[1.0]], stride=(1, 2), transposed=True, bias=[0.5])
    start = Stamping(result_of(apart)).standing(0, 0)
    assert start.sums.tolist() == [[0.5, 0.5, 0.5]]
    assert start.finished.tolist() == [[False, True, False]]
    with pytest.raises(TypeError, match="transposed"):
        _ = Stamping(result_of(Scenario([[1.0]], [[1.0]]))).layer
