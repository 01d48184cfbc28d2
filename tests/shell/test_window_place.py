"""Where the window opens: as it was where that is on a display, else whole on the one that is there."""

from __future__ import annotations

import itertools

import pytest

from game.shell.places import SMALLEST, Place, corrected, fills, first_scale, first_size, may_be_lost
from game.ui.geometry import Rect

Size = tuple[int, int]
DISPLAYS = ((1024, 768), (1280, 800), (1366, 768), (1920, 1080), (800, 600), (3840, 2160))
PLACES = (
    (65, 96, 1152, 648),  # a first window at 1280 × 800
    (1, 20, 1278, 779),  # the same, maximised
    (0, 0, 1920, 1080),
    (1800, 900, 1600, 1000),  # hanging over two edges
    (-300, -20, 800, 600),
    (-32000, -32000, 900, 600),  # a minimised window, as Windows reports it
    (5000, 4000, 400, 300),
    (10, 10, 3, 3),
)


@pytest.mark.parametrize("display", DISPLAYS)
@pytest.mark.parametrize("place", PLACES)
def test_a_window_opens_whole_on_the_only_display(place: tuple[int, int, int, int], display: Size) -> None:
    found = Rect(*corrected(Place(place), (display,)))
    assert Rect(0, 0, *display).holds(found)
    assert found.w >= SMALLEST[0]
    assert found.h >= SMALLEST[1]


@pytest.mark.parametrize("display", DISPLAYS)
@pytest.mark.parametrize("place", PLACES)
def test_a_window_that_has_to_move_leaves_room_for_its_frame(place: tuple[int, int, int, int], display: Size) -> None:
    found = Rect(*corrected(Place(place), (display,)))
    if found != place:
        assert Rect(0, 0, *display).inset(8, 40).holds(found) or place[2:] == (3, 3)


@pytest.mark.parametrize(("before", "now"), list(itertools.permutations(DISPLAYS, 2)))
def test_a_window_of_one_display_opens_whole_on_another(before: Size, now: Size) -> None:
    width, height = first_size(before)
    centred = ((before[0] - width) // 2, (before[1] - height) // 2, width, height)
    found = Rect(*corrected(Place(centred), (now,)))
    assert Rect(0, 0, *now).holds(found)
    assert (found.w, found.h) <= (width, height)


@pytest.mark.parametrize("display", DISPLAYS)
def test_a_place_that_a_display_holds_stays_as_it_was_maximised_or_not(display: Size) -> None:
    for place in ((1, 20, display[0] - 2, display[1] - 21), (40, 50, 700, 500)):
        assert corrected(Place(place), (display,)) == place


TWO = ((1920, 1080), (1366, 768))


def test_of_two_displays_the_one_with_the_windows_middle_holds_it() -> None:
    assert corrected(Place((2000, 60, 1000, 600)), TWO) == (2000, 60, 1000, 600)
    right = Rect(*corrected(Place((1900, 60, 1500, 900)), TWO))
    assert Rect(1920, 0, 1366, 768).holds(right)
    left = Rect(*corrected(Place((1500, 60, 800, 600)), TWO))
    assert Rect(0, 0, 1920, 1080).holds(left)


def test_when_a_display_has_gone_the_window_comes_to_the_one_that_remains() -> None:
    for kept in ((2500, 200, 1200, 700), (-1500, 200, 1200, 700), (100, -900, 1200, 700)):
        found = corrected(Place(kept, displays=TWO), TWO[:1])
        assert Rect(0, 0, 1920, 1080).holds(Rect(*found))
        assert found[2:] == (1200, 700)


BESIDE = (
    (-1366, 20, 1000, 700),
    (-300, -20, 800, 600),
    (100, -768, 900, 700),
    (60, 1100, 900, 700),
    (2000, 60, 900, 600),
)
"""Places on a second display left of the first one, on both, above it, below it, and right of it."""


@pytest.mark.parametrize("place", BESIDE)
def test_a_place_on_a_display_anywhere_around_the_first_is_that_of_the_next_start(place: tuple[int, ...]) -> None:
    x, y, width, height = place
    assert corrected(Place((x, y, width, height), displays=TWO), TWO) == place


@pytest.mark.parametrize("place", BESIDE)
def test_with_other_displays_than_then_it_opens_whole_on_one_of_them(place: tuple[int, ...]) -> None:
    x, y, width, height = place
    now = ((1280, 800), (1024, 768))
    found = Rect(*corrected(Place((x, y, width, height), displays=TWO), now))
    assert any(Rect(left, 0, *size).holds(found) for left, size in ((0, now[0]), (1280, now[1])))


@pytest.mark.parametrize("place", BESIDE)
def test_among_several_displays_only_the_system_knows_whether_a_window_is_lost(place: tuple[int, ...]) -> None:
    x, y, width, height = place
    assert not may_be_lost((x, y, width, height), TWO)


@pytest.mark.parametrize(("place", "lost"), [(each, True) for each in BESIDE] + [((9, 9, 800, 600), False)])
def test_on_the_only_display_a_title_bar_out_of_reach_is_lost(place: tuple[int, ...], lost: bool) -> None:
    x, y, width, height = place
    assert may_be_lost((x, y, width, height), TWO[:1]) is lost


@pytest.mark.parametrize("density", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("display", DISPLAYS)
def test_a_first_window_on_dense_pixels_is_as_large_to_the_eye(display: Size, density: float) -> None:
    dense = (round(display[0] * density), round((display[1] - 80) * density) + 80)
    for seen, expected in zip(first_size(dense, density), first_size(display), strict=True):
        assert abs(seen / density - expected) <= 1


@pytest.mark.parametrize("density", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("display", DISPLAYS)
def test_the_text_of_a_first_window_is_never_smaller_to_the_eye_than_it_may_be(display: Size, density: float) -> None:
    size = first_size(display, density)
    unit = max(min(size[1] / 1080, size[0] / 1920 * 1.2), 0.6)
    scale = first_scale(size, density)
    assert 100 <= scale <= 300
    assert unit * scale / 100 / density >= 0.595
    assert density > 1 or scale == 100


def test_a_window_that_fills_a_display_is_told_from_one_that_is_only_maximised() -> None:
    notched = ((1512, 982), (1920, 1080))
    assert fills((1512, 982), notched)
    assert fills((1512, 945), notched), "beside the camera there is no room"
    assert fills((1920, 1080), notched)
    assert not fills((1512, 917), notched), "a menu and a title bar stand above it"
    assert not fills((1440, 900), notched)
