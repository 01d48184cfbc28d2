"""The curves of motion."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.play import easing

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = np.linspace(0, 1, 1001)


@pytest.mark.parametrize("curve", [easing.smooth, easing.cubic_in_out])
def test_a_curve_of_travel_begins_at_0_and_ends_at_1_also_beyond_its_time(curve: Callable[[float], float]) -> None:
    assert (curve(0), curve(1), curve(-5), curve(5)) == (0, 1, 0, 1)


@pytest.mark.parametrize("curve", [easing.smooth, easing.cubic_in_out])
def test_travel_never_turns_back_and_is_the_same_in_both_directions(curve: Callable[[float], float]) -> None:
    heights = np.array([curve(part) for part in MANY])
    assert (np.diff(heights) >= 0).all()
    assert heights + heights[::-1] == pytest.approx(1)


def test_cubic_in_out_starts_slower_than_smooth() -> None:
    assert easing.cubic_in_out(0.1) == pytest.approx(0.004)
    assert easing.smooth(0.1) == pytest.approx(0.028)


def test_pop_is_what_out_back_has_beyond_a_plain_arrival() -> None:
    for part in MANY:
        plain, rest = 1 + (part - 1) ** 3, part - 1
        out_back = 1 + (easing.SWELLING + 1) * rest**3 + easing.SWELLING * rest**2
        assert easing.pop(part) - 1 == pytest.approx(out_back - plain)
    assert (easing.pop(0), easing.pop(1)) == (1, 1)
    assert 1.05 < max(easing.pop(part) for part in MANY) < 1.10


def test_a_hump_stands_on_0_and_reaches_1_half_way() -> None:
    assert (easing.hump(0), easing.hump(0.5)) == (0, 1)
    assert easing.hump(1) == pytest.approx(0)
    assert easing.humps(MANY) == pytest.approx([easing.hump(part) for part in MANY])


def test_the_curves_of_grids_are_those_of_numbers() -> None:
    assert easing.cubics_in_out(MANY) == pytest.approx([easing.cubic_in_out(part) for part in MANY])


def test_clamp_keeps_what_is_inside_and_takes_the_nearer_end_of_the_rest() -> None:
    assert [easing.clamp(value, 2, 5) for value in (1, 2, 3, 5, 9)] == [2, 2, 3, 5, 5]
    assert easing.clamp(math.nan, 2, 5) == 2


@pytest.mark.parametrize("count", [1, 2, 9, 225])
def test_staggered_items_all_begin_at_0_and_all_end_at_1(count: int) -> None:
    assert easing.staggered(0, count, 0.6).tolist() == [0] * count
    assert easing.staggered(1, count, 0.6).tolist() == [1] * count


@pytest.mark.parametrize("count", [2, 9, 225])
def test_staggered_items_go_one_after_the_other_and_last_equally_long(count: int) -> None:
    table = np.array([easing.staggered(part, count, 0.6) for part in MANY])
    assert (np.diff(table, axis=1) <= 0).all()
    assert (np.diff(table, axis=0) >= 0).all()
    begins, ends = (table > 0).argmax(axis=0), (table >= 1).argmax(axis=0)
    assert np.ptp(ends - begins) <= 2
    assert ends - begins == pytest.approx(400, abs=2)
    assert begins == pytest.approx(np.linspace(0, 600, count), abs=2)
