"""Builds: what of a walk one press of a remote plays, in a stop of a tour and in a scene of a shelf."""

from __future__ import annotations

from itertools import pairwise

from ..files.tour import Build
from ..play.phases import TOLERANCE
from ..play.playback import Playback
from ..play.score import seconds_at, stops
from ..value import Value

COMPLETES, TELLS, PLAYS, SHOWS, GOES_ON, ENDS = "completes", "tells", "plays", "shows", "goes on", "ends"
HINTS, PASSES = "hints", "passes"
TRACES = "traces"
"""What a press of a remote does: complete what plays, tell a secret, play a build, show the task, go on; or nothing.

In a puzzle it gives a hint, or passes over it; at the end of a network it lights where a cell comes from."""


class Ahead(Value):
    """What the next press of a remote does, and the build that it plays."""

    kind: str
    build: Build | None = None


STEP_OF_A_BUILD = 0.5
"""Seconds that a step of the rest of a row takes."""
MAP = 8.0
"""Seconds that a walk, or the rest of a map, takes at most."""


def default_builds(position: float, rows: int, columns: int, speed: float = 1.0, lanes: int = 1) -> tuple[Build, ...]:
    """Return the present cell stop by stop, the rest of its row step by step, and the rest of the map in little time.

    speed: of the present cell, as a multiple of 1×.
    """
    step = int(position + TOLERANCE)
    if step >= rows * columns:
        return ()
    marks = (position, *(step + mark for mark in stops(lanes) if step + mark > position + TOLERANCE), step + 1.0)
    times = [seconds_at(mark, lanes) for mark in marks]
    pairs = zip(pairwise(marks), pairwise(times), strict=True)
    cell = tuple(Build(*ends, (end - start) / speed) for ends, (start, end) in pairs)
    row_end, end = float((step // columns + 1) * columns), float(rows * columns)
    row = Build(step + 1.0, row_end, (row_end - step - 1) * STEP_OF_A_BUILD)
    rest = Build(row_end, end, min(MAP, (end - row_end) * STEP_OF_A_BUILD))
    return (*cell, *(build for build in (row, rest) if build.end > build.start))


def build_ahead(builds: tuple[Build, ...], position: float) -> Build | None:
    """Return the first build that has not been played at a position."""
    return next((build for build in builds if build.end > position + TOLERANCE and not build.traces), None)


def build_behind(builds: tuple[Build, ...], position: float) -> Build | None:
    """Return the last build that has begun at a position."""
    begun = (build for build in reversed(builds) if build.start < position - TOLERANCE and not build.traces)
    return next(begun, None)


def builds_begun(builds: tuple[Build, ...], position: float) -> int:
    """Return how many builds have begun at a position."""
    return sum(build.start < position - TOLERANCE and not build.traces for build in builds)


def ends_traced(builds: tuple[Build, ...], position: float) -> bool:
    """Tell whether all builds but one have been played at a position, and that shows where a cell comes from."""
    return bool(builds) and builds[-1].traces and position >= builds[-1].start - TOLERANCE


def plays_build(playback: Playback) -> bool:
    """Tell whether a build plays."""
    return playback.pace is not None and playback.target is not None


def build_completed(playback: Playback, steps: int) -> Playback | None:
    """Return the playback at the end of the build that plays; None where none does."""
    if playback.pace is None or playback.target is None:
        return None
    return playback.scrub(playback.target, steps)


def build_played(playback: Playback, build: Build) -> Playback:
    """Play a build; one in which the walk stands goes on from there, as fast as ever."""
    start = max(build.start, playback.position)
    seconds = build.seconds * (build.end - start) / (build.end - build.start)
    return playback.play_through(start, build.end, seconds)
