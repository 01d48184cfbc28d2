"""Learn is found without the keyboard: the rail's last head lets a kernel begin, wherever its layer can learn."""

from __future__ import annotations

import pytest

from game.core.operation_change import TRANSPOSED, with_operation
from game.core.scenario import Scenario, startup
from game.files.settings import Settings
from game.files.tour_file import read_tour
from game.input.intent import Intent
from game.input.mode_intents import ToggleCompare
from game.input.stack_intents import ToggleStack
from game.input.tour_intents import BeginTour
from game.play.choices import SECTIONS
from game.session.digit_scores import why_no_digits
from game.session.learning import why_not_learning
from game.ui.widgets.button import Head
from tests.networks import digit_reader, four_layers
from tests.picture import scenario
from tests.pooling import pooled
from tests.shell.hands import Person

SOFTMAX = startup().changed(activation="softmax")


def heads(person: Person) -> list[Head]:
    return [one for one in person.window.widgets if isinstance(one, Head)]


@pytest.mark.parametrize("opened", [(), ("kernel", "slide"), SECTIONS])
def test_the_last_head_of_the_rail_begins_to_learn(opened: tuple[str, ...]) -> None:
    person = Person(settings=Settings(sections=opened), size=(1920, 1080))
    person.focuses("learn head")  # brings it into sight
    last = max(heads(person), key=lambda one: one.rect.y)
    assert (last.name, last.words, last.opened) == ("learn head", "Learn", False)
    person.clicks("learn head")
    assert person.state.learn.on
    assert next(one for one in heads(person) if one.name == "learn head").opened
    assert person.window.named("learning rate") is not None
    assert person.state.settings.sections == opened


def test_it_is_reached_by_tab_and_enter_too() -> None:
    person = Person()
    person.focuses("learn head")
    person.keys("Enter")
    assert person.state.learn.on


@pytest.mark.parametrize(
    "shown",
    [
        *(startup(), scenario(size=(64, 64)), SOFTMAX, pooled(), with_operation(startup(), TRANSPOSED)),
        *(digit_reader(), four_layers()),
    ],
    ids=["start", "large", "softmax", "pooling", "transposed", "reader", "network"],
)
def test_it_is_there_exactly_where_a_layer_or_a_reader_of_digits_can_learn(shown: Scenario) -> None:
    person = Person(shown)
    there = "learn head" in [one.name for one in heads(person)]
    assert there is (why_not_learning(shown) is None or why_no_digits(shown) is None)


@pytest.mark.parametrize("begun", [ToggleCompare(), ToggleStack(), BeginTour(read_tour())])
def test_where_something_else_is_on_that_excludes_it_it_is_not_offered(begun: Intent) -> None:
    person = Person()
    person.controller.dispatch((begun,))
    person.controller.built()
    assert "learn head" not in [one.name for one in heads(person)]
