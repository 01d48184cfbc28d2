"""The builds of a stop: what of its walk one press of a remote plays, and which of them comes next."""

from __future__ import annotations

from itertools import pairwise

from ....files.tour import Build, Stop
from ....play.phases import NORMAL_SPEED, SPEEDS, STEP_SECONDS, STOPS, TOLERANCE

STEP = 0.5
"""Seconds that a step of the rest of a row takes."""
MAP = 8.0
"""Seconds that the rest of the map takes at most."""


def builds_of(stop: Stop) -> tuple[Build, ...]:
    """Return the builds that a stop names; without any, those that follow from where its walk begins."""
    if stop.builds is not None:
        return stop.builds
    speed = SPEEDS[NORMAL_SPEED if stop.speed is None else stop.speed]
    return default_builds(stop.position, *stop.scenario.output_size, speed)


def default_builds(position: float, rows: int, columns: int, speed: float = 1.0) -> tuple[Build, ...]:
    """Return the present cell stop by stop, the rest of its row step by step, and the rest of the map in little time.

    speed: of the present cell, as a multiple of 1×.
    """
    step = int(position + TOLERANCE)
    if step >= rows * columns:
        return ()
    marks = (position, *(step + mark for mark in STOPS if step + mark > position + TOLERANCE), step + 1.0)
    cell = tuple(Build(start, end, (end - start) * STEP_SECONDS / speed) for start, end in pairwise(marks))
    row_end, end = float((step // columns + 1) * columns), float(rows * columns)
    row = Build(step + 1.0, row_end, (row_end - step - 1) * STEP)
    rest = Build(row_end, end, min(MAP, (end - row_end) * STEP))
    return (*cell, *(build for build in (row, rest) if build.end > build.start))


def build_ahead(builds: tuple[Build, ...], position: float) -> Build | None:
    """Return the first build that has not been played at a position."""
    return next((build for build in builds if build.end > position + TOLERANCE), None)


def build_behind(builds: tuple[Build, ...], position: float) -> Build | None:
    """Return the last build that has begun at a position."""
    return next((build for build in reversed(builds) if build.start < position - TOLERANCE), None)
