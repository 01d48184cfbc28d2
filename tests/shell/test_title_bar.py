"""The title bar says what is led, a tour or a lesson, and which scene; after it the own work again."""

from __future__ import annotations

import pytest

from game.input.effects import OpenTour
from game.input.tour_intents import LeaveTour

from .hands import Person
from .test_gallery import in_the_gallery
from .test_live_answers import taught
from .test_tour import run_of


def test_it_says_the_lesson_and_its_scene_and_then_the_own_work_again() -> None:
    person = taught()
    own = f"{Person().display.title}"
    assert own.endswith(" – Kernelscope")
    assert person.display.title == "A lesson: Edges – Kernelscope"
    person.keys("Shift+Page Down")
    assert person.display.title == "A lesson: More edges – Kernelscope"
    person.controller.dispatch((LeaveTour(),))
    person.controller.built()
    assert person.display.title == own


@pytest.mark.parametrize("name", ["first", "lesson-1"])
def test_so_it_does_of_what_comes_with_the_program(name: str) -> None:
    person = Person()
    person.controller.dispatch((OpenTour(name),))
    person.controller.built()
    run = run_of(person)
    assert person.display.title == f"{run.tour.name}: {run.stop.title} – Kernelscope"


def test_a_scene_of_the_gallery_is_called_as_it_is() -> None:
    person = in_the_gallery()
    person.keys("Down", "Enter")
    assert person.display.title == "An edge kernel on a light square – Kernelscope"


def test_a_tour_without_a_name_is_called_as_its_stop() -> None:
    person = taught()
    run = run_of(person)
    nameless = run.changed(tour=run.tour.changed(name=""))
    person.controller.state = person.state.changed(tour=nameless)
    person.controller.built()
    assert person.display.title == "Edges – Kernelscope"
