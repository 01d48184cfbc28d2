"""The magnitudes at which weights and products have their full hue."""

from __future__ import annotations

import numpy as np

from ..core.grid import Grid
from ..core.result import Result


def kernel_scale(result: Result) -> float:
    """Return the magnitude at which a weight has its full hue: the largest in the kernel, at least 1."""
    return max(1.0, result.kernel_magnitude)


def product_scale(result: Result) -> float:
    """Return the magnitude at which a product has its full hue: the same in all steps, so that they compare."""
    return max(1.0, kernel_scale(result) * result.scenario.white)


def full_weight(kernel: Grid) -> float:
    """Return the same as `kernel_scale` for a kernel alone."""
    return max(1.0, float(np.abs(kernel).max()))


def full_product(kernel: Grid, white: float) -> float:
    """Return the same as `product_scale` for a kernel and the image's white."""
    return max(1.0, full_weight(kernel) * white)
