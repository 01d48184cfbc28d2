"""Drawing on a surface: what is drawn once is drawn the same again."""

from __future__ import annotations

import numpy as np
import pytest

from game.ui.geometry import Rect
from game.ui.themes import BLACK, WHITE
from tests.picture import new_canvas, pixels


def test_text_that_was_drawn_half_transparent_is_the_same_as_ever_afterwards() -> None:
    canvas = new_canvas((80, 40))
    canvas.text("0.25", 10, 20, 20, WHITE, True)
    before = pixels(canvas.surface)
    canvas.text("0.25", 10, 20, 20, WHITE, True, alpha=100)
    canvas.surface.fill(BLACK)
    canvas.text("0.25", 10, 20, 20, WHITE, True)
    assert np.array_equal(pixels(canvas.surface), before)


def test_half_transparent_text_is_half_as_bright() -> None:
    canvas = new_canvas((80, 40))
    canvas.text("0.25", 10, 20, 20, WHITE, True, alpha=128)
    assert 100 <= int(pixels(canvas.surface).max()) <= 150


@pytest.mark.parametrize("align", [0.0, 0.5, 1.0])
def test_text_is_aligned_and_its_capitals_stand_about_the_given_middle(align: float) -> None:
    canvas = new_canvas((200, 60))
    width = canvas.text("H8", 100, 30, 24, WHITE, True, align)
    rows, columns = np.nonzero(pixels(canvas.surface)[:, :, 0] > 96)
    assert abs((rows.min() + rows.max() + 1) / 2 - 30) <= 1
    assert abs((columns.min() + columns.max() + 1) / 2 - (100 + width * (0.5 - align))) <= 2


@pytest.mark.parametrize("size", [(40, 30), (900, 700)])
def test_round_corners_are_antialiased_and_the_middle_is_full(size: tuple[int, int]) -> None:
    canvas = new_canvas((1000, 800))
    canvas.rounded(Rect(20, 20, *size), 12, WHITE)
    shown = pixels(canvas.surface)[:, :, 0]
    corner = shown[20:32, 20:32]
    assert corner[0, 0] == 0
    assert ((corner > 0) & (corner < 255)).sum() >= 8
    assert shown[20 + size[1] // 2, 20 : 20 + size[0]].min() == 255
    assert shown[:, 19].max() == shown[19].max() == shown[20 + size[1]].max() == 0


@pytest.mark.parametrize("size", [(40, 30), (900, 700)])
def test_an_outline_lies_inside_its_rectangle_on_all_sides(size: tuple[int, int]) -> None:
    canvas = new_canvas((1000, 800))
    canvas.outline(Rect(20, 20, *size), 8, WHITE, 3)
    shown = pixels(canvas.surface)[:, :, 0]
    middle_row, middle_column = 20 + size[1] // 2, 20 + size[0] // 2
    for line in (shown[middle_row, 20 : 20 + size[0]], shown[20 : 20 + size[1], middle_column]):
        assert line[:3].tolist() == line[-3:].tolist() == [255, 255, 255]
        assert line[4:-4].max() == 0
    assert shown[:, :20].max() == shown[:, 20 + size[0] :].max() == 0


def test_the_store_forgets_what_was_not_used_for_longest() -> None:
    import pygame

    from game.ui.cache import SurfaceCache

    made: list[str] = []

    def maker(name: str) -> pygame.Surface:
        made.append(name)
        return pygame.Surface((10, 10), depth=32)

    store = SurfaceCache(limit=1000)
    for name in ("a", "b", "a", "c", "a", "b"):
        store.get(name, lambda name=name: maker(name))  # type: ignore[misc]  # bound at once
    assert made == ["a", "b", "c", "b"]
    assert store.size <= 1000
