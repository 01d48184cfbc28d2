"""Predict's fixed scale over a layer: every value lies within it, and it follows from no value."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.padding import MODES, Padding
from game.core.result import result_of
from game.core.scenario import Scenario, startup
from game.session.boards import product_extremes
from game.session.predict_numbers import all_integers, output_decimals
from game.session.predict_scale import COUNT, scale_of, shares_at

ACTIVATIONS = ("none", "relu", "leaky relu", "sigmoid", "tanh")


def any_layer(rng: np.random.Generator) -> Scenario:
    groups = int(rng.choice((1, 2)))
    channels, filters = groups * int(rng.integers(1, 4)), groups * int(rng.integers(1, 4))
    low = float(rng.choice((0.0, -3.0)))
    padding = Padding(1, 0, 2, 1, str(rng.choice(MODES)), float(rng.choice((0.0, -4.0, 5.0))))
    return Scenario(
        rng.uniform(low, 3, (channels, 5, 6)).round(int(rng.choice((0, 2)))),
        rng.normal(size=(filters, channels // groups, 2, 3)).round(int(rng.choice((0, 2)))),
        white=3.0,
        padding=padding,
        groups=groups,
        bias=rng.normal(size=filters).round(1),
        activation=str(rng.choice(ACTIVATIONS)),
    )


@pytest.mark.parametrize("seed", range(40))
def test_every_value_of_every_map_lies_on_the_scale_and_has_a_shade(seed: int) -> None:
    scenario = any_layer(np.random.default_rng(seed))
    for number, each in enumerate(result_of(scenario).maps):
        scale = scale_of(scenario.at(0, number))
        assert each.min() >= scale.low - 1e-9
        assert each.max() <= scale.high + 1e-9
        for cell in ((0, 0), (1, 2)):
            shares, right = shares_at(scenario, scale, cell, float(each[cell]))
            assert len(shares) == COUNT
            assert 0 <= right < COUNT


@pytest.mark.parametrize("seed", range(20))
def test_no_product_of_a_lane_is_wider_than_the_widest(seed: int) -> None:
    scenario = any_layer(np.random.default_rng(seed))
    result = result_of(scenario)
    for channel in scenario.lanes:
        own = result.at(channel, 0)
        ends = product_extremes(own)
        products = np.multiply.outer(own.padded_image.ravel(), own.scenario.kernel.ravel())
        assert products.min() >= min(0.0, ends.min()) - 1e-9
        assert products.max() <= max(0.0, ends.max()) + 1e-9


def test_whole_numbers_of_a_layer_are_typed_unless_the_activation_makes_parts_of_them() -> None:
    whole = Scenario(np.ones((2, 3, 3)), np.ones((2, 2, 2, 2)), white=3.0)
    assert all_integers(whole)
    assert output_decimals(whole) == 0
    assert output_decimals(whole.varied(activation="relu")) == 0
    assert output_decimals(whole.varied(activation="tanh")) == 2
    assert not all_integers(whole.varied(bias=np.array([0.5, 0.0])))
    one_channel = (whole.channels[0], np.full((3, 3), 0.5))
    assert not all_integers(whole.varied(image=one_channel))


def test_the_scale_of_one_channel_and_one_filter_is_what_it_was() -> None:
    kernel = startup().kernel
    expected = float(kernel[kernel < 0].sum()), float(kernel[kernel > 0].sum())
    assert (scale_of(startup()).low, scale_of(startup()).high) == expected
