"""The colour picture: brought to the front, painted in all channels, typed in, picked up, and undone as one."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.result import result_of
from game.input.intent import Cell, GridName, Side
from game.input.interface_intents import (
    AcceptEntry,
    EntryText,
    OpenEntry,
    PickUp,
    PlaceCursor,
    ToggleEraser,
)
from game.input.mode_intents import ToggleCompare, TogglePresent
from game.input.scenario_intents import (
    BeginGesture,
    ClearCursor,
    EndGesture,
    NudgeCell,
    Paint,
    PaintCursor,
    Redo,
    SetCell,
    Undo,
)
from game.input.stack_intents import ShowStack, ToggleStack
from game.input.walk_intents import BringChannel, BringColour, Scrub
from game.input.window_intents import SetBrush, SetBrushColour
from game.session.shown import shown
from game.session.state import State
from tests.session.hands import after, entries, fresh, sentences
from tests.session.test_lanes import COLOUR

PIXEL = Cell(GridName.IMAGE, 1, 2)
RED = (3.0, 0.0, 0.0)


def brought(*intents: object) -> State:
    """Return a state with the colour picture in front, after intents."""
    return after(fresh(COLOUR), BringColour(), *intents)  # type: ignore[arg-type]


def at_pixel(state: State, cell: Cell = PIXEL) -> list[float]:
    """Return the values of a pixel in all channels."""
    return [float(channel[cell.row, cell.column]) for channel in state.scenario.channels]


def test_the_colour_picture_comes_to_the_front_and_a_channel_again() -> None:
    state = brought()
    assert state.mixed
    assert shown(state).still.sides[0].mixed
    assert not after(state, BringColour()).mixed
    assert not after(state, BringChannel(1)).mixed
    assert after(state, BringColour(on=True)).mixed
    assert after(state, Scrub(20.5)).mixed, "the walk goes on below it"
    assert (
        after(state, Scrub(20.5)).result.scenario.channel == after(fresh(COLOUR), Scrub(20.5)).result.scenario.channel
    )
    assert (entries(state), state.scenario) == (1, COLOUR), "it is no part of the work"


def test_where_there_is_no_colour_picture_it_is_said_why() -> None:
    for scenario in (None, COLOUR.varied(image=tuple(COLOUR.channels[:2]), kernel=COLOUR.layer.weights[:, :2])):
        state = after(fresh(scenario), BringColour())
        assert not state.mixed
        assert sentences(state) == ["Only an image of three channels, R, G and B, has a colour picture."]
    stacked = after(fresh(COLOUR), ToggleStack(), BringColour())
    assert not stacked.interface.mixed
    assert "Flat view" in sentences(stacked)[-1]


def test_in_the_stack_channels_are_layers_and_the_picture_waits_for_the_flat_view() -> None:
    state = brought(ShowStack(True))
    assert not state.mixed
    assert after(state, ShowStack(False)).mixed


def test_a_stroke_sets_all_channels_and_is_one_entry() -> None:
    stroke = BeginGesture(), Paint(((1, 2), (1, 3)), 2.0, RED), Paint(((2, 3),), 2.0, RED), EndGesture()
    state = brought(*stroke)
    for cell in ((1, 2), (1, 3), (2, 3)):
        assert at_pixel(state, Cell(GridName.IMAGE, *cell)) == [3, 0, 0]
    assert entries(state) == 2
    assert np.array_equal(state.result.maps, result_of(state.scenario).maps)
    assert after(state, Undo()).scenario == COLOUR
    assert after(state, Undo(), Redo()).scenario == state.scenario


def test_without_a_gesture_each_is_one_entry_and_what_changes_nothing_none() -> None:
    state = brought(Paint(((1, 2),), 2.0, RED))
    assert (at_pixel(state), entries(state)) == ([3, 0, 0], 2)
    assert entries(after(state, Paint(((1, 2),), 2.0, RED))) == 2
    assert at_pixel(after(state, Paint(((1, 2),), 1.5))) == [1.5] * 3


def test_on_a_channel_only_that_channel_is_painted() -> None:
    before = at_pixel(fresh(COLOUR))
    state = after(fresh(COLOUR), BringChannel(1), Paint(((1, 2),), 2.5, RED))
    assert at_pixel(state) == [before[0], 2.5, before[2]]


def test_the_brush_has_a_colour_of_which_a_channel_gets_its_part() -> None:
    state = brought(SetBrushColour(RED))
    assert (state.tint, state.stroke_colour) == (RED, RED)
    assert [after(state, BringChannel(channel)).stroke for channel in range(3)] == [3, 0, 0]
    assert after(state, BringChannel(1)).stroke_colour == ()
    erasing = after(state, ToggleEraser())
    assert (erasing.stroke, erasing.stroke_colour) == (0, (0, 0, 0))
    assert not after(erasing, SetBrushColour(RED)).interface.eraser
    assert after(state, SetBrush(1.0)).stroke_colour == (1, 1, 1)
    assert after(state, SetBrushColour((2.0, 2.0, 2.0))).brush == 2
    assert after(fresh(), SetBrushColour(RED)).tint == ()


def test_a_colour_out_of_range_is_one_clear_sentence() -> None:
    state = brought(SetBrushColour((0.0, 1000.0, 0.0)))
    assert state.tint == ()
    assert sentences(state) == ["The brush must be from −999 to 999, not 1000."]


def test_picking_up_takes_the_colour() -> None:
    state = brought(Paint(((1, 2),), 0.0, (-5.0, 2.0, 40.0)), PickUp(PIXEL))
    assert state.stroke_colour == (-5, 2, 40)
    assert brought(Paint(((1, 2),), 2.0), PickUp(PIXEL)).tint == ()


def test_keys_paint_clear_type_and_step_all_channels() -> None:
    start = brought(SetBrushColour(RED), PlaceCursor(PIXEL))
    painted = after(start, PaintCursor())
    assert (at_pixel(painted), entries(painted)) == ([3, 0, 0], 2)
    assert at_pixel(after(painted, ClearCursor())) == [0, 0, 0]
    assert at_pixel(after(painted, SetCell(PIXEL, -4.0))) == [-4] * 3
    opened = after(painted, OpenEntry(None))
    assert opened.interface.entry is not None
    assert opened.interface.entry.text == "", "three values are no number"
    assert at_pixel(after(opened, AcceptEntry())) == [3, 0, 0]
    assert at_pixel(after(opened, EntryText("2"), AcceptEntry())) == [2, 2, 2]
    nudged = after(painted, NudgeCell(PIXEL, 1.0), NudgeCell(PIXEL, 1.0))
    assert (at_pixel(nudged), entries(nudged)) == ([3, 2, 2], 3), "each stops at white, and both are one entry"
    assert at_pixel(after(nudged, Undo())) == [3, 0, 0]


@pytest.mark.parametrize("mode", [ToggleCompare(), TogglePresent()])
def test_in_compare_and_present_it_is_the_same(mode: object) -> None:
    state = brought(mode, Paint(((1, 2),), 2.0, RED))
    assert state.mixed
    assert at_pixel(state) == [3, 0, 0]
    assert all(side.mixed for side in shown(state).still.sides)
    if state.compare.on:
        assert np.array_equal(state.work.of(Side.B).tensor, state.scenario.tensor)
