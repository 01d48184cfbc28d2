"""What mistakes make of a cell, a size and a count of weights, reckoned by hand."""

from __future__ import annotations

import numpy as np
from scipy.signal import correlate

from game.core.mistakes import size_mistakes, value_mistakes, weight_mistakes
from game.core.operation_change import TRANSPOSED, with_operation
from game.core.padding import Padding
from game.core.pooling import Pooling
from game.core.result import result_of
from game.core.scenario import Scenario
from tests.voting import DRAWN


def plain(size: tuple[int, int] = (8, 6), kernel: tuple[int, int] = (3, 3), **more: object) -> Scenario:
    return Scenario(np.ones(size), np.ones(kernel)[None, None]).varied(**more)


def test_a_cell_has_the_mistakes_of_its_sum_bias_activation_and_signs() -> None:
    found = value_mistakes(result_of(DRAWN), 0, (0, 0))
    # 2 − 1 + 3·2 + 1 − 1 + 2 = 9; with the weights' signs lost 2 + 1 + 6 + 1 + 1 + 2 = 13; pixels alone 12
    assert found["bias forgotten"] == 9
    assert found["bias with its sign lost"] == 11
    assert found["activation forgotten"] == 7
    assert found["sign lost"] == 11
    assert found["mean without bias"] == 1
    assert found["mean"] == 0  # ReLU(9 ÷ 9 − 2)
    assert found["kernel forgotten"] == 10
    # turned: [[1, 0, −1], [1, 2, 0], [0, −1, 1]]: 2 + 6 − 2 + 2 = 8, less 2
    assert found["kernel turned"] == 6


def test_an_activation_that_is_forgotten_leaves_what_is_below_zero() -> None:
    below = DRAWN.varied(bias=np.array([-12.0]))
    found = value_mistakes(result_of(below), 0, (0, 0))
    assert found["activation forgotten"] == -3
    assert found["bias and activation forgotten"] == 9


def test_a_cell_has_its_neighbours_for_a_patch_that_is_beside() -> None:
    result = result_of(DRAWN)
    found = value_mistakes(result, 0, (0, 1))
    assert found["patch left"] == result.output[0, 0]
    assert found["patch below"] == result.output[1, 1]
    assert "patch right" not in found
    assert "patch above" not in found


def test_a_pooling_is_mistaken_for_the_other_and_for_a_sum() -> None:
    image = np.array([[1.0, 2.0], [3.0, 6.0]])
    largest = Scenario(image, np.ones((2, 2))[None, None], white=9.0).changed(pooling=Pooling("max", (2, 2)))
    mean = largest.changed(pooling=Pooling("average", (2, 2)))
    assert value_mistakes(result_of(largest), 0, (0, 0)) == {"mean": 3, "sum": 12, "smallest": 1}
    found = value_mistakes(result_of(mean), 0, (0, 0))
    assert (found["sum in place of the mean"], found["largest in place of the mean"], found["smallest"]) == (12, 6, 1)


def test_what_is_no_pixel_counts_in_no_mistake_of_a_pooling() -> None:
    shown = Scenario(np.full((3, 3), 4.0), np.ones((2, 2))[None, None], white=9.0)
    around = shown.changed(pooling=Pooling("max", (2, 2), padding=Padding(1, 1, 1, 1)))
    found = value_mistakes(result_of(around), 0, (0, 0))
    assert (found["mean"], found["sum"], found["smallest"]) == (4, 4, 4)


def test_a_size_has_the_mistakes_of_its_formula() -> None:
    # rows ⌊(8 + 2 − 3) ÷ 2⌋ + 1 = 4, columns ⌊(6 + 2 − 3) ÷ 2⌋ + 1 = 3
    found = size_mistakes(plain(padding=(1, 1), stride=(2, 2)))
    assert found["not rounded down"] == (5, 4)
    assert found["padding counted once"] == (4, 3)
    assert found["padding forgotten"] == (3, 2)
    assert found["stride forgotten"] == (8, 6)
    assert found["one not added"] == (3, 2)
    assert found["columns times rows"] == (3, 4)
    assert found["as the image"] == (8, 6)


def test_a_dilation_is_forgotten_and_the_padding_counted_once() -> None:
    found = size_mistakes(plain((9, 9), padding=(2, 2), dilation=(2, 2)))
    assert found["dilation forgotten"] == (11, 11)
    assert found["padding counted once"] == (7, 7)


def test_a_transposed_convolution_has_the_mistakes_of_its_own_formula() -> None:
    shown = with_operation(plain((4, 4), stride=(2, 2), padding=(1, 1)), TRANSPOSED)
    assert shown.output_size == (7, 7)  # (4 − 1)·2 − 2 + 3
    found = size_mistakes(shown)
    assert found["padding forgotten"] == (9, 9)
    assert found["padding counted once"] == (8, 8)
    assert found["length times stride"] == (8, 8)
    assert found["as a convolution"] == (2, 2)


def test_weights_are_counted_with_biases_without_channels_and_row_plus_column() -> None:
    shown = Scenario(np.ones((4, 8, 8)), np.ones((6, 2, 3, 5)), groups=2)  # 6 · 2 · 15 = 180
    found = weight_mistakes(shown)
    assert found["biases counted"] == 186
    assert found["channels forgotten"] == 90
    assert found["filters forgotten"] == 30
    assert found["groups forgotten"] == 360
    assert found["row plus column"] == 96


def test_a_cell_whose_padding_is_forgotten_has_the_patch_of_its_place_in_the_image() -> None:
    rng = np.random.default_rng(3)
    image, kernel = rng.integers(0, 5, (6, 7)).astype(float), rng.integers(-2, 3, (3, 2)).astype(float)
    padded = Scenario(image, kernel[None, None], 5.0).varied(padding=(1, 1), stride=(2, 1), bias=np.array([3.0]))
    without = correlate(image, kernel, "valid")[::2] + 3.0
    for cell in np.ndindex(*without.shape):
        assert value_mistakes(result_of(padded), 0, cell)["padding forgotten"] == without[cell]
    assert "padding forgotten" not in value_mistakes(result_of(padded), 0, (0, padded.output_size[1] - 1))
    assert "padding forgotten" not in value_mistakes(result_of(padded.varied(padding=(0, 0))), 0, (0, 0))


def test_a_pooling_and_a_transposed_convolution_forget_their_padding_too() -> None:
    image = np.array([[1.0, 2.0, 4.0], [3.0, 6.0, 5.0], [7.0, 8.0, 9.0]])
    shown = Scenario(image, np.ones((2, 2))[None, None], white=9.0)
    largest = shown.changed(pooling=Pooling("max", (2, 2), (2, 2), Padding(1, 1, 1, 1)))
    assert value_mistakes(result_of(largest), 0, (0, 0))["padding forgotten"] == 6
    mean = shown.changed(pooling=Pooling("average", (2, 2), (2, 2), Padding(1, 1, 1, 1)))
    assert value_mistakes(result_of(mean), 0, (0, 0))["padding forgotten"] == 3
    whole = with_operation(shown.varied(stride=(2, 2)), TRANSPOSED)
    cut = whole.varied(padding=(1, 1))
    for cell in ((1, 1), (3, 2)):
        assert value_mistakes(result_of(cut), 0, cell)["padding forgotten"] == result_of(whole).output[cell]


def test_row_times_column_is_what_a_product_of_matrices_has_first() -> None:
    found = value_mistakes(result_of(DRAWN), 0, (0, 0))
    patch = np.array(DRAWN.image)[:3, :3]
    first = float((patch @ DRAWN.layer.weights[0, 0])[0, 0])
    assert found["row times column"] == max(0.0, first - 2.0)
    assert "row times column" not in value_mistakes(result_of(plain(kernel=(2, 3))), 0, (0, 0))


def test_a_size_has_columns_times_rows_first() -> None:
    assert next(iter(size_mistakes(plain(padding=(1, 1))).items())) == ("columns times rows", (6, 8))
