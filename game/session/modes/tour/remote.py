"""A tour by the two keys of a remote: on and back by what a stop shows, and from stop to stop."""

from __future__ import annotations

from ....files.tour import Build
from ....play.playback import Playback
from ....value import replace
from ...state import State, TourRun
from ...tour import at_stop
from .builds import build_ahead, build_behind, builds_of
from .conditions import undone_by_rewinding
from .showing import with_task_shown


def onward(state: State, _: object = None) -> State:
    """Go on: what plays is completed, a secret told, the next build played, the task shown; then comes the next stop.

    At the last stop's end nothing happens, for a remote may be pressed once too often.
    """
    run, playback = state.tour, state.playback
    if run is None:
        return state
    if playback.pace is not None and playback.target is not None:
        return replace(state, playback=playback.scrub(playback.target, state.steps))
    if run.keeps_size:
        return replace(state, tour=replace(run, told=True))
    build = build_ahead(_builds(state, run), playback.position)
    if build is not None:
        return replace(state, playback=_playing(state, build))
    if run.met and not run.done and not run.shown:
        return with_task_shown(state)
    return at_stop(state, run.index + 1)


def backward(state: State, _: object = None) -> State:
    """Go back: to before what was shown, to where a build begins, to the secret, to the stop before as it was left."""
    run = state.tour
    if run is None:
        return state
    if run.shown:
        return _at_its_end(state, run.index)
    build = build_behind(_builds(state, run), state.playback.position)
    if build is not None:
        rewound = state.playback.scrub(build.start, state.steps)
        return replace(state, playback=rewound, tour=replace(run, met=undone_by_rewinding(run)))
    if run.stop.secret and run.told and not run.done:
        return at_stop(state, run.index)
    return _as_it_was_left(state, run.index - 1)


def _as_it_was_left(state: State, index: int) -> State:
    """Show the end of a stop, its task too where it was shown."""
    ended = _at_its_end(state, index)
    run = ended.tour
    if ended is state or run is None or index not in run.passed:
        return ended
    shown = with_task_shown(ended)
    target = shown.playback.target
    return shown if target is None else replace(shown, playback=shown.playback.scrub(target, shown.steps))


def _builds(state: State, run: TourRun) -> tuple[Build, ...]:
    """Return the builds that can be played now: none once the walk is another one than the stop's, or was shown."""
    same = state.scenario.output_size == run.stop.scenario.output_size
    return builds_of(run.stop) if same and not run.shown else ()


def _playing(state: State, build: Build) -> Playback:
    """Play a build; one in which the walk stands goes on from there, as fast as ever."""
    start = max(build.start, state.playback.position)
    seconds = build.seconds * (build.end - start) / (build.end - build.start)
    return state.playback.play_through(start, build.end, seconds)


def _at_its_end(state: State, index: int) -> State:
    """Show a stop with its builds played and its secret told, and its task still to be done."""
    shown = at_stop(state, index)
    run = shown.tour
    if shown is state or run is None:
        return state
    builds = builds_of(run.stop)
    end = builds[-1].end if builds else run.stop.position
    return replace(shown, playback=shown.playback.scrub(end, shown.steps), tour=replace(run, told=True))
