"""A scene of a shelf in Present: the two keys of a remote go by its builds, and behind the last one by stops, as ever.

Where a scene says none, they follow from where its walk begins, as those of a tour's stop do.
"""

from __future__ import annotations

from ...files.tour import Build
from ...input.intent import Intent
from ...input.walk_intents import NextStop, PreviousStop
from ..builds import (
    COMPLETES,
    PLAYS,
    Ahead,
    build_ahead,
    build_behind,
    build_completed,
    build_played,
    plays_build,
)
from ..mode import Mode
from ..scene import builds_of_walk, has_walk
from ..state import Handler, State


def _carries(handler: Handler) -> Handler:
    """Return what carries an intent out: the two keys play a build, or go back by one, where there is one."""

    def carried(state: State, intent: Intent) -> State:
        after = _onward(state) if isinstance(intent, NextStop) else None
        after = _backward(state) if isinstance(intent, PreviousStop) else after
        return handler(state, intent) if after is None else after

    return carried


def _onward(state: State) -> State | None:
    """Complete the build that plays, or play the next one; None where there is none."""
    found = ahead(state)
    if found is None:
        return None
    completed = build_completed(state.playback, state.steps)
    after = completed if found.build is None else build_played(state.playback, found.build)
    return None if after is None else state.changed(playback=after)


def ahead(state: State) -> Ahead | None:
    """Return what the next press does; None where it goes by stops, as ever."""
    if plays_build(state.playback):
        return Ahead(COMPLETES)
    build = build_ahead(builds_now(state), state.playback.position)
    return None if build is None else Ahead(PLAYS, build)


def _backward(state: State) -> State | None:
    """Go back to where a build begins; None where none has begun."""
    build = build_behind(builds_now(state), state.playback.position)
    return None if build is None else state.changed(playback=state.playback.scrub(build.start, state.steps))


def builds_now(state: State) -> tuple[Build, ...]:
    """Return the builds of the scene that is shown. A row of the walk has a cell of each map where it goes by cells."""
    scene, scenario = state.interface.scene, state.scenario
    if scene is None:
        return ()
    if state.stamped:
        from ..stamp_intents import stamp_builds  # few scenes have stamps

        return stamp_builds(scenario, scene.position, scene.builds)
    own = has_walk(scene, scenario)
    if scene.builds is not None and own:
        return scene.builds
    return builds_of_walk(state, scene.position if own else 0.0)


MODE = Mode(carries=_carries)
