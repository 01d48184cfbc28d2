"""Networks by intents: what is meant for the image reaches it from any layer, computed maps are not set, all undoes."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.chain_results import chain_results
from game.core.chained import focus_of, focused, layers_of, of_layers, source_of
from game.core.layers import Convolution
from game.core.pooling import Pooling
from game.core.result import result_of
from game.core.scenario import startup
from game.core.stamps import Stamp, stamp_at, step_of
from game.core.transposed import TransposedConvolution
from game.input.intent import Cell, GridName, Intent
from game.input.interface_intents import OpenEntry
from game.input.layer_intents import (
    FocusLayer,
    MoveLayer,
    PaintSource,
    SetActivation,
    SetChannels,
    SetFilters,
    SetOperation,
    UseOutput,
)
from game.input.mode_intents import ToggleCompare
from game.input.scenario_intents import (
    BeginGesture,
    ChooseImage,
    ChooseKernel,
    ClearImage,
    EndGesture,
    NudgeCell,
    Paint,
    PasteGrid,
    Redo,
    SetCell,
    SetQuantity,
    Undo,
)
from game.input.walk_intents import NextStop, PreviousStop, Scrub, ToEnd, ToStart
from game.input.window_intents import Tick
from game.session.state import State
from tests.session.hands import after, entries, fresh, sentences

LAYERS = (
    Convolution(np.full((2, 1, 2, 2), 0.5), activation="relu"),
    Pooling("max", (2, 2)),
    Convolution(np.array([[[[1.0]], [[0.5]]], [[[2.0]], [[1.0]]]]), activation="softmax"),
)
PIXEL, WEIGHT = Cell(GridName.IMAGE, 1, 1), Cell(GridName.KERNEL, 0, 0)


def network(focus: int) -> State:
    return fresh(of_layers(startup(), LAYERS, focus))


def check(state: State) -> None:
    """Assert that all that is shown of the network is what follows from its image and layers."""
    scenario = state.scenario
    anew = of_layers(scenario, layers_of(scenario), focus_of(scenario), source_of(scenario))
    assert scenario == anew
    assert np.array_equal(state.result.sums, result_of(anew).sums)
    expected = chain_results(result_of(anew)).outputs
    for maps, others in zip(chain_results(state.result).outputs, expected, strict=True):
        assert all(map(np.array_equal, maps, others))


OF_SOURCE: list[Intent] = [
    PaintSource(((1, 1), (1, 2)), 0.9),
    PaintSource(((1, 1), (1, 2)), 0.9, soft=True),
    ChooseImage("checkerboard"),
    ClearImage(),
    SetQuantity("image size", None, 6),
    SetChannels(2),
    PasteGrid(np.arange(49.0).reshape(7, 7), GridName.IMAGE),
    PasteGrid(np.arange(49.0).reshape(7, 7), GridName.OUTPUT),
]


@pytest.mark.parametrize("intent", OF_SOURCE, ids=lambda intent: type(intent).__name__)
@pytest.mark.parametrize("focus", [1, 2])
def test_what_is_meant_for_the_image_reaches_it_from_any_layer(intent: Intent, focus: int) -> None:
    state = after(network(focus), Scrub(3.5))
    changed = after(state, intent)
    alone = after(network(0), intent)
    assert focused(changed.scenario, 0).pixels[0].tolist() == alone.scenario.pixels[0].tolist()
    assert focus_of(changed.scenario) == focus
    assert entries(changed) == entries(state) + 1
    assert int(changed.playback.position) in range(changed.steps + 1)
    check(changed)
    undone = after(changed, Undo())
    assert undone.scenario == state.scenario
    check(undone)
    assert after(undone, Redo()).scenario == changed.scenario
    assert after(changed, FocusLayer(0)).scenario == alone.scenario


def test_a_stroke_over_the_image_is_one_undo() -> None:
    state = network(2)
    strokes = [PaintSource(((row, 3),), 0.0) for row in range(5)]
    painted = after(state, BeginGesture(), *strokes)
    check(painted)
    ended = after(painted, EndGesture())
    assert entries(ended) == entries(state) + 1
    assert not focused(ended.scenario, 0).image[:5, 3].any()
    check(ended)
    assert after(ended, Undo()).scenario == state.scenario


def test_a_soft_stroke_over_the_image_paints_the_same_from_any_layer() -> None:
    strokes = [PaintSource(((row, 3),), 0.0, soft=True) for row in range(1, 5)]
    found = [after(network(focus), BeginGesture(), *strokes, EndGesture()) for focus in range(3)]
    images = [focused(state.scenario, 0).image.tolist() for state in found]
    assert images[0] == images[1] == images[2]
    assert images[0][2][2] != startup().image[2][2], "what lies beside the stroke is painted too"
    for state in found:
        check(state)
        assert entries(state) == entries(network(0)) + 1


@pytest.mark.parametrize(
    "intent", [Paint(((1, 1),), 0.5), SetCell(PIXEL, 0.5), NudgeCell(PIXEL, 0.1), OpenEntry(PIXEL)]
)
def test_computed_maps_are_not_set_by_hand(intent: Intent) -> None:
    state = network(1)
    refused = after(state, intent)
    assert refused.scenario == state.scenario
    assert refused.interface.entry is None
    assert "computed" in sentences(refused)[-1]
    assert sentences(after(network(0), intent)) == []


def test_weights_are_set_in_any_layer_and_all_behind_follow() -> None:
    for focus in (0, 2):
        changed = after(network(focus), SetCell(WEIGHT, -0.25), FocusLayer(2), FocusLayer(focus))
        assert changed.scenario.kernel[0, 0] == -0.25
        check(changed)
        check(after(changed, Undo()))


def test_layers_behind_take_as_many_maps_as_there_are_now() -> None:
    changed = after(network(0), SetFilters(3))
    assert [np.shape(getattr(layer, "weights", ())) for layer in layers_of(changed.scenario)] == [
        (3, 1, 2, 2),
        (0,),
        (2, 3, 1, 1),
    ]
    check(changed)
    assert after(changed, SetFilters(2)).scenario == network(0).scenario
    check(after(network(0), SetOperation("max pooling")))
    check(after(network(0), MoveLayer(1)))


def test_what_the_layers_behind_cannot_take_is_refused_by_their_number() -> None:
    state = network(1)
    refused = after(state, SetQuantity("kernel size", None, 3, typed=True), SetQuantity("stride", None, 3, typed=True))
    assert sentences(refused) == []
    far = fresh(of_layers(startup(), (*LAYERS[:2], Convolution(np.ones((1, 2, 3, 3)))), 1))
    refused = after(far, SetQuantity("stride", None, 4, typed=True))
    assert refused.scenario == far.scenario
    assert sentences(refused)[-1].startswith("Layer 3 gets maps of 2 × 2 (2 of them): ")


def test_softmax_is_for_the_last_layer() -> None:
    refused = after(network(0), SetActivation("softmax"))
    assert "only the last layer may" in sentences(refused)[-1]
    assert after(network(2), SetActivation("none"), SetActivation("softmax")).scenario == network(2).scenario


def test_in_compare_the_layer_stays_in_focus() -> None:
    both = after(network(2), ToggleCompare(), ChooseKernel("ones"))
    assert sentences(both) == []
    for intent in (FocusLayer(0), MoveLayer(-1), ChooseImage("empty"), PaintSource(((0, 0),), 0.5)):
        refused = after(both, intent)
        assert refused.work == both.work
        assert "Compare shows one layer" in sentences(refused)[-1]
    check(after(both, ToggleCompare()))


def test_maps_are_not_used_as_image_where_a_layer_follows() -> None:
    refused = after(network(0), UseOutput())
    assert refused.scenario == network(0).scenario
    assert "next layer" in sentences(refused)[-1]


def test_end_and_home_go_by_layer_from_the_ends_of_a_walk() -> None:
    state = after(network(0), Scrub(3.0), ToEnd())
    assert (focus_of(state.scenario), state.playback.position) == (0, state.steps)
    second = after(state, ToEnd())
    assert (focus_of(second.scenario), second.playback.position) == (1, second.steps)
    last = after(second, ToEnd(), ToEnd())
    assert (focus_of(last.scenario), last.playback.position) == (2, last.steps)
    begin = after(last, ToStart())
    assert (focus_of(begin.scenario), begin.playback.position) == (2, 0)
    first = after(begin, ToStart(), ToStart(), ToStart())
    assert (focus_of(first.scenario), first.playback.position) == (0, 0)
    assert entries(first) == 1


def test_a_remote_goes_on_from_the_end_of_a_layer_and_back_from_its_begin() -> None:
    on = after(network(0), ToEnd(), NextStop())
    assert (focus_of(on.scenario), on.playback.position) == (1, 0)
    back = after(on, PreviousStop())
    assert (focus_of(back.scenario), back.playback.position) == (0, back.steps)


def test_in_compare_the_ends_of_a_walk_are_ends() -> None:
    both = after(network(0), ToggleCompare(), ToEnd(), ToEnd())
    assert focus_of(both.scenario) == 0


def test_a_source_image_of_another_size_leaves_the_walk_over_later_stamps_where_it_is() -> None:
    layers = Convolution(np.full((1, 1, 1, 1), 0.5)), TransposedConvolution(np.ones((1, 1, 2, 2)), stride=(2, 2))
    stamped, smaller = (
        after(fresh(of_layers(startup(), layers, 1)), Tick(0.0)),
        PasteGrid(np.ones((5, 5)), GridName.IMAGE),
    )
    assert stamped.stamped
    ended = after(stamped, ToEnd(), smaller)
    assert ended.stamped
    assert ended.playback.position == ended.steps == 25
    there = after(stamped, Scrub(step_of(stamped.scenario, Stamp(0, 0, (1, 2))) + 0.0), smaller)
    assert stamp_at(there.scenario, int(there.playback.position)).pixel == (1, 2)
