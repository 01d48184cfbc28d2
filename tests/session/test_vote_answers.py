"""Four answers, all different as shown, one of them right: whatever layer a class is asked about."""

from __future__ import annotations

import re
from collections import Counter
from math import prod

import numpy as np
import pytest

from game.core.mistakes import OF_ANY, size_mistakes, value_mistakes, weight_mistakes
from game.core.operation_change import TRANSPOSED, with_operation
from game.core.operations import maps_of
from game.core.padding import Padding
from game.core.pooling import Pooling
from game.core.scenario import Scenario
from game.files.tour import Question
from game.session.state import State
from game.session.vote import Vote
from game.session.vote_asked import asked, cell_asked
from tests.voting import DRAWN, in_lesson, presented

TRIES = 240
ACTIVATIONS = ("none", "relu", "leaky relu", "sigmoid", "tanh")


def any_scenario(number: int) -> Scenario:
    """Return one of many layers: each operation, channels, filters, activation, whole numbers and decimals."""
    rng = np.random.default_rng(number)
    channels, filters, size = int(rng.integers(1, 4)), int(rng.integers(1, 4)), int(rng.integers(4, 9))
    kernel = tuple(int(each) for each in rng.integers(1, 4, 2))
    whole = bool(rng.integers(2))
    image = rng.integers(0, 4, (channels, size, size)) if whole else rng.random((channels, size, size)) * 3
    weights = (
        rng.integers(-2, 3, (filters, channels, *kernel)) if whole else rng.normal(size=(filters, channels, *kernel))
    )
    bias = rng.integers(-3, 4, filters) if whole else np.round(rng.normal(size=filters), 1)
    shown = Scenario(
        image.astype(float), weights.astype(float), white=3.0, bias=bias.astype(float), seed=number,
        activation=ACTIVATIONS[number % len(ACTIVATIONS)],
    ).varied(stride=(int(rng.integers(1, 3)),) * 2, padding=(int(rng.integers(0, 2)),) * 2)  # fmt: skip
    kind = number % 4
    if kind == 1:
        return with_operation(shown, TRANSPOSED)
    if kind > 1:
        around = Padding(1, 1, 1, 1) if min(kernel) > 1 else Padding()
        pooling = Pooling("max" if kind == 2 else "average", kernel, (1, 1), around, ceil_mode=bool(rng.integers(2)))
        return shown.changed(pooling=pooling)
    return shown


def taken_for(answer: str) -> object:
    """Return what a class takes an answer for: a number, or a size."""
    plain = answer.replace("−", "-").replace("≈", "")
    return tuple(map(int, plain.split(" × "))) if "×" in plain else float(plain)


def check(vote: Vote, right: object) -> None:
    read = [taken_for(answer) for answer in vote.answers]
    assert len(vote.answers) == len(set(vote.answers)) == len(set(read)) == 4
    assert vote.right is not None
    assert read[vote.right] == right


def at(number: int) -> State:
    shown = any_scenario(number)
    return presented(shown, float(number * 7 % shown.steps))


@pytest.mark.parametrize("part", range(6))
def test_answers_about_a_cell_are_four_and_one_is_what_the_layer_makes(part: int) -> None:
    for number in range(part, TRIES, 6):
        state = at(number)
        vote, (filter_, cell) = asked(state), cell_asked(state)
        value = float(maps_of(state.scenario.tensor, state.scenario.layer)[filter_][cell])
        assert vote.right is not None
        shown = vote.answers[vote.right]
        places = len(shown.partition(".")[2])
        assert taken_for(shown) == pytest.approx(value, abs=0.5001 * 10**-places + 1e-9)
        check(vote, taken_for(shown))


def test_answers_about_a_size_are_four_and_one_is_the_size() -> None:
    for number in range(TRIES):
        shown = any_scenario(number)
        check(asked(in_lesson(shown, Question("size"))), maps_of(shown.tensor, shown.layer).shape[1:])


def test_answers_about_weights_are_four_and_one_is_their_number() -> None:
    for number in range(TRIES):
        shown = any_scenario(number)
        count = 0 if shown.layer.pooling is not None else prod(shown.layer.weights.shape)
        check(asked(in_lesson(shown, Question("weights"))), count)


def test_most_wrong_answers_are_what_mistakes_give() -> None:
    known = 0
    for number in range(0, TRIES, 4):
        state = at(number)
        made = value_mistakes(state.result, *cell_asked(state)).values()
        vote = asked(state)
        wrong = [taken_for(answer) for index, answer in enumerate(vote.answers) if index != vote.right]
        known += sum(any(abs(each - value) < 0.0051 for value in made) for each in wrong if isinstance(each, float))
    assert known > 0.85 * 3 * TRIES / 4


def test_sizes_and_weights_are_mistaken_before_near_ones_fill_up() -> None:
    shown = any_scenario(8).varied(stride=(2, 2), padding=(1, 1))
    sizes = [taken_for(answer) for answer in asked(in_lesson(shown, Question("size"))).answers]
    assert set(sizes) <= {shown.output_size, *size_mistakes(shown).values()}
    counts = [taken_for(answer) for answer in asked(in_lesson(shown, Question("weights"))).answers]
    assert set(counts) <= {prod(shown.layer.weights.shape), *weight_mistakes(shown).values()} or len(counts) == 4


def test_the_right_answer_has_each_letter_as_often_as_the_others() -> None:
    letters = Counter(asked(at(number)).right for number in range(TRIES))
    assert set(letters) == {0, 1, 2, 3}
    assert min(letters.values()) > TRIES / 8


def test_the_same_scene_is_asked_in_the_same_order() -> None:
    assert asked(presented(DRAWN)) == asked(presented(DRAWN))
    orders = {asked(presented(DRAWN.changed(seed=seed))).answers for seed in range(12)}
    assert len(orders) > 4


def test_the_answers_of_the_drawing_are_its_mistakes() -> None:
    vote = asked(presented(DRAWN))
    assert set(vote.answers) == {"7", "9", "11", "0"}
    assert vote.answers[vote.right or 0] == "7"
    assert vote.words == "What is the output cell, with bias −2 and ReLU?"


def test_a_map_of_zeros_has_four_answers_too() -> None:
    zeros = Scenario(np.zeros((4, 4)), np.zeros((2, 2))[None, None])
    for activation in ACTIVATIONS:
        shown = zeros.varied(activation=activation)
        assert len({taken_for(answer) for answer in asked(presented(shown)).answers}) == 4


def test_what_the_author_wrote_is_asked_as_it_stands() -> None:
    question = Question("choice", "Which one?", ("Sobel", "Blur", "Sharpen"), 2)
    vote = asked(in_lesson(DRAWN, question))
    assert (vote.words, vote.answers, vote.right, vote.title) == (
        *("Which one?", question.answers, 2),
        "The first scene",
    )


def test_the_patch_and_the_kernel_are_those_of_the_cell_for_each_channel() -> None:
    for number in range(80):
        state = at(number)
        vote, (filter_, cell) = asked(state), cell_asked(state)
        layer = state.scenario.layer
        if layer.pooling is not None:
            pixels = np.array(vote.shown.lanes[0].patch)
            pixels = pixels[np.isfinite(pixels)]
            if layer.pooling.kind == "max":
                assert pixels.max() == state.result.maps[filter_][cell]
            continue
        total = sum(float((np.array(lane.patch) * np.array(lane.kernel)).sum()) for lane in vote.shown.lanes)
        assert total + layer.bias[filter_] == pytest.approx(state.result.sums[filter_][cell], abs=1e-9)
        assert len(vote.shown.lanes) == len(layer.channels_of(filter_))


def test_the_question_says_bias_and_activation_where_there_are_any() -> None:
    words = {asked(at(number)).words for number in range(40)}
    assert any(re.search(r"with bias −?[0-9.]+ and ReLU", each) for each in words)
    assert "What is the output cell of max pooling?" in words
    assert "What is the output cell of average pooling?" in words


def answers_of(state: State) -> set[object]:
    vote = asked(state)
    return {taken_for(answer) for index, answer in enumerate(vote.answers) if index != vote.right}


def test_a_size_that_is_no_square_is_offered_turned_round_and_without_its_padding() -> None:
    wide = Scenario(np.ones((6, 9)), np.ones((1, 1, 3, 3))).varied(padding=(1, 1))
    assert {(9, 6), (4, 7)} <= answers_of(in_lesson(wide, Question("size")))


def test_a_cell_at_the_border_is_offered_without_the_padding() -> None:
    rng = np.random.default_rng(7)
    image = rng.integers(1, 5, (5, 5)).astype(float)
    padded = Scenario(image, np.ones((1, 1, 3, 3)), 5.0).varied(padding=(1, 1))
    assert image[:3, :3].sum() in answers_of(presented(padded))


def test_every_mistake_that_any_convolution_has_is_offered_somewhere() -> None:
    offered = Counter[str]()
    for seed in range(60):
        rng = np.random.default_rng(seed)
        image, kernel = rng.integers(0, 9, (6, 6)).astype(float), rng.integers(-3, 4, (1, 1, 3, 3)).astype(float)
        state = presented(Scenario(image, kernel, 9.0, seed=seed), 5.0)
        made = value_mistakes(state.result, *cell_asked(state))
        wrong = [each for each in answers_of(state) if isinstance(each, float)]
        offered.update(name for name in OF_ANY if any(abs(made.get(name, 1e9) - each) < 0.06 for each in wrong))
    assert {"mean", "sign lost", "row times column"} <= set(offered)
    assert any(name.startswith("patch") for name in offered)
    assert min(offered[name] for name in ("mean", "sign lost", "row times column")) > 20
