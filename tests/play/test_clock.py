"""Where time comes from."""

from __future__ import annotations

import pytest

from game.play.clock import LONGEST_TICK, SystemClock


def clock_showing(*seconds: float) -> SystemClock:
    return SystemClock(iter(seconds).__next__)


def test_a_tick_is_the_time_since_the_last_one() -> None:
    clock = clock_showing(100.0, 100.016, 100.050)
    assert [clock.tick() for _ in range(3)] == pytest.approx([0, 0.016, 0.034])


def test_a_long_sleep_counts_for_no_more_than_a_tenth_of_a_second() -> None:
    clock = clock_showing(5.0, 3605.0, 3605.01)
    assert [clock.tick() for _ in range(3)] == pytest.approx([0, LONGEST_TICK, 0.01])
    assert LONGEST_TICK == 0.1


def test_time_never_runs_backward() -> None:
    clock = clock_showing(5.0, 4.0, 4.01)
    assert [clock.tick() for _ in range(3)] == pytest.approx([0, 0, 0.01])
