"""Compare: side A leads, the image is one, kernel, stride and padding are the side's in focus, undo covers both."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.convolution import cell_of, patch_corner
from game.core.scenario import Scenario, startup
from game.files.tour_file import read_tour
from game.input.intent import Cell, Control, GridName, Intent, Side
from game.input.interface_intents import (
    AcceptEntry,
    Escape,
    Hover,
    MoveCursor,
    OpenEntry,
    OpenPopup,
    OpenSheet,
    PlaceCursor,
    ToggleCoverage,
    ToggleLink,
)
from game.input.mode_intents import (
    CopySide,
    FocusSide,
    StartPresent,
    SwapSides,
    ToggleCompare,
    TogglePredict,
    ToggleSharedScale,
)
from game.input.scenario_intents import (
    BeginGesture,
    CancelGesture,
    ChooseImage,
    ChooseKernel,
    ClearCursor,
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
from game.input.stack_intents import ToggleStack
from game.input.tour_intents import BeginTour
from game.input.walk_intents import GoToCell, StepBack, ToEnd
from game.input.window_intents import Tick
from game.play.moment import moment
from game.play.playback import JUST_BEFORE
from game.session.allowed import allowed_values
from game.session.compare import position_of_b
from game.session.facts.seldom import NamesFacts
from game.session.interface_intents import escapes
from game.session.shown import shown
from game.session.state import State
from game.words.texts import text

from .hands import after, at, entries, fresh, sentences, typed_name

A, B = Side.A, Side.B
STRIDE, PADDING, KERNEL_SIZE, IMAGE_SIZE = "stride", "padding", "kernel size", "image size"


def compared(*done: Intent, scenario: Scenario | None = None, position: float = 0.0) -> State:
    """Return a paused state with Compare on, side B in focus, after intents."""
    return after(fresh(scenario, position), ToggleCompare(), *done)


def setting(quantity: str, value: int) -> SetQuantity:
    return SetQuantity(quantity, None, value)


def weight(row: int, column: int, side: Side) -> Cell:
    return Cell(GridName.KERNEL, row, column, side)


def sides(state: State) -> tuple[Scenario, Scenario]:
    return state.work.of(A), state.work.of(B)


# Beginning and leaving.


def test_it_begins_with_a_copy_of_side_a_and_side_b_in_focus() -> None:
    state = compared()
    assert state.compare.on
    assert state.compare.focus is B
    assert sides(state) == (startup(), startup())
    assert entries(state) == 1, "to compare is no entry"


def test_side_b_is_remembered_while_the_program_runs() -> None:
    state = compared(setting(STRIDE, 1), ChooseKernel("outline"), ToggleCompare())
    assert not state.compare.on
    assert state.scenario == startup()
    again = after(state, Paint(((0, 0),), 0.5), ToggleCompare())
    first, second = sides(again)
    assert (second.stride, second.kernel_name) == ((1, 1), "outline")
    assert first.image[0, 0] == second.image[0, 0] == 0.5


def test_a_remembered_side_b_that_no_longer_fits_is_a_copy_again() -> None:
    state = compared(setting(KERNEL_SIZE, 9), ToggleCompare(), setting(IMAGE_SIZE, 4))
    again = after(state, ToggleCompare())
    assert sides(again) == (state.scenario, state.scenario)


def test_leaving_leaves_nothing_of_side_b_in_the_window_or_the_history() -> None:
    state = compared(setting(STRIDE, 1), PlaceCursor(weight(1, 1, B)), setting(STRIDE, 3))
    state = after(state, Hover(Cell(GridName.OUTPUT, 0, 0, B), (1.0, 1.0)), ToggleCompare())
    assert state.interface.cursor is None
    assert state.interface.hover is None
    assert entries(state) == 1, "what only changed side B is no entry of side A"
    assert not state.history.can_undo


def test_only_side_a_is_the_scenario_that_is_kept_and_saved() -> None:
    state = compared(setting(STRIDE, 1), ChooseKernel("sobel left"))
    assert state.scenario == startup()
    assert state.result.scenario is state.scenario


# What goes to which side.


@pytest.mark.parametrize(
    "edit",
    [
        Paint(((2, 3), (2, 4)), 0.25),
        SetCell(Cell(GridName.IMAGE, 1, 1, A), 0.5),
        SetCell(Cell(GridName.IMAGE, 1, 1, B), 0.5),
        NudgeCell(Cell(GridName.IMAGE, 1, 1, B), 0.05),
        ChooseImage("digit"),
        setting(IMAGE_SIZE, 12),
        PasteGrid(np.eye(6), GridName.IMAGE),
        NewSeed(),
        SetSeed(99),
    ],
    ids=lambda edit: type(edit).__name__,
)
@pytest.mark.parametrize("focus", Side)
def test_edits_of_the_image_go_to_both_sides(edit: Intent, focus: Side) -> None:
    state = compared(setting(STRIDE, 1), FocusSide(focus))
    before = sides(state)
    edited = after(state, edit)
    first, second = sides(edited)
    assert not np.array_equal(first.image, before[0].image)
    assert np.array_equal(first.image, second.image)
    assert (first.image_name, first.white, first.seed) == (second.image_name, second.white, second.seed)
    assert (first.stride, second.stride) == ((2, 2), (1, 1))
    assert sides(after(edited, Undo())) == before
    assert sides(after(edited, Undo(), Redo())) == (first, second)
    assert entries(edited) == entries(state) + 1


@pytest.mark.parametrize(
    "edit",
    [
        setting(STRIDE, 4),
        setting(PADDING, 3),
        setting(KERNEL_SIZE, 5),
        ChooseKernel("sobel top"),
        KernelAction("turn"),
    ],
    ids=lambda edit: type(edit).__name__,
)
@pytest.mark.parametrize("focus", Side)
def test_kernel_stride_and_padding_are_those_of_the_side_in_focus(edit: Intent, focus: Side) -> None:
    state = compared(FocusSide(focus))
    edited = after(state, edit)
    assert edited.work.of(focus) != startup()
    assert edited.work.of(focus.other) == startup()
    assert sides(after(edited, Undo())) == (startup(), startup())


@pytest.mark.parametrize("side", Side)
def test_a_weight_is_that_of_its_side_which_comes_into_focus(side: Side) -> None:
    state = compared(FocusSide(side.other), SetCell(weight(0, 0, side), 0.125))
    assert state.work.of(side).kernel[0, 0] == 0.125
    assert state.work.of(side.other) == startup()
    assert state.compare.focus is side


def test_a_typed_weight_and_a_typed_stride_go_to_their_side() -> None:
    state = compared(FocusSide(A), OpenEntry(weight(1, 1, B), text="7"), AcceptEntry())
    assert (state.work.of(B).kernel[1, 1], state.compare.focus) == (7, B)
    state = after(state, OpenEntry(Control("stride"), text="3"), AcceptEntry())
    assert [side.stride for side in sides(state)] == [(2, 2), (3, 3)]


def test_a_typed_seed_is_that_of_both_sides_and_makes_another_thing_whichever_is_in_focus() -> None:
    for focus in Side:
        named = after(fresh(), *typed_name("Edges"), ToggleCompare(), FocusSide(focus))
        state = after(named, OpenEntry(Control("seed"), text="7"), AcceptEntry())
        assert [side.seed for side in sides(state)] == [7, 7]
        assert (state.scenario.name, state.work.document) == ("", named.work.document + 1)


def test_an_open_number_is_taken_on_its_side_before_the_other_comes_into_focus() -> None:
    state = compared(OpenEntry(Control("padding"), text="4"), FocusSide())
    assert state.interface.entry is None
    assert state.compare.focus is A
    assert [side.padding for side in sides(state)] == [(1, 1), (4, 4)]


def test_the_cursor_moves_paints_and_picks_up_on_its_side() -> None:
    state = compared(setting(KERNEL_SIZE, 5), PlaceCursor(weight(9, 9, B)))
    assert state.interface.cursor == weight(4, 4, B)
    state = after(state, MoveCursor(-1, 0), ClearCursor())
    assert state.interface.cursor == weight(3, 4, B)
    assert state.work.of(B).kernel[3, 4] == 0
    assert after(state, SetQuantity(KERNEL_SIZE, None, 1)).interface.cursor == weight(0, 0, B)
    painted = after(state, PlaceCursor(Cell(GridName.IMAGE, 0, 0, B)), PaintCursor())
    assert [side.image[0, 0] for side in sides(painted)] == [1, 1]


def test_a_pasted_kernel_goes_to_the_side_that_is_meant() -> None:
    state = compared(FocusSide(A), PasteGrid(np.ones((2, 2)), GridName.KERNEL, B))
    assert [side.kernel_size for side in sides(state)] == [(3, 3), (2, 2)]
    assert state.compare.focus is B


def test_notches_on_side_b_are_one_entry_and_none_of_side_a() -> None:
    state = compared()
    for _ in range(3):
        state = after(state, NudgeCell(weight(0, 0, B), 0.05), Tick(0.1))
    assert entries(state) == 2
    assert state.work.of(B).kernel[0, 0] == pytest.approx(startup().kernel[0, 0] + 0.15)
    state = after(state, NudgeCell(weight(0, 0, A), 0.05))
    assert entries(state) == 3, "the same weight of the other side is another one"


def test_what_is_on_a_cell_stays_as_long_as_its_own_side_has_the_cell() -> None:
    corner = weight(4, 4, B)
    state = compared(setting(KERNEL_SIZE, 5), OpenEntry(corner, text="7"), Hover(corner, (1.0, 1.0)))
    painted = after(state, Paint(((0, 0),), 0.25)).interface
    assert (painted.hover, painted.entry) == (corner, state.interface.entry)
    shrunk = after(state, setting(KERNEL_SIZE, 3)).interface
    assert (shrunk.hover, shrunk.entry) == (None, None)


def test_the_rail_and_its_lists_are_those_of_the_side_in_focus() -> None:
    state = compared(setting(STRIDE, 1), ChooseKernel("outline"))
    for focus, stride, kernel in ((A, (2, 2), startup().kernel_name), (B, (1, 1), "outline")):
        still = shown(after(state, FocusSide(focus), OpenPopup("kernel"))).still
        pairs = {slider.quantity.name: slider.pair for slider in still.rail.sliders}
        assert (pairs[STRIDE], still.rail.kernel[0], still.rail.formula.axes[0].stride) == (stride, kernel, stride[0])
        assert still.seldom is not None
        assert isinstance(still.seldom.opened.items, NamesFacts)
        assert still.seldom.opened.items.chosen == kernel


def test_one_drag_of_a_slider_on_side_b_is_one_entry() -> None:
    drag = (setting(STRIDE, 3), setting(STRIDE, 5), setting(STRIDE, 4))
    state = compared(BeginGesture(), *drag, EndGesture())
    assert entries(state) == 2
    assert [side.stride for side in sides(state)] == [(2, 2), (4, 4)]
    assert sides(after(state, CancelGesture())) == (startup(), startup())


def test_a_new_seed_rolls_the_random_kernels_of_both_sides_and_no_other() -> None:
    state = compared(setting(STRIDE, 1), NewSeed())
    first, second = sides(state)
    assert not np.array_equal(first.kernel, startup().kernel)
    assert np.array_equal(first.kernel, second.kernel)
    named = compared(ChooseKernel("outline"))
    assert np.array_equal(after(named, NewSeed()).work.of(B).kernel, named.work.of(B).kernel)


def test_the_image_is_never_made_too_small_for_either_kernel() -> None:
    state = compared(setting(PADDING, 0), setting(KERNEL_SIZE, 7))
    for focus in Side:
        assert allowed_values(state, IMAGE_SIZE, None, focus).low == 7
    dragged = after(state, FocusSide(A), setting(IMAGE_SIZE, 2))
    assert [side.image_size for side in sides(dragged)] == [(7, 7), (7, 7)]
    typed = after(state, FocusSide(A), SetQuantity(IMAGE_SIZE, None, 5, typed=True))
    assert typed.work == state.work
    assert "kernel needs 7 rows" in sentences(typed)[-1]
    pasted = after(state, PasteGrid(np.ones((3, 3)), GridName.IMAGE))
    assert pasted.work == state.work


def test_an_opened_scenario_is_side_a_and_side_b_stays_what_it_is_or_says_that_it_is_a_copy() -> None:
    state = compared(setting(STRIDE, 1), setting(KERNEL_SIZE, 5))
    large, tiny = Scenario(np.ones((9, 9)), np.ones((2, 2))), Scenario(np.ones((2, 2)), np.ones((1, 1)))
    opened = after(state, ReplaceScenario(large))
    assert opened.work.of(A) == large
    assert (opened.work.of(B).kernel_size, opened.work.of(B).stride) == ((5, 5), (1, 1))
    assert np.array_equal(opened.work.of(B).image, large.image)
    assert not sentences(opened)
    copied = after(state, ReplaceScenario(tiny))
    assert sides(copied) == (tiny, tiny)
    assert sentences(copied) == [text("compare.copied")]
    assert sides(after(copied, Undo())) == sides(state)


def test_swap_and_copy_are_undone_by_one_step() -> None:
    state = compared(setting(STRIDE, 1))
    swapped = after(state, SwapSides())
    assert sides(swapped) == sides(state)[::-1]
    assert swapped.result.scenario is swapped.work.of(A)
    copied = after(state, CopySide())
    assert sides(copied) == (startup(), startup())
    for changed in (swapped, copied):
        assert sides(after(changed, Undo())) == sides(state)


def test_an_undo_to_before_compare_keeps_the_setting_of_side_b() -> None:
    state = after(fresh(), Paint(((0, 0),), 1.0), ToggleCompare(), setting(STRIDE, 1))
    back = after(state, Undo(), Undo())
    assert back.work.of(A) == startup()
    assert (back.work.of(B).stride, back.work.of(B).image[0, 0]) == ((2, 2), startup().image[0, 0])
    assert after(back, Redo()).work.of(B).image[0, 0] == 1


def test_a_side_whose_rows_and_columns_differ_has_them_apart_in_the_rail() -> None:
    state = compared(ToggleLink(STRIDE), SetQuantity(STRIDE, 0, 1), FocusSide(A))
    state = after(state, ToggleLink(STRIDE))
    assert STRIDE in state.interface.linked
    assert STRIDE not in after(state, FocusSide(B)).interface.linked


# The walk.


def nearest_by_trying(first: Scenario, step: int, second: Scenario) -> int:
    corner = patch_corner(first, cell_of(first, step))
    ways = [math.dist(patch_corner(second, cell_of(second, other)), corner) for other in range(second.steps)]
    return ways.index(min(ways))


SETTINGS = st.tuples(st.integers(1, 5), st.integers(0, 4), st.integers(1, 6))


@settings(max_examples=80, deadline=None)
@given(SETTINGS, SETTINGS, st.floats(0, 1), st.sampled_from([0.0, 0.2, 0.3, 0.65, 0.95]), st.booleans())
def test_side_b_shows_the_nearest_step_at_the_same_fraction(
    first: tuple[int, int, int], second: tuple[int, int, int], part: float, fraction: float, playing: bool
) -> None:
    state = compared()
    for side, values in ((A, first), (B, second)):
        state = after(state, FocusSide(side))
        for quantity, value in zip((STRIDE, PADDING, KERNEL_SIZE), values, strict=True):
            state = after(state, setting(quantity, value))
    one, other = sides(state)
    step = min(int(part * one.steps), one.steps - 1)
    state = at(state, step + fraction)
    state = state.changed(playback=state.playback.changed(playing=playing))
    shown_step, shown_fraction = step, fraction
    if not playing and step + fraction > 0:  # at rest on a boundary one sees what has just ended
        shown_fraction -= JUST_BEFORE
        if fraction == 0:
            shown_step, shown_fraction = step - 1, 1 - JUST_BEFORE
    position = position_of_b(state)
    assert position == pytest.approx(nearest_by_trying(one, shown_step, other) + shown_fraction, abs=1e-8)
    assert state.compare.result is not None
    phases = moment(state.result, shown_step + shown_fraction).phase, moment(state.compare.result, position).phase
    assert phases[0] is phases[1]


def test_at_the_end_of_side_a_side_b_stands_at_its_end() -> None:
    state = compared(setting(STRIDE, 1), ToEnd())
    assert position_of_b(state) == 64
    assert position_of_b(after(state, StepBack())) < 64


def test_edits_of_side_b_never_move_the_walk() -> None:
    state = at(compared(), 5.4)
    for edit in (setting(STRIDE, 1), setting(KERNEL_SIZE, 5), ChooseKernel("ones"), setting(PADDING, 0)):
        state = after(state, edit)
        assert state.playback.position == 5.4
    assert after(state, FocusSide(A), setting(STRIDE, 1)).playback.position != 5.4


def test_a_click_on_an_output_cell_of_side_b_goes_where_side_b_shows_it() -> None:
    state = compared(FocusSide(A), setting(STRIDE, 1), FocusSide(B))
    for row in range(4):
        for column in range(4):
            gone = after(state, GoToCell((row, column), B))
            assert int(position_of_b(gone)) == row * 4 + column
            assert not gone.playback.playing
    assert after(state, GoToCell((4, 0), B)).playback == state.playback, "there is no such cell"


def test_where_side_a_has_no_step_for_a_cell_of_side_b_it_goes_to_the_nearest() -> None:
    state = compared(setting(STRIDE, 1), GoToCell((3, 3), B))
    assert int(state.playback.position) == 5
    assert int(position_of_b(state)) == 2 * 8 + 2


# Modes and layers.


@pytest.mark.parametrize(
    ("mode", "intent"),
    [
        ("predict", TogglePredict()),
        ("coverage", ToggleCoverage()),
        ("tour", BeginTour(read_tour())),
    ],
)
def test_compare_and_the_other_modes_exclude_each_other_and_say_why(mode: str, intent: Intent) -> None:
    refused = after(compared(), intent)
    assert refused.compare.on
    assert not (refused.predict.on)
    assert not (refused.interface.coverage)
    assert not (refused.tour)
    assert sentences(refused) == [text(f"compare.excludes.{mode}")]
    other = after(fresh(), intent, ToggleCompare())
    assert not other.compare.on
    assert sentences(other) == [text(f"compare.not_with.{mode}")]


def test_compare_and_the_stack_view_go_together() -> None:
    for order in ((ToggleCompare(), ToggleStack()), (ToggleStack(), ToggleCompare())):
        state = after(fresh(), *order)
        assert state.compare.on
        assert state.interface.stacked
        assert not sentences(state)
    assert not after(state, ToggleStack()).interface.stacked
    assert after(state, ToggleCompare()).interface.stacked, "leaving Compare leaves the layers as they are"


def test_escape_leaves_compare_after_present_and_after_what_is_open() -> None:
    state = compared(StartPresent(), OpenEntry(weight(0, 0, B)), OpenSheet("help"))
    state = state.changed(interface=state.interface.changed(full_screen=True))
    left = []
    while (layer := escapes(state)) not in (None, "full screen"):
        left.append(layer)
        state = after(state, Escape())
    assert left == ["sheet", "present", "compare"]
    assert escapes(after(compared(), OpenEntry(weight(0, 0, B)))) == "entry"
    assert not after(compared(), Escape()).compare.on


def test_without_compare_its_intents_do_nothing() -> None:
    for intent in (FocusSide(), SwapSides(), CopySide()):
        state = after(fresh(), intent)
        assert not state.compare.on
        assert state.work.other is None
        assert entries(state) == 1


def test_the_scale_is_shared_at_first_and_stays_as_it_was_chosen() -> None:
    assert compared().compare.shared
    own = compared(ToggleSharedScale())
    assert not own.compare.shared
    assert not after(own, ToggleCompare(), ToggleCompare()).compare.shared
