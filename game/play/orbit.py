"""How the camera of the Stack view is moved; it always stays within its limits, and every number of it finite."""

from __future__ import annotations

from math import isfinite

from ..core.limits import Range
from .choices import GAPS, TILTS, TURNS, ZOOMS, Camera

FLIGHT_SECONDS = 0.6
"""How long the layers take from their flat places into the Stack view, or back."""
TURN_SPEED = 8.0
"""Degrees a second of the slow turn by itself."""
MARGIN, WIDTH, HEIGHT = 0.4, 0.9, 0.5
"""The picture's middle goes no farther out than so many heights of the stage, and of itself: some of it is seen."""


def turned(camera: Camera, turn: float, tilt: float = 0.0) -> Camera:
    """Return the camera gone round by some degrees, and raised by some; it stops where the tilt ends."""
    if not (isfinite(turn) and isfinite(tilt)):
        return camera
    whole = TURNS.high - TURNS.low
    return camera.changed(
        turn=(camera.turn + turn - TURNS.low) % whole + TURNS.low, tilt=TILTS.nearest(camera.tilt + tilt)
    )


def zoomed(camera: Camera, ratio: float, x: float = 0.0, y: float = 0.0) -> Camera:
    """Return the camera nearer (a ratio over 1) or farther; what is drawn at a point stays there.

    x, y: the point, right and down from the stage's middle, in heights of the stage.
    """
    if not (isfinite(ratio) and isfinite(x) and isfinite(y)) or ratio <= 0:
        return camera
    zoom = ZOOMS.nearest(camera.zoom * ratio)
    real = zoom / camera.zoom
    across, down = x - (x - camera.across) * real, y - (y - camera.down) * real
    return in_sight(camera.changed(zoom=zoom, across=across, down=down))


def panned(camera: Camera, across: float, down: float) -> Camera:
    """Return the camera with the picture moved right and down, in heights of the stage."""
    if not (isfinite(across) and isfinite(down)):
        return camera
    return in_sight(camera.changed(across=camera.across + across, down=camera.down + down))


def spread(camera: Camera, gap: float) -> Camera:
    """Return the camera with the layers at another distance, times that at home."""
    return camera.changed(gap=GAPS.nearest(gap)) if isfinite(gap) else camera


def in_sight(camera: Camera) -> Camera:
    """Return the camera with the picture moved back to where some of it is seen."""
    across, down = MARGIN + WIDTH * camera.zoom, MARGIN + HEIGHT * camera.zoom
    return camera.changed(
        across=Range(-across, across).nearest(camera.across), down=Range(-down, down).nearest(camera.down)
    )


def flown(rise: float, stacked: bool, seconds: float) -> float:
    """Return how far the layers have risen some seconds later, 0 … 1: on their way up, or back to their places."""
    way = seconds / FLIGHT_SECONDS
    return min(1.0, rise + way) if stacked else max(0.0, rise - way)
