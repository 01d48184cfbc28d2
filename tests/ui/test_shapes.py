"""Large shapes are drawn out from a small one: pixel for pixel what working out each of them gives."""

from __future__ import annotations

import random

import numpy as np
import pygame
import pytest

from game.ui.shapes import Mask, painted, ring, ring_mask, rounded, rounded_mask, shadow, shadow_mask

GREEN = (40, 200, 90)


def levels(surface: pygame.Surface) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.dstack((pygame.surfarray.array3d(surface), pygame.surfarray.array_alpha(surface)))


def whole(mask: Mask, colour: tuple[int, int, int], strength: float = 1.0) -> pygame.Surface:
    return painted(mask, colour, strength)


@pytest.mark.parametrize("seed", range(60))
def test_a_shape_that_is_drawn_out_is_the_one_that_is_worked_out(seed: int) -> None:
    hand = random.Random(seed)
    width, height = hand.randint(1, 160), hand.randint(1, 160)
    radius, thickness = round(hand.choice((0.0, hand.uniform(0, 30), min(width, height) / 2)), 1), hand.randint(5, 60)
    line = thickness / 10
    pairs = (
        (rounded(width, height, radius, GREEN), whole(rounded_mask(width, height, radius), GREEN)),
        (ring(width, height, radius, line, GREEN), whole(ring_mask(width, height, radius, line), GREEN)),
        (shadow(width, height, radius, 7, 0.4), whole(shadow_mask(width, height, radius, 7), (0, 0, 0), 0.4)),
    )
    for drawn_out, worked_out in pairs:
        assert np.array_equal(levels(drawn_out), levels(worked_out)), (width, height, radius, line)


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (3, 1), (1, 4), (5, 7), (64, 64)])
def test_cells_side_by_side_are_each_the_one(columns: int, rows: int) -> None:
    mask = np.random.default_rng(3).random((7, 5))
    one, many = levels(painted(mask, GREEN, 0.7)), levels(painted(mask, GREEN, 0.7, columns, rows))
    assert np.array_equal(many, np.tile(one, (columns, rows, 1)))
