"""What a resolution does to the state, while the image is of a picture that is kept; imported when there is one."""

from __future__ import annotations

from ..core.limits import Range
from ..core.resolution import resolution_of, resolutions_of, with_resolution
from ..core.scenario import Scenario
from ..input.intent import Side
from ..input.layer_intents import SetResolution
from .changes import changed, changed_apart, gesture_ended
from .state import State, StillState


def allowed_resolutions(state: StillState) -> Range:
    """Return which resolutions there may be now: the kernels of both sides that are compared have to fit."""
    sides = (Side.A, Side.B) if state.compare.on else (Side.A,)
    ranges = [resolutions_of(state.work.of(side)) for side in sides]
    return Range(max(one.low for one in ranges), min(one.high for one in ranges))


def set_resolution(state: State, intent: SetResolution) -> State:
    """Sample the picture anew: in a typed resolution, or refused; a slider's goes to what is allowed."""
    side = state.compare.focus
    if state.work.of(side).picture is None:
        return state
    if intent.typed:
        return changed_apart(state, _sampled(gesture_ended(state).work.of(side), intent.value), side=side)
    value = int(allowed_resolutions(state).nearest(intent.value))
    # In a gesture it starts from what the gesture began with: one dragged wildly and back has lost no stroke.
    return changed(state, _sampled(state.history.present.of(side), value), side=side)


def _sampled(scenario: Scenario, resolution: int) -> Scenario:
    """Return the scenario in a resolution; in the one that it has, what was painted on it stays."""
    return scenario if resolution == resolution_of(scenario) else with_resolution(scenario, resolution)
