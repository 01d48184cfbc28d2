"""What a hand meets at the gallery's foot: pencils, arrows to scenes that are out of sight, and what each button is."""

from __future__ import annotations

import pytest

from game.input.intent import Control
from game.input.lesson_intents import AddWhatIsSeen, ChooseScene
from game.ui.geometry import Rect
from game.ui.widgets.button import NameButton
from game.words.texts import text

from .hands import Person
from .test_gallery import in_the_gallery
from .test_lessons import draft, strip, titles, with_scenes

BUTTONS = {"lesson new": "new", "lesson undo": "undo", "scene replace": "replace", "scene later": "later"}


def bubble(person: Person, name: str) -> tuple[str, Rect] | None:
    """Return what is said of a control that the pointer comes to rest on, and where."""
    person.controller.built()
    person.rests(name)
    said = [one for one in person.window.widgets if one.name == "bubble"]
    return (" ".join(getattr(said[0], "lines", ())), said[0].rect) if said else None


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768)])
def test_every_button_of_the_lesson_says_what_it_is(size: tuple[int, int]) -> None:
    person = with_scenes(2, size)
    person.controller.dispatch((ChooseScene(0),))
    for name, words in BUTTONS.items():
        found = bubble(person, name)
        assert found is not None, name
        ground = person.window.named("lesson ground")
        assert ground is not None
        assert not found[1].meets(ground.rect), f"{name}: it lies on what can be pressed"
        assert text(f"lesson.tip.{words}").split()[0] in found[0]


@pytest.mark.parametrize("name", ["lesson name", "scene title"])
def test_the_pencil_behind_a_name_is_pressed_as_well_as_the_name(name: str) -> None:
    person = with_scenes(1)
    person.controller.dispatch((ChooseScene(0),))
    person.controller.built()
    button = person.window.named(name)
    assert isinstance(button, NameButton)
    words = person.window.frame.type.width(button.label, button.size, False)
    pencil = (button.rect.x + words + button.px(8 + 8 + 10), button.rect.centre[1])
    person.clicks(pencil)
    entry = person.state.interface.entry
    assert entry is not None
    assert entry.target == Control(name)
    person.controller.built()
    field = person.window.named("entry")
    assert field is not None
    before = field.rect.x
    person.types("A much longer name than there was")
    person.controller.built()
    field = person.window.named("entry")
    assert field is not None
    assert field.rect.x == before, "words grow to the right and leave what is on their left alone"


def test_an_arrow_at_an_end_brings_a_scene_that_has_no_room() -> None:
    person = in_the_gallery((1024, 768))
    person.controller.dispatch(tuple(AddWhatIsSeen() for _ in range(7)))
    assert len(titles(person)) == 7
    tiles = strip(person)
    assert tiles.shown[0] > 0
    beyond, arrow = next(iter(tiles.ends().items()))
    person.clicks(arrow.centre)
    assert draft(person).chosen == beyond == tiles.shown[0] - 1
    assert beyond in strip(person).shown
    person.controller.dispatch((ChooseScene(0),))
    assert list(strip(person).ends()) == [strip(person).shown[-1] + 1], "at the first one there is nothing before"
