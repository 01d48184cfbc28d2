"""A transposed convolution in the rail: its output padding, its formula, and what its padding may be."""

from __future__ import annotations

import numpy as np

from game.core.padding import Padding
from game.core.scenario import Scenario
from game.files.settings import Settings
from game.input.interface_intents import OpenPopup, ShowSpread, ToggleCoverage
from game.input.layer_intents import SetOperation
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.input.scenario_intents import ReplaceScenario
from game.ui.widgets.count import Count
from game.ui.widgets.label import Label
from game.ui.widgets.slider import Slider
from tests.session.test_transposed import PICTURE

from .hands import Person
from .test_rail_layer import LARGE, formula

OPEN = ("slide", "layer")


def shown(*done: object) -> Person:
    person = Person(size=LARGE, settings=Settings(sections=OPEN))
    person.controller.dispatch((ReplaceScenario(PICTURE), *done))  # type: ignore[arg-type]
    person.controller.built()
    return person


def test_output_padding_has_one_less_and_one_more() -> None:
    person = shown()
    count = person.widget("output padding")
    assert isinstance(count, Count)
    assert (count.shown, count.allowed) == ("1", (0, 1))
    person.clicks(count.minus.centre)
    assert person.state.scenario.layer.output_padding == (0, 0)
    person.keys("Ctrl+Z")
    assert person.state.scenario == PICTURE
    person.controller.dispatch((SetOperation("convolution"),))
    person.controller.built()
    assert "output padding" not in person.names()


def test_rows_and_columns_that_may_differ_have_a_row_each() -> None:
    person = shown(ReplaceScenario(PICTURE.varied(stride=(3, 2))))
    assert {"output padding rows", "output padding columns"} <= set(person.names())


def test_the_formula_has_a_line_for_each_part() -> None:
    assert formula(shown()) == [
        "(3 − 1) × 2 = 4, the last corner",
        "+ 3, the kernel = 7",
        "− 1 − 1, padding = 5",
        "+ 1, output padding = 6",
    ]
    dilated = shown(ReplaceScenario(PICTURE.varied(dilation=(2, 2), padding=Padding(1, 2, 1, 2))))
    assert formula(dilated)[1:3] == ["+ 5, the kernel extent = 9", "− 1 − 2, padding = 6"]


def test_weights_are_counted_as_pytorch_has_them() -> None:
    layered = PICTURE.changed(image=np.ones((4, 3, 3)), kernel=np.ones((6, 2, 3, 3)), groups=2, bias=np.zeros(6))
    person = shown(ReplaceScenario(layered))
    assert "weights: 4 × 3 × 3 × 3 = 108" in formula(person)
    assert "formula weights names" in person.names()


def test_the_formula_keeps_what_predict_asks() -> None:
    person = shown(TogglePredict(), ChooseQuestion(Question.SIZE))
    assert formula(person)[0] == "(3 − 1) × 2 = ?, the last corner"
    assert formula(person)[3] == "+ 1, output padding = ?"


def test_padding_has_amounts_alone_and_sliders_say_what_they_do() -> None:
    person = shown()
    slider = person.widget("padding")
    assert isinstance(slider, Slider)
    assert "cut off the map on each side" in str(slider.about)
    person.controller.dispatch((OpenPopup("padding sides"),))
    person.controller.built()
    names = set(person.names())
    assert {"padding top", "padding right"} <= names
    assert not {"padding valid", "padding full", "padding reflect", "padding zeros"} & names


def test_the_title_says_how_far_the_image_is_spread() -> None:
    label = shown(ShowSpread()).widget("size image")
    assert isinstance(label, Label)
    assert label.text == "3 × 3, spread to 5 × 5"


def test_coverage_says_that_stamps_meet_unevenly() -> None:
    person = shown(ToggleCoverage())
    words = " ".join(each.text for each in person.window.widgets if isinstance(each, Label) and "corners" in each.name)
    assert words == "Uneven with kernel 3, stride 2: cells get 1, 2 or 4 stamps."
    even = shown(ToggleCoverage(), ReplaceScenario(Scenario([[1, 1]], [[1]], transposed=True)))
    words = " ".join(each.text for each in even.window.widgets if isinstance(each, Label) and "corners" in each.name)
    assert words == "Each cell gets 1 stamp."
