"""Chains: every layer of PyTorch's; random ones against each layer by itself; what is partly new against all anew."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.chain import Chain
from game.core.chain_results import chain_results, handed_on
from game.core.chained import (
    focus_of,
    focused,
    layers_of,
    of_layers,
    with_layer_added,
    with_layer_copied,
    with_layer_moved,
    with_layer_removed,
)
from game.core.chained import source_of as source_in
from game.core.errors import LayerDoesNotFit, NoSuchLayer, SoftmaxNotLast, TooManyLayers
from game.core.layers import Convolution
from game.core.operations import maps_of
from game.core.padding import Padding
from game.core.pooling import Pooling
from game.core.result import result_of
from game.core.scenario import startup
from game.core.updates import updated
from tests.core.chains import CASES, chained, layer_of, random_chain, source_of

SIX = (Pooling("max", (1, 1)),) * 6


@pytest.mark.parametrize("number", range(len(CASES)))
def test_every_layer_makes_the_maps_of_pytorch(number: int) -> None:
    case = CASES[number]
    layers = tuple(map(layer_of, case["layers"]))
    scenario = chained(np.array(case["input"], float), layers, number % len(layers))
    found = chain_results(result_of(scenario)).outputs
    for expected, maps in zip(case["maps"], found, strict=True):
        np.testing.assert_allclose(np.array(maps), np.array(expected), rtol=0, atol=1e-9)


@pytest.mark.parametrize("seed", range(12))
def test_whichever_layer_is_in_focus_all_make_what_each_makes_of_the_maps_before(seed: int) -> None:
    image, layers = random_chain(np.random.default_rng(seed), 1 + seed % 6, 1 if seed % 2 else None)
    expected, maps = [], image
    for layer in layers:
        maps = maps_of(maps, layer)
        expected.append(maps)
    for focus in range(len(layers)):
        scenario = chained(image, layers, focus)
        assert layers_of(scenario) == layers
        assert focus_of(scenario) == focus
        found = chain_results(result_of(scenario))
        for one, other in zip(found.outputs, expected, strict=True):
            np.testing.assert_allclose(np.array(one), other, rtol=1e-12, atol=1e-12)
        assert all(result.sums.shape == maps.shape for result, maps in zip(found.results, expected, strict=True))


@pytest.mark.parametrize("seed", range(12))
def test_a_painted_pixel_or_weight_makes_all_later_maps_new_bit_for_bit(seed: int) -> None:
    chance = np.random.default_rng(seed)
    image, layers = random_chain(chance, 2 + seed % 5, 1 if seed % 3 else None)
    focus = int(chance.integers(len(layers)))
    result = result_of(chained(image, layers, focus))
    chain_results(result)
    for turn in range(4):
        scenario = result.scenario
        edit = scenario.painted([(turn, turn)], 0.25 * turn) if focus == 0 else scenario.weighed(0, 0, 0.5 + turn)
        if edit is None or (focus and scenario.layer.pooling is not None):
            break
        result = handed_on(result, updated(result, edit.scenario, edit))
        anew = chain_results(result_of(edit.scenario))
        for one, other in zip(chain_results(result).results, anew.results, strict=True):
            assert np.array_equal(one.sums, other.sums)
            assert all(map(np.array_equal, one.maps, other.maps))


def test_what_does_not_change_is_not_worked_out_again() -> None:
    image, layers = random_chain(np.random.default_rng(3), 4)
    result = result_of(chained(image, layers, 0))
    first = chain_results(result)
    scenario = focused(result.scenario, 2)
    again = chain_results(handed_on(result, result_of(scenario)))
    assert [one is other for one, other in zip(first.results, again.results, strict=True)] == [True, True, False, True]


def test_the_source_stays_while_the_focus_goes_round() -> None:
    image, layers = random_chain(np.random.default_rng(5), 5)
    first = chained(image, layers, 0)
    there = focused(focused(first, 4), 2)
    assert source_in(there) == source_in(first)
    assert focused(there, 0) == first
    assert there != first
    assert there.chain == Chain(layers[:2], layers[3:], source_of(image))


def test_layers_are_added_copied_moved_and_removed() -> None:
    scenario = with_layer_added(startup())
    assert (focus_of(scenario), len(layers_of(scenario))) == (1, 2)
    assert scenario.output_size == startup().output_size
    copied = with_layer_copied(scenario)
    assert layers_of(copied)[1] == layers_of(copied)[2]
    assert focus_of(copied) == 2
    moved = with_layer_moved(copied, -2)
    assert layers_of(moved)[0] == layers_of(copied)[2]
    assert focus_of(moved) == 0
    back = with_layer_removed(with_layer_removed(with_layer_moved(moved, 2)))
    assert back == startup()
    assert back.chain is None


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda: with_layer_removed(startup()), NoSuchLayer),
        (lambda: with_layer_moved(startup(), 1), NoSuchLayer),
        (lambda: focused(startup(), 1), NoSuchLayer),
        (lambda: with_layer_added(of_layers(startup(), SIX, 2)), TooManyLayers),
        (lambda: with_layer_copied(of_layers(startup(), SIX, 2)), TooManyLayers),
    ],
)
def test_what_cannot_be_done_to_layers_is_refused(change: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        change()


def test_what_does_not_fit_names_the_layer() -> None:
    far = Convolution(np.ones((1, 1, 5, 5)))
    with pytest.raises(LayerDoesNotFit) as caught:
        of_layers(startup(), (Pooling("max", (2, 2)), Pooling("max", (1, 1)), far), 0)
    assert (caught.value.layer, caught.value.rows, caught.value.columns) == (3, 4, 4)
    network = of_layers(startup(), (Pooling("max", (1, 1)), far), 0)
    with pytest.raises(LayerDoesNotFit) as caught:
        network.changed(pooling=Pooling("max", (2, 2)))
    assert caught.value.layer == 2


def test_softmax_stands_in_the_last_layer_alone() -> None:
    shares = Convolution(np.ones((2, 1, 1, 1)), activation="softmax")
    with pytest.raises(SoftmaxNotLast) as caught:
        of_layers(startup(), (shares, Pooling("max", (1, 1))), 1)
    assert caught.value.layer == 1
    last = of_layers(startup(), (Pooling("max", (1, 1)), shares), 1)
    assert np.array_equal(chain_results(result_of(last)).outputs[1], np.full((2, 8, 8), 0.5))
    with pytest.raises(SoftmaxNotLast):
        with_layer_added(last)


def test_maps_between_layers_may_be_larger_than_pixels() -> None:
    large = Convolution(np.full((1, 1, 1, 1), 999.0), padding=Padding(1, 1, 1, 1))
    scenario = of_layers(startup(), (large,) * 6, 5)
    assert float(scenario.image.max()) > 999
    assert scenario.changed(bias=[2.0]).layer.bias[0] == 2


@pytest.mark.parametrize("groups", [1, 2])
def test_of_several_maps_that_change_only_what_they_feed_is_new_in_every_group(groups: int) -> None:
    chance = np.random.default_rng(groups)
    layers = (
        Convolution(np.round(chance.normal(size=(4, 1, 3, 3)), 2)),
        Convolution(chance.normal(size=(4, 4 // groups, 2, 2)), groups=groups),
        Convolution(np.round(chance.normal(size=(2, 4, 3, 1)), 1), activation="relu"),
    )
    result = result_of(chained(np.round(chance.normal(size=(1, 20, 20)), 1), layers, 0))
    before = chain_results(result)
    edit = result.scenario.painted([(9, 9)], 0.7)
    assert edit is not None
    after = chain_results(handed_on(result, updated(result, edit.scenario, edit)))
    anew = chain_results(result_of(edit.scenario))
    for one, other, old in zip(after.results, anew.results, before.results, strict=True):
        assert np.array_equal(one.sums, other.sums)
        assert one.arithmetic == old.arithmetic, "else all would be new"
        assert all((now != then).any() for now, then in zip(one.sums, old.sums, strict=True))
