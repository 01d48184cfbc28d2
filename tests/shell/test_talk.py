"""A talk with a remote and a pointer: Present, blank, spotlight."""

from __future__ import annotations

import pytest

from game.input.intent import Cell, GridName
from game.input.mode_intents import Blank
from game.input.window_intents import Complain, Tick
from tests.shell.hands import Person

PIXEL = Cell(GridName.IMAGE, 3, 3)


def toasts(person: Person) -> list[str]:
    return [name for name in person.names() if name.startswith("toast ")]


def test_f5_presents_in_full_screen_and_escape_brings_the_window_back() -> None:
    person = Person()
    person.keys("F5")
    assert person.state.interface.presenting
    assert person.display.full_screen
    person.keys("Escape")
    assert not person.state.interface.presenting
    assert not person.display.full_screen
    person.keys("Escape")
    assert not person.controller.ended


def test_present_leaves_full_screen_as_it_was() -> None:
    person = Person()
    person.keys("F11")
    person.keys("F5", "Escape")
    assert person.display.full_screen
    assert not person.state.interface.presenting


def test_present_has_nothing_but_the_grids() -> None:
    person = Person()
    person.keys("F5")
    names = set(person.names())
    assert not names & {"top bar", "rail", "transport", "play", "title"}
    assert {"grid image", "grid kernel", "grid products", "grid output", "dot product", "progress"} <= names


def test_a_remote_goes_from_stop_to_stop() -> None:
    person = Person(position=2.0)
    person.keys("F5")
    stops = []
    for _ in range(4):
        person.keys("Page Down")
        person.waits(3)
        stops.append(round(person.state.playback.position, 2))
    assert stops == [2.3, 2.65, 2.9, 3.3]
    person.keys("Page Up")
    assert person.state.playback.position == pytest.approx(2.9)


@pytest.mark.parametrize(("blank", "colour"), [(".", "black"), ("b", "black"), ("w", "white")])
def test_the_screen_blanks_and_any_key_only_shows_it_again(blank: str, colour: str) -> None:
    person = Person(position=2.0)
    if blank == ".":
        person.types(blank)
    else:
        person.keys(blank.upper())
    assert person.state.interface.blank == colour
    assert person.names() == ["blank"]
    person.keys("Page Down")
    assert person.state.interface.blank == ""
    assert person.state.playback.target is None


def test_the_same_key_shows_the_screen_again() -> None:
    person = Person()
    for _ in range(3):
        person.types(".")
        assert person.state.interface.blank == "black"
        person.types(".")
        assert person.state.interface.blank == ""


def test_while_blank_escape_and_f5_act_too() -> None:
    person = Person()
    person.keys("F5", "B", "Escape")
    assert (person.state.interface.blank, person.state.interface.presenting) == ("", False)
    person.keys("B", "F5")
    assert (person.state.interface.blank, person.state.interface.presenting) == ("", True)


def test_a_press_shows_a_blank_screen_again_and_does_no_more() -> None:
    person = Person()
    before = person.state.scenario
    at = person.middle(PIXEL)
    person.keys("B")
    person.presses(at)
    person.releases(at)
    assert person.state.interface.blank == ""
    assert person.state.scenario is before


def test_in_the_spotlight_a_click_leaves_a_mark_that_fades_and_paints_nothing() -> None:
    person = Person()
    before = person.state.scenario
    at = person.middle(PIXEL)
    person.keys("S")
    person.presses(at)
    person.releases(at)
    assert person.state.scenario is before
    assert len(person.state.interface.marks) == 1
    assert person.controller.alive
    person.waits(2.1)
    assert not person.state.interface.marks
    person.keys("S")
    person.presses(at)
    person.releases(at)
    assert person.state.scenario is not before


def test_the_middle_button_holds_the_spotlight() -> None:
    person = Person()
    person.presses(PIXEL, button=2)
    assert person.state.interface.spotlit
    person.releases(person.middle(PIXEL), button=2)
    assert not person.state.interface.spotlit


REMOTE = ("Page Down", "Page Up", "F5", "B", ".", "Escape")


@pytest.mark.parametrize("key", REMOTE)
def test_in_present_a_toast_goes_with_any_key_of_a_remote_which_acts_as_ever(key: str) -> None:
    person = Person(position=2.0)
    person.keys("F5")
    person.controller.complain("The disk is full.")
    person.controller.built()
    assert toasts(person)
    if key == ".":
        person.types(key)
    else:
        person.keys(key)
    assert not toasts(person)
    done = person.state
    other = Person(position=2.0)
    other.keys("F5")
    if key == ".":
        other.types(key)
    else:
        other.keys(key)
    assert done.interface.presenting == other.state.interface.presenting
    assert done.interface.blank == other.state.interface.blank
    assert done.playback == other.state.playback


def test_in_present_a_toast_goes_by_itself_after_six_seconds_and_then_nothing_moves() -> None:
    person = Person(position=2.0)
    person.keys("F5")
    person.controller.complain("The disk is full.")
    person.waits(5.8)
    assert toasts(person)
    assert person.controller.alive
    person.waits(0.4)
    assert not toasts(person)
    assert not person.controller.alive


def test_a_toast_of_before_does_not_outlast_the_beginning_of_present() -> None:
    person = Person(position=2.0)
    person.controller.complain("The disk is full.")
    person.waits(20)
    person.keys("F5")
    person.waits(0.1)
    assert not toasts(person)


def test_what_a_remotes_key_is_answered_with_is_seen() -> None:
    person = Person(position=2.0)
    person.keys("F5")
    person.controller.dispatch((Blank("black"), Complain("The disk is full."), Tick(1.0)))
    assert person.state.interface.toasts


def test_the_lens_turns_by_key_and_by_click_and_goes_round() -> None:
    from tests.picture import scenario

    shown = scenario("noise", size=(16, 16), kernel="random signed", kernel_size=(5, 5))
    person = Person(shown, size=(1920, 1080), position=20.3)
    person.keys("F5")
    pages = [person.widget("lens").lines]  # type: ignore[attr-defined]
    for _ in range(4):
        person.keys("N")
        pages.append(person.widget("lens").lines)  # type: ignore[attr-defined]
    person.clicks("lens")
    assert len(set(map(repr, pages))) == 5
    assert person.widget("lens").lines == pages[0]  # type: ignore[attr-defined]
