"""Opening and saving by hand: the name in the bar and the title bar, folders, recent files, tours."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import numpy as np
import platformdirs
import pytest
from PIL import Image

from game.core.scenario import Scenario, startup
from game.files.dialog import DialogAnswer, FileDialog
from game.files.scenario_file import read_scenario, to_json, write_scenario
from game.files.settings import Settings
from game.files.tour_file import FIRST_TOUR
from game.input.effects import OpenFile, OpenPath, Save, SaveAs
from game.input.event_types import DroppedFile
from game.input.scenario_intents import ChooseImage, ChooseKernel, SetQuantity
from game.input.window_intents import Saved
from game.session.naming import safe_name
from game.shell import dialogs
from game.shell.offering import _when, of_recent
from game.ui.widgets.button import Button
from game.ui.widgets.offer_row import OfferRow
from game.words.texts import text
from tests.picture import scenarios

from .hands import Person


class Dialog(FileDialog):
    """A dialog that answers at once."""

    def __init__(self, answer: Path | DialogAnswer | None) -> None:
        super().__init__(())
        self._answer = answer


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path, str]]:
    """Return what the dialog was asked: kind, folder and name. It is cancelled each time."""
    found: list[tuple[str, Path, str]] = []

    def choose(kind: str, folder: Path, name: str = "", title: str = "") -> FileDialog:
        del title
        found.append((kind, folder, name))
        return Dialog(None)

    monkeypatch.setattr(dialogs, "choose_file", choose)
    return found


def does(person: Person, *intents: object) -> Person:
    person.controller.dispatch(intents)  # type: ignore[arg-type]  # they are intents
    person.controller.built()
    person.sees_what_opens()
    person.waits(0.05)
    return person


def named(person: Person) -> str:
    """Return the name that stands in the bar."""
    button = person.widget("name")
    assert isinstance(button, Button)
    return button.label


def photo(path: Path) -> Path:
    Image.fromarray(np.full((8, 8), 99, dtype=np.uint8)).save(path, "PNG")
    return path


def test_another_image_takes_the_old_name_out_of_bar_title_and_save(
    tmp_path: Path, asked: list[tuple[str, Path, str]]
) -> None:
    person = Person(size=(1920, 1080))
    person.happens(DroppedFile(str(photo(tmp_path / "photo.png"))))
    assert (named(person), person.display.title) == ("photo", "photo – Kernelscope")
    does(person, SaveAs())
    does(person, ChooseImage("digit"), ChooseKernel("sobel right"))
    assert (named(person), person.display.title) == ("Digit, 8 × 8", "Digit, 8 × 8 – Kernelscope")
    does(person, Save())
    assert [name for _, _, name in asked] == ["photo.json", "Digit 8 x 8, Sobel right.json"]
    person.keys("Ctrl+Z", "Ctrl+Z")
    assert named(person) == "photo"


def test_save_writes_over_the_file_of_what_is_edited_and_of_nothing_else(
    tmp_path: Path, asked: list[tuple[str, Path, str]]
) -> None:
    path = tmp_path / "photo.json"
    write_scenario(path, startup().named("photo"))
    person = does(Person(), OpenPath(str(path)), SetQuantity("stride", None, 1), Save())
    assert read_scenario(path).scenario.stride == (1, 1)
    does(person, ChooseImage("digit"), Save())
    assert read_scenario(path).scenario.image_name == "noise"
    assert len(asked) == 1


def test_ctrl_s_never_writes_over_a_picture(tmp_path: Path, asked: list[tuple[str, Path, str]]) -> None:
    path = photo(tmp_path / "photo.png")
    bytes_of_it = path.read_bytes()
    person = does(Person(), OpenPath(str(path)))
    assert person.state.scenario.image_size == (8, 8)
    for _ in range(2):
        person.keys("Ctrl+S")
        person.waits(2.0)
        person.keys("Up")
    assert path.read_bytes() == bytes_of_it
    assert [name for _, _, name in asked] == ["photo.json", "photo.json"]


def test_a_click_on_the_name_and_f2_type_another() -> None:
    clicked, keyed = Person(size=(1366, 768)), Person(size=(1366, 768))
    clicked.clicks("name")
    keyed.keys("F2")
    for person in (clicked, keyed):
        person.types("Lesson 3: edges")
        person.keys("Enter")
        assert person.state.scenario.name == "Lesson 3: edges"
        assert named(person) == "Lesson 3: edges"
    folded = Person(size=(640, 480))
    folded.keys("F2")
    folded.types("Small")
    folded.keys("Enter")
    assert folded.state.scenario.name == "Small"


def test_letters_of_a_name_are_no_keys() -> None:
    person = Person()
    person.clicks("name")
    person.keys("T", "R", "B", "Space")
    person.types("trb ")
    assert person.state.settings.theme == "night"
    assert (person.state.interface.blank, person.state.playback.playing) == ("", False)


def test_the_dialog_begins_in_the_folder_last_used_else_in_the_documents(
    tmp_path: Path, asked: list[tuple[str, Path, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "documents"
    own.mkdir()
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(own))
    person = does(Person(), OpenPath(""))
    write_scenario(tmp_path / "a.json", scenarios()["integers"])
    does(person, OpenPath(str(tmp_path / "a.json")), OpenPath(""))
    does(person, SaveAs())
    gone = Person(settings=Settings(recent=(str(tmp_path / "gone" / "a.json"),)))
    does(gone, OpenPath(""))
    assert [folder for _, folder, _ in asked] == [own, tmp_path, tmp_path, own]


def test_without_a_dialog_a_name_with_separators_is_saved_safely(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path))
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: Dialog(DialogAnswer.UNAVAILABLE))
    does(Person(startup().named("../a/b")), Save())
    assert [path.name for path in tmp_path.iterdir()] == ["a b.json"]


HOSTILE = [
    "../../h_evil",
    "a/b",
    "con",
    "nul.txt",
    "a:b?",
    "\u202egnp.a",
    "x" * 200,
    "𝒳" * 80,
    "é" * 199,
    ". .",
    "a\nb",
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("dialog", [True, False])
def test_whatever_a_scenario_is_called_its_file_has_a_safe_name_in_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[tuple[str, Path, str]], name: str, dialog: bool
) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(folder))
    if not dialog:
        monkeypatch.setattr(dialogs, "choose_file", lambda *_: Dialog(DialogAnswer.UNAVAILABLE))
    person = Person(startup().named(name))
    does(person, Save())
    does(person, SaveAs())
    written = [path.relative_to(folder).name for path in tmp_path.rglob("*.json")]
    names = [proposed for _, _, proposed in asked] if dialog else written
    assert len(names) == 2
    assert all(Path(one).stem.removesuffix(" 2") == safe_name(name) for one in names)


def test_a_name_that_a_file_has_already_is_proposed_as_safely(asked: list[tuple[str, Path, str]]) -> None:
    does(Person(), Saved("/there/a: b\u202e?.json"), SaveAs())
    assert [name for _, _, name in asked] == ["a b.json"]


def test_where_every_name_is_taken_or_cannot_be_looked_at_saving_says_so_or_finds_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path))
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: Dialog(DialogAnswer.UNAVAILABLE))
    with monkeypatch.context() as patch:
        patch.setattr(os.path, "lexists", lambda _: True)
        does(Person(startup().named("a")), Save())
    (path,) = tmp_path.iterdir()
    assert path.name.startswith("a ")

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        for name in ("stat", "lstat", "getcwd"):
            patch.setattr(os, name, fail)
        person = does(Person(startup().named("b")), Save())
        does(person, OpenPath(""), Saved("relative.json"), Save())
    assert all(toast.warning or toast.sentence.startswith("Saved") for toast in person.state.interface.toasts)
    assert person.state.interface.toasts[-1].warning
    assert list(tmp_path.iterdir()) == [path]


def test_a_desktop_that_says_nonsense_of_its_folders_and_a_present_folder_that_is_gone_end_nothing(
    asked: list[tuple[str, Path, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")

    monkeypatch.setattr(platformdirs, "user_documents_dir", fail)

    def gone() -> Path:
        raise FileNotFoundError

    person = Person()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "cwd", gone)
        does(person, OpenPath(""))
    assert [folder for _, folder, _ in asked] == [Path(os.sep)]


def test_a_file_of_a_time_that_no_calendar_has_is_offered_all_the_same(tmp_path: Path) -> None:
    write_scenario(tmp_path / "a.json", startup())
    os.utime(tmp_path / "a.json", (10**10, 10**10))
    (offer,) = of_recent((str(tmp_path / "a.json"),))
    assert "2286" in offer.detail
    assert _when(1e15) == _when(-1e15) == text("open.when.unknown")


@pytest.mark.parametrize("way", ["dropped", "opened", "recent"])
def test_a_tour_file_begins_its_tour(tmp_path: Path, way: str) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(FIRST_TOUR.read_bytes())
    person = Person(settings=Settings(recent=(str(path),)))
    if way == "dropped":
        person.happens(DroppedFile(str(path)))
    elif way == "opened":
        does(person, OpenFile(), OpenPath(str(path)))
    else:
        does(person, OpenFile())
        person.clicks("Recent files 0")
    assert person.state.tour is not None
    assert person.state.interface.sheet is None
    assert person.state.tour.own.settings.recent == (str(path),)
    assert person.state.interface.toasts == ()
    person.keys("Escape")
    assert person.state.tour is None or person.state.tour.own.scenario == startup()


def rows(person: Person) -> list[OfferRow]:
    return [one for one in person.window.widgets if isinstance(one, OfferRow)]


def test_recent_files_stand_in_open_with_small_pictures_and_those_that_are_gone_do_not(tmp_path: Path) -> None:
    write_scenario(tmp_path / "a.json", scenarios()["integers"])
    (tmp_path / "t.json").write_bytes(FIRST_TOUR.read_bytes())
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    (tmp_path / "large.json").write_text(to_json(startup()) + " " * 3_000_000, encoding="utf-8")
    photo(tmp_path / "p.png")
    names = ("a.json", "gone.json", "t.json", "bad.json", "large.json", "p.png", "")
    person = Person(size=(1366, 1000), settings=Settings(recent=tuple(str(tmp_path / name) for name in names)))
    does(person, OpenFile())
    found = {row.label: (len(row.thumbnails), row.icon) for row in rows(person)}
    assert found == {
        "a.json": (2, ""),
        "t.json": (1, "graduation-cap"),
        "bad.json": (0, "folder-open"),
        "large.json": (0, "folder-open"),
        "p.png": (1, ""),
    }
    image, output = rows(person)[0].thumbnails
    assert np.array_equal(image.shades, scenarios()["integers"].image / 3)
    assert np.abs(output.shades).max() == 1
    assert str(tmp_path) in rows(person)[0].detail
    person.clicks("Recent files 0")
    assert person.state.scenario == scenarios()["integers"]
    assert person.state.settings.recent[0] == str(tmp_path / "a.json")


def test_small_pictures_are_looked_up_when_open_opens_and_are_soon_there(tmp_path: Path) -> None:
    largest = Scenario(image=np.random.default_rng(1).random((64, 64)), kernel=np.ones((15, 15)), padding=(8, 8))
    paths = [tmp_path / f"{number}.json" for number in range(10)]
    for path in paths:
        write_scenario(path, largest)
    person = Person(settings=Settings(recent=tuple(map(str, paths))))
    assert person.controller._documents.offers.recent == ()
    began = time.perf_counter()
    does(person, OpenFile())
    assert time.perf_counter() - began < 2.0
    assert len(person.controller._documents.offers.recent) == 10
