"""How far maps are what they are to be."""

from __future__ import annotations

import numpy as np

from game.core.goal import agreeing, is_met
from game.core.grid import frozen

GOAL = np.array([[[1.0, -2.0], [0.0, 1 / 3]]])
NEAR = np.array([[1.0, 2.0], [0.0, 1 / 3]])


def test_cells_that_have_the_goals_values_agree() -> None:
    found = agreeing((frozen(NEAR),), GOAL)
    assert found is not None
    assert found.tolist() == [[[True, False], [True, True]]]
    assert not is_met((frozen(NEAR),), GOAL)
    assert is_met((frozen(GOAL[0]),), GOAL)


def test_what_a_float_rounds_off_agrees_and_a_hundredth_does_not() -> None:
    assert is_met((frozen(GOAL[0] * (1 + 1e-12)),), GOAL)
    assert is_met((frozen(np.array([[1, -2], [0, 0.333333]])),), GOAL)  # as one writes it, with six places
    assert not is_met((frozen(GOAL[0] + 0.01),), GOAL)


def test_of_large_values_a_millionth_of_them_is_near() -> None:
    goal = np.array([[[2e6]]])
    assert is_met((frozen([[2e6 + 1]]),), goal)
    assert not is_met((frozen([[2e6 + 3]]),), goal)


def test_maps_of_another_size_or_count_agree_nowhere() -> None:
    assert agreeing((frozen([[1, -2]]),), GOAL) is None
    assert agreeing((frozen(GOAL[0]), frozen(GOAL[0])), GOAL) is None
    assert not is_met((frozen([[1]]),), GOAL)
