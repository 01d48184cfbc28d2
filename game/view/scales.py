"""The magnitudes at which weights and products have their full hue."""

from __future__ import annotations

from ..core.result import Result


def kernel_scale(result: Result) -> float:
    """Return the magnitude at which a weight has its full hue: the largest in the kernel, at least 1."""
    return full_weight(result.kernel_magnitude)


def product_scale(result: Result) -> float:
    """Return the magnitude at which a product has its full hue: the same in all steps, so that they compare."""
    return full_product(kernel_scale(result), result.scenario.white)


def full_weight(largest: float) -> float:
    """Return the same as `kernel_scale`, from the kernel's largest magnitude."""
    return max(1.0, largest)


def full_product(weight: float, white: float) -> float:
    """Return the same as `product_scale`, from that of the weights and the image's white."""
    return max(1.0, weight * white)
