"""Share by hand: the sheet and its keys, a file of each kind, what stops one, and what is not told."""

from __future__ import annotations

import errno
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.core.scenario import Scenario, startup
from game.files.dialog import DialogAnswer, FileDialog
from game.files.settings import Settings
from game.handout.text_code import decoded
from game.input.effects import OpenTour, ShareAs, StopShare
from game.input.interface_intents import ChooseShare
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.session.sharing import FILMS, OF_THE_LESSON, PICTURES
from game.session.sharing import FORMS as ALL
from game.shell import dialogs
from game.shell.sharing import Sharing
from game.ui.widgets.bubble import ToastWidget
from game.ui.widgets.select import PopupList
from game.ui.widgets.share_row import ShareRow
from game.ui.widgets.switch import Stepper, Switch
from game.words.texts import text

from .hands import Person

BEGINS: dict[str, bytes] = {
    "picture": b"\x89PNG\r\n\x1a\n",
    "drawing": b"<",
    "moving": b"GIF89a",
    "film": b"\0\0\0",
    "webm": b"\x1aE\xdf\xa3",
    "pages": b"%PDF-",
    "moodle": b"<?xml",
    "python": b"# -*- coding",
    "text": b"Plain",
    "table": b"",
    "latex": b"%",
    "markdown": b"# ",
    "qr": b"\x89PNG\r\n\x1a\n",
}
FORMS = [form for form in ALL if form.name != OF_THE_LESSON]
FILES = [form.name for form in FORMS if form.ending]
FRAMES = 3000


class Dialog(FileDialog):
    """A dialog that answers at once."""

    def __init__(self, answer: Path | DialogAnswer | None) -> None:
        super().__init__(())
        self._answer = answer


Asked = list[tuple[str, str]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Asked:
    """Let the dialog answer with the name that it offers, in a folder; return what it was asked: kind and name."""
    found: Asked = []

    def choose(kind: str, folder: Path, name: str = "", title: str = "") -> FileDialog:
        del folder, title
        found.append((kind, name))
        return Dialog(tmp_path / name)

    monkeypatch.setattr(dialogs, "choose_file", choose)
    return found


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    held: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", held.append)
    return held


def person(scenario: Scenario | None = None, **told: object) -> Person:
    return Person((scenario or startup()).named("Plain"), **told)  # type: ignore[arg-type]


def shares(who: Person, form: str) -> None:
    """Open the sheet, press a row, and wait until all is written."""
    who.keys("Ctrl+E")
    reaches(who, f"share {form}")
    who.keys("Enter")
    for _ in range(FRAMES):
        who.waits(0.01)
        if not who.controller._awaits and not who.controller._shares:
            return
        time.sleep(0.005)
    raise AssertionError(f"{form} takes too long")


def here(who: Person) -> Person:
    """Let it be written in this process, as where there can be no other."""
    who.controller._documents.sharing = Sharing(begin=lambda *_: None)
    return who


def reaches(who: Person, name: str) -> None:
    for _ in range(30):
        if who.state.interface.focus == name:
            return
        who.keys("Down")
    raise AssertionError(f"Down does not reach {name}")


def said(who: Person) -> list[str]:
    return [toast.sentence for toast in who.state.interface.toasts]


def begins(who: Person, form: str, path: Path) -> None:
    """Begin to write, and wait until a part is done."""
    who.controller.dispatch(who.controller._documents._share.write(who.state, form, path))
    who.waits(0.02)
    assert who.controller._shares
    assert who.controller.alive


def test_ctrl_e_opens_the_sheet_with_a_row_for_each_form_and_escape_closes_it() -> None:
    who = person(size=(1920, 1080))
    who.keys("Ctrl+E")
    rows = [widget for widget in who.window.widgets if isinstance(widget, ShareRow)]
    assert [row.name for row in rows] == [f"share {form.name}" for form in FORMS]
    assert all(row.heads and row.lines and row.icon for row in rows)
    who.keys("Escape")
    assert who.state.interface.sheet is None


def test_the_bar_has_it_after_save_the_menu_where_there_is_no_room_and_present_by_its_key() -> None:
    who = person(size=(1920, 1080))
    assert who.widget("save").rect.right <= who.widget("share").rect.x < who.widget("undo").rect.x
    who.clicks("share")
    assert who.state.interface.sheet == "share"
    narrow = person(size=(800, 600))
    assert "share" not in narrow.names()
    narrow.clicks("menu")
    opened = narrow.widget("menu list")
    assert isinstance(opened, PopupList)
    assert text("bar.share") in [item.words for item in opened.items]
    talk = person(size=(1920, 1080))
    talk.keys("F5", "Ctrl+E")
    assert talk.state.interface.sheet == "share"
    assert talk.state.interface.presenting


def test_tab_and_arrows_go_through_rows_and_choices_and_what_has_the_focus_is_in_sight() -> None:
    who = person(size=(800, 600), settings=Settings(scale=200))
    who.keys("Ctrl+E")
    seen = []
    for _ in range(len(FORMS) + 4):
        who.keys("Tab")
        focus = who.state.interface.focus
        assert focus is not None
        found = who.widget(focus)
        assert found.visible == found.rect
        seen.append(focus)
    assert {f"share {form.name}" for form in FORMS} < set(seen)
    assert {"share steps", "share versions", "share paper", "close sheet"} < set(seen)
    who.keys("Down", "Up", "Shift+Tab")
    assert who.state.interface.focus == seen[-2]


def test_steps_versions_and_paper_are_chosen_by_keys_within_their_ranges_and_stay() -> None:
    who = person()
    who.keys("Ctrl+E")
    reaches(who, "share steps")
    who.keys("Right", "Right", "Left")
    assert who.state.interface.share.steps == 4
    who.controller.dispatch((ChooseShare(steps=99),))
    assert who.state.interface.share.steps == 30
    who.controller.dispatch((ChooseShare(steps=-1),))
    assert who.state.interface.share.steps == 1
    reaches(who, "share versions")
    who.keys(*["Right"] * 6)
    reaches(who, "share paper")
    who.keys("Right")
    who.controller.dispatch((ChooseShare(paper="a5"),))
    share = who.state.interface.share
    assert (share.versions, share.paper) == (4, "letter")
    who.keys("Escape", "Ctrl+E")
    assert who.state.interface.share == share
    assert isinstance(who.widget("share versions"), Stepper)
    assert isinstance(who.widget("share paper"), Switch)


@pytest.mark.parametrize("form", [name for name in FILES if name != "worksheet"])
def test_a_press_asks_for_a_file_and_writes_one_of_its_kind(form: str, asked: Asked, tmp_path: Path) -> None:
    if form in FILMS and shutil.which("ffmpeg") is None:
        pytest.skip("there is no ffmpeg")
    who = person(position=1.0)
    who.controller.dispatch((ChooseShare(steps=1),))
    shares(who, form)
    ending = next(each.ending for each in FORMS if each.name == form)
    assert asked == [("save", f"Plain{ending}")]
    (path,) = tmp_path.iterdir()
    assert path.read_bytes().startswith(BEGINS[form])
    assert path.stat().st_size > 50
    assert said(who) == [text("message.saved", path=str(path))]
    assert who.state.interface.sheet is None
    assert who.state.path is None


@pytest.mark.usefixtures("asked")
def test_a_table_has_the_numbers_of_the_map(tmp_path: Path) -> None:
    who = person()
    shares(who, "table")
    rows = (tmp_path / "Plain.csv").read_text().splitlines()
    assert [[float(each) for each in row.split(",")] for row in rows] == who.state.result.output.tolist()


@pytest.mark.usefixtures("asked")
def test_a_gif_has_the_steps_that_are_chosen_from_the_present_one_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.export import exporting
    from game.export.asked import Steps

    found: list[Steps | None] = []

    def steps_of(*told: object) -> object:
        found.append(told[3])  # type: ignore[arg-type]
        return iter(())

    monkeypatch.setattr(exporting, "steps_of_export", steps_of)
    who = here(person(position=2.4))
    shares(who, "moving")
    who = here(person(position=15.0))
    who.controller.dispatch((ChooseShare(steps=5),))
    shares(who, "pages")
    assert found == [Steps(3, 5), Steps(15, 16)], "at rest on a boundary the step is shown that was made there"


def test_the_walk_stands_while_one_chooses_and_which_steps_there_will_be_is_said() -> None:
    who = person(position=2.4, playing=True)
    who.keys("Ctrl+E")
    before = who.state.playback.position
    who.waits(1.0)
    assert who.state.playback.position == before

    def stepper(steps: int) -> Stepper:
        who.controller.dispatch((ChooseShare(steps=steps),))
        who.controller.built()
        found = who.widget("share steps")
        assert isinstance(found, Stepper)
        return found

    said = [stepper(count) for count in (3, 1, 30)]
    assert [one.shown for one in said] == ["Steps 3 to 5", "Step 3", "Steps 3 to 16"]
    assert len({one.rect for one in said}) == 1, "its buttons stay where they are"


def test_how_many_steps_there_are_is_not_said_while_the_size_is_asked_for() -> None:
    who = person()
    who.controller.dispatch((TogglePredict(), ChooseQuestion(Question.SIZE)))
    who.keys("Ctrl+E")
    found = who.widget("share steps")
    assert isinstance(found, Stepper)
    assert found.shown == "Steps: 3"


@pytest.mark.usefixtures("asked")
def test_worksheets_are_written_with_their_key_in_versions_and_take_no_place_that_was_not_asked_about(
    tmp_path: Path,
) -> None:
    who = person()
    who.controller.dispatch((ChooseShare(versions=2, paper="letter"),))
    shares(who, "worksheet")
    names = ["Plain-A.pdf", "Plain-B.pdf", "Plain-key.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert all(path.read_bytes().startswith(b"%PDF-") for path in tmp_path.iterdir())
    assert all(name in said(who)[0] for name in names)
    first = (tmp_path / "Plain-A.pdf").stat().st_mtime_ns
    shares(who, "worksheet")
    assert (tmp_path / "Plain-A.pdf").stat().st_mtime_ns == first
    assert (tmp_path / "Plain 2-key.pdf").exists()


def test_the_text_code_is_copied_and_its_length_said(clipboard: list[str]) -> None:
    who = person(position=2.0)
    who.keys("Ctrl+E")
    row = who.widget("share code")
    assert isinstance(row, ShareRow)
    reaches(who, "share code")
    who.keys("Enter")
    (code,) = clipboard
    assert decoded(code).scenario == who.state.scenario.named(decoded(code).scenario.name)
    assert str(len(code)) in " ".join(row.lines)
    assert said(who) == [text("share.copied", count=len(code))]


def test_a_code_too_long_for_a_qr_code_is_said_in_the_row_and_when_it_is_pressed(asked: Asked) -> None:
    image = np.random.default_rng(1).random((40, 40)).round(3)
    who = person(Scenario(image, startup().kernel))
    who.keys("Ctrl+E")
    row = who.widget("share qr")
    assert isinstance(row, ShareRow)
    assert "800" in " ".join(row.lines)
    who.controller.dispatch((ShareAs("qr"),))
    assert len(said(who)) == 1
    assert not asked
    assert who.state.interface.sheet == "share"


@pytest.mark.parametrize("form", FILMS)
def test_without_ffmpeg_the_row_says_so_and_nothing_is_asked(
    form: str, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    who = person()
    who.keys("Ctrl+E")
    row = who.widget(f"share {form}")
    assert isinstance(row, ShareRow)
    assert " ".join(row.lines) == text("share.film.without")
    who.controller.dispatch((ShareAs(form),))
    assert "ffmpeg" in said(who)[0]
    assert not asked


STOPS: dict[str, Callable[[Person], None]] = {
    "Esc": lambda who: who.keys("Escape"),
    "cross": lambda who: who.clicks(cross_of(who)),
    "intent": lambda who: who.controller.dispatch((StopShare(),)),
}


def cross_of(who: Person) -> tuple[float, float]:
    (toast,) = [widget for widget in who.window.widgets if isinstance(widget, ToastWidget)]
    assert toast.share is not None
    return toast.cross.centre


@pytest.mark.parametrize("way", STOPS)
def test_what_is_being_written_is_stopped_and_leaves_what_was_there(way: str, tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    path.write_bytes(b"before")
    who = person()
    begins(who, "moving", path)
    assert re.search(r"a\.gif: \d+ %", said(who)[0])
    STOPS[way](who)
    assert not who.controller._shares
    assert said(who) == [text("share.stopped", name="a.gif")]
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"before"


def test_a_window_that_closes_leaves_no_half_file(tmp_path: Path) -> None:
    who = person()
    begins(who, "moving", tmp_path / "a.gif")
    who.controller._documents.close()
    assert not list(tmp_path.iterdir())


def test_while_a_file_is_written_no_other_is_begun_and_a_sheet_is_closed_first(tmp_path: Path) -> None:
    who = person()
    begins(who, "moving", tmp_path / "a.gif")
    who.controller.dispatch((ShareAs("table"),))
    assert text("share.busy") in said(who)
    who.keys("F1", "Escape")
    assert who.state.interface.sheet is None
    assert who.controller._shares
    who.controller._documents.close()


def test_a_remote_in_present_does_not_take_the_progress_away(tmp_path: Path) -> None:
    who = person()
    who.keys("F5")
    begins(who, "moving", tmp_path / "a.gif")
    who.keys("Page Down")
    who.waits(7)
    assert not who.controller._shares or any("a.gif" in each for each in said(who))
    who.controller._documents.close()


@pytest.mark.parametrize("form", [form.name for form in FORMS if form.name not in PICTURES])
@pytest.mark.parametrize("question", [Question.VALUE, Question.SIZE, Question.PATCH])
def test_while_a_question_is_open_nothing_is_handed_out_that_tells(
    form: str, question: Question, asked: Asked, clipboard: list[str]
) -> None:
    who = person(position=1.0)
    who.controller.dispatch((TogglePredict(), ChooseQuestion(question), ShareAs(form)))
    assert text("share.secret") in said(who)
    assert (asked, clipboard) == ([], [])


def test_a_question_that_opens_while_the_dialog_is_open_is_kept_too(tmp_path: Path) -> None:
    who = person(position=1.0)
    who.controller.dispatch((TogglePredict(),))
    who.controller.dispatch(who.controller._documents._share.write(who.state, "text", tmp_path / "a.txt"))
    assert said(who)[-1] == text("share.secret")
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("asked")
def test_a_picture_shows_an_open_question_as_the_window_does(tmp_path: Path) -> None:
    who = person(position=1.0)
    who.controller.dispatch((TogglePredict(),))
    shares(who, "drawing")
    written = (tmp_path / "Plain.svg").read_text()
    told = text("predict.hidden")
    assert told in written


def test_an_ending_that_is_missing_is_added_and_no_other_file_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: Dialog(tmp_path / "map"))
    (tmp_path / "map.csv").write_text("mine")
    shares(person(), "table")
    assert (tmp_path / "map.csv").read_text() == "mine"
    assert (tmp_path / "map 2.csv").exists()


def test_without_a_dialog_a_free_name_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    monkeypatch.setattr(dialogs, "choose_file", lambda *_: Dialog(DialogAnswer.UNAVAILABLE))
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path))
    (tmp_path / "Plain.csv").write_text("mine")
    shares(person(), "table")
    assert (tmp_path / "Plain 2.csv").exists()
    assert (tmp_path / "Plain.csv").read_text() == "mine"


@pytest.mark.parametrize("form", ["table", "moving", "worksheet", "qr", "picture"])
def test_a_folder_that_is_gone_is_one_sentence(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ending = next(each.ending for each in FORMS if each.name == form)
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: Dialog(tmp_path / "gone" / f"a{ending}"))
    who = person()
    shares(who, form)
    (sentence,) = said(who)
    assert "cannot be written" in sentence
    assert who.state.interface.toasts[0].warning


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("form", ["table", "moving", "worksheet"])
def test_a_full_disk_is_one_sentence_and_leaves_nothing(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    monkeypatch.setattr(Path, "replace", full)
    who = here(person())
    shares(who, form)
    assert len(said(who)) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("asked")
def test_in_compare_side_a_is_handed_out_and_in_a_tour_what_it_shows(tmp_path: Path) -> None:
    who = person()
    who.keys("D", "Shift+D")
    shares(who, "table")
    assert len((tmp_path / "Plain.csv").read_text().splitlines()) == who.state.scenario.output_size[0]
    tour = person()
    tour.controller.dispatch((OpenTour(""),))
    assert tour.state.tour is not None
    tour.keys("Ctrl+E")
    assert tour.state.interface.sheet == "share"


def test_a_form_that_there_is_not_does_nothing_but_say_so(asked: Asked) -> None:
    who = person()
    who.controller.dispatch((ShareAs("doc"),))
    assert not asked
