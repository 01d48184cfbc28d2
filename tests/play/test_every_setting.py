"""Whatever the sliders say, the walk makes every output cell exactly once, and visits every place of the kernel."""

from __future__ import annotations

import random

import numpy as np

from game.core.arithmetic import IN_ROW_ORDER
from game.core.convolution import patch_corner
from game.core.padding import padded
from game.core.result import Result
from game.core.scenario import Scenario
from game.play.moment import moment
from game.play.playback import Playback


def unfilled(scenario: Scenario) -> Result:
    """Return a result whose map holds nothing: only where the kernel stands is asked for."""
    around = padded(scenario.tensor, scenario.layer.padding)
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
