"""Painting softly in the window: a stroke is one undo entry, in every channel, and the eraser stays hard."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.core.soft_brush import ACROSS, BESIDE
from game.input.event_types import LEFT, RIGHT, PointerDown
from game.input.gestures import Pointer, press
from game.input.intent import Cell, GridName
from game.input.interface_intents import PlaceCursor, ToggleEraser
from game.input.scenario_intents import BeginGesture, EndGesture, Paint, PaintCursor, Undo
from game.input.window_intents import ToggleSoftBrush
from game.session.state import State
from tests.input.fake_scene import FakeScene, centre
from tests.session.hands import after, entries, fresh

BLANK = Scenario(np.zeros((6, 6)), np.ones((3, 3)))
LINE = Paint(((2, 1), (2, 2)), 1.0, soft=True), Paint(((2, 3),), 1.0, soft=True)


def blank(scenario: Scenario = BLANK) -> State:
    return after(fresh(scenario), ToggleSoftBrush())


def test_a_stroke_paints_less_beside_it_and_is_one_undo_entry() -> None:
    state = blank()
    painted = after(state, BeginGesture(), *LINE, EndGesture())
    assert painted.scenario.image[2].tolist() == [BESIDE, 1, 1, 1, BESIDE, 0]
    assert painted.scenario.image[1].tolist() == [ACROSS, BESIDE, BESIDE, BESIDE, ACROSS, 0]
    assert entries(painted) == entries(state) + 1
    assert not after(painted, Undo()).scenario.image.any()


def test_the_output_follows() -> None:
    painted = after(blank(), BeginGesture(), *LINE, EndGesture())
    fresh_one = fresh(painted.scenario)
    assert (painted.result.output == fresh_one.result.output).all()


def test_a_second_stroke_goes_on_from_what_the_first_has_left() -> None:
    stroke = BeginGesture(), Paint(((2, 2),), 1.0, soft=True), EndGesture()
    twice = after(blank(), *stroke, *stroke)
    assert twice.scenario.image[2, 1] == pytest.approx(1 - (1 - BESIDE) ** 2, abs=0.001)


def test_without_a_gesture_a_touch_is_one_entry_and_nothing_is_none() -> None:
    state = blank()
    touched = after(state, Paint(((0, 0),), 1.0, soft=True))
    assert entries(touched) == entries(state) + 1
    assert after(state, Paint(((9, 9),), 1.0, soft=True)).scenario is state.scenario


def test_the_cursors_pixel_is_painted_softly_too_and_a_weight_is_not() -> None:
    state = after(blank(), PlaceCursor(Cell(GridName.IMAGE, 2, 2)), PaintCursor())
    assert state.scenario.image[2, 1:4].tolist() == [BESIDE, 1, BESIDE]
    kernel = after(blank(), PlaceCursor(Cell(GridName.KERNEL, 1, 1)), PaintCursor())
    assert kernel.scenario.image.any() == np.False_
    assert kernel.scenario.kernel.sum() == 9


def test_the_eraser_is_hard() -> None:
    painted = after(blank(), BeginGesture(), *LINE, EndGesture(), PlaceCursor(Cell(GridName.IMAGE, 2, 2)))
    erased = after(painted, ToggleEraser(), PaintCursor())
    assert erased.scenario.image[2].tolist() == [BESIDE, 1, 0, 1, BESIDE, 0]


@pytest.mark.parametrize(
    ("soft", "button", "expected"), [(True, LEFT, True), (True, RIGHT, False), (False, LEFT, False)]
)
def test_a_press_paints_softly_with_the_soft_brush_and_not_with_the_button_that_erases(
    soft: bool, button: int, expected: bool
) -> None:
    scene = FakeScene(BLANK, soft=soft)
    _, intents = press(Pointer(), PointerDown(*centre(GridName.IMAGE, 1, 1), button=button, time=0.0), scene)
    assert [each.soft for each in intents if isinstance(each, Paint)] == [expected]


def test_the_colour_picture_is_painted_softly_in_every_channel() -> None:
    state = blank(Scenario((np.zeros((4, 4)),) * 3, np.ones((1, 3, 2, 2))))
    state = state.changed(interface=state.interface.changed(mixed=True))
    painted = after(state, Paint(((1, 1),), 1.0, (1.0, 0.5, 0.0), soft=True))
    assert [channel[1, 2] for channel in painted.scenario.channels] == [BESIDE, round(BESIDE / 2, 3), 0]
    assert entries(painted) == entries(state) + 1


def test_the_choice_is_kept_in_the_settings() -> None:
    state = fresh()
    assert not state.settings.soft_brush
    assert after(state, ToggleSoftBrush()).settings.soft_brush
    assert not after(state, ToggleSoftBrush(), ToggleSoftBrush()).settings.soft_brush
