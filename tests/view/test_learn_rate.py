"""A learning rate is written so that it can be read, however small it is."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.learning_targets import with_target
from game.core.scenario import Scenario
from game.view.learn.words import rate_text


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        *((0.1, "0.10"), (2.5, "2.50"), (0.03, "0.030"), (0.00025, "0.00025"), (1e-4, "0.00010")),
        *((1e-5, "1e−5"), (2.5e-7, "2.5e−7"), (1e-12, "1e−12"), (1000.0, "1000")),
    ],
)
def test_a_rate_is_a_number_that_says_something(rate: float, shown: str) -> None:
    assert rate_text(rate) == shown
    assert float(shown.replace("−", "-")) == rate


def test_the_rate_of_an_image_of_large_numbers_can_be_read() -> None:
    learning = with_target(Scenario(np.full((3, 3), 900.0), np.ones((2, 2))), np.ones((1, 2, 2))).learning
    assert learning is not None
    assert learning.learning_rate < 1e-6
    assert float(rate_text(learning.learning_rate).replace("−", "-")) == learning.learning_rate
