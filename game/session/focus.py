"""Another layer of the network in focus, and what is meant for its source image while a later one is."""

from __future__ import annotations

from ..core.chain_results import in_focus
from ..core.chained import focus_of, focused
from ..core.scenario import Scenario
from ..input.intent import Intent
from .changes import gesture_ended, on_screen
from .history import Work
from .state import Handler, State, unlinked_as_in


def refocused(state: State, number: int) -> State:
    """Walk another layer, from 0, from its beginning; the history has no entry of that.

    No gesture goes on, but for a run in which the network learns: it does not matter which layer is watched meanwhile.
    """
    if not state.train.running:
        state = gesture_ended(state)
    if number == focus_of(state.scenario):
        return state
    work = _turned(state.work, number)
    history = state.history.amended(_turned(state.history.present, number))
    working, result = None if state.working is None else work, in_focus(state.result, number)
    shown = on_screen(state, work).changed(history=history, working=working, nudge=None, before_gesture=None)
    playback = state.playback.changed(position=0.0, target=None, rested=0.0)
    there = shown.changed(playback=playback, result=result.at(0, 0))
    return unlinked_as_in(there, there.scenario)


def of_source(state: State, intent: Intent, handler: Handler) -> State:
    """Carry out what is meant for the source image while a later layer is in focus: as if the first one were.

    The focus and its walk stay, and there are as many entries of the history as there would be.
    """
    number, before = focus_of(state.scenario), state.history
    history = before.amended(_turned(before.present, 0))
    working = state.working and _turned(state.working, 0)
    inner = state.changed(history=history, working=working, result=in_focus(state.result, 0))
    after = handler(inner, intent)
    if after.history is history and after.working is working:
        return after.changed(history=before, working=state.working, result=state.result)
    entries = list(after.history.entries)
    if history.present in entries and entries[after.history.cursor] is not history.present:
        entries[entries.index(history.present)] = before.present
    work = _turned(after.work, number)
    entries[after.history.cursor] = work if after.working is None else before.present
    shown = on_screen(state, work)
    return after.changed(
        history=after.history.changed(entries=tuple(entries)),
        working=None if after.working is None else work,
        result=shown.result,
        playback=shown.playback,
        interface=after.interface.changed(stamping=shown.interface.stamping),  # what its playback counts
    )


def _turned(work: Work, number: int) -> Work:
    """Return a work whose network has a layer in focus."""
    return work.changed(scenario=_focused(work.scenario, number))


def _focused(scenario: Scenario, number: int) -> Scenario:
    return scenario if scenario.chain is None else focused(scenario, number)
