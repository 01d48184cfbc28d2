"""Sizes, stride and padding, with their chains: linked, rows and columns have one value; apart, each has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.limits import IMAGE_SIZE, KERNEL_SIZE, PADDING, STRIDE, Range
from ..core.resize import resize_image, resize_kernel
from ..input.scenario_intents import Quantity

if TYPE_CHECKING:
    from ..core.scenario import Pair, Scenario


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
