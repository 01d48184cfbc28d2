"""The worksheet of a lesson by hand: it is offered while the lesson is led, with its versions and its paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from game.files.lesson_file import read_lesson
from game.files.tour_file import LESSONS
from game.input.effects import OpenTour, ShareAs
from game.input.interface_intents import ChooseShare
from game.input.lesson_intents import EditLesson, LessonWritten, NewLesson, UndoLesson
from game.input.tour_intents import NextTourStop
from game.ui.widgets.share_row import ShareRow

from .hands import Person
from .test_share import Asked, asked, person, said, shares  # noqa: F401 - a fixture


def rows(who: Person) -> list[str]:
    return [widget.name for widget in who.window.widgets if isinstance(widget, ShareRow)]


def test_the_worksheet_of_a_lesson_is_offered_only_while_it_is_led() -> None:
    who = person()
    who.keys("Ctrl+E")
    assert "share lesson sheet" not in rows(who)
    who.keys("Escape")
    who.controller.dispatch((OpenTour("first"),))
    who.keys("Ctrl+E")
    assert "share lesson sheet" not in rows(who)
    who.keys("Escape")
    who.controller.dispatch((OpenTour("lesson-2"),))
    who.keys("Ctrl+E")
    assert "share lesson sheet" in rows(who)


@pytest.mark.usefixtures("asked")
def test_it_is_written_in_the_versions_that_the_lesson_says(tmp_path: Path) -> None:
    who = person()
    who.controller.dispatch((OpenTour("lesson-2"),))
    assert who.state.interface.share.versions == 2
    shares(who, "lesson sheet")
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert len(names) == 3
    pages = [PdfReader(tmp_path / name).pages[0].extract_text() for name in names]
    assert all("Stride and padding" in page for page in pages)
    assert names == [f"2 Stride and padding-{ending}.pdf" for ending in ("A", "B", "key")]
    assert ["version A, seed 22\n" in page for page in pages] == [True, False, False]
    assert "version A, seed 22: the key" in pages[2]


def test_without_a_lesson_there_is_no_such_worksheet(asked: Asked, tmp_path: Path) -> None:  # noqa: F811
    who = person()
    who.controller.dispatch((ShareAs("lesson sheet"),))
    assert said(who)[-1] == "No lesson that has a worksheet is led now."
    assert (asked, [*tmp_path.iterdir()]) == ([], [])


def test_versions_that_are_chosen_stay_from_scene_to_scene() -> None:
    who = person()
    who.controller.dispatch((OpenTour("lesson-2"), ChooseShare(versions=4), ChooseShare(steps=7)))
    who.controller.dispatch((NextTourStop(),))
    assert who.state.tour is not None
    assert who.state.tour.index == 1
    assert (who.state.interface.share.versions, who.state.interface.share.steps) == (4, 7)


def test_a_lesson_that_is_edited_keeps_its_worksheet_until_another_is_begun() -> None:
    who = person()
    lesson = read_lesson(LESSONS["lesson-3"])
    who.controller.dispatch((EditLesson(lesson), LessonWritten("/x.json")))
    assert who.state.interface.draft is not None
    assert who.state.interface.draft.lesson.worksheet is lesson.worksheet
    who.controller.dispatch((NewLesson(),))
    assert who.state.interface.draft.lesson.worksheet is None
    who.controller.dispatch((UndoLesson(),))
    assert who.state.interface.draft.lesson.worksheet is lesson.worksheet
