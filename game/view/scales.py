"""The magnitudes at which weights and products have their full hue."""

from __future__ import annotations

from ..core.result import Result


def kernel_scale(result: Result) -> float:
    """Return the magnitude at which a weight has its full hue: the largest in the kernel, at least 1."""
    return max(1.0, result.kernel_magnitude)


def product_scale(result: Result) -> float:
    """Return the magnitude at which a product has its full hue: the same in all steps, so that they compare."""
    return max(1.0, kernel_scale(result) * result.scenario.white)
