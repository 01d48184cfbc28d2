"""What stands at the foot of the rail grows with what is set: the control in use stays in sight."""

from __future__ import annotations

from game.files.settings import Settings

from .hands import Person


def presenting() -> Person:
    """Return a person in front of a class on a small laptop, who has opened the rail as a drawer."""
    person = Person(size=(1366, 768), settings=Settings())
    person.keys("F5", "Insert")
    return person


def is_whole(person: Person, name: str) -> bool:
    found = person.widget(name)
    return found.visible == found.rect


def foot(person: Person) -> int:
    """Return where the foot begins."""
    return person.widget("rail line").rect.y


def scrolled_to(person: Person, name: str) -> None:
    """Turn the wheel until a control is just above the foot."""
    while not is_whole(person, name):
        person.turns("rail", -1)


def test_a_slider_that_is_dragged_stays_in_sight_while_the_formula_grows_by_a_line() -> None:
    person = presenting()
    scrolled_to(person, "dilation")
    before, place = foot(person), person.widget("dilation").rect
    person.presses((place.x + 20.0, place.bottom - 20.0))
    person.moves((place.x + 60.0, place.bottom - 20.0))
    assert person.state.scenario.dilation[0] > 1
    assert foot(person) < before
    assert is_whole(person, "dilation")
    person.releases((place.x + 60.0, place.bottom - 20.0))
    assert is_whole(person, "dilation")


def test_a_slider_that_is_set_by_keys_stays_in_sight_and_keeps_them() -> None:
    person = presenting()
    person.focuses("dilation")
    scrolled_to(person, "dilation")
    before = foot(person)
    person.keys("Right")
    assert person.state.scenario.dilation == (2, 2)
    assert foot(person) < before
    assert is_whole(person, "dilation")
    assert person.state.interface.focus == "dilation"


def test_what_a_hand_has_scrolled_away_is_not_brought_back() -> None:
    person = presenting()
    person.focuses("dilation")
    person.turns("rail", 5)
    assert not is_whole(person, "dilation")
    person.waits(0.2)
    assert not is_whole(person, "dilation")
