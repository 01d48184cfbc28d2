"""Gestures on the empty space of the Stack view: drags, wheel, double click, two fingers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.input.event_types import Fingers
from game.input.gestures import pinch
from game.input.intent import Cell, GridName, Intent
from game.input.interface_intents import OpenEntry, PickUp
from game.input.orbits import NOTCH
from game.input.pointer import Sight
from game.input.scenario_intents import BeginGesture, CancelGesture, EndGesture, NudgeCell, Paint
from game.input.stack_intents import ComeHome, Orbit, Pan, Zoom
from game.input.walk_intents import GoToCell

from .fake_scene import IMAGE_X, TOP, FakeScene, centre
from .test_gestures import Hand

SIGHT = Sight(500.0, 300.0, 600.0)
EMPTY = (350.0, 500.0)
PADDING = (IMAGE_X - 10, TOP - 10)
IMAGE = GridName.IMAGE


def hand(touch: bool = False, turning: bool = False) -> Hand:
    return Hand(FakeScene(sight=SIGHT.changed(turning=turning)), touch)


@pytest.mark.parametrize("start", [EMPTY, PADDING, centre(GridName.PRODUCTS, 1, 1)])
def test_a_drag_on_what_means_nothing_to_a_press_turns_and_tilts(start: tuple[float, float]) -> None:
    one = hand()
    x, y = start
    assert one.down(x, y) == ()
    assert one.to(x + 10, y) == ()
    assert one.to(x + 10 + 60, y - 30) == (Orbit(18.0, -9.0),)
    assert one.to(x + 10 + 60, y) == (Orbit(0.0, 9.0),)
    assert one.up(x + 70, y) == ()
    assert one.to(x, y) == ()


def test_a_hand_that_only_trembles_turns_nothing() -> None:
    one = hand()
    one.down(*EMPTY)
    one.to(EMPTY[0] + 3, EMPTY[1] - 2)
    one.up(*EMPTY)
    assert one.intents == []


def test_a_finger_may_tremble_more() -> None:
    finger = hand(touch=True)
    finger.down(*EMPTY)
    assert finger.to(EMPTY[0] + 11, EMPTY[1]) == ()
    finger.to(EMPTY[0] + 13, EMPTY[1])
    assert finger.to(EMPTY[0] + 73, EMPTY[1]) == (Orbit(18.0, 0.0),)


@pytest.mark.parametrize(("button", "shift"), [(1, True), (2, False)])
def test_shift_or_the_middle_button_moves_the_picture(button: int, shift: bool) -> None:
    one = hand()
    one.down(*EMPTY, button=button, shift=shift)
    one.to(EMPTY[0] + 10, EMPTY[1], shift=shift)
    assert one.to(EMPTY[0] + 70, EMPTY[1] + 30, shift=shift) == (Pan(0.1, 0.05),)
    one.up(EMPTY[0] + 70, EMPTY[1] + 30, button=button)
    assert one.pointer.grab is None


def test_the_right_button_does_nothing_there() -> None:
    one = hand()
    one.down(*EMPTY, button=3)
    one.to(EMPTY[0] + 60, EMPTY[1])
    assert one.intents == []


def test_a_double_click_comes_home() -> None:
    one = hand()
    one.down(*EMPTY)
    one.up(*EMPTY)
    one.wait(0.3)
    assert one.down(*EMPTY) == (ComeHome(),)
    assert one.up(*EMPTY) == ()
    assert one.to(EMPTY[0] + 90, EMPTY[1]) == ()


def test_two_drags_or_two_slow_clicks_are_no_double_click() -> None:
    one = hand()
    one.down(*EMPTY)
    one.wait(0.05)
    one.to(EMPTY[0] + 30, EMPTY[1])
    one.to(*EMPTY)
    one.up(*EMPTY)
    assert ComeHome() not in one.down(*EMPTY)
    one.up(*EMPTY)
    one.wait(0.5)
    assert one.down(*EMPTY) == ()


def test_a_press_on_a_pixel_and_one_beside_the_image_are_no_double_click() -> None:
    one = hand()
    x, y = IMAGE_X + 1, TOP + 8 * 20 - 1  # the lowest pixel's corner; below it there is padding
    one.down(x, y)
    one.up(x, y)
    assert one.down(x, y + 3) == ()


def test_cells_mean_what_they_mean_in_the_flat_view() -> None:
    one = hand()
    assert one.down(*centre(IMAGE, 1, 1)) == (BeginGesture(), Paint(((1, 1),), 1.0))
    one.up(*centre(IMAGE, 1, 1))
    assert one.down(*centre(IMAGE, 2, 2), shift=True) == (PickUp(Cell(IMAGE, 2, 2)),)
    assert one.down(*centre(GridName.OUTPUT, 0, 1)) == (GoToCell((0, 1)),)
    one.down(*centre(GridName.KERNEL, 0, 1))
    assert one.up(*centre(GridName.KERNEL, 0, 1)) == (OpenEntry(Cell(GridName.KERNEL, 0, 1)),)


def test_in_the_flat_view_empty_space_does_nothing_and_neither_do_panels_in_the_stack_view() -> None:
    for one, (x, y) in ((Hand(), EMPTY), (hand(), (350.0, 10.0))):
        one.down(x, y)
        one.to(x + 60, y)
        one.up(x + 60, y)
        one.down(x, y)
        one.up(x, y)
        one.turn(x, y, 1)
        assert one.intents == []


def test_the_wheel_zooms_about_the_pointer_at_once() -> None:
    one = hand()
    one.to(*EMPTY)
    place = (-0.25, 1 / 3)
    assert one.turn(*EMPTY, 1) == (Zoom(NOTCH, *place),)
    assert one.turn(*EMPTY, -0.5) == (Zoom(NOTCH**-0.5, *place),)


def test_a_wheel_that_goes_on_turning_goes_on_zooming_though_a_cell_has_come_below_it() -> None:
    one = hand()
    x, y = centre(IMAGE, 3, 3)
    one.to(*EMPTY)
    one.wait(1.0)
    one.turn(*EMPTY, 1)
    one.pointer = one.pointer.changed(
        zoomed=one.pointer.zoomed and one.pointer.zoomed.changed(point=(x, y)),
        rest=one.pointer.rest and one.pointer.rest.changed(point=(x, y)),
    )  # as if the picture had grown below the pointer
    one.wait(0.4)
    assert isinstance(one.turn(x, y, 1)[0], Zoom)
    one.wait(0.6)
    assert one.turn(x, y, 1) == (NudgeCell(Cell(IMAGE, 3, 3), 0.05),)


def test_over_a_cell_the_wheel_changes_it_after_a_rest_but_not_while_all_turns_by_itself() -> None:
    x, y = centre(IMAGE, 3, 3)
    one = hand()
    one.to(x, y)
    assert one.turn(x, y, 1) == ()
    one.wait(0.4)
    assert one.turn(x, y, 1) == (NudgeCell(Cell(IMAGE, 3, 3), 0.05),)
    turning = hand(turning=True)
    turning.to(x, y)
    turning.wait(0.4)
    assert isinstance(turning.turn(x, y, 1)[0], Zoom)


def fingers(*places: tuple[float, float], time: float = 0.0) -> Fingers:
    return Fingers((places[0], places[1]), (places[2], places[3]), time)


def pinched(one: Hand, event: Fingers) -> tuple[Intent, ...]:
    return one._take(pinch(one.pointer, event, one.scene))


def test_two_fingers_that_part_zoom_about_their_middle() -> None:
    move, zoom, orbit = pinched(hand(), fingers((450, 300), (550, 300), (400, 300), (600, 300)))
    assert move == Pan(0.0, 0.0)
    assert zoom == Zoom(2.0, 0.0, 0.0)
    assert orbit == Orbit(0.0, 0.0)


def test_two_fingers_that_twist_clockwise_turn_the_layers_clockwise() -> None:
    _, zoom, orbit = pinched(hand(), fingers((450, 300), (550, 300), (500, 250), (500, 350)))
    assert zoom == Zoom(1.0, 0.0, 0.0)
    assert isinstance(orbit, Orbit)
    assert orbit.turn == pytest.approx(-90.0)
    assert orbit.tilt == 0.0


def test_two_fingers_that_go_together_move_the_picture() -> None:
    move, zoom, orbit = pinched(hand(), fingers((450, 300), (550, 300), (510, 330), (610, 330)))
    assert move == Pan(0.1, 0.05)
    assert zoom == Zoom(1.0, 0.1, 0.05)
    assert orbit == Orbit(0.0, 0.0)


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(90, 900)), min_size=4, max_size=4))
def test_whatever_fingers_do_it_is_a_movement(places: list[tuple[float, float]]) -> None:
    for intent in pinched(hand(), fingers(*places)):
        values = [value for value in vars(intent).values() if isinstance(value, float)]
        assert all(map(math.isfinite, values))


def test_what_the_first_finger_had_begun_ends_and_a_slip_is_taken_back() -> None:
    for waited, due in ((0.1, CancelGesture()), (0.6, EndGesture())):
        finger = hand(touch=True)
        finger.down(*centre(IMAGE, 1, 1))
        finger.to(*centre(IMAGE, 1, 4))
        finger.wait(waited)
        done = pinched(finger, fingers((450, 300), (550, 300), (440, 300), (560, 300), time=finger.time))
        assert done[0] == due
        assert finger.pointer.grab is None
        assert finger.up(*centre(IMAGE, 1, 4)) == ()


def test_a_finger_that_waits_on_a_pixel_has_painted_nothing_when_the_second_comes() -> None:
    finger = hand(touch=True)
    finger.down(*centre(IMAGE, 1, 1))
    done = pinched(finger, fingers((450, 300), (550, 300), (440, 300), (560, 300)))
    assert not {type(intent) for intent in done} & {Paint, BeginGesture, EndGesture, CancelGesture}
    assert finger.up(*centre(IMAGE, 1, 1)) == ()


def test_in_the_flat_view_two_fingers_are_nothing_new() -> None:
    finger = Hand(touch=True)
    finger.down(*centre(IMAGE, 1, 1))
    assert pinched(finger, fingers((450, 300), (550, 300), (400, 300), (600, 300))) == ()
    assert finger.up(*centre(IMAGE, 1, 1)) == (BeginGesture(), Paint(((1, 1),), 1.0), EndGesture())
