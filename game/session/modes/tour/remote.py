"""A tour by the two keys of a remote: on and back by what a stop shows, and from stop to stop.

The builds of a stop are what of its walk one press plays.
"""

from __future__ import annotations

from ....files.tour import Build, Stop
from ....play.phases import NORMAL_SPEED, SPEEDS
from ....words.texts import text
from ...builds import (
    COMPLETES,
    ENDS,
    GOES_ON,
    HINTS,
    PASSES,
    PLAYS,
    SHOWS,
    TELLS,
    TRACES,
    Ahead,
    build_ahead,
    build_behind,
    build_completed,
    build_played,
    default_builds,
    ends_traced,
    plays_build,
)
from ...scene import builds_of_walk
from ...state import State, TourRun, within
from ...toasts import with_toast
from ...tour import at_stop
from ...trace import lights, traced, why_no_trace
from .conditions import undone_by_rewinding
from .showing import with_task_shown


def onward(state: State, run: TourRun, _: object) -> State:
    """Go on: what plays is completed, a secret told, the next build played, a hint given, the task shown.

    Then comes the next stop. At the last stop's end nothing happens, for a remote may be pressed once too often; of a
    lesson in Present, where no button says so, it is said that this was all.
    """
    found = ahead(state, run)
    if found.kind == COMPLETES:
        return state.changed(playback=build_completed(state.playback, state.steps) or state.playback)
    if found.kind == TRACES:
        return traced(state)
    if found.kind == TELLS:
        return within(state, "tour", told=True)
    if found.build is not None:
        begun = state.playback.scrub(walked(state, run), state.steps)
        return state.changed(playback=build_played(begun, found.build))
    if found.kind == HINTS:
        return within(state, "tour", hints=run.hints + 1)
    if found.kind == ENDS and run.tour.is_lesson and state.interface.presenting:
        return with_toast(state, text("lesson.end.votes" if state.interface.votes else "lesson.end"))
    return with_task_shown(state, run) if found.kind in (SHOWS, PASSES) else at_stop(state, run.index + 1)


def ahead(state: State, run: TourRun) -> Ahead:
    """Return what the next press does."""
    if plays_build(state.playback) or lights(state):
        return Ahead(COMPLETES)
    if run.keeps_size:
        return Ahead(TELLS)
    builds, position = builds_now(state, run), walked(state, run)
    build = build_ahead(builds, position)
    if build is not None:
        return Ahead(PLAYS, build)
    if ends_traced(builds, position) and state.interface.trace is None and why_no_trace(state) is None:
        return Ahead(TRACES)
    if run.met and not run.done and not run.shown:
        if run.hints < len(run.stop.hints):
            return Ahead(HINTS)
        return Ahead(SHOWS if run.stop.goal is None else PASSES)
    return Ahead(ENDS if run.is_last else GOES_ON)


def backward(state: State, run: TourRun, _: object) -> State:
    """Go back: to before what was shown, to where a build begins, to the secret, to the stop before as it was left."""
    if run.shown and run.stop.goal is not None:  # nothing was shown: what was tried out stays
        return within(state, "tour", shown=False)
    if run.shown:
        return _at_its_end(state, run.index)
    build = build_behind(builds_now(state, run), state.playback.position)
    if build is not None:
        rewound = state.playback.scrub(build.start, state.steps)
        return state.changed(playback=rewound, tour=run.changed(met=undone_by_rewinding(run)))
    if run.stop.keeps_size and run.told and not run.done:
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


def builds_now(state: State, run: TourRun) -> tuple[Build, ...]:
    """Return the builds that can be played now: none once the task was shown.

    Of another walk than the stop's a tour has none; in a lesson they follow from it, for the class has asked.
    """
    if run.shown:
        return ()
    if has_walk(state, run.stop):
        return builds_of(run.stop)
    return builds_of_walk(state, 0.0) if is_led(run) and run.stop.builds != () else ()


def walked(state: State, run: TourRun) -> float:
    """Return how far the walk has been played: a changed one that stands at its end has not been yet."""
    return 0.0 if run.anew and builds_now(state, run) else state.playback.position


def is_led(run: TourRun) -> bool:
    """Tell whether a teacher leads the stop, who may show anything in it."""
    return run.tour.is_lesson and run.stop.goal is None


def has_walk(state: State, stop: Stop) -> bool:
    """Tell whether the walk is as long as the stop's, and counts the same."""
    now, first = state.scenario, stop.scenario
    same_layer = now.chain is None or first.chain is None or now.chain.focus == first.chain.focus
    return (
        (now.output_size, now.steps) == (first.output_size, first.steps) and state.stamped is stop.stamps and same_layer
    )


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
