"""Kept pictures are stored so that they are copied fast, with the same pixels."""

from __future__ import annotations

import pygame
import pytest

from game.ui.cache import NARROW, SurfaceCache, copied_fast
from tests.picture import pixels


def striped(width: int, height: int, flags: int = 0) -> pygame.Surface:
    surface = pygame.Surface((width, height), flags, 32)
    for x in range(width):
        surface.fill((x % 256, 7, 200, 120), (x, 0, 1, height))
    return surface


@pytest.mark.parametrize("width", [1, 4, 40, 41, 42, 44, NARROW])
def test_no_row_of_a_narrow_picture_begins_where_rows_are_written_past_the_caches(width: int) -> None:
    kept = SurfaceCache(often=True).get("picture", lambda: striped(width, 3))
    assert kept.get_size() == (width, 3)
    assert kept.get_pitch() % 8 == 4, "whatever the window's own rows are, 16 bytes are never met by both"
    assert (pixels(kept) == pixels(striped(width, 3))).all()


def test_wide_pictures_and_those_with_alpha_stay_as_they_are() -> None:
    for made in (striped(NARROW + 4, 2), striped(40, 2, pygame.SRCALPHA)):
        assert copied_fast(made) is made


def test_where_few_frames_are_drawn_a_picture_is_kept_itself() -> None:
    made = striped(40, 2)
    assert SurfaceCache().get("picture", lambda: made) is made
