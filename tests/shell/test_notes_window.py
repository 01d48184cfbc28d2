"""Where the window of the notes stands: not where the class looks, if there is another display."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.shell.notes_window import NotesWindow, display_of, displays, place_of_notes
from game.ui.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Callable

LEFT, RIGHT = Rect(0, 0, 1920, 1080), Rect(1920, 0, 1024, 768)


@pytest.mark.parametrize(("main", "there"), [(Rect(100, 100, 800, 600), RIGHT), (Rect(2000, 50, 800, 600), LEFT)])
def test_of_two_displays_the_notes_open_on_the_one_that_the_main_window_is_not_on(main: Rect, there: Rect) -> None:
    place = place_of_notes(main, [LEFT, RIGHT])
    assert there.holds(place)
    assert display_of(place, [LEFT, RIGHT]) != display_of(main, [LEFT, RIGHT])


def test_on_the_only_display_the_notes_stand_beside_in_its_corner() -> None:
    place = place_of_notes(Rect(100, 100, 800, 600), [LEFT])
    assert LEFT.holds(place)
    assert (place.right, place.bottom) > LEFT.centre


def moving(monkeypatch: pytest.MonkeyPatch, found: list[Rect]) -> Callable[[Rect, Rect], tuple[int, int]]:
    """Return what says where notes at a place go when the main window is at another."""
    monkeypatch.setattr("game.shell.notes_window.displays", lambda: found)

    def goes(main: Rect, notes: Rect) -> tuple[int, int]:
        window = NotesWindow(Rect(0, 0, 640, 480))
        window.window.position, window.window.size = (notes.x, notes.y), (notes.w, notes.h)
        window.keep_apart(main)
        x, y = window.window.position
        window.close()
        return x, y

    return goes


def test_the_notes_go_to_the_other_display_when_the_main_window_comes_to_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    goes = moving(monkeypatch, [LEFT, RIGHT])
    notes = Rect(2000, 50, 600, 500)
    assert goes(Rect(100, 100, 800, 600), notes) == (2000, 50)
    assert goes(RIGHT, notes)[0] < LEFT.right


def test_the_notes_come_back_from_a_display_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    goes = moving(monkeypatch, [LEFT])
    assert goes(LEFT, Rect(2000, 50, 600, 500))[0] < LEFT.right
    assert goes(LEFT, Rect(300, 50, 600, 500)) == (300, 50)


def test_the_displays_are_found_where_they_are() -> None:
    assert displays() == [Rect(0, 0, *size) for size in pygame.display.get_desktop_sizes()]
