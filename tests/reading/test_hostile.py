"""A text of 4 MB is read or refused in about the time of a plain look at it, and without much memory."""

from __future__ import annotations

import tracemalloc

import pytest

from game.core.errors import ConvolutionError
from game.reading import text
from game.reading.text import LIMIT, read_numbers

from .hostile import LENGTHS, MOST_TIMES, UNITS, of_length, plain_look, reading

MOST_BYTES = 200 * 1000 * 1000


@pytest.fixture(scope="module")
def look() -> float:
    return min(plain_look() for _ in range(3))


@pytest.mark.parametrize("unit", UNITS)
def test_a_hostile_text_takes_a_few_times_as_long_as_a_look_at_it(unit: str, look: float) -> None:
    for length in LENGTHS:
        made = of_length(unit, length)
        assert reading(made) < MOST_TIMES * look, length


@pytest.mark.parametrize("begun", ["[[0, ", '{"weight": [[0, ', "1 ", "[-", "(1/"])
def test_a_number_of_many_digits_among_others_takes_no_longer(begun: str, look: float) -> None:
    assert reading(f"{begun}{'9' * 200_000}, 1]]") < MOST_TIMES * look


@pytest.mark.parametrize("unit", ["1e5 ", "1\n", "½", "[1],", " , ", "\n", "{1}"])
def test_a_hostile_text_takes_little_memory(unit: str) -> None:
    made = "1" + of_length(unit, LIMIT - 2) + "1"
    tracemalloc.start()
    try:
        reading(made)
        assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    finally:
        tracemalloc.stop()


def test_what_no_image_can_hold_is_refused_before_a_number_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(text, "_tree", read.append)
    for unit in ("1,", "1\n", "[1],", "(1) ", "{1}"):
        with pytest.raises(ConvolutionError) as caught:
            read_numbers(of_length(unit, LIMIT))
        assert vars(caught.value)["reason"] == "too many"
    assert not read


def test_exactly_4_mb_are_looked_at_and_a_byte_more_is_not() -> None:
    for signs, reason in (
        ("1" + " " * (LIMIT - 1), None),
        ("1" + " " * LIMIT, "too long"),
        ("é" * (LIMIT // 2 + 1), "too long"),
    ):
        if reason is None:
            assert read_numbers(signs).values.tolist() == [[1]]
            continue
        with pytest.raises(ConvolutionError) as caught:
            read_numbers(signs)
        assert vars(caught.value)["reason"] == reason
