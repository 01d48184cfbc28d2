"""The sheet of scenes by hand: how one comes to it, what it shows, and what a scene is once it is open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.files import shelf_file
from game.files.errors import FileProblem
from game.files.settings import Settings
from game.files.shelf_file import FIGURES, read_shelf
from game.input.event_types import DroppedFile
from game.input.mode_intents import ToggleCompare
from game.play.phases import SETTLED
from game.shell.offering import of_recent, of_shelf
from game.ui.widgets.button import Button
from game.ui.widgets.offer_row import OfferRow
from game.words.texts import text

from .hands import Person

SHOWN = [scene for scene in read_shelf().scenes if scene.opened is not None]


def rows(person: Person) -> list[OfferRow]:
    person.controller.built()
    return [widget for widget in person.window.widgets if isinstance(widget, OfferRow)]


def at_the_scenes(size: tuple[int, int] = (1366, 768), scale: int = 100) -> Person:
    person = Person(size=size, settings=Settings(scale=scale))
    person.keys("Ctrl+O")
    person.clicks("scenes")
    assert person.state.interface.sheet == "scenes"
    return person


def test_the_open_sheet_leads_to_the_figures_each_with_its_title_and_its_pictures() -> None:
    person = at_the_scenes((1920, 1080))
    assert [row.label for row in rows(person)] == [scene.title for scene in SHOWN]
    first = rows(person)[0]
    assert first.detail == "image 5 × 5, kernel 3 × 3: output 3 × 3"
    assert [thumbnail.shades.shape for thumbnail in first.thumbnails] == [(5, 5), (3, 3)]
    pooling = next(row for row in rows(person) if "max pooling" in row.label)
    assert pooling.detail == "image 5 × 5, window 3 × 3: output 3 × 3"


def test_a_click_opens_a_scene_under_its_title_as_a_file_that_nobody_has() -> None:
    person = at_the_scenes()
    before = person.state.scenario
    place = next(place for place, scene in enumerate(SHOWN) if scene.name == "dilation")
    person.clicks(f"scene {place}")
    assert person.state.interface.sheet is None
    assert person.state.scenario.dilation == (2, 2)
    name = person.widget("name")
    assert isinstance(name, Button)
    assert name.label == "Dilation 2"
    assert person.state.path is None
    person.keys("Ctrl+Z")
    assert person.state.scenario == before


def test_keys_alone_open_a_scene_and_escape_closes_the_sheet() -> None:
    person = at_the_scenes()
    person.focuses("scene 4")
    person.keys("Enter")
    opened = SHOWN[4].opened
    assert opened is not None
    assert person.state.scenario == opened.scenario
    other = at_the_scenes()
    other.keys("Escape")
    assert other.state.interface.sheet is None


def test_the_sheet_is_scrolled_to_its_end_where_it_has_no_room_for_all() -> None:
    person = at_the_scenes((800, 600), 200)
    seen = {row.label for row in rows(person)}
    assert len(seen) < len(SHOWN)
    person.keys("End")
    assert rows(person)[-1].label == SHOWN[-1].title
    person.keys("Escape")
    person.keys("Ctrl+O")
    person.clicks("scenes")
    assert rows(person)[0].label == SHOWN[0].title, "it opens at its begin again"


def shelf(folder: Path, **fields: object) -> Path:
    path = folder / "mine.json"
    scenario = {"kernelscope": 1, "image": [[0, 1], [1, 0]], "kernel": [[1]], "stride": [1, 1], "padding": [0, 0]}
    scene = {"name": "one", "title": "My own", "scenario": scenario, "position": 2.5, "view": {"name": "stack"}}
    whole = {"kernelscope_shelf": 1, "name": "Of mine", "scenes": [scene | fields]}
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def test_a_shelf_that_is_dropped_shows_its_own_scenes_and_one_opens_as_it_says(tmp_path: Path) -> None:
    person = Person(size=(1366, 768))
    person.happens(DroppedFile(str(shelf(tmp_path))))
    assert [row.label for row in rows(person)] == ["My own"]
    title = person.widget("sheet title")
    assert getattr(title, "text", "") == "Of mine"
    person.clicks("scene 0")
    assert (person.state.scenario.name, person.state.interface.stacked) == ("My own", True)
    assert person.state.playback.position == pytest.approx(2.5, abs=0.2)
    assert person.state.path is None


def test_page_down_goes_by_the_builds_of_a_scene_in_present(tmp_path: Path) -> None:
    person = Person(size=(1366, 768), position=3.2)
    builds = [{"from": 0, "to": 1, "seconds": 0.5}, {"from": 1, "to": 4, "seconds": 2}]
    person.happens(DroppedFile(str(shelf(tmp_path, builds=builds, position=0))))
    person.clicks("scene 0")
    assert person.state.playback.position == 0
    person.keys("F5", "Page Down")
    person.waits(1)
    assert person.state.playback.position == 1
    person.keys("Page Down", "Page Down")
    assert (person.state.playback.position, person.state.playback.playing) == (4, False)
    person.keys("Page Up", "Page Up")
    assert person.state.playback.position == 0
    person.keys("F5", "Page Down", "Page Down")
    assert person.state.playback.position == SETTLED, "in the window it goes by stops, as ever"


def test_a_scene_that_says_no_position_begins_at_its_start() -> None:
    person = Person(size=(1366, 768), position=5.4)
    person.keys("Ctrl+O")
    person.clicks("scenes")
    person.clicks("scene 0")
    assert person.state.playback.position == 0


def test_a_shelf_of_what_the_window_does_not_show_says_so(tmp_path: Path) -> None:
    large = {"operation": "transposed convolution", "weights": [[[[1] * 15] * 15]], "stride": [8, 8]}
    path = shelf(tmp_path, scenario={"kernelscope": 2, "image": [[1, 2]], "layers": [large] * 3}, position=0)
    person = Person(size=(1366, 768))
    person.happens(DroppedFile(str(path)))
    person.controller.built()
    assert not rows(person)
    words = [getattr(widget, "text", "") for widget in person.window.widgets]
    assert text("scenes.none") in words


def test_a_damaged_shelf_is_one_sentence_and_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person(size=(1366, 768))
    person.happens(DroppedFile(str(shelf(tmp_path, position=9))))
    assert person.state.interface.sheet is None
    (toast,) = person.state.interface.toasts
    assert "scene 1" in toast.sentence

    def gone() -> None:
        raise FileProblem("file_missing", path="figures.json")

    monkeypatch.setattr(shelf_file, "read_shelf", gone)
    other = Person(size=(1366, 768))
    other.keys("Ctrl+O")
    other.clicks("scenes")
    assert other.state.interface.sheet == "open"
    assert other.state.interface.toasts[-1].warning


def test_a_recent_shelf_has_the_pictures_of_its_first_scene(tmp_path: Path) -> None:
    (offer,) = of_recent((str(shelf(tmp_path)),))
    assert [thumbnail.shades.shape for thumbnail in offer.thumbnails] == [(2, 2), (2, 2)]
    assert len(of_shelf(read_shelf(FIGURES))) == len(SHOWN)


def test_a_scene_opens_while_two_settings_are_compared() -> None:
    person = Person(size=(1366, 768))
    person.controller.dispatch((ToggleCompare(),))
    person.keys("Ctrl+O")
    person.clicks("scenes")
    person.clicks("scene 0")
    opened = SHOWN[0].opened
    assert opened is not None
    assert person.state.scenario == opened.scenario
