"""The scale of a large picture's maps holds nearly all of their cells, and stays while a few of them change."""

from __future__ import annotations

import numpy as np

from game.core.map_scale import STEPS, WITHIN, picture_scale


def test_a_few_large_values_do_not_make_all_others_pale() -> None:
    values = np.random.default_rng(2).normal(0.0, 1.0, (250, 250))
    values[::50, ::50] = 40.0  # 25 of 62,500
    scale = picture_scale((values,), 40.0)
    assert scale == 2.5  # of a normal distribution 98 % lie within 2.33
    assert np.mean(np.abs(values) <= scale) >= WITHIN / 100


def test_it_ends_at_the_largest_magnitude_where_that_is_less() -> None:
    assert picture_scale((np.full((9, 9), 0.7), np.zeros((9, 9))), 0.7) == 0.7
    assert picture_scale((np.zeros((9, 9)),), 0.0) == 0.0


def test_where_nearly_all_is_0_it_is_the_largest_magnitude() -> None:
    values = np.zeros((100, 100))
    values[0, :3] = 5.0
    assert picture_scale((values,), 5.0) == 5.0


def test_it_stays_while_a_stroke_changes_a_few_cells() -> None:
    values = np.random.default_rng(4).normal(0.0, 1.0, (190, 254))
    before = picture_scale((values,), float(np.abs(values).max()))
    values[20:24, 30:34] = 3.0
    assert picture_scale((values,), float(np.abs(values).max())) == before
    assert before in STEPS


def test_where_it_ended_before_a_stroke_changes_nothing_of_where_it_ends() -> None:
    random, met = np.random.default_rng(5), set()
    before = 0.0
    for _ in range(300):
        values = random.normal(0.0, float(random.uniform(0.2, 5.0)), (40, 50))
        values = np.where(random.random(values.shape) < random.uniform(0, 1), np.rint(values), values)
        largest = float(np.abs(values).max())
        plain = picture_scale((values,), largest)
        for end in (before, plain, 1.0, 10.0, largest, 2.5):
            assert picture_scale((values,), largest, end) == plain
        before = plain
        met.add(plain)
    assert len(met) > 5
