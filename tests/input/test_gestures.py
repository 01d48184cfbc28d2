"""Gestures with mouse and finger on the grids and on the card."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.scenario import Scenario, startup
from game.input.event_types import PointerDown, PointerMove, PointerUp, Wheel
from game.input.gestures import Pointer, let_go, move, press, release, tick, wheel
from game.input.intent import CardBorder, Cell, GridName, Intent
from game.input.interface_intents import Hover, OpenEntry, OpenPopup, PickUp
from game.input.scenario_intents import BeginGesture, CancelGesture, EndGesture, NudgeCell, Paint, SetCell
from game.input.walk_intents import GoToCell, MoveCard

from .fake_scene import CELL, IMAGE_X, OUTPUT_X, RAIL_X, TOP, FakeScene, centre

IMAGE, KERNEL, PRODUCTS, OUTPUT = GridName.IMAGE, GridName.KERNEL, GridName.PRODUCTS, GridName.OUTPUT


class Hand:
    """A hand at a scene: it makes events, keeps the pointer, and collects the intents (without those that hover)."""

    def __init__(self, scene: FakeScene | None = None, touch: bool = False) -> None:
        self.scene = scene or FakeScene()
        self.pointer = Pointer()
        self.touch = touch
        self.time = 0.0
        self.intents: list[Intent] = []

    def _take(self, answer: tuple[Pointer, tuple[Intent, ...]]) -> tuple[Intent, ...]:
        self.pointer, intents = answer
        kept = tuple(intent for intent in intents if not isinstance(intent, Hover))
        for intent in kept:
            if isinstance(intent, Paint):
                self.scene = self.scene.painted(intent.cells, intent.value)
        self.intents.extend(kept)
        return kept

    def down(self, x: float, y: float, button: int = 1, shift: bool = False) -> tuple[Intent, ...]:
        """Press a button, or put the finger down."""
        event = PointerDown(x, y, button, shift, touch=self.touch, time=self.time)
        return self._take(press(self.pointer, event, self.scene))

    def to(self, x: float, y: float, shift: bool = False) -> tuple[Intent, ...]:
        """Move to a point."""
        return self._take(move(self.pointer, PointerMove(x, y, shift, touch=self.touch, time=self.time), self.scene))

    def up(self, x: float, y: float, button: int = 1) -> tuple[Intent, ...]:
        """Release the button, or lift the finger."""
        return self._take(release(self.pointer, PointerUp(x, y, button, touch=self.touch, time=self.time), self.scene))

    def turn(self, x: float, y: float, notches: float, shift: bool = False) -> tuple[Intent, ...]:
        """Turn the wheel."""
        return self._take(wheel(self.pointer, Wheel(x, y, notches, shift, time=self.time), self.scene))

    def wait(self, seconds: float) -> tuple[Intent, ...]:
        """Let time pass."""
        self.time += seconds
        return self._take(tick(self.pointer, self.time, self.scene))


def test_a_press_paints_with_the_brush_and_its_release_ends_the_stroke() -> None:
    hand = Hand(FakeScene(brush=0.5))
    assert hand.down(*centre(IMAGE, 2, 3)) == (BeginGesture(), Paint(((2, 3),), 0.5))
    assert hand.up(*centre(IMAGE, 2, 3)) == (EndGesture(),)


def test_a_stroke_paints_whatever_the_pixel_has_that_it_begins_on() -> None:
    scene = FakeScene(brush=0.5).painted(((2, 3),), 0.5)
    hand = Hand(scene)
    assert hand.down(*centre(IMAGE, 2, 3)) == (BeginGesture(), Paint(((2, 3),), 0.5))
    assert hand.to(*centre(IMAGE, 2, 4)) == (Paint(((2, 3), (2, 4)), 0.5),)


def test_the_right_button_erases() -> None:
    assert Hand().down(*centre(IMAGE, 0, 0), button=3) == (BeginGesture(), Paint(((0, 0),), 0.0))


@settings(deadline=None)
@given(
    st.tuples(st.floats(0, 400), st.floats(0, 400)),
    st.lists(st.tuples(st.floats(0, 400), st.floats(0, 400)), min_size=1, max_size=5),
)
def test_a_stroke_however_fast_leaves_no_gap(start: tuple[float, float], way: list[tuple[float, float]]) -> None:
    hand = Hand()
    hand.scene = replace(hand.scene, scenario=hand.scene.scenario.with_image(np.zeros((8, 8))))
    if hand.scene.pixel_at(*start) is None:
        start = centre(IMAGE, 4, 4)
    hand.down(*start)
    for point in way:
        hand.to(*point)
    painted = [cell for intent in hand.intents if isinstance(intent, Paint) for cell in intent.cells]
    for index, (x, y) in enumerate(way):
        before = way[index - 1] if index else start
        for part in np.linspace(0, 1, 21):
            pixel = hand.scene.pixel_at(before[0] + part * (x - before[0]), before[1] + part * (y - before[1]))
            row, column = pixel or painted[0]
            assert any(abs(row - r) + abs(column - c) <= 1 for r, c in painted)
            corner_only = pixel is not None and pixel not in painted  # cut by less than a sample's length
            if corner_only:
                assert _distance_to_edge(before, (x, y), part) < 1.0


def _distance_to_edge(start: tuple[float, float], end: tuple[float, float], part: float) -> float:
    x, y = start[0] + part * (end[0] - start[0]) - IMAGE_X, start[1] + part * (end[1] - start[1]) - TOP
    return min(x % CELL, -x % CELL, y % CELL, -y % CELL)


def test_a_stroke_that_leaves_the_image_and_comes_back_paints_what_it_crossed() -> None:
    hand = Hand()
    hand.down(*centre(IMAGE, 0, 0))
    hand.to(IMAGE_X - 50, TOP + 90)
    assert hand.to(IMAGE_X + 300, TOP + 90) == (Paint(tuple((4, column) for column in range(8)), 1.0),)


def test_shift_and_click_picks_the_value_up_and_paints_nothing() -> None:
    hand = Hand()
    assert hand.down(*centre(IMAGE, 1, 1), shift=True) == (PickUp(Cell(IMAGE, 1, 1)),)
    assert hand.to(*centre(IMAGE, 5, 5)) == ()
    assert hand.up(*centre(IMAGE, 5, 5)) == ()


def test_a_double_click_takes_its_first_press_back_and_opens_the_number() -> None:
    hand = Hand()
    x, y = centre(IMAGE, 1, 1)
    hand.down(x, y)
    hand.up(x, y)
    hand.wait(0.3)
    assert hand.down(x + 5, y) == (CancelGesture(), OpenEntry(Cell(IMAGE, 1, 1)))
    assert hand.to(*centre(IMAGE, 4, 4)) == ()
    assert hand.up(x, y) == ()


def test_two_presses_on_neighbours_are_no_double_click_however_near() -> None:
    hand = Hand()
    x, y = centre(IMAGE, 1, 1)
    hand.down(x + 9, y)
    hand.up(x + 9, y)
    assert isinstance(hand.down(x + 11, y)[0], BeginGesture)


@pytest.mark.parametrize(
    ("seconds", "distance", "answer"),
    [
        (0.39, 0.0, CancelGesture),
        (0.1, 5.5, CancelGesture),
        (0.41, 0.0, BeginGesture),
        (0.1, 6.5, BeginGesture),
        (0.1, 8.0, BeginGesture),
    ],
)
def test_presses_are_a_double_click_only_where_they_are_soon_and_near_enough(
    seconds: float, distance: float, answer: type
) -> None:
    hand = Hand()
    x, y = centre(IMAGE, 1, 1)
    hand.down(x, y)
    hand.up(x, y)
    hand.wait(seconds)
    assert isinstance(hand.down(x + distance, y)[0], answer)


def test_the_first_press_of_a_double_click_is_no_drag_and_a_third_press_no_double_click() -> None:
    hand = Hand()
    x, y = centre(IMAGE, 1, 1)
    hand.down(x, y)
    hand.to(*centre(IMAGE, 1, 2))
    hand.to(x, y)
    hand.up(x, y)
    assert isinstance(hand.down(x, y)[0], BeginGesture)
    hand.up(x, y)
    assert isinstance(hand.down(x, y)[0], CancelGesture)
    hand.up(x, y)
    assert isinstance(hand.down(x, y)[0], BeginGesture)


def test_padding_and_products_only_explain_themselves() -> None:
    for point in (centre(IMAGE, -1, 0), centre(PRODUCTS, 0, 0)):
        for button in (1, 3):
            hand = Hand()
            assert hand.down(*point, button=button) == ()
            assert hand.up(*point, button=button) == ()


def test_an_output_cell_takes_the_walk_to_it() -> None:
    assert Hand().down(*centre(OUTPUT, 1, 2)) == (GoToCell((1, 2)),)


def test_widgets_and_other_buttons_are_left_to_others() -> None:
    assert Hand().down(RAIL_X + 5, TOP) == ()
    assert Hand().down(*centre(IMAGE, 0, 0), button=2) == ()


def test_a_click_on_a_weight_opens_its_number() -> None:
    hand = Hand()
    x, y = centre(KERNEL, 1, 1)
    assert hand.down(x, y) == ()
    assert hand.to(x + 2, y - 2) == ()
    assert hand.up(x + 2, y - 2) == (OpenEntry(Cell(KERNEL, 1, 1)),)


def test_a_click_that_slips_off_its_weight_does_nothing() -> None:
    hand = Hand()
    hand.down(*centre(KERNEL, 1, 1))
    hand.to(*centre(KERNEL, 1, 0))
    assert hand.up(*centre(KERNEL, 1, 0)) == ()


def weight_scene(weight: float = 0.4, other: float = 0.5, unit: float = 1.0) -> FakeScene:
    kernel = np.full((3, 3), other)
    kernel[1, 1] = weight
    return FakeScene(startup().with_kernel(kernel), unit=unit)


def dragged_weight(scene: FakeScene, up: float, shift: bool = False) -> float:
    hand = Hand(scene)
    x, y = centre(KERNEL, 1, 1)
    hand.down(x, y)
    begun = hand.to(x, y - 5 * scene.unit)
    assert begun == (BeginGesture(),)
    last = hand.to(x, y - (5 + up) * scene.unit, shift)[-1]
    assert isinstance(last, SetCell)
    assert hand.up(x, y - 5 - up) == (EndGesture(),)
    return last.value


def test_a_drag_up_makes_a_weight_larger_by_a_hundredth_for_each_unit() -> None:
    assert dragged_weight(weight_scene(), 10) == 0.5
    assert dragged_weight(weight_scene(), -50) == -0.1
    assert dragged_weight(weight_scene(unit=2.0), 10) == 0.5


def test_shift_drags_a_weight_finer() -> None:
    assert dragged_weight(weight_scene(), 10, shift=True) == 0.41


def test_in_a_kernel_of_integers_a_drag_goes_by_whole_steps() -> None:
    assert dragged_weight(weight_scene(2, 1), 25) == 3
    assert dragged_weight(weight_scene(2, 1), 10, shift=True) == 2.01


def test_a_weight_at_the_end_of_its_range_turns_back_at_once() -> None:
    scene = weight_scene(998.99)
    hand = Hand(scene)
    x, y = centre(KERNEL, 1, 1)
    hand.down(x, y)
    hand.to(x, y - 5)
    hand.to(x, y - 505)
    assert hand.to(x, y - 500) == (SetCell(Cell(KERNEL, 1, 1), 998.95),)


def test_the_cards_border_drags_the_card_from_where_it_was_grabbed() -> None:
    hand = Hand(FakeScene(card=(1.0, 1.0)))
    grabbed = (IMAGE_X + CELL, TOP + 2 * CELL)  # its left border, one cell down
    assert hand.down(*grabbed) == ()
    (moved,) = hand.to(grabbed[0] + 2 * CELL, grabbed[1] - CELL)
    assert isinstance(moved, MoveCard)
    assert moved.corner == pytest.approx((0.0, 3.0))
    assert hand.up(*grabbed) == ()


def test_inside_the_card_the_pointer_reaches_the_pixels_below() -> None:
    hand = Hand(FakeScene(card=(1.0, 1.0)))
    assert hand.down(*centre(IMAGE, 2, 2)) == (BeginGesture(), Paint(((2, 2),), 1.0))


def test_a_stroke_goes_on_under_the_cards_border() -> None:
    hand = Hand(FakeScene(card=(2.0, 2.0)))
    hand.down(*centre(IMAGE, 3, 0))
    assert hand.to(*centre(IMAGE, 3, 3)) == (Paint(((3, 0), (3, 1), (3, 2), (3, 3)), 1.0),)


def test_moving_says_what_is_under_the_pointer() -> None:
    scene = FakeScene(card=(1.0, 1.0))
    for point, target in (
        (centre(IMAGE, -1, 0), Cell(IMAGE, -1, 0)),
        ((IMAGE_X + CELL, TOP + 2 * CELL), CardBorder()),
        ((5.0, 5.0), None),
    ):
        assert move(Pointer(), PointerMove(*point), scene)[1] == (Hover(target, point),)


def test_the_wheel_changes_a_cell_only_after_a_rest() -> None:
    hand = Hand()
    point = centre(IMAGE, 1, 1)
    hand.to(*point)
    hand.wait(0.2)
    assert hand.turn(*point, 1) == ()
    hand.wait(0.15)
    assert hand.turn(*point, 1) == (NudgeCell(Cell(IMAGE, 1, 1), 0.05),)
    hand.to(*centre(IMAGE, 1, 2))
    assert hand.turn(*centre(IMAGE, 1, 2), 1) == ()


def rested(scene: FakeScene, point: tuple[float, float]) -> Hand:
    hand = Hand(scene)
    hand.to(*point)
    hand.wait(0.4)
    return hand


def test_the_wheels_step_is_finer_with_shift_and_whole_among_integers() -> None:
    cell, point = Cell(KERNEL, 1, 1), centre(KERNEL, 1, 1)
    assert rested(weight_scene(), point).turn(*point, -2) == (NudgeCell(cell, -0.1),)
    assert rested(weight_scene(), point).turn(*point, 1, shift=True) == (NudgeCell(cell, 0.01),)
    assert rested(weight_scene(2, -1), point).turn(*point, 1) == (NudgeCell(cell, 1.0),)
    assert rested(weight_scene(2, -1), point).turn(*point, 1, shift=True) == (NudgeCell(cell, 0.01),)


def test_fractions_of_a_notch_add_up_over_one_cell() -> None:
    point = centre(KERNEL, 1, 1)
    hand = rested(weight_scene(), point)
    assert [len(hand.turn(*point, 0.25)) for _ in range(8)] == [0, 0, 0, 1, 0, 0, 0, 1]
    hand.turn(*point, 0.75)
    hand.to(*centre(KERNEL, 1, 2))
    hand.wait(0.4)
    assert hand.turn(*centre(KERNEL, 1, 2), 0.25) == ()


def test_the_wheel_does_nothing_over_padding_products_output_and_while_a_button_is_held() -> None:
    for point in (centre(IMAGE, -1, 0), centre(PRODUCTS, 0, 0), centre(OUTPUT, 0, 0), (5.0, 5.0)):
        assert rested(FakeScene(), point).turn(*point, 1) == ()
    point = centre(IMAGE, 0, 0)
    hand = rested(FakeScene(), point)
    with_control = Wheel(*point, 1, control=True, time=hand.time)
    assert wheel(hand.pointer, with_control, hand.scene)[1] == ()
    hand.down(*point)
    hand.wait(1.0)
    assert hand.turn(*point, 1) == ()


def test_a_tap_paints_when_the_finger_lifts() -> None:
    hand = Hand(touch=True)
    assert hand.down(*centre(IMAGE, 1, 1)) == ()
    assert hand.up(*centre(IMAGE, 1, 1)) == (BeginGesture(), Paint(((1, 1),), 1.0), EndGesture())


def test_a_finger_that_moves_paints_from_where_it_went_down() -> None:
    hand = Hand(touch=True)
    hand.down(*centre(IMAGE, 1, 1))
    assert hand.to(centre(IMAGE, 1, 1)[0] + 10, centre(IMAGE, 1, 1)[1]) == ()
    painted = hand.to(*centre(IMAGE, 1, 3))
    assert painted == (BeginGesture(), Paint(((1, 1),), 1.0), Paint(((1, 1), (1, 2), (1, 3)), 1.0))
    assert hand.up(*centre(IMAGE, 1, 3)) == (EndGesture(),)


@pytest.mark.parametrize("cell", [Cell(IMAGE, 1, 1), Cell(KERNEL, 0, 2)])
def test_a_finger_that_rests_opens_the_cells_menu_and_paints_nothing(cell: Cell) -> None:
    hand = Hand(touch=True)
    point = centre(cell.grid, cell.row, cell.column)
    hand.down(*point)
    assert hand.wait(0.45) == ()
    assert hand.wait(0.1) == (OpenPopup("cell menu", cell),)
    assert hand.to(*centre(IMAGE, 3, 3)) == ()
    assert hand.up(*point) == ()


def test_a_mouse_or_a_moving_finger_opens_no_menu() -> None:
    mouse, finger = Hand(), Hand(touch=True)
    mouse.down(*centre(KERNEL, 1, 1))
    finger.down(*centre(IMAGE, 1, 1))
    finger.to(*centre(IMAGE, 1, 3))
    assert mouse.wait(1.0) == finger.wait(1.0) == ()


def test_a_finger_opens_numbers_with_keys_on_screen() -> None:
    hand = Hand(touch=True)
    hand.down(*centre(KERNEL, 1, 1))
    assert hand.up(*centre(KERNEL, 1, 1)) == (OpenEntry(Cell(KERNEL, 1, 1), by_touch=True),)
    hand.down(*centre(IMAGE, 1, 1))
    hand.up(*centre(IMAGE, 1, 1))
    assert hand.down(*centre(IMAGE, 1, 1)) == (CancelGesture(), OpenEntry(Cell(IMAGE, 1, 1), by_touch=True))


def test_a_finger_shows_what_it_is_on_before_it_moves() -> None:
    event = PointerDown(*centre(OUTPUT, 0, 0), touch=True)
    _, intents = press(Pointer(), event, FakeScene())
    assert intents[0] == Hover(Cell(OUTPUT, 0, 0), (OUTPUT_X + 10, TOP + 10))


def test_a_second_button_during_a_stroke_is_ignored() -> None:
    hand = Hand()
    hand.down(*centre(IMAGE, 0, 0))
    assert hand.down(*centre(IMAGE, 3, 3), button=3) == ()
    assert hand.up(*centre(IMAGE, 3, 3), button=3) == ()
    assert hand.up(*centre(IMAGE, 3, 3)) == (EndGesture(),)


def test_when_the_focus_goes_what_is_held_is_let_go() -> None:
    hand = Hand()
    assert let_go(hand.pointer) == (Pointer(), ())
    hand.down(*centre(IMAGE, 0, 0))
    assert let_go(hand.pointer) == (Pointer(), (EndGesture(),))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("dumw"), st.integers(0, 1100), st.integers(60, 300), st.booleans())))
def test_every_gesture_that_begins_ends_whatever_hands_do(actions: list[tuple[str, int, int, bool]]) -> None:
    hand = Hand(FakeScene(Scenario(image=np.zeros((8, 8)), kernel=np.ones((3, 3)), padding=(1, 1))))
    depth = 0
    for kind, x, y, other in actions:
        button = 3 if other else 1
        if kind == "d":
            intents = hand.down(x, y, button)
        elif kind == "u":
            intents = hand.up(x, y, button)
        else:
            intents = hand.to(x, y) if kind == "m" else hand.wait(0.3)
        for intent in intents:
            depth += isinstance(intent, BeginGesture) - isinstance(intent, EndGesture)
            assert depth in (0, 1)
    depth -= len(let_go(hand.pointer)[1])
    assert depth == 0
