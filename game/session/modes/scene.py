"""A scene of a shelf in Present: the two keys of a remote go by its builds, and behind the last one by stops, as ever.

Where a scene says none, they follow from where its walk begins, as those of a tour's stop do.
"""

from __future__ import annotations

from ...core.scenario import ORDERS
from ...files.tour import Build
from ...input.intent import Intent
from ...input.walk_intents import NextStop, PreviousStop
from ..builds import build_ahead, build_behind, build_completed, build_played, default_builds
from ..state import Handler, Mode, State


def _carries(handler: Handler) -> Handler:
    """Return what carries an intent out: the two keys play a build, or go back by one, where there is one."""

    def carried(state: State, intent: Intent) -> State:
        after = _onward(state) if isinstance(intent, NextStop) else None
        after = _backward(state) if isinstance(intent, PreviousStop) else after
        return handler(state, intent) if after is None else after

    return carried


def _onward(state: State) -> State | None:
    """Complete the build that plays, or play the next one; None where there is none."""
    completed = build_completed(state.playback, state.steps)
    if completed is not None:
        return state.changed(playback=completed)
    build = build_ahead(_builds(state), state.playback.position)
    return None if build is None else state.changed(playback=build_played(state.playback, build))


def _backward(state: State) -> State | None:
    """Go back to where a build begins; None where none has begun."""
    build = build_behind(_builds(state), state.playback.position)
    return None if build is None else state.changed(playback=state.playback.scrub(build.start, state.steps))


def _builds(state: State) -> tuple[Build, ...]:
    """Return the builds of the scene that is shown. A row of the walk has a cell of each map where it goes by cells."""
    scene, scenario = state.interface.scene, state.scenario
    if scene is None:
        return ()
    if state.stamped:
        from ..stamp_intents import stamp_builds  # few scenes have stamps

        return stamp_builds(scenario, scene.position, scene.builds)
    if scene.builds is not None:
        return scene.builds
    rows, columns = scenario.output_size
    maps = state.steps // (rows * columns)
    wide = columns * maps if scenario.order == ORDERS[1] else columns
    return default_builds(scene.position, state.steps // wide, wide, lanes=state.lanes)


MODE = Mode(carries=_carries)
