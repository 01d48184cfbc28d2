"""What can be learned at all, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.errors import (
    ConvolutionError,
    DoesNotApply,
    NotAShare,
    NotATensor,
    NotFinite,
    OutOfRange,
    UnknownName,
    WrongShape,
)
from game.core.learning import Learning
from game.words.sentences import sentence_for

TARGET = np.array([[[0.25, 1.0]], [[0.75, 0.0]]])


@pytest.mark.parametrize(
    ("said", "error", "words"),
    [
        ({"learning_rate": 0}, OutOfRange, "The learning rate must be from 1e−12 to 1000, not 0."),
        ({"learning_rate": -1}, OutOfRange, "The learning rate must be from 1e−12 to 1000, not −1."),
        ({"learning_rate": 1e9}, OutOfRange, "The learning rate must be from 1e−12 to 1000, not 1000000000."),
        ({"learning_rate": float("nan")}, NotFinite, "The learning rate must be a finite number"),
        ({"momentum": 1}, OutOfRange, "The momentum must be from 0 to 0.999, not 1."),
        ({"loss": "hinge"}, UnknownName, "There is no loss called “hinge”"),
        ({"target": [[1.0]]}, NotATensor, "The target must be nested lists"),
        ({"target": [[[1e11]]]}, OutOfRange, "The target must be from"),
    ],
)
def test_a_slip_is_one_sentence(said: dict[str, Any], error: type[ConvolutionError], words: str) -> None:
    with pytest.raises(error) as caught:
        Learning(**{"target": TARGET} | said)
    found = sentence_for(caught.value)
    assert words in found
    assert found.endswith(".")
    assert ". " not in found


def test_a_target_of_another_size_is_told_which_is_right() -> None:
    with pytest.raises(WrongShape) as caught:
        Learning(TARGET).check((2, 2, 2), "none")
    assert sentence_for(caught.value) == (
        "The target has the shape [2, 1, 2]; the output is [2, 2, 2]: maps, rows, columns, and so it has to be."
    )


def test_cross_entropy_needs_shares() -> None:
    learning = Learning(TARGET, "cross entropy")
    learning.check((2, 1, 2), "softmax")
    with pytest.raises(DoesNotApply) as caught:
        learning.check((2, 1, 2), "relu")
    assert "softmax" in sentence_for(caught.value)
    Learning(TARGET).check((2, 1, 2), "softmax")


def test_shares_of_few_decimals_are_taken() -> None:
    Learning([[[0.333]], [[0.333]], [[0.333]]], "cross entropy").check((3, 1, 1), "softmax")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ([[[1.5]], [[-0.5]]], "The target's share at row 1, column 1 is 1.5; it must be from 0 to 1."),
        ([[[1, 0.5]], [[0, 0.25]]], "The target's shares at row 1, column 2 make 0.75 together"),
    ],
)
def test_shares_that_are_none_are_refused_with_their_place(target: list[list[list[float]]], words: str) -> None:
    learning = Learning(target, "cross entropy")
    with pytest.raises(NotAShare) as caught:
        learning.check((2, 1, len(target[0][0])), "softmax")
    assert words in sentence_for(caught.value)


def test_two_are_equal_where_all_is() -> None:
    one = Learning(TARGET, "cross entropy", 0.5, 0.9, False)
    assert one == Learning(TARGET.copy(), "cross entropy", 0.5, 0.9, False)
    assert one != Learning(TARGET[::-1], "cross entropy", 0.5, 0.9, False)
    for other in ({"loss": "mean squared error"}, {"learning_rate": 0.6}, {"momentum": 0.8}, {"bias": True}):
        assert one != one.changed(**other)
    assert one != "cross entropy"
