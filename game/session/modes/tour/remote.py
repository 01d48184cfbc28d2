"""A tour by the two keys of a remote: on and back by what a stop shows, and from stop to stop.

The builds of a stop are what of its walk one press plays.
"""

from __future__ import annotations

from ....files.tour import Build, Stop
from ....play.phases import NORMAL_SPEED, SPEEDS
from ...builds import build_ahead, build_behind, build_completed, build_played, default_builds
from ...state import State, TourRun, within
from ...tour import at_stop
from .conditions import undone_by_rewinding
from .showing import with_task_shown


def onward(state: State, run: TourRun, _: object) -> State:
    """Go on: what plays is completed, a secret told, the next build played, the task shown; then comes the next stop.

    At the last stop's end nothing happens, for a remote may be pressed once too often.
    """
    completed = build_completed(state.playback, state.steps)
    if completed is not None:
        return state.changed(playback=completed)
    if run.keeps_size:
        return within(state, "tour", told=True)
    build = build_ahead(_builds(state, run), state.playback.position)
    if build is not None:
        return state.changed(playback=build_played(state.playback, build))
    if run.met and not run.done and not run.shown:
        return with_task_shown(state, run)
    return at_stop(state, run.index + 1)


def backward(state: State, run: TourRun, _: object) -> State:
    """Go back: to before what was shown, to where a build begins, to the secret, to the stop before as it was left."""
    if run.shown:
        return _at_its_end(state, run.index)
    build = build_behind(_builds(state, run), state.playback.position)
    if build is not None:
        rewound = state.playback.scrub(build.start, state.steps)
        return state.changed(playback=rewound, tour=run.changed(met=undone_by_rewinding(run)))
    if run.stop.secret and run.told and not run.done:
        return at_stop(state, run.index)
    return _as_it_was_left(state, run.index - 1)


def _as_it_was_left(state: State, index: int) -> State:
    """Show the end of a stop, its task too where it was shown."""
    ended = _at_its_end(state, index)
    run = ended.tour
    if ended is state or run is None or index not in run.passed:
        return ended
    shown = with_task_shown(ended, run)
    target = shown.playback.target
    return shown if target is None else shown.changed(playback=shown.playback.scrub(target, shown.steps))


def _builds(state: State, run: TourRun) -> tuple[Build, ...]:
    """Return the builds that can be played now: none once the walk is another one than the stop's, or was shown."""
    same = state.scenario.output_size == run.stop.scenario.output_size and state.stamped is run.stop.stamps
    return builds_of(run.stop) if same and not run.shown else ()


def _at_its_end(state: State, index: int) -> State:
    """Show a stop with its builds played and its secret told, and its task still to be done."""
    shown = at_stop(state, index)
    run = shown.tour
    if shown is state or run is None:
        return state
    builds = builds_of(run.stop)
    end = builds[-1].end if builds else run.stop.position
    return shown.changed(playback=shown.playback.scrub(end, shown.steps), tour=run.changed(told=True))


def builds_of(stop: Stop) -> tuple[Build, ...]:
    """Return the builds that a stop names; without any, those that follow from where its walk begins."""
    if stop.builds is not None:
        return stop.builds
    speed = SPEEDS[NORMAL_SPEED if stop.speed is None else stop.speed]
    if stop.stamps:
        wide = stop.scenario.pixel_size[1]
        return default_builds(stop.position, stop.scenario.stamps // wide, wide, speed)
    rows, columns = stop.scenario.output_size
    return default_builds(stop.position, rows * stop.scenario.layer.filters, columns, speed, len(stop.scenario.lanes))
