"""A dilated kernel in the window: what is said of where it lies, how far it reaches, and that it is dilated."""

from __future__ import annotations

import pytest

from game.core.scenario import Pair, startup
from game.input.intent import Cell, GridName
from game.input.mode_intents import Question, ToggleCompare
from game.input.scenario_intents import SetQuantity
from game.view.titles import note_words
from tests.picture import scenario, window
from tests.session.hands import after, fresh
from tests.shell.hands import Person

from .equations import texts_of
from .predicting import asking

SIZE = (1366, 768)
WIDE = scenario(size=(12, 12), kernel="ones", padding=(1, 0), dilation=(2, 1))


def words(person: Person) -> str:
    return "\n".join(texts_of(person.window))


@pytest.mark.parametrize(
    ("kernel_size", "cell", "said"),
    [
        ((3, 3), (1, 0), "covers rows\u00a01, 3, 5, columns\u00a01–3"),
        ((3, 1), (0, 4), "covers rows\u00a02, 4, column\u00a05"),
        ((5, 2), (1, 0), "covers rows\u00a01, 3 … 9, columns\u00a01–2"),
        ((1, 1), (0, 0), "covers nothing but padding"),
    ],
)
def test_the_note_names_the_rows_and_columns_under_the_weights_and_not_those_between(
    kernel_size: Pair, cell: Pair, said: str
) -> None:
    shown = scenario(size=(12, 12), kernel="ones", kernel_size=kernel_size, padding=(1, 0), dilation=(2, 1))
    assert note_words(shown, cell)[1][0] == said


def test_a_hand_sets_the_dilation_and_the_formula_says_how_far_the_kernel_reaches() -> None:
    person = Person(startup().varied(stride=(1, 1), padding=(0, 0)), size=SIZE)
    assert "kernel extent" not in words(person)
    person.focuses("dilation")
    person.keys("Right")
    assert person.state.scenario.dilation == (2, 2)
    assert "kernel extent: 2 × (3 − 1) + 1 = 5" in words(person)
    assert "(8 + 2 × 0 − 5) ÷ 1 = 3" in words(person)
    person.keys("End")
    assert person.state.scenario.dilation == (3, 3), "the knob stops where the kernel still fits"
    assert "Up to 3: the kernel has to fit" in person.widget("dilation").tooltip


def test_pixels_in_the_gaps_that_nothing_covers_are_said() -> None:
    person = Person(startup().varied(stride=(2, 2), padding=(0, 0), dilation=(2, 2)), size=SIZE)
    assert "in between are never covered" in " ".join(words(person).split())
    person.rests(Cell(GridName.IMAGE, 1, 0), 1.0)
    assert "feeds none: skipped in between" in words(person)


def test_compare_names_the_dilation_of_the_side_that_has_one() -> None:
    state = after(fresh(), ToggleCompare(), SetQuantity("dilation", None, 2))
    heads = [text for text in texts_of(window(state, SIZE)) if "stride 2" in text]
    assert ["dilation 2" in head for head in heads] == [False, True]


def test_what_makes_the_size_is_told_with_the_dilation() -> None:
    asked = asking(Question.SIZE, 0.0, WIDE)
    told = asked.changed(predict=asked.predict.changed(told=True, answered=True, was_right=False))
    assert "(12 + 2 × 1 − 5) ÷ 1" in " ".join(texts_of(window(told, SIZE)))
