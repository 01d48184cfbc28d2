"""How much each shelf of the gallery has is right from the start, whichever is shown, and opening it reads no file."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from game.core.scenario import startup
from game.files.kept_work import KeptWork
from game.files.scenario_file import write_scenario
from game.files.settings import Settings
from game.files.tour_file import LESSONS, TOURS
from game.shell import gallery as gallery_module
from game.shell.controller import Controller
from game.shell.display import Display
from game.shell.documents import Documents
from game.shell.offering import of_recent
from game.shell.painter import Painter
from game.ui.widgets.scene_card import ShelfRow

from .hands import Person
from .test_gallery import _without_worksheet, fills


def with_files(tmp_path: Path) -> Person:
    """Return a person who has opened two scenarios, a lesson, and a file that is gone, and has two last works."""
    paths = [tmp_path / name for name in ("first.json", "second.json", "lesson.json", "gone.json")]
    for path in paths[:2]:
        write_scenario(path, startup())
    paths[2].write_text(_without_worksheet(LESSONS["lesson-1"]), encoding="utf-8")
    last = tmp_path / "last-work"
    last.mkdir()
    for name in ("one.json", "two.json"):
        write_scenario(last / name, startup())
    (last / "damaged.json").write_text("{", encoding="utf-8")
    person = Person(size=(1920, 1080), settings=Settings(recent=tuple(map(str, paths))))
    display = cast("Display", person.display)
    kept = KeptWork(tmp_path)
    person.controller = Controller(person.state, display, Painter(display, mac=False), Documents(kept), mac=False)
    return person


def counts(person: Person) -> dict[str, str]:
    """Return what the rows of the person's own shelves say."""
    person.controller.built()
    rows = (one for one in person.window.widgets if isinstance(one, ShelfRow))
    named = {row.name.removeprefix("shelf "): row.count for row in rows}
    return {name: named[name] for name in ("own", "lessons", "tours", "last")}


def test_they_are_right_although_only_another_shelf_was_shown(tmp_path: Path) -> None:
    person = with_files(tmp_path)
    person.keys("G")
    fills(person)
    expected = {"own": "2", "lessons": str(len(LESSONS) + 1), "tours": str(len(TOURS)), "last": "2"}
    assert counts(person) == expected
    for name, count in expected.items():
        person.clicks(f"shelf {name}")
        fills(person)
        assert counts(person)[name] == count


def test_none_that_is_wrong_is_ever_shown(tmp_path: Path) -> None:
    person = with_files(tmp_path)
    person.keys("G")
    while person.controller.alive:
        shown = counts(person)
        assert shown["own"] in ("", "2")
        assert shown["lessons"] in ("", str(len(LESSONS) + 1))
        assert shown["last"] in ("", "2")
        person.waits(0.02)


def test_opening_the_gallery_reads_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = with_files(tmp_path)
    read = list[object]()
    for name in ("of_recent", "last_work", "of_lesson", "of_tour"):
        monkeypatch.setattr(gallery_module, name, read.append)
    person.keys("G")
    assert read == []
    assert counts(person)["own"] == ""


def test_a_file_that_was_opened_last_is_looked_into_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person, looked = with_files(tmp_path), list[str]()

    def noted(paths: tuple[str, ...]) -> object:
        looked.extend(paths)
        return of_recent(paths)

    monkeypatch.setattr(gallery_module, "of_recent", noted)
    person.keys("G")
    fills(person)
    person.clicks("shelf lessons")
    fills(person)
    assert len(looked) == len(set(looked)) == 4
