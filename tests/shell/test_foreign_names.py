"""Names of files that no keyboard makes: whichever way they come, all goes on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from game.core.scenario import startup
from game.files.dialog import DialogAnswer
from game.files.scenario_file import read_scenario, to_json
from game.files.settings import Settings, read_settings, write_settings
from game.input.effects import OpenFile, OpenPath, Save, SaveAs
from game.input.event_types import DroppedFile
from game.input.scenario_intents import ChooseKernel
from game.session.naming import with_path
from game.shell import dialogs
from game.ui.widgets.offer_row import OfferRow

from .hands import Person
from .test_documents import Dialog, does

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse to make such files")

NAMES = {
    "not UTF-8": os.fsdecode(b"bad\xff\xfename"),
    "line end": "two\nlines",
    "turned": "turned\u202eround",
    "control": "\x1b[31mred\x07",
    "blanks": "10.00\u202fAM\u2028",
    "no letters": os.fsdecode(b"\xff"),
}


@pytest.fixture(params=tuple(NAMES.values()), ids=tuple(NAMES))
def path(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a scenario file with such a name, in a folder with such a name, which stands for the documents."""
    folder = tmp_path / str(request.param)
    folder.mkdir()
    found: Path = folder / f"{request.param}.json"
    found.write_text(to_json(startup()), encoding="utf-8")
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(folder))
    return found


def _is_sound(person: Person) -> None:
    """Hold that what is said and offered, and the title, are lines that can be drawn."""
    said = [toast.sentence for toast in person.state.interface.toasts]
    offered = [part for row in person.window.widgets if isinstance(row, OfferRow) for part in (row.label, row.detail)]
    for line in (*said, *offered, person.display.title):
        assert str(line).isprintable()
    person.controller._painter.draw(person.state, person.window)


def _edits_and_saves(person: Person, path: Path) -> None:
    does(person, ChooseKernel("outline"))
    person.controller.state = with_path(person.state, str(path))
    does(person, Save())
    assert read_scenario(path).scenario == person.state.scenario
    _is_sound(person)


def test_it_is_dropped_and_saved(path: Path) -> None:
    person = Person()
    person.happens(DroppedFile(str(path)))
    assert person.state.path == str(path)
    _is_sound(person)
    _edits_and_saves(person, path)
    does(person, OpenFile())
    assert len([row for row in person.window.widgets if isinstance(row, OfferRow)]) == 1
    _is_sound(person)


def test_it_is_chosen_in_the_dialog(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: Dialog(path))
    person = Person()
    does(person, OpenPath(""))
    assert person.state.path == str(path)
    does(person, ChooseKernel("outline"), SaveAs())
    assert read_scenario(path).scenario == person.state.scenario
    _is_sound(person)


def test_without_a_dialog_it_is_listed_opened_and_saved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: Dialog(DialogAnswer.UNAVAILABLE))
    person = Person()
    does(person, OpenFile(), OpenPath(""))
    (offer,) = person.controller._documents.offers.files
    assert offer.words.isprintable()
    assert person.controller._documents.offers.folder.isprintable()
    _is_sound(person)
    does(person, *offer.intents)
    _edits_and_saves(person, path)
    does(person, SaveAs())
    assert len(list(path.parent.iterdir())) == 2
    _is_sound(person)


def test_a_file_of_such_a_name_that_is_none_is_complained_about(path: Path) -> None:
    person = Person()
    path.write_bytes(b"{")
    person.happens(DroppedFile(str(path)))
    assert person.state.interface.toasts[-1].warning
    _is_sound(person)


@pytest.mark.parametrize("name", ["a\0b.json", "half\ud800.json"])
def test_a_name_that_no_file_can_have_is_one_plain_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: Dialog(tmp_path / name))
    for intent in (SaveAs(), OpenPath("")):
        person = does(Person(), intent)
        (toast,) = person.state.interface.toasts
        assert "no file can have this name" in toast.sentence
        _is_sound(person)


def test_it_is_remembered_among_the_recent_ones(path: Path, tmp_path: Path) -> None:
    write_settings(tmp_path, Settings(recent=(str(path),)))
    settings, problem = read_settings(tmp_path)
    assert problem is None
    assert settings.recent == (str(path),)
