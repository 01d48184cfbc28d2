"""A gesture of the wheel stays with what it began on: a touch pad goes on turning it when the fingers have left."""

from __future__ import annotations

import pytest

from game.input.event_types import PointerMove
from game.input.intent import Cell

from .hands import Person, pixel, weight


def turns_on(person: Person, at: tuple[float, float], times: int, pause: float = 0.05) -> None:
    """Go on turning, with pauses as short as those of momentum."""
    for _ in range(times):
        person.waits(pause)
        person.turns(at, 1.0)


def value(person: Person, cell: Cell) -> float:
    grid = person.state.scenario.image if cell.grid.value == "image" else person.state.scenario.kernel
    return float(grid[cell.row, cell.column])


@pytest.mark.parametrize(("first", "second"), [(pixel(1, 1), pixel(1, 2)), (weight(0, 0), weight(1, 1))])
def test_momentum_changes_no_cell_that_has_come_under_the_pointer(first: Cell, second: Cell) -> None:
    person = Person()
    person.rests(first)
    before = value(person, first), value(person, second)
    turns_on(person, person.middle(first), 3)
    changed = value(person, first)
    assert changed != before[0]
    person.moves(second)
    turns_on(person, person.middle(second), 20)  # for longer than a rest takes
    assert (value(person, first), value(person, second)) == (changed, before[1])
    person.waits(0.3)
    turns_on(person, person.middle(second), 1)
    assert value(person, second) != before[1], "a new gesture"


def test_momentum_of_a_scrolling_rail_changes_no_cell() -> None:
    person = Person(size=(1024, 600))
    before = person.state.scenario
    at = person.widget("rail").rect.centre
    person.rests(at)
    person.turns(at, -1.0)
    scrolled = person.state.interface.scrolled("rail")
    person.moves(pixel(2, 2))
    turns_on(person, person.middle(pixel(2, 2)), 20)
    assert person.state.scenario is before
    assert scrolled >= 0


def test_the_wheel_goes_on_over_one_cell_as_ever() -> None:
    person = Person()
    person.rests(pixel(2, 2))
    for _ in range(3):
        person.waits(0.4)
        person.turns(pixel(2, 2), 0.5)
    person.happens(PointerMove(*person.middle(pixel(2, 2)), time=person.now))
    assert value(person, pixel(2, 2)) != value(Person(), pixel(2, 2))
