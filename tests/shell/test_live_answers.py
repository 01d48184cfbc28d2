"""What a class asks in the middle of a lesson, answered by the rail as a drawer: the remote plays what was changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.files.lesson_file import lesson_in
from game.files.settings import Settings
from game.input.tour_intents import BeginTour

from .hands import Person
from .test_tour import run_of

KERNEL = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
SCENARIO = {
    "kernelscope": 1,
    "image": [[0, 0, 0, 1, 1, 1, 1]] * 7,
    "kernel": KERNEL,
    "stride": [1, 1],
    "padding": [0, 0],
}


def taught(size: tuple[int, int] = (1024, 768), **fields: Any) -> Person:
    """Return a teacher in Present, in the first of two scenes, which has such fields."""
    plain = {"title": "More edges", "scenario": SCENARIO}
    found = {"kernelscope_lesson": 1, "name": "A lesson", "scenes": [plain | {"title": "Edges"} | fields, plain]}
    person = Person(size=size, settings=Settings())
    person.controller.dispatch((BeginTour(lesson_in(found, Path("lesson.json"))),))
    person.keys("F5")
    return person


def turns_page(person: Person) -> tuple[int, float]:
    """Press the key that goes on, wait until all stands still, and return the scene and how far its walk is."""
    person.keys("Page Down")
    while person.state.playback.playing:
        person.waits(1)
    return run_of(person).index, person.state.playback.position


def strides(person: Person, notches: int, shuts: bool = True) -> None:
    """Answer "stride 3?" in the drawer: open it, turn the slider by its keys, and shut it or let it stand."""
    person.keys("Insert")
    person.focuses("stride")
    person.keys(*["Right"] * notches)
    if shuts:
        person.keys("Insert")


@pytest.mark.parametrize(("at_end", "shuts"), [(False, True), (True, True), (True, False)])
def test_after_a_live_answer_page_down_plays_the_changed_walk_before_it_goes_on(at_end: bool, shuts: bool) -> None:
    person = taught()
    if at_end:
        person.keys("End")
    strides(person, 2, shuts)
    assert person.state.scenario.stride == (3, 3)
    assert person.state.scenario.output_size == (2, 2)
    places = [turns_page(person) for _ in range(6)]
    assert [scene for scene, _ in places] == [0, 0, 0, 0, 0, 0]
    assert [place for _, place in places][-3:] == [1.0, 2.0, 4.0]
    assert turns_page(person)[0] == 1


def test_page_up_takes_the_builds_of_a_changed_walk_back() -> None:
    person = taught()
    person.keys("End")
    strides(person, 2)
    person.keys("Page Up")
    assert (run_of(person).index, person.state.playback.position) == (0, 2.0)
    person.keys("Page Up")
    assert (run_of(person).index, person.state.playback.position) == (0, 1.0)


def test_backspace_brings_the_scenes_own_walk_back() -> None:
    person = taught()
    person.keys("End")
    strides(person, 2)
    person.keys("Backspace")
    assert (person.state.scenario.stride, person.state.playback.position) == ((1, 1), 0.0)
    assert 0 < turns_page(person)[1] < 1


def test_a_scene_that_has_no_builds_has_none_when_it_is_changed() -> None:
    person = taught(builds=[])
    strides(person, 2)
    assert turns_page(person)[0] == 1


def test_what_was_played_of_a_changed_walk_by_hand_is_not_played_again() -> None:
    person = taught()
    person.keys("End")
    strides(person, 2)
    person.keys("Home", "End")
    assert turns_page(person)[0] == 1
