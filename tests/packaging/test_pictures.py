"""The pictures that come along are those that their program makes, and are small enough to come along."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from game.files.own_pictures import PICTURES
from tests.tools.pictures import MAKERS, levels_of

BANDS = (range(40, 42), range(118, 120), range(171, 173))
"""Rows that are made anew: sky, walls and things, and the ground. All of them take a minute or two."""
IN_COLOUR = {"fruit", "street"}


def kept(name: str) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    with Image.open(PICTURES[name]) as picture:
        assert picture.mode == ("RGB" if name in IN_COLOUR else "L")
        return np.asarray(picture)


@pytest.mark.parametrize("name", MAKERS)
def test_rows_of_a_picture_that_are_made_anew_are_those_that_are_kept(name: str) -> None:
    picture = kept(name)
    for band in BANDS:
        made = levels_of(MAKERS[name](band)).astype(int)
        assert np.abs(made - picture[band.start : band.stop]).max() <= 1, band


def test_every_picture_has_a_maker_256_pixels_and_few_bytes() -> None:
    assert set(MAKERS) == set(PICTURES)
    assert {max(kept(name).shape[:2]) for name in PICTURES} == {256}
    assert sum(path.stat().st_size for path in PICTURES.values()) <= 400_000


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_goes_from_nearly_black_to_nearly_white(name: str) -> None:
    low, high = np.percentile(kept(name), [1, 99])
    assert low < 50
    assert high > 200
