"""Whatever the sliders say, the walk makes every output cell exactly once, and visits every place of the kernel."""

from __future__ import annotations

import random

import numpy as np

from game.core.arithmetic import IN_ROW_ORDER
from game.core.convolution import patch_corner
from game.core.padding import padded
from game.core.result import Result
from game.core.scenario import Scenario
from game.core.stamps import cells_of, corner_of, stamp_at, whole_size
from game.play.moment import moment
from game.play.playback import Playback
from game.play.walk import made_of, place_of, position_of
from tests.core.scenarios import random_layered, random_pooling, random_transposed


def unfilled(scenario: Scenario) -> Result:
    """Return a result whose map holds nothing: only where the kernel stands is asked for."""
    around = tuple(padded(scenario.tensor, scenario.layer.padding))
    return Result(scenario, np.zeros((1, *scenario.output_size)), around, IN_ROW_ORDER)


def places(length: int, kernel: int, stride: int, padding: int, dilation: int = 1) -> list[int]:
    """Return where the kernel fits on an axis, tried one by one, in image coordinates."""
    reach = (kernel - 1) * dilation + 1
    return [
        start - padding for start in range(0, length + 2 * padding, stride) if start + reach <= length + 2 * padding
    ]


def walked(result: Result) -> list[tuple[int, int]]:
    """Return the cell of each step, stepped through from the start to the end."""
    playback = Playback(playing=False)
    steps = result.scenario.steps
    cells = []
    while playback.position < steps:
        now = moment(result, playback.position + 0.5)
        assert now.cell is not None
        cells.append(now.cell)
        playback = playback.forward(steps, "whole").forward(steps, "whole")  # the second jumps there
    return cells


def test_a_walk_of_every_size_makes_each_cell_once_and_in_order() -> None:
    for side in range(1, 65):
        scenario = Scenario(np.zeros((side, 65 - side)), np.zeros((1, 1)))
        result = unfilled(scenario)
        assert walked(result) == [(row, column) for row in range(side) for column in range(65 - side)]


def test_every_square_setting_of_the_sliders_has_one_step_for_each_place_of_the_kernel() -> None:
    tried = 0
    images, kernels = ({side: np.zeros((side, side)) for side in range(1, most)} for most in (65, 16))
    for length in range(1, 65):
        for kernel in range(1, 16):
            for padding in range(9):
                if kernel > length + 2 * padding:
                    continue
                for stride in range(1, 9):
                    scenario = Scenario(
                        images[length], kernels[kernel], stride=(stride, stride), padding=(padding, padding)
                    )
                    found = places(length, kernel, stride, padding)
                    last = divmod(scenario.steps - 1, scenario.output_size[1])
                    assert scenario.steps == len(found) ** 2
                    assert patch_corner(scenario, last) == (found[-1], found[-1])
                    tried += 1
    assert tried > 65_000


def test_ten_thousand_rectangular_settings_have_one_step_for_each_place_of_the_kernel() -> None:
    dice = random.Random(7)
    tried = 0
    while tried < 10_000:
        size, kernel, stride, padding, dilation = (
            (dice.randint(low, high), dice.randint(low, high))
            for low, high in ((1, 64), (1, 15), (1, 8), (0, 8), (1, 2))
        )
        if any((kernel[a] - 1) * dilation[a] + 1 > size[a] + 2 * padding[a] for a in (0, 1)):
            continue
        tried += 1
        scenario = Scenario(np.zeros(size), np.zeros(kernel), stride=stride, padding=padding, dilation=dilation)
        rows, columns = (places(size[a], kernel[a], stride[a], padding[a], dilation[a]) for a in (0, 1))
        assert scenario.steps == len(rows) * len(columns)
        result = unfilled(scenario)
        for step in (0, dice.randrange(scenario.steps), scenario.steps - 1):
            now = moment(result, step + 0.5)
            row, column = divmod(step, len(columns))
            assert now.cell == (row, column)
            assert now.card == (rows[row], columns[column])
            assert now.made == step
        assert moment(result, float(scenario.steps)).made == scenario.steps


def test_a_walk_over_any_layer_makes_each_cell_of_each_map_once() -> None:
    chance = np.random.default_rng(1313)
    for _ in range(400):
        scenario = random_layered(chance)
        rows, columns = scenario.output_size
        found = {place_of(scenario, float(step)) for step in range(scenario.steps)}
        assert scenario.steps == scenario.layer.filters * rows * columns
        assert found == {
            (number, float(cell)) for number in range(scenario.layer.filters) for cell in range(rows * columns)
        }
        number, local = place_of(scenario, scenario.steps - 0.5)
        assert position_of(scenario, number, local) == scenario.steps - 0.5
        assert sum(made_of(scenario, scenario.steps // 2)) == scenario.steps // 2


def windows(length: int, kernel: int, stride: int, before: int, after: int, dilation: int, ceil: bool) -> int:
    """Return how many windows of a pooling there are on an axis, tried one by one."""
    reach, begins = (kernel - 1) * dilation + 1, range(-before, length + after, stride)
    whole = [begin for begin in begins if begin + reach <= length + after]
    more = [begin for begin in begins if begin + reach > length + after]
    # One more that is cut: only the next one, and only if it begins inside the image or its padding before that.
    rest = (length + before + after - reach) % stride
    return len(whole) + bool(ceil and rest and more and more[0] < length)


def test_ten_thousand_poolings_have_one_step_for_each_window() -> None:
    random_ = np.random.default_rng(11)
    for _ in range(10_000):
        scenario = random_pooling(random_, 12)
        pooling = scenario.layer.pooling
        assert pooling is not None
        sides, kernel, strides = pooling.padding.sides, scenario.kernel_size, pooling.stride or scenario.kernel_size
        counts = [
            windows(size, kernel[axis], strides[axis], *sides[axis], scenario.dilation[axis], pooling.ceil_mode)
            for axis, size in enumerate(scenario.image_size)
        ]
        assert scenario.output_size == tuple(counts)
        assert scenario.steps == counts[0] * counts[1] * len(scenario.channels)
        ends = [place_of(scenario, step)[0] for step in (0, scenario.steps - 1)]
        assert ends == [0, len(scenario.channels) - 1]


def test_ten_thousand_transposed_convolutions_have_one_stamp_for_each_pixel_and_map() -> None:
    random_ = np.random.default_rng(12)
    for _ in range(10_000):
        scenario = random_transposed(random_, 5)
        rows, columns = scenario.pixel_size
        layer, found = scenario.layer, [stamp_at(scenario, step) for step in range(scenario.stamps)]
        assert len(set(found)) == len(found) == layer.filters * len(layer.channels_of(0)) * rows * columns
        assert all(stamp.channel in layer.channels_of(stamp.filter) for stamp in found)
        size = whole_size(scenario)
        last = cells_of(scenario, (rows - 1, columns - 1))
        assert (last[0].stop <= size[0], last[1].stop <= size[1]) == (True, True)


def test_every_square_setting_of_the_sliders_has_a_whole_map_of_that_size() -> None:
    tried = 0
    for length in range(1, 65, 3):
        image = np.zeros((length, length))
        for kernel in range(1, 16, 2):
            for dilation in (1, 2, 8):
                for stride in range(1, 9):
                    scenario = Scenario(
                        image,
                        np.zeros((kernel, kernel)),
                        stride=(stride, stride),
                        dilation=(dilation,) * 2,
                        transposed=True,
                    )
                    reach = (length - 1) * stride + dilation * (kernel - 1) + 1
                    assert whole_size(scenario) == scenario.output_size == (reach, reach)
                    assert corner_of(scenario, (length - 1, 0)) == ((length - 1) * stride, 0)
                    assert scenario.stamps == length**2
                    tried += 1
    assert tried > 4_000
