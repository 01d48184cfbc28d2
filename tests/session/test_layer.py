"""What the intents about channels, filters and the layer do: one entry of the history each, and one sentence if not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.core.counts import LADDER, with_filter_count
from game.core.padding import Padding
from game.core.scenario import Scenario, startup
from game.input.intent import Control, Side
from game.input.interface_intents import AcceptEntry, EntryText, OpenEntry, OpenPopup
from game.input.layer_intents import (
    SetActivation,
    SetBias,
    SetChannels,
    SetDepthwise,
    SetFilters,
    SetGroups,
    SetPadding,
    SetPaddingSide,
    SetPaddingValue,
    ToggleOrder,
    UseOutput,
)
from game.input.mode_intents import FocusSide, ToggleCompare, TogglePredict
from game.input.scenario_intents import SetQuantity, Undo
from game.input.walk_intents import Scrub
from game.input.window_intents import Tick
from game.play.walk import place_of
from tests.session.hands import after, entries, fresh, sentences

if TYPE_CHECKING:
    from game.input.intent import Intent
    from game.session.state import State


def shape(state: State) -> tuple[int, ...]:
    """Return channels, filters, channels of a group, and groups."""
    layer = state.scenario.layer
    assert layer.weights.shape[2:] == state.scenario.kernel_size
    return len(state.scenario.channels), layer.filters, int(layer.weights.shape[1]), layer.groups


def typed(state: State, control: str, text: str) -> State:
    return after(state, OpenEntry(Control(control)), EntryText(text), AcceptEntry())


@pytest.mark.parametrize(
    "intent",
    [
        SetChannels(3),
        SetFilters(4),
        SetBias(2.5),
        SetActivation("relu"),
        SetPadding(Padding(1, 2, 0, 3, "replicate")),
        SetPaddingSide("left", 3),
        SetPaddingValue(0.5),
    ],
)
def test_each_is_one_entry_that_an_undo_takes_back(intent: Intent) -> None:
    first = fresh()
    changed = after(first, intent)
    assert changed.scenario != first.scenario
    assert entries(changed) == entries(first) + 1
    assert after(changed, Undo()).scenario == first.scenario
    assert entries(after(changed, intent)) == entries(changed), "the same again is no change"


def test_new_channels_and_filters_leave_those_that_stand() -> None:
    first = fresh()
    found = after(first, SetChannels(3), SetFilters(4))
    assert shape(found) == (3, 4, 3, 1)
    assert np.array_equal(found.scenario.channels[0], first.scenario.image)
    assert np.array_equal(found.scenario.layer.weights[0, 0], first.scenario.kernel)
    again = after(found, SetFilters(1), SetChannels(1))
    assert again.scenario == first.scenario


def test_changing_channels_sets_groups_to_1_in_the_same_entry() -> None:
    grouped = after(fresh(), SetChannels(4), SetFilters(4), SetGroups(2))
    assert shape(grouped) == (4, 4, 2, 2)
    changed = after(grouped, SetChannels(3))
    assert shape(changed) == (3, 4, 3, 1)
    assert entries(changed) == entries(grouped) + 1
    assert shape(after(changed, Undo())) == (4, 4, 2, 2)


def test_filters_that_the_groups_cannot_share_make_one_group() -> None:
    grouped = after(fresh(), SetChannels(4), SetFilters(4), SetGroups(2))
    assert shape(after(grouped, SetFilters(6))) == (4, 6, 2, 2)
    assert shape(after(grouped, SetFilters(5))) == (4, 5, 4, 1)


@pytest.mark.parametrize(("channels", "filters", "found"), [(3, 1, 3), (3, 4, 6), (4, 4, 4), (5, 16, 15), (16, 3, 16)])
def test_depthwise_has_as_many_groups_as_channels_and_the_next_multiple_of_filters(
    channels: int, filters: int, found: int
) -> None:
    before = after(fresh(), SetChannels(channels), SetFilters(filters))
    depthwise = after(before, SetDepthwise())
    assert shape(depthwise) == (channels, found, 1, channels)
    assert entries(depthwise) == entries(before) + 1


def test_the_bias_is_that_of_the_filter_in_front() -> None:
    state = after(fresh(), SetFilters(3))
    walked = state.changed(playback=state.playback.changed(position=1.5 * state.scenario.map_steps))
    assert after(walked, Tick(0.0), SetBias(2.0)).scenario.layer.bias.tolist() == [0.0, 2.0, 0.0]


def test_what_is_not_allowed_is_refused_in_one_sentence_and_changes_nothing() -> None:
    grouped = after(fresh(), SetChannels(4), SetFilters(4), SetGroups(2))
    refused = {
        SetChannels(17): "The channels must be from 1 to 16, not 17.",
        SetFilters(0): "The filters must be from 1 to 16, not 0.",
        SetGroups(0): "The groups must be from 1 to 16, not 0.",
        SetGroups(3): "3 groups cannot share the channels evenly, for there are 4; there may be 1, 2, 4 groups.",
        SetBias(1000.0): "The bias must be from −999 to 999, not 1000.",
        SetActivation("softmax"): "There is no activation called “softmax”; there are"
        " none, relu, leaky relu, sigmoid, tanh.",
        SetPaddingSide("top", 9): "The top padding must be from 0 to 8, not 9.",
        SetPaddingValue(-1000.0): "The padding value must be from −999 to 999, not −1000.",
        SetPadding(Padding(8, 0, 0, 0, "reflect")): "A top padding of 8 is too large for “reflect”,"
        " which has at most 7 for an image of this size.",
    }
    for intent, said in refused.items():
        state = after(grouped, intent)
        assert sentences(state)[-1:] == [said]
        assert state.scenario is grouped.scenario
        assert entries(state) == entries(grouped)


def test_numbers_are_typed() -> None:
    state = typed(fresh(), "channels", "3")
    state = typed(state, "filters", "2")
    state = typed(state, "bias", "−1,5")
    state = typed(state, "padding bottom", "4")
    assert shape(state) == (3, 2, 3, 1)
    assert state.scenario.layer.bias.tolist() == [-1.5, 0.0]
    assert state.scenario.layer.padding == Padding(1, 4, 1, 1)
    wrong = typed(state, "channels", "2.5")
    assert wrong.interface.entry is not None
    assert sentences(wrong) == ["The channels must be a whole number, not 2.5."]


def test_a_number_of_a_panel_is_typed_in_it() -> None:
    state = after(fresh(), OpenPopup("padding sides"), OpenEntry(Control("padding top")))
    assert state.interface.popup == "padding sides"
    assert typed(state, "padding top", "3").interface.popup == "padding sides"


def test_a_padding_whose_rows_and_columns_differ_opens_the_chain() -> None:
    alike = after(fresh(), SetPadding(Padding(2, 2, 2, 2)))
    assert "padding" in alike.interface.linked
    assert "padding" not in after(alike, SetPaddingSide("left", 0)).interface.linked
    assert "padding" not in after(alike, SetPaddingSide("right", 0)).interface.linked


def test_the_slider_sets_both_sides_and_leaves_what_stands_there() -> None:
    padded = after(fresh(), SetPadding(Padding(1, 2, 0, 2, "circular")), SetQuantity("padding", 0, 3))
    assert padded.scenario.layer.padding == Padding(3, 3, 0, 2, "circular")


def test_sliders_stop_at_what_fills_the_padding() -> None:
    reflecting = after(fresh(), SetPadding(Padding(3, 3, 3, 3, "reflect")))
    assert after(reflecting, SetQuantity("padding", None, 8)).scenario.layer.padding.top == 7
    assert after(reflecting, SetQuantity("image size", None, 1)).scenario.image_size == (4, 4)
    circular = after(fresh(), SetPadding(Padding(3, 3, 3, 3, "circular")))
    assert after(circular, SetQuantity("image size", None, 1)).scenario.image_size == (3, 3)


def test_sizes_follow_all_four_sides() -> None:
    state = after(fresh(Scenario(np.ones((2, 2)), np.ones((1, 1)))), SetPadding(Padding(3, 0, 0, 1)))
    assert after(state, SetQuantity("kernel size", 0, 15)).scenario.kernel_size == (3, 3)


def test_two_sides_share_channels_and_have_filters_and_padding_of_their_own() -> None:
    compared = after(
        fresh(), ToggleCompare(), SetFilters(4), SetChannels(3), SetPadding(Padding(1, 2, 0, 3, "reflect"))
    )
    first, second = compared.scenario, compared.work.other
    assert second is not None
    assert not sentences(compared)
    assert (len(first.channels), first.layer.weights.shape[:2]) == (3, (1, 3))
    assert (len(second.channels), second.layer.weights.shape[:2]) == (3, (4, 3))
    assert first.layer.padding == Padding(1, 1, 1, 1)
    assert second.layer.padding == Padding(1, 2, 0, 3, "reflect")
    assert after(compared, Undo(), Undo(), Undo()).work.other == fresh().scenario


def test_what_the_other_side_cannot_take_is_refused() -> None:
    compared = after(fresh(), ToggleCompare(), SetPadding(Padding(6, 6, 6, 6, "reflect")), FocusSide(Side.A))
    smaller = after(compared, SetQuantity("image size", None, 4, typed=True))
    assert smaller.scenario == compared.scenario
    assert len(sentences(smaller)) == 1


def test_plain_scenarios_stay_plain() -> None:
    state = after(fresh(), SetChannels(1), SetFilters(1), SetGroups(1), SetActivation("none"))
    assert state.scenario is fresh().scenario or state.scenario == startup()
    assert entries(state) == 1


def test_the_order_of_the_walk_changes_and_the_walk_stays_at_its_place() -> None:
    layered = with_filter_count(startup(), 3)
    state = after(fresh(layered), Scrub(layered.map_steps + 5.4))
    number, local = place_of(state.scenario, state.playback.position)
    turned = after(state, ToggleOrder())
    assert turned.scenario.order == "cell by cell"
    there = place_of(turned.scenario, turned.playback.position)
    assert (there[0], round(there[1], 9)) == (number, round(local, 9))
    assert after(turned, Undo()).scenario.order == "map by map"
    assert after(turned, ToggleOrder()).playback.position == pytest.approx(state.playback.position)


def test_the_output_becomes_the_image_with_the_white_that_holds_it() -> None:
    state = fresh(with_filter_count(startup(), 3))
    maps = state.result.maps
    used = after(state, Scrub(state.steps - 0.5), UseOutput())
    assert np.array_equal(used.scenario.image, maps[2])
    assert used.scenario.white == min(step for step in LADDER if step >= maps[2].max())
    assert (len(used.scenario.channels), used.scenario.layer.filters) == (1, 3)
    every = after(state, UseOutput(all_maps=True))
    assert np.array_equal(every.scenario.tensor, np.array(maps))
    assert every.scenario.layer.weights.shape[:2] == (3, 3)
    assert after(every, Undo()).scenario == state.scenario
    assert entries(every) == entries(state) + 1


def test_an_output_beyond_what_a_pixel_may_be_or_too_small_for_the_kernel_is_refused() -> None:
    loud = fresh(startup().varied(kernel=np.full((3, 3), 900.0)))
    refused = after(loud, UseOutput())
    assert refused.scenario == loud.scenario
    assert "−999" in sentences(refused)[-1]
    small = fresh(startup().varied(padding=(0, 0), stride=(3, 3)))
    assert after(small, UseOutput()).scenario == small.scenario
    assert "kernel" in sentences(after(small, UseOutput()))[-1].lower()


def test_an_output_that_is_to_be_predicted_does_not_become_the_image() -> None:
    state = after(fresh(startup()), TogglePredict())
    assert after(state, UseOutput()).scenario == state.scenario
    assert "Predict" in sentences(after(state, UseOutput()))[-1]
