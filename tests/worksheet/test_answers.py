"""The key is right: its answers are those of sums that are worked out here, one by one."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from game.core.result import result_of
from game.core.scenario import Scenario
from game.worksheet.sheet import Block, Figure, Options
from tests.worksheet.examples import EXAMPLES, blocks_for, worksheet_of

NAMES = list(EXAMPLES)


def number(words: str) -> float:
    return float(words.replace("−", "-"))


def grid_of(figure: Figure, *, answers: bool = False) -> list[list[float]]:
    return [[number(words) for words in row] for row in (figure.answers if answers else figure.cells)]


def shown(value: float) -> float:
    """Return a value as a sheet has it: to one decimal, halves away from zero."""
    return math.copysign(math.floor(abs(value) * 10 + 0.5 + 1e-9) / 10, value)


def around(scenario: Scenario, channel: list[list[float]], row: int, column: int) -> float | None:
    """Return what stands at a place of a channel, also outside of it; None for no pixel."""
    rows, columns, padding = len(channel), len(channel[0]), scenario.layer.chosen_padding
    if 0 <= row < rows and 0 <= column < columns:
        return channel[row][column]
    if scenario.layer.pooling is not None:
        return None
    if padding.mode == "reflect":
        mirrored = [-at if at < 0 else 2 * (most - 1) - at if at >= most else at
                    for at, most in ((row, rows), (column, columns))]  # fmt: skip
        return channel[mirrored[0]][mirrored[1]]
    return padding.value if padding.mode == "constant" else 0.0


def summed(scenario: Scenario, images: list[list[list[float]]], kernels: list[list[list[float]]]) -> list[list[float]]:
    """Return the map of a scenario's layer over these grids, added up cell by cell."""
    if scenario.layer.is_transposed:
        return stamped(scenario, images, kernels)
    rows, columns = result_of(scenario).output.shape
    return [
        [cell_of(covered(scenario, images, (row, column)), scenario, kernels) for column in range(columns)]
        for row in range(rows)
    ]


def covered(scenario: Scenario, images: list[list[list[float]]], cell: tuple[int, int]) -> list[list[float | None]]:
    """Return what the patch of a cell covers, a list for each channel, in reading order."""
    (down, across), (gap_down, gap_across) = scenario.layer.chosen_stride, scenario.dilation
    top = cell[0] * down - scenario.layer.chosen_padding.top
    left = cell[1] * across - scenario.layer.chosen_padding.left
    taps = [(row * gap_down, column * gap_across) for row, column in np.ndindex(*scenario.kernel_size)]
    return [[around(scenario, channel, top + row, left + column) for row, column in taps] for channel in images]


def cell_of(met: list[list[float | None]], scenario: Scenario, kernels: list[list[list[float]]]) -> float:
    """Return what the layer makes of what a patch covers."""
    layer, pooling = scenario.layer, scenario.layer.pooling
    if pooling is None:
        pairs = zip([each for lane in met for each in lane], np.ravel(kernels), strict=True)
        total = sum(pixel * weight for pixel, weight in pairs if pixel is not None) + float(layer.bias[0])
        return max(0.0, float(total)) if layer.activation == "relu" else float(total)
    pixels = [each for each in met[0] if each is not None]
    if pooling.kind == "max":
        return max(pixels)
    return sum(pixels) / (len(met[0]) if pooling.count_include_pad else len(pixels))


def stamped(scenario: Scenario, images: list[list[list[float]]], kernels: list[list[list[float]]]) -> list[list[float]]:
    layer, padding = scenario.layer, scenario.layer.chosen_padding
    (down, across), (gap_down, gap_across) = layer.chosen_stride, scenario.dilation
    whole = np.zeros((99, 99))
    for channel, kernel in zip(images, kernels, strict=True):
        for (row, column), pixel in np.ndenumerate(np.array(channel)):
            for (u, v), weight in np.ndenumerate(np.array(kernel)):
                whole[row * down + u * gap_down, column * across + v * gap_across] += pixel * weight
    size = [
        (len(images[0]) - 1) * down + (len(kernels[0]) - 1) * gap_down + 1 + layer.output_padding[0],
        (len(images[0][0]) - 1) * across + (len(kernels[0][0]) - 1) * gap_across + 1 + layer.output_padding[1],
    ]
    found: list[list[float]] = (
        whole[padding.top : size[0] - padding.bottom, padding.left : size[1] - padding.right] + float(layer.bias[0])
    ).tolist()
    return found


def grids_in(block: Block) -> tuple[list[list[list[float]]], list[list[list[float]]], Figure]:
    """Return the channels, the kernels and the output as they are printed."""
    *given, output = block.figures
    channels = len(block.scenario.pixels)
    return [grid_of(each) for each in given[:channels]], [grid_of(each) for each in given[channels:]], output


def block_of(name: str, kind: str, version: str = "A") -> Block:
    sheet = worksheet_of(EXAMPLES[name], Options(), version)
    return next(block for block in sheet.blocks if block.kind == kind)


@pytest.mark.parametrize("version", ["A", "D"])
@pytest.mark.parametrize("name", NAMES)
def test_the_map_of_the_key_is_the_sum_of_the_products_that_are_printed(name: str, version: str) -> None:
    block = block_of(name, "map", version)
    images, kernels, output = grids_in(block)
    expected = [[shown(value) for value in row] for row in summed(block.scenario, images, kernels)]
    assert grid_of(output, answers=True) == expected
    exact = result_of(block.scenario).output
    assert [[shown(float(value)) for value in row] for row in exact] == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_formulas_of_the_key_lead_to_the_size_of_the_map(name: str) -> None:
    block = block_of(name, "map")
    *_, output = block.figures
    size = len(output.answers), len(output.answers[0])
    for line in block.lines:
        assert line.words.count("_" * 4) == len(line.answers)
        filled = line.words
        for answer in line.answers:
            filled = re.sub("_{3,}", answer, filled, count=1)
        if "inside the image" in filled:
            continue
        sum_, _, right = filled.partition("=")
        sum_ = re.sub("^(rows|columns): ( *the kernel reaches over)?", "", sum_).replace("×", "*").replace("−", "-")
        quotient, rounded, after = sum_.partition(", rounded ")
        value = eval(quotient.replace("÷", "/"))  # the line itself, worked out
        if rounded:
            value = (math.floor(value) if after.startswith("down") else math.ceil(value)) + 1
        assert value == int(right)
        if "reaches" not in filled:
            assert value == size[0 if filled.startswith("rows") else 1]


@pytest.mark.parametrize("name", NAMES)
def test_the_blank_grid_is_larger_than_its_answer_on_both_axes(name: str) -> None:
    *_, output = block_of(name, "map").figures
    assert output.blank
    assert not any(words for row in output.cells for words in row)
    assert output.size[0] > len(output.answers)
    assert output.size[1] > len(output.answers[0])


@pytest.mark.parametrize("name", NAMES)
def test_the_terms_of_the_cell_are_its_products_and_add_up_to_it(name: str) -> None:
    whole, block = block_of(name, "map"), block_of(name, "cell")
    row, column = (int(each) - 1 for each in re.findall(r"row (\d+), column (\d+) of exercise 1", block.task)[0])
    cell = number(whole.figures[-1].answers[row][column])
    kernel_cells = math.prod(whole.scenario.kernel_size)
    total = 0.0
    for group in block.terms:
        answers = [[number(each) for each in fill.answers] for fill in group.fills]
        if whole.scenario.layer.pooling is None:
            assert all(pixel * weight == product for pixel, weight, product in answers)
        if not whole.scenario.layer.is_transposed and whole.scenario.layer.pooling is None:
            assert len(answers) == kernel_cells, "a line for each weight"
        total += sum(each[-1] for each in answers)
    pooling = whole.scenario.layer.pooling
    if pooling is None:
        assert max(0.0, total + float(whole.scenario.layer.bias[0])) == max(0.0, cell)
    elif pooling.kind == "max":
        assert max(number(fill.answers[0]) for fill in block.terms[0].fills) == cell
    assert number(block.lines[-1].answers[-1]) == cell


@pytest.mark.parametrize("name", [name for name in NAMES if "coverage" in blocks_for(EXAMPLES[name])])
def test_exactly_the_pixels_that_no_patch_covers_are_hatched(name: str) -> None:
    block = block_of(name, "coverage")
    (rows, columns), kernel, stride, gap = asked_of(block.task)
    covered = np.zeros((rows, columns), bool)
    for top in range(0, rows - (kernel[0] - 1) * gap[0], stride[0]):
        for left in range(0, columns - (kernel[1] - 1) * gap[1], stride[1]):
            for down in range(kernel[0]):
                for across in range(kernel[1]):
                    covered[top + down * gap[0], left + across * gap[1]] = True
    assert block.figures[0].size == (rows, columns)
    assert set(block.figures[0].hatched) == {(int(row), int(column)) for row, column in np.argwhere(~covered)}
    assert block.figures[0].hatched, "there is something to hatch"


def asked_of(task: str) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]:
    """Return image, kernel, stride and dilation, as the words of a task say them."""
    pairs = []
    for pattern in (r"^(\d+)( × (\d+))? pixels", r"(?:kernel|window) (\d+)( × (\d+))?", r"stride (\d+)( × (\d+))?",
                    r"dilation (\d+)( × (\d+))?"):  # fmt: skip
        found = re.search(pattern, task)
        pairs.append((int(found[1]), int(found[3] or found[1])) if found else (1, 1))
    return pairs[0], pairs[1], pairs[2], pairs[3]


@pytest.mark.parametrize("name", [name for name in NAMES if "strides" in blocks_for(EXAMPLES[name])])
def test_the_strides_of_the_key_are_those_that_cover_every_pixel(name: str) -> None:
    block = block_of(name, "strides")
    size, kernel, _, gap = asked_of(block.task)
    assert "stride 1" not in block.task
    found = []
    for stride in range(1, 6):
        whole = True
        for length, cells, apart in zip(size, kernel, gap, strict=True):
            met = {
                first + cell * apart
                for first in range(0, length - (cells - 1) * apart, stride)
                for cell in range(cells)
            }
            whole = whole and met == set(range(length))
        if whole:
            found.append(str(stride))
    assert block.lines[0].answers == (", ".join(found),)
    assert len(found) >= 2


@pytest.mark.parametrize("name", [name for name in NAMES if "mistake" in blocks_for(EXAMPLES[name])])
def test_one_cell_of_the_worked_map_is_wrong_and_the_key_has_the_right_one(name: str) -> None:
    for version in "ABCD":
        block = block_of(name, "mistake", version)
        images, kernels, output = grids_in(block)
        right = summed(block.scenario, images, kernels)
        wrong = [
            (row, column)
            for row, values in enumerate(grid_of(output))
            for column, value in enumerate(values)
            if value != shown(right[row][column])
        ]
        assert len(wrong) == 1
        assert output.ringed == (wrong[0],)
        row, column, value = (number(each) for each in block.lines[0].answers)
        assert (row - 1, column - 1) == wrong[0]
        assert value == shown(right[int(row) - 1][int(column) - 1])


@pytest.mark.parametrize("name", NAMES)
def test_the_sizes_of_the_key_follow_from_the_numbers_in_the_line(name: str) -> None:
    block = block_of(name, "size")
    for line in block.lines:
        size, kernel, stride, gap = asked_of(line.words)
        sides = re.search(r"padding (\d+) above, (\d+) below, (\d+) on the left, (\d+) on the right", line.words)
        alike = re.search(r", padding (\d+)( × (\d+))?", line.words)
        if sides:
            around_ = [(int(sides[1]), int(sides[2])), (int(sides[3]), int(sides[4]))]
        else:
            pair = (int(alike[1]), int(alike[3] or alike[1])) if alike else (0, 0)
            around_ = [(pair[0],) * 2, (pair[1],) * 2]
        more = re.search(r"output padding (\d+)( × (\d+))?", line.words)
        extra = (int(more[1]), int(more[3] or more[1])) if more else (0, 0)
        for at in (0, 1):
            reach = gap[at] * (kernel[at] - 1) + 1
            if block.scenario.layer.is_transposed:
                expected = (size[at] - 1) * stride[at] + reach - sum(around_[at]) + extra[at]
            elif "ceil" in line.words:
                expected = -(-(size[at] + sum(around_[at]) - reach) // stride[at]) + 1
                expected -= (expected - 1) * stride[at] >= size[at] + around_[at][0]
            else:
                expected = (size[at] + sum(around_[at]) - reach) // stride[at] + 1
            assert int(line.answers[at]) == expected


def test_numbers_are_small_and_whole_and_averages_are_whole_where_they_can_be() -> None:
    for name in NAMES:
        block = block_of(name, "map")
        images, kernels, output = grids_in(block)
        values = np.concatenate([np.ravel(grid) for grid in (*images, *kernels)])
        assert (values == np.rint(values)).all(), name
        assert np.abs(values).max() <= 75, name
        if name not in ("average uncounted", "whole image"):
            assert not any("." in words for row in output.answers for words in row), name


def test_a_small_whole_kernel_of_the_scenario_is_kept_unless_it_shall_not_be() -> None:
    assert grids_in(block_of("sobel", "map"))[1] == [
        [list(map(float, row)) for row in ((1, 0, -1), (2, 0, -2), (1, 0, -1))]
    ]
    other = worksheet_of(EXAMPLES["sobel"], Options(own_kernel=False), "A").blocks[0]
    assert grids_in(other)[1] != grids_in(block_of("sobel", "map"))[1]
