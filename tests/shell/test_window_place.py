"""Where the window opens: as it was where that is on a display, else whole on the one that is there."""

from __future__ import annotations

import itertools

import pytest

from game.shell.display import SMALLEST, corrected, first_size
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
    found = Rect(*corrected(place, [display]))
    assert Rect(0, 0, *display).holds(found)
    assert found.w >= SMALLEST[0]
    assert found.h >= SMALLEST[1]


@pytest.mark.parametrize("display", DISPLAYS)
@pytest.mark.parametrize("place", PLACES)
def test_a_window_that_has_to_move_leaves_room_for_its_frame(place: tuple[int, int, int, int], display: Size) -> None:
    found = Rect(*corrected(place, [display]))
    if found != place:
        assert Rect(0, 0, *display).inset(8, 40).holds(found) or place[2:] == (3, 3)


@pytest.mark.parametrize(("before", "now"), list(itertools.permutations(DISPLAYS, 2)))
def test_a_window_of_one_display_opens_whole_on_another(before: Size, now: Size) -> None:
    width, height = first_size(before)
    centred = ((before[0] - width) // 2, (before[1] - height) // 2, width, height)
    found = Rect(*corrected(centred, [now]))
    assert Rect(0, 0, *now).holds(found)
    assert (found.w, found.h) <= (width, height)


@pytest.mark.parametrize("display", DISPLAYS)
def test_a_place_that_a_display_holds_stays_as_it_was_maximised_or_not(display: Size) -> None:
    for place in ((1, 20, display[0] - 2, display[1] - 21), (40, 50, 700, 500)):
        assert corrected(place, [display]) == place


def test_of_two_displays_the_one_with_the_windows_middle_holds_it() -> None:
    two = [(1920, 1080), (1366, 768)]
    assert corrected((2000, 60, 1000, 600), two) == (2000, 60, 1000, 600)
    right = Rect(*corrected((1900, 60, 1500, 900), two))
    assert Rect(1920, 0, 1366, 768).holds(right)
    left = Rect(*corrected((1500, 60, 800, 600), two))
    assert Rect(0, 0, 1920, 1080).holds(left)


def test_when_a_display_has_gone_the_window_comes_to_the_one_that_remains() -> None:
    assert Rect(0, 0, 1920, 1080).holds(Rect(*corrected((2500, 200, 1200, 700), [(1920, 1080)])))
    assert corrected((2500, 200, 1200, 700), [(1920, 1080)])[2:] == (1200, 700)
