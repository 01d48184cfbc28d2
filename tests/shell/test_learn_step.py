"""The part of an update that is its step: what stands over the grid, and what under it."""

from __future__ import annotations

import pytest

from game.input.learn_intents import SetMomentum
from game.words.texts import text
from tests.ui.measure import lines_of

from .hands import Person
from .test_learn import bubble, learner

SIZES = [(1920, 1080), (1366, 768), (1024, 768), (800, 600)]


def at_step(size: tuple[int, int], scale: int = 100, momentum: float = 0.0) -> Person:
    """Return a person who has come to the step."""
    person = learner(size, scale)
    if momentum:
        person.controller.dispatch((SetMomentum(momentum),))
    person.keys("Page Down")
    assert person.state.learn.part == "step"
    return person


def under(person: Person) -> str:
    """Return the lines under the grid, as one."""
    rules = [one for one in person.window.widgets if one.name.startswith("learn rule")]
    return " ".join(str(getattr(one, "text", "")) for one in rules)


@pytest.mark.parametrize("momentum", [0.0, 0.5])
@pytest.mark.parametrize("scale", [75, 100, 200])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_title_of_the_step_is_never_cut_and_what_makes_it_is_said_in_full(
    size: tuple[int, int], scale: int, momentum: float
) -> None:
    person = at_step(size, scale, momentum)
    whole = text("learn.step.carried" if momentum else "learn.step")
    title = person.widget("title gradient")
    said = "".join(line.text for line in lines_of(title))
    assert said in (whole, text("learn.step.short"))
    person.rests("title gradient", 1.0)
    assert said == whole or whole in bubble(person)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_under_the_step_stands_what_makes_it_and_under_the_gradient_what_makes_that(size: tuple[int, int]) -> None:
    person = at_step(size)
    trace = person.state.learn.trace
    assert trace is not None
    if under(person):
        assert under(person) == f"= −{trace.goal.learning.learning_rate:.2f} × gradient"
    person.keys("Page Up")
    assert person.state.learn.part == "gradients"
    assert "step" not in under(person).lower()
    assert not under(person) or "error" in under(person)


def test_with_momentum_what_is_carried_on_is_part_of_the_step() -> None:
    person = at_step((1366, 768), momentum=0.5)
    assert "gradient + carried on" in under(person)
