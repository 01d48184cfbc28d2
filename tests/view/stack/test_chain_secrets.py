"""While a question is open, a network's tower looks the same whatever comes of what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.core.chained import focus_of, layers_of, of_layers, source_of
from game.core.layers import Convolution
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.session.reduce import reduce
from tests.networks import digit_reader
from tests.picture import frame, picture, pixels

from .test_chain_places import tower

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.core.scenario import Scenario

SIZE = (800, 560)
RANDOM = np.random.default_rng(21)


def otherwise(shown: Scenario, classes: int) -> Scenario:
    """Return a network with another last layer, of so many classes."""
    last = Convolution(np.round(RANDOM.normal(0, 2, (classes, 4, 4, 4)), 2), activation="softmax", whole_image=True)
    return of_layers(shown, (*layers_of(shown)[:-1], last), focus_of(shown), source_of(shown))


def stage(shown: Scenario, question: Question | None, position: float) -> NDArray[np.uint8]:
    """Return the stage of a network's tower, with a question or without one."""
    now = tower(shown, position)
    for intent in () if question is None else (TogglePredict(), ChooseQuestion(question)):
        now = reduce(now, intent)
    x, y, w, h = frame(now, SIZE).layout.stage
    return pixels(picture(now, SIZE))[y : y + h, x : x + w]


@pytest.mark.parametrize("question", [Question.VALUE, Question.SIZE, Question.MAPS])
def test_what_comes_behind_a_question_does_not_show(question: Question) -> None:
    first, second = digit_reader(0), otherwise(digit_reader(0), 10)
    assert (stage(first, question, 5.45) == stage(second, question, 5.45)).all()


def test_how_many_maps_come_behind_a_secret_size_does_not_show() -> None:
    first, second = digit_reader(0), otherwise(digit_reader(0), 6)
    assert (stage(first, Question.SIZE, 0.0) == stage(second, Question.SIZE, 0.0)).all()


def test_without_a_question_both_show() -> None:
    first = stage(digit_reader(0), None, 5.45)
    assert (first != stage(otherwise(digit_reader(0), 10), None, 5.45)).any()
