"""Compare of two layers: which channel and filter are in front on each side, and when they have one scale."""

from __future__ import annotations

import numpy as np

from game.core.scenario import Scenario
from game.core.traced import Traced
from game.input.intent import Cell, GridName, Side
from game.input.mode_intents import ToggleCompare, ToggleSharedScale
from game.input.scenario_intents import Paint, SetCell
from game.input.walk_intents import BringChannel, GoToFilter, Scrub
from game.session.compare import with_setting
from game.session.shown import shown
from game.session.state import State
from game.view.compare import settings_words
from tests.session.hands import after, fresh

IMAGE = np.arange(75).reshape(3, 5, 5) % 4.0
COLOUR = Scenario(IMAGE, np.arange(48).reshape(4, 3, 2, 2) % 5 - 2.0, white=3)
FEWER = Scenario(IMAGE, np.arange(54).reshape(2, 3, 3, 3) % 7 - 3.0, white=3, activation="tanh")


def compared(other: Scenario) -> State:
    """Return a state that compares a layer of four filters with another setting."""
    state = fresh(COLOUR)
    state = state.changed(compare=state.compare.changed(last=other))
    return after(state, ToggleCompare())


def test_channel_and_filter_keys_move_both_sides_as_far_as_side_b_has_filters() -> None:
    state = compared(FEWER)
    for number, of_b in ((0, 0), (1, 1), (2, 1), (3, 1)):
        moved = after(state, Scrub(number * 16 + 5.4))
        first, second = moved.result.scenario, moved.compare.result
        assert second is not None
        assert (first.filter, second.scenario.filter) == (number, of_b)
        forward = after(moved, BringChannel(2))
        assert forward.compare.result is not None
        assert (forward.result.scenario.channel, forward.compare.result.scenario.channel) == (2, 2)
    moved = after(state, GoToFilter(by=1), GoToFilter(by=1))
    assert moved.compare.result is not None
    assert (moved.result.scenario.filter, moved.compare.result.scenario.filter) == (2, 1)


def test_pixels_are_painted_and_weights_set_where_side_b_has_no_such_filter() -> None:
    moved = after(compared(FEWER), Scrub(3 * 16 + 5.4))
    assert moved.result.scenario.filter == 3
    for edit in (
        Paint(((1, 2),), 1.0),
        SetCell(Cell(GridName.KERNEL, 0, 1), 7.0),
        SetCell(Cell(GridName.IMAGE, 4, 4), 2.0),
    ):
        moved = after(moved, edit)
        for side, result in ((Side.A, moved.result), (Side.B, moved.compare.result)):
            assert result is not None
            due = Traced(moved.work.of(side).tensor, moved.work.of(side).layer).maps
            assert np.array_equal(np.array(result.maps), due), (side, edit)


def test_a_setting_takes_its_whole_layer_along() -> None:
    found = with_setting(COLOUR, FEWER)
    assert found.layer == FEWER.layer
    assert all(one is other for one, other in zip(found.channels, COLOUR.channels, strict=True))


def test_one_scale_is_shared_only_where_both_have_the_same_activation() -> None:
    state = compared(FEWER)
    assert not shown(state).still.shared
    one, other = (side.boards.output.magnitude for side in shown(state).still.sides)
    assert one != other
    refused = after(state, ToggleSharedScale())
    assert refused.compare.shared
    assert len(refused.interface.toasts) == len(state.interface.toasts) + 1
    alike = compared(FEWER.varied(activation="none"))
    assert shown(alike).still.shared
    one, other = (side.boards.output.magnitude for side in shown(alike).still.sides)
    assert one == other
    assert not shown(after(alike, ToggleSharedScale())).still.shared


def test_the_head_of_a_side_says_which_channel_and_filter_it_shows() -> None:
    state = after(compared(FEWER), Scrub(32 + 5.4), BringChannel(1))
    assert state.compare.result is not None
    assert settings_words(state.result)[0].startswith("Channel G, filter 3 · ")
    assert settings_words(state.compare.result)[0].startswith("Channel G, filter 2 · ")
