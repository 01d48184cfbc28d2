"""What the intents about the walk do."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.intent import Intent
from game.input.walk_intents import (
    Faster,
    GoToCell,
    MoveCard,
    NextStop,
    Pause,
    PhaseBack,
    PhaseForward,
    Play,
    PreviousStop,
    Scrub,
    Slower,
    StepBack,
    StepForward,
    ToEnd,
    ToggleLoop,
    TogglePlay,
    ToStart,
)
from game.input.window_intents import SetStops, Tick
from game.play.playback import BY_MAP, BY_ROW

from .hands import after, at, entries, fresh


def test_time_moves_a_playing_walk_and_no_paused_one() -> None:
    assert after(fresh(playing=True), Tick(1.2)).playback.position == pytest.approx(0.5)
    assert after(fresh(), Tick(1.2)).playback.position == 0


@pytest.mark.parametrize(
    ("intent", "position"),
    [
        (StepForward(), 6.0),
        (PhaseForward(), 5.55),
        (NextStop(), 5.65),
        (ToEnd(), 16.0),
    ],
)
def test_forward_keys_play_to_their_place_and_pause_there(intent: Intent, position: float) -> None:
    state = after(at(fresh(), 5.5), intent, Tick(5.0))
    assert state.playback.position == pytest.approx(position)
    assert not state.playback.playing


@pytest.mark.parametrize(
    ("intent", "position"),
    [
        (StepBack(), 5.0),
        (PhaseBack(), 5.3),
        (PreviousStop(), 5.3),
        (ToStart(), 0.0),
        (Scrub(7.25), 7.25),
        (Scrub(99.0), 16.0),
    ],
)
def test_backward_keys_and_the_scrubber_jump(intent: Intent, position: float) -> None:
    state = after(at(fresh(playing=True), 5.5), intent)
    assert state.playback.position == pytest.approx(position)
    assert not state.playback.playing


def test_a_step_pressed_again_on_its_way_jumps_there() -> None:
    state = after(fresh(), StepForward(), Tick(0.1), StepForward())
    assert state.playback.position == 1


def test_play_and_pause_are_themselves_and_their_toggle() -> None:
    playing = after(fresh(), Play())
    assert playing.playback.playing
    assert after(playing, Play()) is playing
    assert not after(playing, Pause()).playback.playing
    assert not after(playing, TogglePlay()).playback.playing
    assert after(at(fresh(), 16.0), TogglePlay()).playback.position == 0


def test_play_during_a_step_plays_on_beyond_it() -> None:
    assert after(fresh(), StepForward(), Play()).playback.target is None


def test_a_clicked_output_cell_stands_with_its_products_and_pauses() -> None:
    state = after(fresh(playing=True), GoToCell((1, 2)))
    assert state.playback.position == pytest.approx(6.65)
    assert not state.playback.playing
    assert after(state, GoToCell((4, 0))) is state


def test_the_card_goes_to_the_nearest_patch_and_lies_there() -> None:
    dragged = after(at(fresh(playing=True), 5.1), MoveCard((4.6, 0.9)))
    assert dragged.playback.position == pytest.approx(13.3)  # row 3, column 1: its patch begins at (5, 1)
    assert not dragged.playback.playing
    assert after(at(fresh(), 5.8), MoveCard((-9, -9))).playback.position == pytest.approx(0.8)
    assert after(at(fresh(), 16), MoveCard((99, 99))).playback.position == pytest.approx(15.3)


def test_speed_and_loop_are_settings_too() -> None:
    state = after(fresh(), Faster(), ToggleLoop())
    assert (state.playback.speed, state.settings.speed) == (3, 3)
    assert (state.playback.loop, state.settings.loop) == (False, False)
    assert after(state, *[Faster()] * 9).settings.speed == 6
    assert after(state, *[Slower()] * 9).settings.speed == 0


def test_moving_the_walk_is_no_undo_entry() -> None:
    state = after(fresh(), Scrub(3), GoToCell((0, 0)), ToEnd(), Play())
    assert entries(state) == 1


@pytest.mark.parametrize(
    ("intent", "stops", "position"),
    [
        (NextStop(), "phases", 5.65),
        (NextStop(), "cells", 6.0),
        (PreviousStop(), "phases", 5.3),
        (PreviousStop(), "cells", 5.0),
    ],
)
def test_a_remote_stops_at_each_phase_or_at_each_output_cell_only(intent: Intent, stops: str, position: float) -> None:
    state = after(at(fresh(), 5.5), SetStops(stops), intent, Tick(5.0))
    assert state.playback.position == pytest.approx(position)
    assert not state.playback.playing


def test_the_pace_of_a_long_walk_is_no_setting_of_all_walks() -> None:
    state = fresh(Scenario(np.ones((40, 40)), np.ones((3, 3))))
    for _ in range(9):
        state = after(state, Faster())
    assert state.playback.speed == BY_MAP
    assert state.settings.speed == BY_ROW - 1
