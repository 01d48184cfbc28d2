"""The maps of a last layer are named by their classes too: map 8 of a reader of digits is that of digit 7."""

from __future__ import annotations

import pytest

from game.view.lanes.maps import SmallMap
from tests.networks import four_layers
from tests.shell.hands import Person
from tests.training import reader


def at(focus: int, position: float, size: tuple[int, int] = (1366, 768)) -> Person:
    """Return somebody at a layer of the reader whose walk has come so far, the map of its filter in front."""
    found = Person(reader(focus), size, position)
    found.waits(0.05)
    return found


def said(person: Person, name: str) -> str:
    return str(getattr(person.widget(name), "text", ""))


def tiles(person: Person) -> list[SmallMap]:
    return [widget for widget in person.window.widgets if isinstance(widget, SmallMap) and widget.name[:3] == "map"]


def test_titles_and_the_line_of_the_walk_name_the_digit() -> None:
    person = at(2, 7.3, (1920, 1080))
    assert said(person, "size output") == "map 8: digit 7, 1 × 1"
    assert "digit 7" in said(person, "size kernel")
    assert said(person, "step filter") == "layer 3, filter 8: digit 7"


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_where_there_is_less_room_the_digit_is_what_stays(size: tuple[int, int]) -> None:
    person = at(2, 7.3, size)
    assert "digit 7" in said(person, "size kernel")
    assert "digit 7" in said(person, "size output")


def test_small_maps_have_the_numbers_of_their_digits_as_the_shares_have() -> None:
    found = tiles(at(2, 7.3))
    assert [tile.words for tile in found] == list("0123456789")
    assert found[7].tooltip == "The map of filter 8: digit 7; a click takes the walk there"


def test_in_present_the_step_names_the_digit() -> None:
    person = at(2, 7.3, (1024, 768))
    person.keys("F5")
    assert said(person, "step").endswith("layer 3, filter 8: digit 7")


def test_other_classes_are_classes_and_other_layers_have_none() -> None:
    person = Person(four_layers(3), (1366, 768), 2.3)
    assert said(person, "step filter").endswith("filter 1: class 0")
    assert "class" not in said(at(0, 2.3), "step filter")
    assert [tile.words for tile in tiles(at(0, 2.3))] == list("1234")
