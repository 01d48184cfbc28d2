"""Of a pooling, too, drawing what has changed gives the same picture as drawing everything, in each view."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from game.core.scenario import Scenario
from game.input.layer_intents import SetOperation, ToggleCeilMode, ToggleCountPadding
from game.input.mode_intents import ToggleCompare
from game.input.stack_intents import ToggleStack
from game.input.walk_intents import BringChannel, Scrub
from game.play.choices import HOME
from tests.layers import three_channels
from tests.pooling import CEILED, LEFT_OUT, POOLED, pooled
from tests.shell.hands import Person

from .test_compositor import Screen, deeds

if TYPE_CHECKING:
    from collections.abc import Callable

FRAMES = 70
VIEWS: dict[str, dict[str, Any]] = {
    "flat": {},
    "present": {"presenting": True},
    "stack": {"stacked": True, "rise": 1.0, "camera": HOME},
}


def pooled_deeds(chance: random.Random, person: Person) -> list[Callable[[], object]]:
    """Return what a person may do with a pooling."""
    dispatch, steps = person.controller.dispatch, person.state.steps
    return [
        lambda: dispatch((BringChannel(chance.randrange(3)),)),
        lambda: dispatch((Scrub(chance.randrange(steps) + chance.uniform(0.6, 1.0)),)),
        lambda: dispatch((ToggleCeilMode(),)),
        lambda: dispatch((ToggleCountPadding(),)),
        lambda: dispatch((SetOperation(chance.choice(("max pooling", "average pooling"))),)),
    ]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ["max in ceil mode", "average of pixels only", "one channel"])
def test_drawing_what_changed_gives_the_same_picture_as_drawing_everything(name: str, view: str) -> None:
    chance = random.Random(len(name) + len(view))
    person = Person(POOLED[name], size=(900, 600), position=1.4, playing=True)
    person.set(**VIEWS[view])
    screen = Screen(person)
    screen.draw()
    for number in range(FRAMES):
        if view == "stack" and not person.state.interface.stacked:
            person.controller.dispatch((ToggleStack(),))
        deed = chance.choice(deeds(chance, person) + pooled_deeds(chance, person) * 3)
        deed()
        screen.draw()
        wrong = screen.difference()
        assert not wrong, f"frame {number}, {deed.__code__.co_names}, {person.state.interface}: {wrong}"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("shown", [pooled(), CEILED, LEFT_OUT], ids=["max", "ceil", "average"])
def test_the_walk_alone_is_drawn_as_it_is(shown: Scenario, view: str) -> None:
    person = Person(shown, size=(1100, 700), position=0.0, playing=True)
    person.set(**VIEWS[view])
    screen = Screen(person)
    for _ in range(60):
        person.waits(0.09)
        screen.draw()
        wrong = screen.difference()
        assert not wrong, f"{person.state.playback.position}: {wrong}"


@pytest.mark.parametrize("stacked", [False, True])
def test_a_pooling_beside_a_convolution_is_drawn_as_it_is(stacked: bool) -> None:
    person = Person(three_channels("none"), size=(1100, 700), position=0.5, playing=True)
    person.controller.dispatch((ToggleCompare(), SetOperation("max pooling")))
    person.set(stacked=stacked, rise=float(stacked))
    screen = Screen(person)
    for _ in range(60):
        person.waits(0.11)
        screen.draw()
        wrong = screen.difference()
        assert not wrong, f"{person.state.playback.position}: {wrong}"
