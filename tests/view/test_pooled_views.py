"""A pooling in the Stack, in Compare and in Predict: no kernel, its own words, and nothing that is secret."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.pooling import Pooling
from game.core.scenario import Scenario
from game.input.intent import Intent
from game.input.layer_intents import SetOperation
from game.input.mode_intents import ChooseQuestion, Question, ToggleCompare, TogglePredict, ToggleSharedScale
from game.session.front import fronted
from game.session.reduce import reduce
from game.view.lanes.line import ChannelSum
from game.view.making import Making
from game.view.pencil import Marks
from game.view.stack.lettering import Writing
from game.view.stack.patch import Patch
from game.view.stack.walk import Walk
from game.view.window import Window
from game.view.written_lines import DotProduct
from tests.layers import three_channels
from tests.picture import frame, new_canvas, state, window
from tests.pooling import AROUND, CEILED, LEFT_OUT, pooled

SIZE = (1366, 768)
STACKED: dict[str, Any] = {"stacked": True, "rise": 1.0}
CONVOLUTION = three_channels("none")


def drawn(shown: Scenario, position: float, *done: Intent, **interface: Any) -> Window:
    made = fronted(state(shown, position, **interface))
    for intent in done:
        made = reduce(made, intent)
    return window(made, SIZE)


def said(made: Window, kind: type[DotProduct] | type[ChannelSum], name: str) -> str:
    (found,) = (widget for widget in made.widgets if isinstance(widget, kind) and widget.name == name)
    lines = found.lines if isinstance(found, DotProduct) else (found.runs,)
    return "".join(run.text for runs in lines for run in runs)


def label(made: Window, name: str) -> str:
    return str(getattr(made.named(name), "text", ""))


def making(made: Window, name: str = "making") -> Making:
    (found,) = (widget for widget in made.widgets if isinstance(widget, Making) and widget.name == name)
    return found


def test_the_stack_has_a_patch_in_the_place_of_the_kernel() -> None:
    assert label(drawn(pooled(), 0.75, **STACKED), "title kernel") == "Patch"
    assert label(drawn(CONVOLUTION, 0.75, **STACKED), "title kernel") != "Patch"


def test_a_card_in_the_stack_is_empty_until_pixels_rise_to_it_and_once_they_have_left() -> None:
    for position, empty in ((0.1, True), (0.6, False), (0.99, True)):
        made = drawn(pooled(), position, **STACKED)
        (walk,) = (widget for widget in made.widgets if isinstance(widget, Walk))
        key = walk.ready_key()
        assert (key is not None and key[0] == "outline") is empty, position


@pytest.mark.parametrize(
    ("shown", "padding"),
    [(LEFT_OUT, "–"), (LEFT_OUT.changed(pooling=Pooling("average", (3, 3), (2, 2), AROUND)), "0"), (CEILED, "−∞")],
)
def test_under_the_card_in_the_stack_stands_what_is_met_in_the_padding(
    shown: Scenario, padding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = shown.changed(image=np.array(shown.channels) + 0.25)  # a 0 as ever would have decimals
    written: list[str] = []
    monkeypatch.setattr(Writing, "put", lambda *values: written.append(values[4]))
    made = fronted(state(shown, 0.3, **STACKED))
    canvas = new_canvas(SIZE, "night")
    for widget in window(made, SIZE).widgets:
        if isinstance(widget, Patch):
            widget.draw(canvas)
    pixels = [f"{value:.2f}" for value in shown.channels[0][:2, :2].ravel()]
    assert sorted(written) == sorted([padding] * 5 + pixels)


@pytest.mark.parametrize("presenting", [False, True])
def test_the_stack_says_what_is_compared_and_marks_the_winner(presenting: bool) -> None:
    before, after = (drawn(pooled(), part, presenting=presenting, **STACKED) for part in (0.75, 0.95))
    assert said(before, DotProduct, "dot product").endswith(") = ?")
    assert said(after, DotProduct, "dot product").startswith("max(")
    assert not [one for one in before.widgets if isinstance(one, Marks) and one.name == "marks winner image"]
    assert [one for one in after.widgets if isinstance(one, Marks) and one.name == "marks winner image"]
    assert making(drawn(pooled(), 0.8999, presenting=presenting, **STACKED)).words


def test_of_an_average_the_cell_in_the_stack_has_no_sum_before_the_mean() -> None:
    assert making(drawn(LEFT_OUT, 0.88, **STACKED)).words == ""
    assert making(drawn(LEFT_OUT, 0.95, **STACKED)).words == "0.25"


def test_each_side_of_compare_has_its_own_operation() -> None:
    made = drawn(CONVOLUTION, 0.97, ToggleCompare(), SetOperation("max pooling"))
    names = {widget.name for widget in made.widgets}
    assert {"grid kernel", "grid products", "grid products b"} <= names
    assert "grid kernel b" not in names
    assert label(made, "title products") == "Products"
    assert label(made, "title products b") == "Patch"
    assert said(made, DotProduct, "dot product b").startswith("max(")
    assert said(made, ChannelSum, "channel sum b").startswith("max = ")
    assert "×" in said(made, DotProduct, "dot product")
    head = str(getattr(made.named("side b"), "words", ""))
    assert "Max pooling" in head
    assert "filter" not in head


def test_the_channel_in_front_of_a_pooling_side_is_that_of_its_map() -> None:
    made = fronted(state(CONVOLUTION, 2.85))
    assert made.result.scenario.channel == 2
    for intent in (ToggleCompare(), SetOperation("max pooling")):
        made = reduce(made, intent)
    other = fronted(made).compare.result
    assert other is not None
    assert other.scenario.channel == made.result.scenario.channel == other.scenario.filter


def test_one_scale_is_only_where_one_operation_makes_both_maps() -> None:
    for name, shares in (("max pooling", False), ("convolution", True)):
        made = reduce(fronted(state(CONVOLUTION, 0.9)), ToggleCompare())
        made = reduce(made, SetOperation(name))
        made = made if made.compare.shared else reduce(made, ToggleSharedScale())
        assert frame(made, SIZE).still.shared is shares


@pytest.mark.parametrize("question", [Question.VALUE, Question.PATCH, Question.SIZE])
@pytest.mark.parametrize("shown", [pooled(), LEFT_OUT], ids=["max", "average"])
@pytest.mark.parametrize("interface", [{}, {"presenting": True}, STACKED], ids=["flat", "present", "stack"])
def test_while_a_question_is_open_the_result_is_not_told(
    shown: Scenario, question: Question, interface: dict[str, Any]
) -> None:
    made = drawn(shown, 1.95, TogglePredict(), ChooseQuestion(question), **interface)
    written = said(made, DotProduct, "dot product")
    assert written == "?" or written.endswith("= ?")
    assert not [one for one in made.widgets if isinstance(one, Marks) and "winner" in one.name]
    assert all(one.secret or not one.words for one in made.widgets if isinstance(one, Making))
