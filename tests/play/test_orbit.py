"""The camera of the Stack view stays within its limits, keeps what it is to keep, and comes home exactly."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.play.choices import GAPS, HOME, PANS, TILTS, TURNS, ZOOMS, Camera
from game.play.orbit import FLIGHT_SECONDS, flown, in_sight, panned, spread, turned, zoomed

WILD = st.floats(-1e4, 1e4) | st.floats()
CAMERAS = st.builds(
    Camera,
    st.floats(*TURNS),
    st.floats(*TILTS),
    st.floats(*ZOOMS),
    st.floats(*PANS),
    st.floats(*PANS),
    st.floats(*GAPS),
)
MOVES: st.SearchStrategy[Callable[[Camera], Camera]] = st.one_of(
    st.tuples(WILD, WILD).map(lambda by: lambda camera: turned(camera, *by)),
    st.tuples(WILD, WILD, WILD).map(lambda by: lambda camera: zoomed(camera, *by)),
    st.tuples(WILD, WILD).map(lambda by: lambda camera: panned(camera, *by)),
    WILD.map(lambda gap: lambda camera: spread(camera, gap)),
)


@given(CAMERAS, st.lists(MOVES, max_size=12))
def test_however_it_is_moved_the_camera_stays_within_its_limits(
    camera: Camera, moves: list[Callable[[Camera], Camera]]
) -> None:
    for move in moves:
        camera = move(camera)
        assert TURNS.holds(camera.turn)
        assert TILTS.holds(camera.tilt)
        assert ZOOMS.holds(camera.zoom)
        assert PANS.holds(camera.across)
        assert PANS.holds(camera.down)
        assert GAPS.holds(camera.gap)


@given(CAMERAS, st.floats(0.2, 5), st.floats(-0.8, 0.8), st.floats(-0.5, 0.5))
def test_zooming_keeps_the_point_under_the_pointer(camera: Camera, ratio: float, x: float, y: float) -> None:
    before = in_sight(camera)
    after = zoomed(before, ratio, x, y)
    free = before.changed(zoom=after.zoom)
    real = after.zoom / before.zoom
    wanted = free.changed(across=x - (x - before.across) * real, down=y - (y - before.down) * real)
    assume(in_sight(wanted) == wanted)  # else it stops where something of the picture is still seen
    # What is drawn at the point p of a picture is at pan + zoom × p.
    drawn = (x - before.across) / before.zoom, (y - before.down) / before.zoom
    assert after.across + after.zoom * drawn[0] == pytest.approx(x, abs=1e-9)
    assert after.down + after.zoom * drawn[1] == pytest.approx(y, abs=1e-9)


@pytest.mark.parametrize(("x", "y"), [(0.0, 0.0), (0.6, -0.4), (-0.7, 0.45)])
def test_from_home_to_the_nearest_and_back_it_is_as_before(x: float, y: float) -> None:
    near = HOME
    for _ in range(12):
        near = zoomed(near, 1.2, x, y)
    assert near.zoom == pytest.approx(1.2**12)
    for _ in range(12):
        near = zoomed(near, 1 / 1.2, x, y)
    assert (near.zoom, near.across, near.down) == pytest.approx((1.0, 0.0, 0.0), abs=1e-9)


def test_turning_goes_round_and_tilting_stops_at_both_ends() -> None:
    assert turned(HOME, 360).turn == pytest.approx(HOME.turn)
    assert turned(HOME.changed(turn=179.0), 2).turn == pytest.approx(-179.0)
    assert turned(HOME, 0, 500).tilt == TILTS.high
    assert turned(HOME, 0, -500).tilt == TILTS.low


def test_some_of_the_picture_stays_in_sight_however_far_it_is_moved() -> None:
    for zoom in (ZOOMS.low, 1.0, ZOOMS.high):
        far = panned(HOME.changed(zoom=zoom), 99, -99)
        assert far.across - zoom < 0.5 + 0.4  # its middle less its half is on the stage, which is two heights wide
        assert far.down + 0.6 * zoom > -0.5


def test_a_flight_takes_its_time_and_turns_round_where_it_is() -> None:
    half = flown(0.0, True, FLIGHT_SECONDS / 2)
    assert half == pytest.approx(0.5)
    assert flown(half, True, FLIGHT_SECONDS) == 1.0
    assert flown(half, False, FLIGHT_SECONDS / 4) == pytest.approx(0.25)
    assert flown(half, False, FLIGHT_SECONDS) == 0.0
