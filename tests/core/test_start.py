"""The scene of a first start: everything in it can be reckoned in the head, and it shows what it is for."""

import numpy as np

from game.core.convolution import output_map
from game.core.coverage import uncovered
from game.core.result import result_of
from game.core.start import start_here

SCENE = start_here("Start here")


def test_it_has_sixteen_steps_at_stride_one_without_padding_and_leaves_nothing_over() -> None:
    assert (SCENE.steps, SCENE.output_size) == (16, (4, 4))
    assert (SCENE.stride, SCENE.padding, SCENE.dilation) == ((1, 1), (0, 0), (1, 1))
    assert not uncovered(SCENE).left_over.any()


def test_all_its_numbers_are_small_and_whole() -> None:
    for grid in (SCENE.image, SCENE.kernel, output_map(SCENE)):
        assert np.array_equal(grid, np.round(grid))
        assert np.abs(grid).max() <= 4


def test_its_map_shows_where_it_gets_lighter_and_where_darker_from_the_first_row_on() -> None:
    output = output_map(SCENE)
    assert (np.sign(output) == [1, 0, 0, -1]).all()
    lighter = SCENE.image[:, 2:] - SCENE.image[:, :-2]
    assert np.array_equal(np.sign(output), np.sign(lighter[1:-1]))


def test_its_image_and_kernel_are_called_by_their_names() -> None:
    assert (SCENE.image_name, SCENE.kernel_name) == ("square", "sobel right")
    assert result_of(SCENE).edited == (False, False)
    assert start_here("Here").name == "Here"
