"""The builds of a stop: those that follow from where its walk begins, and which comes next."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.files.tour import Build, Stop
from game.session.builds import MAP, build_ahead, build_behind, default_builds
from game.session.modes.tour.remote import builds_of


def ends(position: float, rows: int, columns: int) -> list[float]:
    return [round(build.end, 9) for build in default_builds(position, rows, columns)]


@pytest.mark.parametrize(
    ("position", "rows", "columns", "expected"),
    [
        (0, 3, 4, [0.3, 0.65, 0.9, 1, 4, 12]),
        (0, 1, 1, [0.3, 0.65, 0.9, 1]),
        (0, 1, 5, [0.3, 0.65, 0.9, 1, 5]),
        (0, 5, 1, [0.3, 0.65, 0.9, 1, 5]),
        (3.3, 2, 2, [3.65, 3.9, 4]),
        (5.65, 3, 4, [5.9, 6, 8, 12]),
        (2, 2, 2, [2.3, 2.65, 2.9, 3, 4]),
        (12, 3, 4, []),
    ],
)
def test_the_present_cell_comes_stop_by_stop_then_its_row_then_the_map(
    position: float, rows: int, columns: int, expected: list[float]
) -> None:
    assert ends(position, rows, columns) == expected


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (2, 3), (6, 6), (64, 64)])
@pytest.mark.parametrize("position", [0.0, 0.3, 0.95, 1.0])
def test_builds_go_on_without_a_gap_and_the_map_takes_little_time(rows: int, columns: int, position: float) -> None:
    builds = default_builds(position, rows, columns)
    assert [build.start for build in builds] == [position, *(build.end for build in builds[:-1])][: len(builds)]
    assert all(build.end > build.start and build.seconds > 0 for build in builds)
    assert all(build.seconds <= MAP for build in builds if build.end - build.start > columns)
    row = [build for build in builds if build.start == 1 and build.end == columns]
    assert all(build.seconds == (columns - 1) * 0.5 for build in row)


def test_a_stops_own_builds_win_and_none_is_none() -> None:
    stop = Stop("One", "Look.", Scenario(np.ones((3, 3)), np.ones((1, 1))), builds=(Build(0, 2, 5),))
    assert builds_of(stop) == (Build(0, 2, 5),)
    assert builds_of(stop.changed(builds=())) == ()
    assert len(builds_of(stop.changed(builds=None))) == 6


def test_a_slow_stop_has_slow_builds() -> None:
    stop = Stop("One", "Look.", Scenario(np.ones((1, 1)), np.ones((1, 1))))
    seconds = [sum(build.seconds for build in builds_of(stop.changed(speed=speed))) for speed in (None, 0)]
    assert seconds == pytest.approx([2.4, 9.6])


BUILDS = (Build(0.3, 1, 1), Build(1, 3, 1), Build(5, 9, 1))


@pytest.mark.parametrize(
    ("position", "ahead", "behind"),
    [(0, 0, None), (0.3, 0, None), (0.5, 0, 0), (1, 1, 0), (2, 1, 1), (3, 2, 1), (4, 2, 1), (5, 2, 1), (9, None, 2)],
)
def test_where_the_walk_is_says_what_comes_and_what_was(position: float, ahead: int | None, behind: int | None) -> None:
    assert build_ahead(BUILDS, position) == (None if ahead is None else BUILDS[ahead])
    assert build_behind(BUILDS, position) == (None if behind is None else BUILDS[behind])
