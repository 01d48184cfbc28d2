"""The paces of a long walk: a row at a time, a map at a time, and never more than half a minute."""

from __future__ import annotations

import pytest

from game.play.phases import SPEEDS
from game.play.playback import BY_MAP, BY_ROW, LONG, LONGEST, Playback, chunk_of, shown_position

PART = (250, 62_500)
STEPS = 4 * 62_500


def playing(pace: int) -> Playback:
    """Return a walk at its begin that plays freely at a pace."""
    return Playback(speed=pace, loop=False)


def test_a_long_walk_has_two_more_paces_and_a_short_one_has_none() -> None:
    walk = Playback(speed=len(SPEEDS) - 1)
    assert walk.quickened(1, LONG).speed == len(SPEEDS) - 1
    assert walk.quickened(1, LONG + 1).speed == BY_ROW
    assert walk.quickened(9, LONG + 1).speed == BY_MAP
    assert playing(BY_MAP).quickened(-1, LONG).speed == len(SPEEDS) - 2
    assert playing(BY_MAP).rate(LONG, (10, 100)) == walk.steps_per_second


@pytest.mark.parametrize(("steps", "part"), [(STEPS, PART), (16 * 480**2, (480, 480**2)), (2**20 * 16, (256, 2**16))])
def test_at_the_fastest_no_walk_takes_more_than_half_a_minute(steps: int, part: tuple[int, int]) -> None:
    assert playing(BY_MAP).advance(LONGEST, steps, 3, part).position == steps
    assert playing(BY_ROW).rate(steps, part) < playing(BY_MAP).rate(steps, part)


@pytest.mark.parametrize("pace", [BY_ROW, BY_MAP])
def test_what_stands_at_a_pace_are_whole_rows_or_maps(pace: int) -> None:
    walk, shown = playing(pace), set()
    for _ in range(200):
        walk = walk.advance(1 / 60, STEPS, 3, PART)
        at = shown_position(walk, STEPS, PART)
        assert at <= walk.position + 1e-6
        shown.add(at % PART[pace == BY_MAP])
    assert shown == {0}
    assert shown_position(walk.pause(), STEPS, PART) == pytest.approx(walk.position, abs=1e-5)


@pytest.mark.parametrize("pace", [BY_ROW, BY_MAP])
def test_where_it_is_depends_on_the_seconds_alone(pace: int) -> None:
    once = playing(pace).advance(1.5, STEPS, 3, PART)
    often = playing(pace)
    for _ in range(150):
        often = often.advance(0.01, STEPS, 3, PART)
    assert often.position == pytest.approx(once.position)


def test_on_the_way_to_a_stop_every_step_is_played() -> None:
    walk = playing(BY_MAP).pause().forward(STEPS, "stop", 3)
    assert chunk_of(walk, STEPS, PART) == 1
    assert walk.advance(0.1, STEPS, 3, PART).position < 1
