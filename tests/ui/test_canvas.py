"""Drawing on a surface: what is drawn once is drawn the same again."""

from __future__ import annotations

import numpy as np
import pygame
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


class _Noting(pygame.Surface):
    """A surface that notes which rectangles are filled."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(size)
        self.filled: list[Rect] = []

    def fill(self, color: object, rect: object = None, special_flags: int = 0) -> pygame.Rect:
        """Note it, and fill."""
        self.filled.append(Rect(*rect))  # type: ignore[misc]  # a canvas always says what it fills
        return super().fill(color, rect, special_flags)  # type: ignore[arg-type]  # handed on as it came


@pytest.mark.parametrize("x", [0, 3, 16, 31, -5])
@pytest.mark.parametrize("size", [(5, 40), (13, 40), (47, 40), (47, 3), (600, 400)])
@pytest.mark.parametrize("clip", [None, (5, 6, 70, 300)])
def test_a_filling_is_the_same_in_pieces_of_which_each_wide_one_begins_where_a_processor_writes_at_once(
    x: int, size: tuple[int, int], clip: tuple[int, int, int, int] | None
) -> None:
    surface, whole, rect = _Noting((320, 200)), pygame.Surface((320, 200)), Rect(x, 9, *size)
    for each in (surface, whole):
        each.set_clip(clip)
    whole.fill(WHITE, rect)
    new_canvas((1, 1)).onto(surface).fill(rect, WHITE)
    assert np.array_equal(pixels(surface), pixels(whole))
    assert all(part.x % 16 == 0 for part in surface.filled if part.w >= 16 and part.h >= 8)
    assert len(surface.filled) <= 2


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


class Followed:
    """A store with one family of pictures; it notes what was made, and what was to be mended."""

    def __init__(self, limit: int = 1_000_000) -> None:
        from game.ui.cache import SurfaceCache

        self.store = SurfaceCache(limit)
        self.made: list[str] = []
        self.mended: list[tuple[object, str]] = []

    def get(self, thing: object, name: str, mends: bool = True, family: str = "image") -> object:
        """Return the picture of a thing."""
        import pygame

        from game.ui.cache import Same

        def make() -> pygame.Surface:
            self.made.append(name)
            return pygame.Surface((10, 10), depth=32)

        def mend(old: object, surface: pygame.Surface) -> bool:
            assert surface.get_size() == (10, 10)
            self.mended.append((old, name))
            return mends

        return self.store.follow(family, Same(thing), make, mend)


def test_a_picture_is_mended_from_the_last_one_of_its_family() -> None:
    a, b, c = object(), object(), object()
    seen = Followed()
    first = seen.get(a, "a")
    assert seen.get(a, "a") is first
    assert seen.get(b, "b") is first
    assert (seen.made, seen.mended) == (["a"], [(a, "b")])
    again = seen.get(a, "a again")
    assert again is first, "b has become a again, by mending"
    assert seen.mended[-1] == (b, "a again")
    other = seen.get(c, "c", mends=False)
    assert other is not first, "what cannot be mended is made anew"
    assert seen.get(a, "a once more", mends=False) is first, "and the one before is left as it was"
    assert seen.made == ["a", "c"]
    assert seen.store.size == 800


def test_families_do_not_meet_and_what_was_dropped_is_not_mended() -> None:
    a, b = object(), object()
    seen = Followed()
    seen.get(a, "a")
    seen.get(b, "b", family="output")
    assert (seen.made, seen.mended) == (["a", "b"], [])
    small = Followed(limit=500)
    small.get(a, "a")
    small.get(b, "b", family="output")  # there is room for one
    small.get(b, "b of the image")
    assert small.made == ["a", "b", "b of the image"]
    assert small.mended == []


@pytest.mark.parametrize("mends", [True, False])
def test_mending_may_need_so_much_that_other_pictures_have_to_go(mends: bool) -> None:
    import pygame

    from game.ui.cache import Same

    seen = Followed(limit=1000)
    first = seen.get(object(), "a")

    def mend(_: object, surface: pygame.Surface) -> bool:
        assert surface is first
        for name in "bcdef":
            seen.store.get(name, lambda: pygame.Surface((10, 10), depth=32))
        return mends

    found = seen.store.follow("image", Same(object()), lambda: pygame.Surface((10, 10), depth=32), mend)
    assert (found is first) == mends
    assert 0 < seen.store.size <= 1000


@pytest.mark.parametrize(("width", "height", "radius", "blur"), [(40, 31, 6, 9), (33, 64, 2.5, 14), (9, 9, 1, 4)])
def test_a_shadow_is_the_same_on_all_sides(width: int, height: int, radius: float, blur: int) -> None:
    from game.ui.shapes import shadow_mask

    mask = shadow_mask(width, height, radius, blur)
    assert mask.shape == (width, height)
    across = np.abs(np.arange(width) + 0.5 - width / 2) - (width / 2 - blur - radius)
    down = np.abs(np.arange(height) + 0.5 - height / 2) - (height / 2 - blur - radius)
    outside = np.hypot(np.maximum(across, 0)[:, None], np.maximum(down, 0)[None, :])
    fall = np.clip(1 - (outside - radius + blur) / (2 * blur), 0, 1)
    assert np.array_equal(mask, fall * fall * (3 - 2 * fall))
