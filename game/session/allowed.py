"""What a quantity may be now, and the scenario with another: as its chain, a tour's lock and the other side allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.limits import Range
from ..core.quantities import QUANTITIES
from ..core.resize import allowed, with_pair
from ..input.targets import Side

if TYPE_CHECKING:
    from ..core.scenario import Scenario
    from .state import StillState


def axes_of(state: StillState, quantity: str, axis: int | None) -> tuple[int, ...]:
    """Return the axes that change when this one is set: both when the chain is linked, or when none is named."""
    return (0, 1) if axis is None or quantity in state.interface.linked else (axis,)


def allowed_values(state: StillState, quantity: str, axis: int | None, side: Side = Side.A) -> Range:
    """Return what a side's quantity may be now on an axis, or on both that are linked, with all else as it is.

    Values in the slider's track but not in here are hatched, and the knob stops where they begin. Each single range
    reaches to one end of the track, so two of them always overlap. What a tour has locked may only stay as it is.
    """
    key = QUANTITIES[quantity].key
    if state.tour is not None and key in state.tour.stop.locked:
        value = getattr(state.work.of(side), key)[axis or 0]
        return Range(value, value)
    ranges = [
        allowed(scenario, quantity, one)
        for scenario in _meant(state, quantity, side)
        for one in axes_of(state, quantity, axis)
    ]
    return Range(max(one.low for one in ranges), min(one.high for one in ranges))


def _meant(state: StillState, quantity: str, side: Side) -> tuple[Scenario, ...]:
    """Return the scenarios that a quantity belongs to: the image of two sides that are compared is one."""
    if not state.compare.on or QUANTITIES[quantity].part != "source":
        return (state.work.of(side),)
    return state.work.of(side), state.work.of(side.other)


def with_quantity(state: StillState, quantity: str, axis: int | None, value: int, side: Side) -> Scenario:
    """Return a side's scenario with the quantity set, as the chain has it. Raises OutOfRange or KernelDoesNotFit.

    In a gesture it starts from the scenario that the gesture began with: a size dragged wildly and back loses nothing.
    """
    base = state.history.present.of(side)
    rows, columns = getattr(base, QUANTITIES[quantity].key)
    axes = axes_of(state, quantity, axis)
    return with_pair(base, quantity, (value if 0 in axes else rows, value if 1 in axes else columns))
