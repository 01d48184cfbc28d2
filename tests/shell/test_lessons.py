"""A lesson made by hand in the gallery: added to, arranged, named, saved, kept, opened and presented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.files.kept_lesson import NAME, keep_lesson, kept_lesson
from game.files.lesson_file import lesson_in, read_lesson
from game.files.tour_file import LESSONS
from game.input.effects import OpenPath, SaveLesson
from game.input.lesson_intents import AddWhatIsSeen, ChooseScene, NameLesson
from game.input.window_intents import Complain
from game.session.lesson import Draft, drafted
from game.shell.keeping import WorkKeeper
from game.shell.lessons import taken_up
from game.ui.widgets.bubble import ToastWidget
from game.ui.widgets.scene_card import ShelfRow
from game.ui.widgets.scene_strip import SceneStrip

from .hands import Person
from .test_dialogs import Silent, dialogs
from .test_gallery import cards, fills, in_the_gallery

__all__ = ["dialogs"]


def draft(person: Person) -> Draft:
    return drafted(person.state.interface.draft)


def titles(person: Person) -> list[str]:
    return [scene.title for scene in draft(person).scenes]


def strip(person: Person) -> SceneStrip:
    person.controller.built()
    found = person.window.named("lesson scenes")
    assert isinstance(found, SceneStrip)
    return found


def with_scenes(count: int = 3, size: tuple[int, int] = (1366, 768)) -> Person:
    """Return a person in the gallery who has added the first cards of a shelf to a lesson."""
    person = in_the_gallery(size)
    for card in cards(person)[:count]:
        person.clicks(f"add {card.name}")
    fills(person)
    return person


def test_the_plus_of_a_card_adds_its_scene_and_the_gallery_stays_open() -> None:
    person = with_scenes(2)
    assert titles(person) == [card.label for card in cards(person)[:2]]
    assert person.state.interface.sheet == "gallery"
    assert len(strip(person).thumbnails) == 2


def test_the_card_with_the_focus_adds_its_scene_by_a_key() -> None:
    person = in_the_gallery()
    person.keys("Right", "Right", "Insert")
    assert len(titles(person)) == 1


def test_what_is_behind_the_gallery_is_added() -> None:
    person = in_the_gallery()
    shown = person.state.scenario
    person.clicks("lesson add")
    assert [scene.scenario.image.tolist() for scene in draft(person).scenes] == [shown.image.tolist()]


def test_scenes_are_dragged_into_another_order_and_moved_by_keys() -> None:
    person = with_scenes(3)
    before = titles(person)
    tiles = strip(person)
    first, last = tiles.tile(0).centre, tiles.tile(2).centre
    person.drags(first, last)
    assert titles(person) == [*before[1:], before[0]]
    person.controller.dispatch((ChooseScene(2),))
    assert strip(person).key is not None


def test_a_scene_that_is_chosen_is_named_noted_asked_about_and_taken_out() -> None:
    person = with_scenes(2)
    person.controller.dispatch((ChooseScene(0),))
    person.clicks("scene title")
    person.types("My edge")
    person.keys("Enter")
    person.clicks("scene question")
    person.clicks("scene note")
    person.types("Ask first.")
    person.keys("Enter")
    scene = draft(person).scenes[0]
    assert (scene.title, scene.note) == ("My edge", "Ask first.")
    assert scene.question is not None
    person.clicks("scene remove")
    assert len(titles(person)) == 1
    person.clicks("lesson undo")
    assert len(titles(person)) == 2


def test_escape_while_a_name_is_typed_closes_only_that() -> None:
    person = with_scenes(1)
    person.clicks("lesson name")
    person.types("abc")
    person.keys("Escape")
    assert (person.state.interface.entry, person.state.interface.sheet) == (None, "gallery")
    assert draft(person).name == ""


def test_save_asks_for_a_file_once_and_writes_all_scenes_into_it(dialogs: list[Silent], tmp_path: Path) -> None:
    person = with_scenes(2)
    person.controller.dispatch((NameLesson("Edges"), SaveLesson()))
    path = tmp_path / "edges.json"
    dialogs[-1].answers(path)
    person.waits(0.1)
    assert [scene.title for scene in read_lesson(path).stops] == titles(person)
    assert draft(person).saved
    person.controller.dispatch((NameLesson("Edges and more"), SaveLesson()))
    assert len(dialogs) == 1
    assert read_lesson(path).name == "Edges and more"


def test_a_lesson_that_is_saved_is_counted_and_shown_while_the_gallery_stays_open(
    dialogs: list[Silent], tmp_path: Path
) -> None:
    person = with_scenes(2)
    person.clicks("shelf lessons")
    fills(person)
    assert lessons(person) == (str(len(LESSONS)), len(LESSONS))
    person.controller.dispatch((NameLesson("Edges"), SaveLesson()))
    dialogs[-1].answers(tmp_path / "edges.json")
    person.waits(0.1)
    fills(person)
    assert lessons(person) == (str(len(LESSONS) + 1), len(LESSONS) + 1)
    assert "edges.json" in [card.label for card in cards(person)]
    person.controller.dispatch((NameLesson("Edges and more"), SaveLesson()))  # to the same file
    fills(person)
    assert lessons(person) == (str(len(LESSONS) + 1), len(LESSONS) + 1)


def lessons(person: Person) -> tuple[str, int]:
    """Return the count that the shelf of lessons says, and how many cards there are."""
    person.controller.built()
    row = person.window.named("shelf lessons")
    assert isinstance(row, ShelfRow)
    return row.count, len(cards(person))


def test_what_cannot_be_written_is_said_and_the_lesson_stays(dialogs: list[Silent], tmp_path: Path) -> None:
    person = with_scenes(2)
    person.controller.dispatch((SaveLesson(),))
    dialogs[-1].answers(tmp_path / "gone" / "edges.json")
    person.waits(0.1)
    assert not draft(person).saved
    assert len(titles(person)) == 2
    assert person.state.interface.toasts[-1].warning


def test_a_lesson_is_presented_from_the_chosen_scene_on() -> None:
    person = with_scenes(3)
    person.controller.dispatch((ChooseScene(1),))
    person.clicks("lesson present")
    assert person.state.interface.presenting
    assert person.state.interface.sheet is None
    assert person.state.tour is not None
    assert person.state.tour.index == 1


def test_a_lesson_file_that_is_opened_is_led_and_can_be_edited(tmp_path: Path) -> None:
    person = with_scenes(2)
    path = tmp_path / "lesson.json"
    path.write_text(
        json.dumps({"kernelscope_lesson": 1, "name": "O", "scenes": [draft(person).scenes[0].found]}), encoding="utf-8"
    )
    person.controller.dispatch((OpenPath(str(path)),))
    assert person.state.tour is not None
    assert (draft(person).name, draft(person).path, len(titles(person))) == ("O", str(path), 1)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (800, 600), (480, 320)])
@pytest.mark.parametrize("scale", [75, 100, 200])
def test_the_strip_lies_at_the_foot_and_nothing_of_it_overlaps(size: tuple[int, int], scale: int) -> None:
    person = in_the_gallery(size, scale=scale)
    person.controller.dispatch((AddWhatIsSeen(), AddWhatIsSeen()))
    person.controller.built()
    names = ("lesson scenes", "lesson add", "lesson undo", "lesson new", "lesson save", "lesson present")
    tools = ("scene title", "scene note", "scene question", "scene replace", "scene earlier", "scene later")
    rects = [found.rect for name in (*names, *tools) if (found := person.window.named(name)) is not None]
    ground = person.window.named("lesson ground")
    assert ground is not None
    assert ground.rect.bottom == size[1]
    assert all(ground.rect.y <= rect.y and rect.bottom <= ground.rect.bottom for rect in rects)
    assert not [
        (one, two) for one in rects for two in rects if one is not two and one.overlap(two).w > 0 < one.overlap(two).h
    ]


def test_the_lesson_is_kept_and_taken_up_again(tmp_path: Path) -> None:
    person = with_scenes(2)
    with_work = WorkKeeper(person.controller._documents._kept, tmp_path, person.state.settings)
    with_work._save_lesson(person.state, None)  # type: ignore[arg-type]
    found = kept_lesson(tmp_path)
    assert found is not None
    assert [scene.title for scene in found.stops] == titles(person)
    assert len(taken_up(Person().state, tmp_path)) == 1
    assert taken_up(person.state, tmp_path) == ()


def test_a_kept_lesson_that_is_damaged_is_put_aside_and_one_without_scenes_goes(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("{", encoding="utf-8")
    assert kept_lesson(tmp_path) is None
    assert [path.name for path in tmp_path.iterdir()] == ["lesson.damaged-1.json"]
    scene = {"title": "x", "scenario": {"image": "digit", "image_size": 7, "kernel": "ones", "kernel_size": 3}}
    lesson = lesson_in({"kernelscope_lesson": 1, "scenes": [scene]}, "")
    keep_lesson(tmp_path, lesson)
    assert (tmp_path / NAME).is_file()
    keep_lesson(tmp_path, lesson.changed(stops=()))
    assert not (tmp_path / NAME).exists()


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768)], ids=str)
def test_that_a_lesson_could_not_be_written_is_said_in_the_gallery(size: tuple[int, int]) -> None:
    person = with_scenes(1, size)
    person.controller.dispatch((Complain("It cannot be written."),))
    person.controller.built()
    *_, toast = (one for one in person.window.widgets if isinstance(one, ToastWidget))
    assert "".join(toast.lines) == "It cannot be written."
    assert not [one.name for one in cards(person) if one.visible.meets(toast.rect)]
    assert not toast.rect.meets(strip(person).rect)
