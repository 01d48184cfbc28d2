"""What a paste of several channels or filters does to a scenario; imported when there is the first."""

from __future__ import annotations

import numpy as np

from ..core.errors import WrongShape
from ..core.grid import check_values, frozen
from ..core.limits import WEIGHT
from ..core.named import kernel_name_of
from ..core.resize import with_pair
from ..core.scenario import Scenario
from ..core.tensors import Filters, Tensor


def with_kernels_of_filter(scenario: Scenario, kernels: Tensor) -> Scenario:
    """Return the scenario with these kernels for the filter in front, one for each channel that it sees.

    The kernels of the other filters take their size, as they do when one of them is set. Raises WrongShape, OutOfRange
    or KernelDoesNotFit.
    """
    seen, rows, columns = kernels.shape
    if seen != len(scenario.lanes):
        found, needed = (1, seen, rows, columns), (1, len(scenario.lanes), rows, columns)
        raise WrongShape("weights", found, needed)
    check_values(kernels, "weight", WEIGHT)
    front = scenario.filter
    weights = with_pair(scenario, "kernel size", (rows, columns)).layer.chosen_weights.copy()
    weights[front] = kernels
    return _with_weights(scenario, frozen(weights))


def with_filters(scenario: Scenario, weights: Filters) -> Scenario:
    """Return the scenario with these filters; groups follow from how many channels each of them sees.

    Biases of filters that there were before stay, new ones are 0. Raises WrongShape, OutOfRange or KernelDoesNotFit.
    """
    channels, (filters, seen) = len(scenario.channels), weights.shape[:2]
    groups = channels // seen
    if channels % seen or filters % groups:
        raise WrongShape("weights", tuple(map(int, weights.shape)), (filters, channels, *weights.shape[2:]))
    bias = np.zeros(filters)
    kept = scenario.layer.bias[:filters]
    bias[: len(kept)] = kept
    return _with_weights(scenario, weights, bias=bias, groups=groups)


def _with_weights(scenario: Scenario, weights: Filters, **fields: object) -> Scenario:
    """Return the scenario with these weights, under their name if they have one."""
    return scenario.changed(kernel=weights, kernel_name=kernel_name_of(weights, scenario.seed), **fields)
