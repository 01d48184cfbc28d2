"""The picture of one cell alone is filled as a picture of many is scaled."""

from __future__ import annotations

import numpy as np
import pygame

from game.view.still import miniature, scaled
from tests.picture import ensure_screen, pixels


def test_one_cell_has_the_colour_and_the_format_of_one_that_is_scaled() -> None:
    ensure_screen()
    for colour in ((0, 0, 0), (255, 254, 1), (17, 98, 203)):
        colours = np.array([[colour]], np.uint8)
        found, expected = scaled(colours, (23, 31)), pygame.transform.scale(miniature(colours), (23, 31))
        assert np.array_equal(pixels(found), pixels(expected))
        assert (found.get_masks(), found.get_flags()) == (expected.get_masks(), expected.get_flags())
