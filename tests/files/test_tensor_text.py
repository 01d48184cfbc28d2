"""Channels and filters go to the clipboard and back; whatever is none is refused in one sentence."""

from __future__ import annotations

import contextlib
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.errors import ConvolutionError, NotAGrid, NotATensor, OutOfRange
from game.core.grid import Grid
from game.files.grid_text import format_grid, parse_grid
from game.files.tensor_text import Pasted, format_tensor, parse_pasted
from game.words.sentences import sentence

from .examples import grids

SIZES = st.tuples(st.integers(1, 12), st.integers(1, 12))
GRIDS = SIZES.flatmap(lambda size: grids(size[0], size[1], -999, 999))


@st.composite
def tensors(draw: st.DrawFn) -> Grid:
    """Draw channels, or filters."""
    rows, columns = draw(SIZES)
    counts = draw(st.lists(st.integers(1, 4), min_size=1, max_size=2))
    flat = draw(grids(int(np.prod(counts)) * rows, columns, -999, 999))
    return flat.reshape(*counts, rows, columns)


@settings(max_examples=150)
@given(tensors())
def test_what_is_copied_is_pasted_with_every_digit_as_what_it_is(values: Grid) -> None:
    found = parse_pasted(format_tensor(values))
    assert np.array_equal(found.values, values)
    assert found.kind == ("channels" if values.ndim == 3 else "filters")
    assert not found.values.flags.writeable


@settings(max_examples=100)
@given(GRIDS, st.sampled_from([";", ",", " ", ", ", "\t"]), st.sampled_from(["\n", "\r\n", "\n\n", " \n"]))
def test_one_grid_is_read_as_ever(grid: Grid, separator: str, line_end: str) -> None:
    text = line_end.join(separator.join(map(repr, row)) for row in grid.tolist()) + line_end
    for copied in (text, format_tensor(grid), repr(grid.tolist())):
        found = parse_pasted(copied)
        assert found.kind == "grid"
        assert np.array_equal(found.values, parse_grid(copied))
    assert format_tensor(grid) == format_grid(grid)


@settings(max_examples=60)
@given(tensors())
def test_json_and_what_numpy_prints_are_understood(values: Grid) -> None:
    with np.printoptions(threshold=100_000, floatmode="unique"):
        for text in (repr(values.tolist()), str(values), repr(values)):
            assert np.array_equal(parse_pasted(text).values, values)


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
    found = parse_pasted(text)
    assert (found.kind, found.values.tolist()) == ("channels", THREE)
    assert not np.signbit(found.values[found.values == 0]).any()


def test_lists_nested_four_deep_are_filters() -> None:
    for text in (
        "[[[[1, 2]], [[3, 4]]], [[[5, 6]], [[7, 8]]]]",
        "[[[[1 2]]\n\n  [[3 4]]]\n\n\n [[[5 6]]\n\n  [[7 8]]]]",
    ):
        found = parse_pasted(text)
        assert (found.kind, found.values.shape) == ("filters", (2, 2, 1, 2))
        assert found.values.ravel().tolist() == [1, 2, 3, 4, 5, 6, 7, 8]
    for text in ("[[[[5]]]]", "[ [[ [5]]] ]", "[\n  [\n    [\n      [\n        5\n      ]\n    ]\n  ]\n]"):
        assert (parse_pasted(text).kind, parse_pasted(text).values.tolist()) == ("filters", [[[[5]]]])
    assert parse_pasted("[[[5]]]").kind == "channels"


def test_two_grids_are_two_channels_and_rows_apart_are_one_grid() -> None:
    assert parse_pasted("1 2\n3 4\n\n5 6\n7 8").values.shape == (2, 2, 2)
    assert parse_pasted("1 2\n\n3 4\n\n5 6").values.tolist() == [[1, 2], [3, 4], [5, 6]]


def test_one_grid_with_a_stray_empty_line_stays_one_grid() -> None:
    for text in ("1 2\n3 4\n\n5 6", "1 2\n\n3 4\n5 6", "1,2\n3,4\n\n5,6", "1\t2\r\n\r\n3\t4\r\n5\t6\r\n"):
        assert parse_pasted(text).values.tolist() == [[1, 2], [3, 4], [5, 6]]
        assert parse_pasted(text).kind == "grid"


def test_several_channels_are_copied_as_spreadsheets_take_them_and_all_else_as_lists() -> None:
    assert format_tensor(np.array(THREE)) == "1\t2\n3\t4\n\n5\t6\n7\t8\n\n9\t0.5\n-1\t0"
    assert format_tensor(np.array([[[1.0, 2], [3, -0.0]]])) == "[[[1, 2],\n  [3, 0]]]"
    assert format_tensor(np.array([[[1.0, 2]], [[3, 4]]])) == "[[[1, 2]],\n [[3, 4]]]"
    assert format_tensor(np.ones((1, 2, 1, 1))) == "[[[[1]],\n  [[1]]]]"


@pytest.mark.parametrize(
    ("text", "reason", "where"),
    [
        ("1 2\n3 4\n\n5 6\n7 8\n\n9 10", "ragged", "grid 3"),
        ("1 2\n3 4\n\n5 6 7\n7 8 9", "ragged", "grid 2"),
        ("1 2\n3 4\n\n5 6 7", "ragged", "grid 2"),
        ("1,2\n3,4\n,\n5,6", "ragged", "grid 2"),
        ("1 2\n3\n\n5 6\n7 8", "ragged", "grid 1"),
        ("1 2\n3 4\n\n5 6\n7 8 9", "ragged", "grid 2"),
        ("[[1 2]]\n\n[[1 2 3]]", "ragged", "grid 2"),
        ("[[[1, 2]], [[3]]]", "ragged", "channel 2"),
        ("[[[1, 2]], [[3, 4], [5, 6]]]", "ragged", "channel 2"),
        ("[[[[1], [2]]], [[[1], [2]]], [[[1]]]]", "ragged", "filter 3, channel 1"),
        ("[[[1]], [2]]", "wrong depth", ""),
        ("[[[[[1]]]]]", "wrong depth", ""),
        ("[[[]]]", "empty", ""),
        ("[[[true]]]", "not numbers", ""),
        ('[[["1"]]]', "not numbers", ""),
    ],
)
def test_what_is_no_tensor_is_refused_with_its_reason_and_place(text: str, reason: str, where: str) -> None:
    with pytest.raises(NotATensor) as caught:
        parse_pasted(text)
    assert (caught.value.quantity, caught.value.reason, caught.value.where) == ("pasted text", reason, where)
    told = sentence(caught.value.key, **caught.value.values())
    assert "asted text" in told
    assert where in told


def test_the_sentence_about_uneven_grids_says_which_and_what_is_allowed() -> None:
    with pytest.raises(NotATensor) as caught:
        parse_pasted("1 2\n3 4\n\n5 6\n7 8\n\n9 10")
    assert sentence(caught.value.key, **caught.value.values()) == (
        "In the pasted text, all grids must have one size and rows of one length; grid 3 has another."
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("[]", "empty"),
        ("hello", "not numbers"),
        ("1 2\n3 x\n\n5 6\n7 8", "not numbers"),
        ("1 2\n3 nan\n\n5 6\n7 8", "not numbers"),
        ("[[[1, NaN]]]", "not numbers"),
        ("[[[1, 1e999]]]", "not numbers"),
        ("[[[1, 2]], [[3, 4]", "not numbers"),
        ("[[[0. ... 1.]]]", "not numbers"),
        ("[[1, 2]]\n\nhello [[3, 4]]", "not numbers"),
        ("1 2\n3", "ragged"),
        ("[1, [2]]", "not two-dimensional"),
        ("\n".join(["1 2"] * 65) + "\n\n1 2", "too large"),
        ("1 " * 65 + "\n" + "1 " * 65 + "\n\n" + "1 " * 65 + "\n" + "1 " * 65, "too large"),
        ("[[[" + "1, " * 64 + "1]]]", "too large"),
        ("x" * 3_000_000, "too large"),
        ("[" * 100_000, "not numbers"),
        ("[" * 100_000 + "]" * 100_000, "not numbers"),
    ],
)
def test_what_is_no_grid_is_refused_as_one_grid_is(text: str, reason: str) -> None:
    with pytest.raises(NotAGrid) as caught:
        parse_pasted(text)
    assert (caught.value.quantity, caught.value.reason) == ("pasted text", reason)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("\n\n".join(["1 2\n3 4"] * 17), "channels"),
        ("\n\n".join(["[[1, 2]]"] * 17), "channels"),
        (repr([[[1]]] * 17), "channels"),
        (repr([[[[1]]] * 17]), "channels"),
        (repr([[[[1]]]] * 17), "filters"),
    ],
)
def test_more_than_sixteen_are_refused(text: str, quantity: str) -> None:
    with pytest.raises(OutOfRange) as caught:
        parse_pasted(text)
    assert (caught.value.quantity, caught.value.value, caught.value.high) == (quantity, 17, 16)


def test_sixteen_of_the_largest_grids_go_there_and_back_in_a_moment() -> None:
    random = np.random.default_rng(1)
    for shape in ((16, 64, 64), (16, 16, 15, 15)):
        values = random.random(shape) - 0.5
        started = time.perf_counter()
        assert np.array_equal(parse_pasted(format_tensor(values)).values, values)
        assert time.perf_counter() - started < 3


def test_tables_that_are_too_large_are_not_read_number_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.files.grid_text.parse_number", lambda _: pytest.fail("it was read"))
    for text in ("1 2\n3 4\n\n" * 100_000, ("1\n" * 100_000) + "\n1\n2", ("1 " * 200_000 + "\n") * 2 + "\n1 2\n3 4"):
        with pytest.raises(ConvolutionError):
            parse_pasted(text)


@settings(max_examples=400)
@given(st.text(st.sampled_from("01.,;- \t\n\n[[[]]]e"), max_size=40) | st.text(max_size=40))
def test_any_text_is_something_or_refused_and_one_grid_where_it_was_one(text: str) -> None:
    with contextlib.suppress(ConvolutionError):
        found = parse_pasted(text)
        assert isinstance(found, Pasted)
        if found.kind == "grid":
            assert np.array_equal(found.values, parse_grid(text))
        assert max(found.values.shape) <= 64
