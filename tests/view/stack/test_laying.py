"""A texture is laid in bands, which cannot be seen in the picture."""

from __future__ import annotations

import numpy as np
import pygame
import pytest

from game.ui.geometry import Rect
from game.ui.plane import Plane
from game.view.stack import laying

PLANE = Plane(140.3, 20.8, (21.0, 6.5), (-13.2, 9.1))
AREA = Rect(30, 12, 301, 187)
BLOCK = laying.block_of(0, 0, 9, 12, 20)


def texture() -> pygame.Surface:
    """Return a texture on which no two texels are alike."""
    found = pygame.Surface((12 * 20 + 2, 9 * 20 + 2), pygame.SRCALPHA)
    laying.pixels_of(found)[:] = np.random.default_rng(5).integers(0, 2**32, found.get_size()[::-1], np.uint32)
    return found


def of(surface: pygame.Surface) -> bytes:
    return surface.get_buffer().raw


@pytest.mark.parametrize("band", [1, 1000, 30_000])
def test_bands_make_the_same_picture_as_one_piece(monkeypatch: pytest.MonkeyPatch, band: int) -> None:
    flat = texture()
    monkeypatch.setattr(laying, "BAND", 10**9)
    whole = [of(laying.laid(flat, BLOCK, PLANE, AREA, samples)) for samples in (1, 2)]
    cells = of(laying.cells_seen(BLOCK, PLANE, AREA))
    assert len(set(whole[0])) > 200
    monkeypatch.setattr(laying, "BAND", band)
    assert [of(laying.laid(flat, BLOCK, PLANE, AREA, samples)) for samples in (1, 2)] == whole
    assert of(laying.cells_seen(BLOCK, PLANE, AREA)) == cells


def test_few_samples_are_worked_out_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    seen = laying._texels_seen

    def noted(*values: object) -> object:
        found = seen(*values)  # type: ignore[arg-type]  # passed on as they came
        sizes.append(found[0].size)
        return found

    monkeypatch.setattr(laying, "_texels_seen", noted)
    laying.laid(texture(), BLOCK, PLANE, Rect(0, 0, 1920, 1080))
    assert max(sizes) <= laying.BAND
    assert sum(sizes) == 4 * 1920 * 1080
