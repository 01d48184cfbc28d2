"""The chart of a network that learns: where its lines have corners, and where the dots stand."""

from __future__ import annotations

import pytest

from game.ui.geometry import Rect
from game.ui.widgets.learning_chart import LearningChart, Line

FALL = tuple((index / 50, 2.0 / (1 + index)) for index in range(51))
"""A loss that has fallen by half after the first of 50 updates."""


def chart(losses: Line, shares: Line = (), now: float = 1.0) -> LearningChart:
    return LearningChart(name="chart", rect=Rect(10, 20, 224, 124), losses=losses, shares=shares, now=now, each=50)


def value_of(found: LearningChart, dot: tuple[float, float], most: float) -> tuple[float, float]:
    """Return which moment and value a dot stands for, from its place alone."""
    inner = found.inner
    return (dot[0] - inner.x) / inner.w * found.across, (inner.bottom - dot[1]) / inner.h * most


@pytest.mark.parametrize("index", [0, 1, 2, 25, 49, 50])
def test_the_dot_stands_at_the_moment_and_the_loss_of_the_present_state(index: int) -> None:
    found = chart(FALL, now=FALL[index][0])
    assert value_of(found, found.dot(FALL, 2.0), 2.0) == pytest.approx(FALL[index])
    assert found.dot(FALL, 2.0) in found.points(FALL, 2.0)


def test_a_steep_fall_is_a_steep_line() -> None:
    found = chart(FALL)
    points = found.points(FALL, 2.0)
    assert len(points) == len(FALL)
    assert points[1][1] - points[0][1] == pytest.approx(found.inner.h / 2)


def test_the_dot_of_a_share_stands_where_it_was_last_known() -> None:
    shares = (0.0, 0.1), (0.5, 0.7), (1.0, 0.9)
    for now, known in ((0.0, 0), (0.4, 0), (0.5, 1), (0.9, 1), (1.0, 2)):
        found = chart(FALL, shares, now)
        assert value_of(found, found.dot(shares, 1.0), 1.0) == pytest.approx(shares[known])


def test_of_many_states_few_are_drawn_and_the_dot_is_among_them() -> None:
    line = tuple((index / 50, 1.0 + index % 7) for index in range(9001))
    for index in (0, 4001, 4002, 4003, 9000):
        found = chart(line, now=line[index][0])
        points = found.points(line, 7.0)
        assert len(points) <= 2 * found.inner.w + 2
        assert found.dot(line, 7.0) in points
        assert value_of(found, found.dot(line, 7.0), 7.0) == pytest.approx(line[index])
