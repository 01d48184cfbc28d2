"""Playback and moments together: what is seen of a whole walk, frame by frame."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from game.play.moment import Moment, moment
from game.play.phases import SPEEDS
from game.play.playback import Playback

from .examples import RESULTS, result_at_startup, result_with

if TYPE_CHECKING:
    from game.core.result import Result

FRAMES = st.lists(st.floats(0.004, 0.1), min_size=1, max_size=30)
UNHURRIED = settings(deadline=None, max_examples=30)


def frames_of_a_walk(result: Result, frames: list[float], speed: int) -> list[Moment]:
    """Return the moments that a window with these frame times, over and over, shows of one walk."""
    steps = result.scenario.steps
    playback = Playback(speed=speed, loop=False)
    shown = [moment(result, playback.position, playback.brisk)]
    for seconds in cycle(frames):
        playback = playback.advance(seconds, steps)
        shown.append(moment(result, playback.position, playback.brisk))
        if not playback.playing:
            return shown
    raise AssertionError


def cells_in_order_of_making(shown: list[Moment], steps: int, columns: int) -> list[tuple[int, int]]:
    """Return the output cells in the order in which they come to stand."""
    made, order = 0, list[tuple[int, int]]()
    for now in shown:
        assert made <= now.made <= steps
        order.extend(divmod(step, columns) for step in range(made, now.made))
        made = now.made
    return order


@UNHURRIED
@given(RESULTS, FRAMES, st.integers(2, len(SPEEDS) - 1))
def test_every_cell_is_made_exactly_once_and_in_order_at_any_frame_rate(
    result: Result, frames: list[float], speed: int
) -> None:
    rows, columns = result.scenario.output_size
    shown = frames_of_a_walk(result, frames, speed)
    expected = [(row, column) for row in range(rows) for column in range(columns)]
    assert cells_in_order_of_making(shown, rows * columns, columns) == expected


@UNHURRIED
@given(FRAMES, st.integers(2, 3))
def test_at_a_speed_for_the_eye_each_cell_is_seen_being_made_before_it_stands(frames: list[float], speed: int) -> None:
    result = result_with((4, 5), (3, 3))
    shown = frames_of_a_walk(result, frames, speed)
    assert list(dict.fromkeys(now.cell for now in shown)) == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), None]


def test_the_start_up_walk_makes_its_16_cells_in_38_4_seconds() -> None:
    shown = frames_of_a_walk(result_at_startup(), [1 / 60], speed=2)
    assert shown[-1].made == 16
    assert len(shown) - 1 == round(16 * 2.4 * 60)


def test_with_the_loop_on_the_map_empties_after_the_rest() -> None:
    result = result_at_startup()
    playback = Playback(position=16.0)
    seen = list[int]()
    for _ in range(150):
        playback = playback.advance(1 / 60, 16)
        seen.append(moment(result, playback.position).made)
    assert seen[:119] == [16] * 119
    assert seen[121:] == [0] * 29
