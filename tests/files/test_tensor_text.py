"""Channels and filters go to the clipboard and back; whatever is none is refused in one sentence."""

from __future__ import annotations

import contextlib
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.errors import ConvolutionError
from game.core.grid import Grid
from game.files.grid_text import format_grid
from game.files.tensor_text import format_tensor
from game.reading.numbers import Numbers
from game.reading.text import read_numbers

from .examples import grids

SIZES = st.tuples(st.integers(1, 12), st.integers(1, 12))
GRIDS = SIZES.flatmap(lambda size: grids(size[0], size[1], -999, 999))


@st.composite
def tensors(draw: st.DrawFn) -> Grid:
    """Draw channels, or filters."""
    rows, columns = draw(st.tuples(st.integers(1, 12), st.integers(2, 12)))
    counts = draw(st.lists(st.integers(2, 4), min_size=1, max_size=2))
    flat = draw(grids(int(np.prod(counts)) * rows, columns, -999, 999))
    return flat.reshape(*counts, rows, columns)


@settings(max_examples=150)
@given(tensors())
def test_what_is_copied_is_pasted_with_every_digit_as_what_it_is(values: Grid) -> None:
    found = read_numbers(format_tensor(values))
    assert np.array_equal(found.values, values)
    assert found.kind == ("channels" if values.ndim == 3 else "filters")
    assert not found.values.flags.writeable


@settings(max_examples=100)
@given(GRIDS, st.sampled_from([";", ",", " ", ", ", "\t"]), st.sampled_from(["\n", "\r\n", "\n\n", " \n"]))
def test_one_grid_is_read_as_ever(grid: Grid, separator: str, line_end: str) -> None:
    text = line_end.join(separator.join(map(repr, row)) for row in grid.tolist()) + line_end
    for copied in (text, format_tensor(grid), repr(grid.tolist())):
        found = read_numbers(copied)
        assert found.kind == "grid"
        assert np.array_equal(found.values, grid)
    assert format_tensor(grid) == format_grid(grid)


@settings(max_examples=60)
@given(tensors())
def test_json_and_what_numpy_prints_are_understood(values: Grid) -> None:
    with np.printoptions(threshold=100_000, floatmode="unique"):
        for text in (repr(values.tolist()), str(values), repr(values)):
            assert np.array_equal(read_numbers(text).values, values)


THREE = [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 0.5], [-1, 0]]]


@pytest.mark.parametrize(
    "text",
    [
        "1\t2\n3\t4\n\n5\t6\n7\t8\n\n9\t0.5\n-1\t0",
        "1\t2\r\n3\t4\r\n\t\r\n5\t6\r\n7\t8\r\n\t\r\n9\t0.5\r\n-1\t0\r\n",
        "\ufeff1 2\n3 4\n\n\n5 6\n7 8\n  \n9 .5\n−1 -0\n\n",
        "1,2\n3,4\n,\n5,6\n7,8\n,\n9,0.5\n-1,0\n",
        "1;2\n3;4\n\n5;6\n7;8\n\n9;0,5\n-1;0\n",
        "1 2\n3 4\n\n5 6\n7 8\n\n9 0,5\n-1 0\n",
        "１\t２\n３\t４\n\n５\t６\n７\t８\n\n９\t０．５\n－１\t０",
        "１；２\n３；４\n\n５；６\n７；８\n\n９；０．５\n－１；０",
        "［［［１，２］，［３，４］］，［［５，６］，［７，８］］，［［９，０．５］，［－１，０］］］",
        "[[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 0.5], [-1, -0.0]]]",
        "[ [ [1, 2], [3, 4]],\n\n [[5, 6], [7, 8]],\n\n [[9, .5], [-1, 0]]]",
        "[[[ 1.   2. ]\n  [ 3.   4. ]]\n\n [[ 5.   6. ]\n  [ 7.   8. ]]\n\n [[ 9.   0.5]\n  [-1.   0. ]]]",
        "array([[[1, 2],\n        [3, 4]],\n\n       [[5, 6],\n        [7, 8]],\n\n"
        "       [[9, .5],\n        [-1, 0]]], dtype=float16)",
        "tensor([[[1., 2.],\n         [3., 4.]],\n\n        [[5., 6.],\n         [7., 8.]],\n\n"
        "        [[9., 0.5],\n         [-1., 0.]]], dtype=torch.float64)",
        "[[1 2]\n [3 4]]\n\n[[5 6]\n [7 8]]\n\n[[9 0.5]\n [-1 0]]",
        "[[1, 2], [3, 4]]\n\n[[5, 6], [7, 8]]\n\n[[9, 0.5], [-1, 0]]\n",
    ],
)
def test_three_grids_are_three_channels(text: str) -> None:
    found = read_numbers(text)
    assert (found.kind, found.values.tolist()) == ("channels", THREE)
    assert not np.signbit(found.values[found.values == 0]).any()


def test_lists_nested_four_deep_are_filters() -> None:
    for text in (
        "[[[[1, 2]], [[3, 4]]], [[[5, 6]], [[7, 8]]]]",
        "[[[[1 2]]\n\n  [[3 4]]]\n\n\n [[[5 6]]\n\n  [[7 8]]]]",
    ):
        found = read_numbers(text)
        assert (found.kind, found.values.shape) == ("filters", (2, 2, 1, 2))
        assert found.values.ravel().tolist() == [1, 2, 3, 4, 5, 6, 7, 8]
    for text in ("[[[[5]]]]", "[ [[ [5]]] ]", "[\n  [\n    [\n      [\n        5\n      ]\n    ]\n  ]\n]"):
        assert read_numbers(text).values.tolist() == [[5]]  # lengths of 1 mean nothing


def test_two_grids_are_two_channels_and_rows_apart_are_one_grid() -> None:
    assert read_numbers("1 2\n3 4\n\n5 6\n7 8").values.shape == (2, 2, 2)
    assert read_numbers("1 2\n\n3 4\n\n5 6").values.tolist() == [[1, 2], [3, 4], [5, 6]]


def test_one_grid_with_a_stray_empty_line_stays_one_grid() -> None:
    for text in ("1 2\n3 4\n\n5 6", "1 2\n\n3 4\n5 6", "1,2\n3,4\n\n5,6", "1\t2\r\n\r\n3\t4\r\n5\t6\r\n"):
        assert read_numbers(text).values.tolist() == [[1, 2], [3, 4], [5, 6]]
        assert read_numbers(text).kind == "grid"


def test_several_channels_are_copied_as_spreadsheets_take_them_and_all_else_as_lists() -> None:
    assert format_tensor(np.array(THREE)) == "1\t2\n3\t4\n\n5\t6\n7\t8\n\n9\t0.5\n-1\t0"
    assert format_tensor(np.array([[[1.0, 2], [3, -0.0]]])) == "[[[1, 2],\n  [3, 0]]]"
    assert format_tensor(np.array([[[1.0, 2]], [[3, 4]]])) == "[[[1, 2]],\n [[3, 4]]]"
    assert format_tensor(np.ones((1, 2, 1, 1))) == "[[[[1]],\n  [[1]]]]"


def test_sixteen_of_the_largest_grids_go_there_and_back_in_a_moment() -> None:
    random = np.random.default_rng(1)
    for shape in ((16, 64, 64), (16, 16, 15, 15)):
        values = random.random(shape) - 0.5
        started = time.perf_counter()
        assert np.array_equal(read_numbers(format_tensor(values)).values, values)
        assert time.perf_counter() - started < 3


@settings(max_examples=400)
@given(st.text(st.sampled_from("01.,;- \t\n\n[[[]]]e"), max_size=40) | st.text(max_size=40))
def test_any_text_is_something_or_refused(text: str) -> None:
    with contextlib.suppress(ConvolutionError):
        found = read_numbers(text)
        assert isinstance(found, Numbers)
        assert max(found.values.shape) <= 64
