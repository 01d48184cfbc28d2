"""What each scene of the lesson at the gallery's foot has is marked on its tile: a question, a note, a Compare."""

from __future__ import annotations

import pytest

from game.input.lesson_intents import AddWhatIsSeen, AskInScene, ChooseScene, SayOfScene
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import SetQuantity
from game.ui.widgets.scene_strip import ASKED, COMPARED, NOTED
from tests.picture import picture, pixels

from .hands import Person
from .test_lessons import strip


def with_all(size: tuple[int, int] = (1366, 768)) -> Person:
    """Return a person with three scenes: a plain one, one with a question and a note, and one of two sides."""
    person = Person(size=size)
    person.controller.dispatch((AddWhatIsSeen(), AddWhatIsSeen(), AskInScene(1, "size"), SayOfScene(1, "note", "Ask!")))
    person.controller.dispatch((ToggleCompare(), SetQuantity("stride", None, 3), AddWhatIsSeen()))
    person.keys("G")
    person.controller.dispatch((ChooseScene(None),))
    person.waits(0.5)
    return person


def test_each_has_the_marks_of_what_it_has() -> None:
    assert strip(with_all()).marks == ((), (ASKED, NOTED), (COMPARED,))


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1920, 1080)])
def test_the_marks_are_seen_in_corners_of_their_own(size: tuple[int, int]) -> None:
    person = with_all(size)
    tiles = strip(person)
    first, last = tiles.tile(0), tiles.tile(2)
    drawn = pixels(picture(person.state, size, offers=person.controller._documents.offers))
    for icon in (ASKED, NOTED, COMPARED):
        marks = [tiles.mark_at(icon, tile) for tile in (first, last)]
        assert all(tile.holds(mark) for tile, mark in zip((first, last), marks, strict=True))
        plain, marked = (drawn[each.y : each.bottom, each.x : each.right] for each in marks)
        assert (plain != marked).any() == (icon == COMPARED)
    places = [tiles.mark_at(icon, last) for icon in (ASKED, NOTED, COMPARED)]
    assert not any(one.meets(other) for one in places for other in places if one is not other)
