"""Golden pictures are written small, and nothing of them is lost."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.picture import picture, pixels, state

from .png import as_it_is, smallest


def usual(shown: NDArray[np.uint8]) -> bytes:
    """Return what Pillow writes at its best."""
    file = io.BytesIO()
    Image.fromarray(shown).save(file, "PNG", optimize=True)
    return file.getvalue()


@pytest.mark.parametrize("size", [(1, 1), (3, 7), (64, 48)])
def test_every_pixel_is_read_back_as_it_was(size: tuple[int, int], tmp_path: Path) -> None:
    shown = np.random.default_rng(2).integers(0, 256, (*size, 3), dtype=np.uint8)
    path = tmp_path / "noise.png"
    for written in (as_it_is(shown), smallest(shown)):
        path.write_bytes(written)
        with Image.open(path) as found:
            assert found.mode == "RGB"
            assert np.array_equal(np.asarray(found), shown)
        assert np.array_equal(pixels(pygame.image.load(path)), shown)


def test_a_window_takes_a_fifth_less_than_usual() -> None:
    shown = pixels(picture(state(), (640, 400)))
    assert len(smallest(shown)) < 0.8 * len(usual(shown))


def test_what_the_usual_way_makes_smaller_is_written_so() -> None:
    across = np.arange(256, dtype=np.uint8)
    shown = np.stack([across + row for row in range(0, 120, 3)])[..., None].repeat(3, axis=2)
    assert smallest(shown) == usual(shown)
    assert len(smallest(shown)) < len(as_it_is(shown))
