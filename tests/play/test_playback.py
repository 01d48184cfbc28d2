"""The transport: playing, stepping, jumping, looping, speeds, and a walk that changes."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.play.phases import SPEEDS, STEP_SECONDS
from game.play.playback import JUST_BEFORE, REST_SECONDS, Kind, Playback, shown_position

FRAMES = st.lists(st.floats(0.0005, 0.1), min_size=1, max_size=150)
FAST_INDEX = len(SPEEDS) - 1
PAUSED = Playback(playing=False)


def walk_through(playback: Playback, frames: list[float], steps: int) -> Playback:
    for seconds in frames:
        playback = playback.advance(seconds, steps)
    return playback


def test_it_starts_at_0_playing_at_1x_with_the_loop_on() -> None:
    playback = Playback()
    assert (playback.position, playback.playing, SPEEDS[playback.speed], playback.loop) == (0, True, 1, True)


@given(FRAMES, st.integers(0, FAST_INDEX))
def test_where_the_walk_is_depends_on_the_time_and_not_on_the_frames(frames: list[float], speed: int) -> None:
    start = Playback(speed=speed)
    many, one = walk_through(start, frames, 5), start.advance(math.fsum(frames), 5)
    period = 5 / start.steps_per_second + REST_SECONDS
    # Round the loop the distance between two times is at most half a period, whichever way one goes.
    apart = abs(_time_in(many) - _time_in(one))
    assert min(apart, period - apart) < 1e-7


def _time_in(playback: Playback) -> float:
    return playback.position / playback.steps_per_second + playback.rested


@pytest.mark.parametrize("frame_rate", [7, 30, 60, 144, 1000])
@pytest.mark.parametrize("speed", range(len(SPEEDS)))
def test_a_walk_takes_the_same_time_at_any_frame_rate(frame_rate: int, speed: int) -> None:
    playback, frames = Playback(speed=speed, loop=False), 0
    while playback.playing:
        playback, frames = playback.advance(1 / frame_rate, 3), frames + 1
    assert playback.position == 3
    assert frames == math.ceil(3 * STEP_SECONDS / SPEEDS[speed] * frame_rate - 1e-6)


@given(FRAMES, st.integers(0, FAST_INDEX), st.floats(0, 7), st.floats(0.1, 5), st.floats(0.1, 60))
def test_what_is_played_through_takes_its_own_time_at_any_speed_and_stands_at_its_end(
    frames: list[float], speed: int, start: float, length: float, seconds: float
) -> None:
    walk = Playback(speed=speed, playing=False).play_through(start, start + length, seconds)
    passed = walk_through(walk, frames, 12)
    time = math.fsum(frames)
    if time < seconds * 0.999:
        assert passed.playing
        assert passed.position == pytest.approx(start + length * time / seconds)
    assert walk.advance(seconds * 1.001, 12) == Playback(position=start + length, speed=speed, playing=False)


def test_what_is_played_through_fast_has_three_phases_but_not_on_the_way_into_a_step() -> None:
    walk = Playback(playing=False)
    assert walk.play_through(1, 6, 2.5).brisk
    assert not walk.play_through(1, 6, 10).brisk
    assert not walk.play_through(1, 5.3, 2).brisk


@pytest.mark.parametrize("deed", ["play", "pause", "forward", "back", "start", "end", "scrub"])
def test_whatever_else_moves_the_walk_has_the_pace_of_the_speed_again(deed: str) -> None:
    walk = Playback().play_through(0, 6, 60)
    other = {
        "play": walk.play(9),
        "pause": walk.pause(),
        "forward": walk.forward(9),
        "back": walk.back(),
        "start": walk.scrub(0, 9),
        "end": walk.scrub(9, 9),
        "scrub": walk.scrub(2, 9),
    }[deed]
    assert other.pace is None


def test_fast_makes_30_steps_a_second() -> None:
    assert Playback(speed=FAST_INDEX).advance(1.0, 100).position == pytest.approx(30)


def test_without_loop_the_end_pauses() -> None:
    ended = Playback(position=3.9, loop=False).advance(60, 4)
    assert (ended.position, ended.playing) == (4, False)
    assert ended.advance(60, 4) == ended


def test_with_loop_the_end_rests_for_2_seconds_and_begins_again() -> None:
    end = Playback(position=4.0)
    assert end.advance(1.99, 4).position == 4
    assert end.advance(1.0, 4).advance(0.99, 4).position == 4
    assert end.advance(1.0, 4).advance(1.0, 4).position == 0
    assert end.advance(2.0 + 0.24, 4).position == pytest.approx(0.1)
    assert end.advance(2.5, 4).playing


def test_with_loop_it_can_go_round_and_round() -> None:
    period = 4 * STEP_SECONDS + REST_SECONDS
    for rounds in (1, 3, 1000):
        assert Playback(position=1.5).advance(rounds * period, 4).position == pytest.approx(1.5, abs=1e-6)


def test_switching_the_loop_off_during_the_rest_stays_at_the_end() -> None:
    resting = Playback(position=4.0).advance(1.0, 4)
    assert resting.rested == 1.0
    stopped = resting.changed(loop=False).advance(5, 4)
    assert (stopped.position, stopped.playing, stopped.loop) == (4, False, False)


def test_paused_time_does_nothing() -> None:
    paused = Playback(position=1.3).pause()
    assert paused.advance(100, 4) == paused


@pytest.mark.parametrize("seconds", [0.0, -1.0])
def test_no_time_moves_nothing(seconds: float) -> None:
    assert Playback(position=1.3).advance(seconds, 4).position == 1.3
    assert Playback(position=1.3, target=2.0).advance(seconds, 4).position == 1.3


def test_space_pauses_and_plays_on() -> None:
    paused = Playback(position=1.3).toggle(4)
    assert (paused.playing, paused.position) == (False, 1.3)
    playing = paused.toggle(4)
    assert (playing.playing, playing.position, playing.target) == (True, 1.3, None)


def test_space_at_the_end_begins_anew() -> None:
    ended = PAUSED.changed(position=4.0)
    assert ended.toggle(4).position == 0
    assert ended.toggle(4).playing
    assert ended.play(4).position == 0


def test_space_on_the_way_to_a_target_pauses_there_and_then() -> None:
    paused = PAUSED.forward(4).advance(0.6, 4).toggle(4)
    assert (paused.playing, paused.target) == (False, None)
    assert paused.position == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("kind", "position", "expected"),
    [
        ("whole", 0.0, 1.0),
        ("whole", 1.3, 2.0),
        ("whole", 3.9, 4.0),
        ("phase", 1.0, 1.2),
        ("phase", 1.2, 1.3),
        ("phase", 1.3, 1.55),
        ("phase", 1.9, 2.0),
        ("stop", 0.0, 0.30),
        ("stop", 1.30, 1.65),
        ("stop", 1.65, 1.90),
        ("stop", 1.90, 2.30),
        ("stop", 3.95, 4.0),
    ],
)
def test_forward_plays_to_the_next_place_and_pauses_there(kind: Kind, position: float, expected: float) -> None:
    playback = PAUSED.changed(position=position).forward(4, kind)
    assert playback.playing
    half_way = playback.advance((expected - position) / 2 * STEP_SECONDS, 4)
    assert half_way.playing
    assert half_way.position == pytest.approx((position + expected) / 2)
    there = half_way.advance(10, 4)
    assert (there.position, there.playing, there.target) == (expected, False, None)


@pytest.mark.parametrize("kind", ["whole", "phase", "stop"])
def test_forward_again_on_the_way_jumps_there(kind: Kind) -> None:
    on_the_way = PAUSED.changed(position=1.0).forward(4, kind).advance(0.1, 4)
    there = on_the_way.forward(4, kind)
    assert (there.position, there.playing, there.target) == (on_the_way.target, False, None)


def test_forward_while_playing_plays_on_to_the_next_whole_position() -> None:
    playback = Playback(position=1.3).forward(4)
    assert (playback.position, playback.playing, playback.target) == (1.3, True, 2.0)


def test_a_nearer_kind_on_the_way_is_played_to_and_not_jumped_to() -> None:
    playback = PAUSED.changed(position=1.0).forward(4).forward(4, "phase")
    assert (playback.position, playback.playing, playback.target) == (1.0, True, 1.2)


def test_forward_at_the_end_stays_there() -> None:
    stays = Playback(position=4.0).forward(4)
    assert (stays.position, stays.playing) == (4, False)


@pytest.mark.parametrize(
    ("kind", "position", "expected"),
    [
        ("whole", 4.0, 3.0),
        ("whole", 3.4, 3.0),
        ("whole", 0.0, 0.0),
        ("phase", 2.0, 1.9),
        ("phase", 1.3, 1.2),
        ("phase", 0.1, 0.0),
        ("stop", 4.0, 3.90),
        ("stop", 2.30, 1.90),
        ("stop", 0.30, 0.0),
    ],
)
def test_back_jumps_to_the_place_before_and_pauses(kind: Kind, position: float, expected: float) -> None:
    playback = Playback(position=position).back(kind)
    assert (playback.position, playback.playing) == (expected, False)


@given(st.floats(0, 8.99), st.sampled_from(["whole", "phase", "stop"]))
def test_forward_to_the_end_and_back_to_the_start_visit_the_same_places(position: float, kind: Kind) -> None:
    playback, forward = PAUSED.changed(position=position), list[float]()
    while playback.position < 9:
        playback = playback.forward(9, kind).forward(9, kind)
        forward.append(playback.position)
    back = list[float]()
    while playback.position > 0 and len(back) < 200:
        playback = playback.back(kind)
        back.append(playback.position)
    again = back[: len(forward) - 1]
    assert forward[:-1] == again[::-1]


def test_start_end_and_scrub_go_there_and_pause() -> None:
    playing = Playback(position=2.2, target=3.0)
    assert playing.scrub(0, 4) == PAUSED.changed(position=0.0)
    assert playing.scrub(4, 4) == PAUSED.changed(position=4.0)
    assert playing.scrub(1.23, 4) == PAUSED.changed(position=1.23)


@pytest.mark.parametrize(("wish", "position"), [(-3, 0), (99, 4), (math.inf, 4), (-math.inf, 0), (math.nan, 0)])
def test_scrubbing_stays_within_the_walk(wish: float, position: float) -> None:
    assert Playback().scrub(wish, 4).position == position


def test_going_to_a_step_pauses_at_its_fraction() -> None:
    assert Playback().scrub(5 + 0.65, 9) == PAUSED.changed(position=5.65)
    assert Playback().scrub(5 + 0.65, 4).position == 4
    assert Playback().scrub(-5, 4).position == 0


def test_speed_goes_up_and_down_one_by_one_within_its_list() -> None:
    assert Playback(speed=2).set_speed(3).speed == 3
    assert Playback(speed=2).set_speed(1).speed == 1
    assert Playback(speed=FAST_INDEX).set_speed(FAST_INDEX + 1).speed == FAST_INDEX
    assert Playback(speed=0).set_speed(-1).speed == 0
    assert [Playback().set_speed(index).speed for index in (-4, 5, 99)] == [0, 5, FAST_INDEX]


def test_changing_the_speed_changes_nothing_else() -> None:
    playback = Playback(position=1.7, target=2.0)
    assert playback.set_speed(3) == playback.changed(speed=3)


def test_it_is_brisk_only_when_playing_freely_at_4x_or_faster() -> None:
    assert [Playback(speed=index).brisk for index in range(len(SPEEDS))] == [SPEEDS[i] >= 4 for i in range(len(SPEEDS))]
    assert not Playback(speed=5).pause().brisk
    assert not Playback(speed=5, playing=False).forward(4).brisk


def test_a_changed_walk_goes_on_in_the_new_step_with_the_same_fraction() -> None:
    moved = Playback(position=3.4, speed=3).moved_to(9, 20)
    assert moved == Playback(speed=3).changed(position=moved.position)
    assert moved.position == pytest.approx(9.4)


def test_a_target_moves_along_with_its_step() -> None:
    moved = Playback(position=3.4, target=4.0).moved_to(1, 3)
    assert moved.position == pytest.approx(1.4)
    assert moved.target == 2.0


def test_at_the_end_a_changed_walk_stays_at_its_end() -> None:
    resting = Playback(position=16.0, rested=1.5)
    for moved in (resting.moved_to(25, 25), resting.moved_to(3, 25, before=16)):
        assert (moved.position, moved.playing, moved.rested) == (25, True, 1.5)


def test_a_walk_that_is_not_at_its_end_is_not_taken_there() -> None:
    assert Playback(position=15.9).moved_to(3, 25, before=16).position == pytest.approx(3.9)


@given(st.floats(0, 40), st.integers(-3, 60), st.integers(1, 40), st.one_of(st.none(), st.floats(0, 40)))
@example(3.9999999999, 0, 1, None)
def test_wherever_it_is_moved_it_lies_within_the_walk(
    position: float, step: int, steps: int, target: float | None
) -> None:
    moved = Playback(position=position, target=target).moved_to(step, steps)
    assert 0 <= moved.position <= steps
    assert moved.target is None or moved.position <= moved.target <= steps


def test_a_walk_that_became_shorter_does_not_run_past_its_end() -> None:
    assert Playback(position=16.0).advance(0.01, 4).position == 4
    assert Playback(position=1.0, target=16.0).advance(600, 4).position == 4


@given(st.floats(0, 40), st.integers(1, 40), st.booleans())
@example(5e-324, 1, False)
@example(1e-9, 40, False)
def test_what_is_shown_lies_within_the_walk_and_a_hair_off_where_it_is(
    position: float, steps: int, playing: bool
) -> None:
    playback = Playback(position=min(position, float(steps)), playing=playing)
    shown = shown_position(playback, steps)
    assert 0 <= shown <= playback.position
    assert playback.position - shown <= 2 * JUST_BEFORE


@pytest.mark.parametrize("begun", [Playback(position=3.0, playing=False).play(16), Playback(position=3.0).forward(16)])
def test_a_walk_that_a_changed_setting_brings_to_its_end_rests_there_as_long_as_any(begun: Playback) -> None:
    resting = begun.changed(target=None).moved_to(25, 25)
    assert resting.advance(1.9, 25).position == 25
    assert 0 < resting.advance(2.1, 25).position < 1
