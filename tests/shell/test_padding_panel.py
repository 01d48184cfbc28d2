"""The padding's panel by hand: it sets all four sides and what stands there, and says what is impossible, and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from game.core.padding import AMOUNTS, MODES, SIDES, Padding
from game.core.scenario import startup
from game.input.tour_intents import BeginTour
from game.ui.widgets.button import Button
from game.ui.widgets.count import Count
from tests.files.examples import parse_tour
from tests.picture import scenario
from tests.ui.measure import crowded, lines_of
from tests.ui.test_layout import SIZES

from .hands import Person

if TYPE_CHECKING:
    from game.core.scenario import Scenario

NUMBERS = tuple(f"padding {side}" for side in SIDES)
BUTTONS = tuple(f"padding {name}" for name in (*AMOUNTS, *MODES))


def opened(shown: Scenario | None = None) -> Person:
    person = Person(shown)
    person.set(popup="padding sides")
    return person


def count(person: Person, name: str) -> Count:
    found = person.widget(name)
    assert isinstance(found, Count)
    return found


def padding(person: Person) -> Padding:
    return person.state.scenario.layer.padding


def test_it_opens_at_the_head_of_the_padding_and_closes_beside_it() -> None:
    person = Person(size=(1920, 1080))
    person.clicks("padding sides")
    assert person.state.interface.popup == "padding sides"
    assert set(person.names()) >= {*NUMBERS, *BUTTONS}
    person.clicks((300, 1000))
    assert person.state.interface.popup is None


def test_each_side_has_one_less_and_one_more_up_to_what_is_allowed() -> None:
    person = opened()
    for index, name in enumerate(NUMBERS):
        person.clicks(count(person, name).plus.centre)
        assert getattr(padding(person), SIDES[index]) == 2
    assert padding(person) == Padding(2, 2, 2, 2)
    for _ in range(10):
        person.clicks(count(person, "padding top").minus.centre)
    assert padding(person) == Padding(0, 2, 2, 2)
    for _ in range(10):
        person.clicks(count(person, "padding left").plus.centre)
    assert padding(person) == Padding(0, 2, 8, 2)


def test_a_side_is_typed_and_a_wrong_number_is_refused_in_the_open_panel() -> None:
    person = opened()
    person.clicks(count(person, "padding right").number_rect.centre)
    entry = person.widget("entry")
    assert entry.rect.meets(count(person, "padding right").number_rect)
    person.types("9")
    person.keys("Enter")
    said = [toast.sentence for toast in person.state.interface.toasts]
    assert said == ["The right padding must be from 0 to 8, not 9."]
    person.keys("Backspace")
    person.types("4")
    person.keys("Enter")
    assert padding(person) == Padding(1, 1, 1, 4)
    assert person.state.interface.popup == "padding sides"
    person.keys("Escape")
    assert person.state.interface.popup is None


def test_a_press_beside_an_open_number_takes_it_and_leaves_the_panel_open() -> None:
    person = opened()
    person.clicks(count(person, "padding top").number_rect.centre)
    person.types("5")
    person.clicks((400, 700))
    assert padding(person) == Padding(5, 1, 1, 1)
    assert person.state.interface.popup == "padding sides"
    person.clicks(count(person, "padding top").number_rect.centre)
    person.types("3")
    person.clicks("padding replicate")
    assert padding(person) == Padding(3, 1, 1, 1, "replicate")


def test_amounts_and_modes_are_one_press_and_one_entry_each() -> None:
    person = opened()
    for name, found in {
        "full": Padding(2, 2, 2, 2),
        "valid": Padding(),
        "reflect": Padding(mode="reflect"),
        "same": Padding(0, 1, 0, 1, "reflect"),
        "same lower": Padding(1, 0, 1, 0, "reflect"),
    }.items():
        before = len(person.state.history.entries)
        person.clicks(f"padding {name}")
        assert padding(person) == found
        assert len(person.state.history.entries) == before + 1
    chosen = [name for name in MODES if getattr(person.widget(f"padding {name}"), "on")]  # noqa: B009
    assert chosen == ["reflect"]


def test_the_constant_has_its_number_only_while_it_is_one() -> None:
    person = opened()
    assert "padding value" not in person.names()
    person.clicks("padding constant")
    person.clicks(count(person, "padding value").number_rect.centre)
    person.types("-2.5")
    person.keys("Enter")
    assert padding(person) == Padding(1, 1, 1, 1, "constant", -2.5)
    assert count(person, "padding value").shown == "−2.5"


def test_what_is_impossible_is_not_pressed_and_says_why() -> None:
    small = opened(scenario(size=(2, 2), kernel="ones", kernel_size=(4, 4), padding=(2, 2)))
    reasons = {
        "padding reflect": "Not now: A top padding of 2 is too large for “reflect”, which has at most 1 for an image"
        " of this size.",
        "padding valid": "Not now: The kernel needs 4 rows, but image and padding together have only 2;"
        " make the kernel smaller, or the image or the padding larger.",
    }
    for name, reason in reasons.items():
        button = small.widget(name)
        assert isinstance(button, Button)
        assert not button.mood.enabled
        assert reason in button.tooltip
        small.clicks(name)
    assert padding(small) == Padding(2, 2, 2, 2)
    assert small.state.history.entries[0] is small.state.history.present
    assert count(small, "padding top").allowed == (0, 8)


def test_everything_is_reached_by_tab_and_changed_by_keys() -> None:
    person = opened()
    for name in (*NUMBERS, *BUTTONS):
        person.keys("Tab")
        assert person.state.interface.focus == name
    person.focuses("padding bottom")
    person.keys("Right", "Right", "Left", "Home")
    assert padding(person) == Padding(1, 0, 1, 1)
    person.keys("Enter")
    person.types("7")
    person.keys("Enter")
    assert padding(person) == Padding(1, 7, 1, 1)
    person.focuses("padding circular")
    person.keys("Enter")
    assert padding(person).mode == "circular"


def test_a_tour_that_locks_the_padding_keeps_it() -> None:
    stop = {
        "title": "Padding",
        "text": "Look.",
        "scenario": {"image": "noise", "image_size": 6, "kernel": "ones", "kernel_size": 3, "padding": 1},
        "lock": ["padding"],
    }
    person = Person()
    person.controller.dispatch((BeginTour(parse_tour(json.dumps({"kernelscope_tour": 1, "stops": [stop]}))),))
    person.set(popup="padding sides")
    for name in (*NUMBERS, *BUTTONS):
        assert not person.widget(name).mood.enabled
        person.clicks(name)
    assert padding(person) == Padding(1, 1, 1, 1)


@pytest.mark.parametrize("scale", [75, 100, 200])
@pytest.mark.parametrize("size", [*SIZES, (800, 600), (400, 300)])
def test_no_word_of_it_is_cut_or_lies_over_another(size: tuple[int, int], scale: int) -> None:
    person = Person(startup(), size=size)
    person.controller.state = person.state.changed(settings=person.state.settings.changed(scale=scale))
    person.set(popup="padding sides")
    person.clicks("padding constant")
    over = person.window.widgets[person.window.modal_from :]
    ground = next(widget for widget in over if widget.name == "padding ground")
    lines = []
    for widget in over:
        for line in lines_of(widget):
            assert ground.rect.x <= line.rect.x < line.rect.right <= ground.rect.right, line.text
            lines.append((line.text, line.rect))
            if isinstance(widget, Button | Count):
                assert widget.rect.holds(line.rect), line.text
    assert crowded(lines) == []
