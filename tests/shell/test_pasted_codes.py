"""A text code that is pasted anywhere in the window opens, as a file would."""

from __future__ import annotations

import pygame
import pytest

from game.core.scenario import Scenario, startup
from game.files.scenario_parts import OpenedScenario, recognised
from game.handout.text_code import encoded
from tests.picture import scenario

from .hands import Person, pixel, weight


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the clipboard: its last text is what it holds."""
    held = [""]
    monkeypatch.setattr(pygame.scrap, "put_text", held.append)
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: held[-1])
    return held


OTHER = recognised(startup().changed(stride=(1, 2), name="Sent to me"))


def code_of(found: Scenario = OTHER, position: float | None = 2.0, **view: object) -> str:
    return encoded(OpenedScenario(found, position, dict(view)))


@pytest.mark.parametrize("place", [pixel(0, 0), weight(0, 0), None])
def test_a_code_opens_wherever_the_pointer_is(clipboard: list[str], place: object) -> None:
    clipboard.append(f"It is this: “{code_of(name='stack')}”")
    person = Person(scenario())
    before = person.state.scenario
    if place is not None:
        person.moves(place)  # type: ignore[arg-type]  # a cell
    person.keys("Ctrl+V")
    assert person.state.scenario == OTHER
    assert person.state.path is None
    assert person.state.playback.position == 2.0
    assert person.state.interface.stacked
    assert [toast.sentence for toast in person.state.interface.toasts] == ["Opened the scenario of the text code."]
    person.keys("Ctrl+Z")
    assert person.state.scenario == before


def test_a_code_opens_while_a_number_is_typed(clipboard: list[str]) -> None:
    clipboard.append(code_of())
    person = Person(scenario())
    person.clicks(weight(0, 0))
    assert person.state.interface.entry is not None
    person.keys("Ctrl+V")
    assert person.state.scenario == OTHER
    assert person.state.interface.entry is None


def test_a_damaged_code_is_refused_with_a_sentence_and_changes_nothing(clipboard: list[str]) -> None:
    code = code_of()
    clipboard.append(code[:30] + code[31:])
    person = Person(scenario())
    before = person.state.history
    person.keys("Ctrl+V")
    assert person.state.history is before
    (toast,) = person.state.interface.toasts
    assert toast.warning
    assert toast.sentence.startswith("The text code has ")


@pytest.mark.parametrize("sheet", ["gallery", "share", "open", "help"])
def test_a_code_opens_while_a_sheet_is_open(clipboard: list[str], sheet: str) -> None:
    clipboard.append(code_of())
    person = Person(scenario())
    person.set(sheet=sheet)
    person.keys("Ctrl+V")
    assert person.state.scenario == OTHER
    assert person.state.interface.sheet is None


@pytest.mark.parametrize(("sheet", "typed"), [("gallery", "sobel"), ("help", "sobel"), ("share", ""), ("open", "")])
def test_what_is_no_code_is_searched_for_and_changes_nothing_under_a_sheet(
    clipboard: list[str], sheet: str, typed: str
) -> None:
    clipboard.append(" sobel\n1 2\n3 4")
    person = Person(scenario())
    before = person.state.history
    person.set(sheet=sheet)
    person.keys("Ctrl+V")
    assert person.state.history is before
    assert (person.state.interface.sheet, person.state.interface.help_filter) == (sheet, typed)
    assert len(person.state.interface.toasts) == (not typed)


def test_under_an_open_panel_a_code_opens_and_numbers_change_nothing(clipboard: list[str]) -> None:
    person = Person(scenario())
    before = person.state.history
    for pasted in ("1 2\n3 4", code_of()):
        clipboard.append(pasted)
        person.set(popup="view")
        person.keys("Ctrl+V")
        assert (person.state.history is before) == (pasted != code_of())
    assert person.state.scenario == OTHER
    assert person.state.interface.popup is None
