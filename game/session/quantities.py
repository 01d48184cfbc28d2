"""Sizes, stride and padding, with their chains: linked, rows and columns have one value; apart, each has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.limits import IMAGE_SIZE, KERNEL_SIZE, PADDING, STRIDE, Range
from ..core.output_size import allowed
from ..core.resize import resize_image, resize_kernel
from ..input.scenario_intents import Quantity

if TYPE_CHECKING:
    from ..core.scenario import Pair, Scenario
    from .state import StillState


TRACKS: dict[Quantity, Range] = {
    Quantity.IMAGE_SIZE: IMAGE_SIZE,
    Quantity.KERNEL_SIZE: KERNEL_SIZE,
    Quantity.STRIDE: STRIDE,
    Quantity.PADDING: PADDING,
}
"""From where to where each quantity's slider goes, whatever else is set."""


def pair_of(scenario: Scenario, quantity: Quantity) -> Pair:
    """Return what a quantity is now, (rows, columns)."""
    pairs = {
        Quantity.IMAGE_SIZE: scenario.image_size,
        Quantity.KERNEL_SIZE: scenario.kernel_size,
        Quantity.STRIDE: scenario.stride,
        Quantity.PADDING: scenario.padding,
    }
    return pairs[quantity]


def linked_in(scenario: Scenario) -> frozenset[Quantity]:
    """Return the quantities whose rows and columns are the same: only those can be linked from the start."""
    pairs = ((quantity, pair_of(scenario, quantity)) for quantity in Quantity)
    return frozenset(quantity for quantity, (rows, columns) in pairs if rows == columns)


def with_pair(scenario: Scenario, quantity: Quantity, pair: Pair) -> Scenario:
    """Return the scenario with another (rows, columns) for a quantity. Raises OutOfRange or KernelDoesNotFit."""
    if quantity is Quantity.IMAGE_SIZE:
        return resize_image(scenario, pair)
    if quantity is Quantity.KERNEL_SIZE:
        return resize_kernel(scenario, pair)
    if quantity is Quantity.STRIDE:
        return scenario.with_stride(pair)
    return scenario.with_padding(pair)


def axes_of(state: StillState, quantity: Quantity, axis: int | None) -> tuple[int, ...]:
    """Return the axes that change when this one is set: both when the chain is linked, or when none is named."""
    return (0, 1) if axis is None or quantity in state.interface.linked else (axis,)


def allowed_values(state: StillState, quantity: Quantity, axis: int | None) -> Range:
    """Return what the quantity may be now on an axis, or on both that are linked, with all else as it is.

    Values in the slider's track but not in here are hatched, and the knob stops where they begin. Each single range
    reaches to one end of the track, so two of them always overlap. What a tour has locked may only stay as it is.
    """
    if state.tour is not None and quantity.value.replace(" ", "_") in state.tour.stop.locked:
        value = pair_of(state.scenario, quantity)[axis or 0]
        return Range(value, value)
    ranges = [
        allowed(scenario, quantity.value, one)
        for scenario in _meant(state, quantity)
        for one in axes_of(state, quantity, axis)
    ]
    return Range(max(one.low for one in ranges), min(one.high for one in ranges))


def _meant(state: StillState, quantity: Quantity) -> tuple[Scenario, ...]:
    """Return the scenarios that a quantity belongs to: the image of two sides that are compared is one."""
    if not state.compare.on or quantity is not Quantity.IMAGE_SIZE:
        return (state.scenario,)
    return state.scenario, state.work.of(state.compare.seen.other)


def with_quantity(state: StillState, quantity: Quantity, axis: int | None, value: int) -> Scenario:
    """Return the scenario with the quantity set, as the chain has it. Raises OutOfRange or KernelDoesNotFit.

    In a gesture it starts from the scenario that the gesture began with: a size dragged wildly and back loses nothing.
    """
    base = state.settled
    rows, columns = pair_of(base, quantity)
    axes = axes_of(state, quantity, axis)
    return with_pair(base, quantity, (value if 0 in axes else rows, value if 1 in axes else columns))
