"""The soft brush: full on the stroke, less beside it, and no more however often it passes."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.errors import ConvolutionError
from game.core.scenario import Scenario
from game.core.soft_brush import ACROSS, BESIDE, painted_softly

BLANK = np.zeros((5, 5))


def test_a_touch_gives_its_neighbours_less() -> None:
    found = painted_softly(BLANK, BLANK, [(2, 2)], 1.0)
    corner, side = ACROSS, BESIDE
    assert found[1:4, 1:4].tolist() == [[corner, side, corner], [side, 1, side], [corner, side, corner]]
    assert found.sum() == pytest.approx(1 + 4 * side + 4 * corner)
    assert 0 < corner < side < 1


def test_it_makes_no_difference_how_often_a_stroke_passes() -> None:
    line = [(2, column) for column in range(5)]
    once = painted_softly(BLANK, BLANK, line, 0.8)
    now = BLANK
    for cell in (*line, *reversed(line), (2, 2)):
        now = painted_softly(BLANK, now, [cell], 0.8)
    assert (now == once).all()
    assert once[2].tolist() == [0.8] * 5


def test_black_and_negative_values_spread_as_well() -> None:
    white = np.ones((3, 3))
    assert painted_softly(white, white, [(1, 1)], 0.0)[0, 1] == 1 - BESIDE
    assert painted_softly(BLANK, BLANK, [(1, 1)], -2.0)[0, 1] == -2 * BESIDE


def test_what_the_stroke_meets_gets_the_value_itself() -> None:
    assert painted_softly(BLANK, BLANK, [(0, 0)], 1 / 3)[0, 0] == 1 / 3
    assert painted_softly(BLANK, BLANK, [(0, 0)], 1 / 3)[0, 1] == round(BESIDE / 3, 3)


def test_cells_outside_are_ignored_and_edges_cut_the_brush() -> None:
    assert not painted_softly(BLANK, BLANK, [(-1, 0), (5, 2), (0, 9)], 1.0).any()
    assert painted_softly(BLANK, BLANK, [(0, 4)], 1.0)[0:2, 3:5].tolist() == [[BESIDE, 1], [ACROSS, BESIDE]]


def test_zeros_between_the_pixels_of_a_transposed_convolution_stay() -> None:
    found = painted_softly(BLANK, BLANK, [(2, 2), (1, 1)], 1.0, (2, 2))
    assert found[::2, ::2].tolist() == [[ACROSS, BESIDE, ACROSS], [BESIDE, 1, BESIDE], [ACROSS, BESIDE, ACROSS]]
    assert not found[1::2].any()
    assert not found[:, 1::2].any()


def test_an_image_that_is_painted_over_says_where_it_differs() -> None:
    scenario = Scenario(BLANK, np.ones((2, 2)))
    image = BLANK.copy()
    image[1, 2], image[3, 3] = 0.5, 1.0
    edit = scenario.repainted(image)
    assert edit is not None
    assert edit.region == (slice(1, 4), slice(2, 4))
    assert (edit.scenario.image == image).all()
    assert edit.scenario.repainted(image) is None


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1000.0, -1000.0])
def test_what_is_no_pixels_value_is_refused(value: float) -> None:
    image = np.zeros((3, 3))
    with pytest.raises(ConvolutionError):
        painted_softly(image, image, [(1, 1)], value)
