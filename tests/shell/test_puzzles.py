"""Puzzles by hand: begun from the gallery, solved by pointer and keys, with nothing handed out meanwhile."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.files.lesson_text import write_lesson
from game.input.effects import CopyLayer, OpenPath, OpenPuzzle, OpenShare, ShareAs
from game.input.intent import Cell, GridName
from game.input.interface_intents import ChooseShelf, OpenEntry
from game.input.lesson_intents import ChooseScene
from game.input.scenario_intents import SetCell, SetQuantity
from game.session.lesson import drafted
from game.session.tour import QUESTION
from game.ui.widgets.scene_card import SceneCard
from game.ui.widgets.select import Select
from game.view.goal import Target
from game.words.texts import text
from tests.puzzling import STOPS, begun, solved

from .hands import Person
from .test_gallery import cards, fills, in_the_gallery


def puzzling(name: str, size: tuple[int, int] = (1366, 768)) -> Person:
    """Return a person in front of a puzzle, which has just begun."""
    person = Person(size=size)
    person.controller.dispatch((OpenPuzzle(name),))
    person.controller.built()
    return person


def said(person: Person) -> list[str]:
    return [toast.sentence for toast in person.state.interface.toasts]


def target(person: Person) -> Target:
    found = person.widget("goal")
    assert isinstance(found, Target)
    return found


def label(person: Person, name: str) -> str:
    return str(getattr(person.widget(name), "text", ""))


def test_a_card_of_the_shelf_begins_its_puzzle_and_is_ticked_once_that_is_solved() -> None:
    person = in_the_gallery()
    person.controller.dispatch((ChooseShelf("puzzles"),))
    fills(person)
    shown = cards(person)
    assert [card.label for card in shown[:2]] == [STOPS["puzzle-1"].title, STOPS["puzzle-2"].title]
    assert not any(card.solved for card in shown)
    person.clicks(shown[1].name)
    assert person.state.interface.sheet is None
    assert person.state.tour is not None
    assert person.state.tour.index == 1
    person.controller.state = solved(person.state, "puzzle-2")
    person.keys("Escape", "G")
    fills(person)
    assert [card.solved for card in cards(person)[:3]] == [False, True, False]


def test_the_small_pictures_of_a_card_are_the_image_and_the_target() -> None:
    person = in_the_gallery()
    person.controller.dispatch((ChooseShelf("puzzles"),))
    fills(person)
    card = next(one for one in cards(person) if isinstance(one, SceneCard))
    goal = STOPS["puzzle-1"].goal
    assert goal is not None
    assert card.thumbnails[1].shades.tolist() == (goal[0] / 6).tolist()


def test_weights_are_typed_until_all_cells_agree() -> None:
    person = puzzling("puzzle-1")
    assert label(person, "goal state") == "2 of 12 cells agree"
    assert target(person).agree == {(0, 0), (1, 3)}
    for column, typed in enumerate(("-1", "2")):
        person.controller.dispatch((OpenEntry(Cell(GridName.KERNEL, 0, column)),))
        person.types(typed)
        person.keys("Enter")
    assert label(person, "goal state") == "All 12 cells agree"
    assert person.window.named("goal met") is not None
    assert person.window.named("tour hint") is None
    assert label(person, "tour task 0") == "Solved in 2 changes, no hint."


def test_the_button_gives_the_hints_until_there_are_no_more() -> None:
    person = puzzling("puzzle-2")
    assert str(getattr(person.widget("tour hint"), "label", "")) == "Hint 1 of 2"
    person.clicks("tour hint")
    assert label(person, "tour task 0").startswith("Hint 1 of 2: Only patches")
    person.clicks("tour hint")
    assert not person.widget("tour hint").mood.enabled


@pytest.mark.parametrize("effect", [OpenShare(), ShareAs("python"), ShareAs("code"), CopyLayer("numpy")], ids=repr)
def test_nothing_is_handed_out_before_it_is_solved(
    effect: OpenShare | ShareAs | CopyLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", copied.append)
    person = puzzling("puzzle-1")
    person.controller.dispatch((effect,))
    assert said(person)[-1] == text("puzzle.not_now")
    assert (copied, person.state.interface.sheet) == ([], None)
    person.controller.state = solved(begun("puzzle-1"), "puzzle-1")
    person.controller.dispatch((OpenShare(),))
    assert person.state.interface.sheet == "share"


def test_keys_say_why_they_wait_and_the_remote_gives_hints_in_present() -> None:
    person = puzzling("puzzle-10", (1024, 768))
    person.keys("D")
    assert said(person) == [text("puzzle.not_now")]
    person.keys("F5", "Page Down", "Page Down")
    assert person.state.tour is not None
    assert person.state.tour.hints == 2
    assert target(person).place.pitch > 20
    person.keys("Escape")
    assert person.state.tour is None
    assert person.state.interface.presenting


def test_what_was_tried_is_asked_about_and_can_be_begun_again() -> None:
    again = puzzling("puzzle-10")
    again.controller.dispatch((SetQuantity("stride", None, 3),))
    again.keys("Escape")
    assert again.state.interface.sheet == QUESTION
    again.clicks("begin puzzle again")
    assert again.state.tour is not None
    assert again.state.interface.sheet is None
    assert not again.state.history.can_undo


def test_a_teachers_own_is_made_in_the_gallery_saved_opened_and_solved(tmp_path: Path) -> None:
    person = in_the_gallery()
    person.clicks("lesson add")
    person.keys("Escape")
    answer = SetCell(Cell(GridName.KERNEL, 0, 0), 5.0)
    person.controller.dispatch((answer,))
    person.keys("G")
    fills(person)
    person.controller.dispatch((ChooseScene(0),))
    person.controller.built()
    person.clicks("scene goal")
    draft = drafted(person.state.interface.draft)
    assert draft.scenes[0].goal is not None
    assert draft.scenes[0].goal[0].tolist() == person.state.result.output.tolist()
    path = tmp_path / "mine.json"
    write_lesson(path, draft.lesson, with_scenes=True)
    person.keys("Escape")
    person.controller.dispatch((OpenPath(str(path)),))
    person.controller.built()
    assert target(person).agree != frozenset()
    person.controller.dispatch((answer,))
    assert person.state.tour is not None
    assert person.state.tour.solved == (1, 0)
    assert person.state.settings.puzzles == ()


def test_the_goal_of_a_scene_is_taken_away_by_the_same_button_and_the_same_map_is_none() -> None:
    person = in_the_gallery()
    person.clicks("lesson add")
    person.controller.dispatch((ChooseScene(0),))
    person.controller.built()
    person.clicks("scene goal")
    assert said(person)[-1] == text("lesson.goal.same", scene=1)
    person.controller.dispatch((SetCell(Cell(GridName.KERNEL, 0, 0), 5.0),))
    person.controller.built()
    person.clicks("scene goal")
    assert drafted(person.state.interface.draft).scenes[0].goal is not None
    person.clicks("scene question")
    assert said(person)[-1] == text("lesson.goal.no_question", scene=1)
    person.clicks("scene goal")
    assert drafted(person.state.interface.draft).scenes[0].goal is None


@pytest.mark.parametrize("name", [f"puzzle-{number}" for number in range(1, 6)])
def test_weights_that_are_to_be_found_are_called_the_persons_own_however_a_seed_would_make_them(name: str) -> None:
    person = puzzling(name)
    assert person.state.scenario.kernel_name == ""
    kernel = person.widget("kernel")
    assert isinstance(kernel, Select)
    assert kernel.shown == text("name.own")
