"""The notes as a second window: which events are its own, when it opens and closes, and when it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game.input.window_intents import ShowNotes
from game.ui.widgets.select import PopupList
from game.words.texts import text

from .notes_desk import MAIN, Desk

if TYPE_CHECKING:
    from game.ui.geometry import Rect


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(monkeypatch)


def key(which: int, **fields: object) -> dict[str, Any]:
    return {"key": which, "mod": 0, "unicode": "", "scancode": 78, **fields}


def test_nothing_of_the_notes_is_there_before_they_are_wanted(desk: Desk) -> None:
    desk.happens()
    assert desk.loop.notes is None
    assert desk.with_notes().second.presented == 1


def test_a_row_of_the_menu_opens_the_notes_and_then_closes_them(desk: Desk) -> None:
    person = desk.person
    for words, there in (("bar.notes", True), ("bar.notes.close", False)):
        person.clicks("menu")
        listed = person.widget("menu list")
        assert isinstance(listed, PopupList)
        row = next(item for item in listed.items if item.words == text(words))
        person.controller.dispatch(row.intents)
        desk.happens()
        assert person.state.interface.notes is there
        person.keys("Escape")
    assert desk.second.closed


def test_keys_that_are_typed_into_the_notes_are_the_main_windows(desk: Desk) -> None:
    desk.with_notes()
    desk.happens(desk.on_notes(pygame.KEYDOWN, **key(pygame.K_PAGEDOWN, mod=pygame.KMOD_LSHIFT)))
    assert desk.scene == 1
    desk.happens(desk.on_notes(pygame.KEYUP, **key(pygame.K_PAGEDOWN)))
    desk.happens(desk.on_notes(pygame.KEYDOWN, **key(pygame.K_b, unicode="b", scancode=5)))
    assert desk.person.state.interface.blank == "black"


def test_a_hand_on_the_notes_points_at_nothing_in_the_main_window(desk: Desk) -> None:
    desk.with_notes()
    image = desk.person.state.scenario.image.copy()
    at = {"pos": (300, 300), "button": 1, "touch": False}
    desk.happens(
        desk.on_notes(pygame.MOUSEMOTION, pos=(300, 300), rel=(1, 1), buttons=(0, 0, 0), touch=False),
        desk.on_notes(pygame.MOUSEBUTTONDOWN, **at),
        desk.on_notes(pygame.MOUSEBUTTONUP, **at),
        desk.on_notes(pygame.MOUSEWHEEL, x=0, y=1, precise_y=1.0),
    )
    assert (desk.person.state.scenario.image == image).all()
    assert desk.person.state.interface.pointer is None
    assert desk.loop.circumstances.pointer == (0.0, 0.0)


def test_the_buttons_of_the_notes_do_what_a_remote_does(desk: Desk) -> None:
    desk.with_notes()
    assert desk.person.state.tour is not None
    desk.clicks("notes on")
    assert desk.person.state.tour.shown
    desk.clicks("notes on")
    assert desk.scene == 1
    desk.clicks("notes back")
    assert desk.scene == 0


def test_a_button_that_is_left_before_it_is_let_go_does_nothing(desk: Desk) -> None:
    desk.with_notes()
    desk.happens(
        desk.on_notes(pygame.MOUSEBUTTONDOWN, pos=desk.middle("notes back"), button=1),
        desk.on_notes(pygame.MOUSEBUTTONUP, pos=desk.middle("notes on"), button=1),
    )
    assert desk.person.state.tour is not None
    assert not desk.person.state.tour.shown


def test_closing_the_notes_ends_nothing_and_they_open_again(desk: Desk) -> None:
    desk.with_notes()
    desk.happens(desk.on_notes(pygame.WINDOWCLOSE))
    assert desk.second.closed
    assert not desk.person.controller.ended
    assert not desk.person.state.interface.notes
    desk.with_notes()
    assert len(desk.opened) == 2


def test_closing_the_main_window_ends_the_program_and_closes_both(desk: Desk) -> None:
    desk.with_notes()
    desk.happens(pygame.Event(pygame.WINDOWCLOSE, window=MAIN))
    assert desk.person.controller.ended
    desk.loop.close()
    assert desk.second.closed


def test_what_is_left_of_a_window_that_was_closed_does_not_end_the_program(desk: Desk) -> None:
    desk.with_notes()
    desk.happens(desk.on_notes(pygame.WINDOWCLOSE), pygame.Event(pygame.WINDOWCLOSE, window=None))
    assert not desk.person.controller.ended


def passed(desk: Desk) -> Any:
    assert desk.loop.notes is not None
    return next(one for one in desk.loop.notes._picture.widgets if one.name == "passed")


def test_the_clock_counts_from_when_the_lesson_was_begun_until_it_is_restarted(desk: Desk) -> None:
    desk.happens()
    desk.with_notes()
    desk.happens(seconds=65.0)
    assert passed(desk).text == "1:05"
    desk.clicks("restart clock")
    assert passed(desk).text == "0:00"


def test_while_nothing_moves_the_notes_are_drawn_once_a_second_and_the_main_window_never(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.with_notes()
    desk.person.waits(1.0)
    drawn: list[object] = []
    monkeypatch.setattr(desk.loop, "draw", lambda *_: drawn.append(1))
    before = desk.second.presented
    for _ in range(100):
        desk.happens(seconds=0.1)
    assert 9 <= desk.second.presented - before <= 11
    assert not drawn


def test_while_the_walk_plays_the_notes_are_not_looked_at_with_every_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(monkeypatch, lesson="").with_notes()
    desk.person.controller.state = desk.person.state.changed(playback=desk.person.state.playback.play(36))
    looked: list[object] = []
    assert desk.loop.notes is not None
    monkeypatch.setattr(desk.loop.notes._picture, "draw", lambda *_: looked.append(1))
    for _ in range(15):
        desk.happens(seconds=1 / 30)
    assert 4 <= len(looked) <= 6


def test_the_main_window_that_fills_its_display_has_the_keys_and_the_notes_keep_apart(desk: Desk) -> None:
    desk.with_notes()
    assert desk.display.forward == 0
    desk.happens(desk.on_notes(pygame.KEYDOWN, **key(pygame.K_F5)))
    assert desk.person.state.interface.full_screen
    assert (desk.display.forward, desk.second.apart) == (1, 1)
    desk.happens(pygame.Event(pygame.WINDOWDISPLAYCHANGED, window=MAIN, display_index=1))
    assert desk.second.apart == 2


def test_a_window_that_cannot_be_opened_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Rect) -> None:
        raise pygame.error("no")

    monkeypatch.setattr("game.shell.notes.NotesWindow", fails)
    desk.person.controller.dispatch((ShowNotes(),))
    desk.happens()
    assert not desk.person.state.interface.notes
    assert desk.person.state.interface.toasts[-1].sentence == text("notes.not_opened")
