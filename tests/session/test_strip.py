"""The strip's facts: all layers with their maps, and nothing that a question keeps secret, nor what comes of it."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chained import of_layers
from game.core.layers import Convolution
from game.core.pooling import Pooling
from game.core.scenario import startup
from game.input.layer_intents import AddLayer, CopyLayer, FocusLayer, MoveLayer, RemoveLayer
from game.input.mode_intents import ChooseQuestion, Question, ToggleCompare, TogglePredict
from game.input.scenario_intents import Undo
from game.input.walk_intents import Scrub
from game.session.facts.strip import StripFacts
from game.session.shown import shown
from game.session.state import State
from tests.session.hands import after, entries, fresh, sentences

LAYERS = (
    Convolution(np.full((2, 1, 2, 2), 0.5), activation="relu"),
    Pooling("max", (2, 2)),
    Convolution(np.array([[[[1.0]], [[0.0]]], [[[2.0]], [[1.0]]], [[[0.0]], [[3.0]]]]), activation="softmax"),
)


def network(focus: int = 0) -> State:
    return fresh(of_layers(startup(), LAYERS, focus))


def strip(state: State) -> StripFacts:
    found = shown(state).still.strip
    assert found is not None
    return found


def test_one_layer_has_no_strip() -> None:
    assert shown(fresh()).still.strip is None
    assert shown(after(network(), ToggleCompare())).still.strip is None


def test_every_layer_is_told_with_its_maps() -> None:
    found = strip(network(1))
    assert [(layer.number, layer.operation, layer.activation, layer.shape) for layer in found.layers] == [
        (1, "convolution", "relu", (2, 7, 7)),
        (2, "max pooling", "none", (2, 3, 3)),
        (3, "convolution", "softmax", (3, 3, 3)),
    ]
    assert [layer.is_focus for layer in found.layers] == [False, True, False]
    assert np.array_equal(found.image[0], startup().image)
    last = found.layers[-1]
    assert last.maps is not None
    assert last.sums is not None
    np.testing.assert_allclose(np.sum(last.maps, axis=0), np.ones((3, 3)), atol=1e-15)
    assert last.shares
    assert [layer.sums is None for layer in found.layers] == [True, True, False]


def test_a_layer_in_focus_is_walked_and_its_image_are_the_maps_before() -> None:
    state = network()
    there = after(state, Scrub(5.5), FocusLayer(2))
    assert there.playback.position == 0
    assert there.scenario.layer.filters == 3
    before = strip(state).layers[1].maps
    assert before is not None
    assert all(map(np.array_equal, there.scenario.channels, before))
    assert entries(there) == entries(state)
    assert after(there, FocusLayer(0)).scenario == state.scenario
    assert after(there, FocusLayer(2)) is not None
    assert "no layer 9" in sentences(after(there, FocusLayer(8)))[-1]


@pytest.mark.parametrize("intent", [AddLayer(), CopyLayer()])
def test_what_is_done_to_layers_is_one_undo(intent: AddLayer | CopyLayer) -> None:
    first = network(1) if isinstance(intent, AddLayer) else fresh()
    changed = after(first, intent)
    assert entries(changed) == entries(first) + 1
    assert len(strip(changed).layers) == (4 if isinstance(intent, AddLayer) else 2)
    assert after(changed, Undo()).scenario == first.scenario
    moved = after(changed, MoveLayer(-1))
    assert entries(moved) == entries(first) + 2
    assert (
        after(changed, RemoveLayer()).scenario
        == after(first, FocusLayer(1 if isinstance(intent, AddLayer) else 0)).scenario
    )


def test_what_cannot_be_done_to_layers_is_said_and_changes_nothing() -> None:
    state = network(2)
    for intent, words in ((AddLayer(), "softmax"), (MoveLayer(-1), "softmax"), (MoveLayer(1), "place 4")):
        refused = after(state, intent)
        assert words in sentences(refused)[-1]
        assert refused.scenario == state.scenario
    assert "only layer" in sentences(after(fresh(), RemoveLayer()))[-1]


def test_while_a_size_is_asked_nothing_of_the_layer_and_of_those_behind_it_is_told() -> None:
    found = strip(after(network(1), TogglePredict(), ChooseQuestion(Question.SIZE)))
    assert found.layers[0].maps is not None
    assert [(layer.shape, layer.maps, layer.sums) for layer in found.layers[1:]] == [(None, None, None)] * 2


def test_while_a_value_is_asked_no_cell_is_told_that_does_not_stand() -> None:
    found = strip(after(network(1), TogglePredict(), ChooseQuestion(Question.VALUE), Scrub(4.2)))
    focus, behind = found.layers[1:]
    assert focus.told == (4, 0)
    assert focus.maps is not None
    assert not focus.maps[0].ravel()[4:].any()
    assert not focus.maps[1].any()
    assert (behind.maps, behind.sums) == (None, None)
    last = strip(after(network(2), TogglePredict(), ChooseQuestion(Question.VALUE), Scrub(4.2))).layers[-1]
    assert last.maps is None, "one share would tell the sums of all"
    assert last.sums is not None
    assert not last.sums[0].ravel()[4:].any()
    assert behind.shape == (3, 3, 3)
