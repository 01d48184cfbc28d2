"""How often the window is built: once for a picture, and for an event only where the one before has changed it."""

from __future__ import annotations

from typing import Any

import pytest

from game.input.event_types import PointerDown, PointerMove
from game.shell.controller import Controller
from game.shell.painter import Painter
from tests.networks import digit_reader
from tests.shell.hands import Person
from tests.shell.test_strip import at, image


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list that grows with each window that is built."""
    found: list[object] = []
    window = Painter.window

    def counted(self: Painter, *what: Any) -> Any:
        found.append(what)
        return window(self, *what)

    monkeypatch.setattr(Painter, "window", counted)
    return found


def test_a_move_on_the_same_card_leaves_the_window_to_the_press_after_it(built: list[object]) -> None:
    person = Person(digit_reader(2), position=10.0)
    person.moves(at(person, 0, 0))
    place = at(person, 3, 3)
    built.clear()
    _at_once(person.controller, PointerMove(*place, time=person.now), PointerDown(*place, 1, time=person.now))
    assert len(built) == 1
    assert image(person).channels[0].thing[3, 3] == person.state.settings.brush


@pytest.mark.parametrize("target", ["help", "layer 1"])
def test_a_move_to_something_else_is_seen_by_the_press_after_it(built: list[object], target: str) -> None:
    person = Person(digit_reader(2), position=10.0)
    person.moves(at(person, 0, 0))
    place = person.middle(target)
    built.clear()
    _at_once(person.controller, PointerMove(*place, time=person.now), PointerDown(*place, 1, time=person.now))
    assert len(built) == 2


def test_what_is_pressed_is_known_to_the_move_after_it(built: list[object]) -> None:
    person = Person(digit_reader(2), position=10.0)
    place = at(person, 2, 2)
    person.moves(place)
    built.clear()
    press = PointerDown(*place, 1, time=person.now)
    _at_once(person.controller, press, PointerMove(place[0] + 1, place[1], time=person.now))
    assert len(built) == 2


def _at_once(controller: Controller, *events: PointerDown | PointerMove) -> None:
    """Let events happen between two pictures."""
    for event in events:
        controller.handle(event)
    controller.built()
