"""The file dialog at the window: one that never answers is asked anew, and on a Mac full screen makes way for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.scenario import startup
from game.files.dialog import DialogAnswer, FileDialog
from game.files.scenario_file import write_scenario
from game.input.effects import OpenFile, OpenPath, Save, SaveAs, ToggleFullScreen
from game.input.mode_intents import TogglePresent
from game.shell import dialogs as system

from .hands import Person
from .test_documents import does


class Silent(FileDialog):
    """A dialog that never answers of itself; `answers` does it in its place."""

    def __init__(self, kind: str) -> None:
        super().__init__(())
        self.kind = kind
        self.closed = False
        self._answer = DialogAnswer.NOT_DONE

    def answers(self, answer: Path | None) -> None:
        """Give the answer."""
        self._answer = answer

    def close(self) -> None:
        """Note that it was closed."""
        self.closed = True


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> list[Silent]:
    """Return the dialogs that were opened, in their order."""
    found: list[Silent] = []

    def choose(kind: str, *_: object) -> FileDialog:
        found.append(Silent(kind))
        return found[-1]

    monkeypatch.setattr(system, "choose_file", choose)
    return found


def _closed(dialogs: list[Silent]) -> list[tuple[str, bool]]:
    return [(one.kind, one.closed) for one in dialogs]


@pytest.mark.parametrize("key", ["Ctrl+S", "Ctrl+Shift+S"])
def test_save_pressed_again_closes_a_dialog_that_never_answers_and_asks_anew(
    dialogs: list[Silent], tmp_path: Path, key: str
) -> None:
    person = Person()
    person.keys(key)
    person.waits(5.0)
    person.keys(key)
    assert _closed(dialogs) == [("save", True), ("save", False)]
    dialogs[0].answers(tmp_path / "old.json")
    person.waits(0.1)
    dialogs[1].answers(tmp_path / "new.json")
    person.waits(0.1)
    assert [path.name for path in tmp_path.iterdir()] == ["new.json"]


def test_open_pressed_again_closes_a_dialog_that_never_answers_and_asks_anew(dialogs: list[Silent]) -> None:
    person = Person()
    person.keys("Ctrl+O")
    person.clicks("choose file")
    person.waits(5.0)
    person.keys("Ctrl+O")
    assert _closed(dialogs) == [("open", True), ("open", False)]
    person.waits(5.0)
    person.clicks("choose file")
    assert _closed(dialogs) == [("open", True), ("open", True), ("open", False)]


def test_save_and_open_take_the_place_of_each_other(dialogs: list[Silent], tmp_path: Path) -> None:
    write_scenario(tmp_path / "a.json", startup().named("opened"))
    person = does(Person(), SaveAs())
    person.waits(5.0)
    does(person, OpenFile())
    assert person.state.interface.sheet == "open"
    does(person, OpenPath(""))
    assert _closed(dialogs) == [("save", True), ("open", False)]
    dialogs[1].answers(tmp_path / "a.json")
    person.waits(0.1)
    assert person.state.scenario.name == "opened"
    assert person.controller._documents.dialogs.opened is None


def test_a_key_that_is_held_and_a_double_click_ask_once(dialogs: list[Silent]) -> None:
    person = Person()
    for _ in range(10):
        does(person, Save())
    assert _closed(dialogs) == [("save", False)]


@pytest.mark.parametrize("effect", [Save(), SaveAs(), OpenPath("")])
@pytest.mark.parametrize("mac", [True, False])
def test_full_screen_makes_way_for_a_dialog_on_a_mac_and_comes_back(
    dialogs: list[Silent], effect: object, mac: bool
) -> None:
    person = Person()
    person.controller.mac = mac
    does(person, ToggleFullScreen())
    does(person, effect)
    assert person.display.full_screen is not mac
    assert person.state.interface.full_screen is not mac
    person.waits(5.0)
    does(person, effect)
    assert person.display.full_screen is not mac
    dialogs[-1].answers(None)
    person.waits(0.1)
    assert person.display.full_screen
    assert person.state.interface.full_screen


def test_a_window_that_was_not_full_screen_does_not_become_it(dialogs: list[Silent]) -> None:
    person = Person()
    person.controller.mac = True
    does(person, SaveAs())
    dialogs[0].answers(None)
    person.waits(0.1)
    assert not person.display.full_screen


def test_what_has_a_file_is_saved_in_full_screen(dialogs: list[Silent], tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_scenario(path, startup())
    person = does(Person(), OpenPath(str(path)))
    person.controller.mac = True
    does(person, ToggleFullScreen(), Save())
    assert person.display.full_screen
    assert dialogs == []


def test_a_talk_that_ends_while_a_dialog_is_open_on_a_mac_ends_as_ever(dialogs: list[Silent]) -> None:
    person = Person()
    person.controller.mac = True
    does(person, TogglePresent())
    does(person, SaveAs())
    assert not person.display.full_screen
    does(person, TogglePresent())
    dialogs[0].answers(None)
    person.waits(0.1)
    assert not person.state.interface.presenting
    assert not person.display.full_screen
