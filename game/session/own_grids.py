"""Grids of the person's own: pasted, or made from another one. They may happen to be named ones all the same."""

from __future__ import annotations

import numpy as np

from ..core import images, kernels
from ..core.scenario import Grid, Scenario


def white_for(grid: Grid) -> float:
    """Return the white of a pasted image: 1, 3 for integers up to 3, else 255; it holds every pixel that is allowed."""
    values = np.asarray(grid)
    if values.size == 0 or values.dtype.kind not in "iuf" or values.max() <= 1:
        return 1.0
    return 3.0 if values.max() <= 3 and np.array_equal(values, np.trunc(values)) else 255.0


def with_own_kernel(scenario: Scenario, kernel: Grid) -> Scenario:
    """Return the scenario with a kernel of the person's own, under its name if it happens to be a named one."""
    own = scenario.with_kernel(kernel)
    return own.with_kernel(own.kernel, kernels.recognise(own.kernel, own.seed))


def with_pasted_image(scenario: Scenario, grid: Grid) -> Scenario:
    """Return the scenario with a pasted image, in its size and under its name if it happens to be a named one.

    Raises NotAGrid, OutOfRange, NotFinite or KernelDoesNotFit.
    """
    white = white_for(grid)
    pasted = scenario.with_image(grid, "", white)
    return pasted.with_image(pasted.image, images.recognise(pasted.image, white, pasted.seed))
