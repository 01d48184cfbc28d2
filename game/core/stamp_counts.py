"""How many stamps of a transposed convolution meet in each cell of a map: worked out per axis, then crossed.

Source: A. Odena, V. Dumoulin and C. Olah, "Deconvolution and Checkerboard Artifacts", Distill (2016).
"""

from __future__ import annotations

import numpy as np

from .axes import Counts
from .scenario import Scenario
from .stamps import kept_of, whole_size


def stamp_counts(scenario: Scenario) -> Counts:
    """Return how many stamps of one channel meet in each cell, shape `output_size`; padding has cut cells off."""
    rows, columns = (axis_counts(scenario, axis, range(scenario.pixel_size[axis])) for axis in (0, 1))
    counts: Counts = np.outer(rows, columns)[kept_of(scenario)]
    return counts


def axis_counts(scenario: Scenario, axis: int, pixels: range) -> Counts:
    """Return how many stamps of some rows of pixels (axis 0), or columns, meet in each one of the whole map.

    Pixel i lays its weight u at i·s + u·d.
    """
    layer = scenario.layer
    corners = np.array(pixels, np.int64) * layer.chosen_stride[axis]
    weights = np.arange(layer.kernel_size[axis]) * layer.dilation[axis]
    return np.bincount(np.add.outer(corners, weights).ravel(), minlength=whole_size(scenario)[axis])
