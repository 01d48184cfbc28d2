"""A grid goes to the clipboard and back, and whatever is no grid is refused."""

import contextlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.errors import ConvolutionError
from game.core.scenario import Grid
from game.files.grid_text import format_grid
from game.reading.text import read_numbers

from .examples import grids

SIZES = st.tuples(st.integers(1, 64), st.integers(1, 64))
GRIDS = SIZES.flatmap(lambda size: grids(size[0], size[1], -999, 999))


@settings(max_examples=100)
@given(GRIDS)
def test_a_copied_grid_is_pasted_with_every_digit(grid: Grid) -> None:
    assert np.array_equal(read_numbers(format_grid(grid)).values, grid)


@settings(max_examples=60)
@given(GRIDS, st.sampled_from([";", ",", " ", ", ", "; ", "\t"]), st.sampled_from(["\n", "\r\n", "\n\n", " \n"]))
def test_every_separator_is_understood(grid: Grid, separator: str, line_end: str) -> None:
    text = line_end.join(separator.join(map(repr, row)) for row in grid.tolist()) + line_end
    assert np.array_equal(read_numbers(text).values, grid)


@settings(max_examples=60)
@given(GRIDS)
def test_json_and_what_numpy_prints_are_understood(grid: Grid) -> None:
    assert np.array_equal(read_numbers(repr(grid.tolist())).values, grid)
    with np.printoptions(threshold=10_000, floatmode="unique"):
        assert np.array_equal(read_numbers(str(grid)).values, grid)
        assert np.array_equal(read_numbers(repr(grid)).values, grid)


@pytest.mark.parametrize(
    "text",
    [
        "１\t２\n３\t－４．５",
        "１，２\n３，－４．５",
        "１　２\n３　－４．５",
        "［［１，２］，［３，－４．５］］",
        "1；２\n３；－4.5",
    ],
)
def test_full_width_digits_signs_and_spaces_are_those_of_every_keyboard(text: str) -> None:
    assert read_numbers(text).values.tolist() == [[1.0, 2.0], [3.0, -4.5]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("5", [[5]]),
        ("1 2 3", [[1, 2, 3]]),
        ("1,2,3", [[1, 2, 3]]),
        ("1, 2, 3\n4, 5, 6", [[1, 2, 3], [4, 5, 6]]),
        ("1,2\n3,4", [[1, 2], [3, 4]]),
        ("1,2,\n3,4,", [[1, 2], [3, 4]]),
        ("0,5\t1,25\n2\t3", [[0.5, 1.25], [2, 3]]),
        ("0,5; 1,25\n2; 3", [[0.5, 1.25], [2, 3]]),
        ("0,5 1,25\n2 3", [[0.5, 1.25], [2, 3]]),
        ("0.5, 1.25\n2, 3", [[0.5, 1.25], [2, 3]]),
        ("−1\t1/4\n+2\t1e-3", [[-1, 0.25], [2, 0.001]]),
        ("\ufeff1\t2\r\n3\t4\r\n\r\n", [[1, 2], [3, 4]]),
        ("  1   2\n 10  20\n", [[1, 2], [10, 20]]),
        ("1\u00a02\n3\u00a04", [[1, 2], [3, 4]]),
        ("1\n2\n3", [[1], [2], [3]]),
        ("[1, 2]", [[1, 2]]),
        ("[1 2]", [[1, 2]]),
        ("[[1.]]", [[1]]),
        ("[[ 1.  .5]\n [-1.  2.]]", [[1, 0.5], [-1, 2]]),
        ("[[1.e+02 5.e-01]]", [[100, 0.5]]),
        ("array([[0., 1.],\n       [2., 3.]])", [[0, 1], [2, 3]]),
        ("array([[0, 1]], dtype=int8)", [[0, 1]]),
        ("np.array([[0, 1]])", [[0, 1]]),
        ("tensor([[0.1000, 0.2000],\n        [0.3000, 0.4000]])", [[0.1, 0.2], [0.3, 0.4]]),
        ("tensor([[1., 2.]], dtype=torch.float64)", [[1, 2]]),
        ("-0\t0", [[0, 0]]),
        ("[[-0.0, 0]]", [[0, 0]]),
    ],
)
def test_texts_from_other_programs_are_understood(text: str, rows: list[list[float]]) -> None:
    grid = read_numbers(text).values
    assert grid.tolist() == rows
    assert not np.signbit(grid[grid == 0]).any()


@settings(max_examples=300)
@given(st.text(st.sampled_from("0123456789.,;- \t\n[]eE/x−(arry)"), max_size=40) | st.text(max_size=40))
def test_any_text_is_a_grid_or_refused(text: str) -> None:
    with contextlib.suppress(ConvolutionError):
        rows, columns = read_numbers(text).values.shape[-2:]
        assert 1 <= rows <= 64
        assert 1 <= columns <= 64


def test_whole_numbers_are_copied_without_decimals_and_rows_without_a_last_line_end() -> None:
    assert format_grid(np.array([[1.0, -0.0], [0.1 + 0.2, -3.5]])) == "1\t0\n0.30000000000000004\t-3.5"
