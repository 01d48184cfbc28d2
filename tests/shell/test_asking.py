"""A pointer at rest is no question: when bubbles come, and when they go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.input.event_types import ControlHeld, FocusLost, PointerLeft, PointerMove, Resized
from game.input.intent import Cell, GridName
from tests.picture import scenario

from .hands import Person, output, pixel, weight

COVERED = scenario(size=(8, 8))
TARGETS = ("help", "stride", "play", pixel(6, 6), weight(0, 0), output(2, 2))
PRODUCT = Cell(GridName.PRODUCTS, 1, 1)


def explains(person: Person) -> bool:
    return "bubble" in person.names()


@pytest.mark.parametrize("target", TARGETS, ids=repr)
def test_the_pointer_asks_when_it_has_moved_and_rested_and_is_answered_for_four_seconds(target: str | Cell) -> None:
    person = Person(COVERED, position=2.65)
    person.rests(target, 0.3)
    assert not explains(person)
    assert person.controller.alive
    person.waits(0.1)
    assert explains(person)
    person.waits(3.8)
    assert explains(person)
    person.waits(0.3)
    assert not explains(person)
    assert not person.controller.alive, "nothing is drawn after it has gone"


def test_it_goes_when_the_pointer_leaves_what_it_is_about() -> None:
    person = Person(COVERED)
    person.rests("help")
    assert explains(person)
    person.moves((5.0, 400.0))
    assert not explains(person)
    assert not person.controller.alive


def test_moving_on_the_same_thing_neither_takes_it_away_nor_prolongs_it() -> None:
    person = Person(COVERED)
    person.rests("stride")
    x, y = person.middle("stride")
    for _ in range(3):
        person.moves((x + 6, y), (x, y))
        person.waits(1)
        assert explains(person)
    person.waits(1.2)
    assert not explains(person)
    person.rests("stride")
    assert explains(person), "it can be asked again"


def test_a_pointer_that_happens_to_lie_in_the_window_asks_nothing() -> None:
    person = Person(COVERED)
    x, y = person.middle("help")
    person.happens(PointerMove(x, y))
    person.waits(2)
    assert not explains(person)


SILENCING: dict[str, Callable[[Person], None]] = {
    "stepping": lambda person: person.keys("Right"),
    "playing": lambda person: person.keys("Space"),
    "another mode": lambda person: person.keys("P"),
    "scrolling": lambda person: person.turns("stride", 1),
    "a click": lambda person: person.clicks("loop"),
    "full screen": lambda person: person.happens(Resized()),
    "another window": lambda person: person.happens(FocusLost()),
    "typing": lambda person: person.types("?"),
}


@pytest.mark.parametrize("deed", SILENCING)
def test_no_deed_brings_a_bubble_and_each_ends_the_one_there_was(deed: str) -> None:
    for before in (0.1, 1.0):
        person = Person(COVERED)
        person.rests("loop", before)
        SILENCING[deed](person)
        assert not explains(person)
        x, y = person.state.interface.pointer or (0.0, 0.0)
        person.happens(PointerMove(x + 1, y), PointerMove(x, y))  # a knocked table
        person.waits(2)
        assert not explains(person), deed


@pytest.mark.parametrize("tab", ["ask value", "ask size", "ask pixels"])
def test_a_click_on_a_tab_puts_nothing_over_the_question_that_it_opens(tab: str) -> None:
    person = Person(COVERED, position=2.65)
    person.keys("P")
    name = next(name for name in person.names() if name == tab or (tab == "ask pixels" and name == "ask patch"))
    person.rests(name)
    assert explains(person)
    question = person.widget("question").rect
    assert not person.widget("bubble").rect.meets(question)
    person.clicks(name)
    person.waits(3)
    assert not explains(person)


def test_after_a_deed_the_next_move_asks_again() -> None:
    person = Person(COVERED)
    person.rests("help")
    person.keys("Right")
    person.rests("save")
    assert explains(person)


def test_nothing_is_asked_while_something_is_held() -> None:
    person = Person(COVERED)
    person.presses("brush")
    person.moves("brush")
    person.waits(2)
    assert not explains(person)


@pytest.mark.parametrize("cell", [PRODUCT, Cell(GridName.IMAGE, -1, 0)])
def test_a_click_on_what_only_explains_itself_asks(cell: Cell) -> None:
    person = Person(position=2.65)
    person.clicks(cell)
    assert explains(person)
    person.waits(4.1)
    assert not explains(person)


def test_a_finger_asks_by_a_tap_on_a_cell_and_never_by_its_way() -> None:
    person = Person(COVERED, position=2.65)
    person.drags(pixel(6, 6), pixel(6, 7), touch=True)
    person.waits(2)
    assert not explains(person)
    person.clicks(output(2, 2), touch=True)
    assert explains(person)


def test_tab_asks_about_the_control_it_comes_to() -> None:
    person = Person(COVERED)
    person.focuses("help")
    assert explains(person)
    person.waits(4.1)
    assert not explains(person)
    person.keys("Enter")
    assert not explains(person)


# In a talk


def presenting() -> Person:
    person = Person(COVERED, position=2.65)
    person.keys("F5")
    return person


@pytest.mark.parametrize("target", [pixel(6, 6), weight(0, 0), output(2, 2), PRODUCT])
def test_in_present_no_move_asks(target: Cell) -> None:
    person = presenting()
    for _ in range(3):
        person.rests(target, 2)
        assert not explains(person)
    assert not person.controller.alive


@pytest.mark.parametrize("target", [pixel(6, 6), output(2, 2), PRODUCT])
def test_in_present_a_click_asks_and_the_answer_goes(target: Cell) -> None:
    person = presenting()
    person.clicks(target)
    assert explains(person)
    person.waits(4.1)
    assert not explains(person)
    assert not person.controller.alive


def test_in_present_ctrl_asks_while_it_is_held_about_what_the_pointer_is_on() -> None:
    person = presenting()
    person.moves((4.0, 4.0), pixel(6, 6))
    person.happens(ControlHeld(on=True))
    assert explains(person)
    assert not person.controller.alive, "it stands, and nothing has to be drawn"
    person.rests(output(2, 2))
    assert explains(person)
    person.waits(9)
    assert explains(person)
    person.happens(ControlHeld(on=False))
    assert not explains(person)


@pytest.mark.parametrize("deed", [lambda p: p.keys("Ctrl+Z"), lambda p: p.happens(FocusLost())])
def test_ctrl_that_did_something_else_asks_no_more(deed: Callable[[Person], None]) -> None:
    person = presenting()
    person.moves((4.0, 4.0), pixel(6, 6))
    person.happens(ControlHeld(on=True))
    deed(person)
    person.rests(pixel(6, 7), 1)
    assert not explains(person)


def test_in_the_window_ctrl_asks_nothing() -> None:
    person = Person(COVERED)
    person.moves((4.0, 400.0), "help")
    person.happens(ControlHeld(on=True))
    assert not explains(person)


def test_entering_present_with_the_pointer_on_the_grids_brings_nothing() -> None:
    person = Person(COVERED, position=2.65)
    person.rests(pixel(3, 3))
    assert explains(person)
    person.keys("F5")
    x, y = person.middle(pixel(3, 3))
    person.happens(Resized(), PointerMove(x, y), PointerMove(x + 40, y))
    person.waits(3)
    assert not explains(person)


def test_a_pointer_that_left_and_came_back_has_to_move_again() -> None:
    person = Person(COVERED)
    person.rests("help")
    person.happens(PointerLeft())
    assert not explains(person)
    x, y = person.middle("help")
    person.happens(PointerMove(x, y))
    person.waits(2)
    assert not explains(person)


@pytest.mark.parametrize("key", ["F5", "Page Down", "Page Up", "B"])
def test_in_a_talk_nothing_is_ringed_under_a_pointer_that_rests(key: str) -> None:
    person = Person()
    person.moves(pixel(3, 3))
    if key != "F5":
        person.keys("F5")
        person.moves(pixel(2, 2), pixel(3, 3))
        assert person.state.interface.hover is not None
    person.keys(key)
    assert person.state.interface.presenting
    assert person.state.interface.hover is None
    assert not any(name.startswith("marks") for name in person.names())


def test_in_a_talk_a_pointer_that_moves_rings_what_it_is_on() -> None:
    person = Person()
    person.keys("F5")
    person.moves(pixel(2, 2))
    assert person.state.interface.hover is None, "the first one only tells where it is"
    person.moves(pixel(3, 3))
    assert person.state.interface.hover is not None
