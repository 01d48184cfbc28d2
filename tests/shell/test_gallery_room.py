"""The gallery is laid out by window and scale alone, and what is said while it is open is seen in it."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.files.settings import Settings
from game.input.effects import OpenTour
from game.ui.geometry import Rect
from game.ui.widgets.bubble import ToastWidget
from game.ui.widgets.label import Label
from game.words.texts import text

from .hands import Person
from .test_gallery import cards, fills, in_the_gallery

COLOUR = Scenario(tuple(np.full((3, 8, 8), 0.5)), np.ones((2, 3, 3, 3)))
BEHIND = ("channels", "present", "drawer", "tour", "lesson")


def behind(what: str, size: tuple[int, int], scale: int) -> Person:
    """Return a person who has something open."""
    person = Person(COLOUR if what == "channels" else None, size=size, settings=Settings(scale=scale))
    if what in ("present", "drawer"):
        person.keys("F5")
    if what == "drawer":
        person.keys("Insert")
    if what in ("tour", "lesson"):
        person.controller.dispatch((OpenTour("lesson-3" if what == "lesson" else "first"),))
    return person


def places(person: Person) -> list[Rect]:
    person.keys("G")
    fills(person)
    return [card.rect for card in cards(person)]


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 200), ((1024, 768), 100), ((1920, 1080), 200)])
def test_cards_stand_the_same_whatever_is_open_behind_them(size: tuple[int, int], scale: int) -> None:
    plain = places(Person(size=size, settings=Settings(scale=scale)))
    for what in BEHIND:
        assert places(behind(what, size, scale)) == plain, what


def test_closing_it_leaves_the_drawer_of_present_open() -> None:
    person = behind("drawer", (1366, 768), 100)
    person.keys("G")
    person.waits(0.2)
    person.keys("Escape")
    assert person.state.interface.rail_open


def toasts(person: Person) -> list[ToastWidget]:
    person.controller.built()
    return [one for one in person.window.widgets if isinstance(one, ToastWidget)]


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (800, 600)])
def test_that_a_scene_was_added_is_said_in_the_gallery_at_once_beside_cards_and_lesson(size: tuple[int, int]) -> None:
    person = in_the_gallery(size)
    first = cards(person)[0]
    person.clicks(f"add {first.name}")
    (said,) = toasts(person)
    assert " ".join(said.lines) == text("lesson.added", scene=1, title=first.label)
    assert cards(person)[0].rect == first.rect, "no card moves away under the pointer"
    strip = person.widget("lesson ground").rect
    assert not said.rect.meets(strip)
    assert not any(said.rect.meets(card.visible) for card in cards(person))


def test_an_added_scene_is_not_said_again_over_the_stage_once_its_time_is_over() -> None:
    person = in_the_gallery()
    person.clicks(f"add {cards(person)[0].name}")
    assert toasts(person)
    person.keys("Right")
    person.waits(12)
    assert not toasts(person)
    person.keys("Escape")
    assert not toasts(person)


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_of_several_scenes_that_were_added_the_last_is_said_and_nothing_of_the_lesson_is_cut(
    size: tuple[int, int],
) -> None:
    person = in_the_gallery(size)
    for card in cards(person)[:3]:
        person.clicks(f"add {card.name}")
    (said,) = toasts(person)
    assert " ".join(said.lines) == text("lesson.added", scene=3, title=cards(person)[2].label)
    state = person.widget("lesson state")
    assert isinstance(state, Label)
    assert state.text == text("lesson.not_saved")
    assert person.window.frame.type.width(state.text, state.size, False) <= state.rect.w
