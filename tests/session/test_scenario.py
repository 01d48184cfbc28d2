"""What the intents about the scenario do: pixels, weights, sizes, names, seeds, pastes, undo."""

from __future__ import annotations

import math

import numpy as np
import pytest

from game.core.scenario import Scenario, startup
from game.input.intent import Cell, GridName
from game.input.interface_intents import Hover, PlaceCursor, ToggleEraser, ToggleLink
from game.input.scenario_intents import (
    BeginGesture,
    CancelGesture,
    ChooseImage,
    ChooseKernel,
    ClearCursor,
    ClearImage,
    EndGesture,
    KernelAction,
    NewSeed,
    NudgeCell,
    Paint,
    PaintCursor,
    PasteGrid,
    Redo,
    ReplaceScenario,
    SetCell,
    SetQuantity,
    SetSeed,
    Undo,
)
from game.input.window_intents import SetBrush, Tick
from game.session.allowed import allowed_values
from tests.core.edits import with_pixels

from .hands import after, at, entries, fresh, sentences

SIZE, KERNEL_SIZE, STRIDE, PADDING = "image size", "kernel size", "stride", "padding"
PIXEL, WEIGHT = Cell(GridName.IMAGE, 1, 2), Cell(GridName.KERNEL, 0, 1)


def test_painting_shows_at_once_and_is_one_entry_for_each_stroke() -> None:
    stroke = (BeginGesture(), Paint(((0, 0),), 0.5), Paint(((0, 1), (0, 2)), 0.5))
    during = after(fresh(), *stroke)
    assert during.scenario.image[0, :3].tolist() == [0.5, 0.5, 0.5]
    assert entries(during) == 1
    done = after(during, EndGesture())
    assert (entries(done), done.working) == (2, None)
    assert after(done, Undo()).scenario == startup()
    assert after(done, Undo(), Redo()).scenario == done.scenario


def test_without_a_gesture_each_intent_is_its_own_entry_and_no_change_is_none() -> None:
    state = after(fresh(), SetCell(PIXEL, 0.25), SetCell(WEIGHT, -3), SetCell(WEIGHT, -3))
    assert entries(state) == 3
    assert (state.scenario.image[1, 2], state.scenario.kernel[0, 1]) == (0.25, -3)


def test_a_gesture_that_changes_nothing_in_the_end_is_no_entry() -> None:
    size = (SetQuantity(SIZE, None, 3), SetQuantity(SIZE, None, 8))
    assert entries(after(fresh(), BeginGesture(), *size, EndGesture())) == 1


def test_a_cancelled_gesture_leaves_the_history_as_it_was() -> None:
    state = after(fresh(), SetCell(PIXEL, 0.25), Undo())
    cancelled = after(state, BeginGesture(), Paint(((0, 0),), 0.5), CancelGesture())
    assert cancelled.scenario == startup()
    assert cancelled.history.can_redo


def test_the_gesture_that_has_just_ended_can_be_taken_back_without_a_trace() -> None:
    state = after(fresh(), SetCell(PIXEL, 0.25), Undo())
    stroke = (BeginGesture(), Paint(((0, 0),), 0.5), EndGesture())
    taken = after(state, *stroke, Tick(0.1), Hover(None, None), CancelGesture())
    assert taken.scenario == startup()
    assert after(taken, Redo()).scenario.image[1, 2] == 0.25
    assert after(taken, CancelGesture()).scenario == startup()


def test_only_the_gesture_just_ended_is_taken_back_never_an_earlier_entry() -> None:
    state = after(fresh(), SetCell(PIXEL, 0.25))
    value = float(state.scenario.image[0, 0])
    no_change = after(state, BeginGesture(), Paint(((0, 0),), value), EndGesture(), CancelGesture())
    assert no_change.scenario == state.scenario
    later = after(state, BeginGesture(), Paint(((0, 0),), 0.5), EndGesture(), SetCell(WEIGHT, 9))
    assert after(later, CancelGesture()).scenario == later.scenario


def test_a_value_out_of_range_is_refused_with_a_sentence() -> None:
    state = after(fresh(), SetCell(PIXEL, 999.5), SetCell(WEIGHT, 1000), SetCell(WEIGHT, math.nan))
    assert state.scenario == startup()
    assert [("999.5" in text, "1000" in text) for text in sentences(state)[:2]] == [(True, False), (False, True)]
    assert len(sentences(state)) == 3
    assert all(toast.warning for toast in state.interface.toasts)


def test_cells_outside_the_image_are_left_out() -> None:
    outside = after(fresh(), Paint(((-1, 0), (0, 8)), 0.5), SetCell(Cell(GridName.IMAGE, -1, 0), 0.5))
    assert (outside.scenario, sentences(outside)) == (startup(), [])


def test_linked_one_axis_sets_both() -> None:
    state = after(fresh(), SetQuantity(STRIDE, 0, 3), SetQuantity(PADDING, 1, 2), SetQuantity(SIZE, None, 9))
    assert (state.scenario.stride, state.scenario.padding, state.scenario.image_size) == ((3, 3), (2, 2), (9, 9))


def test_apart_each_axis_has_its_own_value_until_they_are_linked_again_and_set() -> None:
    apart = after(fresh(), ToggleLink(KERNEL_SIZE), SetQuantity(KERNEL_SIZE, 1, 5))
    assert apart.scenario.kernel_size == (3, 5)
    linked = after(apart, ToggleLink(KERNEL_SIZE))
    assert linked.scenario.kernel_size == (3, 5)
    assert after(linked, SetQuantity(KERNEL_SIZE, 0, 4)).scenario.kernel_size == (4, 4)


def test_undo_brings_both_axes_back_at_once() -> None:
    unequal = fresh(startup().varied(stride=(1, 2)))
    assert after(unequal, SetQuantity(STRIDE, 0, 3), Undo()).scenario.stride == (1, 2)


def test_a_slider_stops_at_the_nearest_allowed_value() -> None:
    state = after(fresh(), SetQuantity(KERNEL_SIZE, None, 15))
    assert state.scenario.kernel_size == (10, 10)  # 8 + 2×1
    assert after(state, SetQuantity(PADDING, None, 0)).scenario.padding == (1, 1)
    assert after(state, SetQuantity(SIZE, None, 1)).scenario.image_size == (8, 8)
    assert after(state, SetQuantity(STRIDE, None, 99)).scenario.stride == (8, 8)
    assert sentences(state) == []


def test_linked_axes_stop_where_the_tighter_one_does() -> None:
    state = fresh(Scenario(image=np.zeros((4, 9)), kernel=np.ones((2, 2))))
    assert allowed_values(state, KERNEL_SIZE, 1) == (1, 4)
    apart = after(state, ToggleLink(KERNEL_SIZE))
    assert allowed_values(apart, KERNEL_SIZE, 1) == (1, 9)
    wide = fresh(Scenario(image=np.zeros((9, 9)), kernel=np.ones((3, 7))))
    assert allowed_values(wide, SIZE, 0) == (7, 64)
    assert after(state, SetQuantity(KERNEL_SIZE, 1, 9)).scenario.kernel_size == (4, 4)


def test_a_typed_value_that_does_not_fit_is_refused_with_the_reason() -> None:
    state = after(fresh(), SetQuantity(KERNEL_SIZE, None, 11, typed=True), SetQuantity(STRIDE, 0, 0, typed=True))
    assert state.scenario == startup()
    assert ["kernel needs 11" in text for text in sentences(state)] == [True, False]
    assert "stride" in sentences(state)[1]


def test_a_slider_dragged_wildly_and_back_loses_nothing() -> None:
    painted = after(fresh(), Paint(((7, 7),), 0.125), SetCell(Cell(GridName.KERNEL, 0, 0), 7))
    for quantity in (SIZE, KERNEL_SIZE):
        during = after(painted, BeginGesture(), SetQuantity(quantity, None, 1), SetQuantity(quantity, None, 15))
        back = after(during, SetQuantity(quantity, None, 8 if quantity is SIZE else 3), EndGesture())
        assert back.scenario == painted.scenario
        assert entries(back) == entries(painted)


def test_during_a_gesture_undo_goes_back_to_its_start_and_the_gesture_goes_on() -> None:
    start = after(fresh(), SetCell(WEIGHT, 9))
    during = after(start, BeginGesture(), Paint(((0, 0),), 0.5), Undo())
    assert during.scenario == start.scenario
    done = after(during, Paint(((0, 1),), 0.5), Paint(((0, 2),), 0.5), EndGesture())
    assert after(done, Undo()).scenario == start.scenario
    assert (done.scenario.image[0, 0] == 0.5, done.scenario.image[0, 2]) == (False, 0.5)


def test_during_a_gesture_redo_does_nothing() -> None:
    undone = after(fresh(), SetCell(WEIGHT, 9), Undo())
    assert after(undone, BeginGesture(), Redo()).scenario == startup()


def test_a_preset_during_a_gesture_is_an_entry_of_its_own() -> None:
    during = after(fresh(), BeginGesture(), Paint(((0, 0),), 0.5), ChooseKernel("sharpen"))
    done = after(during, Paint(((0, 1),), 0.5), EndGesture())
    assert entries(done) == 4
    assert after(done, Undo()).scenario.kernel_name == "sharpen"
    assert after(done, Undo(), Undo()).scenario.kernel_name == "random"


@pytest.mark.parametrize("name", ["noise", "integers", "ones", "digit"])
def test_clearing_the_image_empties_it_in_one_entry_and_keeps_its_size_and_white(name: str) -> None:
    shown = after(fresh(), ChooseImage(name))
    cleared = after(shown, ClearImage())
    assert not cleared.scenario.image.any()
    assert cleared.scenario.image_name == "empty"
    assert (cleared.scenario.image_size, cleared.scenario.white) == (shown.scenario.image_size, shown.scenario.white)
    assert not cleared.result.output.any()
    assert entries(cleared) == entries(shown) + 1
    assert after(cleared, Undo()).scenario == shown.scenario
    assert not after(cleared, SetQuantity(SIZE, None, 12)).scenario.image.any(), "larger, it is still empty"


def test_an_image_that_is_empty_is_not_cleared_again() -> None:
    for empty in (after(fresh(), ChooseImage("empty")), fresh(startup().with_image(np.zeros((8, 8))))):
        again = after(empty, ClearImage())
        assert (again.history, len(sentences(again))) == (empty.history, 1)


def test_images_and_kernels_come_by_name_with_their_white() -> None:
    state = after(fresh(), ChooseImage("integers"), ChooseKernel("sobel top"))
    assert (state.scenario.image_name, state.scenario.white, state.scenario.kernel_name) == ("integers", 3, "sobel top")
    assert entries(state) == 3
    assert after(state, ChooseImage("ones")).scenario.white == 1


def test_a_named_kernel_that_makes_no_sense_at_this_size_is_refused() -> None:
    state = after(fresh(), SetQuantity(KERNEL_SIZE, None, 4), ChooseKernel("sobel top"))
    assert state.scenario.kernel_name == "random"
    assert len(sentences(state)) == 1


def test_kernel_actions_change_all_weights_and_know_what_comes_out() -> None:
    state = after(fresh(), ChooseKernel("sobel right"), KernelAction("turn"))
    assert state.scenario.kernel_name == "sobel left"
    cleared = after(state, KernelAction("clear"))
    assert not cleared.scenario.kernel.any()
    refused = after(cleared, KernelAction("sum to one"))
    assert (refused.scenario, len(sentences(refused))) == (cleared.scenario, 1)


def test_a_new_seed_rolls_again_only_what_is_random() -> None:
    rolled = after(fresh(), ChooseKernel("sharpen"), NewSeed())
    assert rolled.scenario.seed == 2
    assert not np.array_equal(rolled.scenario.image, startup().image)
    assert rolled.scenario.kernel_name == "sharpen"
    assert after(rolled, SetSeed(1)).scenario.image.tolist() == startup().image.tolist()
    nothing = after(rolled, ChooseImage("ramp"), NewSeed())
    assert (nothing.scenario.seed, len(sentences(nothing))) == (2, 1)


@pytest.mark.parametrize(
    ("start", "amount", "expected"),
    [(0.1, 0.05, 0.15), (0.3, -0.05, 0.25), (0.98, 0.05, 1.0), (0.02, -0.05, 0.0), (0.1, 0.2, 0.3)],
)
def test_a_nudge_adds_without_noise_and_stops_at_the_ends(start: float, amount: float, expected: float) -> None:
    state = after(fresh(), SetCell(PIXEL, start), NudgeCell(PIXEL, amount))
    assert state.scenario.image[1, 2] == expected


def test_a_nudged_weight_stops_at_999() -> None:
    state = after(fresh(), SetCell(WEIGHT, 998.5), NudgeCell(WEIGHT, 1))
    assert state.scenario.kernel[0, 1] == 999


def test_notches_soon_after_each_other_are_one_entry() -> None:
    notch = NudgeCell(PIXEL, 0.05)
    start = after(fresh(), SetCell(PIXEL, 0.5))
    state = after(start, notch, Tick(0.4), notch, Tick(0.4), notch)
    assert (round(state.scenario.image[1, 2], 10), entries(state)) == (0.65, 3)
    assert after(state, Undo()).scenario == start.scenario
    assert entries(after(state, Tick(0.6), notch)) == 4
    assert entries(after(state, NudgeCell(WEIGHT, 0.05))) == 4


def test_a_wheel_that_goes_back_to_where_it_began_is_no_entry_and_spares_the_one_before() -> None:
    start = after(fresh(), SetCell(PIXEL, 0.5))
    there_and_back = after(start, NudgeCell(PIXEL, 0.05), NudgeCell(PIXEL, -0.05))
    assert (entries(there_and_back), there_and_back.scenario) == (2, start.scenario)
    assert there_and_back.result.scenario is there_and_back.scenario, "what is shown is what was worked out"
    again = after(there_and_back, NudgeCell(PIXEL, 0.05))
    assert (entries(again), again.scenario.image[1, 2]) == (3, 0.55)


def test_a_notch_at_the_end_of_the_range_joins_no_entry_of_others() -> None:
    start = after(fresh(), SetCell(PIXEL, 1.0), NudgeCell(PIXEL, 0.05))
    assert entries(start) == 2
    down = after(start, NudgeCell(PIXEL, -0.05))
    assert after(down, Undo()).scenario.image[1, 2] == 1.0


def test_what_changes_nothing_does_not_end_a_row_of_notches() -> None:
    notch = NudgeCell(PIXEL, 0.05)
    same = ReplaceScenario(with_pixels(startup(), [(1, 2)], 0.55))
    assert entries(after(fresh(), SetCell(PIXEL, 0.5), notch, same, notch)) == 3


def test_another_change_ends_a_row_of_notches() -> None:
    notch = NudgeCell(PIXEL, 0.05)
    state = after(fresh(), SetCell(PIXEL, 0.5), notch, SetCell(WEIGHT, 5), notch)
    assert entries(state) == 5
    assert after(state, Undo()).scenario.kernel[0, 1] == 5


def paste(rows: list[list[float]], onto: GridName = GridName.IMAGE) -> PasteGrid:
    return PasteGrid(np.array(rows, dtype=np.float64), onto)


@pytest.mark.parametrize(
    ("pixel", "white"),
    [(-2, 1), (0.5, 1), (1, 1), (1.2, 1.5), (2, 2), (2.5, 3), (3, 3), (9, 10), (200, 255), (256, 512), (999, 999)],
)
def test_a_pasted_image_brings_its_size_and_a_white_that_holds_it(pixel: float, white: float) -> None:
    state = after(fresh(), paste([[0, pixel, 0], [0, 0, 1]]), SetQuantity(KERNEL_SIZE, None, 2))
    assert (state.scenario.image_size, state.scenario.white) == ((2, 3), white)
    assert state.scenario.image[0, 1] == pixel


def test_a_pasted_kernel_brings_its_size_and_its_name() -> None:
    sobel = paste([[1, 2, 1], [0, 0, 0], [-1, -2, -1]], GridName.KERNEL)
    assert after(fresh(), sobel).scenario.kernel_name == "sobel top"
    own = after(fresh(), paste([[5, -7]], GridName.KERNEL))
    assert (own.scenario.kernel.tolist(), own.scenario.kernel_name) == ([[5, -7]], "")


@pytest.mark.parametrize(
    "bad",
    [
        paste([[0, -1000]]),
        paste([[0, 1000]]),
        paste([[0, math.nan]]),
        paste([[0, math.inf]]),
        paste([[0.0] * 257]),
        paste([[0.0]] * 257),
        paste([[0.0] * 5000]),
        paste([[1.0] * 16], GridName.KERNEL),
        paste([[1.0] * 11], GridName.KERNEL),
        paste([[1000.0]], GridName.KERNEL),
        PasteGrid(np.zeros((0, 0)), GridName.IMAGE),
        PasteGrid(np.zeros(3), GridName.IMAGE),
    ],
)
def test_a_paste_that_is_not_allowed_is_refused_with_a_sentence(bad: PasteGrid) -> None:
    state = after(fresh(), bad)
    assert (state.scenario, entries(state), len(sentences(state))) == (startup(), 1, 1)


def test_another_scenario_is_one_entry_and_brings_its_position_and_path() -> None:
    other = Scenario(image=np.ones((5, 5)), kernel=np.ones((2, 2)))
    state = after(fresh(), ReplaceScenario(other, 3.5, "a.json"))
    assert (state.scenario, state.playback.position, state.path, entries(state)) == (other, 3.5, "a.json", 2)
    assert after(state, Undo()).scenario == startup()
    assert after(fresh(), ReplaceScenario(other, 99.0)).playback.position == 16


def test_what_follows_the_scenario_is_always_of_the_one_on_screen() -> None:
    during = after(fresh(), BeginGesture(), SetQuantity(STRIDE, None, 1))
    assert during.result.scenario is during.scenario
    assert during.result.output.shape == during.scenario.output_size == (8, 8)
    assert after(during, CancelGesture()).result.output.shape == (4, 4)


def test_a_change_takes_the_walk_to_the_nearest_patch_and_keeps_its_fraction() -> None:
    state = at(fresh(), 5.75)  # row 1, column 1 of 4 × 4: its patch begins at (1, 1)
    dense = after(state, SetQuantity(STRIDE, None, 1))
    assert dense.playback.position == 2 * 8 + 2 + 0.75
    assert after(dense, Undo()).playback.position == 5.75
    assert after(state, Paint(((0, 0),), 0.5)).playback.position == 5.75


def test_at_the_end_a_change_stays_at_the_end() -> None:
    assert after(at(fresh(), 16), SetQuantity(STRIDE, None, 1)).playback.position == 64


def test_a_change_never_stops_or_restarts_the_walk_and_rolls_nothing_again() -> None:
    playing = after(fresh(playing=True), SetQuantity(STRIDE, None, 3), SetQuantity(SIZE, None, 12))
    assert playing.playback.playing
    assert np.array_equal(playing.scenario.image[:8, :8], startup().image)


def test_the_cursor_paints_erases_and_clears_where_it_is() -> None:
    state = after(fresh(), SetBrush(0.5), PlaceCursor(PIXEL), PaintCursor())
    assert state.scenario.image[1, 2] == 0.5
    assert after(state, PaintCursor()).scenario.image[1, 2] == 0.5
    assert after(state, ToggleEraser(), PaintCursor()).scenario.image[1, 2] == 0
    assert after(state, ClearCursor()).scenario.image[1, 2] == 0
    output = after(fresh(), PlaceCursor(Cell(GridName.OUTPUT, 0, 0)), PaintCursor())
    assert output.scenario == startup()
    assert after(fresh(), PaintCursor(), ClearCursor()).scenario == startup()
