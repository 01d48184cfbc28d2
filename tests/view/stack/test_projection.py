"""The projection: it is the one of space, it agrees with its inverse, and what rises goes straight up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.choices import TILTS, Camera
from game.ui.place import GridPlace
from game.ui.plane import Plane, extent, flat, seen

from .scenes import looked_at

PLACES = st.floats(-80, 80)
PLANES = st.builds(
    seen,
    turn=st.floats(-180, 180),
    tilt=st.floats(TILTS.low, 90),
    pitch=st.floats(2, 600),
    middle=st.tuples(PLACES, PLACES),
    at=st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000)),
)


@given(PLANES, PLACES, PLACES)
def test_the_inverse_leads_back(plane: Plane, row: float, column: float) -> None:
    assert plane.place(*plane.point(row, column)) == pytest.approx((row, column), abs=1e-6)


@given(PLANES, PLACES, PLACES)
def test_and_from_the_window_too(plane: Plane, x: float, y: float) -> None:
    assert plane.point(*plane.place(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(PLANES, PLANES, PLACES, PLACES, st.floats(0, 1))
def test_half_way_between_planes_is_half_way_between_their_points(
    first: Plane, second: Plane, row: float, column: float, share: float
) -> None:
    (ax, ay), (bx, by) = first.point(row, column), second.point(row, column)
    expected = ax + (bx - ax) * share, ay + (by - ay) * share
    assert first.toward(second, share).point(row, column) == pytest.approx(expected, abs=1e-6)


@given(st.floats(-180, 180), st.floats(TILTS.low, TILTS.high), PLACES, PLACES, st.floats(2, 90))
def test_it_is_the_projection_of_space(turn: float, tilt: float, row: float, column: float, pitch: float) -> None:
    plane = seen(turn, tilt, pitch, (0, 0), (0, 0))
    right, down, _ = looked_at(Camera(turn=turn, tilt=tilt), column * pitch, row * pitch, 0)
    assert plane.point(row, column) == pytest.approx((right, down), abs=1e-6)


@given(st.floats(-180, 180), st.floats(TILTS.low, TILTS.high), st.integers(1, 64), st.integers(1, 64))
def test_the_extent_is_that_of_the_corners(turn: float, tilt: float, rows: int, columns: int) -> None:
    quad = seen(turn, tilt, 1, (0, 0), (0, 0)).quad(0, 0, rows, columns)
    xs, ys = [x for x, _ in quad], [y for _, y in quad]
    assert extent(rows, columns, turn, tilt) == pytest.approx((max(xs) - min(xs), max(ys) - min(ys)))


@given(PLANES)
def test_a_plane_is_seen_from_above(plane: Plane) -> None:
    assert plane.area > 0


def test_a_grid_of_the_flat_view_lies_where_it_stands() -> None:
    place = GridPlace(30, 50, 20, 4, 6, (-1, -2))
    assert flat(place).quad(-1, -2, 4, 6) == ((30, 50), (150, 50), (150, 130), (30, 130))
    upright = seen(0, 90, 20, (1, 1), flat(place).point(1, 1))
    for corner, expected in zip(upright.quad(-1, -2, 4, 6), flat(place).quad(-1, -2, 4, 6), strict=True):
        assert corner == pytest.approx(expected)
