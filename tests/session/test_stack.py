"""The Stack view in the state: flights, the camera's intents, the slow turn, and the view that files remember."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.input.intent import Control, Intent
from game.input.interface_intents import AcceptEntry, EntryText, Escape, OpenEntry, ToggleCoverage
from game.input.scenario_intents import BeginGesture, EndGesture
from game.input.stack_intents import ComeHome, Orbit, Pan, SetGap, ShowStack, ToggleStack, ToggleTurning, Zoom
from game.input.window_intents import Tick, ToggleReducedMotion
from game.play.choices import HOME
from game.play.orbit import FLIGHT_SECONDS, TURN_SPEED
from game.session.interface_intents import escapes
from game.session.stack_intents import STILL_SECONDS, looked_at, moves, shown_as, turns, view_of
from game.session.state import State
from game.words.texts import text

from .hands import after, entries, fresh, sentences

FRAME = 1 / 60


def stacked() -> State:
    return after(fresh(), ToggleStack(), Tick(FLIGHT_SECONDS), Tick(STILL_SECONDS))


def ticks(state: State, seconds: float, held: bool = False) -> State:
    for _ in range(round(seconds / FRAME)):
        state = after(state, Tick(FRAME, held))
    return state


def test_v_flies_to_the_stack_view_and_again_back() -> None:
    up = after(fresh(), ToggleStack())
    assert (up.interface.stacked, up.interface.rise) == (True, 0.0)
    half = ticks(up, FLIGHT_SECONDS / 2)
    assert half.interface.rise == pytest.approx(0.5)
    there = ticks(half, FLIGHT_SECONDS)
    assert there.interface.rise == 1.0
    assert ticks(after(there, ToggleStack()), 1).interface.rise == 0.0


def test_a_flight_that_is_interrupted_turns_round_from_where_it_is() -> None:
    half = ticks(after(fresh(), ShowStack(on=True)), FLIGHT_SECONDS / 2)
    back = after(half, ToggleStack(), Tick(FRAME))
    assert back.interface.rise == pytest.approx(half.interface.rise - FRAME / FLIGHT_SECONDS)


def test_something_moves_as_long_as_a_flight_takes_and_no_longer() -> None:
    state = after(fresh(), ToggleStack())
    assert moves(state)
    assert not moves(stacked())
    assert not moves(fresh())
    assert moves(after(stacked(), ShowStack(on=False)))


def test_after_a_move_by_hand_the_camera_is_soon_at_rest() -> None:
    state = after(stacked(), Orbit(3, 0))
    assert moves(state)
    assert not moves(ticks(state, STILL_SECONDS + 2 * FRAME))
    assert not moves(after(stacked(), Orbit(0, 0)))


CAMERA_INTENTS = (
    Orbit(10, 5),
    Zoom(1.5, 0.2, 0.1),
    Pan(0.1, 0.1),
    ComeHome(),
    ToggleTurning(),
)


@pytest.mark.parametrize("intent", CAMERA_INTENTS)
def test_in_the_flat_view_the_camera_stands(intent: Intent) -> None:
    state = after(stacked(), Orbit(40, 9), ShowStack(on=False))
    assert after(state, intent).interface == state.interface


def test_home_is_home_exactly_and_ends_the_slow_turn() -> None:
    away = after(stacked(), Orbit(70, 30), Zoom(3, 0.4, 0.2), SetGap(0.3), ToggleTurning())
    assert away.interface.turning
    home = after(away, ComeHome())
    assert home.interface.camera == HOME
    assert not home.interface.turning


def test_moving_the_camera_is_no_entry_of_the_history() -> None:
    state = after(stacked(), *CAMERA_INTENTS, BeginGesture(), SetGap(2.0), EndGesture())
    assert entries(state) == 1
    assert not state.history.can_undo


def test_the_slow_turn_goes_by_the_clock_and_waits_while_a_hand_is_down() -> None:
    state = after(stacked(), ToggleTurning())
    assert turns(state)
    turn = state.interface.camera.turn
    assert ticks(state, 2).interface.camera.turn == pytest.approx(turn + 2 * TURN_SPEED)
    assert ticks(state, 2, held=True).interface.camera.turn == turn
    assert ticks(after(state, ShowStack(on=False)), 2).interface.camera.turn == turn
    assert ticks(after(state, ToggleTurning()), 2).interface.camera.turn == turn


def test_with_reduced_motion_nothing_turns_by_itself_and_it_is_said_why() -> None:
    state = after(stacked(), ToggleReducedMotion(), ToggleTurning())
    assert not state.interface.turning
    assert sentences(state) == [text("stack.no_turning")]
    turning = after(stacked(), ToggleTurning(), ToggleReducedMotion())
    assert not moves(turning)
    assert ticks(turning, 1).interface.camera == turning.interface.camera
    flown = ticks(after(turning, ShowStack(on=False)), FLIGHT_SECONDS / 2)
    assert flown.interface.rise == pytest.approx(0.5)


def test_escape_leaves_other_things_and_never_the_stack_view() -> None:
    state = stacked()
    assert escapes(state) is None
    assert after(state, Escape()).interface.stacked
    shown = after(state, ToggleCoverage(), Escape())
    assert (shown.interface.coverage, shown.interface.stacked) == (False, True)


def test_the_distance_of_the_layers_can_be_typed() -> None:
    opened = after(stacked(), OpenEntry(Control("gap")))
    assert opened.interface.entry is not None
    assert opened.interface.entry.text == "1"
    typed = after(opened, EntryText("1,5"), AcceptEntry())
    assert typed.interface.camera.gap == 1.5
    wrong = after(stacked(), OpenEntry(Control("gap")), EntryText("7"), AcceptEntry())
    assert sentences(wrong) == ["The distance of the layers must be from 0 to 2, not 7."]


MOVES = st.one_of(
    st.builds(Orbit, st.floats(-90, 90), st.floats(-60, 60)),
    st.builds(Zoom, st.floats(0.3, 3), st.floats(-0.8, 0.8), st.floats(-0.5, 0.5)),
    st.builds(Pan, st.floats(-1, 1), st.floats(-1, 1)),
    st.builds(SetGap, st.floats(0, 2)),
    st.just(ToggleTurning()),
    st.just(ToggleStack()),
)


@settings(deadline=None)
@given(st.lists(MOVES, max_size=8))
def test_what_a_file_remembers_of_the_view_brings_it_back(done: list[Intent]) -> None:
    state = after(stacked(), *done)
    view = json.loads(json.dumps(view_of(state)))
    back = after(fresh(), *shown_as(view)).interface
    assert (back.stacked, back.camera, back.turning) == (
        state.interface.stacked,
        state.interface.camera,
        state.interface.turning,
    )
    at_once = looked_at(fresh(), view, None).interface
    assert (at_once.rise, at_once.camera) == (float(state.interface.stacked), state.interface.camera)


def test_a_file_that_says_nothing_leaves_the_view_as_it_is() -> None:
    assert shown_as({}) == ()


def test_a_camera_off_the_stage_is_brought_in_sight() -> None:
    view = {"name": "stack", "camera": {"across": 12.0, "zoom": 0.5}}
    assert after(fresh(), *shown_as(view)).interface.camera.across < 1.0


@pytest.mark.parametrize(("asked", "rise"), [(True, 1.0), (False, 0.0), (None, 1.0)])
def test_what_is_asked_for_on_the_command_line_comes_before_the_files_view(asked: bool | None, rise: float) -> None:
    interface = looked_at(fresh(), {"name": "stack", "camera": {"turn": 5.0}}, asked).interface
    assert (interface.rise, interface.stacked) == (rise, bool(rise))
    assert interface.camera.turn == 5.0
