"""What a paste of several grids does: channels become the image, or a filter's kernels; filters become all of them."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.intent import GridName, Side
from game.input.layer_intents import SetChannels
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import PasteGrid, ReplaceScenario, Undo
from game.session.state import State

from .hands import after, fresh, sentences

RANDOM = np.random.default_rng(3)
THREE = np.round(RANDOM.uniform(-1, 1, (3, 4, 5)), 2)
COLOUR = Scenario(
    tuple(RANDOM.integers(0, 4, (3, 6, 6)).astype(float)),
    RANDOM.integers(-2, 3, (4, 3, 3, 3)).astype(float),
    white=3,
    bias=[1, 2, 3, 4],
)


def image(values: object) -> PasteGrid:
    return PasteGrid(np.array(values, float), GridName.IMAGE)


def kernel(values: object) -> PasteGrid:
    return PasteGrid(np.array(values, float), GridName.KERNEL)


def coloured() -> State:
    return after(fresh(), ReplaceScenario(COLOUR))


def entries(state: State) -> int:
    return len(state.history.entries)


def test_three_grids_fill_the_channels_and_the_number_of_channels_follows() -> None:
    before = fresh()
    state = after(before, image(THREE))
    scenario = state.scenario
    assert np.array_equal(scenario.tensor, THREE)
    assert scenario.layer.weights.shape == (1, 3, 3, 3)
    assert np.array_equal(scenario.layer.weights[0, 0], before.scenario.kernel), "the kernel that was there stays"
    assert (entries(state), sentences(state)) == (2, ["Pasted as the image: 4 × 5, channels: 3."])
    assert after(state, Undo()).scenario == before.scenario


def test_fewer_channels_and_as_many_keep_the_filters_that_there_are() -> None:
    fewer = after(coloured(), image(THREE[:2])).scenario
    assert (len(fewer.channels), fewer.layer.weights.shape) == (2, (4, 2, 3, 3))
    assert np.array_equal(fewer.layer.weights, COLOUR.layer.weights[:, :2])
    same = after(coloured(), image(THREE)).scenario
    assert np.array_equal(same.layer.weights, COLOUR.layer.weights)
    assert same.layer.bias.tolist() == [1, 2, 3, 4]


def test_white_follows_what_is_pasted() -> None:
    assert after(fresh(), image(THREE)).scenario.white == 1
    assert after(fresh(), image(np.full((2, 3, 3), 200))).scenario.white == 255


def test_three_grids_onto_a_kernel_are_those_of_the_filter_in_front() -> None:
    state = after(coloured(), kernel(np.ones((3, 2, 2))))
    layer = state.scenario.layer
    assert layer.weights.shape == (4, 3, 2, 2)
    assert (layer.weights[0] == 1).all()
    assert not (layer.weights[1] == 1).all()
    assert sentences(state)[-1] == "Pasted as the kernels of filter 1: 2 × 2, channels: 3."


def test_filters_are_all_kernels_and_groups_follow() -> None:
    state = after(coloured(), kernel(np.ones((2, 3, 2, 1))))
    layer = state.scenario.layer
    assert (layer.weights.shape, layer.groups, layer.bias.tolist()) == ((2, 3, 2, 1), 1, [1, 2])
    assert sentences(state)[-1] == "Pasted as the kernels: 2 × 1, filters: 2, each for channels: 3."
    depthwise = after(coloured(), kernel(np.ones((6, 1, 2, 2)))).scenario.layer
    assert (depthwise.groups, depthwise.bias.tolist()) == (3, [1, 2, 3, 4, 0, 0])


def test_a_pasted_set_gets_its_name_back() -> None:
    state = after(fresh(), kernel(np.ones((2, 1, 2, 2))))
    assert state.scenario.kernel_name == "ones"


@pytest.mark.parametrize(
    ("bad", "parts"),
    [
        (kernel(np.ones((2, 2, 2))), ("[1, 2, 2, 2]", "[1, 3, 2, 2]")),
        (kernel(np.ones((4, 2, 2, 2))), ("[4, 2, 2, 2]", "[4, 3, 2, 2]")),
        (kernel(np.ones((4, 1, 2, 2))), ("[4, 1, 2, 2]", "[4, 3, 2, 2]")),
        (kernel(np.ones((3, 16, 1))), ("kernel", "15", "16")),
        (kernel(np.ones((1, 3, 1, 16))), ("kernel", "15", "16")),
        (kernel(np.full((3, 1, 1), 1000.0)), ("weight", "999", "1000")),
        (image(np.full((3, 6, 6), 1000.0)), ("pixel", "999", "1000")),
        (image(np.ones((3, 2, 2))), ("kernel needs 3",)),
    ],
)
def test_what_does_not_fit_is_refused_by_name_and_nothing_changes(bad: PasteGrid, parts: tuple[str, ...]) -> None:
    before = coloured()
    state = after(before, bad)
    assert (state.scenario, entries(state)) == (before.scenario, entries(before))
    assert len(sentences(state)) == len(sentences(before)) + 1
    assert all(part in sentences(state)[-1] for part in parts), sentences(state)[-1]


def test_in_compare_both_sides_get_the_channels() -> None:
    state = after(coloured(), ToggleCompare(), SetChannels(2), image(THREE[:2]))
    a, b = (state.work.of(side) for side in Side)
    assert np.array_equal(a.tensor, THREE[:2])
    assert np.array_equal(b.tensor, THREE[:2])
