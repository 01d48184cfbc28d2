"""How many stamps of a transposed convolution meet in each cell of a map: worked out per axis, then crossed.

Source: A. Odena, V. Dumoulin and C. Olah, "Deconvolution and Checkerboard Artifacts", Distill (2016).
"""

from __future__ import annotations

import numpy as np

from .axes import Counts
from .scenario import Scenario


def stamp_counts(scenario: Scenario) -> Counts:
    """Return how many stamps of one channel meet in each cell, shape `output_size`; padding has cut cells off."""
    rows, columns = (_axis_counts(scenario, axis) for axis in (0, 1))
    return np.outer(rows, columns)


def _axis_counts(scenario: Scenario, axis: int) -> Counts:
    """Return how many stamps meet in each row (axis 0) or column: pixel i lays its weight u at i·s + u·d − p."""
    layer = scenario.layer
    pixels = np.arange(scenario.pixel_size[axis]) * layer.chosen_stride[axis]
    weights = np.arange(layer.kernel_size[axis]) * layer.dilation[axis]
    places = np.add.outer(pixels, weights).ravel() - layer.chosen_padding.sides[axis][0]
    length = scenario.output_size[axis]
    return np.bincount(places[(places >= 0) & (places < length)], minlength=length)
