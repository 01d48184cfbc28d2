"""A transposed convolution in the rail: its output padding, its formula, and what its padding may be."""

from __future__ import annotations

import numpy as np

from game.core.padding import Padding
from game.core.scenario import Scenario
from game.files.settings import Settings
from game.input.intent import GridName
from game.input.interface_intents import OpenPopup, ShowSpread, ToggleCoverage
from game.input.layer_intents import SetOperation
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.input.scenario_intents import ReplaceScenario
from game.session.formula_links import Framed
from game.session.links import links_of
from game.ui.widgets.count import Count
from game.ui.widgets.label import Label
from game.ui.widgets.slider import Slider
from tests.picture import side_of
from tests.session.test_transposed import CUT, PICTURE

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


UNEVEN = PICTURE.varied(stride=(2, 3), padding=Padding(2, 1, 0, 4), output_padding=(1, 2))  # 4 rows, 7 columns


def lit(person: Person, name: str) -> list[tuple[GridName, tuple[int, int], tuple[int, int]]]:
    """Return the blocks that a number of the formula lights, which are drawn, each inside its board."""
    person.moves(f"formula {name}")
    side = side_of(person.state)
    marks = links_of(side.pointed, side.result.scenario, None, side.told).marks
    drawn = {widget.name: widget.rect for widget in person.window.widgets}
    found = []
    for mark in marks:
        assert isinstance(mark, Framed)
        around = person.window.first.place(mark.role).rect.inset(-8)
        assert around.holds(drawn[mark.name]), name
        found.append((mark.role, mark.first, mark.size))
    return found


def test_the_numbers_of_the_formula_light_what_they_are_about() -> None:
    image, output = GridName.IMAGE, GridName.OUTPUT
    person = shown()
    assert lit(person, "length") == [(image, (0, 0), (5, 5))]
    assert lit(person, "apart") == [(image, (0, 0), (1, 1)), (image, (0, 2), (1, 1))]
    assert lit(person, "cut_before") == [(output, (0, 0), (1, 6)), (output, (0, 0), (6, 1))]
    assert lit(person, "cut_after") == [(output, (5, 0), (1, 6)), (output, (0, 5), (6, 1))]
    assert lit(person, "more") == [(output, (5, 0), (1, 6)), (output, (0, 5), (6, 1))]
    tip = person.widget("formula more").tooltip
    assert tip is not None
    assert tip.startswith("Output padding")


def test_of_rows_and_columns_that_differ_each_number_lights_its_own() -> None:
    image, output = GridName.IMAGE, GridName.OUTPUT
    person = shown(ReplaceScenario(UNEVEN))
    assert (UNEVEN.output_size, UNEVEN.layer.padding.sides) == ((5, 7), ((0, 2), (2, 0)))
    assert lit(person, "apart rows") == [(image, (0, 0), (1, 1)), (image, (2, 0), (1, 1))]
    assert lit(person, "apart columns") == [(image, (0, 0), (1, 1)), (image, (0, 3), (1, 1))]
    assert lit(person, "cut_before rows") == [(output, (0, 0), (1, 7))]
    assert lit(person, "cut_before columns") == [], "nothing is cut off"
    assert lit(person, "cut_after columns") == [(output, (0, 6), (5, 1))]
    assert lit(person, "more rows") == [(output, (4, 0), (1, 7))]
    assert lit(person, "more columns") == [(output, (0, 5), (5, 2))]


def test_numbers_light_what_is_in_sight_of_an_image_of_which_rows_are_cut_off() -> None:
    person = shown(ReplaceScenario(CUT))
    image = GridName.IMAGE
    assert lit(person, "length rows") == [(image, (2, 2), (5, 4))]
    assert lit(person, "apart rows") == [(image, (2, 2), (1, 1)), (image, (4, 2), (1, 1))]
    only = shown(ReplaceScenario(CUT.varied(padding=Padding(3, 3, 3, 3))))
    assert lit(only, "apart") == [(image, (2, 2), (1, 1)), (image, (2, 4), (1, 1))]


def test_no_number_tells_the_size_that_is_asked_for() -> None:
    person = shown(TogglePredict(), ChooseQuestion(Question.SIZE))
    assert [bool(lit(person, name)) for name in ("apart", "cut_before", "more", "output")] == [
        True,
        False,
        False,
        False,
    ]


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
