"""How numbers are written and read."""

from __future__ import annotations

import contextlib
import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.words.numbers import (
    NEARLY_ZERO,
    NotANumber,
    decimals_of,
    equals,
    full,
    is_decimal,
    number,
    parse_number,
    precise,
    shows_exactly,
    size_text,
)

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.0, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (-0.0, 0, "0"),
        (0.43, 2, "0.43"),
        (-0.43, 2, "−0.43"),
        (1.0, 2, "1.00"),
        (0.005001, 2, "0.01"),
        (0.004999, 2, "≈0"),
        (-0.001, 2, "≈0"),
        (1e-9, 2, "≈0"),
        (5e-324, 2, "≈0"),
        (0.3, 0, "≈0"),
        (99.99, 2, "99.99"),
        (99.994, 2, "99.99"),
        (99.996, 2, "100.0"),
        (-99.996, 2, "−100.0"),
        (100.0, 2, "100.0"),
        (123.456, 2, "123.5"),
        (999.94, 2, "999.9"),
        (999.95, 2, "1000"),
        (-999.96, 2, "−1000"),
        (1000.0, 2, "1000"),
        (1234.5678, 2, "1235"),
        (99999.4, 2, "99999"),
        (99999.9, 2, "1.0e5"),
        (-99999.9, 2, "−1.0e5"),
        (100000.0, 2, "1.0e5"),
        (123456.0, 2, "1.2e5"),
        (996000.0, 2, "1.0e6"),
        (-57308625.0, 2, "−5.7e7"),
        (1e300, 2, "1.0e300"),
        (7.0, 0, "7"),
        (-7.0, 0, "−7"),
        (150.0, 0, "150"),
        (1500.0, 0, "1500"),
        (99999.0, 0, "99999"),
        (100000.0, 0, "1.0e5"),
        (-123456.0, 0, "−1.2e5"),
    ],
)
def test_a_number_has_as_many_decimals_as_its_size_leaves_room_for(value: float, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


@given(st.integers(0, 98), st.integers(0, 999), st.integers(0, 3))
def test_a_half_is_rounded_as_by_hand_whatever_binary_number_it_is(whole: int, part: int, decimals: int) -> None:
    before = f"{part:03}"[:decimals]
    value = float(f"{whole}.{before}5")
    expected = (int(f"{whole}{before}") + 1) / 10**decimals
    assert number(value, decimals) == f"{expected:.{decimals}f}"
    assert number(-value, decimals) == f"−{expected:.{decimals}f}"


@given(st.floats(-1e300, 1e300), st.sampled_from([0, 2]))
def test_what_is_shown_is_the_value_rounded(value: float, decimals: int) -> None:
    text = number(value, decimals)
    if text == NEARLY_ZERO:
        assert 0 < abs(value) <= 0.5 * 10**-decimals
    else:
        shown = float(text.replace("−", "-"))
        tenth_below_1000 = 0.5 if decimals == 0 or abs(value) >= 999.95 else 0.05
        within = 0.5 * 10**-decimals if abs(value) < 99.99 else tenth_below_1000
        assert abs(shown - value) <= (within if abs(value) < 99_999 else abs(value) / 20) * (1 + 1e-9)


@given(FINITE, st.sampled_from([0, 2]))
@example(-0.0, 2)
def test_no_number_is_written_as_minus_zero_or_as_a_zero_that_it_is_not(value: float, decimals: int) -> None:
    text = number(value, decimals)
    assert (text.strip("−0.") == "") == (value == 0)
    assert "-" not in text
    assert value != 0 or "−" not in text


@given(st.floats(-1e7, 1e7), st.sampled_from([0, 2]))
def test_a_number_is_never_longer_than_a_cell_has_room_for(value: float, decimals: int) -> None:
    assert len(number(value, decimals)) <= 6


def test_a_grid_of_integers_shows_no_decimals_and_any_other_two() -> None:
    assert decimals_of(np.array([[0.0, 3.0], [-2.0, -0.0]])) == 0
    assert decimals_of(np.array([[0.0, 3.0], [2.0, 0.5]])) == 2
    assert decimals_of([[1, 2]]) == 0
    assert decimals_of([*range(1000), 0.5]) == 2


@pytest.mark.parametrize(
    ("values", "chosen", "decimals"),
    [
        ([0.65, 1.0], 4, 2),
        ([0.572, 0.1], 3, 3),
        ([0.572, 0.1], 2, 2),
        ([0.572, 0.1], 0, 0),
        ([0.5, -0.1], 4, 1),
        ([3.0, -7.0], 4, 0),
        ([1 / 3], 4, 4),
        ([0.1 + 0.2], 4, 1),
        ([1e9 + 0.5], 4, 1),
    ],
)
def test_a_grid_takes_at_most_the_chosen_decimals_and_no_more_than_it_needs(
    values: list[float], chosen: int, decimals: int
) -> None:
    assert decimals_of(values, chosen) == decimals


@given(st.floats(-99, 99), st.integers(0, 4))
def test_what_the_chosen_decimals_leave_away_is_never_passed_for_the_value(value: float, chosen: int) -> None:
    decimals = decimals_of([value], chosen)
    text = number(value, decimals)
    assert (text in ("0", "0.0", "0.00", "0.000", "0.0000")) == (value == 0)
    if decimals < chosen:
        assert shows_exactly(value, decimals) or text == NEARLY_ZERO


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (3.0, "3"),
        (-3.0, "−3"),
        (0.1, "0.1"),
        (1 / 3, "0.3333333333333333"),
        (0.1 + 0.2, "0.30000000000000004"),
        (-1e-9, "−1e−9"),
        (1.5e-7, "1.5e−7"),
        (1e22, "1e22"),
        (123456.0, "123456"),
    ],
)
def test_full_precision_is_the_shortest_text_that_reads_back(value: float, text: str) -> None:
    assert full(value) == text
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("value", "text", "whole"),
    [
        (0.0, "0", True),
        (-0.0, "0", True),
        (0.3, "0.3", True),
        (0.1 + 0.2, "0.3", False),
        (-(0.1 + 0.2), "−0.3", False),
        (0.715 - 1, "−0.285", False),
        (-1e-9, "−1e−9", True),
        (7.0, "7", True),
        (123456.5, "123456.5", True),
        (1234567890123.5, "1234567890123.5", True),
        (1 / 3, "0.333333333333333", False),
        (-2 / 3, "−0.666666666666667", False),
    ],
)
def test_a_computed_value_is_told_without_noise_and_passed_for_exact_only_where_it_is(
    value: float, text: str, whole: bool
) -> None:
    assert precise(value) == text
    assert is_decimal(value) is whole
    assert equals(True, is_decimal(value)) == ("=" if whole else "≈")


@given(FINITE)
def test_every_number_in_full_reads_back_as_itself(value: float) -> None:
    assert parse_number(full(value)) == value


@pytest.mark.parametrize(
    ("value", "decimals", "exact"),
    [
        (0.43, 2, True),
        (0.435, 2, False),
        (0.0, 2, True),
        (-0.0, 2, True),
        (-0.5, 2, True),
        (1e-9, 2, False),
        (1e-14, 2, False),
        (0.1 + 0.2, 2, True),
        (3.0, 0, True),
        (150.5, 2, True),
        (150.55, 2, False),
        (1234.0, 2, True),
        (1234.5, 2, False),
        (120000.0, 0, True),
        (123456.0, 0, False),
        (-120000.0, 2, True),
        (0.43 + 1e-10, 2, False),
    ],
)
def test_it_is_known_whether_a_number_is_shown_exactly(value: float, decimals: int, exact: bool) -> None:
    assert shows_exactly(value, decimals) is exact


@given(st.integers(-9999, 9999))
def test_multiples_of_a_hundredth_below_100_are_shown_exactly(hundredths: int) -> None:
    assert shows_exactly(hundredths / 100, 2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3.0),
        ("0.5", 0.5),
        ("0,5", 0.5),
        (".5", 0.5),
        (",5", 0.5),
        ("5.", 5.0),
        ("+2", 2.0),
        ("-2", -2.0),
        ("−2", -2.0),
        ("-0", 0.0),
        ("0/-3", 0.0),
        ("1e3", 1000.0),
        ("1E3", 1000.0),
        ("2,5e-1", 0.25),
        ("2.5e−1", 0.25),
        ("1/9", 1 / 9),
        ("-1/9", -1 / 9),
        ("1 / 9", 1 / 9),
        ("0,5/2", 0.25),
        ("1/−4", -0.25),
        ("  7 ", 7.0),
        ("\t7\n", 7.0),
        ("1,234", 1.234),
        ("007", 7.0),
    ],
)
def test_what_a_person_types_is_read(text: str, value: float) -> None:
    read = parse_number(text)
    assert read == value
    assert math.copysign(1, read) == math.copysign(1, value)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            ".",
            ",",
            "+",
            "−",
            "e5",
            "1e",
            "1e+",
            "1e1.5",
            "abc",
            "1 2",
            "1.2.3",
            "1.234,5",
            "1,2,3",
            "--1",
            "- 1",
        ),
        *("1/0", "1/0.0", "0/0", "1/", "/9", "1/2/3", "1//2", "1/9e", "1/1e-320"),
        *("nan", "NaN", "inf", "-inf", "Infinity", "∞", "1e999", "-1e999"),
        *("0x10", "0b1", "0o7", "1_000", "1'000", "½", "٣", "²", "1+1", "5%", "True", "None", "1\0", "3,−"),
        "9" * 101,
    ],
)
def test_what_is_no_finite_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber) as refused:
        parse_number(text)
    assert refused.value.values() == {"text": text}
    assert refused.value.key == "not_a_number"


@given(st.text())
def test_any_text_is_either_a_finite_number_or_refused(text: str) -> None:
    with contextlib.suppress(NotANumber):
        assert math.isfinite(parse_number(text))


def test_a_size_is_rows_times_columns() -> None:
    assert size_text((8, 6)) == "8 × 6"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("１", 1.0), ("．５", 0.5), ("－１２，５", -12.5), ("１／４", 0.25), ("２ｅ３", 2000.0), ("1２", 12.0)],
)
def test_full_width_digits_are_digits(typed: str, value: float) -> None:
    assert parse_number(typed) == value


@pytest.mark.parametrize("typed", ["½", "2²", "①", "１１Ａ"])
def test_what_only_looks_like_digits_is_no_number(typed: str) -> None:
    with pytest.raises(NotANumber):
        parse_number(typed)
