"""Random fields: that they are the numbers of the generator whose sequence Python promises to keep."""

from __future__ import annotations

import random

import numpy as np
import pytest

from game.core.random_field import STREAMS, random_field


@pytest.mark.parametrize("seed", [0, 1, 7, 99_999_999, 2**32 - 1, 2**45])
def test_a_field_takes_the_numbers_of_pythons_own_generator(seed: int) -> None:
    source = random.Random(seed * STREAMS + 3)
    expected = [[int(source.random() * 10) / 9 for _ in range(4)] for _ in range(5)]
    assert np.array_equal(random_field(seed, (5, 4), 3, 0, 9, 9), expected)
