"""A task that wants a hand, shown done: the program does what the stop says, so that a remote alone can go on."""

from __future__ import annotations

from contextlib import suppress

from ....core.errors import ConvolutionError
from ....core.resize import with_pair
from ....files.tour import Condition
from ....files.tour_conditions import setting_of
from ....input.layer_intents import (
    SetChannels,
    SetFilters,
    SetGroups,
    SetOperation,
    SetOutputPadding,
    ToggleCeilMode,
    ToggleCountPadding,
)
from ....input.scenario_intents import ChooseImage, ChooseKernel
from ...builds import MAP
from ...changes import changed, edited, gesture_ended
from ...scenario_intents import HANDLERS
from ...state import State, TourRun, unlinked_as_in
from .conditions import OF_THE_WALK, holding

STEP = 1.0
"""Seconds that a step takes when a walk is shown, as long as the whole is not too long."""
COUNTED = {"channels": SetChannels, "filters": SetFilters, "groups": SetGroups}
"""What gives a layer another number of them."""
NAMED = {"image": ChooseImage, "kernel": ChooseKernel, "operation": SetOperation}
"""What chooses something by its name."""
TOGGLED = {"ceil_mode": ToggleCeilMode, "count_include_pad": ToggleCountPadding}
"""What turns a switch."""


def with_task_shown(state: State, run: TourRun) -> State:
    """Do what the stop asks for, as far as it says how; what cannot be done is left out."""
    shown = gesture_ended(state)
    # What else is shown is of this operation, and the walk comes last: it is that of the setting which is shown before.
    for condition in sorted(run.stop.shows, key=lambda each: (each.kind in OF_THE_WALK, each.kind != "operation")):
        with suppress(ConvolutionError):
            shown = _with_one(shown, condition)
    picked = next((each.cell for each in run.stop.shows if each.kind == "output"), run.picked)
    after = run.changed(shown=True, left_by_showing=shown.scenario, picked=picked)
    return shown.changed(tour=after.changed(held=holding(after, shown)))


def _with_one(state: State, condition: Condition) -> State:
    """Do one thing. Raises what `core` raises for what cannot be."""
    kind, value = condition.kind, condition.value
    if kind == "output_padding" or kind in TOGGLED:
        return _with_setting(state, condition)
    if condition.pair is not None:
        shown = changed(state, with_pair(state.scenario, kind.replace("_", " "), condition.pair))
        return unlinked_as_in(shown, shown.scenario)
    if kind in NAMED:
        named = NAMED[kind]
        return HANDLERS[named](state, named(condition.name))
    if kind in ("pixel", "weight") and condition.cell is not None and value is not None:
        front = state.scenario.at(*condition.front)
        pixel = kind == "pixel"
        return edited(state, front.painted([condition.cell], value) if pixel else front.weighed(*condition.cell, value))
    if kind in COUNTED and value is not None:
        return HANDLERS[COUNTED[kind]](state, COUNTED[kind](int(value)))
    return _walked(state, value) if kind in OF_THE_WALK else state


def _with_setting(state: State, condition: Condition) -> State:
    """Turn a switch, or set the output padding; nothing happens where it is so, or where the layer has none."""
    kind, now = condition.kind, setting_of(state.scenario, condition.kind)
    if now is None or now == condition.wanted:
        return state
    if kind in TOGGLED:
        return HANDLERS[TOGGLED[kind]](state, TOGGLED[kind]())
    for axis, value in enumerate(condition.pair or ()):
        state = HANDLERS[SetOutputPadding](state, SetOutputPadding(value, axis))
    return state


def _as_shown(state: State, position: float) -> float:
    """Return a position of the stop as what is shown counts it now: in stamps, or in cells."""
    stamps = state.tour is not None and state.tour.stop.stamps
    if stamps is state.stamped or not state.scenario.layer.is_transposed:
        return position
    from ....play.stamp_walk import in_cells, in_stamps  # few stops have stamps

    return (in_cells if stamps else in_stamps)(state.scenario, position)


def _walked(state: State, end: float | None) -> State:
    """Play on to a position, or the whole walk."""
    start = 0.0 if end is None else state.playback.position
    end = float(state.steps) if end is None else min(_as_shown(state, end), float(state.steps))
    if end <= start:
        return state
    return state.changed(playback=state.playback.play_through(start, end, min(MAP, (end - start) * STEP)))
