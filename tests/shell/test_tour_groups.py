"""The stops about groups in the tour of channels, done with the hand on the controls that they point at."""

from __future__ import annotations

import pytest

from game.input.effects import OpenTour
from game.input.tour_intents import NextTourStop
from game.session.state import TourRun
from tests.shell.hands import Person

SIZES = [(1920, 1080), (1366, 768), (1024, 768), (800, 600)]


def somebody(size: tuple[int, int], stop: int) -> Person:
    """Return a person at a stop, from 0, with the rail open."""
    person = Person(size=size)
    person.controller.dispatch((OpenTour("colour"), *[NextTourStop()] * stop))
    person.waits(0.5)
    if "show rail" in person.names():
        person.clicks("show rail")
        person.waits(0.5)
    return person


def run_of(person: Person) -> TourRun:
    assert person.state.tour is not None
    return person.state.tour


@pytest.mark.parametrize("size", SIZES)
def test_groups_are_set_at_the_control_that_is_pointed_at(size: tuple[int, int]) -> None:
    person = somebody(size, 4)
    slider, outline = person.widget("groups"), person.widget("tour outline")
    assert outline.rect.holds(slider.visible)
    x, y = slider.visible.right - 10, slider.visible.centre[1]
    person.clicks((x, y))
    assert person.state.scenario.layer.groups == 2
    assert not run_of(person).done
    person.clicks("play")
    person.waits(0.5)
    assert run_of(person).done


@pytest.mark.parametrize("size", SIZES)
def test_depthwise_is_pressed_where_it_is_pointed_at(size: tuple[int, int]) -> None:
    person = somebody(size, 5)
    assert person.widget("tour outline").rect.holds(person.widget("depthwise").visible)
    assert not run_of(person).done
    person.clicks("depthwise")
    assert run_of(person).done
    assert person.state.scenario.layer.groups == 3
    person.keys("Ctrl+Z")
    assert not run_of(person).done, "it counts while it is so"
