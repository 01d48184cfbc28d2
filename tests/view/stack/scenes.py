"""States in the Stack view, and an arithmetic of its own for where cells are in space."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from game.core.images import make as make_image
from game.core.kernels import make as make_kernel
from game.core.scenario import Scenario
from game.play.choices import GAPS, HOME, TILTS, ZOOMS, Camera
from tests.picture import state

if TYPE_CHECKING:
    from game.session.state import State

Point = tuple[float, float]


def stacked(shown: Scenario | None = None, position: float = 0.0, rise: float = 1.0, **more: Any) -> State:
    """Return a state in the Stack view."""
    return state(shown, position, stacked=rise > 0, rise=rise, **more)


def cameras() -> st.SearchStrategy[Camera]:
    """Return cameras from anywhere: all turns, tilts, distances and places."""
    return st.builds(
        Camera,
        turn=st.floats(-180, 180),
        tilt=st.floats(TILTS.low, TILTS.high),
        zoom=st.floats(ZOOMS.low, 3.0) | st.just(1.0) | st.just(ZOOMS.high),
        across=st.floats(-0.4, 0.4),
        down=st.floats(-0.4, 0.4),
        gap=st.floats(GAPS.low, GAPS.high) | st.just(1.0),
    )


@st.composite
def scenarios(draw: st.DrawFn, largest: int = 12) -> Scenario:
    """Return scenarios of all shapes, up to so many rows and columns."""
    size = draw(st.integers(1, largest)), draw(st.integers(1, largest))
    padding = draw(st.integers(0, 3)), draw(st.integers(0, 3))
    room = size[0] + 2 * padding[0], size[1] + 2 * padding[1]
    kernel = draw(st.integers(1, min(5, room[0]))), draw(st.integers(1, min(5, room[1])))
    most = tuple(max(1, (room[axis] - 1) // max(1, kernel[axis] - 1)) for axis in (0, 1))
    dilation = draw(st.integers(1, min(2, most[0]))), draw(st.integers(1, min(2, most[1])))
    stride = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    return Scenario(
        make_image("noise", size, draw(st.integers(1, 99))),
        make_kernel("random signed", kernel, draw(st.integers(1, 99))),
        stride=stride,
        padding=padding,
        dilation=dilation,
    )


def inside(quad: tuple[Point, ...], point: Point, margin: float = 0.0) -> bool:
    """Tell whether a point lies in a convex quad whose corners go round clockwise on the screen."""
    for (ax, ay), (bx, by) in zip(quad, (*quad[1:], quad[0]), strict=True):
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        if ((bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)) / max(length, 1e-9) < -margin:
            return False
    return True


def looked_at(camera: Camera, x: float, y: float, z: float) -> tuple[float, float, float]:
    """Return where a point of space is seen: right, down, and how near to the viewer it is. No code of the program."""
    turn, tilt = radians(camera.turn), radians(camera.tilt)
    right, forward = x * cos(turn) + y * sin(turn), y * cos(turn) - x * sin(turn)
    return right, forward * sin(tilt) - z * cos(tilt), forward * cos(tilt) + z * sin(tilt)


__all__ = ["HOME", "cameras", "inside", "looked_at", "scenarios", "stacked"]
