"""Predict of a layer with several channels and filters: its scale, its values, how many maps and weights it has."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.padding import Padding
from game.core.result import result_of
from game.core.scenario import Scenario, startup
from game.input.intent import Control
from game.input.interface_intents import AcceptEntry, OpenEntry, OpenPopup
from game.input.mode_intents import AnswerKey, ChooseQuestion, Question, TogglePredict
from game.input.walk_intents import NextStop, Scrub
from game.session.answers import answer_value, is_typed, shares
from game.session.facts.predict import Terms, predict_facts
from game.session.predict import is_hidden, offered, secrecy_of
from game.session.predict_numbers import all_integers, terms_in
from game.session.predict_scale import scale_of
from game.session.shown import shown
from game.session.state import State
from tests.session.hands import after, fresh

IMAGE = np.arange(75).reshape(3, 5, 5) % 4.0
WEIGHTS = np.arange(48).reshape(4, 3, 2, 2) % 5 - 2.0
COLOUR = Scenario(IMAGE, WEIGHTS, white=3, bias=[0, 1, 2, 3], activation="relu")
ACTIVATIONS = ("none", "relu", "leaky relu", "sigmoid", "tanh")


def random_layer(random: np.random.Generator) -> Scenario:
    """Return a layer of random numbers, with negative pixels or not, and with any padding and activation."""
    groups, seen, each = (int(random.integers(1, 4)) for _ in range(3))
    image = random.uniform(-2.0 if random.random() < 0.5 else 0.0, 2.0, (groups * seen, 5, 6))
    weights = random.normal(0, 1, (groups * each, seen, 2, 3))
    mode = ("zeros", "constant", "reflect", "replicate", "circular")[int(random.integers(5))]
    padding = Padding(1, 0, 1, 2, mode, float(random.uniform(-9, 9)) if mode == "constant" else 0.0)
    bias = random.normal(0, 2, groups * each)
    activation = ACTIVATIONS[int(random.integers(5))]
    return Scenario(image, weights, 2.0, padding=padding, bias=bias, groups=groups, activation=activation)


def asking(question: Question, position: float = 0.0, scenario: Scenario = COLOUR) -> State:
    """Return a state with an open question."""
    return after(fresh(scenario), Scrub(position), TogglePredict(), ChooseQuestion(question))


def typed(state: State, number: str) -> State:
    """Return the state after a number was typed as the answer."""
    return after(state, AnswerKey(number), AcceptEntry())


def test_no_value_lies_outside_the_scale_of_its_filter() -> None:
    random = np.random.default_rng(13)
    for _ in range(150):
        result = result_of(random_layer(random))
        for number in range(result.scenario.layer.filters):
            own = result.at(0, number)
            scale = scale_of(own.scenario)
            assert scale.low - 1e-9 <= own.output.min() <= own.output.max() <= scale.high + 1e-9


def test_the_scale_is_of_ranges_of_the_filter_in_front_its_bias_and_its_activation() -> None:
    layer = Scenario(np.ones((2, 3, 3)), [[[[1]], [[-2]]], [[[4]], [[5]]]], white=2, bias=[1, -3])
    assert (scale_of(layer).low, scale_of(layer).high) == (1 - 4, 1 + 2)
    assert (scale_of(layer.at(0, 1)).low, scale_of(layer.at(0, 1)).high) == (-3, -3 + 18)
    darker = layer.varied(image=tuple(channel / 2 for channel in layer.channels))
    assert scale_of(darker) == scale_of(layer), "not of the image's own extremes"
    signed = layer.varied(image=(-layer.channels[0], layer.channels[1]))
    assert (scale_of(signed).low, scale_of(signed).high) == (1 - 2 - 4, 1 + 2 + 4)
    constant = layer.varied(padding=Padding(1, 1, 1, 1, "constant", 7))
    assert (scale_of(constant).low, scale_of(constant).high) == (1 - 14, 1 + 7)
    assert scale_of(layer.varied(activation="relu")).low == 0
    tanh = scale_of(layer.varied(activation="tanh"))
    assert (tanh.low, tanh.high) == (float(np.tanh(-3)), float(np.tanh(3)))


def test_pixels_of_a_file_beyond_white_lie_inside_the_scale_too() -> None:
    state = asking(Question.VALUE, 0.5, Scenario([[[9.5, 1.0]], [[0.5, -20.0]]], [[[[1]], [[2]]]], white=1))
    shades, index = shares(state)
    assert shades[index] * scale_of(state.result.scenario).magnitude == pytest.approx(answer_value(state))


def test_the_shades_hold_the_value_of_the_filter_in_front() -> None:
    random = np.random.default_rng(5)
    for _ in range(40):
        scenario = random_layer(random)
        state = asking(Question.VALUE, float(random.integers(scenario.steps)) + 0.5, scenario)
        if not is_typed(state):
            own, value = state.result.scenario, answer_value(state)
            shades, index = shares(state)
            assert shades[index] * scale_of(own).magnitude == pytest.approx(value)
            assert value == state.result.output[secrecy_of(state).cell]


def test_integers_are_those_of_the_whole_layer() -> None:
    assert all_integers(COLOUR)
    third = COLOUR.varied(image=(*COLOUR.channels[:2], COLOUR.channels[2] + 0.5))
    assert not all_integers(third.at(0, 0))
    assert not all_integers(COLOUR.varied(bias=np.array([0, 0, 0, 0.5])).at(0, 0))
    assert not all_integers(COLOUR.varied(padding=Padding(1, 1, 1, 1, "constant", 0.25)))
    for activation in ACTIVATIONS:
        assert all_integers(COLOUR.varied(activation=activation)) is (activation in ("none", "relu"))


def test_where_all_shades_would_be_the_same_the_value_is_typed() -> None:
    dark = Scenario(IMAGE / 8, -np.ones((2, 3, 2, 2)), white=1, activation="relu")
    assert is_typed(asking(Question.VALUE, 0.5, dark))
    assert not is_typed(asking(Question.VALUE, 0.5, dark.varied(activation="none")))


def test_what_is_added_up_counts_for_the_tolerance() -> None:
    assert terms_in(COLOUR) == 12
    assert terms_in(COLOUR.at(0, 1)) == 13
    assert terms_in(startup()) == 9


@pytest.mark.parametrize("step", [0, 17, 40, 63])
def test_a_value_is_right_after_the_activation_and_all_lanes(step: int) -> None:
    state = asking(Question.VALUE, step + 0.5)
    value = state.result.maps[step // 16].ravel()[step % 16]
    assert answer_value(state) == value
    assert typed(state, f"{value:g}").predict.was_right
    assert not typed(state, f"{value + 1:g}").predict.was_right


def test_a_wrong_value_is_explained_by_the_sums_of_the_channels_and_what_becomes_of_them() -> None:
    state = asking(Question.VALUE, 17.5)
    cell = secrecy_of(state).cell
    wrong = typed(state, "99")
    terms = predict_facts(wrong, secrecy_of(wrong)).terms
    assert isinstance(terms, Terms)
    assert terms.letters == ("R", "G", "B")
    assert sum(terms.added) == terms.sum == wrong.result.sums[1][cell]
    assert terms.added[3] == 1
    assert terms.activation == "relu"


def test_while_a_value_is_asked_its_sum_and_value_are_no_facts() -> None:
    for position in (17.5, 17.7, 17.85):
        lanes = shown(asking(Question.VALUE, position)).lanes[0]
        assert lanes is not None
        assert (lanes.column.sum, lanes.column.value) == (None, None)
        assert lanes.made == (16, 1, 0, 0)


def test_maps_and_weights_are_asked_only_of_a_layer() -> None:
    assert offered(startup()) == (Question.VALUE, Question.SIZE, Question.PATCH)
    assert offered(COLOUR) == tuple(Question)
    assert asking(Question.MAPS, scenario=startup()).predict.question is Question.VALUE


@pytest.mark.parametrize(("question", "count", "wrong"), [(Question.MAPS, "4", "12"), (Question.WEIGHTS, "48", "52")])
def test_a_count_is_judged_and_told(question: Question, count: str, wrong: str) -> None:
    state = asking(question, 20.0)
    assert is_hidden(state)
    assert state.playback.position == 0
    right = typed(state, count)
    assert (right.predict.told, right.predict.was_right, right.predict.tries, right.predict.right) == (True, True, 1, 1)
    assert not typed(state, wrong).predict.was_right
    told = after(state, NextStop())
    assert told.predict.told
    assert told.predict.tries == 0


def test_a_count_that_is_none_is_refused_in_a_sentence_and_nothing_is_lost() -> None:
    state = asking(Question.MAPS)
    for number in ("0", "1.5"):
        refused = typed(state, number)
        assert is_hidden(refused)
        assert refused.interface.toasts
        assert refused.predict.tries == 0


def test_a_depthwise_layer_has_a_kernel_for_each_channel() -> None:
    depthwise = Scenario(IMAGE, WEIGHTS[:3, :1], white=3, groups=3)
    assert typed(asking(Question.WEIGHTS, scenario=depthwise), "12").predict.was_right
    assert typed(asking(Question.MAPS, scenario=depthwise), "3").predict.was_right


@pytest.mark.parametrize("question", [Question.MAPS, Question.WEIGHTS])
def test_no_fact_tells_how_many_maps_and_weights_there_are(question: Question) -> None:
    asked = asking(question, 20.0)
    facts = shown(asked)
    assert facts.still.rail.formula.weights is None
    if question is Question.MAPS:
        assert (facts.position, facts.steps, facts.share) == (0, 1, 0)
        assert facts.transport.steps is None
        assert (facts.where.steps, facts.where.filter) == (None, None)
        assert not facts.still.sides[0].counted
    else:
        assert facts.still.sides[0].counted, "without the number of filters nobody could tell"
        assert facts.still.question is not None
        assert facts.still.question.layer == (4, 3)
    refused = after(asked, OpenPopup("kernel map"))
    assert refused.interface.popup is None
    assert refused.interface.toasts
    opened = after(fresh(COLOUR), TogglePredict(), OpenPopup("kernel map"), ChooseQuestion(question))
    assert opened.interface.popup is None
    told = after(asked, NextStop())
    assert shown(told).still.rail.formula.weights == (4, 3, 2, 2)
    assert after(told, OpenPopup("kernel map")).interface.popup == "kernel map"


def test_where_one_channel_and_one_filter_have_come_the_value_is_asked() -> None:
    asked = asking(Question.WEIGHTS)
    plain = fresh(startup())
    single = asked.changed(history=plain.history, result=plain.result)
    assert after(single, OpenEntry(Control("answer"))).predict.question is Question.VALUE
